#include "pdf/classic_file.hpp"

#include <vector>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "pdf/podofo.hpp"

namespace irikteu::pdf {

namespace {

/// PoDoFo makes /ID from Info alone, so that two documents can share one: put a hash of all bytes before it in its place.
void identify(std::string& file) {
    const auto start = file.rfind("/ID");
    const auto fail = [] { throw base::Error(base::ErrorCode::malformed, "the PDF writer left no /ID of the expected form"); };
    if (start == std::string::npos) fail();
    const auto digits = base::sha256({file.data(), start}).hex().substr(0, 32);
    auto position = start;
    for (int half = 0; half < 2; ++half) {
        position = file.find('<', position) + 1;
        if (position == 0 || file.size() < position + 33 || file[position + 32] != '>') fail();
        file.replace(position, 32, digits);
    }
}

}  // namespace

std::string write_classic(const Objects& objects, const Trailer& trailer) {
    std::vector<std::string_view> values;
    values.reserve(objects.all().size());
    for (const auto& object : objects.all()) values.emplace_back(object.value);
    std::vector<PodofoEntry> info;
    for (const auto& [key, value] : trailer.info) info.push_back({key, value});
    std::string file;
    if (!podofo()({values.data(), values.size(), trailer.catalog.number, info.data(), info.size()}, file)) {
        throw base::Error(base::ErrorCode::malformed, "the PDF writer failed: " + file);
    }
    identify(file);
    return file;
}

}  // namespace irikteu::pdf
