#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <tuple>

#include "archive/known_head.hpp"
#include "archive/proof.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "cli/archive_commands.hpp"
#include "cli/help.hpp"
#include "cli/refusal.hpp"
#include "cli/wording.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using base::Error;
using base::ErrorCode;

struct Arguments {
    std::string folder, entry, output, day;
    archive::Query query;
    std::vector<std::string> words;
    std::string label;
    std::size_t most = 0;
};

void require_day(const std::string& day, const char* option) {
    if (!day.empty() && !base::Date::parse(day)) throw Error(ErrorCode::usage, std::string(option) + " needs a day as 2015-10-09");
}

archive::Query query_of(const Arguments& arguments) {
    archive::Query query = arguments.query;
    for (const std::string& word : arguments.words) query.text += word + ' ';
    require_day(query.from, "--from");
    require_day(query.to, "--to");
    require_day(arguments.day, "--day");
    if (!arguments.day.empty() && !(query.from + query.to).empty()) throw Error(ErrorCode::usage, "--day stands for --from and --to together: give one or the other");
    if (!arguments.day.empty()) query.from = query.to = arguments.day;
    if (!arguments.label.empty()) std::tie(query.label_name, query.label_value) = name_and_value(arguments.label, "--label");
    return query;
}

/// What was asked with the day among the words as the day of adding; nothing where no word is a day.
std::optional<Arguments> day_among_words(const Arguments& arguments) {
    if (!(arguments.day + arguments.query.from + arguments.query.to).empty()) return std::nullopt;
    Arguments of_day = arguments;
    const auto day = std::find_if(of_day.words.begin(), of_day.words.end(), [](const std::string& word) { return base::Date::parse(word).has_value(); });
    if (day == of_day.words.end()) return std::nullopt;
    of_day.day = *day;
    of_day.words.erase(day);
    return of_day;
}

/// Says on the side what does not fit at the ends of the log: whoever only looks should not learn of it a year later. Gives the status, the more
/// severe of `status` and "could not be checked" where the archive contradicts itself.
int after_a_look_at_the_ends(archive::Archive& archive, const Session& session, int status, const std::optional<archive::Archive::EndFault>& seen = {}) {
    auto faults = archive.faults_at_ends();
    if (seen) faults.insert(faults.begin(), *seen);
    if (faults.empty()) return status;
    const Wording words(session);
    for (const auto& fault : faults) {
        const bool told = fault.what.find("run archive verify") != std::string::npos;
        std::cerr << "irikteu: " << fault.path << ": " << words.translated(refusal(words, fault.what), "archive.end.") << (told ? "" : "; " + words.say("archive.end.run-verify")) << '\n';
        if (fault.severity == archive::Archive::EndFault::Severity::contradiction) status = more_severe(status, 3);
    }
    return status;
}

/// The entry that corrects this one, the last of several; 0 where this one stands.
std::int64_t corrector_of(archive::Archive& archive, const archive::Entry& entry) {
    std::int64_t corrector = 0;
    for (const archive::LinkRow& link : archive.links_to(entry.number)) {
        if (link.relation == "Corrects") corrector = link.from;
    }
    return corrector;
}

/// Exit status 1 where `find` finds nothing, as grep does; `list` of an empty archive is no failure.
int list(const Session& session, const Arguments& arguments, int nothing) {
    archive::Archive archive = archive::Archive::open(arguments.folder);
    std::vector<archive::Entry> entries = archive.list(query_of(arguments), arguments.most);
    if (const auto of_day = entries.empty() ? day_among_words(arguments) : std::nullopt) {
        entries = archive.list(query_of(*of_day), arguments.most);
        if (!entries.empty()) std::cerr << "irikteu: " << arguments.folder << ": " << Wording(session).say("archive.by-day", {of_day->day}) << '\n';
    }
    if (session.json) {
        Json json = {{"archive", arguments.folder}, {"size", archive.size()}, {"root", archive.root().hex()}, {"entries", Json::array()}};
        for (const archive::Entry& entry : entries) {
            Json row = to_json(entry);
            if (const std::int64_t corrector = corrector_of(archive, entry); corrector > 0) row["corrected_by"] = corrector;
            json["entries"].push_back(std::move(row));
        }
        print_json(json);
    } else {
        const Wording words(session);
        if (!entries.empty()) print_heading(words);
        if (entries.empty() && nothing != 0) std::cerr << "irikteu: " << arguments.folder << ": " << words.say("archive.none") << '\n';
        for (const archive::Entry& entry : entries) print_line(entry, &words, corrector_of(archive, entry));
    }
    return after_a_look_at_the_ends(archive, session, entries.empty() ? nothing : 0);
}

Json link_json(archive::Archive& archive, const std::string& relation, std::int64_t number) {
    Json json = {{"relation", relation}, {"entry", number}};
    if (const auto other = archive.by_number(number)) json["name"] = other->name;
    return json;
}

/// The record's lines, the archive's own words among them in the language of the answer; in English that is the record itself.
std::string record_in(const Wording& words, const archive::Entry& entry) {
    const std::string record = archive::to_record(entry);
    std::string said;
    for (std::size_t at = 0; at + 1 < record.size();) {
        const auto colon = record.find(": ", at), end = record.find('\n', at);
        const std::string name = record.substr(at, colon - at);
        std::string value = record.substr(colon + 2, end - colon - 2);
        if (name == "Kind") value = words.said_or("archive.kind." + value, value);
        if (name == "Signatory-Trust") value = words.translated(value, "archive.trust.");
        said += words.said_or("archive.label." + name, name) + ": " + value + '\n';
        at = end + 1;
    }
    return said;
}

int show(const Session& session, const Arguments& arguments) {
    archive::Archive archive = archive::Archive::open(arguments.folder);
    const archive::Entry entry = entry_named(archive, arguments.entry);
    Json json = to_json(entry);
    json["links"] = Json::array();
    json["linked_from"] = Json::array();
    for (const archive::Link& link : entry.links()) json["links"].push_back(link_json(archive, link.relation, link.target));
    for (const archive::LinkRow& link : archive.links_to(entry.number)) json["linked_from"].push_back(link_json(archive, link.relation, link.from));
    if (session.json) {
        print_json(json);
        return after_a_look_at_the_ends(archive, session, 0, archive.fault_of_file(entry));
    }
    const Wording words(session);
    std::cout << record_in(words, entry);
    for (const Json& link : json["linked_from"]) {
        std::cout << words.say("archive.link." + link["relation"].get<std::string>(), {std::to_string(link["entry"].get<std::int64_t>()), link.value("name", "")}) << '\n';
    }
    return after_a_look_at_the_ends(archive, session, 0, archive.fault_of_file(entry));
}

int get(Session& session, const Arguments& arguments) {
    archive::Archive archive = archive::Archive::open(arguments.folder);
    write_out(session, arguments.output, archive.read(entry_named(archive, arguments.entry)));
    return after_a_look_at_the_ends(archive, session, 0);
}

int prove(Session& session, const Arguments& arguments) {
    archive::Archive archive = archive::Archive::open(arguments.folder);
    const archive::Proof proof = archive::proof_of(archive, entry_named(archive, arguments.entry).number);
    if (!session.json) {
        write_out(session, arguments.output, archive::to_text(proof));
        return 0;
    }
    Json json = {{"entry", proof.index + 1}, {"index", proof.index}, {"size", proof.size}, {"leaf", archive::leaf_hash(proof.record).hex()},
                 {"path", Json::array()},    {"root", proof.root.hex()}, {"record", proof.record}};
    for (const archive::Digest& hash : proof.path) json["path"].push_back(hash.hex());
    write_out(session, arguments.output, json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
    return 0;
}

int head(Session& session, const Arguments& arguments) {
    archive::Archive archive = archive::Archive::open(arguments.folder);
    const archive::KnownHead known{archive.size(), archive.root(), {}};
    if (session.json) print_json({{"archive", arguments.folder}, {"entries", known.entries}, {"root", known.root.hex()}, {"head", archive::to_string(known)}});
    else write_out(session, arguments.output, archive::checkpoint_text(known));
    return after_a_look_at_the_ends(archive, session, 0);
}

Command command_with_archive(Command archive, const char* name, const char* what, Arguments& arguments) {
    const Command command = archive.add_command(name, what);
    command.add_option("ARCHIVE", arguments.folder, "The archive's folder").required().type_name("");
    return command;
}

void add_filters(Command command, Arguments& arguments) {
    command.add_option("--kind", arguments.query.kind, "Of this kind: submission, report, document, signed-document, event").one_of(all_kinds()).type_name("KIND");
    command.add_option("--name", arguments.query.name_contains, "Whose name contains this").type_name("TEXT");
    command.add_option("--applicant", arguments.query.applicant, "Of this applicant: words, in any case form").type_name("WORDS");
    command.add_option("--number", arguments.query.document_number, "That bear this number, as documents or in their register: with its series (2015-1/NUMBER) or alone").type_name("NUMBER");
    command.add_option("--series", arguments.query.series, "Registered in this series").type_name("SERIES");
    command.add_option("--from", arguments.query.from, "Added on this day or later, as 2015-10-09").type_name("DAY");
    command.add_option("--to", arguments.query.to, "Added on this day or earlier").type_name("DAY");
    command.add_option("--day", arguments.day, "Added on this day: --from and --to in one").type_name("DAY");
    command.add_option("--label", arguments.label, "With this label").type_name("NAME=VALUE");
    command.add_flag("--standing", arguments.query.standing, "Only what stands: no later entry corrects it");
    command.add_option("--most", arguments.most, "Not more than so many [all]").type_name("N");
}

}  // namespace

void add_archive_look(Command archive, Session& session, Action& action) {
    const auto with_entry = [&](const char* name, const char* what, std::shared_ptr<Arguments> arguments) {
        const Command command = command_with_archive(archive, name, what, *arguments);
        command.add_option("ENTRY", arguments->entry, "Its number, or SERIES/NUMBER as registered").required().type_name("");
        return command;
    };
    const auto with_output = [](Command command, std::shared_ptr<Arguments> arguments) {
        command.add_option("-o,--out", arguments->output, "Where it goes [standard output]").type_name("FILE");
    };
    const auto make = [] { return std::make_shared<Arguments>(); };
    auto listing = make(), finding = make(), showing = make(), getting = make(), proving = make(), heading = make();

    Command command = command_with_archive(archive, "list", "List the entries, one a line", *listing);
    add_filters(command, *listing);
    command.when_chosen([&session, &action, listing] { action = [&session, listing] { return list(session, *listing, 0); }; });

    command = command_with_archive(archive, "find", "Find entries by words, number, day, applicant, kind (exit 1 where there is none)", *finding);
    command.add_option("WORD", finding->words, "Words of name, title, applicant and other labels: all of them, in any order, in any case form,\n"
                                                "with or without the letters that a Russian keyboard lacks").type_name("");
    add_filters(command, *finding);
    command.when_chosen([&session, &action, finding] { action = [&session, finding] { return list(session, *finding, 1); }; });

    command = with_entry("show", "Show all that the archive says of an entry, and who refers to it", showing);
    command.when_chosen([&session, &action, showing] { action = [&session, showing] { return show(session, *showing); }; });

    command = with_entry("get", "Get an entry's bytes, checked against their digest", getting);
    with_output(command, getting);
    command.when_chosen([&session, &action, getting] { action = [&session, getting] { return get(session, *getting); }; });

    command = with_entry("proof", "Prove that an entry is in the log: a text that a shell and sha256sum check (src/archive/FORMAT.md)", proving);
    with_output(command, proving);
    command.when_chosen([&session, &action, proving] { action = [&session, proving] { return prove(session, *proving); }; });

    command = command_with_archive(archive, "head", "The log's head as a checkpoint, to be signed and kept elsewhere; verify --checkpoint takes it", *heading);
    with_output(command, heading);
    command.when_chosen([&session, &action, heading] { action = [&session, heading] { return head(session, *heading); }; });
}

}  // namespace irikteu::cli
