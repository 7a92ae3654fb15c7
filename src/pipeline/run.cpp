#include "pipeline/run.hpp"

#include <algorithm>
#include <charconv>

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "pipeline/competition.hpp"
#include "pipeline/examination.hpp"
#include "pipeline/issue.hpp"
#include "pipeline/submission.hpp"

namespace irikteu::pipeline {

using base::Error;

namespace {

constexpr std::size_t kMaxDossiers = 10'000;

/// The dossiers in the order in which they are dealt with: as registered, then the others by name.
std::vector<std::string> in_order(const Competition& competition, const std::vector<std::string>& inbox,
                                  std::vector<std::string>& absent) {
    std::vector<std::string> order;
    for (const std::string& name : competition.registered()) {
        const bool there = std::binary_search(inbox.begin(), inbox.end(), name);
        (there ? order : absent).push_back(name);
    }
    for (const std::string& name : inbox) {
        if (!competition.entry(name)) order.push_back(name);
    }
    return order;
}

/// A dossier's name without the ending of its file: the folder of its results.
std::string folder_name(const std::string& dossier) {
    const auto dot = dossier.rfind('.');
    const bool ending = dot != std::string::npos && dot > 0 && dossier.size() - dot <= 5;
    return ending ? dossier.substr(0, dot) : dossier;
}

int count(xml::Node counts, std::string_view what) {
    const std::string_view text = counts.attribute_or(what, "0");
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// One run: its inputs, and what has been made so far.
class Run {
  public:
    Run(Engine& engine, base::Disk& disk, const RunRequest& request, Competition competition, base::Moment moment)
        : engine_(engine), disk_(disk), request_(request), competition_(std::move(competition)),
          issuer_(engine, disk, request.out_folder, archive_folder(request), competition_, moment) {}

    static std::string archive_folder(const RunRequest& request) {
        return request.archive_folder.empty() ? base::join_path(request.out_folder, "archive") : request.archive_folder;
    }

    RunSummary perform() {
        const std::vector<std::string> inbox = list_inbox(disk_, competition_.inbox());
        if (inbox.size() > kMaxDossiers) {
            throw Error(base::ErrorCode::limit_exceeded, "holds more than " + std::to_string(kMaxDossiers) + " dossiers",
                        {competition_.inbox(), 0, 0, {}});
        }
        const std::vector<std::string> order = in_order(competition_, inbox, summary_.absent);
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (request_.progress) request_.progress(i, order.size(), order[i]);
            deal_with(order[i]);
        }
        issue_protocol();
        if (request_.progress) request_.progress(order.size(), order.size(), {});
        summary_.issued = issuer_.issued();
        summary_.fetched = issuer_.fetched();
        summary_.archive_folder = archive_folder(request_);
        summary_.archive_root = issuer_.archive_root();
        for (const DossierOutcome& outcome : summary_.dossiers) {
            summary_.exit_status = std::max(summary_.exit_status, exit_status_of(outcome.verdict));
        }
        return std::move(summary_);
    }

  private:
    void deal_with(const std::string& name) {
        const std::string path = base::join_path(competition_.inbox(), name);
        issuer_.keep_submission(name, [&] { return collect_submission(disk_, path, name); });
        Examination examination = examine(engine_, path, name, &competition_);
        DossierOutcome outcome = outcome_of(name, examination);
        const std::string folder = "dossiers/" + folder_name(name);
        issuer_.write_report(folder, name, examination.report, outcome.files);
        const xml::Document brief = without_texts(examination.dossier);
        const std::string number = outcome.number.empty() ? name : outcome.number;
        const auto issue = [&](const std::string& kind) {
            const xml::Document data = issuer_.data(kind, competition_.id() + '/' + number, {&brief}, {&examination.report});
            outcome.files.push_back(issuer_.issue(kind, folder, name, data));
        };
        if (brief.root().first_element("application")) issue("application-1");
        issue("conformity-1");
        if (outcome.verdict == "non-conforming") issue("return-1");
        issuer_.finish_batch();
        briefs_.push_back(brief.clone());
        reports_.push_back(std::move(examination.report));
        summary_.dossiers.push_back(std::move(outcome));
    }

    static DossierOutcome outcome_of(const std::string& name, const Examination& examination) {
        DossierOutcome outcome;
        outcome.name = name;
        const xml::Node dossier = examination.dossier.root();
        const xml::Node intake = dossier.first_element("intake");
        outcome.number = intake.child_text("number");
        outcome.late = intake.attribute_or("late", "false") == "true";
        const xml::Node application = dossier.first_element("application");
        outcome.cluster = application.child_text("cluster_name");
        outcome.applicant = application.child_text("applicant_name");
        outcome.verdict = verdict_of(examination.report);
        const xml::Node counts = examination.report.root().first_element("counts");
        outcome.errors = count(counts, "errors");
        outcome.warnings = count(counts, "warnings");
        outcome.unchecked = count(counts, "undetermined");
        return outcome;
    }

    void issue_protocol() {
        std::vector<const xml::Document*> briefs, reports;
        for (const auto& brief : briefs_) briefs.push_back(&brief);
        for (const auto& report : reports_) reports.push_back(&report);
        const std::string number(competition_.root().first_element("protocol").attribute_or("number", ""));
        const xml::Document data = issuer_.data("protocol-15", number, briefs, reports);
        summary_.files.push_back(issuer_.issue("protocol-15", {}, {}, data));
        issuer_.finish_batch();
    }

    Engine& engine_;
    base::Disk& disk_;
    const RunRequest& request_;
    Competition competition_;
    Issuer issuer_;
    RunSummary summary_;
    std::vector<xml::Document> briefs_, reports_;
};

}  // namespace

RunSummary run_competition(Engine& engine, base::Disk& disk, const RunRequest& request) {
    Competition competition = Competition::load(disk, request.competition_folder, engine.competition_schema());
    const base::Moment moment = request.moment      ? *request.moment
                                : competition.clock() ? *competition.clock()
                                                      : base::SystemClock().now();
    return Run(engine, disk, request, std::move(competition), moment).perform();
}

}  // namespace irikteu::pipeline
