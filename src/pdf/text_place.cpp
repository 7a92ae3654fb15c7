#include "pdf/text_place.hpp"

#include <algorithm>

namespace irikteu::pdf {

namespace {

constexpr std::size_t kMostKept = 1000;  ///< Of q without Q: more is no page of ours, and the rest is passed over.

double number(const std::vector<QPDFObjectHandle>& operands, std::size_t at) {
    if (at >= operands.size()) return 0;
    QPDFObjectHandle value = operands[at];
    return value.isNumber() ? value.getNumericValue() : 0;
}

}  // namespace

CodeWidths::CodeWidths(QPDFObjectHandle composite_font) {
    QPDFObjectHandle descendants = get(composite_font, "/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() == 0) return;
    QPDFObjectHandle font = descendants.getArrayItem(0);
    if (QPDFObjectHandle width = get(font, "/DW"); width.isNumber()) default_ = width.getNumericValue();
    QPDFObjectHandle widths = get(font, "/W");
    if (!widths.isArray()) return;
    const std::vector<QPDFObjectHandle> list = widths.getArrayAsVector();
    const auto code_at = [&list](std::size_t i) {
        QPDFObjectHandle value = list[i];
        return value.isInteger() ? std::clamp<long long>(value.getIntValue(), 0, 65536) : 65536;
    };
    for (std::size_t i = 0; i + 1 < list.size();) {
        QPDFObjectHandle next = list[i + 1];
        auto code = static_cast<unsigned>(code_at(i));
        if (next.isArray()) {
            for (QPDFObjectHandle width : next.getArrayAsVector()) {
                if (width.isNumber()) widths_[code] = width.getNumericValue();
                ++code;
            }
            i += 2;
        } else {
            if (i + 2 >= list.size()) return;
            QPDFObjectHandle width = list[i + 2];
            for (const auto last = static_cast<unsigned>(code_at(i + 1)); code <= last && code < 65536 && width.isNumber(); ++code) widths_[code] = width.getNumericValue();
            i += 3;
        }
    }
}

TextPen::Matrix TextPen::Matrix::in(const Matrix& outer) const {
    return {a * outer.a + b * outer.c, a * outer.b + b * outer.d, c * outer.a + d * outer.c, c * outer.b + d * outer.d,
            e * outer.a + f * outer.c + outer.e, e * outer.b + f * outer.d + outer.f};
}

TextPen::TextPen(QPDFObjectHandle box) {
    if (!box.isArray() || box.getArrayNItems() != 4) return;
    const std::vector<QPDFObjectHandle> sides = box.getArrayAsVector();
    left_ = std::min(number(sides, 0), number(sides, 2));
    right_ = std::max(number(sides, 0), number(sides, 2));
    bottom_ = std::min(number(sides, 1), number(sides, 3));
    top_ = std::max(number(sides, 1), number(sides, 3));
}

void TextPen::follow(const std::string& name, const std::vector<QPDFObjectHandle>& operands) {
    const auto matrix = [&operands] {
        return Matrix{number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3), number(operands, 4), number(operands, 5)};
    };
    if (name == "q") {
        if (kept_.size() < kMostKept) kept_.push_back(state_);
    } else if (name == "Q") {
        if (kept_.empty()) return;
        state_ = kept_.back();
        kept_.pop_back();
    } else if (name == "cm") {
        state_.page = matrix().in(state_.page);
    } else if (name == "BT") {
        line_ = text_ = {};
    } else if (name == "Td") {
        move(number(operands, 0), number(operands, 1));
    } else if (name == "TD") {
        state_.leading = -number(operands, 1);
        move(number(operands, 0), number(operands, 1));
    } else if (name == "T*") {
        next_line();
    } else if (name == "Tm") {
        line_ = text_ = matrix();
    } else if (name == "Tf") {
        state_.size = number(operands, 1);
    } else if (name == "Tc") {
        state_.letter_spacing = number(operands, 0);
    } else if (name == "Tz") {
        state_.scale = number(operands, 0) / 100;
    } else if (name == "TL") {
        state_.leading = number(operands, 0);
    } else if (name == "Ts") {
        state_.rise = number(operands, 0);
    }
}

bool TextPen::pass(double width) {
    const double advance = (width / 1000 * state_.size + state_.letter_spacing) * state_.scale;
    const Matrix middle = Matrix{1, 0, 0, 1, width / 2000 * state_.size * state_.scale, state_.rise + state_.size / 4}.in(text_).in(state_.page);
    text_ = Matrix{1, 0, 0, 1, advance, 0}.in(text_);
    return middle.e >= left_ && middle.e <= right_ && middle.f >= bottom_ && middle.f <= top_;
}

void TextPen::step_back(double thousandths) { text_ = Matrix{1, 0, 0, 1, -thousandths / 1000 * state_.size * state_.scale, 0}.in(text_); }

void TextPen::next_line() { move(0, -state_.leading); }

void TextPen::move(double x, double y) { line_ = text_ = Matrix{1, 0, 0, 1, x, y}.in(line_); }

}  // namespace irikteu::pdf
