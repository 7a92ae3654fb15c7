#pragma once

#include <optional>
#include <string>
#include <vector>

namespace irikteu::pdf_test {

/// An operand of a content stream.
struct Operand {
    enum class Kind { number, name, string, array, dictionary, other } kind = Kind::other;
    std::string text;  ///< Name without slash, string's bytes, or word.
    double number = 0;
    std::vector<Operand> items;  ///< Array's, or dictionary's keys and values in turn.

    /// A dictionary's value; null where it has none.
    const Operand* get(const std::string& key) const;
};

struct Operation {
    std::string name;
    std::vector<Operand> operands;
};

/// Reads the operations of a content stream (ISO 32000-1, 7.8.2); nullopt where it is not well formed. No inline images.
std::optional<std::vector<Operation>> operations(const std::string& content);

}  // namespace irikteu::pdf_test
