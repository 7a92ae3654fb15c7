#pragma once

#include <string>

namespace irikteu::sign {

/// What a check came to. Missing data, an unknown algorithm or an outage is never "valid".
enum class Answer { valid, invalid, not_checked };

/// "valid", "invalid", "not checked"
constexpr const char* to_string(Answer answer) {
    return answer == Answer::valid ? "valid" : answer == Answer::invalid ? "invalid" : "not checked";
}

struct Check {
    Answer answer = Answer::not_checked;
    std::string reason;  ///< Why, in English; never empty where the answer is not "valid".
};

inline Check valid(std::string reason = {}) { return {Answer::valid, std::move(reason)}; }
inline Check invalid(std::string reason) { return {Answer::invalid, std::move(reason)}; }
inline Check not_checked(std::string reason) { return {Answer::not_checked, std::move(reason)}; }

/// The worse of two: invalid before not checked before valid.
constexpr Answer worse(Answer a, Answer b) {
    if (a == Answer::invalid || b == Answer::invalid) return Answer::invalid;
    return a == Answer::not_checked || b == Answer::not_checked ? Answer::not_checked : Answer::valid;
}

}  // namespace irikteu::sign
