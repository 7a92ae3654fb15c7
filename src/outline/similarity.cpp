#include "outline/similarity.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "kazakh/letters.hpp"

namespace irikteu::outline {

namespace {

constexpr int weight_of_foreign_word = 150;
constexpr int unnumbered_in_cell = 220;
constexpr int said_briefly = 600;  ///< Not enough to be a section that was moved or stands twice.
constexpr int least_likeness_of_heading = 550;
constexpr int least_likeness_of_paragraph = 750;
constexpr int least_likeness_of_name = 250;  ///< In the text of the section it belongs to.
constexpr std::size_t most_words_added = 2;  ///< To a title by a paragraph that is no heading.

/// Indices of heading words that have been paired, so that no word counts twice.
int find_stem(const std::vector<Token>& words, const std::u32string& stem, std::vector<bool>& used) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!used[i] && same_stem(words[i].folded, stem)) {
            used[i] = true;
            return static_cast<int>(i);
        }
    }
    return -1;
}

/// Whether the candidate's number is the prescribed one: "4.3" anywhere, or "3)" for an item, "4." for a section.
bool same_number(const Item& item, const Candidate& candidate) {
    if (candidate.numbers.empty() || item.path.back() == 0) return false;
    if (candidate.numbers == item.path) return true;
    return candidate.numbers.size() == 1 && candidate.numbers.front() == item.path.back();
}

}  // namespace

std::string_view to_string(How how) {
    switch (how) {
        case How::exact: return "exact";
        case How::key: return "key";
        case How::folded: return "folded";
        case How::brief: return "short";
        case How::distance: return "distance";
        case How::words: return "words";
        case How::number: return "number";
        case How::merged: return "merged";
    }
    return "";
}

Comparison::Comparison(const Prescribed& prescribed, std::vector<std::vector<Token>> senses, const std::vector<Token>& generic) : prescribed_(prescribed), titles_(prescribed), senses_(std::move(senses)) {
    for (const Item& item : prescribed.items) {
        auto& words = specific_.emplace_back();
        for (const Token& token : item.tokens) {
            const bool tells = std::none_of(generic.begin(), generic.end(), [&](const Token& word) { return same_stem(word.folded, token.folded); });
            if (tells) words.push_back(token);
        }
    }
    // Words that share a stem begin alike, so only words of one beginning have to be compared.
    struct Word {
        std::u32string_view beginning;
        std::size_t title;
        const Token* token;
        bool operator<(const Word& other) const { return std::tie(beginning, title) < std::tie(other.beginning, other.title); }
    };
    std::vector<Word> words;
    for (std::size_t i = 0; i < prescribed.items.size(); ++i) {
        for (const Token& token : prescribed.items[i].tokens) words.push_back({std::u32string_view(token.folded).substr(0, 4), i, &token});
        weights_.emplace_back(prescribed.items[i].tokens.size());
    }
    std::sort(words.begin(), words.end());
    for (std::size_t first = 0, end = 0; first < words.size(); first = end) {
        while (end < words.size() && words[end].beginning == words[first].beginning) ++end;
        for (std::size_t k = first; k < end; ++k) {
            int titles = 0;
            std::size_t counted = prescribed.items.size();
            for (std::size_t other = first; other < end; ++other) {
                if (words[other].title == counted || !same_stem(words[other].token->folded, words[k].token->folded)) continue;
                counted = words[other].title;
                ++titles;
            }
            const auto index = static_cast<std::size_t>(words[k].token - prescribed.items[words[k].title].tokens.data());
            weights_[words[k].title][index] = 1000 / std::max(titles, 1);
        }
    }
}

std::optional<Similarity> Comparison::compare(int item_index, const Candidate& candidate) const {
    if (candidate.in_data) return std::nullopt;
    const Item& item = prescribed_.items[static_cast<std::size_t>(item_index)];
    Similarity result;
    if (candidate.key.strict == item.keys.front().strict) {
        result = {candidate.title == item.title ? How::exact : How::key, 1000};
    } else if (candidate.key.folded == item.keys.front().folded) {
        result = {How::folded, 990};
    } else if (std::any_of(item.keys.begin() + 1, item.keys.end(),
                           [&](const Key& key) { return key.folded == candidate.key.folded; })) {
        result = {How::brief, 980};
    } else if (std::any_of(item.briefs.begin(), item.briefs.end(), [&](const Key& key) { return key.folded == candidate.key.folded; })) {
        result = {How::brief, said_briefly};
    } else {
        int least = -1;
        for (const Letters& letters : item.letters) {
            const int limit = allowed_distance(std::min(letters.size(), candidate.letters.size()));
            if (limit == 0) continue;
            const int distance = letters.distance(candidate.letters, limit);
            if (distance <= limit && (least < 0 || distance < least)) least = distance;
        }
        if (least >= 0) result = {How::distance, std::max(900, 970 - 10 * least)};
    }
    if (result.score == 0) {
        if (candidate.is_label) return std::nullopt;
        const bool is_heading = candidate.look == Candidate::Look::heading;
        if (candidate.tokens.empty() || candidate.run_in > 0) return std::nullopt;
        // A numbered sentence may have all words of a title among its own.
        if (!is_heading && is_too_long(item_index, candidate.tokens)) return std::nullopt;
        const int alike = likeness(item_index, candidate.tokens);
        if (!has_specific(item_index, candidate.tokens)) return std::nullopt;
        if (alike < (is_heading ? least_likeness_of_heading : least_likeness_of_paragraph)) return std::nullopt;
        result = {How::words, 100 + alike * 35 / 100};
    }
    if (same_number(item, candidate)) result.score += 40;
    if (candidate.has_content && !item.has_items) result.score += 15;
    switch (candidate.look) {
        case Candidate::Look::heading: result.score += 20; break;
        case Candidate::Look::numbered: break;
        case Candidate::Look::plain: result.score -= 20; break;
        case Candidate::Look::cell: result.score -= 40; break;
    }
    if (candidate.level > 0 && candidate.level == item.depth) result.score += 5;
    // Four rows of a table that are spelt like unnumbered items must not outweigh the heading they stand below.
    if (candidate.look == Candidate::Look::cell && item.path.back() == 0) result.score = std::min(result.score, unnumbered_in_cell);
    return result;
}

Comparison::Overlap Comparison::overlap(int item_index, const std::vector<Token>& heading) const {
    const auto index = static_cast<std::size_t>(item_index);
    const Item& item = prescribed_.items[index];
    Overlap sum;
    std::vector<bool> used(heading.size(), false);
    for (std::size_t i = 0; i < item.tokens.size(); ++i) {
        sum.title += weights_[index][i];
        if (find_stem(heading, item.tokens[i].folded, used) >= 0) {
            sum.common += weights_[index][i];
            sum.heading += weights_[index][i];
        }
    }
    for (std::size_t i = 0; i < heading.size(); ++i) sum.heading += used[i] ? 0 : weight_of_foreign_word;
    return sum;
}

int Comparison::likeness(int item, const std::vector<Token>& heading) const {
    const Overlap sum = overlap(item, heading);
    return sum.title + sum.heading == 0 ? 0 : 2000 * sum.common / (sum.title + sum.heading);
}

bool Comparison::has_specific(int item, const std::vector<Token>& heading) const {
    const std::vector<Token>& words = specific_[static_cast<std::size_t>(item)];
    if (words.empty()) return true;
    for (const Token& word : words) {
        if (std::any_of(heading.begin(), heading.end(), [&](const Token& other) { return same_stem(word.folded, other.folded); })) return true;
    }
    // A heading that says nothing else says the same more briefly.
    const std::vector<Token>& title = prescribed_.items[static_cast<std::size_t>(item)].tokens;
    const bool has_only_its_words = std::all_of(heading.begin(), heading.end(), [&](const Token& other) {
        return std::any_of(title.begin(), title.end(), [&](const Token& word) { return same_stem(word.folded, other.folded); });
    });
    return (has_only_its_words && heading.size() > 1) || share_sense(words, heading);
}

bool Comparison::share_sense(const std::vector<Token>& title, const std::vector<Token>& heading) const {
    const auto has = [](const std::vector<Token>& words, const std::vector<Token>& sense) {
        return std::any_of(words.begin(), words.end(), [&](const Token& word) {
            return std::any_of(sense.begin(), sense.end(), [&](const Token& one) { return same_stem(word.folded, one.folded); });
        });
    };
    return std::any_of(senses_.begin(), senses_.end(), [&](const std::vector<Token>& sense) { return has(title, sense) && has(heading, sense); });
}

bool Comparison::may_mean(int item_index, const Candidate& heading) const {
    constexpr int least_likeness = 140;  // What two titles share that are about nothing in common, as "strategy", stays below.
    constexpr std::size_t stem = 5;
    const auto index = static_cast<std::size_t>(item_index);
    const std::vector<Token>& title = prescribed_.items[index].tokens;
    if (has_specific(item_index, heading.tokens) && (likeness(item_index, heading.tokens) >= least_likeness || share_sense(title, heading.tokens))) return true;
    // Letters with spaces between them are no words, or all of them one.
    constexpr std::size_t longest_word = 24;
    std::size_t in_words = 0;
    for (const Token& token : heading.tokens) in_words += token.folded.size();
    if (in_words * 2 > heading.letters.size() && in_words <= longest_word * heading.tokens.size()) return false;
    for (std::size_t i = 0; i < title.size(); ++i) {
        const std::u32string& word = title[i].folded;
        if (word.size() >= stem && weights_[index][i] >= 150 && heading.key.folded.find(kazakh::to_utf8(word.substr(0, stem))) != std::string::npos) return true;
    }
    return false;
}

bool Comparison::is_part(int item_index, const std::vector<Token>& heading) const {
    constexpr int least_weight = 250;
    const auto index = static_cast<std::size_t>(item_index);
    const std::vector<Token>& title = prescribed_.items[index].tokens;
    std::vector<bool> used(heading.size(), false);
    int weight = 0;
    std::size_t common = 0;
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (find_stem(heading, title[i].folded, used) < 0) continue;
        weight += weights_[index][i];
        ++common;
    }
    for (std::size_t i = 0; i < heading.size(); ++i) {
        if (used[i]) continue;
        int most = 0;
        for (std::size_t k = 0; k < title.size(); ++k) {
            if (share_sense({title[k]}, {heading[i]})) most = std::max(most, weights_[index][k]);
        }
        common += most > 0 ? 1 : 0;
        weight += most;
    }
    return heading.size() >= 2 && common * 10 >= heading.size() * 7 && weight >= least_weight;
}

bool Comparison::is_too_long(int item, const std::vector<Token>& heading) const {
    return heading.size() > prescribed_.items[static_cast<std::size_t>(item)].tokens.size() + most_words_added;
}

bool Comparison::may_be_named(int item_index, const std::vector<Token>& words) const {
    const auto index = static_cast<std::size_t>(item_index);
    const std::vector<Token>& title = prescribed_.items[index].tokens;
    if (words.size() > title.size() + most_words_added || title.empty() || likeness(item_index, words) < least_likeness_of_name) return false;
    const int rarest = *std::max_element(weights_[index].begin(), weights_[index].end());
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (weights_[index][i] < rarest) continue;
        if (std::any_of(words.begin(), words.end(), [&](const Token& word) { return same_stem(word.folded, title[i].folded); })) return true;
    }
    return false;
}

int Comparison::coverage(int item, const std::vector<Token>& heading) const {
    const Overlap sum = overlap(item, heading);
    return sum.title == 0 ? 0 : 1000 * sum.common / sum.title;
}

std::string Comparison::difference(int item_index, const std::vector<Token>& heading) const {
    const Item& item = prescribed_.items[static_cast<std::size_t>(item_index)];
    std::vector<bool> used(heading.size(), false);
    std::string missing;
    std::string added;
    for (const Token& token : item.tokens) {
        const auto same = std::find_if(heading.begin(), heading.end(), [&](const Token& word) {
            return !used[static_cast<std::size_t>(&word - heading.data())] && word.folded == token.folded;
        });
        if (same == heading.end()) missing += (missing.empty() ? "\xE2\x88\x92" : " \xE2\x88\x92") + token.word;
        else used[static_cast<std::size_t>(same - heading.begin())] = true;
    }
    for (std::size_t i = 0; i < heading.size(); ++i) {
        if (!used[i]) added += (added.empty() ? "+" : " +") + heading[i].word;
    }
    return missing + (missing.empty() || added.empty() ? "" : " ") + added;
}

}  // namespace irikteu::outline
