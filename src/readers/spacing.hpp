#pragma once

#include <optional>

namespace irikteu::readers {

/// What of a paragraph's properties says how much room it takes (ECMA-376-1, 17.3.1). Lengths are twips, 1/20 pt.
struct Spacing {
    enum class Rule { automatic, at_least, exact };
    std::optional<int> before, after, left, right, first;
    std::optional<int> line;  ///< 240ths of a line, or twips by `rule`.
    std::optional<Rule> rule;
    std::optional<bool> contextual, page_break_before, keep_lines, widow_control;

    void override_with(const Spacing& over);
    /// What a table style says takes the place of what is only the document's default (17.7.2).
    void replace_defaults(const Spacing& defaults, const Spacing& table);
};

}  // namespace irikteu::readers
