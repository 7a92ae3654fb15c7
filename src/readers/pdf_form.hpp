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
/// "local_conclusion-row-3-activity", "road_map-2-1-executor"), or a paper of ours with its data attached. Where both are there, what was typed counts
/// and what it replaces goes into the ledger ("overtyped-data"); attached data that the pages do not show are left out ("not-shown"); what was written
/// beside the fields is unknown. Intake is the organiser's: left out ("intake"), and so is the copy that the applicant keeps ("applicant-copy"). Throws Error: unsupported where the PDF is no form of ours or one of free text (concept, strategy), and as
/// pdf::read_filled_form().
PdfForm read_pdf_form(std::string_view bytes, const std::string& source, const std::string& file, const Limits& limits);

}  // namespace irikteu::readers
