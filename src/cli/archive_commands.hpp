#pragma once

#include <nlohmann/json.hpp>

#include "archive/archive.hpp"
#include "archive/bag_report.hpp"
#include "cli/command.hpp"
#include "cli/wording.hpp"

/// The commands under `irikteu archive`, and what they share.
namespace irikteu::cli {

void add_archive_add(Command archive, Session& session, Action& action);
void add_archive_look(Command archive, Session& session, Action& action);  ///< list, find, show, get, proof, head
void add_archive_verify(Command archive, Session& session, Action& action);  ///< verify, rebuild-index
void add_archive_check_bag(Command archive, Session& session, Action& action);
void add_archive_bags(Command archive, Session& session, Action& action);  ///< export, import

nlohmann::ordered_json to_json(const archive::Entry& entry);
void print_json(const nlohmann::ordered_json& json);
/// One line, tab-separated: number, time, kind, size, the digest's beginning, registration, name.
/// The kind is said in `words`, or as the record has it. `corrected_by`: the number of the entry that stands in its place; 0 where it stands itself;
/// without that column where negative.
void print_line(const archive::Entry& entry, const Wording* words = nullptr, std::int64_t corrected_by = -1);
/// What a check of a bag found, in the language of the answer.
std::string bag_words(const Wording& words, const archive::BagFinding& finding);
/// What stands in the columns of print_line().
void print_heading(const Wording& words);

/// The kinds that entries have.
std::vector<std::string> all_kinds();

/// The entry that a person names: its number, or SERIES/NUMBER as registered. Throws Error(usage) where there is none.
archive::Entry entry_named(archive::Archive& archive, const std::string& name);

/// "NAME=VALUE" in its two halves. Throws Error(usage) where it has no name.
std::pair<std::string, std::string> name_and_value(const std::string& text, const char* option);

/// Writes to standard output where the path is empty or "-".
void write_out(Session& session, const std::string& path, const std::string& bytes);

}  // namespace irikteu::cli
