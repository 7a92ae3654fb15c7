#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "archive/bag_check.hpp"
#include "cli/archive_commands.hpp"
#include "cli/progress.hpp"

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
void print_text(const std::string& folder, const archive::BagReport& report) {
    for (const BagFinding& finding : report.findings) {
        const bool error = finding.severity == BagFinding::Severity::error;
        (error ? std::cout : std::cerr) << (error ? "ERROR   " : "warning ") << place_of(finding) << ": " << finding.what
                                        << (finding.clause.empty() ? "" : " (RFC 8493, " + finding.clause + ")") << '\n';
    }
    std::cout << folder << ": " << (report.valid() ? "valid" : "NOT VALID") << " bag"
              << (report.version.empty() ? "" : " of version " + report.version) << ", " << report.payload_files
              << " payload files, " << report.payload_bytes << " bytes\n";
}

int check(const Session& session, const std::string& folder) {
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    const archive::BagReport report =
        archive::check_bag(folder, [&](std::uint64_t done, std::uint64_t all) { progress.at(done, all, "check-bag"); });
    progress.clear();
    session.json ? print_json(folder, report) : print_text(folder, report);
    return report.valid() ? 0 : 1;
}

}  // namespace

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
