#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "report/messages.hpp"

namespace irikteu::cli {

/// The words of an answer that programs and administrators read as well (verify, sign, archive, validate, render): English, unless --lang names another language.
class Wording {
  public:
    explicit Wording(const Session& session);

    std::string say(std::string_view key, std::initializer_list<std::string_view> arguments = {}) const { return messages_.say(key, arguments); }
    /// The message of that key, or `otherwise` where there is none: for words that files bring along.
    std::string said_or(std::string_view key, std::string_view otherwise) const { return messages_.has(key) ? messages_.say(key) : std::string(otherwise); }
    /// An English sentence in the language of the answer: by the English message with that prefix of which it is an instance, {0} … being any text.
    /// What is no instance of any stays as it is. What stands in the places of {0} … is translated likewise by the prefixes of `within`, and what stands in these.
    std::string translated(std::string_view english, std::string_view prefix, std::initializer_list<std::string_view> within = {}) const;
    bool in_english() const { return !english_; }
    const report::Messages& messages() const { return messages_; }

  private:
    report::Messages messages_;
    std::optional<report::Messages> english_;  ///< Absent where the answer is in English.
};

}  // namespace irikteu::cli
