#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace irikteu::layout {

inline constexpr std::string_view kFoNamespace = "http://www.w3.org/1999/XSL/Format";
inline constexpr std::string_view kExtensionNamespace = "urn:irikteu:fo:1";

/// The formatting objects that we know, ours included.
enum class Object : std::uint8_t {
    text,  ///< Character data: no object of its own in XSL-FO.
    root, layout_master_set, simple_page_master, page_sequence_master, single_page_master_reference,
    repeatable_page_master_reference, repeatable_page_master_alternatives, conditional_page_master_reference,
    region_body, region_before, region_after, region_start, region_end, declarations, bookmark_tree, bookmark,
    bookmark_title, page_sequence, title, static_content, flow, block, block_container, inline_, wrapper, character,
    page_number, page_number_citation, page_number_citation_last, leader, external_graphic, instream_foreign_object, basic_link, footnote,
    footnote_body, list_block, list_item, list_item_label, list_item_body, table, table_and_caption, table_caption,
    table_column, table_header, table_footer, table_body, table_row, table_cell, marker, retrieve_marker,
    document, attachment, field, qr_code,
};

/// The object of an element's name in either namespace; nullopt where there is none.
std::optional<Object> object_named(std::string_view name, std::string_view namespace_uri);
/// Whether XSL-FO 1.1 has a formatting object of that name which we don't support.
bool is_unsupported_object(std::string_view name, std::string_view namespace_uri);
/// The same as object_named(), with the answers remembered by the addresses of the names: parsers keep one copy of a name, and a document
/// has many elements. Only for names that stay where they are while this lives.
class ObjectNames {
  public:
    std::optional<Object> find(std::string_view name, std::string_view namespace_uri) {
        const auto address = reinterpret_cast<std::uintptr_t>(name.data()) ^ (reinterpret_cast<std::uintptr_t>(namespace_uri.data()) << 1);
        Entry& entry = entries_[(address >> 3) % entries_.size()];
        if (entry.name != name.data() || entry.space != namespace_uri.data()) {
            entry = {name.data(), namespace_uri.data(), object_named(name, namespace_uri)};
        }
        return entry.object;
    }

  private:
    struct Entry {
        const char* name = nullptr;
        const char* space = nullptr;
        std::optional<Object> object;
    };
    std::array<Entry, 256> entries_{};
};

/// "fo:table-cell", "ir:field"
std::string_view name_of(Object object);
/// Whether it stands among lines (character data does), rather than stacking as a block.
bool is_inline_level(Object object);
/// Whether it stacks in the block progression direction.
bool is_block_level(Object object);
/// Whether character data means something in it.
bool takes_text(Object object);

}  // namespace irikteu::layout
