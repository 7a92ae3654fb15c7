#include "pipeline/run.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "archive/archive.hpp"
#include "base/error.hpp"
#include "pipeline/arrivals.hpp"
#include "pipeline/competition.hpp"
#include "pipeline/examination.hpp"
#include "pipeline/gathered.hpp"
#include "pipeline/issue.hpp"
#include "pipeline/notice_answer.hpp"
#include "pipeline/results_folder.hpp"
#include "pipeline/run_conditions.hpp"
#include "pipeline/submission.hpp"
#include "report/csv.hpp"

namespace irikteu::pipeline {

using base::Error;

namespace {

/// Faults of a document's data or of its text, as against faults of the disk, the fonts or ourselves.
bool is_fault_of_data(base::ErrorCode code) {
    return code == base::ErrorCode::invalid || code == base::ErrorCode::malformed || code == base::ErrorCode::missing_glyph;
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
    Run(Engine& engine, base::Disk& disk, const RunRequest& request, Competition competition, Arrivals arrivals, base::Moment moment)
        : engine_(engine), disk_(disk), request_(request), competition_(std::move(competition)), arrivals_(std::move(arrivals.dossiers)),
          issuer_(engine, disk, request.out_folder, archive_folder(request), competition_, moment) {
        summary_.unregistered = std::move(arrivals.unregistered);
        summary_.passed_over = std::move(arrivals.passed_over);
    }

    RunSummary perform() {
        std::vector<Arrival> order = std::move(arrivals_);
        if (competition_.root().first_element("register").first_element("notice")) notices_ = notices_of(competition_, engine_.checker().check_competition(competition_.document()));
        const auto withdrawn = std::stable_partition(order.begin(), order.end(), [names = withdrawn_by(notices_)](const Arrival& a) { return !names.contains(a.name); });
        const std::vector<Arrival> gone(withdrawn, order.end());
        for (const Arrival& arrival : gone) summary_.withdrawn.push_back(shown_name(arrival.name));
        order.erase(withdrawn, order.end());
        mark_out_folder();
        folders_ = folders_of(order);
        find_left_over();
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (request_.progress) request_.progress(i, order.size(), shown_name(order[i].name));
            deal_with(order[i]);
        }
        for (const Arrival& arrival : gone) answer_withdrawn(arrival);
        take_answers_back();
        find_twins();
        count_conforming();
        record_competition();
        issue_protocol();
        write_tables();
        issuer_.finish_copies();
        if (request_.progress) request_.progress(order.size(), order.size(), {});
        summary_.issued = issuer_.issued();
        summary_.fetched = issuer_.fetched();
        summary_.kept = issuer_.kept();
        summary_.archive_folder = archive_folder(request_);
        summary_.archive_root = issuer_.archive_root();
        if (summary_.record) summary_.exit_status = exit_status_of(verdict_of(*summary_.record));
        for (const DossierOutcome& outcome : summary_.dossiers) {
            summary_.exit_status = std::max(summary_.exit_status, exit_status_of(outcome.verdict));
        }
        return std::move(summary_);
    }

  private:
    /// Clause 41 counts participants: what one of them handed in twice counts once.
    void count_conforming() {
        std::map<std::size_t, std::string> of_participants;
        for (std::size_t i = 0; i < summary_.dossiers.size(); ++i) {
            const DossierOutcome& outcome = summary_.dossiers[i];
            if (outcome.late) continue;
            std::string& best = of_participants[first_of_[i]];
            if (best.empty() || outcome.verdict == "conforming" || (outcome.verdict == "undetermined" && best != "conforming")) best = outcome.verdict;
        }
        int open = 0;
        for (const auto& [first, verdict] : of_participants) {
            summary_.conforming += verdict == "conforming";
            open += verdict == "undetermined";
        }
        const xml::Node limit = engine_.act().entry("limit", "competition.applicants");
        const int least = limit ? count(limit, "min") : 0;
        if (summary_.conforming >= least) summary_.held = true;
        else if (summary_.conforming + open < least) summary_.held = false;
    }

    /// Which dossiers are one: of the same bytes, or of one applicant for one cluster.
    void find_twins() {
        std::map<std::string, std::size_t> by_key;
        const auto first_of = [this](std::size_t i) {
            while (first_of_[i] != i) i = first_of_[i];
            return i;
        };
        for (std::size_t i = 0; i < summary_.dossiers.size(); ++i) {
            first_of_.push_back(i);
            for (const std::string& key : {twin_key(summary_.dossiers[i].applicant, summary_.dossiers[i].cluster), contents_[i]}) {
                if (key.empty()) continue;
                const auto [other, fresh] = by_key.emplace(key, i);
                const std::size_t one = first_of(i), two = first_of(other->second);
                first_of_[std::max(one, two)] = std::min(one, two);
            }
        }
        std::map<std::size_t, std::vector<std::string>> groups;
        for (std::size_t i = 0; i < first_of_.size(); ++i) {
            first_of_[i] = first_of(i);
            groups[first_of_[i]].push_back(summary_.dossiers[i].name);
            const DossierOutcome& first = summary_.dossiers[first_of_[i]];
            if (first_of_[i] != i) summary_.dossiers[i].same_as = first.number.empty() ? first.name : first.number;
        }
        for (auto& [first, names] : groups) {
            if (names.size() > 1) summary_.twins.push_back(std::move(names));
        }
    }

    /// Says whose results the out folder holds, so that another competition's do not take their place.
    void mark_out_folder() { disk_.write(place_of_result(request_.out_folder, kWhose), competition_.id() + '\n'); }

    /// An earlier run's results of what is registered and handed in no more would pass for this run's.
    void find_left_over() {
        const std::string all = base::join_path(request_.out_folder, "dossiers");
        if (!disk_.is_folder(all)) return;
        std::set<std::string> live;
        for (const auto& [name, folder] : folders_) live.insert(folder);
        for (const base::DirectoryEntry& entry : disk_.list(all)) {
            const std::string folder = base::join_path("dossiers", entry.name);
            if (entry.kind == base::DirectoryEntry::Kind::folder && !live.contains(folder)) summary_.left_over.push_back(folder);
        }
    }

    /// The border of one dossier: what is wrong with its data is said of it and stops no other.
    void deal_with(const Arrival& arrival) {
        if (arrival.state == Arrival::State::absent) summary_.absent.push_back(arrival.name);
        Examination examination = examine_arrival(arrival);
        try {
            issue_for(arrival, examination, without_texts(examination.dossier));
        } catch (const Error& error) {
            if (!is_fault_of_data(error.code())) throw;
            issuer_.drop_batch();
            issue_without_parts(arrival, std::move(examination), error);
        }
    }

    Examination examine_arrival(const Arrival& arrival) {
        const std::string path = base::join_path(competition_.inbox(), arrival.name);
        const auto not_read = [&](const char* why) {
            return examine_unreadable(engine_, Error(base::ErrorCode::unreadable_file, why), arrival.name, shown_name(arrival.name), &competition_);
        };
        if (arrival.state == Arrival::State::absent) return not_read("is registered, but not in the inbox");
        if (arrival.state == Arrival::State::special) return not_read("is a link or a device, not a file or a folder");
        if (!xml::is_text(arrival.name)) return not_read("has a name that is no text in UTF-8");
        return examine(engine_, path, arrival.name, &competition_);
    }

    /// The dossier's own parts can't be printed: its documents are made without them, or without anything of it.
    void issue_without_parts(const Arrival& arrival, Examination examination, const Error& first) {
        try {
            // The report and the protocol repeat names, so a character that no face has rules everything of it out.
            if (first.code() == base::ErrorCode::missing_glyph) throw first;
            issue_for(arrival, examination, without_parts(examination.dossier));
        } catch (const Error& error) {
            if (!is_fault_of_data(error.code())) throw;
            issuer_.drop_batch();
            Examination unreadable = examine_unreadable(engine_, first, arrival.name, shown_name(arrival.name), &competition_);
            issue_for(arrival, unreadable, without_texts(unreadable.dossier));
        }
    }

    void issue_for(const Arrival& arrival, Examination& examination, xml::Document brief) {
        const std::string shown = shown_name(arrival.name);
        const std::string path = base::join_path(competition_.inbox(), arrival.name);
        DossierOutcome outcome = outcome_of(arrival.name, examination);
        const std::string number = competition_.id() + '/' + (outcome.number.empty() ? shown : outcome.number);
        const Issuer::About about = Issuer::about(number, brief.root());
        std::string content;
        if (arrival.state == Arrival::State::readable) {
            issuer_.keep_submission(shown, about, [&] {
                Submission submission = collect_submission(disk_, path, shown);
                if (!submission.files.empty()) content = submission.digest.hex();
                return submission;
            });
        }
        const std::string& folder = folders_.at(arrival.name);
        issuer_.write_report(folder, shown, about, examination.report, outcome.files);
        const auto issue = [&](const std::string& kind) {
            const auto data = [&] { return issuer_.data(kind, number, {&brief}, {&examination.report}, &arrival.name); };
            outcome.files.push_back(issuer_.issue(kind, folder, shown, data));
        };
        if (brief.root().first_element("application")) each_kind("application", issue);
        each_kind("each", issue);
        answer_notices(arrival.name, brief);
        if (outcome.verdict == "non-conforming") each_kind("non-conforming", issue);
        // What an earlier run issued of a dossier that was handed in anew is no longer so.
        else each_kind("non-conforming", [&](const std::string& kind) { issuer_.take_away(base::join_path(folder, kind + ".pdf")); });
        issuer_.finish_batch();
        note_what_is_judged_otherwise(examination.report.root());
        gathered_.add(brief, examination.report, engine_.messages("kk"));
        summary_.dossiers.push_back(std::move(outcome));
        contents_.push_back(std::move(content));
    }

    void answer_notices(const std::string& dossier, const xml::Document& brief) {
        each_kind("notice", [&](const std::string& kind) {
            for (const Notice& notice : notices_) {
                if (notice.dossier != dossier) continue;
                // Of a dossier whose own parts can't be printed it is the second time.
                std::erase_if(summary_.answers, [&](const std::string& file) { return file.starts_with(notice.folder + '/'); });
                const auto data = [&] { return answer_data(issuer_, competition_, kind, notice, brief); };
                summary_.answers.push_back(issuer_.issue(kind, notice.folder, shown_name(dossier), data));
            }
        });
    }

    /// What was withdrawn is read to know whom the answer goes to, and no more; it may have gone back to the participant. What an earlier run issued of it falls.
    void answer_withdrawn(const Arrival& arrival) {
        const xml::Document dossier = examine_arrival(arrival).dossier;
        try {
            answer_notices(arrival.name, without_texts(dossier));
        } catch (const Error& error) {
            if (!is_fault_of_data(error.code())) throw;
            issuer_.drop_batch();
            answer_notices(arrival.name, without_parts(dossier));
        }
        const auto withdrawal = std::find_if(notices_.begin(), notices_.end(), [&](const Notice& notice) { return notice.dossier == arrival.name && is_withdrawal(notice); });
        issuer_.let_fall(shown_name(arrival.name), withdrawal->folder + "/withdrawal.xml", record_of(*withdrawal));
        issuer_.finish_batch();
    }

    /// What an earlier run answered to a notice that the register has no more.
    void take_answers_back() {
        std::set<std::string> folders;
        for (const Notice& notice : notices_) folders.insert(notice.folder);
        each_kind("notice", [&](const std::string& kind) { issuer_.let_answers_fall(kind, folders); });
        issuer_.finish_batch();
    }

    void note_what_is_judged_otherwise(xml::Node report) {
        const auto said = [](xml::Node node, std::string_view name) { return std::string(node.attribute_or(name, "")); };
        for (const xml::Node setting : report.first_element("readings").elements())
            if (setting.attribute("default")) summary_.readings[said(setting, "id")] = {said(setting, "value"), said(setting, "default")};
        const xml::Node severities = report.first_element("severities");
        if (severities) summary_.weighed_by = said(severities, "organisation");
        for (const xml::Node change : severities.elements()) summary_.weighed[said(change, "rule")] = said(change, "is");
    }

    static DossierOutcome outcome_of(const std::string& name, const Examination& examination) {
        DossierOutcome outcome;
        outcome.name = shown_name(name);
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

    /// What is wrong with the organiser's own record, where anything is; and what the inbox shows of it.
    void record_competition() {
        xml::Document record = competition_.document().clone();
        xml::Node entries = record.root().first_element("register");
        for (const std::string& name : summary_.unregistered) entries.append("unregistered").set_attribute("dossier", name);
        for (const auto& names : summary_.twins) {
            std::string all;
            for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
            entries.append("twins").set_attribute("dossiers", all);
        }
        xml::Document report = engine_.checker().check_competition(record);
        const xml::Node counts = report.root().first_element("counts");
        if (count(counts, "errors") + count(counts, "warnings") + count(counts, "undetermined") == 0) return;
        issuer_.write_report("competition", {}, {}, report, summary_.record_files);
        issuer_.finish_batch();
        summary_.record = std::move(report);
    }

    /// All findings, and the commonest, for a spreadsheet: never archived, as the reports that they repeat are.
    void write_tables() {
        const report::Messages& messages = engine_.messages("kk");
        std::string findings = report::csv_head(messages);
        if (summary_.record) findings += report::csv_rows(*summary_.record, messages);
        findings += gathered_.findings();
        for (const auto& [name, bytes] : {std::pair<const char*, std::string>{"findings.csv", findings}, {"hits.csv", gathered_.hits().csv(messages)}}) {
            summary_.tables.push_back(issuer_.write_copy(name, bytes));
        }
    }

    void issue_protocol() {
        const std::string number(competition_.root().first_element("protocol").attribute_or("number", ""));
        each_kind("verification", [&](const std::string& kind) {
            const auto make = [&] {
                xml::Document data = issuer_.data(kind, number, {}, {});
                gathered_.append_to(data.root());
                for (const auto& names : summary_.twins) {
                    xml::Node twins = data.root().append("twins");
                    for (const std::string& name : names) twins.append("twin").set_attribute("dossier", name);
                }
                return data;
            };
            summary_.files.push_back(issuer_.issue(kind, {}, {}, make, Issuer::Head::print));
        });
        issuer_.finish_batch();
    }

    /// Calls `issue` for the kinds of documents that the act issues on that occasion in this stage, in the act's order,
    /// as far as there are templates for them.
    template <class Issue>
    void each_kind(std::string_view occasion, const Issue& issue) {
        const std::vector<std::string> made = engine_.composer().kinds();
        for (xml::Node document : engine_.act().document().root().first_element("documents").elements()) {
            const std::string kind(document.attribute_or("id", ""));
            const std::string stages = ' ' + std::string(document.attribute_or("stages", "")) + ' ';
            const bool due = document.attribute_or("issued", "") == occasion && stages.find(' ' + competition_.stage() + ' ') != std::string::npos;
            if (due && std::find(made.begin(), made.end(), kind) != made.end()) issue(kind);
        }
    }

    Engine& engine_;
    base::Disk& disk_;
    const RunRequest& request_;
    Competition competition_;
    std::vector<Arrival> arrivals_;
    Issuer issuer_;
    RunSummary summary_;
    Gathered gathered_;
    std::vector<Notice> notices_;
    std::vector<std::string> contents_;   ///< Of each dossier's bytes, beside the summary's outcomes; empty where they could not be had.
    std::vector<std::size_t> first_of_;   ///< For each dossier the first that is the same application: mostly itself.
    std::map<std::string, std::string> folders_;
};

}  // namespace

RunSummary run_competition(Engine& engine, base::Disk& disk, const RunRequest& request) {
    Competition competition = Competition::load(disk, request.competition_folder, engine.competition_schema());
    require_fit(disk, competition, engine, request);
    engine.read_act_for(competition);
    const base::Moment moment = moment_of(competition, request);
    require_arrived(competition, request, moment);
    Arrivals arrivals = arrivals_of(disk, competition);
    // What is missing of the program itself shows before anything is written.
    engine.checker();
    engine.composer();
    engine.fonts();
    return Run(engine, disk, request, std::move(competition), std::move(arrivals), moment).perform();
}

}  // namespace irikteu::pipeline
