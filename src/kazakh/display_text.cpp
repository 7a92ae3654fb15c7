#include "kazakh/display_text.hpp"

#include <algorithm>
#include <vector>

#include "kazakh/letters.hpp"

namespace irikteu::kazakh {

std::string display_text(std::string_view utf8) {
    const std::u32string text = to_code_points(utf8);
    // Groups between gaps of two and more spaces; a group of single letters is a letter-spaced word.
    struct Group {
        std::size_t begin, end;
        int tokens = 0;
        bool single = true;
    };
    std::vector<Group> groups;
    bool wide_gap = false;
    int most = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t spaces = 0;
        while (at < text.size() && is_space(text[at])) ++at, ++spaces;
        if (at == text.size()) break;
        if (groups.empty() || spaces >= 2) {
            wide_gap = wide_gap || !groups.empty();
            groups.push_back({at, at});
        }
        std::size_t shown = 0;
        for (; at < text.size() && !is_space(text[at]); ++at) shown += !is_invisible(text[at]);
        Group& group = groups.back();
        group.end = at;
        ++group.tokens;
        group.single = group.single && shown <= 1;
        if (group.single) most = std::max(most, group.tokens);
    }
    if (!wide_gap || most < 4) return std::string(utf8);
    std::u32string joined;
    for (const Group& group : groups) {
        if (!joined.empty()) joined.push_back(U' ');
        for (std::size_t i = group.begin; i < group.end; ++i) {
            if (!group.single || !is_space(text[i])) joined.push_back(text[i]);
        }
    }
    return to_utf8(joined);
}

}  // namespace irikteu::kazakh
