#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "archive/bag_check.hpp"
#include "cli/archive_commands.hpp"
#include "cli/progress.hpp"
#include "cli/summary.hpp"
#include "cli/wording.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using archive::BagFinding;

std::string place_of(const BagFinding& finding) {
    return finding.line > 0 ? finding.path + ':' + std::to_string(finding.line) : finding.path;
}

void print_json(const std::string& folder, const archive::BagReport& report) {
    Json json = {{"bag", folder},          {"valid", report.valid()},         {"version", report.version},
                 {"encoding", report.encoding}, {"payload_files", report.payload_files}, {"payload_bytes", report.payload_bytes},
                 {"findings", Json::array()}};
    for (const BagFinding& finding : report.findings) {
        json["findings"].push_back({{"severity", finding.severity == BagFinding::Severity::error ? "error" : "warning"},
                                    {"code", finding.code}, {"path", finding.path}, {"line", finding.line},
                                    {"what", finding.what}, {"clause", finding.clause}});
    }
    std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// Faults and the verdict on standard output; warnings on standard error, where the conformance suite looks for them.
void print_text(const std::string& folder, const archive::BagReport& report, const Wording& words) {
    for (const BagFinding& finding : report.findings) {
        const bool error = finding.severity == BagFinding::Severity::error;
        std::string severity = words.say(error ? "archive.severity.error" : "archive.severity.warning");
        severity.append(8 - std::min<std::size_t>(7, display_width(severity)), ' ');
        (error ? std::cout : std::cerr) << severity << place_of(finding) << ": " << bag_words(words, finding)
                                        << (finding.clause.empty() ? "" : " (RFC 8493, " + finding.clause + ")") << '\n';
    }
    const std::string verdict = std::string(report.valid() ? "bag.valid" : "bag.not-valid") + (report.version.empty() ? "" : "-version");
    std::cout << words.say(verdict, {folder, report.version}) << ", "
              << words.say("bag.payload", {std::to_string(report.payload_files), std::to_string(report.payload_bytes)}) << '\n';
}

int check(const Session& session, const std::string& folder) {
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    const archive::BagReport report =
        archive::check_bag(folder, [&](std::uint64_t done, std::uint64_t all) { progress.at(done, all, "check-bag"); });
    progress.clear();
    session.json ? print_json(folder, report) : print_text(folder, report, Wording(session));
    return report.valid() ? 0 : 1;
}

}  // namespace

std::string bag_words(const Wording& words, const archive::BagFinding& finding) { return words.translated(finding.what, "bag.what.", {"os."}); }

void add_archive_check_bag(Command archive, Session& session, Action& action) {
    auto folder = std::make_shared<std::string>();
    const Command command = archive.add_command("check-bag", "Check anybody's BagIt bag, versions 0.93 to 1.0 (exit 0 valid, 1 not)");
    command.add_option("DIR", *folder, "The bag's folder").required().type_name("");
    command.footer("Exit status 3 where there is no such folder.\nWarnings go to standard error and don't make a bag invalid.\n"
                    "Examples:\n"
                    "  irikteu archive check-bag bags/competition-2015-1\n"
                    "  irikteu archive check-bag --json received-bag");
    command.when_chosen([&session, &action, folder] { action = [&session, folder] { return check(session, *folder); }; });
}

}  // namespace irikteu::cli
