#include "layout/document_data.hpp"

#include "base/error.hpp"

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
            metadata.language = value;
        } else if (name == "date") {
            metadata.date = base::Moment::parse(value);
            if (!metadata.date) tree.fail(ErrorCode::invalid, node, "date \"" + value + "\" is no moment");
        } else {
            tree.fail(ErrorCode::unsupported, node, "unknown attribute " + std::string(name));
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
        if (bookmark.destination.empty()) tree.fail(ErrorCode::unsupported, *child, "needs an internal-destination");
        bookmark.open = child->attribute("starting-state") != "hide";
        for (const FoNode* title = child->first_child; title != nullptr; title = title->next) {
            if (title->object == Object::bookmark_title) append_text(*title, bookmark.title);
        }
        bookmark.title = xml::normalize_space(bookmark.title);
        pages.bookmarks.push_back(std::move(bookmark));
        add_bookmarks(tree, *child, level + 1, pages);
    }
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

void read_declarations(const FoTree& tree, const FoNode& root, Pages& pages) {
    const auto language = root.source.attribute("lang", "http://www.w3.org/XML/1998/namespace");
    if (language) pages.metadata.language = *language;
    for (const FoNode* child = root.first_child; child != nullptr; child = child->next) {
        if (child->object != Object::declarations) continue;
        for (const FoNode* d = child->first_child; d != nullptr; d = d->next) {
            if (d->object != Object::document) tree.fail(ErrorCode::unsupported, *d, "is not supported in fo:declarations");
            read_document(tree, *d, pages.metadata);
        }
    }
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
