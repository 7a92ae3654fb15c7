#pragma once

#include <string>

#include "base/error.hpp"

/// How a part without libqpdf asks irikteu-whole for a filled form: the PDF goes in by standard input, the answer comes out by standard output.
namespace irikteu::cli {

inline constexpr char kReadForm[] = "read-form";

/// "R" and the form on the wire, or "E", the code's number, a colon and the message.
inline std::string answer_of_error(const base::Error& error) { return "E" + std::to_string(static_cast<int>(error.code())) + ":" + error.message(); }

/// The wire within an answer. Throws the Error that it tells of.
inline std::string form_of_answer(std::string answer) {
    if (answer[0] == 'R') return answer.substr(1);
    const auto colon = answer.find(':');
    throw base::Error(static_cast<base::ErrorCode>(std::stoi(answer.substr(1, colon - 1))), answer.substr(colon + 1));
}

}  // namespace irikteu::cli
