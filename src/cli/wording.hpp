#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "report/messages.hpp"

namespace irikteu::cli {

/// The words of an answer that programs and administrators read as well (verify, sign, archive verify): English, unless --lang names another language.
class Wording {
  public:
    explicit Wording(const Session& session);

    std::string say(std::string_view key, std::initializer_list<std::string_view> arguments = {}) const { return messages_.say(key, arguments); }
    /// An English sentence in the language of the answer: by the English message with that prefix of which it is an instance, {0} … being any text.
    /// What is no instance of any stays as it is.
    std::string translated(std::string_view english, std::string_view prefix) const;

  private:
    report::Messages messages_;
    std::optional<report::Messages> english_;  ///< Absent where the answer is in English.
};

}  // namespace irikteu::cli
