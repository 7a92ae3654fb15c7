#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outline/keys.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// A label in all its wordings: the prescribed one, and those that people put in its place.
using Wordings = std::vector<Key>;

/// The text of the child elements with that name and of all `alias` elements of a node of act.xml.
Wordings wordings_of(xml::Node node, std::string_view name);

/// Whether a text is that label: with or without its number, a colon behind it, an explanation in parentheses, a unit behind a
/// comma, or the same in another language behind a solidus, in parentheses or on a line of its own.
bool says(const Wordings& label, std::string_view text);

/// What stands behind a label that begins a line: "Лауазымы: директор", "Лауазымы – директор", parted by a tab or a rule. Empty where
/// only the label stands there; nullopt where the line doesn't begin with it.
std::optional<std::string_view> behind_label(const Wordings& label, std::string_view line);

/// The text behind words that it begins with, compared by keys, without a colon or comma between them; nullopt where it doesn't begin
/// with them. What follows may be the rest of a word.
std::optional<std::string_view> behind_words(std::string_view text, const std::string& words);

}  // namespace irikteu::outline
