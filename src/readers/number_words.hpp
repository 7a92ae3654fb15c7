#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace irikteu::readers {

/// The words of a text, among which a number is looked for as it is written out in Kazakh.
class NumberWords {
  public:
    explicit NumberWords(std::string_view text);
    /// Whether the number stands there whole, also as sums and ordinals are written and with a case ending: 12 in "он екіге дейін", but neither 10
    /// nor 2, and no 10 in "оның".
    bool hold(std::int64_t number) const;

  private:
    bool holds(std::string_view words) const;
    bool stands_alone(std::size_t begin, std::size_t end) const;

    std::string words_;  ///< The keys of the words, each between spaces.
};

}  // namespace irikteu::readers
