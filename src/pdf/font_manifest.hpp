#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"
#include "layout/fonts.hpp"

namespace irikteu::pdf {

/// One face as the manifest states it.
struct FaceEntry {
    std::size_t family = 0;  ///< Index into FontManifest::families.
    layout::Weight weight = layout::Weight::regular;
    layout::Slant slant = layout::Slant::upright;
    std::string file;      ///< File name in the font folder.
    base::Digest digest;   ///< SHA-256 of the file.
    std::string package;   ///< The Debian package that brings it.
};

struct FamilyEntry {
    std::string name;
    std::vector<std::string> aliases;   ///< Other names, XSL-FO generics included.
    std::vector<std::string> fallback;  ///< Families to try, in order, for a character that this one lacks.
    std::vector<layout::FaceId> faces;  ///< In the manifest's order.
};

/// The faces that may be used: fonts/manifest.xml, as the build lays it down in faces.txt (tab-separated lines).
struct FontManifest {
    std::vector<FamilyEntry> families;
    std::vector<FaceEntry> faces;  ///< Index is the FaceId.

    /// Reads faces.txt. Throws Error(malformed) with the line; `file` is for messages.
    static FontManifest parse(std::string_view text, const std::string& file);
    /// The family of that name or alias, ASCII letters of either case.
    std::optional<std::size_t> family(std::string_view name) const;
    /// The family's face of that weight and slant; where it has none, the nearest: slant, then weight gives way.
    layout::FaceId nearest(std::size_t family, layout::Weight weight, layout::Slant slant) const;
};

}  // namespace irikteu::pdf
