#include "pdf/font_manifest.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/error.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::string_view kHeader = "irikteu-fonts 1";

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    if (text.empty()) return parts;
    for (std::size_t start = 0;;) {
        const auto end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return base::ascii_lower(x) == base::ascii_lower(y); });
}

}  // namespace

FontManifest FontManifest::parse(std::string_view text, const std::string& file) {
    FontManifest manifest;
    int number = 0;
    const auto fail = [&](const std::string& what) {
        throw base::Error(base::ErrorCode::malformed, what, {.file = file, .line = number, .column = 0, .place = {}});
    };
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        const auto line = text.substr(start, end - start);
        start = end + 1;
        ++number;
        if (number == 1) {
            if (line != kHeader) fail("no font manifest of a known version");
            continue;
        }
        const auto parts = split(line, '\t');
        if (parts.size() == 4 && parts[0] == "family") {
            manifest.families.push_back({parts[1], split(parts[2], '|'), split(parts[3], '|'), {}});
        } else if (parts.size() == 6 && parts[0] == "face" && !manifest.families.empty()) {
            manifest.families.back().faces.push_back(static_cast<layout::FaceId>(manifest.faces.size()));
            manifest.faces.push_back({.family = manifest.families.size() - 1,
                                      .weight = parts[1] == "bold" ? layout::Weight::bold : layout::Weight::regular,
                                      .slant = parts[2] == "italic" ? layout::Slant::italic : layout::Slant::upright,
                                      .file = parts[3],
                                      .digest = base::Digest::from_hex(parts[4]),
                                      .package = parts[5]});
        } else {
            fail("neither a family nor a face");
        }
    }
    for (const auto& family : manifest.families) {
        if (family.faces.empty()) fail("family without a face: " + family.name);
    }
    return manifest;
}

std::optional<std::size_t> FontManifest::family(std::string_view name) const {
    for (std::size_t i = 0; i < families.size(); ++i) {
        if (same_name(families[i].name, name)) return i;
        for (const auto& alias : families[i].aliases) {
            if (same_name(alias, name)) return i;
        }
    }
    return std::nullopt;
}

layout::FaceId FontManifest::nearest(std::size_t index, layout::Weight weight, layout::Slant slant) const {
    const auto distance = [&](layout::FaceId id) {
        return (faces[id].weight != weight ? 2 : 0) + (faces[id].slant != slant ? 1 : 0);
    };
    const auto& candidates = families.at(index).faces;
    return *std::min_element(candidates.begin(), candidates.end(),
                             [&](layout::FaceId a, layout::FaceId b) { return distance(a) < distance(b); });
}

}  // namespace irikteu::pdf
