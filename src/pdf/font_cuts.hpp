#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace irikteu::pdf {

/// A font program cut to some glyphs, deflated.
struct FontProgram {
    std::string tag;                    ///< As subset_tag() makes it of the program.
    std::size_t length = 0;             ///< Inflated.
    std::string deflated;
    std::vector<std::uint16_t> glyphs;  ///< The new number of each glyph asked for, in their order.
};

/// What a document embeds of a face, deflated: nothing in it depends on the rest of the document.
struct EmbeddedFont {
    std::shared_ptr<const FontProgram> program;
    std::string widths;      ///< The content of /W's array, from code 1.
    std::string to_glyph;    ///< CIDToGIDMap.
    std::string to_unicode;  ///< ToUnicode.
};

/// What was made lately, by all that it depends on: documents of one kind often use the same glyphs, and cutting a face takes longer
/// than laying out a page. Several threads may share one; what falls out lives as long as somebody holds it.
template <class Made>
class Lately {
  public:
    std::shared_ptr<const Made> find(const std::string& key) const {
        const std::lock_guard lock(mutex_);
        const auto found = made_.find(key);
        return found == made_.end() ? nullptr : found->second;
    }
    std::shared_ptr<const Made> keep(const std::string& key, Made made) {
        auto kept = std::make_shared<const Made>(std::move(made));
        const std::lock_guard lock(mutex_);
        if (!made_.emplace(key, kept).second) return kept;
        order_.push_back(key);
        if (order_.size() > kMost) {
            made_.erase(order_.front());
            order_.pop_front();
        }
        return kept;
    }

  private:
    static constexpr std::size_t kMost = 64;  // Of some ten kilobytes each.
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const Made>> made_;
    std::deque<std::string> order_;
};

struct FontCuts {
    Lately<FontProgram> programs;
    Lately<EmbeddedFont> fonts;
};

}  // namespace irikteu::pdf
