#include "readers/package.hpp"

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "base/base64.hpp"
#include "base/error.hpp"
#include "readers/html_reader.hpp"
#include "readers/unread.hpp"
#include "readers/vocabulary.hpp"
#include "readers/zip_archive.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

std::string relationships_part(const std::string& part) {
    const auto slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

}  // namespace

std::optional<std::string> resolve_target(std::string_view part, std::string_view target) {
    std::string joined;
    target = target.substr(0, target.find('#'));
    if (!target.starts_with('/')) {
        const auto slash = part.rfind('/');
        if (slash != std::string_view::npos) joined = std::string(part.substr(0, slash + 1));
    }
    joined += base::percent_decoded(target);
    std::vector<std::string> steps;
    for (std::size_t start = 0; start <= joined.size();) {
        const std::size_t slash = std::min(joined.find('/', start), joined.size());
        const std::string step = joined.substr(start, slash - start);
        start = slash + 1;
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            if (steps.empty()) return std::nullopt;
            steps.pop_back();
        } else {
            steps.push_back(step);
        }
    }
    std::string path;
    for (const std::string& step : steps) path += (path.empty() ? "" : "/") + step;
    return path;
}

struct Package::State {
    std::string name;
    Limits limits;
    std::optional<ZipArchive> zip;
    xml::ReadingTree whole;                      // Flat OPC or bare: everything.
    std::map<std::string, xml::Node> inside;  // Flat OPC: pkg:part elements by name.
    std::string bare_part;                    // Bare WordprocessingML: the name we give its only part.
    std::map<std::string, std::string> default_types;   // Extension → type.
    std::map<std::string, std::string> override_types;  // Folded part → type.
    mutable std::map<std::string, xml::ReadingTree> documents;
    mutable std::map<std::string, std::vector<Relationship>> relationships;
    mutable std::map<std::string, std::map<std::string, const Relationship*, std::less<>>, std::less<>> by_id;
    mutable std::set<std::string> read;
    mutable std::uint64_t spent_bytes = 0;
    mutable std::uint64_t spent_nodes = 0;

    base::SourcePosition at(std::string_view part) const { return {name, 0, 0, std::string(part)}; }

    /// Parses, at the document's expense.
    xml::ReadingTree parse(std::string_view bytes, const std::string& source) const {
        std::uint64_t nodes = 0;
        xml::Limits left = limits.for_xml();
        left.max_nodes = limits.max_nodes - std::min(limits.max_nodes, spent_nodes);
        Unread unread;
        std::string converted;
        if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {  // UTF-16: its declaration says so no longer.
            converted = to_utf8(bytes);
            if (converted.starts_with("<?xml")) converted.erase(0, std::min(converted.find("?>"), converted.size() - 2) + 2);
            bytes = converted;
        }
        xml::ReadingTree tree = xml::ReadingTree::parse(bytes, source, left, &nodes, &unread);
        spent_nodes += nodes;
        return tree;
    }

    void spend(std::uint64_t bytes, std::string_view part) const {
        spent_bytes += bytes;
        if (spent_bytes > limits.max_xml_bytes) {
            throw Error(ErrorCode::limit_exceeded, "its parts inflate to more than " + std::to_string(limits.max_xml_bytes) + " bytes", at(part));
        }
    }

    void read_content_types() {
        const ZipEntry* entry = zip->find("[Content_Types].xml");
        if (entry == nullptr) throw Error(ErrorCode::malformed, "has no [Content_Types].xml", at({}));
        spend(entry->size, entry->path);
        const auto types = parse(zip->read(*entry, limits.max_part_bytes), name + "/" + entry->path);
        for (const xml::Node type : types.root().elements()) {
            const std::string value = base::ascii_lower(type.attribute_or("ContentType", ""));
            if (type.name() == "Default") default_types[base::ascii_lower(type.attribute_or("Extension", ""))] = value;
            if (type.name() != "Override") continue;
            const auto part = resolve_target("", type.attribute_or("PartName", ""));
            if (part) override_types[base::ascii_lower(*part)] = value;
        }
    }

    void index_flat(xml::Node package) {
        for (const xml::Node part : package.elements()) {
            const auto part_name = attribute(part, "name");
            const auto path = part_name ? resolve_target("", *part_name) : std::nullopt;
            if (!path || path->empty()) throw Error(ErrorCode::malformed, "Flat OPC part has no proper name", at({}));
            if (!inside.emplace(*path, part).second) {
                throw Error(ErrorCode::malformed, "has two parts of one name", at(*path));
            }
            override_types[base::ascii_lower(*path)] = base::ascii_lower(attribute(part, "contentType").value_or(""));
        }
    }
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Package Package::open_zip(std::string_view bytes, const std::string& name, const Limits& limits) {
    auto state = std::make_unique<State>();
    state->name = name;
    state->limits = limits;
    state->zip = ZipArchive::open(bytes, name, limits);
    state->read_content_types();
    return Package(std::move(state));
}

Package Package::open_xml(std::string_view bytes, const std::string& name, const Limits& limits) {
    auto state = std::make_unique<State>();
    state->name = name;
    state->limits = limits;
    state->whole = state->parse(bytes, name);
    const xml::Node root = state->whole.root();
    if (vocabulary_of(root.namespace_uri()) == Vocabulary::package) {
        state->index_flat(root);
    } else {
        state->bare_part = "document.xml";
    }
    return Package(std::move(state));
}

const std::string& Package::name() const { return state_->name; }

std::string Package::main_part() const {
    if (!state_->bare_part.empty()) return state_->bare_part;
    const auto named = related("", "officeDocument");
    if (named) return *named;
    for (const std::string& part : parts()) {
        const std::string type = content_type(part);
        if (type.ends_with("wordprocessingml.document.main+xml") || type.ends_with("macroenabled.main+xml")) return part;
    }
    throw Error(ErrorCode::malformed, "has no main document part", state_->at({}));
}

bool Package::has(std::string_view part) const {
    if (state_->zip) return state_->zip->find(part) != nullptr;
    return state_->inside.contains(std::string(part)) || (!part.empty() && part == state_->bare_part);
}

std::vector<std::string> Package::parts() const {
    std::vector<std::string> names;
    if (state_->zip) {
        for (const ZipEntry& entry : state_->zip->entries()) names.push_back(entry.path);
    }
    for (const auto& [name, node] : state_->inside) names.push_back(name);
    if (!state_->bare_part.empty()) names.push_back(state_->bare_part);
    return names;
}

std::string Package::content_type(std::string_view part) const {
    const std::string folded = base::ascii_lower(part);
    if (const auto it = state_->override_types.find(folded); it != state_->override_types.end()) return it->second;
    const auto dot = folded.rfind('.');
    if (dot == std::string::npos) return {};
    const auto it = state_->default_types.find(folded.substr(dot + 1));
    return it == state_->default_types.end() ? std::string() : it->second;
}

const std::vector<Relationship>& Package::relationships(const std::string& part) const {
    if (const auto it = state_->relationships.find(part); it != state_->relationships.end()) return it->second;
    std::vector<Relationship> found;
    const std::string rels = relationships_part(part);
    if (has(rels)) {
        for (const xml::Node element : root(rels).elements()) {
            if (element.name() != "Relationship") continue;
            Relationship relationship;
            relationship.id = attribute(element, "Id").value_or("");
            const std::string_view type = attribute(element, "Type").value_or("");
            const auto slash = type.rfind('/');
            relationship.type = type.substr(slash == std::string_view::npos ? 0 : slash + 1);
            relationship.external = base::ascii_lower(attribute(element, "TargetMode").value_or("")) == "external";
            const std::string_view target = attribute(element, "Target").value_or("");
            if (relationship.external) {
                relationship.target = target;
            } else if (const auto path = resolve_target(part, target)) {
                relationship.target = *path;
            } else {
                throw Error(ErrorCode::malformed, "relationship leads out of the package: " + std::string(target),
                            state_->at(rels));
            }
            found.push_back(std::move(relationship));
        }
    }
    return state_->relationships.emplace(part, std::move(found)).first->second;
}

std::optional<std::string> Package::related(const std::string& part, std::string_view type) const {
    for (const Relationship& relationship : relationships(part)) {
        if (relationship.external || relationship.type != type) continue;
        if (relationship.target == part) {
            throw Error(ErrorCode::malformed, "relationship of a part to itself: " + relationship.type, state_->at(part));
        }
        if (has(relationship.target)) return relationship.target;
    }
    return std::nullopt;
}

const Relationship* Package::relationship(const std::string& part, std::string_view id) const {
    auto known = state_->by_id.find(part);
    if (known == state_->by_id.end()) {
        known = state_->by_id.emplace(part, std::map<std::string, const Relationship*, std::less<>>()).first;
        for (const Relationship& each : relationships(part)) {
            if (!each.external && each.target != part && has(each.target)) known->second.emplace(each.id, &each);
        }
    }
    const auto found = known->second.find(id);
    return found == known->second.end() ? nullptr : found->second;
}

xml::Node Package::root(const std::string& part) const {
    state_->read.insert(base::ascii_lower(part));
    if (!part.empty() && part == state_->bare_part) return state_->whole.root();
    if (const auto it = state_->inside.find(part); it != state_->inside.end()) {
        const xml::Node data = it->second.first_element("xmlData").first_element();
        if (!data) throw Error(ErrorCode::malformed, "Flat OPC part holds no XML", state_->at(part));
        return data;
    }
    const std::string key = base::ascii_lower(part);
    auto it = state_->documents.find(key);
    if (it == state_->documents.end()) {
        const std::string inflated = bytes(part);
        it = state_->documents
                 .emplace(key, state_->parse(inflated, state_->name + "/" + part))
                 .first;
    }
    return it->second.root();
}

std::string Package::bytes(const std::string& part) const {
    if (state_->zip) {
        const ZipEntry* entry = state_->zip->find(part);
        if (entry == nullptr) throw Error(ErrorCode::malformed, "part is absent", state_->at(part));
        state_->spend(entry->size, part);
        return state_->zip->read(*entry, state_->limits.max_part_bytes);
    }
    const auto it = state_->inside.find(part);
    if (it == state_->inside.end()) throw Error(ErrorCode::malformed, "part is absent", state_->at(part));
    const xml::Node binary = it->second.first_element("binaryData");
    return binary ? base::decode_any_base64(binary.text()) : it->second.text();
}

bool Package::was_read(const std::string& part) const { return state_->read.contains(base::ascii_lower(part)); }

void Package::forget(const std::string& part) const { state_->documents.erase(base::ascii_lower(part)); }

Limits Package::remaining_limits() const {
    Limits left = state_->limits;
    left.max_nodes -= std::min(left.max_nodes, state_->spent_nodes);
    left.max_xml_bytes -= std::min(left.max_xml_bytes, state_->spent_bytes);
    left.max_part_bytes = std::min(left.max_part_bytes, left.max_xml_bytes);
    return left;
}

void Package::charge(const Package& inner) const {
    state_->spent_bytes += inner.state_->spent_bytes;
    state_->spent_nodes += inner.state_->spent_nodes;
}

}  // namespace irikteu::readers
