#pragma once

#include <cstdint>
#include <string_view>

namespace irikteu::readers {

/// Kinds of file, told by their content and never by their name.
enum class Format : std::uint8_t {
    xml_dossier,  ///< Root dossier of urn:irikteu:dossier:1.
    docx,
    docm,         ///< With macros, which are not run and not read.
    flat_opc,     ///< A whole docx in one XML file.
    word_xml,     ///< Bare WordprocessingML, root w:document.
    zip,          ///< Any other zip.
    xml,          ///< Any other XML.
    pdf,
    odt,
    rtf,
    doc,          ///< Word 97–2003, an OLE compound file.
    protected_document,  ///< An Office document encrypted with a password, inside an OLE compound file.
    word_2003_xml,
    html,
    xlsx,         ///< Any Office package other than Word's.
    pages,        ///< Apple Pages.
    archive,      ///< RAR, 7z, gzip, tar: packed, but no zip.
    image,
    unknown,
};

/// Looks at the beginning, for a zip at its directory and media types. Never throws; a zip too broken to look into is
/// told by the names that it begins with. Limits are the default ones.
Format detect(std::string_view bytes);

/// As it stands in dossier.xsd, document/@format: "xml", "docx", "flat-opc", "odt" …
std::string_view to_string(Format format);

/// Can read_document() take its text?
bool is_readable(Format format);

/// Why such a file is refused and what to do instead, in one English sentence; for formats that are not readable.
std::string_view advice(Format format);

}  // namespace irikteu::readers
