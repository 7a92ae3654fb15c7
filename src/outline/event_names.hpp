#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "outline/keys.hpp"
#include "outline/road_map_parts.hpp"

namespace irikteu::outline {

/// "2.1" of "2.1.", "№ 2.1)".
std::string path_of(const std::string& number);

/// Which of a road map's measures a line means. The keys of their titles are made once, so that a long paper may have many lines.
class EventNames {
  public:
    /// The names of the measures as they are now: to be made anew where one is added. `word`: the key for "measure".
    EventNames(std::vector<Group>& groups, std::string word);

    /// The measure whose title a line is, or whose number with two parts it has; the one with more of that where there are several.
    /// nullptr where there is none.
    Event* named(const std::string& number, const Key& title) const;
    /// The measure that a caption names by number or title and the word "measure", and says no more; nullptr where it names none.
    Event* mentioned(const std::string& text) const;

  private:
    struct Name {
        Event* event;
        Key title;
        std::size_t bare;           ///< Bytes of its key without digits.
        std::string number, place;  ///< Its own number and the one by its place, as paths.
    };
    bool is_word(std::string_view folded) const;

    std::vector<Name> names_;
    std::string word_;
};

}  // namespace irikteu::outline
