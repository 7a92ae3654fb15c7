#include <iostream>
#include <memory>

#include "archive/verify.hpp"
#include "base/error.hpp"
#include "cli/archive_commands.hpp"
#include "cli/help.hpp"
#include "cli/progress.hpp"
#include "cli/wording.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using archive::ArchiveFault;

constexpr std::uint64_t kMostCheckpointBytes = 1u << 16;

struct Arguments {
    std::string folder;
    bool quick = false;
    std::vector<std::string> heads, checkpoints;
};

const char* severity_of(const ArchiveFault& fault) { return fault.severity == ArchiveFault::Severity::error ? "error" : "warning"; }

Json to_json(const std::string& folder, const archive::Verification& result, bool quick) {
    Json json = {{"archive", folder},         {"sound", result.sound()}, {"depth", quick ? "quick" : "full"}, {"entries", result.entries},
                 {"objects", result.objects}, {"bytes", result.bytes},   {"heads", result.heads},             {"root", result.root ? Json(result.root->hex()) : Json()},
                 {"sound_objects", result.sound_objects}, {"sound_bytes", result.sound_bytes}, {"faults", Json::array()}};
    for (const ArchiveFault& fault : result.faults) {
        json["faults"].push_back({{"kind", archive::to_string(fault.kind)}, {"severity", severity_of(fault)}, {"path", fault.path}, {"entry", fault.entry},
                                  {"name", fault.name}, {"what", fault.what}, {"remedy", fault.remedy}});
    }
    if (result.faults_left_out > 0) json["faults_left_out"] = result.faults_left_out;
    return json;
}

/// What of the archive is there; of a sound one that is what its log says.
std::string counts(const archive::Verification& result, const Wording& words) {
    const std::string entries = std::to_string(result.entries), objects = std::to_string(result.objects), bytes = std::to_string(result.bytes);
    if (result.sound() && result.root) return words.say("archive.counts", {entries, objects, bytes, result.root->hex()});
    const std::string root = result.root ? words.say("archive.root-stated", {result.root->hex()}) : words.say("archive.root-unknown");
    return words.say("archive.counts-found", {entries, objects, bytes, std::to_string(result.sound_objects), std::to_string(result.sound_bytes), root});
}

void print(const std::string& folder, const archive::Verification& result, bool quick, const Wording& words) {
    for (const ArchiveFault& fault : result.faults) {
        std::cout << words.say(std::string("archive.severity.") + severity_of(fault)) << ": " << words.say("archive.fault." + std::string(archive::to_string(fault.kind))) << "  " << fault.path;
        if (fault.entry > 0) std::cout << "  (" << words.say("archive.entry", {std::to_string(fault.entry), fault.name}) << ')';
        std::cout << "\n        " << words.translated(fault.what, "archive.what.", {"archive.record.", "archive.source.", "refused.archive.", "os."}) << "\n        " << words.translated(fault.remedy, "archive.remedy.") << '\n';
    }
    if (result.faults_left_out > 0) std::cout << words.say("archive.more", {std::to_string(result.faults_left_out)}) << '\n';
    std::cout << folder << ": " << words.say(result.sound() ? "archive.sound" : "archive.not-sound") << (quick ? ' ' + words.say("archive.quick") : "") << ", "
              << counts(result, words) << '\n';
}

int verify(Session& session, const Arguments& arguments) {
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    archive::VerifyOptions options;
    options.depth = arguments.quick ? archive::VerifyOptions::Depth::quick : archive::VerifyOptions::Depth::full;
    options.progress = [&](std::uint64_t done, std::uint64_t all) { progress.at(done, all, "verify"); };
    for (const std::string& head : arguments.heads) options.known.push_back(archive::known_head(head, "--head"));
    for (const std::string& path : arguments.checkpoints) options.known.push_back(archive::from_checkpoint(session.disk.read(path, kMostCheckpointBytes), path));
    const archive::Verification result = archive::verify(arguments.folder, options);
    progress.clear();
    session.json ? print_json(to_json(arguments.folder, result, arguments.quick)) : print(arguments.folder, result, arguments.quick, Wording(session));
    return result.sound() ? 0 : 1;
}

int rebuild(const Session& session, const std::string& folder) {
    archive::rebuild_index(folder);
    archive::Archive archive = archive::Archive::open(folder);
    if (session.json) print_json({{"archive", folder}, {"entries", archive.size()}, {"root", archive.root().hex()}});
    else std::cout << Wording(session).say("archive.rebuilt", {folder, std::to_string(archive.size()), archive.root().hex()}) << '\n';
    return 0;
}

}  // namespace

void add_archive_verify(Command archive, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    Command command = archive.add_command("verify", "Name every changed, missing, foreign, truncated, reordered or rolled-back item (exit 0 sound, 1 not)");
    command.add_option("ARCHIVE", arguments->folder, "The archive's folder").required().type_name("");
    command.add_flag("--quick", arguments->quick, "Log, tree, head and index whole, of the files only which are there and how large");
    command.add_option("--head", arguments->heads, "A head known from elsewhere, as the next protocol prints it: the log must continue it").type_name("ENTRIES:ROOT");
    command.add_option("--checkpoint", arguments->checkpoints, "The same, from what archive head wrote (check its signature first)").type_name("FILE");
    command.when_chosen([&session, &action, arguments] { action = [&session, arguments] { return verify(session, *arguments); }; });

    auto folder = std::make_shared<std::string>();
    command = archive.add_command("rebuild-index", "Build the index anew from the log, and the tree's hashes where they are damaged");
    command.add_option("ARCHIVE", *folder, "The archive's folder").required().type_name("");
    command.when_chosen([&session, &action, folder] { action = [&session, folder] { return rebuild(session, *folder); }; });
}

}  // namespace irikteu::cli
