#include "cli/misuse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

namespace irikteu::cli {

namespace {

/// Letters to insert, leave out, replace or swap (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t k = 0; k <= b.size(); ++k) d[0][k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t k = 1; k <= b.size(); ++k) {
            d[i][k] = std::min({d[i - 1][k] + 1, d[i][k - 1] + 1, d[i - 1][k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) d[i][k] = std::min(d[i][k], d[i - 2][k - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

/// Of the names, the one that was perhaps meant: it begins so, or differs in a letter or two. Empty where none is near.
std::string nearest(std::string_view typed, const std::vector<std::string>& names) {
    std::string best;
    std::size_t least = typed.size() < 4 ? 2 : 3;
    for (const std::string& name : names) {
        const std::size_t far = typed.size() > 2 && std::string_view(name).starts_with(typed) ? 1 : distance(typed, name);
        if (far < least) least = far, best = name;
    }
    return best;
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
    return names;
}

/// The command that was reached, and the first argument that is no option and no command where one is wanted.
struct Reached {
    const CLI::App* command;
    std::string path;
    std::string unknown;
};

Reached reached(const CLI::App& app, int argc, const char* const* argv) {
    Reached at{&app, "irikteu", {}};
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument.starts_with("-")) {
            // Options stand before the command too, each with its value behind it.
            for (const CLI::App* owner = at.command; owner != nullptr; owner = owner->get_parent()) {
                const CLI::Option* option = owner->get_option_no_throw(argument);
                if (option == nullptr) continue;
                if (option->get_items_expected_max() > 0) ++i;
                break;
            }
            continue;
        }
        const auto commands = commands_of(*at.command);
        if (std::find(commands.begin(), commands.end(), argument) != commands.end()) {
            at.command = at.command->get_subcommand(argument);
            at.path += ' ' + argument;
            continue;
        }
        if (at.command->get_require_subcommand_min() > 0) at.unknown = argument;
        break;
    }
    return at;
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

/// The first argument that begins as an option and is none.
std::string unknown_option(const CLI::App& command) {
    for (const std::string& left : command.remaining(true)) {
        if (left.size() > 1 && left[0] == '-') return left.substr(0, left.find('='));
    }
    return {};
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* owner = &command; owner != nullptr; owner = owner->get_parent()) {
        for (const CLI::Option* option : owner->get_options()) {
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
    }
    return names;
}

}  // namespace

std::string first_steps() {
    return "irikteu checks dossiers of the selection of territorial clusters and writes the procedure's documents.\n"
           "\n"
           "  irikteu check my-dossier.zip\n"
           "      what is missing before I hand in?\n"
           "  irikteu blank 1 -o application.pdf\n"
           "      a form to fill in\n"
           "  irikteu run COMPETITION --out DIR\n"
           "      check a whole inbox, issue and archive the documents\n"
           "\n"
           "All commands: irikteu --help. One of them: irikteu COMMAND --help.\n";
}

std::string explain_misuse(const CLI::App& app, int argc, const char* const* argv, const CLI::Error& error) {
    const Reached at = reached(app, argc, argv);
    const std::string help = at.path + " --help";
    const auto message = [&](const std::string& what) { return "irikteu: " + what + "\nSee " + help + "\n"; };
    const auto no_option = [&](const std::string& option) {
        // "-v" stands for what begins so.
        const std::string meant = nearest(option.starts_with("--") ? option : '-' + option, options_of(*at.command));
        return message(at.path + " has no option " + option + (meant.empty() ? "" : ", did you mean " + meant + '?'));
    };
    if (!at.unknown.empty()) {
        const auto commands = commands_of(*at.command);
        const std::string meant = nearest(at.unknown, commands);
        return message("unknown command \"" + at.unknown + '"' + (at.command == &app ? "" : " of " + at.path) + (meant.empty() ? "; there are " + joined(commands) : ", did you mean " + meant + '?'));
    }
    if (at.command->get_require_subcommand_min() > 0 && at.command->get_subcommands().empty()) {
        if (argc < 2) return first_steps();
        if (const std::string option = unknown_option(app); !option.empty()) return no_option(option);
        const bool says_more = dynamic_cast<const CLI::RequiredError*>(&error) == nullptr;  // An option before the command lacks its value, or has a wrong one.
        if (says_more) return message(error.what());
        return message(at.path + " needs a command: " + joined(commands_of(*at.command)));
    }
    if (const std::string option = unknown_option(app); !option.empty()) return no_option(option);
    const std::string what = error.what();
    if (what.find("not expected") != std::string::npos) return message(at.path + " does not expect" + what.substr(what.rfind(':') + 1));
    const auto required = what.find(" is required");
    if (required != std::string::npos) return message(at.path + " needs " + what.substr(0, required));
    return message(what);
}

}  // namespace irikteu::cli
