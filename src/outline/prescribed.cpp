#include "outline/prescribed.hpp"

#include <algorithm>
#include <charconv>

namespace irikteu::outline {

namespace {

/// "4.2.a" as {4, 2, 0}.
std::vector<int> path_of(std::string_view id) {
    std::vector<int> path;
    while (!id.empty()) {
        const std::string_view step = id.substr(0, id.find('.'));
        int number = 0;
        std::from_chars(step.data(), step.data() + step.size(), number);
        path.push_back(number);
        id.remove_prefix(std::min(id.size(), step.size() + 1));
    }
    return path;
}

void add_wording(Item& item, const std::string& wording) {
    item.keys.push_back(kazakh::matching_key(wording));
    item.letters.emplace_back(item.keys.back().folded);
}

bool begins_with(const std::vector<Token>& words, const std::vector<Token>& beginning) {
    return words.size() >= beginning.size() &&
           std::equal(beginning.begin(), beginning.end(), words.begin(), [](const Token& a, const Token& b) { return same_stem(a.folded, b.folded); });
}

/// What stands in the title behind its short form, and what it ends in in brackets.
void add_explanations(Item& item, const std::string& brief) {
    const std::string_view title = item.title;
    if (!brief.empty() && title.starts_with(brief)) item.explanations.push_back(kazakh::matching_key(title.substr(brief.size())));
    const auto open = title.find('(');
    if (title.ends_with(')') && open != std::string_view::npos) item.explanations.push_back(kazakh::matching_key(title.substr(open)));
}

void flatten(xml::Node parent_node, int parent, int depth, Prescribed& out) {
    for (xml::Node node : parent_node.elements()) {
        if (node.name() == "note") out.notes.push_back(kazakh::matching_key(node.text()));
        if (node.name() != "section") continue;
        const int index = static_cast<int>(out.items.size());
        Item& item = out.items.emplace_back();
        item.id = node.attribute_or("id", "");
        item.title = node.child_text("title");
        item.path = path_of(item.id);
        item.parent = parent;
        item.depth = depth;
        item.required = node.attribute_or("required", "true") == "true";
        item.has_items = static_cast<bool>(node.first_element("section"));
        add_wording(item, item.title);
        const std::string brief = node.child_text("short");
        if (!brief.empty()) add_wording(item, brief);
        add_explanations(item, brief);
        for (xml::Node alias : node.elements()) {
            if (alias.name() == "alias") add_wording(item, alias.text());
        }
        item.tokens = tokens_of(brief.empty() ? item.title : brief);
        flatten(node, index, depth + 1, out);
    }
}

/// The two words that more titles begin with than with any other two, whatever their endings; none where few do.
std::vector<Token> common_beginning(const std::vector<std::vector<Token>>& titles) {
    constexpr std::size_t words = 2;
    constexpr std::size_t least_share = 5;  // Of so many titles one.
    std::vector<Token> best;
    std::size_t most = 0;
    for (const std::vector<Token>& title : titles) {
        if (title.size() < words) continue;
        const std::vector<Token> beginning(title.begin(), title.begin() + words);
        const auto times = static_cast<std::size_t>(std::count_if(titles.begin(), titles.end(), [&](const auto& other) { return begins_with(other, beginning); }));
        if (times > most) most = times, best = beginning;
    }
    return most * least_share >= titles.size() ? best : std::vector<Token>();
}

void add_briefs(std::vector<Item>& items) {
    constexpr std::size_t least_words = 2;  // One word says too little.
    std::vector<std::vector<Token>> titles;
    for (const Item& item : items) titles.push_back(tokens_of(item.title));
    const std::vector<Token> beginning = common_beginning(titles);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::vector<Token>& words = titles[i];
        if (beginning.empty() || words.size() < beginning.size() + least_words || !begins_with(words, beginning)) continue;
        std::string rest;
        for (auto word = words.begin() + static_cast<std::ptrdiff_t>(beginning.size()); word != words.end(); ++word) rest += word->word + ' ';
        items[i].briefs.push_back(kazakh::matching_key(rest));
    }
}

}  // namespace

Prescribed Prescribed::of(xml::Node appendix_node) {
    Prescribed prescribed;
    prescribed.appendix = appendix_node.attribute_or("id", "");
    flatten(appendix_node.first_element("structure"), -1, 1, prescribed);
    add_briefs(prescribed.items);
    return prescribed;
}

bool Prescribed::is_within(int index, int ancestor) const {
    for (; index >= 0; index = items[static_cast<std::size_t>(index)].parent) {
        if (index == ancestor) return true;
    }
    return false;
}

}  // namespace irikteu::outline
