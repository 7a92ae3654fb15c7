#include <iostream>
#include <memory>
#include <optional>

#include "base/error.hpp"
#include "checks/file_reference.hpp"
#include "checks/schematron.hpp"
#include "cli/command.hpp"
#include "cli/contradiction.hpp"
#include "cli/help.hpp"
#include "cli/refusal.hpp"
#include "cli/wording.hpp"
#include "report/validation.hpp"
#include "xml/schema.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxInputBytes = 512u << 20;

struct Arguments {
    std::vector<std::string> files;
    std::string schema, rules, phase, format = "text";
    std::uint64_t max_steps = 2'000'000'000;
};

xml::Document read(const Session& session, const std::string& path) {
    xml::Limits limits;
    limits.max_bytes = kMaxInputBytes;
    limits.max_nodes = 500'000'000;
    limits.max_depth = 1000;
    limits.document_type = xml::DocumentType::allowed;
    xml::Document document = xml::Document::parse(session.disk.read(path, kMaxInputBytes), path, limits);
    if (const std::string elsewhere = document.unread_declarations(); !elsewhere.empty())
        std::cerr << "irikteu: " << path << ": " << Wording(session).say("validate.unread-declarations", {elsewhere}) << '\n';
    return document;
}

/// The file that a pattern's `documents` names, seen from the file that is validated (ISO/IEC 19757-3, 5.4.9).
std::string beside(const std::string& file, const std::string& name) {
    std::string path = checks::file_beside(file, name);
    if (path.empty()) throw Error(ErrorCode::unsupported, "other documents are read from files only", {name, 0, 0, {}});
    return path;
}

report::Validation validate_one(const Session& session, const std::string& path, const std::optional<xml::Schema>& schema,
                                const std::optional<checks::Schematron>& rules, const std::string& phase, bool with_svrl, const std::optional<Wording>& words) {
    const auto say = [&](const Error& error) { return words ? refusal(*words, error.message()) : error.message(); };
    xml::Document document;
    try {
        document = read(session, path);
    } catch (const Error& error) {
        return report::unreadable(path, error.where().line, say(error));
    }
    const std::vector<xml::SchemaFault> faults = schema ? schema->validate(document) : std::vector<xml::SchemaFault>();
    const report::Messages* messages = words ? &words->messages() : nullptr;
    if (!rules) return report::validation(path, faults, nullptr, false, messages);
    try {
        const checks::Result result =
            rules->run(document, phase, [&](const std::string& name) { return read(session, beside(path, name)); });
        return report::validation(path, faults, &result, with_svrl, messages);
    } catch (const Error& error) {  // Too much work for this file; the others can be asked.
        if (error.code() != ErrorCode::limit_exceeded) throw;
        return report::unreadable(path, 0, say(error));
    }
}

int validate(const Session& session, const Arguments& arguments) {
    if (arguments.schema.empty() && arguments.rules.empty()) throw Error(ErrorCode::usage, "validate needs --schema or --rules, or both");
    const std::string format = session.json ? "json" : arguments.format;
    if (format == "svrl" && arguments.files.size() > 1) throw Error(ErrorCode::usage, "an SVRL report is about one file");
    std::optional<xml::Schema> schema;
    std::optional<checks::Schematron> rules;
    if (!arguments.schema.empty()) schema = xml::Schema::load(session.disk, arguments.schema);
    if (!arguments.rules.empty()) rules.emplace(checks::Schematron::load(session.disk, arguments.rules, nullptr));
    if (rules) rules->allow(arguments.max_steps);
    // In English no words are needed; what programs read is in English whatever the language.
    std::optional<Wording> words;
    report::Verdicts verdicts;
    if (format == "text" && session.language_given && session.language != "en") {
        words.emplace(session);
        verdicts = {words->say("validate.valid"), words->say("validate.invalid"), words->say("validate.unchecked")};
    }
    int status = 0;
    report::ValidationJson json(std::cout);
    report::ValidationSarif sarif(std::cout, pipeline::engine_version());
    const auto end = [&] {  // What was answered so far stands whole, whatever happens.
        if (format == "json") json.end();
        if (format == "sarif") sarif.end();
    };
    for (const std::string& path : arguments.files) {
        const report::Validation answer = [&] {
            try {
                return validate_one(session, path, schema, rules, arguments.phase, format == "svrl", words);
            } catch (...) {
                end();
                throw;
            }
        }();
        status = more_severe(status, answer.exit_status());
        if (format == "text") std::cout << report::validation_text(answer, verdicts);
        if (format == "json") json.add(answer);
        if (format == "svrl") std::cout << report::validation_svrl(answer);
        if (format == "sarif") sarif.add(answer);
    }
    end();
    return status;
}

}  // namespace

void add_validate(Command app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command("validate", "Any XML against anybody's XML Schema and Schematron rules");
    end_help(command, {{"irikteu validate --schema s.xsd --rules r.sch data.xml", "both, with the line of every fault"},
                       {"irikteu validate --rules r.sch --phase quick a.xml b.xml", "one phase of the rules, several files"},
                       {"irikteu validate --rules r.sch --format svrl data.xml", "the report as ISO/IEC 19757-3 has it"}});
    command.add_option("FILE", arguments->files, "XML files").required().type_name("");
    command.add_option("--schema", arguments->schema, "W3C XML Schema 1.0").type_name("X.xsd");
    command.add_option("--rules", arguments->rules, "ISO Schematron, XPath 1.0 binding; a failed assert and a successful report\n"
                                                     "both make a file invalid").type_name("R.sch");
    command.add_option("--phase", arguments->phase, "The phase to run, #ALL, #ANY [the schema's default]").type_name("ID");
    command.add_option("--max-steps", arguments->max_steps, "How much work the rules may be for one file, about the nodes visited\n"
                                                             "and the text gone through, eight bytes a step;\n"
                                                             "a single rule or assertion a quarter of it").shows_default().type_name("N")
        .in_range(1000, 1'000'000'000'000'000);
    command.add_option("--format", arguments->format, "text, json, svrl, sarif").shows_default().type_name("FORMAT")
        .one_of({"text", "json", "svrl", "sarif"});
    command.when_chosen([&session, &action, arguments, command] {
        action = [&session, arguments, command] {
            refuse_json_and_other_format(session, command);
            return validate(session, *arguments);
        };
    });
}

}  // namespace irikteu::cli
