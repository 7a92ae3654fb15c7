// What leaders repeat, and how long that makes them.
#include <algorithm>

#include "layout/paragraph.hpp"
#include "layout/text_transform.hpp"

namespace irikteu::layout {

std::string leader_content(const FoNode& leader, std::uint8_t flags) {
    std::string content = collapsed(leader.source.text());
    if (content.size() > 1 && content.front() == ' ' && (flags & kFirst) != 0) content.erase(0, 1);
    if (content.size() > 1 && content.back() == ' ' && (flags & kLast) != 0) content.pop_back();
    return content;
}

const FoNode& repeated(const FoNode& leader) {
    const FoNode* child = leader.first_child;
    return child != nullptr && child->next == nullptr && child->object == Object::inline_ ? *child : leader;
}

const FoNode* repeated_picture(const FoNode& leader) {
    const auto blank = [](const FoNode& node) { return node.object == Object::text && node.text.find_first_not_of(" \t\r\n") == std::string_view::npos; };
    const FoNode* picture = nullptr;
    for (const FoNode* child = repeated(leader).first_child; child != nullptr; child = child->next) {
        if (blank(*child)) continue;
        if (picture != nullptr || (child->object != Object::external_graphic && child->object != Object::instream_foreign_object)) return nullptr;
        picture = child;
    }
    return picture;
}

std::int64_t repeated_edges(const FoNode& leader) {
    const FoNode& content = repeated(leader);
    return leader_edges(*leader.style) + (&content != &leader ? leader_edges(*content.style) : 0);
}

// Of a leader's length its borders and padding are a part; one that repeats its content holds it once at least, where its maximum
// allows that (as in FOP).
std::int32_t ParagraphBuilder::leader_width(const FoNode& node) {
    const Style& s = *node.style;
    const std::int64_t edges = leader_edges(s);
    const auto optimum = static_cast<std::int32_t>(std::max<std::int64_t>(s.leader_optimum.of(measure_.millipoints) - edges, 0));
    if (s.leader_pattern != LeaderPattern::use_content) return optimum;
    const auto pattern = static_cast<std::int32_t>(s.leader_pattern_width.of(measure_.millipoints));
    const FoNode* picture = repeated_picture(node);
    const std::int32_t once = picture != nullptr ? graphics_.size(*picture, measure_).outer_width() : late_width(node, *repeated(node).style, leader_content(node, 0));
    const auto content = std::max(once + static_cast<std::int32_t>(repeated_edges(node)), pattern);
    return content > optimum && content <= s.leader_maximum.of(measure_.millipoints) - edges ? content : optimum;
}

}  // namespace irikteu::layout
