#include <iostream>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "compose/word_package.hpp"

namespace irikteu::cli {

namespace {

struct Arguments {
    std::string appendix, format, output;
    bool copy = false;
};

/// The data of a form with nothing in it. A blank is of no moment: it bears the first day of the act's last edition.
xml::Document empty_data(const act::Act& act, const std::string& kind, bool copy) {
    xml::Document data = xml::Document::create("document", compose::document_namespace);
    xml::Node root = data.root();
    const std::string day = act.editions().empty() ? "1970-01-01" : act.editions().back().from.iso();
    root.set_attribute("fill", "fields");
    if (copy) root.set_attribute("applicant-copy", "true");
    root.set_attribute("kind", kind);
    root.set_attribute("date", day);
    root.set_attribute("clock", day + "T00:00:00Z");
    root.set_attribute("act", act.id());
    if (!act.editions().empty()) root.set_attribute("edition", act.editions().back().id);
    return data;
}

/// Refuses what a blank for a word processor does not heed, for nobody looks whether it was heard.
void expect_heeded(const Session& session, const Arguments& arguments) {
    if (arguments.format != "docx") return;
    const auto refuse = [](const char* option, const char* why) { throw base::Error(base::ErrorCode::usage, std::string("--format docx and ") + option + " don't go together: " + why); };
    if (arguments.copy) refuse("--applicant-copy", "in a word processor the form itself is copied");
    if (!session.house_style.empty()) refuse("--house", "a house style is for PDF");
}

int write_blank(Session& session, Arguments arguments) {
    if (arguments.format.empty()) arguments.format = arguments.output.ends_with(".docx") ? "docx" : "pdf";
    expect_heeded(session, arguments);
    expect_name_of(arguments.output, arguments.format, {});
    pipeline::Engine engine(session.disk, session.engine_options());
    std::string bytes;
    if (arguments.format == "docx") {
        bytes = compose::word_package(engine.composer().blank_for_word(arguments.appendix));
    } else {
        const std::string kind = engine.composer().kind_of_appendix(arguments.appendix);
        if (arguments.copy && kind.find("application") == std::string::npos) {
            throw base::Error(base::ErrorCode::usage, "the form of appendix " + arguments.appendix + " has no copy for the applicant");
        }
        bytes = engine.render(engine.composer().compose(kind, empty_data(engine.act(), kind, arguments.copy)));
    }
    write_output(session, arguments.output, bytes, {});
    return 0;
}

}  // namespace

void add_blank(Command app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command("blank", "A form or a skeleton to fill in: PDF with fields, or DOCX with real headings");
    command.add_option("APPENDIX", arguments->appendix, "1 and 4: applications, 2: concept, 3: local conclusion, 5: strategy, 6: road map").required();
    command.add_option("--format", arguments->format, "pdf or docx [docx where FILE is called so, else pdf]").one_of({"pdf", "docx"});
    command.add_option("-o,--out", arguments->output, "The file to write, its folder made where there is none; - is standard output").required().type_name("FILE");
    command.add_flag("--applicant-copy", arguments->copy, "Appendices 1 and 4 as PDF: with the copy that the applicant gets");
    end_help(command, {{"irikteu blank 1 -o application.pdf", "the application as a form with fields"},
                       {"irikteu blank 2 -o concept.docx", "the concept's skeleton for a word processor"}});
    command.when_chosen([&session, &action, arguments] { action = [&session, arguments] { return write_blank(session, *arguments); }; });
}

}  // namespace irikteu::cli
