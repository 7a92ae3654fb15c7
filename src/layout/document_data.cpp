#include "layout/document_data.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "layout/graphics.hpp"
#include "layout/structure.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

void read_document(const FoTree& tree, const FoNode& node, Metadata& metadata) {
    for (const xml::Node a : node.source.attributes()) {
        const std::string_view name = a.name();
        const std::string value(a.content());
        if (name == "title") {
            metadata.title = value;
        } else if (name == "author") {
            metadata.author = value;
        } else if (name == "subject") {
            metadata.subject = value;
        } else if (name == "language") {
            metadata.language = language_tag(value);
            if (metadata.language.empty()) tree.fail(ErrorCode::invalid, node, "language \"" + value + "\" is no language tag");
        } else if (name == "date") {
            metadata.date = base::Moment::parse(value);
            if (!metadata.date) tree.fail(ErrorCode::invalid, node, "date \"" + value + "\" is no moment");
        } else {
            tree.fail(ErrorCode::unsupported, node, "unknown attribute " + std::string(name));
        }
    }
}

// The type of a data: address, or what the file's name tells.
std::string_view mime_type_of(std::string_view uri) {
    if (uri.substr(0, 5) == "data:") return uri.substr(5, std::min(uri.find_first_of(";,"), uri.size()) - 5);
    static constexpr auto kTypes = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{".xml", "application/xml"}, {".json", "application/json"}, {".csv", "text/csv"}, {".txt", "text/plain"}, {".html", "text/html"},
         {".pdf", "application/pdf"}, {".png", "image/png"}, {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"}, {".svg", "image/svg+xml"},
         {".zip", "application/zip"}, {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
         {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}});
    for (const auto& [ending, type] : kTypes) {
        if (uri.ends_with(ending)) return type;
    }
    return {};
}

void read_attachment(const FoTree& tree, const FoNode& node, const LoadBytes& load, Pages& pages) {
    static constexpr auto kKnown = std::to_array<std::string_view>({"src", "name", "mime-type", "description", "relationship"});
    for (const xml::Node a : node.source.attributes()) {
        if (std::find(kKnown.begin(), kKnown.end(), a.name()) == kKnown.end()) tree.fail(ErrorCode::unsupported, node, "unknown attribute " + std::string(a.name()));
    }
    for (const xml::Node child : node.source.children()) {
        const bool says = child.kind() == xml::Node::Kind::element || (child.kind() == xml::Node::Kind::text && !xml::trim(child.content()).empty());
        if (says) tree.fail(ErrorCode::invalid, node, "holds content, which would be lost: the file is named by src");
    }
    const std::string_view uri = address_of(node.attribute("src"));
    if (uri.empty()) tree.fail(ErrorCode::invalid, node, "needs a src");
    Attachment attachment;
    attachment.name = node.attribute("name");
    if (attachment.name.empty() && uri.substr(0, 5) != "data:") attachment.name = uri.substr(uri.rfind('/') + 1);
    if (attachment.name.empty()) tree.fail(ErrorCode::invalid, node, "needs a name");
    const auto namesake = [&](const Attachment& other) { return other.name == attachment.name; };
    if (std::any_of(pages.attachments.begin(), pages.attachments.end(), namesake)) tree.fail(ErrorCode::invalid, node, "another attachment has the name \"" + attachment.name + '"');
    attachment.mime_type = node.attribute("mime-type");
    if (attachment.mime_type.empty()) attachment.mime_type = mime_type_of(uri);
    if (attachment.mime_type.empty()) tree.fail(ErrorCode::invalid, node, "needs a mime-type: the name of its file tells none");
    attachment.description = node.attribute("description");
    attachment.relationship = node.attribute("relationship");
    if (attachment.relationship.empty()) attachment.relationship = "Unspecified";
    static constexpr auto kRelationships = std::to_array<std::string_view>({"Source", "Data", "Alternative", "Supplement", "Unspecified"});
    if (std::find(kRelationships.begin(), kRelationships.end(), attachment.relationship) == kRelationships.end()) {
        tree.fail(ErrorCode::invalid, node, "relationship must be Source, Data, Alternative, Supplement or Unspecified (ISO 19005-3, 6.8)");
    }
    attachment.bytes = load_bytes(tree, node, uri, load);
    pages.attachments.push_back(std::move(attachment));
}

constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";

/// What an XMP packet in fo:declarations says, as Apache FOP takes it; the first value of each counts.
void read_xmp(xml::Node node, Metadata& metadata) {
    const auto take = [&](std::string_view name, std::string_view value) {
        auto* const place = name == "title" ? &metadata.title : name == "creator" ? &metadata.author : name == "description" ? &metadata.subject : nullptr;
        if (place != nullptr && place->empty()) *place = xml::normalize_space(value);
    };
    for (const xml::Node child : node.elements()) {
        for (const xml::Node a : child.attributes()) {
            if (a.namespace_uri() == kDublinCore) take(a.name(), a.content());
        }
        if (child.namespace_uri() == kDublinCore) {
            xml::Node item = child;
            while (item.first_element()) item = item.first_element();
            take(child.name(), item.text());
        } else {
            read_xmp(child, metadata);
        }
    }
}

void append_text(const FoNode& node, std::string& out) {
    if (node.object == Object::text) out += node.text;
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) append_text(*child, out);
}

void add_bookmarks(const FoTree& tree, const FoNode& parent, int level, Pages& pages) {
    for (const FoNode* child = parent.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::bookmark_title) continue;
        if (child->object != Object::bookmark) tree.fail(ErrorCode::invalid, *child, "is not allowed in fo:bookmark-tree");
        Bookmark bookmark;
        bookmark.level = level;
        bookmark.destination = child->attribute("internal-destination");
        if (bookmark.destination.empty()) bookmark.uri = address_of(child->attribute("external-destination"));
        if (bookmark.destination.empty() && bookmark.uri.empty()) tree.fail(ErrorCode::invalid, *child, "leads nowhere: it has neither internal- nor external-destination");
        bookmark.open = child->attribute("starting-state") != "hide";
        for (const FoNode* title = child->first_child; title != nullptr; title = title->next) {
            if (title->object == Object::bookmark_title) append_text(*title, bookmark.title);
        }
        bookmark.title = xml::normalize_space(bookmark.title);
        pages.bookmarks.push_back(std::move(bookmark));
        add_bookmarks(tree, *child, level + 1, pages);
    }
}

/// The first heading's node, in document order.
const FoNode* first_heading(const FoNode& node, const Pages& pages) {
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->element != kArtifact && child->element != node.element) {
            const std::string_view type = pages.elements[child->element].type;
            if (type.size() == 2 && type[0] == 'H') return child;
        }
        if (const FoNode* const found = first_heading(*child, pages)) return found;
    }
    return nullptr;
}

/// Where the document states no title: its first fo:title, else its first heading (ISO 14289-1, 7.1, wants one).
void find_title(const FoNode& root, Pages& pages) {
    auto& title = pages.metadata.title;
    for (const FoNode* child = root.first_child; child != nullptr && title.empty(); child = child->next) {
        if (child->object != Object::page_sequence) continue;
        for (const FoNode* part = child->first_child; part != nullptr; part = part->next) {
            if (part->object == Object::title) append_text(*part, title);
        }
        title = xml::normalize_space(title);
    }
    if (!title.empty()) return;
    if (const FoNode* const heading = first_heading(root, pages)) {
        append_text(*heading, title);
        title = xml::normalize_space(title);
    }
}

/// The root's language, else the first page sequence's.
void find_language(const FoNode& root, Metadata& metadata) {
    auto language = language_of(root);
    for (const FoNode* child = root.first_child; child != nullptr && language.empty(); child = child->next) {
        if (child->object != Object::page_sequence) continue;
        language = language_of(*child);
        break;
    }
    if (!language.empty()) metadata.language = language;
}

// Every reference is to be found; the first that isn't is named with its line.
void check_references(const FoTree& tree, const References& references) {
    for (const FoNode* node : tree.references()) {
        const std::string_view target = node->attribute("internal-destination");
        if (!target.empty() && references.find(target) == nullptr) {
            tree.fail(ErrorCode::invalid, *node, "nothing has the id \"" + std::string(target) + '"');
        }
    }
}

}  // namespace

void read_declarations(const FoTree& tree, const FoNode& root, const LoadBytes& load, Pages& pages) {
    find_language(root, pages.metadata);
    for (const FoNode* child = root.first_child; child != nullptr; child = child->next) {
        if (child->object != Object::declarations) continue;
        for (const FoNode* d = child->first_child; d != nullptr; d = d->next) {
            if (d->object == Object::attachment) {
                read_attachment(tree, *d, load, pages);
                continue;
            }
            if (d->object != Object::document) tree.fail(ErrorCode::unsupported, *d, "is not supported in fo:declarations");
            read_document(tree, *d, pages.metadata);
        }
        read_xmp(child->source, pages.metadata);
    }
    if (pages.metadata.title.empty()) find_title(root, pages);
}

void add_destinations(const FoTree& tree, const FoNode& root, const References& references, Pages& pages) {
    check_references(tree, references);
    for (const auto& [id, place] : references.placements()) {
        if (references.is_destination(id)) pages.destinations.push_back({id, place.first_page, place.x, place.y});
    }
    for (const FoNode* child = root.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::bookmark_tree) add_bookmarks(tree, *child, 1, pages);
    }
}

}  // namespace irikteu::layout
