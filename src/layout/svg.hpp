#pragma once

#include <vector>

#include "layout/fo_tree.hpp"
#include "layout/pages.hpp"

namespace irikteu::layout {

/// A simple SVG picture: paths, filled or stroked, in points from its upper left corner.
struct Drawing {
    struct Segment {
        char command = 'M';  ///< M, L, C or Z.
        double x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0;
    };
    struct Shape {
        std::vector<Segment> segments;
        Color color;
        bool even_odd = false;
        double stroke = 0;  ///< Its thickness; 0: filled.
    };
    double width = 0, height = 0;
    std::vector<Shape> shapes;
};

/// Reads svg, g, path, rect, circle, ellipse, line, polyline and polygon (SVG 1.1) with fill, stroke, stroke-width, fill-rule,
/// transform and viewBox. Throws Error(unsupported) that names any other element, and Error(invalid) for broken paths;
/// `node` is the fo:instream-foreign-object, for the place.
Drawing read_svg(const FoTree& tree, const FoNode& node, xml::Node svg);

}  // namespace irikteu::layout
