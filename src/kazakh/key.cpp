#include "kazakh/key.hpp"

#include <vector>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/look_alike_letters.hpp"
#include "kazakh/plain_key.hpp"

namespace irikteu::kazakh {

namespace {

/// A word: a range of letters.
struct Token {
    std::size_t begin = 0, end = 0;
    bool after_single_space = false;  ///< Nothing but one space stands between it and the word before.
};

/// The letters of a line, grouped into words.
struct Line {
    std::vector<SeenLetter> letters;
    std::vector<Token> tokens;
    void clear() { letters.clear(), tokens.clear(); }
};

void read_line(std::string_view text, Line& line) {
    enum class Gap { none, space, other } gap = Gap::other;
    char32_t base = 0;  // of the last letter, with its marks so far
    SeenLetter spare;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const SeenLetter& seen = seen_letter(c, spare);
        if (seen.letter == 0) {
            if (is_invisible(c)) continue;
            if (c >= 0x300 && c < 0x370) {  // combining marks
                if (gap != Gap::none) continue;
                if (const char32_t whole = composed_letter(base, c); whole != base) {
                    base = whole;
                    line.letters.back() = seen_letter(whole, spare);
                }
                continue;
            }
            gap = gap == Gap::none && is_space(c) ? Gap::space : Gap::other;
            continue;
        }
        if (gap != Gap::none) {
            line.tokens.push_back({line.letters.size(), line.letters.size(), gap == Gap::space});
            gap = Gap::none;
        }
        base = c;
        line.letters.push_back(seen);
        line.tokens.back().end = line.letters.size();
    }
}

/// Single letters one space apart are one letter-spaced word.
void join_spaced_letters(std::vector<Token>& tokens) {
    std::size_t kept = 0;
    bool previous_single = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token token = tokens[i];
        const bool single = token.end - token.begin == 1;
        if (i != 0 && single && previous_single && token.after_single_space) {
            tokens[kept - 1].end = token.end;
        } else {
            tokens[kept++] = token;
        }
        previous_single = single;
    }
    tokens.resize(kept);
}

struct Balance {
    std::size_t cyrillic = 0, latin = 0;
};

Balance evidence_in(const SeenLetter* begin, const SeenLetter* end) {
    Balance balance;
    for (; begin != end; ++begin) {
        balance.cyrillic += begin->evidence == SeenLetter::Evidence::cyrillic;
        balance.latin += begin->evidence == SeenLetter::Evidence::latin;
    }
    return balance;
}

/// Ү or У for a capital Y: Kazakh has ү only as a word's first vowel, before a consonant, in front harmony.
char32_t resolve_u(const SeenLetter* begin, const SeenLetter* at, const SeenLetter* end) {
    constexpr char32_t u_consonantal = U'\u0443', u_front = U'\u04AF';
    for (const SeenLetter* before = begin; before != at; ++before) {
        if (is_vowel(before->letter)) return u_consonantal;
    }
    if (at + 1 == end || is_vowel((at + 1)->letter)) return u_consonantal;
    static constexpr std::u32string_view front = U"\u04D9\u0435\u04E9\u04AF\u0456",
                                         back = U"\u0430\u043E\u04B1\u044B\u044F";
    for (const SeenLetter* after = at + 1; after != end; ++after) {
        if (front.find(after->letter) != front.npos) return u_front;
        if (back.find(after->letter) != back.npos) return u_consonantal;
    }
    return u_front;
}

/// Puts one word into one script. Where its own letters say nothing, the line decides.
void settle_script(SeenLetter* begin, SeenLetter* end, const Balance& line) {
    Balance word = evidence_in(begin, end);
    if (word.cyrillic == 0 && word.latin == 0) {
        // A fifth of the line is enough: look-alikes alone make no Latin word in a Kazakh sentence.
        word = line.cyrillic * 5 >= line.cyrillic + line.latin ? Balance{1, 0} : Balance{0, 1};
    }
    if (word.cyrillic < word.latin) {
        for (SeenLetter* seen = begin; seen != end; ++seen) {
            if (seen->latin) seen->letter = seen->latin;
        }
        return;
    }
    SeenLetter* undecided = nullptr;
    for (SeenLetter* seen = begin; seen != end; ++seen) {
        if (seen->cyrillic == either_u) {
            undecided = seen;
        } else if (seen->cyrillic) {
            seen->letter = seen->cyrillic;
        }
    }
    if (!undecided) return;
    for (SeenLetter* seen = begin; seen != end; ++seen) {
        if (seen->cyrillic == either_u) seen->letter = resolve_u(begin, seen, end);
    }
}

}  // namespace

MatchingKey matching_key(std::string_view utf8) {
    MatchingKey key;
    if (write_plain_key(utf8, key)) return key;
    key.strict.clear(), key.folded.clear();

    thread_local Line line;  // only to spare allocations: emptied on every call
    line.clear();
    read_line(utf8, line);
    join_spaced_letters(line.tokens);
    SeenLetter* const letters = line.letters.data();
    const Balance balance = evidence_in(letters, letters + line.letters.size());
    for (const Token& token : line.tokens) settle_script(letters + token.begin, letters + token.end, balance);

    for (const SeenLetter& seen : line.letters) {
        base::append_utf8(key.strict, seen.letter);
        base::append_utf8(key.folded, on_russian_keyboard(seen.letter));
    }
    return key;
}

}  // namespace irikteu::kazakh
