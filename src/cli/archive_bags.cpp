#include <iostream>
#include <memory>
#include <optional>

#include "archive/bag_export.hpp"
#include "archive/bag_import.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "cli/archive_commands.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/moment.hpp"
#include "cli/progress.hpp"
#include "cli/wording.hpp"
#include "pipeline/engine.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using base::Error;
using base::ErrorCode;

constexpr std::uint64_t kMostExtraBytes = 1u << 20;

struct Arguments {
    std::string archive, bag, competition, moment, prefix;
    std::vector<std::string> entries, info;
};

std::vector<archive::Entry> chosen(archive::Archive& archive, const Arguments& arguments, std::string& what) {
    if (!arguments.competition.empty()) {
        archive::Query query;
        query.label_name = "Competition";
        query.label_value = arguments.competition;
        what = "Competition " + arguments.competition;
        const auto entries = archive.list(query);
        if (entries.empty()) throw Error(ErrorCode::usage, "has no entries of the competition " + arguments.competition, {arguments.archive, 0, 0, {}});
        return entries;
    }
    if (arguments.entries.empty()) {
        what = "Whole archive";
        return archive.list({});
    }
    std::map<std::int64_t, archive::Entry> entries;
    for (const std::string& name : arguments.entries) {
        archive::Entry entry = entry_named(archive, name);
        what += (what.empty() ? "Entry " : ", ") + std::to_string(entry.number);
        entries.emplace(entry.number, std::move(entry));
    }
    std::vector<archive::Entry> sorted;
    for (auto& [number, entry] : entries) sorted.push_back(std::move(entry));
    return sorted;
}

/// What the bag's reader needs to check it without this program.
std::vector<std::pair<std::string, std::string>> instructions(const Session& session) {
    const std::string folder = base::join_path(session.engine_options().templates_folder, "archive");
    std::vector<std::pair<std::string, std::string>> files;
    for (const base::DirectoryEntry& entry : session.disk.list(folder)) {
        if (entry.kind == base::DirectoryEntry::Kind::file) files.emplace_back(entry.name, session.disk.read(base::join_path(folder, entry.name), kMostExtraBytes));
    }
    return files;
}

int export_it(const Session& session, const Arguments& arguments) {
    if (const std::string around = archive_around(arguments.bag); !around.empty())
        throw Error(ErrorCode::usage, "lies within the archive " + around + ": a bag goes elsewhere", {arguments.bag, 0, 0, {}});
    archive::Archive archive = archive::Archive::open(arguments.archive);
    archive::BagRequest request;
    const std::vector<archive::Entry> entries = chosen(archive, arguments, request.what);
    request.folder = arguments.bag;
    request.day = moment_of(arguments.moment).date().iso();
    request.agent = pipeline::engine_version();
    request.extra = instructions(session);
    for (const std::string& line : arguments.info) request.info.push_back(name_and_value(line, "--info"));
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    request.progress = [&](std::uint64_t done, std::uint64_t all) { progress.at(done, all, "export"); };
    archive::export_bag(archive, entries, request);
    progress.clear();
    if (session.json) print_json({{"archive", arguments.archive}, {"bag", arguments.bag}, {"entries", entries.size()}, {"root", archive.root().hex()}});
    else std::cout << Wording(session).say("archive.exported", {arguments.bag, std::to_string(entries.size()), archive.root().hex()}) << '\n';
    return 0;
}

int refused(const Session& session, const std::string& bag, const archive::BagReport& report) {
    Json findings = Json::array();
    const Wording words(session);
    for (const archive::BagFinding& finding : report.findings) {
        if (finding.severity != archive::BagFinding::Severity::error) continue;
        findings.push_back({{"code", finding.code}, {"path", finding.path}, {"line", finding.line}, {"what", finding.what}});
        if (!session.json) std::cout << words.say("archive.severity.error") << "   " << finding.path << ": " << bag_words(words, finding) << '\n';
    }
    if (session.json) print_json({{"bag", bag}, {"valid", false}, {"findings", findings}, {"added", 0}});
    else std::cout << words.say("archive.not-taken", {bag}) << '\n';
    return 1;
}

int import_it(const Session& session, const Arguments& arguments) {
    archive::ImportRequest request;
    request.folder = arguments.bag;
    request.prefix = arguments.prefix;
    request.time = moment_of(arguments.moment).iso();
    request.engine = pipeline::engine_version();
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    request.progress = [&](std::uint64_t done, std::uint64_t all) { progress.at(done, all, "import"); };
    std::optional<archive::Archive> opened;
    const auto open = [&]() -> archive::Archive& { return opened.emplace(archive::Archive::open_or_create(arguments.archive)); };
    const archive::Imported result = archive::import_bag(open, request);
    progress.clear();
    if (!result.report.valid()) return refused(session, arguments.bag, result.report);
    const archive::Archive& archive = *opened;
    if (session.json) {
        Json json = {{"bag", arguments.bag}, {"valid", true}, {"archive", arguments.archive}, {"restored", result.restored}, {"added", result.added}, {"root", archive.root().hex()}, {"entries", Json::array()}};
        for (const archive::Entry& entry : result.entries) json["entries"].push_back(to_json(entry));
        print_json(json);
        return 0;
    }
    const Wording words(session);
    for (const archive::Entry& entry : result.entries) print_line(entry, &words);
    std::cout << words.say(result.restored ? "archive.restored" : "archive.imported", {arguments.bag, std::to_string(result.added), std::to_string(result.entries.size() - result.added), archive.root().hex()}) << '\n';
    return 0;
}

}  // namespace

void add_archive_bags(Command archive, Session& session, Action& action) {
    auto out = std::make_shared<Arguments>();
    Command command = archive.add_command("export", "Write a BagIt bag (RFC 8493) of the whole archive, of a competition, or of entries");
    command.add_option("ARCHIVE", out->archive, "The archive's folder").required().type_name("");
    command.add_option("BAG", out->bag, "The bag's folder, absent or empty").required().type_name("");
    command.add_option("--competition", out->competition, "Only what belongs to this competition").type_name("ID");
    command.add_option("--entry", out->entries, "Only these entries: numbers, or SERIES/NUMBER").type_name("ENTRY");
    command.add_option("--info", out->info, "A line of bag-info.txt, as Source-Organization=…").type_name("LABEL=VALUE");
    command.add_option("--date", out->moment, "Bagging-Date, as 2015-10-09T10:00:00+06:00 [SOURCE_DATE_EPOCH, else now]").type_name("MOMENT");
    command.when_chosen([&session, &action, out] { action = [&session, out] { return export_it(session, *out); }; });

    auto in = std::make_shared<Arguments>();
    command = archive.add_command("import", "Take a bag in, after checking it whole (exit 1 where it is not valid: then nothing is taken)");
    command.add_option("ARCHIVE", in->archive, "The archive's folder; a whole exported archive is restored into an absent one").required().type_name("");
    command.add_option("BAG", in->bag, "The bag's folder: one of archive export, or anybody's").required().type_name("");
    command.add_option("--prefix", in->prefix, "For anybody's bag: what stands before each name").type_name("TEXT");
    command.add_option("--date", in->moment, "For anybody's bag: when its files count as added").type_name("MOMENT");
    command.when_chosen([&session, &action, in] { action = [&session, in] { return import_it(session, *in); }; });
}

}  // namespace irikteu::cli
