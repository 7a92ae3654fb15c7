#pragma once

#include <optional>
#include <string_view>

#include "outline/titles.hpp"

namespace irikteu::outline {

/// The part of a line that says a title, where something else stands beside it.
struct TitlePart {
    std::string_view text;    ///< Of the line.
    Key key;
    std::size_t run_in = 0;   ///< Characters beside it that are content: "Республикалық бюджет – 120 млн теңге".
};

/// Finds a title that stands with its translation ("… / …", "… | …", on lines of their own), with an explanation behind a
/// dash or a colon, or with a remark in brackets at the end. nullopt where no part of the line says one.
std::optional<TitlePart> title_part(std::string_view line, const Titles& titles);

/// Whether a line has something that a title and its translation stand on both sides of; looked up fast.
bool has_two_sides(std::string_view line);

}  // namespace irikteu::outline
