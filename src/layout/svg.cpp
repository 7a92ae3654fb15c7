#include "layout/svg.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "layout/style_builder.hpp"
#include "layout/svg_path.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr double kRound = 0.5522847498;  // Of a quarter circle's controls.

struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    Matrix operator*(const Matrix& m) const {
        return {a * m.a + c * m.b, b * m.a + d * m.b, a * m.c + c * m.d, b * m.c + d * m.d, a * m.e + c * m.f + e, b * m.e + d * m.f + f};
    }
};

// What children inherit.
struct Paint {
    std::optional<Color> fill = Color{0, 0, 0};
    std::optional<Color> stroke;
    double stroke_width = 1;
    bool even_odd = false;
    Matrix matrix;
};

class SvgReader {
  public:
    SvgReader(const FoTree& tree, const FoNode& node) : tree_(tree), node_(node) {}

    Drawing run(xml::Node svg) {
        std::array<double, 4> box{};
        const bool has_box = numbers(svg.attribute_or("viewBox", {}), box);
        drawing_.width = length(svg, "width", has_box ? box[2] : 100);
        drawing_.height = length(svg, "height", has_box ? box[3] : 100);
        Paint paint;
        if (has_box && box[2] > 0 && box[3] > 0) {
            // preserveAspectRatio="xMidYMid meet", the initial value.
            double sx = drawing_.width / box[2];
            double sy = drawing_.height / box[3];
            if (svg.attribute_or("preserveAspectRatio", {}) != "none") sx = sy = std::fmin(sx, sy);
            paint.matrix = {sx, 0, 0, sy, (drawing_.width - box[2] * sx) / 2 - box[0] * sx, (drawing_.height - box[3] * sy) / 2 - box[1] * sy};
        }
        children(svg, styled(svg, paint));
        return std::move(drawing_);
    }

  private:
    [[noreturn]] void fail(ErrorCode code, xml::Node element, const std::string& what) const {
        throw base::Error(code, "svg:" + std::string(element.name()) + ": " + what, {tree_.file(), element.line(), 0, {}});
    }

    static bool numbers(std::string_view text, std::array<double, 4>& out) {
        for (double& n : out) {
            if (!next_svg_number(text, n)) return false;
        }
        return true;
    }

    double length(xml::Node element, std::string_view name, double otherwise) const {
        const std::string_view text = xml::trim(element.attribute_or(name, {}));
        if (text.empty() || text.back() == '%') return otherwise;
        ExpressionContext context;
        Quantity q;
        if (!evaluate(text, context, q)) fail(ErrorCode::unsupported, element, std::string(name) + "=\"" + std::string(text) + '"');
        return q.kind == Quantity::Kind::number ? static_cast<double>(q.number) / 1e6 : static_cast<double>(q.fixed) / 1e3;
    }

    void children(xml::Node parent, const Paint& paint) {
        if (++depth_ > 100) fail(ErrorCode::limit_exceeded, parent, "nested too deep");
        for (const xml::Node child : parent.elements()) {
            if (child.namespace_uri() == kSvgNamespace) element(child, paint);
        }
        --depth_;
    }

    void element(xml::Node e, const Paint& outer) {
        const std::string_view name = e.name();
        if (name == "title" || name == "desc" || name == "metadata" || name == "defs" || name == "style") return;
        const Paint paint = styled(e, outer);
        if (name == "g" || name == "a" || name == "svg") {
            children(e, paint);
            return;
        }
        std::vector<Drawing::Segment> segments;
        if (name == "path") {
            if (!read_svg_path(e.attribute_or("d", {}), segments)) fail(ErrorCode::invalid, e, "its d is no path");
        } else if (name == "rect") {
            rectangle(e, segments);
        } else if (name == "circle" || name == "ellipse") {
            const double r = length(e, "r", 0);
            ellipse(length(e, "cx", 0), length(e, "cy", 0), name == "circle" ? r : length(e, "rx", 0), name == "circle" ? r : length(e, "ry", 0), segments);
        } else if (name == "line") {
            segments.push_back({'M', 0, 0, 0, 0, length(e, "x1", 0), length(e, "y1", 0)});
            segments.push_back({'L', 0, 0, 0, 0, length(e, "x2", 0), length(e, "y2", 0)});
        } else if (name == "polyline" || name == "polygon") {
            std::string_view points = e.attribute_or("points", {});
            double x, y;
            while (next_svg_number(points, x) && next_svg_number(points, y)) segments.push_back({segments.empty() ? 'M' : 'L', 0, 0, 0, 0, x, y});
            if (name == "polygon" && !segments.empty()) segments.push_back({'Z', 0, 0, 0, 0, 0, 0});
        } else {
            fail(ErrorCode::unsupported, e, "is not supported in a picture");
        }
        add(segments, paint, name != "line");
    }

    void rectangle(xml::Node e, std::vector<Drawing::Segment>& s) const {
        const double x = length(e, "x", 0), y = length(e, "y", 0), w = length(e, "width", 0), h = length(e, "height", 0);
        double rx = length(e, "rx", -1), ry = length(e, "ry", -1);
        if (rx < 0) rx = ry;
        if (ry < 0) ry = rx;
        if (w <= 0 || h <= 0) return;
        if (rx <= 0 || ry <= 0) {
            s = {{'M', 0, 0, 0, 0, x, y}, {'L', 0, 0, 0, 0, x + w, y}, {'L', 0, 0, 0, 0, x + w, y + h}, {'L', 0, 0, 0, 0, x, y + h}, {'Z', 0, 0, 0, 0, x, y}};
            return;
        }
        rx = std::fmin(rx, w / 2);
        ry = std::fmin(ry, h / 2);
        const double cx = rx * (1 - kRound), cy = ry * (1 - kRound);
        s = {{'M', 0, 0, 0, 0, x + rx, y},
             {'L', 0, 0, 0, 0, x + w - rx, y},
             {'C', x + w - cx, y, x + w, y + cy, x + w, y + ry},
             {'L', 0, 0, 0, 0, x + w, y + h - ry},
             {'C', x + w, y + h - cy, x + w - cx, y + h, x + w - rx, y + h},
             {'L', 0, 0, 0, 0, x + rx, y + h},
             {'C', x + cx, y + h, x, y + h - cy, x, y + h - ry},
             {'L', 0, 0, 0, 0, x, y + ry},
             {'C', x, y + cy, x + cx, y, x + rx, y},
             {'Z', 0, 0, 0, 0, x + rx, y}};
    }

    static void ellipse(double x, double y, double rx, double ry, std::vector<Drawing::Segment>& s) {
        if (rx <= 0 || ry <= 0) return;
        const double kx = rx * kRound, ky = ry * kRound;
        s = {{'M', 0, 0, 0, 0, x + rx, y},
             {'C', x + rx, y + ky, x + kx, y + ry, x, y + ry},
             {'C', x - kx, y + ry, x - rx, y + ky, x - rx, y},
             {'C', x - rx, y - ky, x - kx, y - ry, x, y - ry},
             {'C', x + kx, y - ry, x + rx, y - ky, x + rx, y},
             {'Z', 0, 0, 0, 0, x + rx, y}};
    }

    // The attribute, or what the style attribute says instead.
    static std::optional<std::string_view> property(xml::Node e, std::string_view name) {
        std::string_view style = e.attribute_or("style", {});
        while (!style.empty()) {
            const std::size_t end = std::min(style.find(';'), style.size());
            const std::string_view one = style.substr(0, end);
            style.remove_prefix(std::min(end + 1, style.size()));
            const std::size_t colon = one.find(':');
            if (colon != std::string_view::npos && xml::trim(one.substr(0, colon)) == name) return xml::trim(one.substr(colon + 1));
        }
        const auto value = e.attribute(name);
        if (value) return xml::trim(*value);
        return std::nullopt;
    }

    Paint styled(xml::Node e, const Paint& outer) const {
        Paint paint = outer;
        const auto color = [&](std::string_view name, std::optional<Color>& out) {
            const auto value = property(e, name);
            if (!value || *value == "inherit") return;
            if (*value == "none" || *value == "transparent") {
                out.reset();
                return;
            }
            out = *value == "currentColor" ? node_.style->color : plain_color(*value);
            if (!out) fail(ErrorCode::unsupported, e, std::string(name) + "=\"" + std::string(*value) + '"');
        };
        color("fill", paint.fill);
        color("stroke", paint.stroke);
        if (const auto width = property(e, "stroke-width")) {
            std::string_view text = *width;
            if (!next_svg_number(text, paint.stroke_width)) fail(ErrorCode::invalid, e, "stroke-width must be a number");
        }
        if (const auto rule = property(e, "fill-rule")) paint.even_odd = *rule == "evenodd";
        if (const auto transform = e.attribute("transform")) paint.matrix = paint.matrix * matrix(e, *transform);
        return paint;
    }

    Matrix matrix(xml::Node e, std::string_view text) const {
        Matrix m;
        for (;;) {
            while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '\n')) text.remove_prefix(1);
            if (text.empty()) return m;
            const std::size_t open = text.find('(');
            const std::size_t close = text.find(')');
            if (open == std::string_view::npos || close == std::string_view::npos || close < open) fail(ErrorCode::invalid, e, "its transform is none");
            const std::string_view name = xml::trim(text.substr(0, open));
            std::string_view list = text.substr(open + 1, close - open - 1);
            text.remove_prefix(close + 1);
            std::array<double, 6> n{};
            std::size_t count = 0;
            while (count < n.size() && next_svg_number(list, n[count])) ++count;
            if (name == "translate" && count >= 1) {
                m = m * Matrix{1, 0, 0, 1, n[0], n[1]};
            } else if (name == "scale" && count >= 1) {
                m = m * Matrix{n[0], 0, 0, count > 1 ? n[1] : n[0], 0, 0};
            } else if (name == "rotate" && (count == 1 || count == 3)) {
                const double angle = n[0] * 3.14159265358979323846 / 180;
                const double c = std::cos(angle), s = std::sin(angle);
                m = m * Matrix{1, 0, 0, 1, n[1], n[2]} * Matrix{c, s, -s, c, 0, 0} * Matrix{1, 0, 0, 1, -n[1], -n[2]};
            } else if (name == "matrix" && count == 6) {
                m = m * Matrix{n[0], n[1], n[2], n[3], n[4], n[5]};
            } else {
                fail(ErrorCode::unsupported, e, "transform \"" + std::string(name) + '"');
            }
        }
    }

    void add(std::vector<Drawing::Segment>& segments, const Paint& paint, bool fills) {
        if (segments.empty()) return;
        const Matrix& m = paint.matrix;
        const auto place = [&](double& x, double& y) {
            const double px = m.a * x + m.c * y + m.e;
            y = m.b * x + m.d * y + m.f;
            x = px;
        };
        for (Drawing::Segment& s : segments) {
            place(s.x1, s.y1);
            place(s.x2, s.y2);
            place(s.x, s.y);
        }
        if (paint.fill && fills) drawing_.shapes.push_back({segments, *paint.fill, paint.even_odd, 0});
        const double width = paint.stroke_width * std::sqrt(std::fabs(m.a * m.d - m.b * m.c));
        if (paint.stroke && width > 0) drawing_.shapes.push_back({segments, *paint.stroke, false, width});
    }

    const FoTree& tree_;
    const FoNode& node_;
    Drawing drawing_;
    int depth_ = 0;
};

}  // namespace

Drawing read_svg(const FoTree& tree, const FoNode& node, xml::Node svg) { return SvgReader(tree, node).run(svg); }

}  // namespace irikteu::layout
