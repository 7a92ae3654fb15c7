#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "outline/keys.hpp"
#include "outline/prescribed.hpp"
#include "outline/sieve.hpp"

namespace irikteu::outline {

/// Keys of all prescribed wordings, to look lines up by. Made once a structure, which has to last as long.
class Titles {
  public:
    explicit Titles(const Prescribed& all) : prescribed_(all) {
        for (const Item& item : all.items) {
            for (const Key& key : item.keys) folded_.push_back(key.folded);
        }
        std::sort(folded_.begin(), folded_.end());
        for (const std::string_view title : folded_) sieve_.add(title);
        for (const Item& item : all.items) {
            for (const Letters& title : item.letters) {
                note_lengths(title.size());
                by_length_.push_back({title.size(), allowed_distance(title.size()), &title});
            }
        }
        std::sort(by_length_.begin(), by_length_.end());
        for (const Item& item : all.items) {
            for (const Key& key : item.briefs) briefs_.push_back(key.folded);
            for (const Token& word : item.tokens) words_.push_back(std::u32string_view(word.folded).substr(0, word_beginning));
        }
        std::sort(briefs_.begin(), briefs_.end());
        std::sort(words_.begin(), words_.end());
        words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    }
    const Prescribed& prescribed() const { return prescribed_; }
    bool say(const Key& key) const { return sieve_.may_hold(key.folded) && std::binary_search(folded_.begin(), folded_.end(), std::string_view(key.folded)); }
    /// Whether a key says a title without the words that most titles begin with.
    bool say_briefly(const Key& key) const { return std::binary_search(briefs_.begin(), briefs_.end(), std::string_view(key.folded)); }
    /// Whether a word may be one of a title's.
    bool have_word(std::u32string_view folded) const { return std::binary_search(words_.begin(), words_.end(), folded.substr(0, word_beginning)); }
    /// How many titles are spelt so.
    std::size_t count(const Key& key) const {
        const auto [first, last] = std::equal_range(folded_.begin(), folded_.end(), std::string_view(key.folded));
        return static_cast<std::size_t>(last - first);
    }
    /// Whether a key is the beginning of a title.
    bool go_on_from(const Key& key) const {
        const auto next = std::upper_bound(folded_.begin(), folded_.end(), std::string_view(key.folded));
        return !key.folded.empty() && next != folded_.end() && next->starts_with(key.folded);
    }
    /// Whether a title stands at the beginning of a key.
    bool begin(const Key& key) const {
        return sieve_.may_begin(key.folded) &&
               std::any_of(folded_.begin(), folded_.end(), [&](const std::string_view title) { return key.folded.starts_with(title); });
    }
    /// The title that a key ends in, with a few letters before it, as a number of an unusual kind; empty where there is none.
    std::string_view end(const Key& key) const {
        constexpr std::size_t most_before = 28;  // Bytes.
        for (const std::string_view title : folded_) {
            if (key.folded.size() > title.size() && key.folded.size() <= title.size() + most_before && key.folded.ends_with(title)) return title;
        }
        return {};
    }
    /// Whether a title could be meant by a key that has so many letters.
    bool have_length(std::size_t letters) const { return letters < lengths_.size() && lengths_[letters]; }
    bool may_have_length_of(const Key& key) const {
        return have_length(base::count_characters(key.folded));
    }
    bool nearly_say(const Letters& letters) const {
        const int limit = allowed_distance(letters.size());
        if (limit == 0) return false;
        // No title is as near whose length differs by more.
        const auto most = static_cast<std::size_t>(limit);
        const std::size_t shortest = letters.size() - std::min(most, letters.size());
        for (auto at = std::lower_bound(by_length_.begin(), by_length_.end(), Sized{shortest, 0, nullptr}); at != by_length_.end() && at->length <= letters.size() + most; ++at) {
            const int allowed = std::min(limit, at->allowed);
            if (allowed > 0 && at->title->distance(letters, allowed) <= allowed) return true;
        }
        return false;
    }

  private:
    void note_lengths(std::size_t title) {
        const auto allowed = static_cast<std::size_t>(allowed_distance(title));
        if (lengths_.size() <= title + allowed) lengths_.resize(title + allowed + 1);
        for (std::size_t length = title - allowed; length <= title + allowed; ++length) lengths_[length] = true;
    }

    struct Sized {
        std::size_t length;
        int allowed;  ///< allowed_distance() of it.
        const Letters* title;
        bool operator<(const Sized& other) const { return length < other.length; }
    };

    static constexpr std::size_t word_beginning = 4;  ///< Letters that words of one stem have in common at least.

    const Prescribed& prescribed_;
    std::vector<std::string_view> folded_;
    std::vector<std::string_view> briefs_;
    std::vector<std::u32string_view> words_;  ///< Beginnings of all titles' words.
    Sieve sieve_;
    std::vector<bool> lengths_;
    std::vector<Sized> by_length_;
};

}  // namespace irikteu::outline
