#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::act {

/// Tells what somebody wrote into a field or a cell from what only stands there: spaces of any kind, marks that nobody sees, rules,
/// dots, one letter over and over, the words that forms and word processors put into empty places. Any thread.
class BlankTexts {
  public:
    /// `placeholders` are the act's phrases for empty places; `none` those that say that there is nothing.
    BlankTexts(const std::vector<std::string>& placeholders, const std::vector<std::string>& none);

    /// Of a field of a form, where what stands in parentheses is the form's own caption ("_____ (Т.А.Ә.)"), and "none" is no answer.
    bool fills_field(std::string_view utf8) const;
    /// Of a cell of a table, where a dash is the answer "none" and a check mark is one too.
    bool fills_cell(std::string_view utf8) const;

  private:
    struct Phrases {
        std::vector<std::string> keys;  ///< Folded matching keys, sorted.
        std::vector<bool> letters;      ///< By a number of letters, whether a phrase has so many.
        explicit Phrases(const std::vector<std::string>& phrases);
        bool hold(std::string_view utf8, std::size_t letters_in_it) const;
    };
    Phrases placeholders_, none_;
};

}  // namespace irikteu::act
