#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/progress.hpp"
#include "cli/summary.hpp"
#include "pipeline/run.hpp"

namespace irikteu::cli {

namespace {

int run(Session& session, pipeline::RunRequest request, const std::string& clock, const std::string& severities, const std::string& fail_on) {
    if (!clock.empty()) {
        request.moment = base::Moment::parse(clock);
        if (!request.moment) throw base::Error(base::ErrorCode::usage, "--clock needs a moment as 2015-10-09T10:00:00+06:00");
    }
    pipeline::EngineOptions options = session.engine_options();
    options.severities = severities;
    pipeline::Engine engine(session.disk, std::move(options));
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    request.progress = [&progress](std::size_t done, std::size_t all, const std::string& next) { progress.at(done, all, next); };
    const pipeline::RunSummary summary = pipeline::run_competition(engine, session.disk, request);
    progress.clear();
    std::cout << (session.json ? summary_json(summary, request.out_folder)
                               : summary_table(summary, request.out_folder, engine.messages(session.language)));
    std::cout.flush();
    for (const std::string& line : summary_warnings(summary, engine.messages(session.language))) std::cerr << "irikteu: " << request.out_folder << ": " << line << '\n';
    bool warned = false;
    for (const pipeline::DossierOutcome& outcome : summary.dossiers) warned = warned || outcome.warnings > 0;
    return summary.exit_status == 0 && warned && fail_on == "warning" ? 1 : summary.exit_status;
}

}  // namespace

void add_run(Command app, Session& session, Action& action) {
    struct Arguments {
        pipeline::RunRequest request;
        std::string clock, severities, fail_on = "error";
    };
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command(
        "run", "Check every dossier in a competition's inbox, issue the documents that are due, archive everything");
    end_help(command, {{"irikteu run samples/kz-535-2015/competition-1 --out build/demo", "reports and PDFs go to build/demo, the archive to build/demo/archive"},
                       {"irikteu run competition --out issued --archive /srv/archive --clock 2015-10-09T10:00:00+06:00", "an archive of its own; the documents count as issued at that moment"},
                       {"irikteu run --json competition --out issued", "the summary for a program"}});
    command.add_option("COMPETITION", arguments->request.competition_folder, "Folder with competition.xml and inbox/").required();
    command.add_option("--out", arguments->request.out_folder, "Where reports and PDFs go").required().type_name("DIR");
    command.add_option("--archive", arguments->request.archive_folder, "The archive [archive under --out]").type_name("DIR");
    command.add_option("--clock", arguments->clock, "Moment at which the documents count as issued, as "
                                                     "2015-10-09T10:00:00+06:00 [competition.xml's clock, else the day of the sitting]");
    command.add_option("--severities", arguments->severities, "File of an organisation that weighs faults otherwise than the act (schema/severities.xsd)").type_name("FILE");
    command.add_option("--fail-on", arguments->fail_on, "Exit status 1 from which severity on: error, warning").shows_default().one_of({"error", "warning"}).type_name("SEVERITY");
    command.when_chosen([&session, &action, arguments] {
        action = [&session, arguments] { return run(session, arguments->request, arguments->clock, arguments->severities, arguments->fail_on); };
    });
}

}  // namespace irikteu::cli
