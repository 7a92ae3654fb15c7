#pragma once

#include <array>
#include <memory>
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
    /// From w:numbering, which has to live as long as this does; an empty node gives no numbering. Lists are read when a
    /// paragraph first uses them. `styles` tell what numStyleLink means; it has to live as long, too.
    Numbering(xml::Node numbering, const Styles& styles, std::string source);

    /// Counts this paragraph and gives its number; nullopt where it has none. `style_id` is its style, `reference` its
    /// own and inherited numPr together, `own_level` says whether the paragraph itself states the level.
    /// Throws Error(malformed) where definitions refer to each other in a circle through numStyleLink.
    std::optional<DisplayedNumber> next(const NumberingReference& reference, std::string_view style_id,
                                        std::string_view numbering_style, std::optional<int> own_level);

  private:
    static constexpr int levels = 9;
    using Levels = std::array<NumberingLevel, levels>;
    struct List {  ///< w:num
        int abstract = 0;
        std::array<const NumberingLevel*, levels> definition{};
        std::array<std::unique_ptr<NumberingLevel>, levels> replaced;  ///< By w:lvlOverride.
        std::array<std::optional<int>, levels> start_override;
        std::array<bool, levels> started{};

        const NumberingLevel& level(std::size_t at) const { return *definition[at]; }
        int start(std::size_t at) const { return start_override[at].value_or(definition[at]->start); }
    };
    struct Counters {  ///< Lists of one abstract definition count together.
        std::array<int, levels> value{};
        std::array<bool, levels> used{};
    };

    static NumberingLevel read_level(xml::Node lvl);
    static int level_by_style(const List& list, std::string_view style);
    const Levels& definition_of(int abstract);
    /// The abstract definition that a link through a numbering style leads to at last.
    int follow_links(int abstract) const;
    List* list_of(int id);
    void override_levels(xml::Node num, List& list) const;
    std::string display(const List& list, const Counters& counters, int level) const;

    std::string source_;
    const Styles* styles_ = nullptr;
    std::map<int, xml::Node> nums_;       ///< w:num by id; the first of an id counts.
    std::map<int, xml::Node> abstracts_;  ///< w:abstractNum by id.
    std::map<std::string, int, std::less<>> by_style_link_;
    std::map<int, Levels> definitions_;   ///< Of abstract definitions in use.
    std::map<int, List> lists_;           ///< In use.
    std::map<int, Counters> counters_;
};

}  // namespace irikteu::readers
