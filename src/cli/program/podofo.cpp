#include "pdf/podofo.hpp"

/// The one entry of irikteu-podofo.so.
extern "C" __attribute__((visibility("default"))) bool irikteu_write_podofo(const irikteu::pdf::PodofoInput& input, std::string& out) {
    return irikteu::pdf::write_podofo(input, out);
}
