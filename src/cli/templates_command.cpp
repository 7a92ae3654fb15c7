#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/faults.hpp"
#include "checks/inspection.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "compose/fo_uses.hpp"
#include "compose/house_inspection.hpp"
#include "compose/inspection.hpp"
#include "layout/objects.hpp"
#include "layout/style_builder.hpp"

namespace irikteu::cli {

using Json = nlohmann::ordered_json;
using compose::TemplateFault;

namespace {

/// As layout/document_data.cpp reads them.
const std::vector<std::string_view> kOfDocument = {"title", "author", "subject", "language", "date"}, kOfAttachment = {"src", "name", "mime-type", "description", "relationship"};

/// Formatting objects and properties that the formatter does not know: it would refuse the document.
std::vector<TemplateFault> unknown_formatting(Session& session, pipeline::Engine& engine) {
    const auto of_any = [](const std::string& property) {
        for (int object = 0; object <= static_cast<int>(layout::Object::field); ++object) {
            if (layout::is_object_attribute(static_cast<layout::Object>(object), property)) return true;
        }
        return false;
    };
    std::vector<TemplateFault> faults;
    for (const compose::FoUse& use : compose::fo_uses(session.disk, engine.act())) {
        const auto object = layout::object_named(use.object, use.namespace_uri);
        if (use.property.empty()) {
            if (!object) faults.push_back({TemplateFault::Severity::error, use.file, "makes the formatting object " + use.object + (layout::is_unsupported_object(use.object, use.namespace_uri) ? ", which is not supported" : ", which there is not")});
            continue;
        }
        if (object == layout::Object::document || object == layout::Object::attachment) {  // They have no properties: document_data reads them.
            const auto& known = object == layout::Object::document ? kOfDocument : kOfAttachment;
            if (std::find(known.begin(), known.end(), use.property) == known.end()) faults.push_back({TemplateFault::Severity::error, use.file, "sets the attribute " + use.property + " of " + use.object + ", which there is not"});
            continue;
        }
        const bool known = layout::property_named(use.property) != nullptr || (object ? layout::is_object_attribute(*object, use.property) : of_any(use.property));
        if (!known) faults.push_back({TemplateFault::Severity::error, use.file, "sets the property " + use.property + (use.object.empty() ? "" : " of " + use.object) + ", which there is not"});
    }
    return faults;
}

/// A failure as a fault of the file that it names.
TemplateFault fault_of(const base::Error& error, const std::string& templates_folder) {
    base::SourcePosition where = error.where();
    if (where.file.starts_with(templates_folder + '/')) where.file.erase(0, templates_folder.size() + 1);
    return {TemplateFault::Severity::error, base::to_string(where), error.message()};
}

/// Of everything that a command might read. What is no XML keeps only the files beside it from being inspected.
std::vector<TemplateFault> all_faults(Session& session, pipeline::Engine& engine) {
    std::vector<TemplateFault> found;
    const auto add = [&](TemplateFault fault) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const TemplateFault& each) { return each.file == fault.file && each.message == fault.message; });
        if (!known) found.push_back(std::move(fault));
    };
    for (const base::Error& error : checks::inspect_rules(session.disk, engine.act())) add(fault_of(error, engine.act().templates_folder()));
    try {
        for (TemplateFault& fault : compose::inspect_templates(session.disk, engine.act())) add(std::move(fault));
        for (TemplateFault& fault : unknown_formatting(session, engine)) add(std::move(fault));
        if (const std::string& house = engine.options().house_style; !house.empty()) {
            for (TemplateFault& fault : compose::inspect_house_style(session.disk, engine.act(), house)) add(std::move(fault));
        }
    } catch (const base::Error& error) {
        for (const base::Error& one : base::all_of(error)) add(fault_of(one, engine.act().templates_folder()));
    }
    return found;
}

int check(Session& session) {
    pipeline::Engine engine(session.disk, session.engine_options());
    bool wrong = false, any = false;
    Json faults = Json::array();
    for (const TemplateFault& fault : all_faults(session, engine)) {
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
    if (!session.json && !any) std::cout << engine.act().id() << ": nothing amiss in the rules, schemas, messages and the templates of " << engine.composer().kinds().size() << " kinds of documents\n";
    if (session.json) std::cout << faults.dump(2) << '\n';
    return wrong ? 1 : 0;
}

}  // namespace

void add_templates(Command app, Session& session, Action& action) {
    const Command command = app.add_command("templates", "The act's templates, for whoever changes them");
    command.require_commands(1, 1);
    end_help(command, {{"irikteu templates check", "what is wrong with them, before anybody prints"}});
    const Command checking = command.add_command("check", "Rules, schemas and messages that cannot be compiled; unknown and unused values, variables, functions, templates, parameters, formatting; leftover tokens; missing files, titles, messages and languages");
    end_help(checking, {{"irikteu templates check", "errors and warnings, one a line"}, {"irikteu templates check --house ours.xsl", "also names in an organisation's own style that nothing has"}, {"irikteu templates check --json", "the same for a program"}});
    checking.when_chosen([&session, &action] { action = [&session] { return check(session); }; });
}

}  // namespace irikteu::cli
