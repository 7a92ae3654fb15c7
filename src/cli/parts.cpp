#include "cli/parts.hpp"

#include <algorithm>

#include "cli/program.hpp"

namespace irikteu::cli {

namespace {

/// Options of the program itself that take a value in the next argument.
constexpr std::array<std::string_view, 4> kWithValue = {"--data", "--act", "--house", "--lang"};

bool contains(const auto& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

Part part_for(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (contains(kWithValue, argument)) ++i;
        if (argument.starts_with("-")) continue;
        // Only the whole program has what reads a finished PDF back.
        if (argument == "render" && std::any_of(argv + i, argv + argc, [](std::string_view a) { return a == "--verify" || a == "--verify-all"; })) return Part::whole;
        // Whether a file signs what is archived is seen in its signatures.
        if (argument == "archive" && std::any_of(argv + i, argv + argc, [](std::string_view a) { return a == "--signs" || a.starts_with("--signs="); })) return Part::seal;
        if (contains(kSealing, argument)) return Part::seal;
        return contains(kJudging, argument) ? Part::judge : contains(kWriting, argument) ? Part::papers : Part::whole;
    }
    // No command: the version any part can tell, the list of all commands only the whole one.
    return std::any_of(argv + 1, argv + argc, [](std::string_view a) { return a == "--version"; }) ? Part::judge : Part::whole;
}

}  // namespace irikteu::cli
