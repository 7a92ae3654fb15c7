#include "outline/title_choice.hpp"

#include <algorithm>

namespace irikteu::outline {

namespace {

constexpr int least_shared = 500;   ///< Thousandths of both texts' letters.
constexpr std::size_t longest = 200;

std::size_t letters_of(const std::vector<Token>& tokens) {
    std::size_t letters = 0;
    for (const Token& token : tokens) letters += token.folded.size();
    return letters;
}

struct Shared {
    int letters = 0;  ///< Thousandths of both texts.
    bool all = true;  ///< Every word of the text is in the title.
};

Shared shared_with(const ChoiceTitle& title, const std::vector<Token>& words) {
    Shared shared;
    std::size_t common = 0;
    for (const Token& word : words) {
        std::size_t most = 0;
        for (const Token& token : title.tokens) {
            if (!same_stem(token.folded, word.folded)) continue;
            const auto end = std::mismatch(token.folded.begin(), token.folded.end(), word.folded.begin(), word.folded.end()).first;
            most = std::max(most, static_cast<std::size_t>(end - token.folded.begin()));
        }
        common += most;
        shared.all = shared.all && most > 0;
    }
    shared.letters = static_cast<int>(2000 * common / std::max<std::size_t>(letters_of(title.tokens) + letters_of(words), 1));
    return shared;
}

}  // namespace

ChoiceTitle choice_title(std::string id, const std::string& title) {
    return {std::move(id), kazakh::matching_key(title), tokens_of(title)};
}

int choose_title(const std::vector<ChoiceTitle>& titles, const std::string& text, const Key& key) {
    if (key.folded.empty() || visible_characters(text) > longest) return -1;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (nearly_equal(key, titles[i].key)) return static_cast<int>(i);
    }
    const auto words = tokens_of(text);
    if (words.empty()) return -1;
    int best = -1;
    int most = 0;
    int only = -1;
    int having_all = 0;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const Shared shared = shared_with(titles[i], words);
        if (shared.letters > most) most = shared.letters, best = static_cast<int>(i);
        if (shared.all) ++having_all, only = static_cast<int>(i);
    }
    if (most >= least_shared) return best;
    return having_all == 1 ? only : -1;
}

}  // namespace irikteu::outline
