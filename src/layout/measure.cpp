#include "layout/measure.hpp"

#include <array>
#include <limits>

namespace irikteu::layout {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kLargest = 1'000'000'000;  // Of any magnitude, in its own unit's thousandths or millionths.

std::int64_t scaled(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
    return Length{value}.scaled(numerator, denominator).millipoints;
}

struct Unit {
    std::string_view name;
    std::int64_t numerator;  // Millipoints per millionth of the unit, as a fraction.
    std::int64_t denominator;
};
constexpr std::array<Unit, 7> kUnits{{{"pt", 1, 1000},
                                      {"mm", 72, 25'400},
                                      {"cm", 720, 25'400},
                                      {"in", 72, 1000},
                                      {"pc", 12, 1000},
                                      {"px", 1, 1000},
                                      {"mpt", 1, 1'000'000}}};

// Recursive descent over 5.9.1's grammar.
class Evaluator {
  public:
    Evaluator(std::string_view text, const ExpressionContext& context) : text_(text), context_(context) {}

    bool run(Quantity& result) {
        if (!sum(result)) return false;
        skip_space();
        return at_ == text_.size() && result.kind != Quantity::Kind::area;
    }

  private:
    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
    }
    bool accept(char c) {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool accept_word(std::string_view word) {
        skip_space();
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }

    static bool add(Quantity& a, const Quantity& b, std::int64_t sign) {
        // A share of what is left may have a length added: proportional-column-width(1) + 10pt.
        const bool share = a.kind != b.kind && (a.kind == Quantity::Kind::proportional || b.kind == Quantity::Kind::proportional) &&
                           (a.kind == Quantity::Kind::length || b.kind == Quantity::Kind::length);
        if (share) {
            a.kind = Quantity::Kind::proportional;
        } else if (a.kind != b.kind && !(a.kind == Quantity::Kind::number && a.number == 0) &&
            !(b.kind == Quantity::Kind::number && b.number == 0))
            return false;
        if (a.kind == Quantity::Kind::number) a.kind = b.kind;
        a.number += sign * b.number;
        a.fixed += sign * b.fixed;
        a.percent += sign * b.percent;
        return true;
    }
    static bool scale(Quantity& q, std::int64_t numerator, std::int64_t denominator) {
        if (denominator == 0) return false;
        q.number = scaled(q.number, numerator, denominator);
        q.fixed = scaled(q.fixed, numerator, denominator);
        q.percent = scaled(q.percent, numerator, denominator);
        return true;
    }
    static bool is_plain(const Quantity& q) { return q.kind == Quantity::Kind::length && q.percent == 0; }
    static bool sane(const Quantity& q) {
        const auto small = [](std::int64_t v) { return v < kLargest * 1000 && v > -kLargest * 1000; };
        return small(q.number) && small(q.fixed) && small(q.percent);
    }

    bool sum(Quantity& result) {
        if (!product(result)) return false;
        for (;;) {
            if (accept('+')) {
                Quantity b;
                if (!product(b) || !add(result, b, 1)) return false;
            } else if (accept('-')) {
                Quantity b;
                if (!product(b) || !add(result, b, -1)) return false;
            } else {
                return sane(result);
            }
        }
    }
    bool product(Quantity& result) {
        if (!unary(result)) return false;
        for (;;) {
            if (accept('*')) {
                Quantity b;
                if (!unary(b)) return false;
                if (is_plain(result) && is_plain(b)) {
                    result = {Quantity::Kind::area, 0, scaled(result.fixed, b.fixed, 1000), 0};
                    continue;
                }
                if (result.kind == Quantity::Kind::number) std::swap(result, b);
                if (b.kind != Quantity::Kind::number || !scale(result, b.number, kMillion)) return false;
            } else if (accept_word("div")) {
                Quantity b;
                if (!unary(b)) return false;
                if (is_plain(b) && b.fixed != 0 && is_plain(result)) {
                    result = {Quantity::Kind::number, scaled(result.fixed, kMillion, b.fixed), 0, 0};
                    continue;
                }
                if (is_plain(b) && b.fixed != 0 && result.kind == Quantity::Kind::area) {
                    result = {Quantity::Kind::length, 0, scaled(result.fixed, 1000, b.fixed), 0};
                    continue;
                }
                if (b.kind != Quantity::Kind::number || !scale(result, kMillion, b.number)) return false;
            } else if (accept_word("mod")) {
                Quantity b;
                if (!unary(b) || b.kind != Quantity::Kind::number || result.kind != b.kind || b.number == 0) return false;
                result.number %= b.number;
            } else {
                return sane(result);
            }
        }
    }
    bool unary(Quantity& result) {
        if (++depth_ > 40) return false;
        if (accept('-')) return unary(result) && scale(result, -1, 1);
        if (accept('+')) return unary(result);
        if (accept('(')) return sum(result) && accept(')');
        skip_space();
        if (at_ < text_.size() && (text_[at_] == '.' || (text_[at_] >= '0' && text_[at_] <= '9'))) return literal(result);
        return function(result);
    }
    bool literal(Quantity& result) {
        std::int64_t millionths = 0;
        std::int64_t place = kMillion;
        bool point = false;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                if (!point) {
                    millionths = millionths * 10 + (c - '0') * kMillion;
                    if (millionths > kLargest * kMillion) return false;
                } else if (place > 1) {
                    place /= 10;
                    millionths += (c - '0') * place;
                }
            } else {
                break;
            }
        }
        return unit(millionths, result);
    }
    bool unit(std::int64_t millionths, Quantity& result) {
        if (at_ < text_.size() && text_[at_] == '%') {
            ++at_;
            result = {Quantity::Kind::length, 0, 0, millionths / 1000};
            return true;
        }
        if (text_.substr(at_, 2) == "em") {
            at_ += 2;
            result = {Quantity::Kind::length, 0, scaled(millionths, context_.font_size, kMillion), 0};
            return true;
        }
        for (const Unit& u : kUnits) {
            if (text_.substr(at_, u.name.size()) != u.name) continue;
            at_ += u.name.size();
            if (millionths > kLargest * 1000) return false;
            // Cut to whole millipoints, as FOP has it: what just fits there fits here.
            result = {Quantity::Kind::length, 0, millionths * u.numerator / u.denominator, 0};
            return true;
        }
        result = {Quantity::Kind::number, millionths, 0, 0};
        return true;
    }
    bool function(Quantity& result) {
        if (accept_word("body-start")) {
            result = {Quantity::Kind::length, 0, context_.body_start.fixed, context_.body_start.percent};
            return accept('(') && accept(')');
        }
        if (accept_word("label-end")) {
            result = {Quantity::Kind::length, 0, context_.label_end.fixed, context_.label_end.percent};
            return accept('(') && accept(')');
        }
        if (accept_word("proportional-column-width")) {
            if (!accept('(') || !sum(result) || result.kind != Quantity::Kind::number) return false;
            result.kind = Quantity::Kind::proportional;
            return accept(')');
        }
        for (const std::string_view name : {"from-parent", "inherited-property-value", "from-nearest-specified-value", "from-table-column"}) {
            if (accept_word(name)) return property(name, result);
        }
        if (accept_word("min")) return choose(result, -1);
        if (accept_word("max")) return choose(result, 1);
        if (accept_word("abs")) return rounded(result, 'a');
        if (accept_word("floor")) return rounded(result, 'f');
        if (accept_word("ceiling")) return rounded(result, 'c');
        if (accept_word("round")) return rounded(result, 'r');
        return false;
    }
    bool property(std::string_view function, Quantity& result) {
        if (!accept('(')) return false;
        const std::size_t end = text_.find(')', at_);
        if (end == std::string_view::npos || context_.property == nullptr) return false;
        std::string_view name = text_.substr(at_, end - at_);
        const auto outer = [](char c) { return c == ' ' || c == '\'' || c == '"' || c == '\t' || c == '\n'; };
        while (!name.empty() && outer(name.front())) name.remove_prefix(1);
        while (!name.empty() && outer(name.back())) name.remove_suffix(1);
        at_ = end + 1;
        return context_.property(context_.owner, function, name, result);
    }
    bool choose(Quantity& result, int sign) {
        Quantity b;
        if (!accept('(') || !sum(result) || !accept(',') || !sum(b) || !accept(')')) return false;
        if (result.kind != b.kind || result.percent != 0 || b.percent != 0) return false;
        if ((b.number - result.number + b.fixed - result.fixed) * sign > 0) result = b;
        return true;
    }
    bool rounded(Quantity& result, char how) {
        if (!accept('(') || !sum(result) || !accept(')')) return false;
        if (how == 'a') {
            if (result.number + result.fixed + result.percent < 0) return scale(result, -1, 1);
            return true;
        }
        if (result.kind != Quantity::Kind::number) return false;
        const std::int64_t add_up = how == 'f' ? 0 : how == 'c' ? kMillion - 1 : kMillion / 2;
        std::int64_t n = result.number + add_up;
        n = n >= 0 ? n / kMillion : -((-n + kMillion - 1) / kMillion);
        result.number = n * kMillion;
        return true;
    }

    std::string_view text_;
    const ExpressionContext& context_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

bool evaluate(std::string_view expression, const ExpressionContext& context, Quantity& result) {
    return Evaluator(expression, context).run(result);
}

}  // namespace irikteu::layout
