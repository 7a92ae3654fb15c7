#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "pipeline/single_document.hpp"
#include "readers/reader.hpp"
#include "report/faces.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string name_of(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Coloured and as wide as the terminal; plain where the answer goes to a file.
report::TextOptions text_options() {
    report::TextOptions options;
    if (::isatty(STDOUT_FILENO) == 0) return options;
    if (std::getenv("NO_COLOR") == nullptr) options.colour = report::TextOptions::Colour::ansi;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) options.width = size.ws_col;
    return options;
}

/// The kind that --kind names. Throws Error(usage) with the names that there are.
std::optional<pipeline::DocumentKind> kind_named(pipeline::Judge& judge, const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto kind = pipeline::document_kind(judge.act(), name);
    if (kind) return kind;
    std::string known;
    for (const std::string& each : pipeline::document_kinds(judge.act())) known += (known.empty() ? "" : ", ") + each;
    throw base::Error(base::ErrorCode::usage, "--kind " + name + " is no kind of document; there are " + known);
}

int check(Session& session, const std::vector<std::string>& paths, const std::string& kind_name) {
    pipeline::Judge judge(session.disk, session.engine_options());
    const auto kind = kind_named(judge, kind_name);
    int status = 0;
    Json answers = Json::array();
    for (const std::string& path : paths) {
        if (!session.json && !session.disk.exists(path)) {  // Mistyped: a report on it would only hide that.
            std::cerr << "irikteu: " << path << ": no such file or folder\n";
            status = more_severe(status, 3);
            continue;
        }
        const pipeline::Examination examination = pipeline::examine_file(judge, path, name_of(path), kind);
        status = more_severe(status, pipeline::exit_status_of(pipeline::verdict_of(examination.report)));
        if (session.json) {
            answers.push_back(Json::parse(report::json_face(examination.report)));
            continue;
        }
        std::cout << report::text_face(examination.report, judge.messages(session.language), text_options());
        if (&path != &paths.back()) std::cout << '\n';
    }
    if (session.json) std::cout << (paths.size() == 1 ? answers[0] : answers).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return status;
}

}  // namespace

void add_check(CLI::App& app, Session& session, Action& action) {
    auto paths = std::make_shared<std::vector<std::string>>();
    auto kind = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("check", "Check dossiers or single documents and say what is wrong with them");
    end_help(*command, {{"irikteu check my-dossier.zip", "findings in Kazakh, the most serious first"},
                        {"irikteu check concept.docx", "one document by itself"},
                        {"irikteu check --kind road-map plan.docx", "whatever its title says"},
                        {"irikteu check --lang ru dossier-folder", "the same in Russian"},
                        {"irikteu check --json a.xml b.zip", "for a program"}});
    command->add_option("FILE", *paths, "A dossier (a folder, a .zip, an .xml), or one document of it (.docx, .xml)")->required()->type_name("");
    command->add_option("--kind", *kind, "What a single document is: application, concept, local-conclusion, strategy,\nroad-map, inventory … [by its content]")->type_name("KIND");
    command->callback([&session, &action, paths, kind] { action = [&session, paths, kind] { return check(session, *paths, *kind); }; });
}

void add_read(CLI::App& app, Session& session, Action& action) {
    auto path = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("read", "Write the canonical dossier XML of what the reader sees");
    end_help(*command, {{"irikteu read concept.docx", "its sections, tables and text, and what was set aside"},
                        {"irikteu read dossier.zip > dossier.xml", "the whole dossier in one file, which irikteu check takes as well"}});
    command->add_option("FILE", *path, "A dossier (folder, .zip, .xml) or a .docx")->required()->type_name("");
    command->callback([&session, &action, path] {
        action = [&session, path] {
            std::cout << readers::read_dossier(session.disk, *path, {}).serialize();
            return 0;
        };
    });
}

}  // namespace irikteu::cli
