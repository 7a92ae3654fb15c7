#pragma once

#include <string_view>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/font_session.hpp"

namespace irikteu::pdf {

/// The short text inside a form field: words set flush left, broken at spaces and line ends, with fallback faces.
struct Label {
    struct Run {
        const layout::ShapedText* shaped = nullptr;
        base::Length x;  ///< From the left edge.
        std::size_t line = 0;
    };
    std::vector<Run> runs;
    std::size_t lines = 1;
};

enum class Wrap { never, at_width };

/// Throws Error(missing_glyph) naming `place` where no face has a character.
Label set_label(FontSession& fonts, layout::FaceId face, base::Length size, std::string_view text, Wrap wrap, base::Length width, std::string_view place);

}  // namespace irikteu::pdf
