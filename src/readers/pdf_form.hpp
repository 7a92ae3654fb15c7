#pragma once

#include <string>
#include <string_view>

#include "readers/ledger.hpp"
#include "readers/limits.hpp"
#include "xml/document.hpp"

namespace irikteu::readers {

/// A form that was filled in as a PDF, as a dossier with the part that it is.
struct PdfForm {
    xml::Document document;
    std::string part;  ///< "application", "local_conclusion", "road_map" …
    Ledger ledger;
};

/// Reads a blank of ours that a person filled in with any viewer (the fields' names say which part of the dossier each is: "application-signatory-name",
/// "local_conclusion-row-3-activity", "road_map-2-1-executor", "concept-4-1", "company-2-turnover-2013"), or a paper of ours with its data attached. Of a
/// concept or a strategy what was typed stands in text/@form by sections, of another form what its pages print stands in `printed`: the outline stage puts
/// both in order. Where fields and data are there, what was typed counts and what it replaces goes into the ledger ("overtyped-data"); attached data that the
/// pages do not show are left out ("not-shown"); what was written beside the fields is unknown. Intake is the organiser's: left out ("intake"), and so is the
/// copy that the applicant keeps ("applicant-copy"). Throws Error: unsupported where the PDF is no form of ours, and as pdf::read_filled_form().
PdfForm read_pdf_form(std::string_view bytes, const std::string& source, const std::string& file, const Limits& limits);

}  // namespace irikteu::readers
