#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xml/node.hpp"

namespace irikteu::readers {

enum class FieldMark : std::uint8_t { begin, separate, end };

/// What stands below an element without regard to what it means.
struct WordContent {
    std::string text;         ///< Of all w:t, w:delText, m:t and a:t, in document order.
    std::uint64_t codes = 0;  ///< Characters of field codes.
    int paragraphs = 0;       ///< w:p
    int tables = 0;           ///< w:tbl
    std::vector<FieldMark> fields;  ///< w:fldChar, in order.
};
WordContent word_content(xml::Node element);

/// All text below that is no white space by itself: for elements that nobody knows. Empty where there is none.
std::string any_text(xml::Node element);

/// The text of a w:t (17.3.3.31): without white space around it unless that is to be preserved; line ends are spaces.
std::string run_text(xml::Node t);
std::string run_text(xml::Node t, std::string text);  ///< Of which `text` is all text below it.

}  // namespace irikteu::readers
