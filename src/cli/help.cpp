#include "cli/help.hpp"


namespace irikteu::cli {

namespace {

constexpr const char* kCommonOptions = R"(With every command:
  --lang kk|ru|en             Language of findings [kk]; sign, verify and archive answer in English unless it is given
  --json                      Answer in JSON, for programs
  --act ID                    Folder of the act under templates/ [kz-535-2015]
  --data DIR                  Folder with templates/ and fonts/ [beside the program]
  --allow-unknown-fonts       Use font files whose SHA-256 is not in the manifest)";

constexpr const char* kStatuses = R"(Exit status:
  0   conforming, valid, sound, done
  1   non-conforming, invalid, unsound
  2   wrong usage
  3   could not be checked (an unreadable file, a rule that failed)
  4   environment (a missing font or template, a full disk)
  70  internal error: please report it)";

}  // namespace

void end_help(Command command, std::initializer_list<Example> examples, const std::string& note) {
    std::string text = note.empty() ? note : note + "\n\n";
    text += "Examples:\n";
    for (const Example& example : examples) text += "  " + example.line + "\n      " + example.purpose + "\n";
    text += "\n";
    const bool whole_program = command.is_program();
    if (!whole_program) text += std::string(kCommonOptions) + "\n\n";
    command.footer(text + kStatuses);
}

}  // namespace irikteu::cli
