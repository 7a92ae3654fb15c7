// Any bytes as a zip: what opens must read within its limits, and every name must be safe to write.
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/format.hpp"
#include "readers/submission.hpp"
#include "readers/zip_archive.hpp"

using namespace irikteu;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readers::Limits limits;
    limits.max_total_bytes = 4 << 20;
    limits.max_file_bytes = limits.max_part_bytes = 1 << 20;
    (void)readers::detect(bytes);
    try {
        readers::walk_zip(bytes, "a.zip", limits, [](const readers::SubmittedFile& file) {
            if (!base::is_utf8(file.path) || file.path.empty() || file.path.front() == '/') std::abort();
            if (("/" + file.path + "/").find("/../") != std::string::npos) std::abort();
        });
    } catch (const base::Error&) {
    }
    return 0;
}
