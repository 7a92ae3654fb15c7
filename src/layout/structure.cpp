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

/// What the property role may ask for wherever a block, or an inline, stands: the types that bind neither parent nor children.
constexpr auto kFreeBlockRoles = std::to_array<std::string_view>({"P", "Div", "Sect", "Art", "Part", "BlockQuote", "Index", "NonStruct", "Note", "Code"});
constexpr auto kFreeInlineRoles = std::to_array<std::string_view>({"Span", "Quote", "Code", "Reference", "BibEntry", "Note"});
constexpr auto kHeadings = std::to_array<std::string_view>({"H1", "H2", "H3", "H4", "H5", "H6"});

bool is_tag(std::string_view tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        if (c == '-') {
            if (length == 0) return false;
            length = 0;
            first = false;
            continue;
        }
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (first || c < '0' || c > '9')) return false;
        if (++length > 8) return false;
    }
    return length > 0;
}

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

std::string language_tag(std::string_view text) {
    std::string tag(xml::trim(text));
    std::replace(tag.begin(), tag.end(), '_', '-');
    return is_tag(tag) ? tag : std::string();
}

std::string language_of(const FoNode& node) {
    if (!node.extended) return {};
    std::string tag(xml::trim(node.source.attribute("lang", kXmlNamespace).value_or(std::string_view{})));
    if (tag.empty()) {
        tag = node.attribute("language");
        const std::string_view country = node.attribute("country");
        if (tag == "none" || tag == "inherit") tag.clear();
        if (!tag.empty() && !country.empty() && country != "none" && country != "inherit") tag.append("-").append(country);
    }
    return language_tag(tag);
}

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
        case Object::qr_code: return "Figure";
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
    std::string_view r = given.empty() ? plain_role(node, role(node, holding)) : given;
    if (r == "none" && given.empty() && node.extended) r = role_for_language(node, holding);
    if (r == "none") return parent;
    if (r == "artifact") return kArtifact;
    if (!given.empty()) check_role(node, r);
    StructureElement& element = elements_.emplace_back();
    element.type = r;
    element.parent = parent;
    describe(node, element);
    return static_cast<ElementId>(elements_.size() - 1);
}

/// An element that does nothing but say the language, where the object has none otherwise.
std::string_view Structure::role_for_language(const FoNode& node, Holding holding) const {
    if (language_of(node).empty()) return "none";
    switch (node.object) {
        case Object::block: return "P";
        case Object::block_container: return "Div";
        case Object::inline_: return "Span";
        case Object::wrapper: return holding == Holding::blocks ? "Div" : "Span";
        case Object::page_sequence: return "Part";
        default: return "none";
    }
}

/// The property role (XSL 1.1, 7.5.5), as other people's documents use it: a hint, followed where the tagging stays sound.
/// A heading that would skip a level comes up to the deepest that is allowed.
std::string_view Structure::plain_role(const FoNode& node, std::string_view own) {
    if (!node.extended) return own;
    const std::string_view hint = xml::trim(node.attribute("role"));
    if (hint.empty() || own == "artifact") return own;
    if (hint != "none" && hint != "H" && hint != "artifact" && std::find(kRoles.begin(), kRoles.end(), hint) == kRoles.end())
        tree_.warn(node, "role \"" + std::string(hint.substr(0, 60)) + "\" is no structure type, and is passed over");
    const auto among = [hint](const auto& roles) { return std::find(roles.begin(), roles.end(), hint) != roles.end(); };
    switch (node.object) {
        case Object::block: {
            if (own != "P" && own != "Div" && own != "none") return own;
            if (hint == "artifact") return hint;
            const auto heading = std::find(kHeadings.begin(), kHeadings.end(), hint);
            if (heading != kHeadings.end() || hint == "H") {
                const int wanted = hint == "H" ? std::max(heading_, 1) : static_cast<int>(heading - kHeadings.begin()) + 1;
                heading_ = std::min(wanted, heading_ + 1);
                return kHeadings[static_cast<std::size_t>(heading_ - 1)];
            }
            return among(kFreeBlockRoles) ? hint : own;
        }
        case Object::block_container: return hint == "artifact" || among(kFreeBlockRoles) ? hint : own;
        case Object::inline_: return hint == "artifact" || among(kFreeInlineRoles) ? hint : own;
        case Object::table_cell: return hint == "TH" || hint == "TD" ? hint : own;
        default: return own;
    }
}

void Structure::check_role(const FoNode& node, std::string_view r) {
    if (std::find(kRoles.begin(), kRoles.end(), r) == kRoles.end()) {
        tree_.refuse(ErrorCode::invalid, node, "ir:role \"" + std::string(r) + "\" is no structure type that we know");
    }
    if (r.size() != 2 || r[0] != 'H' || r[1] < '1' || r[1] > '6') return;
    const int level = r[1] - '0';
    if (level > heading_ + 1) {
        tree_.refuse(ErrorCode::invalid, node,
                   "heading " + std::string(r) + " skips a level; the level before is " + std::to_string(heading_));
    }
    heading_ = level;
}

ElementId Structure::add(std::string_view type, ElementId parent) {
    StructureElement& element = elements_.emplace_back();
    element.type = type;
    element.parent = parent;
    return static_cast<ElementId>(elements_.size() - 1);
}

void Structure::describe(const FoNode& node, StructureElement& element) {
    if (node.extended) {
        element.alternative = node.extension("alt");
        element.title = node.extension("title");
        element.language = language_of(node);
    }
    if (node.object == Object::qr_code && element.alternative.empty()) element.alternative = node.attribute("text");
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
    } else if (scope.empty() && element.type == "TH") {
        element.scope = in_table_header(node) ? Scope::column : Scope::row;
    } else if (scope == "column") {
        element.scope = Scope::column;
    } else if (!scope.empty()) {
        tree_.refuse(ErrorCode::unsupported, node, "ir:scope must be column, row or both");
    }
}

}  // namespace irikteu::layout
