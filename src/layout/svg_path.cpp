#include "layout/svg_path.hpp"

#include <charconv>
#include <cmath>

namespace irikteu::layout {

namespace {

constexpr double kPi = 3.14159265358979323846;

bool is_separator(char c) { return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r'; }

struct Cursor2 {
    double x = 0, y = 0;
};

// SVG 1.1, F.6: an arc as pieces of at most a quarter turn, each a cubic curve.
void add_arc(std::vector<Drawing::Segment>& out, Cursor2 from, double rx, double ry, double rotation, bool large, bool sweep, Cursor2 to) {
    rx = std::fabs(rx);
    ry = std::fabs(ry);
    if (rx == 0 || ry == 0) {
        out.push_back({'L', 0, 0, 0, 0, to.x, to.y});
        return;
    }
    const double phi = rotation * kPi / 180;
    const double c = std::cos(phi);
    const double s = std::sin(phi);
    const double dx = (from.x - to.x) / 2;
    const double dy = (from.y - to.y) / 2;
    const double x1 = c * dx + s * dy;
    const double y1 = -s * dx + c * dy;
    const double over = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry);
    if (over > 1) {
        rx *= std::sqrt(over);
        ry *= std::sqrt(over);
    }
    const double below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    double factor = below == 0 ? 0 : std::sqrt(std::fmax(0, (rx * rx * ry * ry - below) / below));
    if (large == sweep) factor = -factor;
    const double cx1 = factor * rx * y1 / ry;
    const double cy1 = -factor * ry * x1 / rx;
    const double cx = c * cx1 - s * cy1 + (from.x + to.x) / 2;
    const double cy = s * cx1 + c * cy1 + (from.y + to.y) / 2;
    const double start = std::atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
    double sweep_angle = std::atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
    if (sweep && sweep_angle < 0) sweep_angle += 2 * kPi;
    if (!sweep && sweep_angle > 0) sweep_angle -= 2 * kPi;
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::fabs(sweep_angle) / (kPi / 2) - 1e-9)));
    const double step = sweep_angle / pieces;
    const double k = 4.0 / 3.0 * std::tan(step / 4);
    const auto place = [&](double ux, double uy) { return Cursor2{c * rx * ux - s * ry * uy + cx, s * rx * ux + c * ry * uy + cy}; };
    for (int i = 0; i < pieces; ++i) {
        const double a = start + step * i;
        const double b = a + step;
        const Cursor2 p1 = place(std::cos(a) - k * std::sin(a), std::sin(a) + k * std::cos(a));
        const Cursor2 p2 = place(std::cos(b) + k * std::sin(b), std::sin(b) - k * std::cos(b));
        const Cursor2 end = i + 1 == pieces ? to : place(std::cos(b), std::sin(b));
        out.push_back({'C', p1.x, p1.y, p2.x, p2.y, end.x, end.y});
    }
}

class PathReader {
  public:
    PathReader(std::string_view data, std::vector<Drawing::Segment>& out) : rest_(data), out_(out) {}

    bool run() {
        for (;;) {
            while (!rest_.empty() && is_separator(rest_.front())) rest_.remove_prefix(1);
            if (rest_.empty()) return true;
            const char c = rest_.front();
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                command_ = c;
                rest_.remove_prefix(1);
            } else if (command_ == 0 || command_ == 'Z' || command_ == 'z') {
                return false;
            }
            if (!one()) return false;
            previous_ = static_cast<char>(command_ | 0x20);
            if (command_ == 'M') command_ = 'L';
            if (command_ == 'm') command_ = 'l';
        }
    }

  private:
    bool read(double& value) { return next_svg_number(rest_, value); }
    // A flag of an arc may stand without a separator behind it.
    bool flag(bool& value) {
        while (!rest_.empty() && is_separator(rest_.front())) rest_.remove_prefix(1);
        if (rest_.empty() || (rest_.front() != '0' && rest_.front() != '1')) return false;
        value = rest_.front() == '1';
        rest_.remove_prefix(1);
        return true;
    }
    bool point(Cursor2& p) {
        if (!read(p.x) || !read(p.y)) return false;
        if (relative()) p = {p.x + at_.x, p.y + at_.y};
        return true;
    }
    bool relative() const { return command_ >= 'a'; }
    void line_to(Cursor2 p) {
        out_.push_back({'L', 0, 0, 0, 0, p.x, p.y});
        at_ = p;
    }
    void curve_to(Cursor2 a, Cursor2 b, Cursor2 p) {
        out_.push_back({'C', a.x, a.y, b.x, b.y, p.x, p.y});
        at_ = p;
    }
    void quadratic_to(Cursor2 q, Cursor2 p) {
        control_ = q;
        curve_to({at_.x + 2.0 / 3 * (q.x - at_.x), at_.y + 2.0 / 3 * (q.y - at_.y)}, {p.x + 2.0 / 3 * (q.x - p.x), p.y + 2.0 / 3 * (q.y - p.y)}, p);
    }
    Cursor2 mirrored(bool continues) const { return continues ? Cursor2{2 * at_.x - control_.x, 2 * at_.y - control_.y} : at_; }

    bool one() {
        Cursor2 a, b, p;
        switch (command_ | 0x20) {
            case 'm':
                if (!point(p)) return false;
                out_.push_back({'M', 0, 0, 0, 0, p.x, p.y});
                at_ = start_ = p;
                return true;
            case 'l':
                if (!point(p)) return false;
                line_to(p);
                return true;
            case 'h':
                if (!read(p.x)) return false;
                line_to({relative() ? at_.x + p.x : p.x, at_.y});
                return true;
            case 'v':
                if (!read(p.y)) return false;
                line_to({at_.x, relative() ? at_.y + p.y : p.y});
                return true;
            case 'c':
                if (!point(a) || !point(b) || !point(p)) return false;
                control_ = b;
                curve_to(a, b, p);
                return true;
            case 's':
                a = mirrored(previous_ == 'c' || previous_ == 's');
                if (!point(b) || !point(p)) return false;
                control_ = b;
                curve_to(a, b, p);
                return true;
            case 'q':
                if (!point(a) || !point(p)) return false;
                quadratic_to(a, p);
                return true;
            case 't':
                a = mirrored(previous_ == 'q' || previous_ == 't');
                if (!point(p)) return false;
                quadratic_to(a, p);
                return true;
            case 'a': {
                double rx, ry, rotation;
                bool large, sweep;
                if (!read(rx) || !read(ry) || !read(rotation) || !flag(large) || !flag(sweep) || !point(p)) return false;
                add_arc(out_, at_, rx, ry, rotation, large, sweep, p);
                at_ = p;
                return true;
            }
            case 'z':
                out_.push_back({'Z', 0, 0, 0, 0, start_.x, start_.y});
                at_ = start_;
                return true;
            default: return false;
        }
    }

    std::string_view rest_;
    std::vector<Drawing::Segment>& out_;
    char command_ = 0, previous_ = 0;
    Cursor2 at_, start_, control_;
};

}  // namespace

bool next_svg_number(std::string_view& rest, double& value) {
    while (!rest.empty() && is_separator(rest.front())) rest.remove_prefix(1);
    if (!rest.empty() && rest.front() == '+') rest.remove_prefix(1);
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (fault != std::errc{} || !(std::fabs(value) < 1e6)) return false;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return true;
}

bool read_svg_path(std::string_view data, std::vector<Drawing::Segment>& out) { return PathReader(data, out).run(); }

}  // namespace irikteu::layout
