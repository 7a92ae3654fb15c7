#include "kazakh/number.hpp"

#include <string_view>

#include "kazakh/letters.hpp"
#include "kazakh/suffix.hpp"

namespace irikteu::kazakh {

namespace {

constexpr std::string_view ones[] = {"",
                                     "\u0431\u0456\u0440",
                                     "\u0435\u043A\u0456",
                                     "\u04AF\u0448",
                                     "\u0442\u04E9\u0440\u0442",
                                     "\u0431\u0435\u0441",
                                     "\u0430\u043B\u0442\u044B",
                                     "\u0436\u0435\u0442\u0456",
                                     "\u0441\u0435\u0433\u0456\u0437",
                                     "\u0442\u043E\u0493\u044B\u0437"};
constexpr std::string_view tens[] = {"",
                                     "\u043E\u043D",
                                     "\u0436\u0438\u044B\u0440\u043C\u0430",
                                     "\u043E\u0442\u044B\u0437",
                                     "\u049B\u044B\u0440\u044B\u049B",
                                     "\u0435\u043B\u0443",
                                     "\u0430\u043B\u043F\u044B\u0441",
                                     "\u0436\u0435\u0442\u043F\u0456\u0441",
                                     "\u0441\u0435\u043A\u0441\u0435\u043D",
                                     "\u0442\u043E\u049B\u0441\u0430\u043D"};
constexpr std::string_view hundred = "\u0436\u04AF\u0437", thousand = "\u043C\u044B\u04A3",
                           minus = "\u043C\u0438\u043D\u0443\u0441", zero = "\u043D\u04E9\u043B";
constexpr std::string_view thousands[] = {
    thousand,
    "\u043C\u0438\u043B\u043B\u0438\u043E\u043D",
    "\u043C\u0438\u043B\u043B\u0438\u0430\u0440\u0434",
    "\u0442\u0440\u0438\u043B\u043B\u0438\u043E\u043D",
    "\u043A\u0432\u0430\u0434\u0440\u0438\u043B\u043B\u0438\u043E\u043D",
    "\u043A\u0432\u0438\u043D\u0442\u0438\u043B\u043B\u0438\u043E\u043D"};

enum class Leading { bare, one };  ///< "мың" or "бір мың" at the beginning.

void append_word(std::string& out, std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
}

void append_below_thousand(std::string& out, std::uint64_t n, Leading leading) {
    if (n >= 100) {
        const bool alone = n < 200 && (leading == Leading::bare || !out.empty());
        if (!alone) append_word(out, ones[n / 100]);
        append_word(out, hundred);
    }
    if (n % 100 >= 10) append_word(out, tens[n % 100 / 10]);
    if (n % 10 != 0) append_word(out, ones[n % 10]);
}

std::string words(std::int64_t number, Leading leading) {
    if (number == 0) return std::string(zero);
    std::uint64_t rest =
        number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
    std::string out;
    std::uint64_t unit = 1'000'000'000'000'000'000u;
    for (int power = 5; power >= 0; --power, unit /= 1000) {
        const std::uint64_t count = rest / unit;
        if (count == 0) continue;
        rest %= unit;
        // Only "мың" goes without "бір", and in sums only behind something.
        const bool alone = count == 1 && power == 0 && (leading == Leading::bare || !out.empty());
        if (!alone) append_below_thousand(out, count, leading);
        append_word(out, thousands[power]);
    }
    append_below_thousand(out, rest, leading);
    return number < 0 ? std::string(minus) + ' ' + out : out;
}

}  // namespace

std::string in_words(std::int64_t number) {
    return words(number, Leading::bare);
}

std::string in_words_of_money(std::int64_t number) {
    return words(number, Leading::one);
}

std::string ordinal_in_words(std::int64_t number) {
    std::string out = in_words(number);
    const std::size_t space = out.rfind(' ');
    const std::string last = space == out.npos ? out : out.substr(space + 1);
    out.resize(out.size() - last.size());
    if (last == "\u0436\u0438\u044B\u0440\u043C\u0430")
        return out + "\u0436\u0438\u044B\u0440\u043C\u0430\u0441\u044B\u043D\u0448\u044B";
    if (last == "\u049B\u044B\u0440\u044B\u049B")
        return out +
               "\u049B\u044B\u0440\u049B\u044B\u043D\u0448\u044B";  // not, as ICU 72 has it, "қырықыншы"
    const std::u32string letters = to_code_points(last);
    const bool front = harmony_of(last) == Harmony::front;
    if (is_vowel(letters.back()) && letters.back() != U'\u0443')
        return out + last + (front ? "\u043D\u0448\u0456" : "\u043D\u0448\u044B");
    if (letters.back() == U'\u0443') return out + "\u0435\u043B\u0443\u0456\u043D\u0448\u0456";
    return out + last + (front ? "\u0456\u043D\u0448\u0456" : "\u044B\u043D\u0448\u044B");
}

std::string ordinal(std::int64_t number) {
    return std::to_string(number) +
           (harmony_of(in_words(number)) == Harmony::front ? "-\u0448\u0456" : "-\u0448\u044B");
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, "\u00A0");
    }
    return digits;
}

}  // namespace irikteu::kazakh
