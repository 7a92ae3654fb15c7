#include "kazakh/line_opportunities.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

namespace {

icu::BreakIterator& line_iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createLineInstance(icu::Locale("kk"), status));
        if (U_FAILURE(status)) {
            throw base::Error(base::ErrorCode::environment,
                              std::string("ICU has no line breaking rules: ") + u_errorName(status));
        }
        return made;
    }();
    return *iterator;
}

/// The classes of UAX #14 that simple text has; `hidden` is the soft hyphen, `unknown` everything that ICU
/// has to see.
enum Class : std::uint8_t {
    letter,
    digit,
    hyphen,
    exclamation,
    infix,
    slash,
    open,
    parenthesis,
    closing,
    quotation,
    postfix,
    prefix,
    dash,
    em_dash,
    glue,
    joiner,
    hidden,
    space,
    unknown
};

/// What stands between two characters that touch: 'x' no break, '/' a break, '?' it depends on more than the
/// two. Rows: the class before, columns: the class behind, both in the order of Class.
constexpr std::string_view touching[] = {
    "xxxxxxxxxxxxx/xxx",  // letter
    "xxxxxxxxxxxxx/xxx",  // digit
    "?xxxxx/xxx//x//xx",  // hyphen
    "//xxxx/xxx//x/xxx",  // exclamation
    "xxxxxx/xxx??x/xxx",  // infix
    "/?xxxx/xxx??x/xxx",  // slash
    "xxxxxxxxxxxxxxxxx",  // open
    "xxxxxx/xxx??x/xxx",  // parenthesis
    "//xxxx/xxx??x/xxx",  // closing
    "xxxxxxxxxxxxxxxxx",  // quotation
    "xxxxxx?xxx//x/xxx",  // postfix
    "xxxxxx?xxx//x/xxx",  // prefix
    "//xxxx/xxx//x//xx",  // dash
    "//xxxx/xxx//xxxxx",  // em_dash
    "xxxxxxxxxxxxxxxxx",  // glue
    "xxxxxxxxxxxxxxxxx",  // joiner
    "//xxxx/xxx//x//xx",  // hidden
};

/// The same across spaces, for every class before but open and quotation.
constexpr std::string_view across_spaces = "///x?x/xx//////x/";

Class class_of_ascii(char32_t c) {
    if (is_digit(c)) return digit;
    if (is_letter(c)) return letter;
    switch (c) {
        case U' ':
            return space;
        case U'!':
        case U'?':
            return exclamation;
        case U'"':
        case U'\'':
            return quotation;
        case U'$':
        case U'+':
        case U'\\':
            return prefix;
        case U'%':
            return postfix;
        case U'(':
        case U'[':
        case U'{':
            return open;
        case U')':
        case U']':
            return parenthesis;
        case U'}':
            return closing;
        case U',':
        case U'.':
        case U':':
        case U';':
            return infix;
        case U'-':
            return hyphen;
        case U'/':
            return slash;
        case U'|':
            return dash;
        default:
            return c < 0x20 || c == 0x7F ? unknown : letter;
    }
}

Class class_of(char32_t c) {
    static const std::array<Class, 0x80> ascii = [] {
        std::array<Class, 0x80> made{};
        for (char32_t i = 0; i < 0x80; ++i) made[i] = class_of_ascii(i);
        return made;
    }();
    if (c < 0x80) return ascii[c];
    if (is_cyrillic(c)) return letter;
    switch (c) {
        case 0x00A0:
        case 0x202F:
            return glue;
        case 0x00A7:
            return letter;  // section sign
        case 0x00AB:
        case 0x00BB:
        case 0x2018:
        case 0x2019:
        case 0x201C:
        case 0x201D:
            return quotation;
        case 0x00AD:
            return hidden;
        case 0x2013:
            return dash;
        case 0x2014:
            return em_dash;
        case 0x201E:
            return open;
        case 0x2060:
            return joiner;
        case 0x2116:
            return prefix;  // numero sign
        default:
            return unknown;
    }
}

/// A hyphen before a letter is a break behind what can end a word, and none at the beginning of one.
bool ends_word(Class c) {
    return c == letter || c == digit || c == quotation || c == parenthesis || c == postfix;
}

}  // namespace

void icu_opportunities(std::string_view utf8, std::vector<LineBreak>& out) {
    icu::BreakIterator& iterator = line_iterator();
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    iterator.setText(&text, status);
    if (U_FAILURE(status)) {
        utext_close(&text);
        throw base::Error(base::ErrorCode::environment,
                          std::string("ICU refuses a text: ") + u_errorName(status));
    }
    for (std::int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
        const auto offset = static_cast<std::size_t>(at);
        if (offset >= utf8.size()) break;
        const bool hard = iterator.getRuleStatus() >= UBRK_LINE_HARD;
        out.push_back({offset, hard ? LineBreak::Kind::mandatory : LineBreak::Kind::allowed});
    }
    utext_close(&text);
}

bool simple_opportunities(std::string_view utf8, std::vector<LineBreak>& out) {
    Class before = unknown;         // the last class that was no space; unknown: none yet
    Class before_hyphen = unknown;  // what the last hyphen touched; unknown: the beginning or a space
    bool spaces = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t offset = at;
        const Class behind = class_of(base::next_code_point(utf8, at));
        if (behind == unknown) return false;
        if (behind == space) {
            spaces = true;
            continue;
        }
        if (behind == hyphen) before_hyphen = spaces ? unknown : before;
        if (offset != 0) {
            char verdict = 'x';
            if (spaces) {
                verdict = across_spaces[behind];
                if (before == open || (before == quotation && behind == open)) verdict = 'x';
                if (before == em_dash && behind == em_dash) verdict = 'x';
            } else if (before != unknown) {
                verdict = touching[before][behind];
                if (before == hyphen && behind == letter) verdict = ends_word(before_hyphen) ? '/' : '?';
            }
            if (verdict == '?') return false;
            if (verdict == '/') out.push_back({offset, LineBreak::Kind::allowed});
        }
        before = behind;
        spaces = false;
    }
    return true;
}

}  // namespace irikteu::kazakh
