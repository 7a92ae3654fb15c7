#include "act/written_numbers.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "kazakh/identifier.hpp"

namespace irikteu::act {

namespace {

/// What takes so many characters is meant as a number of that kind; anything else is not looked at.
constexpr std::size_t kLeastDigits = 10, kMostDigits = 14, kLeastOfIban = 17, kMostOfIban = 23;

/// In pieces whose count fits a byte, as many at a time as the processor takes.
std::size_t digits_in(std::string_view text) {
    constexpr std::size_t kPiece = 128;
    std::size_t all = 0;
    for (; text.size() >= kPiece; text.remove_prefix(kPiece)) {
        unsigned char found = 0;
        for (std::size_t i = 0; i < kPiece; ++i) found = static_cast<unsigned char>(found + base::is_ascii_digit(text[i]));
        all += found;
    }
    return all + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), base::is_ascii_digit));
}

/// Digits, in groups with single blanks or hyphens between; `at` is moved behind them.
std::string digits_at(std::string_view text, std::size_t& at) {
    std::string digits;
    std::size_t end = at;
    for (std::size_t i = at; i < text.size(); ++i) {
        if (base::is_ascii_digit(text[i])) {
            digits += text[i];
            end = i + 1;
        } else if (digits.empty() || i != end || (text[i] != ' ' && text[i] != '-')) {
            break;
        }
    }
    at = end;
    return digits;
}

/// What stands between the word and its number: blanks, no-break spaces, colons, number signs, slashes, brackets.
std::size_t behind_marks(std::string_view text, std::size_t at) {
    static constexpr std::string_view kMarks[] = {" ", "\t", "\n", ":", "/", "(", "-", "\u00A0", "\u2116", "\u2013", "\u2014"};
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view mark : kMarks)
            if (text.substr(at).starts_with(mark)) at += mark.size(), found = true;
    }
    return at;
}

/// The longest of the words that the text has at that place.
std::size_t word_at(std::string_view text, std::size_t at, const std::vector<std::string>& words) {
    std::size_t length = 0;
    for (const std::string& word : words)
        if (word.size() > length && text.substr(at).starts_with(word)) length = word.size();
    return length;
}

/// The first two bytes that words may have: at most places of a text no word has to be compared.
class Beginnings {
  public:
    void add(const std::vector<std::string>& words) {
        for (const std::string& word : words) {
            if (word.empty()) continue;
            first_[static_cast<unsigned char>(word[0])] = true;
            if (word.size() > 1) second_[static_cast<unsigned char>(word[1])] = true;
            else second_.fill(true), has_single_ = true;
        }
    }
    bool may_begin(std::string_view text, std::size_t at) const {
        return first_[static_cast<unsigned char>(text[at])] && (at + 1 < text.size() ? second_[static_cast<unsigned char>(text[at + 1])] : has_single_);
    }

  private:
    std::array<bool, 256> first_{}, second_{};
    bool has_single_ = false;
};

std::string wrong_iban(std::string_view text) {
    for (std::size_t at = text.find("KZ"); at != std::string_view::npos; at = text.find("KZ", at + 2)) {
        if (at > 0 && (base::is_ascii_letter(text[at - 1]) || base::is_ascii_digit(text[at - 1]))) continue;
        std::string iban = "KZ";
        std::size_t end = at + 2;
        for (std::size_t i = end; i < text.size(); ++i) {
            const bool gap = text[i] == ' ' && i == end && i + 1 < text.size() && (base::is_ascii_digit(text[i + 1]) || base::is_ascii_letter(text[i + 1]));
            if (base::is_ascii_digit(text[i]) || base::is_ascii_letter(text[i])) iban += text[i], end = i + 1;
            else if (!gap || iban.size() >= 20) break;
        }
        if (iban.size() < kLeastOfIban || iban.size() > kMostOfIban || !base::is_ascii_digit(iban[2]) || !base::is_ascii_digit(iban[3])) continue;
        if (kazakh::check_iban(iban) != kazakh::Refusal::none) return std::string(text.substr(at, end - at));
    }
    return {};
}

}  // namespace

std::string wrong_number_in(std::string_view text, const std::vector<std::string>& business_words, const std::vector<std::string>& person_words) {
    // Most texts have no number of that size: no word is searched in them.
    if (digits_in(text) < kLeastDigits) return wrong_iban(text);
    Beginnings beginnings;
    beginnings.add(business_words);
    beginnings.add(person_words);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!beginnings.may_begin(text, at)) continue;
        std::size_t behind = at;
        bool business = false, person = false;
        for (bool found = true; found;) {  // "БСН/ЖСН" names both.
            const std::size_t next = behind == at ? at : behind_marks(text, behind);
            const std::size_t of_business = word_at(text, next, business_words), of_person = word_at(text, next, person_words);
            found = of_business > 0 || of_person > 0;
            if (!found) break;
            business = business || of_business > 0;
            person = person || of_person > 0;
            behind = next + std::max(of_business, of_person);
        }
        if (behind == at) continue;
        std::size_t end = behind_marks(text, behind);
        const std::string digits = digits_at(text, end);
        if (digits.size() >= kLeastDigits && digits.size() <= kMostDigits && !(business && kazakh::check_bin(digits) == kazakh::Refusal::none) &&
            !(person && kazakh::check_iin(digits) == kazakh::Refusal::none))
            return std::string(text.substr(at, end - at));
        at = behind - 1;
    }
    return wrong_iban(text);
}

}  // namespace irikteu::act
