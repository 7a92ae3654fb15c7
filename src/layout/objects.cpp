#include "layout/objects.hpp"

#include <algorithm>
#include <array>

namespace irikteu::layout {
namespace {

struct Entry {
    std::string_view name;  // With our prefix, as in messages.
    Object object;
};

constexpr auto kObjects = std::to_array<Entry>({
    {"fo:root", Object::root},
    {"fo:layout-master-set", Object::layout_master_set},
    {"fo:simple-page-master", Object::simple_page_master},
    {"fo:page-sequence-master", Object::page_sequence_master},
    {"fo:single-page-master-reference", Object::single_page_master_reference},
    {"fo:repeatable-page-master-reference", Object::repeatable_page_master_reference},
    {"fo:repeatable-page-master-alternatives", Object::repeatable_page_master_alternatives},
    {"fo:conditional-page-master-reference", Object::conditional_page_master_reference},
    {"fo:region-body", Object::region_body},
    {"fo:region-before", Object::region_before},
    {"fo:region-after", Object::region_after},
    {"fo:region-start", Object::region_start},
    {"fo:region-end", Object::region_end},
    {"fo:declarations", Object::declarations},
    {"fo:bookmark-tree", Object::bookmark_tree},
    {"fo:bookmark", Object::bookmark},
    {"fo:bookmark-title", Object::bookmark_title},
    {"fo:page-sequence", Object::page_sequence},
    {"fo:title", Object::title},
    {"fo:static-content", Object::static_content},
    {"fo:flow", Object::flow},
    {"fo:block", Object::block},
    {"fo:block-container", Object::block_container},
    {"fo:inline", Object::inline_},
    {"fo:wrapper", Object::wrapper},
    {"fo:character", Object::character},
    {"fo:page-number", Object::page_number},
    {"fo:page-number-citation", Object::page_number_citation},
    {"fo:page-number-citation-last", Object::page_number_citation_last},
    {"fo:leader", Object::leader},
    {"fo:external-graphic", Object::external_graphic},
    {"fo:instream-foreign-object", Object::instream_foreign_object},
    {"fo:basic-link", Object::basic_link},
    {"fo:footnote", Object::footnote},
    {"fo:footnote-body", Object::footnote_body},
    {"fo:list-block", Object::list_block},
    {"fo:list-item", Object::list_item},
    {"fo:list-item-label", Object::list_item_label},
    {"fo:list-item-body", Object::list_item_body},
    {"fo:table", Object::table},
    {"fo:table-and-caption", Object::table_and_caption},
    {"fo:table-caption", Object::table_caption},
    {"fo:table-column", Object::table_column},
    {"fo:table-header", Object::table_header},
    {"fo:table-footer", Object::table_footer},
    {"fo:table-body", Object::table_body},
    {"fo:table-row", Object::table_row},
    {"fo:table-cell", Object::table_cell},
    {"fo:bidi-override", Object::inline_},
    {"fo:multi-switch", Object::wrapper},
    {"fo:multi-case", Object::wrapper},
    {"fo:multi-toggle", Object::inline_},
    {"fo:marker", Object::marker},
    {"fo:retrieve-marker", Object::retrieve_marker},
    {"ir:document", Object::document},
    {"ir:attachment", Object::attachment},
    {"ir:field", Object::field},
    {"ir:qr-code", Object::qr_code},
});

constexpr std::size_t kNames = kObjects.size();

// Sorted by name once, for a binary search.
const std::array<Entry, kNames>& sorted() {
    static const auto table = [] {
        auto t = kObjects;
        std::sort(t.begin(), t.end(), [](const Entry& a, const Entry& b) { return a.name.substr(3) < b.name.substr(3); });
        return t;
    }();
    return table;
}

}  // namespace

std::optional<Object> object_named(std::string_view name, std::string_view namespace_uri) {
    const char prefix = namespace_uri == kFoNamespace ? 'f' : namespace_uri == kExtensionNamespace ? 'i' : '\0';
    if (prefix == '\0') return std::nullopt;
    const auto& table = sorted();
    auto at = std::lower_bound(table.begin(), table.end(), name,
                               [](const Entry& e, std::string_view n) { return e.name.substr(3) < n; });
    for (; at != table.end() && at->name.substr(3) == name; ++at) {
        if (at->name[0] == prefix) return at->object;
    }
    return std::nullopt;
}

bool is_unsupported_object(std::string_view name, std::string_view namespace_uri) {
    // What stands in 6.4 to 6.13 of XSL 1.1 beyond the table above.
    static constexpr std::string_view others[] = {"change-bar-begin", "change-bar-end", "color-profile", "float", "flow-assignment", "flow-map", "flow-name-specifier", "flow-source-list", "flow-target-list",
                                                  "folio-prefix", "folio-suffix", "index-key-reference", "index-page-citation-list", "index-page-citation-list-separator",
                                                  "index-page-citation-range-separator", "index-page-number-prefix", "index-page-number-suffix", "index-range-begin", "index-range-end", "initial-property-set",
                                                  "multi-properties", "multi-property-set", "page-sequence-wrapper", "region-name-specifier", "retrieve-table-marker", "scaling-value-citation"};
    return namespace_uri == kFoNamespace && std::find(std::begin(others), std::end(others), name) != std::end(others);
}

std::string_view name_of(Object object) {
    for (const Entry& e : kObjects) {
        if (e.object == object) return e.name;
    }
    return "text";
}

bool is_inline_level(Object object) {
    switch (object) {
        case Object::text:
        case Object::inline_:
        case Object::character:
        case Object::page_number:
        case Object::page_number_citation:
        case Object::page_number_citation_last:
        case Object::leader:
        case Object::external_graphic:
        case Object::instream_foreign_object:
        case Object::basic_link:
        case Object::footnote:
        case Object::field:
        case Object::qr_code: return true;
        default: return false;
    }
}

bool is_block_level(Object object) {
    switch (object) {
        case Object::block:
        case Object::block_container:
        case Object::list_block:
        case Object::table:
        case Object::table_and_caption: return true;
        default: return false;
    }
}

bool takes_text(Object object) {
    switch (object) {
        case Object::block:
        case Object::inline_:
        case Object::basic_link:
        case Object::wrapper:
        case Object::marker:
        case Object::title:
        case Object::bookmark_title:
        case Object::leader: return true;
        default: return false;
    }
}

}  // namespace irikteu::layout
