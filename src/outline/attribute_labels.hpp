#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/title_choice.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// The labels of a road map's attributes that have no columns of their own in appendix 6, points 1, 2, 7 and 8.
class AttributeLabels {
  public:
    /// `attributes`: that element of the appendix in act.xml.
    explicit AttributeLabels(xml::Node attributes);

    /// Index of the attribute that a short text without its number names; -1 where it names none.
    int choose(const std::string& text) const;
    /// Whether a text is one of the other wordings that act.xml gives to an attribute.
    bool is_alias(const Key& key) const;
    /// The element of an attribute by its index.
    const std::string& element(int attribute) const { return titles_[static_cast<std::size_t>(attribute)].id; }

    struct Piece {
        int attribute = -1;
        std::size_t label = 0, value = 0;  ///< Bytes where they begin.
    };
    /// The labels in a text: each behind the end of a sentence, and with a colon or a dash behind: "Label: value. Label – value."
    std::vector<Piece> pieces(std::string_view text) const;

  private:
    std::vector<ChoiceTitle> titles_;
    std::vector<std::pair<Key, int>> aliases_;
};

}  // namespace irikteu::outline
