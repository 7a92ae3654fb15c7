// Any bytes as a document: Flat OPC seeds let the fuzzer reach every part without minding check sums. What is read has to be
// a dossier that any XML parser takes.
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "readers/reader.hpp"

using namespace irikteu;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    xml::Document dossier;
    try {
        dossier = readers::read_document({reinterpret_cast<const char*>(data), size}, "a.docx");
    } catch (const base::Error&) {
        return 0;
    }
    try {
        (void)xml::Document::parse(dossier.serialize(), "dossier.xml");
    } catch (const base::Error&) {
        std::abort();
    }
    return 0;
}
