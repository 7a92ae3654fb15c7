#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "readers/styles.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// One level of a multi-level list (ECMA-376-1, 17.9.6).
struct NumberingLevel {
    int start = 1;
    std::string format = "decimal";
    std::string custom_format;
    std::string text;            ///< lvlText: "%1.%2."; the bullet itself for bullets.
    std::string font;            ///< Of the bullet.
    std::string paragraph_style; ///< pStyle
    int restart = -1;            ///< lvlRestart: -1 after any higher level, 0 never, n after level n or higher.
    bool legal = false;          ///< isLgl: higher levels in digits.
};

/// The number that a paragraph shows.
struct DisplayedNumber {
    std::string text;  ///< "2.1.", "a)", a bullet
    int level = 0;     ///< From 0.
    bool bullet = false;
};

/// Numbers paragraphs as Word does, in document order (17.9). One per document; not for several threads.
class Numbering {
  public:
    Numbering() = default;
    /// From w:numbering; an empty node gives no numbering. Throws Error(malformed) naming `source` where definitions
    /// refer to each other in a circle through numStyleLink.
    Numbering(xml::Node numbering, const std::string& source);

    /// Counts this paragraph and gives its number; nullopt where it has none. `style_id` is its style, `reference` its
    /// own and inherited numPr together, `own_level` says whether the paragraph itself states the level.
    std::optional<DisplayedNumber> next(const NumberingReference& reference, std::string_view style_id,
                                        std::string_view numbering_style, std::optional<int> own_level);

  private:
    static constexpr int levels = 9;
    using Levels = std::array<NumberingLevel, levels>;
    struct List {  ///< w:num
        int abstract = 0;
        Levels definition;
        std::array<std::optional<int>, levels> start_override;
        std::array<bool, levels> started{};
    };
    struct Counters {  ///< Lists of one abstract definition count together.
        std::array<int, levels> value{};
        std::array<bool, levels> used{};
    };
    struct Abstract {
        Levels definition;
        std::string link;  ///< numStyleLink
    };

    static NumberingLevel read_level(xml::Node lvl);
    static int level_by_style(const Levels& definition, std::string_view style);
    std::string display(const List& list, const Counters& counters, int level) const;

    std::map<int, List> lists_;
    std::map<int, Counters> counters_;
};

}  // namespace irikteu::readers
