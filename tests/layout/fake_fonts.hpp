#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "layout/fonts.hpp"

namespace irikteu::layout {

/// Fonts without files: every character is half an em wide, 0.8 em above the baseline and 0.2 em below, so that the
/// places in goldens can be checked with a pencil. The tenge sign is only in the face "spare", U+4E2D is in none.
class FakeFonts final : public FontSource {
  public:
    FaceId face(const FontQuery& query) override {
        std::string name(query.family);
        if (name == "absent") throw base::Error(base::ErrorCode::missing_font, "no family " + name);
        if (query.weight == Weight::bold) name += " bold";
        if (query.slant == Slant::italic) name += " italic";
        return id(name);
    }
    const FaceMetrics& metrics(FaceId) override { return metrics_; }
    bool has_glyph(FaceId face, char32_t character) override {
        if (character == 0x4E2D) return false;
        return character != 0x20B8 || names_[face] == "spare";
    }
    std::optional<FaceId> fallback(FaceId, char32_t character) override {
        if (character == 0x4E2D) return std::nullopt;
        return id("spare");
    }
    const ShapedText& shape(FaceId face, std::string_view text) override {
        auto& kept = shaped_[{face, std::string(text)}];
        if (kept == nullptr) {
            ++shapings;
            kept = std::make_unique<ShapedText>();
            kept->face = face;
            kept->text = text;
            for (std::size_t at = 0; at < text.size();) {
                const auto cluster = static_cast<std::uint32_t>(at);
                const char32_t c = base::next_code_point(text, at);
                kept->glyphs.push_back({static_cast<std::uint32_t>(c), 500, 0, 0, cluster});
                kept->advance += 500;
                kept->parts.push_back(500);
                kept->thousandths += 500;
            }
        }
        return *kept;
    }

    const std::string& name(FaceId face) const { return names_[face]; }
    int shapings = 0;  ///< How often a text was really shaped.

  private:
    FaceId id(const std::string& name) {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == name) return static_cast<FaceId>(i);
        }
        names_.push_back(name);
        return static_cast<FaceId>(names_.size() - 1);
    }

    FaceMetrics metrics_{1000, 800, -200, 700, 500, -100, 50, 250};
    std::vector<std::string> names_;
    std::map<std::pair<FaceId, std::string>, std::unique_ptr<ShapedText>> shaped_;
};

}  // namespace irikteu::layout
