#include "support/folders.hpp"

namespace irikteu::support {

std::string source_path(const std::string& below) { return IRIKTEU_SOURCE_DIR + below; }

std::string build_path(const std::string& below) { return IRIKTEU_BINARY_DIR + below; }

}  // namespace irikteu::support
