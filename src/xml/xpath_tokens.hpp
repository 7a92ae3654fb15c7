#pragma once

#include <string_view>
#include <vector>

namespace irikteu::xml {

/// One lexical unit of an XPath 1.0 expression (XPath 1.0, 3.7), with that section's rules for "*" and operator names
/// already applied.
struct XPathToken {
    enum class Kind {
        number,
        literal,   ///< With its quotation marks.
        variable,  ///< With its "$".
        op,        ///< and or mod div * / // | + - = != < <= > >=
        name,      ///< A name test: "n", "p:n", "*", "p:*".
        axis,      ///< The name before "::", which is left out of the tokens.
        call,      ///< A function's name or a node type: the next token is "(".
        symbol,    ///< ( ) [ ] . .. @ ,
    };
    Kind kind = Kind::symbol;
    std::string_view text;  ///< Into the expression; lives as long as that.
    bool is(std::string_view wanted) const { return kind != Kind::literal && text == wanted; }
};

/// Splits an expression into tokens. Throws Error(malformed) that quotes it where a character starts no token.
std::vector<XPathToken> tokenize(std::string_view expression);

/// Whether XPath 1.0 (4) or XSLT 1.0 (12) has a function of that name.
bool is_xslt_function(std::string_view name);
/// node, text, comment and processing-instruction, which are written as calls are.
bool is_node_type(std::string_view name);

/// Whether a predicate's value depends on nothing but the node it is asked of: it is no number, and it names neither
/// position() nor last() outside nested predicates. False where that can't be told from the text alone.
bool is_position_free(const std::vector<XPathToken>& predicate);

}  // namespace irikteu::xml
