#include "layout/structure.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

constexpr auto kRoles = std::to_array<std::string_view>(
    {"Part",  "Art",   "Sect", "Div",     "BlockQuote", "Caption", "TOC",       "TOCI", "Index", "P",     "H1",   "H2",
     "H3",    "H4",    "H5",   "H6",      "L",          "LI",      "Lbl",       "LBody", "Table", "TR",   "TH",   "TD",
     "THead", "TBody", "TFoot", "Span",   "Quote",      "Note",    "Reference", "BibEntry", "Code", "Link", "Figure", "Form",
     "Formula", "NonStruct"});

bool in_table_header(const FoNode& node) {
    for (const FoNode* n = node.parent; n != nullptr && n->object != Object::table; n = n->parent) {
        if (n->object == Object::table_header) return true;
    }
    return false;
}

bool is_sole_content(const FoNode& node) {
    if (!node.source || node.parent == nullptr) return false;
    switch (node.parent->object) {
        case Object::table_cell:
        case Object::list_item_label:
        case Object::list_item_body:
        case Object::footnote_body: break;
        default: return false;
    }
    const xml::Node parent = node.source.parent();
    return parent.first_element() == node.source && !node.source.next_element();
}

}  // namespace

std::string_view Structure::role(const FoNode& node, Holding holding) const {
    switch (node.object) {
        case Object::block:
            // The only block of a cell or label adds nothing to it.
            if (holding == Holding::inlines && is_sole_content(node)) return "none";
            return holding == Holding::inlines ? "P" : holding == Holding::blocks ? "Div" : "none";
        case Object::list_block: return "L";
        case Object::list_item: return "LI";
        case Object::list_item_label: return "Lbl";
        case Object::list_item_body: return "LBody";
        case Object::table: return "Table";
        case Object::table_header: return "THead";
        case Object::table_footer: return "TFoot";
        case Object::table_body: return "TBody";
        case Object::table_row: return "TR";
        case Object::table_cell: return in_table_header(node) || !node.extension("scope").empty() ? "TH" : "TD";
        case Object::table_caption: return "Caption";
        case Object::basic_link: return "Link";
        case Object::footnote_body: return "Note";
        case Object::field: return "Form";
        case Object::instream_foreign_object:
        case Object::external_graphic: return node.extension("alt").empty() ? "artifact" : "Figure";
        case Object::leader:
        case Object::static_content: return "artifact";
        default: return "none";
    }
}

ElementId Structure::element_for(const FoNode& node, ElementId parent, Holding holding) {
    if (parent == kArtifact) return kArtifact;
    const std::string_view given = node.extension("role");
    const std::string_view r = given.empty() ? role(node, holding) : given;
    if (r == "none") return parent;
    if (r == "artifact") return kArtifact;
    if (!given.empty()) check_role(node, r);
    StructureElement& element = elements_.emplace_back();
    element.type = r;
    element.parent = parent;
    describe(node, element);
    return static_cast<ElementId>(elements_.size() - 1);
}

void Structure::check_role(const FoNode& node, std::string_view r) {
    if (std::find(kRoles.begin(), kRoles.end(), r) == kRoles.end()) {
        tree_.fail(ErrorCode::invalid, node, "ir:role \"" + std::string(r) + "\" is no structure type that we know");
    }
    if (r.size() != 2 || r[0] != 'H' || r[1] < '1' || r[1] > '6') return;
    const int level = r[1] - '0';
    if (level > heading_ + 1) {
        tree_.fail(ErrorCode::invalid, node,
                   "heading " + std::string(r) + " skips a level; the level before is " + std::to_string(heading_));
    }
    heading_ = level;
}

void Structure::describe(const FoNode& node, StructureElement& element) {
    if (node.extended) {
        element.alternative = node.extension("alt");
        element.title = node.extension("title");
        const auto language = node.source.attribute("lang", kXmlNamespace);
        if (language) element.language = *language;
    }
    if (element.type == "Note") element.id = "note-" + std::to_string(++notes_);
    if (node.object != Object::table_cell) return;
    element.column_span = node.style->columns_spanned;
    element.row_span = node.style->rows_spanned;
    const std::string_view scope = node.extension("scope");
    using Scope = StructureElement::Scope;
    if (scope == "row") {
        element.scope = Scope::row;
    } else if (scope == "both") {
        element.scope = Scope::both;
    } else if (scope == "column" || (scope.empty() && element.type == "TH")) {
        element.scope = Scope::column;
    } else if (!scope.empty()) {
        tree_.fail(ErrorCode::unsupported, node, "ir:scope must be column, row or both");
    }
}

}  // namespace irikteu::layout
