#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "xml/node.hpp"

/// What people see where no text stands in the file.
namespace irikteu::readers {

/// A check box, by its state.
inline constexpr std::string_view ticked_box = "\u2612", empty_box = "\u2610";

/// What a field shows that has no result because its code says what is seen: MACROBUTTON (17.16.5.34), SYMBOL (17.16.5.62).
/// nullopt for other codes.
std::optional<std::string> shown_code(std::string_view code);

/// The state of a form field of the old kind, a w:ffData (17.16.17); nullopt for text fields, which have a result.
std::optional<std::string> form_field_text(xml::Node data);

/// The character that a w:sym tells by its code in a font (17.3.3.30).
std::string character_text(xml::Node sym);

}  // namespace irikteu::readers
