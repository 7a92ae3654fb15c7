// Any bytes as an XML dossier.
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "readers/xml_dossier.hpp"

using namespace irikteu;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    try {
        const auto read = readers::read_xml_dossier({reinterpret_cast<const char*>(data), size}, "dossier.xml", "dossier.xml", {});
        const std::string canonical = read.document.canonical();
        if (canonical.empty()) std::abort();
        (void)read.document.serialize();
    } catch (const base::Error&) {
    }
    return 0;
}
