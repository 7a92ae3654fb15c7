#include "outline/attribute_labels.hpp"

#include <algorithm>

#include "kazakh/numbering.hpp"

namespace irikteu::outline {

AttributeLabels::AttributeLabels(xml::Node attributes) {
    for (const xml::Node node : attributes.elements()) {
        if (node.name() != "attribute") continue;
        for (const xml::Node alias : node.elements()) {
            if (alias.name() == "alias") aliases_.emplace_back(kazakh::matching_key(alias.text()), static_cast<int>(titles_.size()));
        }
        titles_.push_back(choice_title(std::string(node.attribute_or("element", "")), node.child_text("title")));
    }
}

int AttributeLabels::choose(const std::string& text) const {
    const Key key = kazakh::matching_key(text);
    for (const auto& [alias, attribute] : aliases_) {
        if (nearly_equal(key, alias)) return attribute;
    }
    return choose_title(titles_, text, key);
}

bool AttributeLabels::is_alias(const Key& key) const {
    return std::any_of(aliases_.begin(), aliases_.end(), [&](const auto& alias) { return nearly_equal(key, alias.first); });
}

std::vector<AttributeLabels::Piece> AttributeLabels::pieces(std::string_view text) const {
    static constexpr std::string_view signs[] = {":", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - "};
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '\n' || ((text[at] == '.' || text[at] == ';') && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n'));
        if (ends) begin = at + 1;
        for (const std::string_view sign : signs) {
            if (begin > at || !text.substr(at).starts_with(sign)) continue;
            const std::string label(kazakh::split_numbering(xml::trim(text.substr(begin, at - begin))).rest);
            const int attribute = choose(label);
            if (attribute >= 0) pieces.push_back({attribute, begin, at + sign.size()});
            begin = at + sign.size();
        }
    }
    return pieces;
}

}  // namespace irikteu::outline
