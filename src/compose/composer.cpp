#include "compose/composer.hpp"

#include <filesystem>
#include <optional>
#include <set>

#include "act/functions.hpp"
#include "base/error.hpp"
#include "base/once.hpp"
#include "compose/persons.hpp"
#include "compose/sheet_texts.hpp"
#include "xml/schema.hpp"
#include "xml/stylesheet.hpp"

namespace irikteu::compose {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kEnding = ".xsl";
constexpr std::uint64_t kMaxHouseBytes = 4u << 20;
constexpr std::string_view kSettingPrefix = "document.";

/// Settings "document.margin.left" as parameters "margin-left".
std::map<std::string, std::string> parameters_of(const act::Act& act) {
    std::map<std::string, std::string> parameters;
    for (const auto& [id, value] : act.settings()) {
        if (id.compare(0, kSettingPrefix.size(), kSettingPrefix) != 0) continue;
        std::string name = id.substr(kSettingPrefix.size());
        for (char& c : name) {
            if (c == '.') c = '-';
        }
        parameters.emplace(std::move(name), value);
    }
    return parameters;
}

/// A disk of which only what lies below some folders can be read, symbolic links followed: what a house style gets, for it is
/// somebody else's and says by document() and xsl:import what it reads.
class FencedDisk final : public base::Disk {
  public:
    FencedDisk(const base::Disk& disk, const std::vector<std::string>& folders) : disk_(disk) {
        for (const std::string& folder : folders) folders_.push_back(std::filesystem::weakly_canonical(std::filesystem::absolute(folder)).string() + '/');
    }
    std::string read(const std::string& path, std::uint64_t max_bytes) const override {
        if (!covers(path)) throw Error(ErrorCode::unreadable_file, "lies outside the folders that a house style may read", {path, 0, 0, {}});
        return disk_.read(path, max_bytes);
    }
    bool exists(const std::string& path) const override { return covers(path) && disk_.exists(path); }
    bool is_folder(const std::string& path) const override { return covers(path) && disk_.is_folder(path); }
    std::vector<base::DirectoryEntry> list(const std::string& folder) const override {
        return covers(folder) ? disk_.list(folder) : std::vector<base::DirectoryEntry>();
    }
    void write(const std::string& path, std::string_view) override { refuse(path); }
    void make_folders(const std::string& path) override { refuse(path); }

  private:
    bool covers(const std::string& path) const {
        const std::string real = std::filesystem::weakly_canonical(std::filesystem::absolute(path)).string();
        for (const std::string& folder : folders_) {
            if (real.starts_with(folder)) return true;
        }
        return false;
    }
    [[noreturn]] static void refuse(const std::string& path) {
        throw Error(ErrorCode::environment, "is not written by stylesheets", {path, 0, 0, {}});
    }

    const base::Disk& disk_;
    std::vector<std::string> folders_;
};

}  // namespace

struct Composer::Template {
    std::string path;
    mutable base::Once once;
    mutable std::optional<xml::Stylesheet> compiled;
    mutable base::Once texts_once;
    mutable std::string texts;  ///< Of the template and all that it imports, with the house style's.
};

struct Composer::State {
    xml::FunctionLibrary functions;
    std::map<std::string, std::string> parameters;
    base::Once once;
    std::optional<xml::Schema> schema;
    std::optional<FencedDisk> fence;  ///< Where there is a house style.

    /// What a house style defines, no setting overrides.
    void drop_parameters(const base::Disk& disk, const std::string& house_style) {
        const xml::Document house = xml::Document::parse(disk.read(house_style, kMaxHouseBytes), house_style);
        for (const xml::Node child : house.root().elements()) {
            if (child.name() == "param" || child.name() == "variable") parameters.erase(std::string(child.attribute_or("name", "")));
        }
    }
};

Composer::Composer(const base::Disk& disk, const act::Act& act, std::string house_style)
    : disk_(disk), act_(act), house_style_(std::move(house_style)), state_(std::make_unique<State>()) {
    const auto add = [this](std::string kind, const std::string& file) {
        auto& slot = templates_[std::move(kind)];
        if (!slot) slot = std::make_unique<Template>();
        slot->path = act_.document_template(file);
    };
    std::set<std::string> named;
    const xml::Node documents = act_.document().root().first_element("documents");
    if (documents) {
        for (const xml::Node document : documents.elements()) {
            const std::string file(document.attribute_or("template", ""));
            const std::string kind(document.attribute_or("id", ""));
            named.insert(file);
            if (!kind.empty() && !file.empty() && disk_.exists(act_.document_template(file))) add(kind, file);
        }
    }
    for (const auto& entry : disk_.list(base::join_path(act_.folder(), "documents"))) {
        const std::string& file = entry.name;
        if (entry.kind != base::DirectoryEntry::Kind::file || !file.ends_with(kEnding) || named.count(file) > 0) continue;
        add(file.substr(0, file.size() - kEnding.size()), file);
    }
    state_->functions = act::language_functions(act_);
    state_->parameters = parameters_of(act_);
    if (house_style_.empty()) return;
    state_->drop_parameters(disk_, house_style_);
    state_->fence.emplace(disk_, std::vector<std::string>{act_.templates_folder(), std::filesystem::absolute(house_style_).parent_path().string()});
}

Composer::~Composer() = default;

std::vector<std::string> Composer::kinds() const {
    std::vector<std::string> kinds;
    kinds.reserve(templates_.size());
    for (const auto& [kind, entry] : templates_) kinds.push_back(kind);
    return kinds;
}

xml::Document Composer::compose(std::string_view kind, const xml::Document& data) const {
    const Template& entry = find(kind);
    const xml::Node root = data.root();
    if (!root.is_element("document", document_namespace)) {
        throw Error(ErrorCode::invalid, "is no data of a document: the root element is not {" +
                                            std::string(document_namespace) + "}document",
                    {data.source(), root.line(), 0, {}});
    }
    if (root.attribute_or("kind", "") != kind) {
        throw Error(ErrorCode::usage, "the data are of kind \"" + std::string(root.attribute_or("kind", "")) +
                                          "\", not \"" + std::string(kind) + "\"",
                    {data.source(), root.line(), 0, {}});
    }
    validate(data);
    entry.once.call([&] { compile(entry); });
    return entry.compiled->apply(data, state_->parameters, state_->functions);
}

bool Composer::may_show(std::string_view kind, const std::string& name) const {
    const Template& entry = find(kind);
    entry.texts_once.call([&] {
        std::string texts = sheet_texts(disk_, entry.path);
        if (!house_style_.empty()) texts += sheet_texts(*state_->fence, std::filesystem::absolute(house_style_).string());
        entry.texts = std::move(texts);
    });
    return may_look_at(entry.texts, "competition", name);
}

std::string Composer::kind_of_appendix(std::string_view appendix) const {
    std::set<std::string> numbers;
    const xml::Node documents = act_.document().root().first_element("documents");
    for (xml::Node document = documents ? documents.first_element() : xml::Node(); document; document = document.next_element()) {
        const std::string_view its = document.attribute_or("appendix", "");
        if (its.empty()) continue;
        if (its == appendix) return std::string(document.attribute_or("id", ""));
        numbers.emplace(its);
    }
    std::string known;
    for (const std::string& number : numbers) known += (known.empty() ? "" : ", ") + number;
    throw Error(ErrorCode::usage, "the act " + act_.id() + " has no form of an appendix \"" + std::string(appendix) + "\"; it has those of " + known);
}

xml::Document Composer::blank_for_word(std::string_view appendix) const {
    kind_of_appendix(appendix);
    const std::string path = base::join_path(act_.folder(), "blanks/word.xsl");
    std::map<std::string, std::string> parameters = state_->parameters;
    parameters["appendix"] = std::string(appendix);
    return xml::Stylesheet::load(disk_, path, act_.templates_folder()).apply(act_.document(), parameters, state_->functions);
}

void Composer::compile(const Template& entry) const {
    if (house_style_.empty()) {
        entry.compiled = xml::Stylesheet::load(disk_, entry.path, act_.templates_folder());
        return;
    }
    // What is imported last takes precedence (XSLT 1.0, 2.6.2).
    xml::Document both = xml::Document::create("stylesheet", "http://www.w3.org/1999/XSL/Transform", "xsl");
    both.root().set_attribute("version", "1.0");
    const std::string own = std::filesystem::absolute(entry.path).string();
    for (const std::string& href : {own, std::filesystem::absolute(house_style_).string()}) {
        both.root().append("import").set_attribute("href", href);
    }
    entry.compiled = xml::Stylesheet::parse(*state_->fence, both.serialize(), own + "+house", "/");
}

const Composer::Template& Composer::find(std::string_view kind) const {
    const auto found = templates_.find(kind);
    if (found != templates_.end()) return *found->second;
    std::string message = "there is no document \"" + std::string(kind) + "\" in the act " + act_.id() + "; there are";
    std::string_view separator = " ";
    for (const auto& [known, entry] : templates_) {
        message += separator;
        message += known;
        separator = ", ";
    }
    throw Error(ErrorCode::usage, message);
}

void Composer::validate(const xml::Document& data) const {
    state_->once.call([&] {
        state_->schema = xml::Schema::load(disk_, base::join_path(act_.templates_folder(), "schema/document.xsd"));
    });
    const auto faults = state_->schema->validate(data);
    if (faults.empty()) return require_names(data);
    const xml::SchemaFault& first = faults.front();
    std::string message = first.message;
    if (faults.size() > 1) message += " (and " + std::to_string(faults.size() - 1) + " more)";
    throw Error(ErrorCode::invalid, message,
                {data.source(), first.line, 0, first.node ? first.node.path() : std::string()});
}

}  // namespace irikteu::compose
