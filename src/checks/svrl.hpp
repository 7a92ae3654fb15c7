#pragma once

#include "checks/schematron.hpp"
#include "xml/document.hpp"

namespace irikteu::checks {

inline constexpr std::string_view kSvrlNamespace = "http://purl.oclc.org/dsdl/svrl";

/// The result as a document in the Schematron Validation Report Language (ISO/IEC 19757-3, annex D; schema:
/// templates/schema/svrl.xsd). What could not be checked stands as a text at its beginning, since SVRL has no element
/// for it. The document that was run must still live.
xml::Document svrl(const Result& result);

}  // namespace irikteu::checks
