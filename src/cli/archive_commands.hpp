#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "archive/archive.hpp"
#include "cli/command.hpp"

/// The commands under `irikteu archive`, and what they share.
namespace irikteu::cli {

void add_archive_add(CLI::App& archive, Session& session, Action& action);
void add_archive_look(CLI::App& archive, Session& session, Action& action);  ///< list, find, show, get, proof, head
void add_archive_verify(CLI::App& archive, Session& session, Action& action);  ///< verify, rebuild-index
void add_archive_check_bag(CLI::App& archive, Session& session, Action& action);
void add_archive_bags(CLI::App& archive, Session& session, Action& action);  ///< export, import

nlohmann::ordered_json to_json(const archive::Entry& entry);
void print_json(const nlohmann::ordered_json& json);
/// One line, tab-separated: number, time, kind, size, the digest's beginning, registration, name.
void print_line(const archive::Entry& entry);
/// What stands in the columns of print_line().
void print_heading();

/// Refuses a kind that no entry has.
CLI::Validator one_of_kinds();

/// The entry that a person names: its number, or SERIES/NUMBER as registered. Throws Error(usage) where there is none.
archive::Entry entry_named(archive::Archive& archive, const std::string& name);

/// "NAME=VALUE" in its two halves. Throws Error(usage) where it has no name.
std::pair<std::string, std::string> name_and_value(const std::string& text, const char* option);

/// Writes to standard output where the path is empty or "-".
void write_out(Session& session, const std::string& path, const std::string& bytes);

}  // namespace irikteu::cli
