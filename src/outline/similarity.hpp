#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outline/candidates.hpp"
#include "outline/prescribed.hpp"
#include "outline/titles.hpp"

namespace irikteu::outline {

/// How a heading was recognised as a prescribed title, from the surest down.
enum class How { exact, key, folded, brief, distance, words, number, merged };
std::string_view to_string(How how);
/// Whether the heading differs from the title in more than spelling.
inline bool is_approximate(How how) { return how >= How::distance; }

struct Similarity {
    How how = How::exact;
    int score = 0;  ///< 0 … 1100; from 880 on the title is said, below it is only hinted at.
};
inline constexpr int said = 850;

/// Compares headings with a prescribed structure's titles. Rare words weigh more than those which half the titles have.
class Comparison {
  public:
    /// `senses`: words that can stand for one another.
    explicit Comparison(const Prescribed& prescribed, std::vector<std::vector<Token>> senses = {}, const std::vector<Token>& generic = {});

    /// The structure's titles, to look lines up by.
    const Titles& titles() const { return titles_; }
    /// nullopt where the two have nothing to do with each other.
    std::optional<Similarity> compare(int item, const Candidate& candidate) const;
    /// Likeness of the words, in thousandths: 2 × common / (title's + heading's), by weight.
    int likeness(int item, const std::vector<Token>& heading) const;
    /// Whether a heading may be the title in other words: it has a word of some weight of it, or one of the same sense.
    bool may_mean(int item, const Candidate& heading) const;
    /// Whether nearly all that the heading says is in the title, and not only what half of the titles say.
    bool is_part(int item, const std::vector<Token>& heading) const;
    /// Whether a few words have one of those that only this title has, and not too little else of it: enough to name it where its section
    /// stands around them.
    bool may_be_named(int item, const std::vector<Token>& words) const;
    /// Which part of the title's words the heading has, in thousandths.
    int coverage(int item, const std::vector<Token>& heading) const;
    /// Whether a line has so many words more than the title that it is a sentence.
    bool is_too_long(int item, const std::vector<Token>& heading) const;
    /// "−word … +word …": words of the title that are missing, words that were added.
    std::string difference(int item, const std::vector<Token>& heading) const;

  private:
    struct Overlap {
        int common = 0, title = 0, heading = 0;
    };
    Overlap overlap(int item, const std::vector<Token>& heading) const;

    const Prescribed& prescribed_;
    const Titles titles_;
    std::vector<std::vector<int>> weights_;  ///< Of each item's tokens.
    /// Whether both have a word of one sense.
    bool share_sense(const std::vector<Token>& title, const std::vector<Token>& heading) const;
    /// Whether the heading has a word, or one of its sense, that tells the title from others; true where the title has none.
    bool has_specific(int item, const std::vector<Token>& heading) const;
    std::vector<std::vector<Token>> senses_;
    std::vector<std::vector<Token>> specific_;  ///< Of each item.
};

}  // namespace irikteu::outline
