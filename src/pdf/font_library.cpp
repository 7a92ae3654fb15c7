#include "pdf/font_library.hpp"

#include <hb.h>

#include "base/disk.hpp"
#include "base/error.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::uint64_t kManifestLimit = 1 << 20;

}  // namespace

struct FontLibrary::Slot {
    std::once_flag once;
    std::unique_ptr<const Face> face;
};

FontLibrary::FontLibrary(std::string folder, FontTrust trust) : folder_(std::move(folder)), trust_(trust) {
    const auto path = base::join_path(folder_, "faces.txt");
    manifest_ = FontManifest::parse(base::RealDisk().read(path, kManifestLimit), path);
    slots_ = std::make_unique<Slot[]>(manifest_.faces.size());
}

FontLibrary::~FontLibrary() = default;

layout::FaceId FontLibrary::find(const layout::FontQuery& query) const {
    const auto family = manifest_.family(query.family);
    if (!family) {
        throw base::Error(base::ErrorCode::missing_font, "no font family \"" + std::string(query.family) + "\" in the font manifest");
    }
    return manifest_.nearest(*family, query.weight, query.slant);
}

const Face& FontLibrary::face(layout::FaceId id) const {
    auto& slot = slots_[id];
    std::call_once(slot.once, [&] {
        const auto& entry = manifest_.faces.at(id);
        const auto path = base::join_path(folder_, entry.file);
        hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
        if (blob == nullptr) {
            throw base::Error(base::ErrorCode::missing_font, "the font file of package " + entry.package + " can't be opened", {path, 0, 0, {}});
        }
        unsigned length = 0;
        const char* bytes = hb_blob_get_data(blob, &length);
        if (trust_ == FontTrust::verify && base::sha256({bytes, length}) != entry.digest) {
            hb_blob_destroy(blob);
            throw base::Error(base::ErrorCode::missing_font, "the font file is not the one of the manifest (SHA-256 differs)", {path, 0, 0, {}});
        }
        slot.face = std::make_unique<const Face>(blob, path);
    });
    return *slot.face;
}

std::vector<layout::FaceId> FontLibrary::fallbacks(layout::FaceId id) const {
    const auto& entry = manifest_.faces.at(id);
    std::vector<layout::FaceId> faces;
    for (const auto& name : manifest_.families[entry.family].fallback) {
        if (const auto family = manifest_.family(name)) faces.push_back(manifest_.nearest(*family, entry.weight, entry.slant));
    }
    return faces;
}

}  // namespace irikteu::pdf
