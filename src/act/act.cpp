#include "act/act.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "act/calendar_file.hpp"
#include "base/error.hpp"
#include "base/once.hpp"

namespace irikteu::act {

namespace {

using base::Error;
using base::ErrorCode;

constexpr std::uint64_t max_file_bytes = 16u << 20;

/// Paths of all files below `folder`, relative to it, sorted by their bytes.
void collect_files(const base::Disk& disk, const std::string& folder, const std::string& prefix,
                   std::vector<std::string>& files) {
    for (const auto& entry : disk.list(prefix.empty() ? folder : base::join_path(folder, prefix))) {
        const std::string path = base::join_path(prefix, entry.name);
        if (entry.kind == base::DirectoryEntry::Kind::folder) collect_files(disk, folder, path, files);
        if (entry.kind == base::DirectoryEntry::Kind::file) files.push_back(path);
    }
}

std::vector<std::string> files_below(const base::Disk& disk, const std::string& folder) {
    std::vector<std::string> files;
    collect_files(disk, folder, "", files);
    std::sort(files.begin(), files.end());
    return files;
}

/// Each file as "name NUL length NUL bytes", so that no two folders give the same stream.
base::Digest digest_of(const base::Disk& disk, const std::string& folder, const std::vector<std::string>& files) {
    base::Sha256 hash;
    const std::string_view nul("\0", 1);
    for (const auto& file : files) {
        const std::string bytes = disk.read(base::join_path(folder, file), max_file_bytes);
        hash.update(file);
        hash.update(nul);
        hash.update(std::to_string(bytes.size()));
        hash.update(nul);
        hash.update(bytes);
    }
    return hash.finish();
}

[[noreturn]] void invalid(const xml::Document& document, xml::Node node, const std::string& message) {
    throw Error(ErrorCode::invalid, message, {.file = document.source(), .line = node.line(), .column = 0, .place = {}});
}

base::Date day_of(const xml::Document& document, xml::Node node, std::string_view attribute) {
    const auto day = base::Date::parse(node.attribute_or(attribute, ""));
    if (!day) invalid(document, node, "@" + std::string(attribute) + " is no day like 2015-07-16");
    return *day;
}

xml::Node find_entry(xml::Node node, std::string_view element, std::string_view id) {
    for (xml::Node child : node.elements()) {
        if (child.name() == element && child.attribute_or("id", "") == id) return child;
        if (xml::Node found = find_entry(child, element, id)) return found;
    }
    return {};
}

}  // namespace

struct Act::LazyDigest {
    base::Once once;
    base::Digest value;
};

/// Elements with ids, by name and id: the first of each. Keys are views into the document.
struct Act::LazyEntries {
    base::Once once;
    std::map<std::pair<std::string_view, std::string_view>, xml::Node> by_name;

    void add(xml::Node node) {
        for (const xml::Node child : node.elements()) {
            if (const auto id = child.attribute("id")) by_name.try_emplace({child.name(), *id}, child);
            add(child);
        }
    }
};

Act::Act(kazakh::Calendar calendar) : digest_(std::make_shared<LazyDigest>()), entries_(std::make_shared<LazyEntries>()), calendar_(std::move(calendar)) {}

Act Act::load(const base::Disk& disk, const std::string& templates_folder, const std::string& id) {
    const std::string folder = base::join_path(templates_folder, id);
    const std::string path = base::join_path(folder, "act.xml");
    Act act(load_calendar(disk, base::join_path(templates_folder, "calendar/kz.xml")));
    act.document_ = xml::Document::parse(disk.read(path, max_file_bytes), path);
    act.id_ = id;
    act.folder_ = folder;
    act.templates_folder_ = templates_folder;
    act.disk_ = &disk;
    act.index();
    return act;
}

const base::Digest& Act::digest() const {
    digest_->once.call([this] { digest_->value = digest_of(*disk_, folder_, files_below(*disk_, folder_)); });
    return digest_->value;
}

void Act::index() {
    const xml::Node root = document_.root();
    if (!root.is_element("act", act_namespace)) invalid(document_, root, "the root element is no act of " + std::string(act_namespace));
    if (root.attribute_or("id", "") != id_) invalid(document_, root, "@id is not the folder's name, " + id_);
    for (xml::Node edition : root.first_element("editions").elements()) {
        Edition& entry = editions_.emplace_back();
        entry.id = edition.attribute_or("id", "");
        entry.from = day_of(document_, edition, "from");
        if (edition.attribute("until")) entry.until = day_of(document_, edition, "until");
    }
    if (editions_.empty()) invalid(document_, root, "there is no edition");
    take_default_settings();
}

void Act::take_default_settings() {
    settings_.clear();
    for (xml::Node setting : document_.root().first_element("settings").elements()) {
        settings_.emplace(setting.attribute_or("id", ""), setting.attribute_or("default", ""));
    }
}

std::optional<Edition> Act::edition(base::Date day) const {
    for (const auto& edition : editions_) {
        if (day >= edition.from && (!edition.until || day <= *edition.until)) return edition;
    }
    return std::nullopt;
}

xml::Node Act::appendix(std::string_view appendix_id) const {
    for (xml::Node appendix : document_.root().first_element("appendices").elements()) {
        if (appendix.attribute_or("id", "") == appendix_id) return appendix;
    }
    return {};
}

xml::Node Act::section(std::string_view appendix_id, std::string_view item_id) const {
    const xml::Node holder = appendix(appendix_id);
    return holder ? find_entry(holder, "section", item_id) : xml::Node();
}

xml::Node Act::entry(std::string_view element, std::string_view entry_id) const {
    if (entry_id.empty()) return find_entry(document_.root(), element, entry_id);  // Those without an id, too.
    entries_->once.call([this] { entries_->add(document_.root()); });
    const auto found = entries_->by_name.find({element, entry_id});
    return found == entries_->by_name.end() ? xml::Node() : found->second;
}

std::vector<std::string> Act::wording(std::string_view use) const {
    std::vector<std::string> phrases;
    for (xml::Node phrase : document_.root().first_element("wording").elements()) {
        if (phrase.attribute_or("use", "") == use) phrases.push_back(phrase.text());
    }
    return phrases;
}

std::string Act::document_template(std::string_view file) const {
    return base::join_path(base::join_path(folder_, "documents"), file);
}

std::string Act::messages(std::string_view language) const {
    return base::join_path(base::join_path(folder_, "messages"), std::string(language) + ".xml");
}

const std::string& Act::setting(std::string_view setting_id) const {
    const auto found = settings_.find(setting_id);
    if (found == settings_.end()) throw Error(ErrorCode::usage, "the act " + id_ + " has no setting " + std::string(setting_id));
    return found->second;
}

void Act::override_setting(std::string_view setting_id, std::string value) {
    const auto found = settings_.find(setting_id);
    if (found == settings_.end()) throw Error(ErrorCode::usage, "the act " + id_ + " has no setting " + std::string(setting_id));
    const xml::Node known = entry("setting", setting_id);
    const std::string_view values = known.attribute_or("values", "");
    if (!values.empty() && (' ' + std::string(values) + ' ').find(' ' + value + ' ') == std::string::npos) {
        throw Error(ErrorCode::usage, "the setting " + std::string(setting_id) + " is none of \"" + value + "\" but one of: " + std::string(values));
    }
    found->second = std::move(value);
}

}  // namespace irikteu::act
