#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kazakh/key.hpp"

namespace irikteu::outline {

using Key = kazakh::MatchingKey;

/// A word of a title, compared by its stem: Kazakh puts its endings at the end.
struct Token {
    std::string word;       ///< As written.
    std::u32string folded;  ///< Its folded key.
};

/// The next word from `at` on, which goes behind it; empty where there is no more.
std::string_view next_word(std::string_view text, std::size_t& at);

/// The words of a text that have at least two letters, the first `most` of them.
std::vector<Token> tokens_of(std::string_view text, std::size_t most = std::string_view::npos);

/// The letters of a folded key, to be compared with those of others. Most pairs are told apart by how often they have
/// each letter.
class Letters {
  public:
    Letters() = default;
    explicit Letters(std::string_view folded);

    std::size_t size() const { return points_.size(); }
    const std::u32string& points() const { return points_; }
    /// Levenshtein distance, or `limit` + 1 where it is more than `limit`.
    int distance(const Letters& other, int limit) const;

  private:
    std::u32string points_;
    std::array<std::uint8_t, 32> counts_ = {};  ///< Of the letters by their last five bits; at most 255.
};

/// Whether two words share their stem: they begin alike for at least four letters, three fifths of the shorter word and
/// half of the longer one; or they are equal.
bool same_stem(const std::u32string& a, const std::u32string& b);

/// Whether two words begin with the same four letters: enough for words that are known by their neighbours.
bool begin_alike(const std::u32string& a, const std::u32string& b);

/// Whether two texts of three words at least have most of their words in common: 70 % of both, 60 % where one has four at most.
bool share_most_words(const std::vector<Token>& a, const std::vector<Token>& b);

/// How many mistakes a key of that many letters may have and still be the same title: none below 6, one below 12,
/// else two or 8 %, whichever is more.
int allowed_distance(std::size_t letters);

/// Whether two keys are equal or differ by no more than allowed_distance() of the shorter one. Empty keys equal nothing.
bool nearly_equal(const Key& a, const Key& b);

/// How many code points there are without white space: the measure of content.
std::size_t visible_characters(std::string_view text);

/// Byte where the first word begins in a text whose key is one of these; npos where there is none.
std::size_t place_of_word(std::string_view text, const std::vector<std::string>& keys);

}  // namespace irikteu::outline
