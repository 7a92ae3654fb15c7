#pragma once

#include <map>
#include <string>
#include <vector>

#include "pdf/qpdf_reading.hpp"

/// For text_reading only: where on its page a text is shown.
namespace irikteu::pdf {

/// Advances of a font's codes in thousandths of an em (ISO 32000-1, 9.7.4.3): of the descendant of a composite font with the codes of Identity-H.
class CodeWidths {
  public:
    CodeWidths() = default;
    /// What can't be read is passed over; what has no width of its own has the default.
    explicit CodeWidths(QPDFObjectHandle composite_font);
    double of(unsigned code) const {
        const auto found = widths_.find(code);
        return found == widths_.end() ? default_ : found->second;
    }

  private:
    std::map<unsigned, double> widths_;
    double default_ = 1000;
};

/// The pen of one page's content stream: follows the operators that move it (8.4.4, 9.3, 9.4.2).
class TextPen {
  public:
    /// `box`: what of the page is seen, left, bottom, right and top in any order.
    explicit TextPen(QPDFObjectHandle box);
    /// To be called for every operator but those that show text.
    void follow(const std::string& name, const std::vector<QPDFObjectHandle>& operands);
    /// Goes on behind a glyph of that advance; says whether it lies on the page: the middle of it, a quarter of its size above the baseline.
    bool pass(double width);
    /// A step of TJ, in thousandths back.
    void step_back(double thousandths);
    void next_line();

  private:
    struct Matrix {
        double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
        /// First this one, then `outer`.
        Matrix in(const Matrix& outer) const;
    };
    struct State {
        Matrix page;
        double size = 0, letter_spacing = 0, scale = 1, leading = 0, rise = 0;
    };
    void move(double x, double y);

    double left_ = 0, bottom_ = 0, right_ = 0, top_ = 0;
    State state_;
    std::vector<State> kept_;
    Matrix line_, text_;
};

}  // namespace irikteu::pdf
