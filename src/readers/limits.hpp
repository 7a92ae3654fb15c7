#pragma once

#include <chrono>
#include <cstdint>

#include "xml/document.hpp"

namespace irikteu::readers {

/// What a submitted file may cost before it is refused with Error(limit_exceeded). The defaults admit a document of
/// about 800 pages, and keep any input below 200 MB of memory and a second of time.
struct Limits {
    std::uint64_t max_file_bytes = 64u << 20;    ///< One submitted file: a document, an XML dossier, a zip.
    std::uint64_t max_total_bytes = 256u << 20;  ///< All files of a dossier together; all entries of one zip inflated.
    std::uint64_t max_growth = 20;               ///< How many times its size a zip may inflate to, beyond 64 MB.
    std::uint64_t max_part_bytes = 24u << 20;    ///< One inflated XML part of a document; an XML dossier.
    std::uint64_t max_entries = 4096;            ///< Entries of one zip; files of one dossier.
    std::uint64_t max_ratio = 200;               ///< Inflated to deflated size of an entry of more than 1 MB.
    int max_depth = 200;                         ///< Nested XML elements.
    std::uint64_t max_nodes = 1'000'000;         ///< Of all XML parts of a document together, as xml::Limits counts them.
    std::uint64_t max_dossier_nodes = 750'000;   ///< Of an XML dossier, as xml::Limits counts them: more than 10 MB of forms and text, or of company sheets alone.
    std::uint64_t max_dossier_elements = 350'000;  ///< Each gets its place, and may get its file.
    std::uint64_t max_spent_nodes = 3'000'000;   ///< Of all documents of a dossier together, kept or not.
    std::uint64_t max_kept_nodes = 1'000'000;    ///< Of what was read of them.
    std::uint64_t max_xml_bytes = 32u << 20;     ///< All parts of a document that are read, inflated.
    int max_chunks = 2;                          ///< Documents in a document (altChunk): how deep.
    std::chrono::seconds max_pdf_time{20};       ///< All PDFs of a dossier together; of the one that exceeds it, ten seconds more.
    std::uint64_t max_form_fields = 20'000;      ///< Of one PDF form; the longest of ours, with the sheets of 60 companies, has 4,000.
    std::uint64_t max_form_lines = 100'000;      ///< That are typed into all its fields together.
    int max_folders = 8;                         ///< Nested folders of a dossier, on disk or in a zip.
    int max_nesting = 1;                         ///< A zip in a zip: how often. Documents themselves do not count.

    /// The same for the XML parser: a part of a document, a dossier.
    xml::Limits for_xml() const { return {max_part_bytes, max_depth, max_nodes}; }
    xml::Limits for_dossier() const { return {max_part_bytes, max_depth, max_dossier_nodes}; }
};

}  // namespace irikteu::readers
