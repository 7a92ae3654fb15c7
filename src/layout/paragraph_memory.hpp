#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "layout/fo_tree.hpp"
#include "layout/line_breaker.hpp"

namespace irikteu::layout {

/// The lines of short texts that stood in a block alone, for blocks that say the same: a table's cells do, by the thousand. Of two
/// texts with the same place in it the later one stays.
class ParagraphMemory {
  public:
    struct Entry {
        std::string_view text;
        const Style* style = nullptr;
        std::int64_t width = 0;
        bool known = false;  ///< Otherwise whoever asked fills it in.
        std::span<const Atom> atoms;
        std::span<const LineBreak> breaks;
    };

    /// The entry for a block in a list so wide; null where more than its text decides, or it is not worth it.
    Entry* entry(const FoNode& block, std::int64_t width) {
        const FoNode* child = block.first_child;
        const bool plain = child != nullptr && child->object == Object::text && child->next == nullptr && child->style == block.style && block.source;
        if (!plain || child->text.size() > kLongest) return nullptr;
        if (entries_.empty()) entries_.resize(kEntries);
        const std::size_t hash = std::hash<std::string_view>{}(child->text) ^ reinterpret_cast<std::uintptr_t>(block.style) >> 4 ^ static_cast<std::size_t>(width);
        Entry& found = entries_[hash % kEntries];
        if (found.known && found.text == child->text && found.style == block.style && found.width == width) return &found;
        found = {child->text, block.style, width, false, {}, {}};
        return &found;
    }
    /// What it points to is let go.
    void clear() {
        for (Entry& entry : entries_) entry.known = false;
    }

  private:
    static constexpr std::size_t kEntries = 2048;
    static constexpr std::size_t kLongest = 200;
    std::vector<Entry> entries_;
};

}  // namespace irikteu::layout
