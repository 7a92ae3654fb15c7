#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xml/document.hpp"

/// The remedy loop: a report against an earlier one on the same dossier.
namespace irikteu::report {

/// The earlier reports that a file holds: one as XML (report.xml), or one or several as JSON (check --json, report.json).
/// Throws Error(malformed or invalid) where it holds none.
std::vector<xml::Document> read_reports(std::string_view bytes, const std::string& source);

/// The earlier report on the dossier of that name; the only one where there is but one, whatever its name is. Throws
/// Error(usage) where there is none.
const xml::Document& report_on(const std::vector<xml::Document>& reports, const std::string& dossier, const std::string& source);

/// Whether an earlier report can be on the dossier that `report` is on: by stage, cluster and applicant, as far as both say
/// them. Throws Error(usage) where they name another stage, or another cluster and applicant. Gives a sentence in English
/// where they leave a doubt, for the one who compares: empty where there is none.
std::string doubt_of_sameness(const xml::Document& report, const xml::Document& earlier, const std::string& source);

/// Marks every error, warning and undetermined finding of `report` as open or new (finding/@state) and adds the element
/// `comparison` with what is no more found. A fault is the same where rule and document are, and what it is about: its
/// item, else its words, else its place; so it is known again where text before it came or went, or an item of a list
/// moved. Nothing counts as mended while the document that it is in is absent or could not be checked.
void compare(xml::Document& report, const xml::Document& earlier);

}  // namespace irikteu::report
