// Inherited indents in per cent: what they are of is known where they were stated, not in the areas that inherit them.
#include <map>

#include "layout/list_builder.hpp"

namespace irikteu::layout {

namespace {

constexpr std::int64_t kWhole = 100'000;

bool has_area(const FoNode& node) { return node.object == Object::block_container || node.object == Object::table_cell; }

/// Indents of the object around, as they were said of the width there, and what they came to.
struct Around {
    Measure start, end;
    std::int64_t start_length, end_length;

    /// Styles say an indent as `inherited` + share * (width - start - end) + more, in terms of the width of the area that they are in; those
    /// of the area's children as `inherited` + share * width + more.
    Measure within(Measure indent, Measure inherited, std::int64_t length, bool child) const {
        if (child) return {static_cast<std::int32_t>(length + indent.fixed - inherited.fixed), indent.percent - inherited.percent};
        const std::int64_t left = kWhole - start.percent - end.percent;
        if (left <= 0) return {static_cast<std::int32_t>(length), 0};
        const std::int64_t share = (indent.percent - inherited.percent) * kWhole / left;
        const std::int64_t more = indent.fixed - inherited.fixed + share * (start.fixed + end.fixed) / kWhole;
        return {static_cast<std::int32_t>(length + more - share * (start_length + end_length) / kWhole), static_cast<std::int32_t>(share)};
    }
};

}  // namespace

void ListBuilder::settle_indents(const FoNode& area, std::int64_t width) {
    const Style& s = *area.style;
    if (s.start_indent.percent == 0 && s.end_indent.percent == 0) return;
    const Around around{s.start_indent, s.end_indent, s.start_indent.of(width), s.end_indent.of(width)};
    std::map<std::pair<const Style*, bool>, const Style*> made;
    const auto settle = [&](const auto& self, const FoNode& parent) -> void {
        for (const FoNode* n = parent.first_child; n != nullptr; n = n->next) {
            const Style& original = *unsettled_.emplace(n, n->style).first->second;
            if (has_area(*n) && (original.indent_by_margin[0] || original.indent_by_margin[1])) continue;
            const bool child = has_area(parent);
            const Style*& style = made[{&original, child}];
            if (style == nullptr) {
                Style settled = original;
                settled.start_indent = around.within(original.start_indent, around.start, around.start_length, child);
                settled.end_indent = around.within(original.end_indent, around.end, around.end_length, child);
                style = &tree_.styles().keep(settled);
            }
            const_cast<FoNode&>(*n).style = style;
            self(self, *n);
        }
    };
    settle(settle, area);
}

}  // namespace irikteu::layout
