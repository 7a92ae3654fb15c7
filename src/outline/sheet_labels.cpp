#include "outline/sheet_labels.hpp"

#include <algorithm>

#include "kazakh/numbering.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_label = 160;  ///< Characters of a text that may be a label.
constexpr std::size_t longest_joint = 14;   ///< Bytes of a key between a row's label and its part's: an ending, "бойынша".
constexpr std::size_t longest_year = 12;    ///< Characters of a title of a year.

SheetLabel label_of(xml::Node node) {
    return {std::string(node.attribute_or("id", "")), wordings_of(node, "title"), tokens_of(node.child_text("title"))};
}

/// Long titles of indicators are shortened in many ways: then the words decide.
bool says_by_words(const SheetLabel& label, const std::vector<Token>& words) {
    if (label.tokens.size() < 4 || words.size() < 3) return false;
    const auto common = std::count_if(words.begin(), words.end(), [&](const Token& word) {
        return std::any_of(label.tokens.begin(), label.tokens.end(), [&](const Token& token) { return same_stem(token.folded, word.folded); });
    });
    return common * 10 >= static_cast<std::ptrdiff_t>(words.size()) * 8 && common * 10 >= static_cast<std::ptrdiff_t>(label.tokens.size()) * 4;
}

/// A year at the end of a label, with what parts it from the label and the word for years behind it; npos where there is none.
std::size_t find_year(std::string_view text) {
    for (std::size_t i = 1; i + 4 <= text.size(); ++i) {
        const auto digit = [&](std::size_t k) { return k < text.size() && text[k] >= '0' && text[k] <= '9'; };
        if (text.substr(i, 2) != "20" && text.substr(i, 2) != "19") continue;
        if (digit(i - 1) || !digit(i + 2) || !digit(i + 3) || digit(i + 4)) continue;
        return visible_characters(text.substr(i)) <= longest_year ? i : std::string_view::npos;
    }
    return std::string_view::npos;
}

}  // namespace

std::string year_of(std::string_view text) {
    const std::string_view begin = xml::trim(text);
    const auto digit = [&](std::size_t k) { return k < begin.size() && begin[k] >= '0' && begin[k] <= '9'; };
    if (!begin.starts_with("19") && !begin.starts_with("20")) return {};
    if (!digit(2) || !digit(3) || digit(4) || visible_characters(begin) > longest_year + 4) return {};
    return std::string(begin.substr(0, 4));
}

SheetLabels::SheetLabels(xml::Node sheet) {
    for (const xml::Node row : sheet.elements()) {
        if (row.name() == "row") {
            rows_.push_back(label_of(row));
            for (const xml::Node cell : row.elements()) {
                if (cell.name() != "cell") continue;
                parts_.push_back(label_of(cell));
                parts_of_[rows_.back().id].push_back(parts_.back().id);
            }
        } else if (row.name() == "indicators") {
            years_ = label_of(row);
            for (const xml::Node indicator : row.elements()) {
                if (indicator.name() == "row") indicators_.push_back(label_of(indicator));
            }
        }
    }
    learn(rows_, &SheetRole::row);
    learn(parts_, &SheetRole::part);
    learn(indicators_, &SheetRole::indicator);
    for (const auto& [key, role] : by_key_) known_.push_back({Letters(key), role});
    // Where two are as near, the same one is taken on every machine.
    std::sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) { return a.letters.points() < b.letters.points(); });
}

void SheetLabels::learn(const std::vector<SheetLabel>& labels, const SheetLabel* SheetRole::*kind) {
    for (const SheetLabel& label : labels) {
        for (const Key& wording : label.wordings) {
            SheetRole& role = by_key_[wording.folded];
            if (role.*kind == nullptr) role.*kind = &label;
            longest_ = std::max(longest_, wording.folded.size());
        }
    }
}

SheetRole SheetLabels::exact(const Key& key) const {
    if (const auto found = by_key_.find(key.folded); found != by_key_.end()) return found->second;
    if (key.folded.empty() || key.folded.size() > longest_ + longest_ / 8) return {};
    const Letters letters(key.folded);
    for (const Known& known : known_) {
        const std::size_t shorter = std::min(letters.size(), known.letters.size());
        const int limit = allowed_distance(shorter);
        if (limit == 0 || std::max(letters.size(), known.letters.size()) - shorter > static_cast<std::size_t>(limit)) continue;
        if (known.letters.distance(letters, limit) <= limit) return known.role;
    }
    return {};
}

const SheetLabel* SheetLabels::compound(const Key& key) const {
    for (const SheetLabel& row : rows_) {
        if (!has_parts(row.id)) continue;
        for (const Key& wording : row.wordings) {
            if (key.folded.size() <= wording.folded.size() || !key.folded.starts_with(wording.folded)) continue;
            const std::string rest = key.folded.substr(wording.folded.size());
            const SheetLabel* named = nullptr;
            int parts = 0;
            for (const SheetLabel& part : parts_) {
                if (!part.id.starts_with(row.id + ".")) continue;
                const bool inside = std::any_of(part.wordings.begin(), part.wordings.end(), [&](const Key& each) { return rest.find(each.folded) != std::string::npos; });
                const bool ends = std::any_of(part.wordings.begin(), part.wordings.end(), [&](const Key& each) {
                    return rest.ends_with(each.folded) && rest.size() <= each.folded.size() + longest_joint;
                });
                parts += inside;
                if (ends) named = &part;
            }
            if (parts == 1 && named != nullptr) return named;
        }
    }
    return nullptr;
}

SheetRole SheetLabels::role_of(std::string_view text) const {
    if (text.empty() || text.size() > 2 * longest_label || visible_characters(text) > longest_label) return {};
    const std::string_view bare = xml::trim(kazakh::split_numbering(xml::trim(text)).rest);
    const Key key = kazakh::matching_key(bare);
    if (key.folded.empty()) return {};
    if (const SheetRole role = exact(key)) return role;
    if (bare.size() != text.size()) {
        if (const SheetRole role = exact(kazakh::matching_key(text))) return role;
    }
    if (const SheetLabel* part = compound(key)) return {nullptr, part, nullptr};
    if (const auto year = find_year(bare); year != std::string_view::npos) {
        std::string_view label = bare.substr(0, year);
        while (!label.empty() && std::string_view(" (,;:-").find(label.back()) != std::string_view::npos) label.remove_suffix(1);
        SheetRole role = role_of(label);
        if (role.indicator == nullptr) return {};
        role.year = std::string(bare.substr(year, 4));
        return role;
    }
    // The explanation in parentheses, the unit behind a comma and the same in another language may be there or not.
    for (const std::string_view end : {"(", ","}) {
        const auto cut = bare.find(end);
        if (cut == std::string_view::npos || cut == 0) continue;
        if (const SheetRole role = exact(kazakh::matching_key(bare.substr(0, cut)))) return role;
    }
    for (const std::string_view separator : {" / ", "\n", "/", "|", "("}) {
        // What has a colon inside says values behind its labels.
        const auto colon = bare.find(':');
        if (bare.find(separator) == std::string_view::npos || (colon != std::string_view::npos && colon + 1 < bare.size())) continue;
        for (std::string_view rest = bare;;) {
            const auto end = std::min(rest.find(separator), rest.size());
            const Key part = kazakh::matching_key(rest.substr(0, end));
            if (const SheetRole role = exact(part)) return role;
            if (const SheetLabel* named = compound(part)) return {nullptr, named, nullptr};
            if (end == rest.size()) break;
            rest.remove_prefix(end + separator.size());
        }
    }
    const auto words = tokens_of(bare);
    for (const SheetLabel& label : indicators_) {
        if (says_by_words(label, words)) return {nullptr, nullptr, &label};
    }
    return {};
}

const SheetLabel* SheetLabels::part_of(const std::string& row_id, std::string_view text) const {
    const SheetLabel* part = role_of(text).part;
    return part != nullptr && part->id.starts_with(row_id + ".") ? part : nullptr;
}

const std::vector<std::string>& SheetLabels::parts_of(const std::string& row_id) const {
    static const std::vector<std::string> none;
    const auto found = parts_of_.find(row_id);
    return found == parts_of_.end() ? none : found->second;
}

const std::string& SheetLabels::first_part(const std::string& row_id) const {
    const auto& ids = parts_of(row_id);
    return ids.empty() ? row_id : ids.front();
}

}  // namespace irikteu::outline
