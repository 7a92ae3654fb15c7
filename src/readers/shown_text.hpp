#pragma once

#include <string>
#include <string_view>

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

  private:
    bool holds(std::string_view value) const { return squeezed_.find(squeezed(value)) != std::string::npos; }

    std::string squeezed_, key_;
};

}  // namespace irikteu::readers
