#pragma once

#include <string>
#include <vector>

#include "outline/keys.hpp"

namespace irikteu::outline {

/// A title of a column, a group or an attribute, with what it is called in act.xml.
struct ChoiceTitle {
    std::string id;
    Key key;
    std::vector<Token> tokens;
};

ChoiceTitle choice_title(std::string id, const std::string& title);

/// Index of the title that a short text says, -1 where it says none: to the letter but for spelling, else the one with
/// which it shares most letters of its words (at least half of both texts), else the only one that has all its words.
/// The text comes without its number.
int choose_title(const std::vector<ChoiceTitle>& titles, const std::string& text, const Key& key);

}  // namespace irikteu::outline
