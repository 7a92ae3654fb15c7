#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "compose/inspection.hpp"

namespace irikteu::cli {

using Json = nlohmann::ordered_json;
using compose::TemplateFault;

namespace {

int check(Session& session) {
    pipeline::Engine engine(session.disk, session.engine_options());
    bool wrong = false, any = false;
    Json faults = Json::array();
    for (const TemplateFault& fault : compose::inspect_templates(session.disk, engine.act())) {
        const bool is_error = fault.severity == TemplateFault::Severity::error;
        const char* severity = is_error ? "error" : "warning";
        wrong = wrong || is_error;
        any = true;
        if (session.json) {
            faults.push_back({{"severity", severity}, {"file", fault.file}, {"message", fault.message}});
        } else {
            std::cout << severity << ": " << fault.file << ": " << fault.message << '\n';
        }
    }
    if (!session.json && !any) std::cout << engine.act().id() << ": nothing amiss in the templates of " << engine.composer().kinds().size() << " kinds of documents\n";
    if (session.json) std::cout << faults.dump(2) << '\n';
    return wrong ? 1 : 0;
}

}  // namespace

void add_templates(CLI::App& app, Session& session, Action& action) {
    CLI::App* command = app.add_subcommand("templates", "The act's templates, for whoever changes them");
    command->require_subcommand(1);
    end_help(*command, {{"irikteu templates check", "what is wrong with them, before anybody prints"}});
    CLI::App* checking = command->add_subcommand("check", "Unknown and unused values, variables, functions, templates and parameters; missing titles, messages and languages");
    end_help(*checking, {{"irikteu templates check", "errors and warnings, one a line"}, {"irikteu templates check --json", "the same for a program"}});
    checking->callback([&session, &action] { action = [&session] { return check(session); }; });
}

}  // namespace irikteu::cli
