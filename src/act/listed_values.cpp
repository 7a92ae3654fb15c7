#include "act/listed_values.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "kazakh/identifier.hpp"

namespace irikteu::act {

namespace {

constexpr std::size_t kLeastDigitsOfPhone = 5, kMostDigitsOfPhone = 12, kMostValues = 20;

std::string_view trim(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\n");
    return from == text.npos ? std::string_view() : text.substr(from, text.find_last_not_of(" \t\n") + 1 - from);
}

/// The values between the signs, without empty ones and without a label that ends in ": ".
std::vector<std::string_view> values_in(std::string_view text, std::string_view signs) {
    std::vector<std::string_view> values;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(signs), text.size());
        std::string_view value = trim(text.substr(0, end));
        if (const auto label = value.find(": "); label != value.npos) value = trim(value.substr(label + 2));
        if (!value.empty()) values.push_back(value);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return values;
}

template <typename Check>
bool all_are(std::string_view text, std::string_view signs, Check check) {
    const auto values = values_in(text, signs);
    return !values.empty() && values.size() <= kMostValues && std::all_of(values.begin(), values.end(), check);
}

bool is_phone(std::string_view text) {
    if (kazakh::check_phone(text) == kazakh::Refusal::none) return true;
    // "(7252) 50 12 34": the code of the place without the 8 before it.
    return text.starts_with('(') && kazakh::check_phone("8" + std::string(text)) == kazakh::Refusal::none;
}

}  // namespace

bool are_phones(std::string_view text) {
    if (is_phone(trim(text))) return true;
    const auto values = values_in(text, ",;\n");
    if (values.empty() || values.size() > kMostValues || !is_phone(values.front())) return false;
    return std::all_of(values.begin() + 1, values.end(), [](std::string_view value) {
        const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), base::is_ascii_digit));
        return digits >= kLeastDigitsOfPhone && digits <= kMostDigitsOfPhone;
    });
}

bool are_emails(std::string_view text) {
    return all_are(text, ",; \n", [](std::string_view value) { return value.ends_with(':') || kazakh::check_email(value) == kazakh::Refusal::none; }) &&
           text.find('@') != text.npos;
}

bool are_web_addresses(std::string_view text) {
    return all_are(text, ",;\n", [](std::string_view value) { return kazakh::check_web_address(value) == kazakh::Refusal::none; });
}

bool has_postcode(std::string_view text) {
    if (kazakh::check_postcode(text, kazakh::PostcodeForm::digits_only) == kazakh::Refusal::none) return true;
    const auto from = std::find_if(text.begin(), text.end(), base::is_ascii_digit);
    const auto to = std::find_if_not(from, text.end(), base::is_ascii_digit);
    if (std::any_of(to, text.end(), base::is_ascii_digit)) return false;
    return kazakh::check_postcode(std::string(from, to), kazakh::PostcodeForm::digits_only) == kazakh::Refusal::none;
}

bool begins_with_activity_code(std::string_view text) {
    text = trim(text);
    if (kazakh::check_activity_code(text) == kazakh::Refusal::none) return true;
    const auto end = text.find_first_of(" (");
    return end != text.npos && text.find_first_of("0123456789", end) == text.npos && kazakh::check_activity_code(text.substr(0, end)) == kazakh::Refusal::none;
}

}  // namespace irikteu::act
