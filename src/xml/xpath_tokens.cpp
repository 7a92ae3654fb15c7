#include "xml/xpath_tokens.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string>

#include "base/ascii.hpp"
#include "base/error.hpp"

namespace irikteu::xml {
namespace {

using Kind = XPathToken::Kind;

/// XPath 1.0, 4, and XSLT 1.0, 12.
constexpr std::string_view kFunctions[] = {"last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with", "contains", "substring-before",
                                           "substring-after", "substring", "string-length", "normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number", "sum",
                                           "floor", "ceiling", "round", "document", "key", "format-number", "current", "unparsed-entity-uri", "generate-id", "system-property",
                                           "element-available", "function-available"};

/// What a name may begin with, and go on with. Bytes above ASCII belong to names: XPath has no operator there.
enum Class : unsigned char { begins = 1, goes_on = 2 };
constexpr std::array<unsigned char, 256> kClasses = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
        if (letter) table[c] = begins | goes_on;
        if ((c >= '0' && c <= '9') || c == '-' || c == '.') table[c] = goes_on;
    }
    return table;
}();
bool starts_name(char c) { return (kClasses[static_cast<unsigned char>(c)] & begins) != 0; }
bool continues_name(char c) { return kClasses[static_cast<unsigned char>(c)] != 0; }

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<XPathToken> run() {
        tokens_.reserve(text_.size() / 4 + 4);
        for (skip_spaces(); at_ < text_.size(); skip_spaces()) next();
        return std::move(tokens_);
    }

  private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    void skip_spaces() {
        while (at_ < text_.size() && base::is_white_space(text_[at_])) ++at_;
    }
    void add(Kind kind, std::size_t length) {
        tokens_.push_back({kind, text_.substr(at_, length)});
        at_ += length;
    }
    [[noreturn]] void fail() const {
        throw base::Error(base::ErrorCode::malformed, "not an XPath expression: " + std::string(text_));
    }
    /// XPath 1.0, 3.7: after a complete operand "*" multiplies and a name is an operator.
    bool after_operand() const {
        if (tokens_.empty()) return false;
        const XPathToken& last = tokens_.back();
        if (last.kind == Kind::op || last.kind == Kind::axis) return false;
        return !(last.kind == Kind::symbol && (last.text == "@" || last.text == "(" || last.text == "[" || last.text == ","));
    }
    std::size_t name_length(std::size_t from) const {
        if (from >= text_.size() || !starts_name(text_[from])) return 0;
        std::size_t end = from;
        while (end < text_.size() && continues_name(text_[end])) ++end;
        return end - from;
    }
    std::size_t qname_length(std::size_t from) const {
        std::size_t length = name_length(from);
        const std::size_t colon = from + length;
        if (length == 0 || colon + 1 >= text_.size() || text_[colon] != ':' || text_[colon + 1] == ':') return length;
        if (text_[colon + 1] == '*') return length + 2;
        const std::size_t local = name_length(colon + 1);
        return local == 0 ? length : length + 1 + local;
    }
    char after_spaces(std::size_t from) const {
        while (from < text_.size() && base::is_white_space(text_[from])) ++from;
        return from < text_.size() ? text_[from] : '\0';
    }
    void next() {
        const char c = peek();
        if (base::is_ascii_digit(c) || (c == '.' && base::is_ascii_digit(peek(1)))) return number();
        if (c == '"' || c == '\'') {
            const std::size_t end = text_.find(c, at_ + 1);
            if (end == std::string_view::npos) fail();
            return add(Kind::literal, end + 1 - at_);
        }
        if (c == '$') {
            const std::size_t length = qname_length(at_ + 1);
            if (length == 0) fail();
            return add(Kind::variable, length + 1);
        }
        if (starts_name(c)) return name();
        punctuation(c);
    }
    void number() {
        std::size_t end = at_;
        while (end < text_.size() && base::is_ascii_digit(text_[end])) ++end;
        if (end < text_.size() && text_[end] == '.') ++end;
        while (end < text_.size() && base::is_ascii_digit(text_[end])) ++end;
        add(Kind::number, end - at_);
    }
    void name() {
        if (after_operand()) {
            const std::size_t length = name_length(at_);
            const std::string_view word = text_.substr(at_, length);
            if (word != "and" && word != "or" && word != "mod" && word != "div") fail();
            return add(Kind::op, length);
        }
        const std::size_t length = qname_length(at_);
        std::size_t end = at_ + length;
        while (end < text_.size() && base::is_white_space(text_[end])) ++end;
        if (end + 1 < text_.size() && text_[end] == ':' && text_[end + 1] == ':') {
            add(Kind::axis, length);
            at_ = end + 2;
            return;
        }
        add(after_spaces(at_ + length) == '(' ? Kind::call : Kind::name, length);
    }
    void punctuation(char c) {
        const char after = peek(1);
        if ((c == '/' && after == '/') || (after == '=' && (c == '!' || c == '<' || c == '>'))) return add(Kind::op, 2);
        switch (c) {
            case '*': return add(after_operand() ? Kind::op : Kind::name, 1);
            case '/': case '|': case '+': case '-': case '=': case '<': case '>': return add(Kind::op, 1);
            case '.': return add(Kind::symbol, after == '.' ? 2 : 1);
            case '(': case ')': case '[': case ']': case '@': case ',': return add(Kind::symbol, 1);
            default: fail();
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<XPathToken> tokens_;
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

std::vector<XPathToken> tokenize(std::string_view expression) { return Lexer(expression).run(); }

bool is_xslt_function(std::string_view name) { return std::find(std::begin(kFunctions), std::end(kFunctions), name) != std::end(kFunctions); }

bool is_node_type(std::string_view name) { return is_one_of(name, {"node", "text", "comment", "processing-instruction"}); }

bool is_position_free(const std::vector<XPathToken>& predicate) {
    if (predicate.empty()) return false;
    int brackets = 0;
    int depth = 0;
    bool compares = false;
    bool calculates = false;
    for (const XPathToken& token : predicate) {
        if (token.is("[")) ++brackets;
        if (token.is("]")) --brackets;
        if (brackets > 0) continue;
        if (token.is("(")) ++depth;
        if (token.is(")")) --depth;
        if (token.kind == Kind::call && is_one_of(token.text, {"position", "last"})) return false;
        if (token.kind != Kind::op || depth > 0) continue;
        if (is_one_of(token.text, {"and", "or", "=", "!=", "<", "<=", ">", ">="})) compares = true;
        if (is_one_of(token.text, {"+", "-", "*", "div", "mod"})) calculates = true;
    }
    if (compares) return true;
    if (calculates) return false;
    const XPathToken& first = predicate.front();
    if (first.kind == Kind::name || first.kind == Kind::axis || first.kind == Kind::literal) return true;
    if (first.is("@") || first.is(".") || first.is("..") || first.is("/") || first.is("//")) return true;
    // A location path that starts with a node type, or a function that gives no number.
    return first.kind == Kind::call &&
           is_one_of(first.text, {"not", "boolean", "contains", "starts-with", "true", "false", "lang", "string", "concat", "name",
                                  "local-name", "namespace-uri", "substring", "substring-before", "substring-after", "translate",
                                  "normalize-space", "id", "key", "text", "comment", "node", "processing-instruction"});
}

}  // namespace irikteu::xml
