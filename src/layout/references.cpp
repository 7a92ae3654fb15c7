#include "layout/references.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace irikteu::layout {

References::References(const FoTree& tree) {
    for (const FoNode* node : tree.references()) {
        if (node->object == Object::page_number_citation || node->object == Object::page_number_citation_last) {
            wanted_.emplace(node->attribute("ref-id"));
            if (node->object == Object::page_number_citation_last) ends_wanted_.emplace(node->attribute("ref-id"));
            continue;
        }
        const std::string_view target = node->attribute("internal-destination");
        if (target.empty()) continue;
        wanted_.emplace(target);
        destinations_.emplace(target);
    }
}

void References::place(std::string_view id, std::uint32_t page, Length x, Length y) {
    const auto found = placements_.find(id);
    if (found == placements_.end()) {
        placements_.emplace(std::string(id), Placement{page, page, x, y});
        return;
    }
    found->second.last_page = std::max(found->second.last_page, page);
}

const Placement* References::find(std::string_view id) const {
    const auto found = placements_.find(id);
    return found == placements_.end() ? nullptr : &found->second;
}

std::optional<std::string_view> References::known_number(std::string_view id) const {
    const Placement* const found = find(id);
    if (found == nullptr || found->first_page >= std::min(settled_, labels_.size())) return std::nullopt;
    return labels_[found->first_page];
}

namespace {

std::string roman(std::int64_t number) {
    struct Step {
        int value;
        std::string_view digits;
    };
    static constexpr auto kSteps = std::to_array<Step>({{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                        {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
                                                        {5, "v"}, {4, "iv"}, {1, "i"}});
    std::string out;
    for (const Step& s : kSteps) {
        for (; number >= s.value; number -= s.value) out += s.digits;
    }
    return out;
}

std::string letters(std::int64_t number) {
    std::string out;
    for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
    return out;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return text;
}

}  // namespace

std::optional<std::string> format_number(std::int64_t number, std::string_view format) {
    const bool in_range = number > 0 && number < 5000;
    if (format == "i") return in_range ? roman(number) : std::to_string(number);
    if (format == "I") return in_range ? upper(roman(number)) : std::to_string(number);
    if (format == "a") return number > 0 ? letters(number) : std::to_string(number);
    if (format == "A") return number > 0 ? upper(letters(number)) : std::to_string(number);
    if (!format.empty() && format.back() == '1' && format.find_first_not_of('0') == format.size() - 1) {
        std::string digits = std::to_string(number);
        if (digits.size() < format.size()) digits.insert(0, format.size() - digits.size(), '0');
        return digits;
    }
    return std::nullopt;
}

}  // namespace irikteu::layout
