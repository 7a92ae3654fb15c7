#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "archive/archive.hpp"
#include "archive/verify.hpp"
#include "cli/archive_commands.hpp"
#include "cli/help.hpp"
#include "cli/progress.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const archive::Entry& entry) {
    Json json = {{"entry", entry.number}, {"kind", entry.kind},   {"name", entry.name}, {"media_type", entry.media_type},
                 {"time", entry.time},    {"sha256", entry.object.hex()}, {"size", entry.size}};
    for (const auto& [name, value] : entry.labels) json["labels"][name] = value;
    return json;
}

int list(const Session& session, const std::string& folder, const archive::Query& query) {
    archive::Archive archive = archive::Archive::open(folder);
    const std::vector<archive::Entry> entries = archive.list(query);
    if (session.json) {
        Json json = {{"archive", folder}, {"root", archive.root().hex()}, {"entries", Json::array()}};
        for (const archive::Entry& entry : entries) json["entries"].push_back(to_json(entry));
        std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return 0;
    }
    for (const archive::Entry& entry : entries) {
        std::cout << entry.number << '\t' << entry.time << '\t' << entry.kind << '\t' << entry.size << '\t'
                  << entry.object.hex().substr(0, 12) << '\t' << entry.name << '\n';
    }
    return 0;
}

int verify(const Session& session, const std::string& folder) {
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    const archive::Verification result = archive::verify(
        folder, [&](std::uint64_t done, std::uint64_t all) { progress.at(done, all, "verify"); });
    progress.clear();
    if (session.json) {
        Json json = {{"archive", folder},          {"sound", result.sound()}, {"entries", result.entries},
                     {"objects", result.objects}, {"bytes", result.bytes},   {"root", result.root.hex()},
                     {"faults", Json::array()}};
        for (const archive::ArchiveFault& fault : result.faults) {
            json["faults"].push_back({{"kind", archive::to_string(fault.kind)},
                                      {"severity", fault.severity == archive::ArchiveFault::Severity::error ? "error" : "warning"},
                                      {"path", fault.path}, {"entry", fault.entry}, {"name", fault.name},
                                      {"what", fault.what}, {"remedy", fault.remedy}});
        }
        std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return result.sound() ? 0 : 1;
    }
    for (const archive::ArchiveFault& fault : result.faults) {
        std::cout << (fault.severity == archive::ArchiveFault::Severity::error ? "ERROR   " : "warning ")
                  << archive::to_string(fault.kind) << "  " << fault.path;
        if (fault.entry > 0) std::cout << "  (entry " << fault.entry << ", " << fault.name << ')';
        std::cout << "\n        " << fault.what << "\n        " << fault.remedy << '\n';
    }
    std::cout << folder << ": " << (result.sound() ? "sound" : "NOT SOUND") << ", " << result.entries << " entries, "
              << result.objects << " objects, " << result.bytes << " bytes, Merkle root " << result.root.hex() << '\n';
    return result.sound() ? 0 : 1;
}

}  // namespace

void add_archive(CLI::App& app, Session& session, Action& action) {
    CLI::App* archive = app.add_subcommand("archive", "What was issued: list it, or verify that nothing changed");
    end_help(*archive, {{"irikteu archive list build/demo/archive", "what was issued, when and for whom"},
                        {"irikteu archive verify build/demo/archive", "every byte, against every digest"}});
    archive->require_subcommand(1);
    struct Arguments {
        std::string folder;
        archive::Query query;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* listing = archive->add_subcommand("list", "List the entries");
    listing->add_option("ARCHIVE", arguments->folder, "The archive's folder")->required();
    listing->add_option("--kind", arguments->query.kind, "Only entries of this kind: submission, report, document");
    listing->add_option("--name", arguments->query.name_contains, "Only entries whose name contains this");
    listing->callback([&session, &action, arguments] {
        action = [&session, arguments] { return list(session, arguments->folder, arguments->query); };
    });
    CLI::App* verification = archive->add_subcommand(
        "verify", "Read every byte and name every changed, missing or foreign file (exit 0 sound, 1 not)");
    verification->add_option("ARCHIVE", arguments->folder, "The archive's folder")->required();
    verification->callback([&session, &action, arguments] {
        action = [&session, arguments] { return verify(session, arguments->folder); };
    });
    add_archive_check_bag(*archive, session, action);
}

}  // namespace irikteu::cli
