#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "readers/number_words.hpp"

namespace irikteu::readers {

/// Without what line breaks and layout may change: white space, the soft hyphen, characters without width.
std::string squeezed(std::string_view text);

/// The text of a paper, in which values are looked for.
class ShownText {
  public:
    /// `text` with spaces between what does not belong together.
    explicit ShownText(std::string text);
    /// Whether the value stands there: as it is, as a date or a number is written in Kazakh, or in other case and punctuation.
    bool shows(std::string_view value) const;

    /// Whether it stands there as templates write dates and numbers otherwise: a day with its month in Kazakh, Russian or English, in another order or case
    /// form; a number with other signs for its thousands and its fraction, or in Kazakh words. With its sign: -5 is not shown by 5.
    bool shows_otherwise(std::string_view value) const;

  private:
    bool holds_day(const base::Date& day) const;
    bool digit_beside(std::size_t begin, std::size_t end) const;
    bool holds_number(std::string number, bool negative) const;
    bool has_sign(std::size_t begin, std::size_t end) const;
    bool holds(std::string_view value) const { return squeezed_.find(squeezed(value)) != std::string::npos; }

    std::vector<bool> after_space_;  ///< Of each byte of squeezed_.
    std::string squeezed_, key_;
    NumberWords words_;
};

}  // namespace irikteu::readers
