#include <array>
#include <string_view>

#include "cli/command.hpp"
#include "cli/program.hpp"

namespace irikteu::cli {

namespace {

struct Served {
    std::string_view name;
    AddCommand add;
};
constexpr std::array<Served, 6> kServed = {{{"check", add_check},
                                            {"read", add_read},
                                            {"terms", add_terms},
                                            {"coverage", add_coverage},
                                            {"validate", add_validate},
                                            {"archive", add_archive}}};

/// Options of the program itself that take a value in the next argument.
constexpr std::array<std::string_view, 4> kWithValue = {"--data", "--act", "--house", "--lang"};

}  // namespace

bool is_for_judge(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument.starts_with("-")) {
            for (std::string_view option : kWithValue) i += argument == option ? 1 : 0;
            continue;
        }
        for (const Served& each : kServed) {
            if (argument == each.name) return true;
        }
        return false;
    }
    return false;
}

int run_judge(int argc, char** argv) {
    std::array<AddCommand, kServed.size()> commands{};
    for (std::size_t i = 0; i < commands.size(); ++i) commands[i] = kServed[i].add;
    return run_with(commands, argc, argv);
}

}  // namespace irikteu::cli
