#pragma once

#include <vector>

#include "layout/painter.hpp"

namespace irikteu::layout {

/// Where the next glyph goes, and what is drawn behind and beneath the glyphs.
struct Painter::Pen {
    const Line* line = nullptr;
    std::int64_t left = 0;  // Of the line's list.
    std::int64_t x = 0;
    std::int64_t top = 0;
    std::int64_t baseline = 0;
    // What the line has too much or too little, shared out by running totals so that nothing is lost in rounding.
    std::int64_t surplus = 0;
    std::int64_t stretch = 0;
    std::int64_t stretched = 0;
    std::int64_t given = 0;
    // The decoration that is being drawn.
    const Style* decorated = nullptr;
    std::int64_t decorated_from = 0;
    struct Inline {
        const Atom* atom = nullptr;
        std::int64_t left = 0;
        std::size_t placeholder = 0;
        bool resumed = false;
    };
    std::vector<Inline> inlines;
    std::int64_t estimated = 0;  // The surplus with the widths that numbers had when the line's ends were chosen.

    std::int64_t share(std::int64_t part) {
        if (stretch == 0) return 0;
        stretched += part;
        const auto upto = static_cast<std::int64_t>(static_cast<__int128>(surplus) * stretched / stretch);
        const std::int64_t mine = upto - given;
        given = upto;
        return mine;
    }

    // The share cut to whole millipoints, with numbers as they were at first and then as they are: as FOP has it. Where a dot just fits,
    // that counts.
    std::int64_t cut_share(std::int64_t part) const {
        if (stretch == 0) return 0;
        if (estimated <= 0) return surplus * part / stretch;
        return static_cast<std::int64_t>(static_cast<__int128>(estimated * part / stretch) * surplus / estimated);
    }
};

}  // namespace irikteu::layout
