#include <algorithm>

#include "outline/form_reader.hpp"

namespace irikteu::outline {

bool FormReader::has_place(std::size_t line, int step) const {
    const auto& lines = form_.lines();
    for (std::size_t i = line + static_cast<std::size_t>(step); i < lines.size(); i += static_cast<std::size_t>(step)) {
        if (lines[i].anchor || lines[i].cell != nullptr) return false;
        if (!xml::trim(lines[i].text).empty()) return true;  // A rule is a place too.
    }
    return false;
}

void FormReader::place_captions(const std::vector<std::string>& captions) {
    auto& lines = form_.lines();
    std::vector<Key> keys;
    for (const std::string& words : captions) keys.push_back(kazakh::matching_key(words));
    const auto is_one = [&](const Key& key) { return std::any_of(keys.begin(), keys.end(), [&](const Key& words) { return nearly_equal(words, key); }); };
    for (Captioned& each : captions_) {
        each.alone = lines[each.line].cell == nullptr && xml::trim(each.before).empty() && xml::trim(each.after).empty() && is_one(each.key);
    }
    // Where captions have parentheses, a word that could be one and has none is a value: "қолтаңба".
    const bool have_parentheses = std::any_of(captions_.begin(), captions_.end(), [](const Captioned& each) { return each.alone; });
    for (std::size_t i = 0; i < lines.size() && !have_parentheses; ++i) {
        const std::string_view text = xml::trim(lines[i].text);
        if (lines[i].anchor || lines[i].cell != nullptr || text.ends_with(':') || lines[i].key.folded.empty() || !is_one(lines[i].key)) continue;
        Captioned& bare = captions_.emplace_back();
        bare.line = bare.last_line = i;
        bare.caption = std::string(text);
        bare.key = lines[i].key;
        bare.alone = bare.bare = true;
        lines[i].anchor = true;
    }
    std::stable_sort(captions_.begin(), captions_.end(), [](const Captioned& a, const Captioned& b) { return a.line < b.line; });
    // A group ends where something printed stands between two captions. Of captions below their values the first has something
    // above it and the last has nothing below; of others it is the other way round.
    const Captioned* first = nullptr;
    const Captioned* last = nullptr;
    const auto end_of_group = [&] {
        if (first == nullptr) return;
        const bool above = has_place(first->line, -1);
        const bool below = has_place(last->last_line, +1);
        above_values_ += static_cast<int>(below && !above) - static_cast<int>(above && !below);
        first = nullptr;
    };
    for (const Captioned& each : captions_) {
        if (!each.alone) continue;
        bool parted = first == nullptr;
        for (std::size_t i = last == nullptr ? each.line : last->last_line + 1; i < each.line; ++i) parted = parted || lines[i].anchor || lines[i].cell != nullptr;
        if (parted) {
            end_of_group();
            first = &each;
        }
        last = &each;
    }
    end_of_group();
}

bool FormReader::stands_above_value(const Captioned& caption) const {
    return caption.alone && (above_values_ > 0 || (above_values_ == 0 && caption.bare));
}

std::optional<FieldValue> FormReader::below(std::size_t line) const {
    const auto& lines = form_.lines();
    FieldValue found;
    for (std::size_t i = line + 1; i < lines.size() && !lines[i].anchor && lines[i].cell == nullptr; ++i) {
        const std::string text = value(lines[i].text);
        if (text.empty()) {
            if (!found.text.empty()) break;
            continue;
        }
        if (found.text.empty()) found.node = lines[i].node;
        found.text += (found.text.empty() ? "" : " ") + text;
        found.raw += (found.raw.empty() ? "" : " ") + lines[i].text;
    }
    if (found.text.empty()) return std::nullopt;
    return found;
}

}  // namespace irikteu::outline
