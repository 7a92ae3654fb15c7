#include <iostream>

#include "base/error.hpp"
#include "cli/archive_commands.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"

namespace irikteu::cli {

using Json = nlohmann::ordered_json;
using base::Error;
using base::ErrorCode;

Json to_json(const archive::Entry& entry) {
    Json json = {{"entry", entry.number}, {"kind", entry.kind},   {"name", entry.name}, {"media_type", entry.media_type},
                 {"time", entry.time},    {"sha256", entry.object.hex()}, {"size", entry.size}, {"key", entry.key}};
    for (const auto& [name, value] : entry.labels) {
        Json& label = json["labels"][name];
        if (label.is_null()) label = value;
        else if (label.is_array()) label.push_back(value);
        else label = Json::array({label, value});
    }
    return json;
}

void print_json(const Json& json) { std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

void print_heading(const Wording& words) {
    const char* between = "";
    for (const char* column : {"entry", "time", "kind", "bytes", "object", "registered", "number", "name", "corrected-by"}) {
        std::cout << between << words.say(std::string("archive.column.") + column);
        between = "\t";
    }
    std::cout << '\n';
}

void print_line(const archive::Entry& entry, const Wording* words, std::int64_t corrected_by) {
    const std::string kind = words == nullptr ? entry.kind : words->said_or("archive.kind." + entry.kind, entry.kind);
    std::cout << entry.number << '\t' << entry.time << '\t' << kind << '\t' << entry.size << '\t' << entry.object.hex().substr(0, 12) << '\t'
              << (entry.registered() > 0 ? entry.series() + '/' + std::to_string(entry.registered()) : "") << '\t' << entry.label("Number") << '\t' << entry.name;
    if (corrected_by >= 0) std::cout << '\t' << (corrected_by > 0 ? std::to_string(corrected_by) : "");
    std::cout << '\n';
}

std::vector<std::string> all_kinds() {
    std::vector<std::string> kinds;
    for (const std::string_view kind : archive::entry_kinds()) kinds.emplace_back(kind);
    return kinds;
}

archive::Entry entry_named(archive::Archive& archive, const std::string& name) {
    const auto slash = name.rfind('/');
    const std::string digits = name.substr(slash == std::string::npos ? 0 : slash + 1);
    if (digits.empty() || digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string::npos) {
        throw Error(ErrorCode::usage, "an entry is named by its number, or by SERIES/NUMBER as registered: \"" + name + "\"");
    }
    const std::int64_t number = std::stoll(digits);
    if (slash == std::string::npos) {
        if (auto entry = archive.by_number(number)) return *entry;
    } else {
        archive::Query query;
        query.series = name.substr(0, slash);
        query.registered = number;
        const auto found = number > 0 ? archive.list(query, 1) : std::vector<archive::Entry>();
        if (!found.empty()) return found.front();
    }
    throw Error(ErrorCode::usage, "has no entry " + name, {archive.folder(), 0, 0, {}});
}

std::pair<std::string, std::string> name_and_value(const std::string& text, const char* option) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) throw Error(ErrorCode::usage, std::string(option) + " needs NAME=VALUE");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

void write_out(Session& session, const std::string& path, const std::string& bytes) {
    write_output(session, path.empty() ? "-" : path, bytes, {});
}

void add_archive(Command app, Session& session, Action& action) {
    const Command archive = app.add_command("archive", "The record of what was received and issued: add, find, verify, prove, export");
    end_help(archive, {{"irikteu archive list build/demo/archive", "what was issued, when and for whom"},
                       {"irikteu archive find build/demo/archive --applicant \u0422\u043E\u049B\u044B\u043C\u0430", "by words, in whatever case form"},
                       {"irikteu archive verify build/demo/archive", "every byte, against every digest"},
                       {"irikteu archive proof build/demo/archive 7 -o 7.proof", "that entry 7 is in the log, to be checked without this program"},
                       {"irikteu archive export build/demo/archive bag", "everything as a BagIt bag"}});
    archive.require_commands(1, 1);
    add_archive_add(archive, session, action);
    add_archive_look(archive, session, action);
    add_archive_verify(archive, session, action);
    add_archive_bags(archive, session, action);
    add_archive_check_bag(archive, session, action);
}

}  // namespace irikteu::cli
