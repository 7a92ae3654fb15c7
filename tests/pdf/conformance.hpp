#pragma once

#include <string>
#include <vector>

namespace irikteu::pdf_test {

/// What in the file at `pdf_path` breaks PDF/A-3a (ISO 19005-3) or PDF/UA-1 (ISO 14289-1); empty: nothing found. Each fault begins
/// with the clause as veraPDF's profiles number it: "6.3.2: object 12: …", "UA 7.5: …". Covers the profiles' rules that concern what
/// this project writes; what it never writes (JPEG 2000, halftones, spot colours, optional content, multimedia, encryption) is a fault by its
/// mere presence. Reads the file's bytes and qpdf's JSON of it; qpdf must be installed. Throws std::runtime_error where qpdf can't read it.
std::vector<std::string> conformance_faults(const std::string& pdf_path);

}  // namespace irikteu::pdf_test
