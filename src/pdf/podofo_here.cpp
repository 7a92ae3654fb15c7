#include "pdf/podofo.hpp"

namespace irikteu::pdf {

WritePodofo podofo() { return write_podofo; }

}  // namespace irikteu::pdf
