#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.hpp"
#include "layout/arena.hpp"
#include "layout/fonts.hpp"
#include "layout/style.hpp"

namespace irikteu::layout {

/// What layout asks of a face again and again.
struct FaceFacts {
    int units_per_em = 0;  ///< 0: not asked yet.
    int ascender = 0, descender = 0, x_height = 0;
    int underline_position = 0, underline_thickness = 0, strikeout_position = 0;
    const ShapedText* space = nullptr;
};

/// Shapes words: each distinct word of a face once, with characters that the face lacks taken from another one.
class TextShaper {
  public:
    explicit TextShaper(FontSource& fonts) : fonts_(fonts) {}

    using Runs = std::span<const ShapedText* const>;
    /// The runs that the text comes to, one a face. Characters without a look of their own (U+00AD, U+2060 …) are left
    /// out; U+2011 becomes a hyphen where no face has it. Throws Error(missing_glyph) with the character's number;
    /// `where` is asked for the place only then.
    Runs shape(FaceId face, std::string_view text, const std::function<base::SourcePosition()>& where);

    /// A text that one face has, without kerning and ligatures.
    const ShapedText& plain(FaceId face, std::string_view text) { return fonts_.shape_plain(face, text); }

    /// The hyphen of a broken word: it stands for U+00AD, which is no part of the text.
    const ShapedText& hyphen(FaceId face) { return fonts_.shape(face, "\u00AD"); }
    /// The one that the style asks for.
    const ShapedText& hyphen(FaceId face, const InheritedStyle& style) {
        if (style.hyphenation_character == U'-' || style.hyphenation_character > 0x7F) return hyphen(face);
        const char c = static_cast<char>(style.hyphenation_character);
        return fonts_.shape(face, std::string_view(&c, 1));
    }

    const FaceFacts& facts(FaceId face) {
        if (face < facts_.size() && facts_[face].units_per_em != 0) return facts_[face];
        return learn(face);
    }
    /// The run's width at that size, in millipoints, without letter spacing: each of its parts is cut to whole millipoints, as in FOP, so that
    /// lines that are full to the last hundredths of a point end at the same words.
    std::int32_t width(const ShapedText& run, std::int32_t size) {
        return saturated(exact_width(run, size));
    }
    /// How far the run goes where it is drawn: by its glyphs' widths as they are, which add up to a little more than width() where they are many.
    std::int32_t drawn_width(const ShapedText& run, std::int32_t size) { return scale(run.advance, size, facts(run.face).units_per_em); }
    /// A word's width, spaced between its letters.
    std::int32_t word_width(const ShapedText& run, const InheritedStyle& style) {
        const auto gaps = static_cast<std::int64_t>(run.glyphs.empty() ? 0 : run.glyphs.size() - 1);
        return saturated(exact_width(run, style.font_size) + style.letter_spacing * gaps);
    }
    std::int32_t ascent(FaceId face, std::int32_t size) { return scale(facts(face).ascender, size, facts(face).units_per_em); }
    /// Positive, below the baseline.
    std::int32_t descent(FaceId face, std::int32_t size) { return -scale(facts(face).descender, size, facts(face).units_per_em); }

    static std::int32_t scale(std::int64_t units, std::int32_t size, int units_per_em) {
        return saturated(Length{units}.scaled(size, units_per_em).millipoints);
    }

  private:
    /// What is wider than a million points (350 m) counts as that wide: too wide for any line, and no sum with it goes over.
    static std::int32_t saturated(std::int64_t width) {
        constexpr std::int64_t kMost = 1'000'000'000;
        return static_cast<std::int32_t>(std::clamp(width, -kMost, kMost));
    }
    static std::int64_t exact_width(const ShapedText& run, std::int32_t size) {
        if (size % 1000 == 0) return run.thousandths * (size / 1000);
        std::int64_t sum = 0;
        for (const std::int32_t part : run.parts) sum += std::int64_t{part} * size / 1000;
        return sum;
    }
    const FaceFacts& learn(FaceId face);
    Runs make(FaceId face, std::string_view text, const std::function<base::SourcePosition()>& where);

    struct Key {
        FaceId face;
        std::string_view text;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& k) const { return std::hash<std::string_view>{}(k.text) ^ (k.face * 0x9E3779B97F4A7C15u); }
    };

    FontSource& fonts_;
    Arena arena_;
    std::vector<FaceFacts> facts_;
    std::unordered_map<Key, Runs, Hash> words_;
};

/// "U+04D8"
std::string code_point_name(char32_t character);

}  // namespace irikteu::layout
