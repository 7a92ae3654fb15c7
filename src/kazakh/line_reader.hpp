#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

/// Looks ahead in a line, code point by code point; invisible characters are passed over.
class LineReader {
  public:
    explicit LineReader(std::string_view text) : text_(text) { skip_invisible(); }
    std::size_t offset() const { return at_; }
    bool at_end() const { return at_ >= text_.size(); }
    char32_t peek() const {
        std::size_t at = at_;
        return at_end() ? 0 : base::next_code_point(text_, at);
    }
    char32_t next() {
        if (at_end()) return 0;
        const char32_t c = base::next_code_point(text_, at_);
        skip_invisible();
        return c;
    }
    /// Spaces passed.
    int skip_spaces() {
        int count = 0;
        for (; is_space(peek()) && !at_end(); ++count) next();
        return count;
    }
    bool take(char32_t c) {
        if (peek() != c || at_end()) return false;
        next();
        return true;
    }

  private:
    void skip_invisible() {
        for (std::size_t at = at_; at < text_.size(); at_ = at) {
            if (!is_invisible(base::next_code_point(text_, at))) return;
        }
        at_ = text_.size();
    }
    std::string_view text_;
    std::size_t at_ = 0;
};

/// The word at the reader, in lower case, at most `longest` letters of it; the reader stands behind it.
inline std::u32string take_word(LineReader& reader, std::size_t longest = 24) {
    std::u32string word;
    while (word.size() < longest && is_letter(reader.peek())) word.push_back(to_lower(reader.next()));
    return word;
}

}  // namespace irikteu::kazakh
