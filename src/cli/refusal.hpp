#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/wording.hpp"

namespace irikteu::cli {

/// Tells on standard error why a command failed, one line a failure: in the language of --lang where there are words for it ("refused.…"), else in
/// English; with --json an object each, in English. Gives the exit status.
int explain(const Session& session, const base::Error& error);

/// "and 20 more of that kind: …", in the language of --lang.
std::string said_of_more(const Session& session, const layout::Overflow& overflow);

/// An Error's message in the language of the answer, behind the names of objects and files that it may begin with; what the system or a signature's verification says in it likewise.
std::string refusal(const Wording& words, std::string_view message);

}  // namespace irikteu::cli
