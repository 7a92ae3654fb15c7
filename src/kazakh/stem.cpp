#include "kazakh/stem.hpp"

#include <array>

#include "base/utf8.hpp"

namespace irikteu::kazakh {

namespace {

/// So many letters are left: before a single letter, but for the possessive's, more, for that is likelier to be the stem's own.
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kLeastBeforeOneLetter = 4;
constexpr std::u8string_view kPossessive[] = {u8"\u044B", u8"\u0438"};  // ы и

/// Plural, case, possessive and -lyk suffixes as a folded key has them, longest first.
constexpr std::array<std::u8string_view, 70> kSuffixes = {
    u8"\u043D\u0434\u0430\u0433\u044B", u8"\u043D\u0434\u0435\u0433\u0438", u8"\u0434\u0430\u0433\u044B",  // ндагы ндеги дагы
    u8"\u0434\u0435\u0433\u0438", u8"\u0438\u043C\u0438\u0437", u8"\u0438\u043D\u0438\u0437",  // деги имиз иниз
    u8"\u0442\u0430\u0433\u044B", u8"\u0442\u0435\u0433\u0438", u8"\u044B\u043C\u044B\u0437",  // тагы теги ымыз
    u8"\u044B\u043D\u044B\u0437", u8"\u0431\u0435\u043D", u8"\u0434\u0430\u043D", u8"\u0434\u0430\u0440",  // ыныз бен дан дар
    u8"\u0434\u0435\u043D", u8"\u0434\u0435\u0440", u8"\u0434\u0438\u0433", u8"\u0434\u0438\u043A",  // ден дер диг дик
    u8"\u0434\u0438\u043D", u8"\u0434\u044B\u0433", u8"\u0434\u044B\u043A", u8"\u0434\u044B\u043D",  // дин дыг дык дын
    u8"\u043B\u0430\u0440", u8"\u043B\u0435\u0440", u8"\u043B\u0438\u0433", u8"\u043B\u0438\u043A",  // лар лер лиг лик
    u8"\u043B\u044B\u0433", u8"\u043B\u044B\u043A", u8"\u043C\u0435\u043D", u8"\u043D\u0430\u043D",  // лыг лык мен нан
    u8"\u043D\u0434\u0430", u8"\u043D\u0434\u0435", u8"\u043D\u0435\u043D", u8"\u043D\u0438\u043D",  // нда нде нен нин
    u8"\u043D\u044B\u043D", u8"\u043F\u0435\u043D", u8"\u0442\u0430\u043D", u8"\u0442\u0430\u0440",  // нын пен тан тар
    u8"\u0442\u0435\u043D", u8"\u0442\u0435\u0440", u8"\u0442\u0438\u0433", u8"\u0442\u0438\u043A",  // тен тер тиг тик
    u8"\u0442\u0438\u043D", u8"\u0442\u044B\u0433", u8"\u0442\u044B\u043A", u8"\u0442\u044B\u043D",  // тин тыг тык тын
    u8"\u0433\u0430", u8"\u0433\u0435", u8"\u0434\u0430", u8"\u0434\u0435", u8"\u0434\u0438",  // га ге да де ди
    u8"\u0434\u044B", u8"\u043A\u0430", u8"\u043A\u0435", u8"\u043B\u0438", u8"\u043B\u044B",  // ды ка ке ли лы
    u8"\u043D\u0430", u8"\u043D\u0435", u8"\u043D\u0438", u8"\u043D\u044B", u8"\u0441\u0438",  // на не ни ны си
    u8"\u0441\u044B", u8"\u0442\u0430", u8"\u0442\u0435", u8"\u0442\u0438", u8"\u0442\u044B", u8"\u0430",  // сы та те ти ты а
    u8"\u0435", u8"\u0438", u8"\u043D", u8"\u044B",  // е и н ы
};

/// Stops that are voiced before a vowel, in both forms.
constexpr std::u8string_view kStops[] = {u8"\u043A", u8"\u0433", u8"\u043F", u8"\u0431"};  // к г п б

std::string_view bytes(std::u8string_view text) { return {reinterpret_cast<const char*>(text.data()), text.size()}; }

std::size_t least_before(std::u8string_view suffix) {
    const bool possessive = suffix == kPossessive[0] || suffix == kPossessive[1];
    return base::count_characters(bytes(suffix)) == 1 && !possessive ? kLeastBeforeOneLetter : kLeastLetters;
}

bool cut_one(std::string_view& word) {
    for (const std::u8string_view suffix : kSuffixes) {
        const std::string_view ending = bytes(suffix);
        if (!word.ends_with(ending) || base::count_characters(word) < base::count_characters(ending) + least_before(suffix)) continue;
        word.remove_suffix(ending.size());
        return true;
    }
    return false;
}

}  // namespace

std::string search_stem(std::string_view folded) {
    std::string_view word = folded;
    for (int rounds = 0; rounds < 4 && cut_one(word);) ++rounds;
    if (base::count_characters(word) <= kLeastBeforeOneLetter) return std::string(word);
    for (const std::u8string_view stop : kStops) {
        if (!word.ends_with(bytes(stop))) continue;
        word.remove_suffix(bytes(stop).size());
        break;
    }
    return std::string(word);
}

}  // namespace irikteu::kazakh
