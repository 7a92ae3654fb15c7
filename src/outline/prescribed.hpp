#pragma once

#include <string>
#include <vector>

#include "outline/keys.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// One prescribed section or item.
struct Item {
    std::string id;              ///< "4.3"
    std::string title;           ///< To the letter.
    std::vector<Key> keys;       ///< Of the title, then of its short form and other wordings.
    std::vector<Letters> letters; ///< Of the folded keys.
    std::vector<Key> briefs;     ///< The title without the words that most titles begin with; empty where it has none of them.
    std::vector<Key> explanations;  ///< What the title says in brackets at its end or behind a dash: printed, and nobody's text.
    std::vector<Token> tokens;   ///< Of the short form where there is one, else of the title.
    std::vector<int> path;       ///< {4, 3}; unnumbered items end in 0.
    int parent = -1;             ///< Index, -1 for a top section.
    int depth = 1;               ///< 1 for a top section.
    bool required = true;
    bool has_items = false;
};

/// A prescribed structure (appendix 2 or 5), flattened in reading order.
struct Prescribed {
    std::string appendix;
    std::vector<Item> items;
    std::vector<Key> notes;  ///< Prescribed text that is no item and no content.

    /// `appendix_node` is an appendix of act.xml with nature="structure".
    static Prescribed of(xml::Node appendix_node);
    /// Whether `index` is below `ancestor`, or is it.
    bool is_within(int index, int ancestor) const;
};

}  // namespace irikteu::outline
