#pragma once

#include <string>
#include <string_view>

#include "readers/limits.hpp"
#include "xml/document.hpp"

namespace irikteu::readers {

/// What an XML file holds: a dossier, or one part of it, which then stands in a dossier of its own.
struct XmlDossier {
    xml::Document document;
    std::string part;  ///< Name of the part that is the file's root element: "concept"; empty where that is dossier.
};

/// Reads a dossier in XML (dossier.xsd) and writes into it where each element stands: at="line 40" on every element
/// that may have a place, file=`file` on the parts. Places that the applicant wrote are replaced.
/// Throws Error: malformed and limit_exceeded as the parser; invalid for another root, and for what only the readers
/// and the outline stage may write (documents, outline), so that nobody can submit his own results.
XmlDossier read_xml_dossier(std::string_view bytes, const std::string& source, const std::string& file,
                            const Limits& limits);

}  // namespace irikteu::readers
