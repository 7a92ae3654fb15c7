#pragma once

#include <string>
#include <vector>

#include "report/messages.hpp"
#include "xml/document.hpp"

/// Reports as tables for a spreadsheet (RFC 4180, UTF-8 with a byte order mark).
namespace irikteu::report {

/// The first line: what the columns hold, in the language of the messages.
std::string csv_head(const Messages& messages);
/// A line a finding, of whatever severity; one line of the dossier alone where there is none.
std::string csv_rows(const xml::Document& report, const Messages& messages);
/// One line. Text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace irikteu::report
