#include "pdf/font_library.hpp"

#include <hb.h>

#include <mutex>
#include <system_error>
#include <thread>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "base/once.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::uint64_t kManifestLimit = 1 << 20;

}  // namespace

/// Whether a file is the manifest's: found out once, by whoever comes first, the thread that was started for it or who needs to know. On
/// a busy machine that thread may begin long after all else is done.
class FontLibrary::Verification {
  public:
    Verification(std::shared_ptr<hb_blob_t> file, base::Digest wanted) : file_(std::move(file)), wanted_(wanted) {}

    bool genuine() {
        const std::lock_guard lock(mutex_);
        if (file_ != nullptr) {
            unsigned length = 0;
            const char* bytes = hb_blob_get_data(file_.get(), &length);
            genuine_ = base::sha256({bytes, length}) == wanted_;
            file_.reset();
        }
        return genuine_;
    }
    /// Nobody will ask: it is not begun any more, and what was begun is waited for.
    void drop() {
        const std::lock_guard lock(mutex_);
        file_.reset();
    }

  private:
    std::mutex mutex_;
    std::shared_ptr<hb_blob_t> file_;  ///< As long as nothing is known.
    const base::Digest wanted_;
    bool genuine_ = false;
};

struct FontLibrary::Slot {
    base::Once once;
    std::unique_ptr<const Face> face;
    std::shared_ptr<Verification> verification;  ///< Where it is verified meanwhile.
    std::mutex asking;                           ///< Guards `verification`.
};

FontLibrary::FontLibrary(std::string folder, FontTrust trust) : folder_(std::move(folder)), trust_(trust) {
    const auto path = base::join_path(folder_, "faces.txt");
    manifest_ = FontManifest::parse(base::RealDisk().read(path, kManifestLimit), path);
    slots_ = std::make_unique<Slot[]>(manifest_.faces.size());
}

FontLibrary::~FontLibrary() {
    for (std::size_t id = 0; slots_ && id < manifest_.faces.size(); ++id) {
        if (slots_[id].verification) slots_[id].verification->drop();
    }
}

layout::FaceId FontLibrary::find(const layout::FontQuery& query) const {
    const auto family = manifest_.family(query.family);
    if (!family) {
        throw base::Error(base::ErrorCode::missing_font, "no font family \"" + std::string(query.family) + "\" in the font manifest");
    }
    return manifest_.nearest(*family, query.weight, query.slant);
}

const Face& FontLibrary::face(layout::FaceId id) const {
    auto& slot = slots_[id];
    slot.once.call([&] {
        const auto& entry = manifest_.faces.at(id);
        const auto path = base::join_path(folder_, entry.file);
        hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
        if (blob == nullptr) {
            throw base::Error(base::ErrorCode::missing_font, "the font file of package " + entry.package + " can't be opened", {path, 0, 0, {}});
        }
        const std::shared_ptr<hb_blob_t> file(hb_blob_reference(blob), hb_blob_destroy);
        if (trust_ == FontTrust::verify && !is_genuine(id, *file)) {
            hb_blob_destroy(blob);
            refuse(id);
        }
        try {
            slot.face = std::make_unique<const Face>(blob, path);
        } catch (const base::Error&) {
            if (trust_ == FontTrust::verify_meanwhile && !is_genuine(id, *file)) refuse(id);
            throw;
        }
        if (trust_ != FontTrust::verify_meanwhile) return;
        const std::lock_guard lock(slot.asking);
        slot.verification = std::make_shared<Verification>(file, entry.digest);
        try {
            std::thread([verification = slot.verification] {
                try {
                    verification->genuine();
                } catch (...) {  // Who needs to know asks again.
                }
            }).detach();
        } catch (const std::system_error&) {  // No more threads: it is verified at the end.
        }
    });
    return *slot.face;
}

bool FontLibrary::is_genuine(layout::FaceId id, hb_blob_t& file) const {
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(&file, &length);
    return base::sha256({bytes, length}) == manifest_.faces.at(id).digest;
}

void FontLibrary::refuse(layout::FaceId id) const {
    throw base::Error(base::ErrorCode::missing_font, "the font file is not the one of the manifest (SHA-256 differs)",
                      {base::join_path(folder_, manifest_.faces.at(id).file), 0, 0, {}});
}

void FontLibrary::require_verified() const {
    for (std::size_t id = 0; id < manifest_.faces.size(); ++id) {
        auto& slot = slots_[id];
        std::shared_ptr<Verification> verification;
        {
            const std::lock_guard lock(slot.asking);
            verification = slot.verification;
        }
        if (verification && !verification->genuine()) refuse(static_cast<layout::FaceId>(id));
    }
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
