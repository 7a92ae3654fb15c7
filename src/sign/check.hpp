#pragma once

#include <string>

namespace irikteu::sign {

/// What a check came to. Missing data, an unknown algorithm or an outage is never "valid".
/// `not_applicable`: there is nothing to be checked, as no authority could revoke a certificate that is itself the trusted one.
enum class Answer { valid, invalid, not_checked, not_applicable };

/// "valid", "invalid", "not checked", "not applicable"
constexpr const char* to_string(Answer answer) {
    switch (answer) {
        case Answer::valid: return "valid";
        case Answer::invalid: return "invalid";
        case Answer::not_applicable: return "not applicable";
        case Answer::not_checked: break;
    }
    return "not checked";
}

struct Check {
    Answer answer = Answer::not_checked;
    std::string reason;  ///< Why, in English; never empty where the answer is not "valid".
};

inline Check valid(std::string reason = {}) { return {Answer::valid, std::move(reason)}; }
inline Check invalid(std::string reason) { return {Answer::invalid, std::move(reason)}; }
inline Check not_checked(std::string reason) { return {Answer::not_checked, std::move(reason)}; }
inline Check not_applicable(std::string reason) { return {Answer::not_applicable, std::move(reason)}; }

/// The worse of two: invalid before not checked before valid; what is not applicable counts for nothing.
constexpr Answer worse(Answer a, Answer b) {
    if (a == Answer::invalid || b == Answer::invalid) return Answer::invalid;
    if (a == Answer::not_checked || b == Answer::not_checked) return Answer::not_checked;
    return a == Answer::not_applicable && b == Answer::not_applicable ? Answer::not_applicable : Answer::valid;
}

}  // namespace irikteu::sign
