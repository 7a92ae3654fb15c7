#pragma once

#include <string>
#include <vector>

#include "pipeline/run.hpp"
#include "report/messages.hpp"

namespace irikteu::cli {

/// A run's outcome as a table for people, one line a dossier.
std::string summary_table(const pipeline::RunSummary& summary, const std::string& out_folder, const report::Messages& messages);
/// The same for programs: JSON, UTF-8, with a final line feed.
std::string summary_json(const pipeline::RunSummary& summary, const std::string& out_folder);
/// What somebody has to look at in the out folder: files that were left as they are, results of nothing examined now. A line each.
std::vector<std::string> summary_warnings(const pipeline::RunSummary& summary, const report::Messages& messages);

/// Columns for a terminal, the first row as their headings; `right` says which are set flush right. One row at least.
std::string table_text(const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& right);

/// "a, b, c"
std::string listed(const std::vector<std::string>& names);
/// Columns that a terminal gives the text: one a character, none for combining marks.
std::size_t display_width(std::string_view utf8);

}  // namespace irikteu::cli
