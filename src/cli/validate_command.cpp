#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.hpp"
#include "checks/schematron.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "xml/schema.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

using Json = nlohmann::ordered_json;
constexpr std::uint64_t kMaxInputBytes = 512u << 20;

struct Arguments {
    std::vector<std::string> files;
    std::string schema, rules, phase;
};

Json fault(const std::string& file, int line, const std::string& place, const std::string& rule, const std::string& message) {
    return {{"file", file}, {"line", line}, {"place", place}, {"rule", rule}, {"message", message}};
}

/// What both languages of schema say of one file; the first member is "faults", the second "unchecked".
struct Answer {
    Json faults = Json::array();
    Json unchecked = Json::array();
};

Answer validate_one(const Session& session, const std::string& path, const std::optional<xml::Schema>& schema,
                    const std::optional<checks::Schematron>& rules, const std::string& phase) {
    Answer answer;
    xml::Limits limits;
    limits.max_bytes = kMaxInputBytes;
    xml::Document document;
    try {
        document = xml::Document::parse(session.disk.read(path, kMaxInputBytes), path, limits);
    } catch (const Error& error) {
        answer.unchecked.push_back(fault(path, error.where().line, "", "", error.message()));
        return answer;
    }
    if (schema) {
        for (const xml::SchemaFault& found : schema->validate(document)) {
            answer.faults.push_back(fault(path, found.line, found.node ? found.node.path() : "", "", found.message));
        }
    }
    if (rules) {
        const checks::Result result = rules->run(document, phase);
        for (const checks::Outcome& outcome : result.outcomes) {
            answer.faults.push_back(fault(path, outcome.node.line(), outcome.location, outcome.labels.id, outcome.text.plain()));
        }
        for (const checks::Unchecked& failed : result.unchecked) {
            answer.unchecked.push_back(fault(path, 0, failed.location, failed.assertion, failed.message));
        }
    }
    return answer;
}

void print(const Json& faults, const char* kind) {
    for (const Json& f : faults) {
        std::cout << f["file"].get<std::string>();
        if (f["line"] != 0) std::cout << ':' << f["line"];
        std::cout << ": " << kind << ": ";
        if (f["rule"] != "") std::cout << '[' << f["rule"].get<std::string>() << "] ";
        std::cout << f["message"].get<std::string>();
        if (f["place"] != "") std::cout << "  (" << f["place"].get<std::string>() << ')';
        std::cout << '\n';
    }
}

int validate(Session& session, const Arguments& arguments) {
    if (arguments.schema.empty() && arguments.rules.empty()) throw Error(ErrorCode::usage, "validate needs --schema or --rules, or both");
    std::optional<xml::Schema> schema;
    if (!arguments.schema.empty()) schema = xml::Schema::load(session.disk, arguments.schema);
    std::optional<checks::Schematron> rules;
    if (!arguments.rules.empty()) rules.emplace(checks::Schematron::load(session.disk, arguments.rules, nullptr));
    int status = 0;
    Json all = Json::array();
    for (const std::string& path : arguments.files) {
        Answer answer = validate_one(session, path, schema, rules, arguments.phase);
        const int own = !answer.unchecked.empty() ? 3 : !answer.faults.empty() ? 1 : 0;
        status = more_severe(status, own);
        if (session.json) {
            all.push_back({{"file", path}, {"valid", own == 0}, {"checked", answer.unchecked.empty()},
                           {"faults", answer.faults}, {"unchecked", answer.unchecked}});
            continue;
        }
        print(answer.faults, "invalid");
        print(answer.unchecked, "could not be checked");
        if (own == 0) std::cout << path << ": valid\n";
    }
    if (session.json) std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return status;
}

}  // namespace

void add_validate(CLI::App& app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("validate", "Any XML against anybody's XML Schema and Schematron rules");
    end_help(*command, {{"irikteu validate --schema s.xsd --rules r.sch data.xml", "both, with the line of every fault"},
                        {"irikteu validate --rules r.sch --phase quick a.xml b.xml", "one phase of the rules, several files"}});
    command->add_option("FILE", arguments->files, "XML files")->required()->type_name("");
    command->add_option("--schema", arguments->schema, "W3C XML Schema 1.0")->type_name("X.xsd");
    command->add_option("--rules", arguments->rules, "ISO Schematron, XPath 1.0 binding")->type_name("R.sch");
    command->add_option("--phase", arguments->phase, "The phase to run [the schema's default]")->type_name("ID");
    command->callback([&session, &action, arguments] { action = [&session, arguments] { return validate(session, *arguments); }; });
}

}  // namespace irikteu::cli
