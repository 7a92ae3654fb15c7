#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "pdf/face.hpp"
#include "pdf/font_cuts.hpp"
#include "pdf/font_manifest.hpp"

namespace irikteu::pdf {

/// Whether a face's SHA-256 is compared with the manifest's: before it is used, by another thread meanwhile (then require_verified() has to be
/// called before anything that was made with the faces goes out), or not at all.
enum class FontTrust { verify, verify_meanwhile, trust_files };

/// The faces of a font folder. Opens each at its first use, by mapping the file; several threads may share one library.
class FontLibrary {
  public:
    /// Reads `folder`/faces.txt. Throws Error(unreadable_file, malformed).
    explicit FontLibrary(std::string folder, FontTrust trust = FontTrust::verify);
    ~FontLibrary();

    const FontManifest& manifest() const { return manifest_; }
    /// The face for a query. Throws Error(missing_font) naming the family where the manifest has none of that name.
    layout::FaceId find(const layout::FontQuery& query) const;
    /// The opened face; it lives as long as the library.
    /// Throws Error(missing_font) where the file is absent or its digest is not the manifest's.
    const Face& face(layout::FaceId id) const;
    /// Waits for what is being verified meanwhile. Throws Error(missing_font) where a digest is not the manifest's.
    void require_verified() const;
    /// The faces to try, in order, for a character that the given face lacks: of its fallback families in their order, in its
    /// weight and slant where they have it.
    std::vector<layout::FaceId> fallbacks(layout::FaceId id) const;
    /// What documents embedded of its faces lately.
    FontCuts& cuts() const { return *cuts_; }

  private:
    struct Slot;
    class Verification;
    bool is_genuine(layout::FaceId id, hb_blob_t& file) const;
    [[noreturn]] void refuse(layout::FaceId id) const;

    std::string folder_;
    FontTrust trust_;
    FontManifest manifest_;
    std::unique_ptr<Slot[]> slots_;
    std::unique_ptr<FontCuts> cuts_ = std::make_unique<FontCuts>();
};

}  // namespace irikteu::pdf
