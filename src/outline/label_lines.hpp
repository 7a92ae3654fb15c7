#pragma once

#include <optional>
#include <string_view>

#include "outline/titles.hpp"

namespace irikteu::outline {

/// A line "Орналасқан жері: Қостанай облысы", parted.
struct LabelLine {
    std::string_view label;
    std::string_view answer;  ///< Empty where the line ends with the label's colon.
};

/// Parts a short label from its answer at the first colon, tab, line break or dash between spaces, of a numbered line at a full stop
/// too; nullopt where a line has none of them near its beginning, or a sentence stands before it.
std::optional<LabelLine> label_line(std::string_view text, bool is_numbered);

/// Whether a label may name an item in fewer words than the act: it says a title without its usual beginning, or most of its words,
/// two at least, are words of titles.
bool may_name_item(std::string_view label, const Titles& titles);
/// The same of a label whose key is known.
bool may_name_item(std::string_view label, const Key& key, const Titles& titles);

}  // namespace irikteu::outline
