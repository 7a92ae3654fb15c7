#include "checks/schema_tree.hpp"

#include "checks/file_reference.hpp"

namespace irikteu::checks {

namespace {

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";
constexpr int kMaxNesting = 40;
constexpr std::uint64_t kMaxSchemaBytes = 32u << 20;

/// The element of that id or xml:id at or below `node`; empty where there is none.
xml::Node find_by_id(xml::Node node, std::string_view id) {
    if (node.attribute_or("id", "") == id || node.attribute("id", kXmlNamespace) == id) return node;
    for (xml::Node child : node.elements())
        if (xml::Node found = find_by_id(child, id)) return found;
    return {};
}

std::string beside(const SchemaElement& reference, const std::string& name) {
    std::string path = file_beside(*reference.file, name);
    if (path.empty()) reference.fail("includes " + name + ", which is no file", base::ErrorCode::unsupported);
    return path;
}

}  // namespace

std::string SchemaElement::lang() const {
    for (xml::Node at = node; at.is_element(); at = at.parent())
        if (auto value = at.attribute("lang", kXmlNamespace)) return std::string(*value);
    return {};
}

std::string SchemaElement::described() const {
    std::string result(node.name());
    if (auto id = node.attribute("id")) return result + " \"" + std::string(*id) + "\"";
    if (auto context = node.attribute("context")) return result + " with context " + std::string(*context);
    if (auto name = node.attribute("name")) return result + " \"" + std::string(*name) + "\"";
    return result;
}

void SchemaElement::fail(const std::string& message, base::ErrorCode code) const {
    throw base::Error(code, message, {file ? *file : "", node.line(), 0, described()});
}

SchemaTree::SchemaTree(const base::Disk& disk, const std::string& path) : disk_(disk) {
    File& file = open(path);
    root_ = {file.document.root(), &file.path};
    if (!root_.is("schema")) root_.fail("is no Schematron schema (ISO/IEC 19757-3)");
}

SchemaTree::File& SchemaTree::open(const std::string& path) {
    auto& slot = opened_[path];
    if (!slot) {
        auto file = std::make_unique<File>();
        file->path = path;
        xml::Limits limits;
        limits.document_type = xml::DocumentType::allowed;
        file->document = xml::Document::parse(disk_.read(path, kMaxSchemaBytes), path, limits);
        slot = std::move(file);
        files_.push_back(path);
    }
    return *slot;
}

void SchemaTree::open_included() {
    open_from(root_);
    is_whole_ = true;
}

/// The same order as that of who walks children() depth first.
void SchemaTree::open_from(const SchemaElement& element) {
    for (xml::Node node : element.node.elements()) {
        const SchemaElement child{node, element.file};
        const bool refers = child.is("include") || (child.is("extends") && child.has("href"));
        if (!refers) {
            open_from(child);
            continue;
        }
        const std::size_t known = files_.size();
        const SchemaElement target = resolve(child);
        if (files_.size() > known) open_from({target.node, target.file});
    }
}

std::vector<SchemaElement> SchemaTree::roots() const {
    std::vector<SchemaElement> result;
    for (const auto& [path, file] : opened_) result.push_back({file->document.root(), &file->path});
    return result;
}

SchemaElement SchemaTree::other_file(const SchemaElement& reference) {
    if (reference.attribute("href").empty()) reference.fail("lacks the attribute href");
    File& file = open(beside(reference, reference.attribute("href")));
    return {file.document.root(), &file.path};
}

SchemaElement SchemaTree::resolve(const SchemaElement& reference) {
    const std::string href = reference.attribute("href");
    const std::size_t hash = href.find('#');
    const std::string name = href.substr(0, hash);
    if (name.empty() && hash == std::string::npos) reference.fail("lacks the attribute href");
    File& file = open(name.empty() ? *reference.file : beside(reference, name));
    SchemaElement target{file.document.root(), &file.path};
    if (hash != std::string::npos) {
        target.node = find_by_id(target.node, href.substr(hash + 1));
        if (!target.node) reference.fail("refers to " + href + ", which has no such element");
    }
    // A declaration of the query language may be included as well (5.4.7).
    const bool of_language = target.node.namespace_uri() == kXsltNamespace || target.node.namespace_uri() == kFunctionsNamespace;
    if (target.node.namespace_uri() != kSchematronNamespace && !(of_language && reference.is("include")))
        reference.fail("refers to " + href + ", which is no element of Schematron");
    return target;
}

void SchemaTree::children(const SchemaElement& parent, const std::function<void(const SchemaElement&)>& visit) {
    visit_children(parent, visit, 0);
}

void SchemaTree::visit_children(const SchemaElement& parent, const std::function<void(const SchemaElement&)>& visit, int depth) {
    if (depth > kMaxNesting) parent.fail("includes itself");
    for (xml::Node node : parent.node.elements()) {
        SchemaElement child{node, parent.file};
        int hops = 0;
        while (child.is("include")) {
            child = resolve(child);
            if (++hops > kMaxNesting) child.fail("includes itself");
        }
        if (!child.is("extends") || !child.has("href")) {
            visit(child);
            continue;
        }
        const SchemaElement target = resolve(child);
        const bool same_kind = target.node.name() == parent.node.name();
        const bool library = target.is("library") && parent.is("schema");
        if (!same_kind && !library) child.fail("extends by a " + target.described());
        visit_children(target, visit, depth + 1);
    }
}

}  // namespace irikteu::checks
