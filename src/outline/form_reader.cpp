#include "outline/form_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/distance.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"
#include "outline/recognise.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t most_lines = 14;  ///< Over which a printed text may be broken.
constexpr std::size_t most_lines_of_other_words = 4;
constexpr std::size_t most_around = 24;   ///< Bytes of a key beside a printed text in a line that has no room for a value.
constexpr std::size_t least_inside = 40;  ///< Bytes of a printed text's key that is looked for inside of a longer line.

}  // namespace

FormReader::FormReader(xml::Node text, const Wording& wording) : wording_(wording), form_(text), captions_(form_.captions()) {
    std::size_t head = 0;
    for (FormLine& line : form_.lines()) {
        if (++head > most_lines) break;
        line.anchor = names_annex(line.text, wording);
    }
}

std::string FormReader::value(std::string_view text) const {
    std::string cleaned = without_rules(text);
    return is_blank(kazakh::matching_key(cleaned), wording_) ? std::string() : cleaned;
}

std::string FormReader::joined_text(Range range) const {
    std::string joined;
    for (std::size_t k = 0; k < range.count; ++k) joined += (k > 0 ? " " : "") + form_.lines()[range.first + k].text;
    return joined;
}

FormReader::Range FormReader::nearest(Range range, const Key& wanted) const {
    const auto& lines = form_.lines();
    const auto distance = [&](const Range& each) { return kazakh::bounded_distance(kazakh::matching_key(joined_text(each)).folded, wanted.folded, static_cast<int>(wanted.folded.size())); };
    const auto is_place = [&](const Range& each) {
        const std::size_t end = each.first + each.count;
        if (each.count == 0 || end > lines.size()) return false;
        return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(each.first), lines.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const FormLine& line) { return line.cell == lines[range.first].cell && !line.anchor; });
    };
    int least = distance(range);
    for (bool nearer = true; nearer && least > 0;) {
        nearer = false;
        for (const Range each : {Range{range.first, range.count + 1}, Range{range.first + 1, range.count}, Range{range.first + 1, range.count - 1}}) {
            if (!is_place(each)) continue;
            const int it_has = distance(each);
            if (it_has >= least) continue;
            least = it_has;
            range = each;
            nearer = true;
            break;
        }
    }
    return range;
}

std::optional<FieldValue> FormReader::printed(const std::string& text, Likeness likeness) {
    if (likeness == Likeness::words) {
        if (auto found = printed(text, Likeness::letters)) return found;
    }
    const Key wanted = kazakh::matching_key(text);
    const auto words = tokens_of(text);
    auto& lines = form_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].key.folded.empty() || lines[i].anchor) continue;
        std::string joined;
        for (std::size_t count = 1; count <= most_lines && i + count <= lines.size(); ++count) {
            const FormLine& last = lines[i + count - 1];
            if (last.cell != lines[i].cell || last.anchor) break;
            if (!joined.empty()) joined += ' ';
            joined += last.text;
            const Key key = kazakh::matching_key(joined);
            const bool same_letters = nearly_equal(key, wanted);
            if (!same_letters && !(likeness == Likeness::words && count <= most_lines_of_other_words && share_most_words(tokens_of(joined), words))) continue;
            const Range lines_of_it = same_letters ? nearest({i, count}, wanted) : Range{i, count};
            for (std::size_t k = 0; k < lines_of_it.count; ++k) lines[lines_of_it.first + k].anchor = true;
            printed_at_ = lines_of_it.first;
            return FieldValue{xml::normalize_space(joined_text(lines_of_it)), lines[printed_at_].node, {}};
        }
    }
    // In one paragraph with what stands before it.
    for (std::size_t i = 0; i < lines.size() && wanted.folded.size() >= least_inside; ++i) {
        if (lines[i].key.folded.find(wanted.folded) == std::string::npos) continue;
        if (lines[i].key.folded.size() < wanted.folded.size() + most_around) lines[i].anchor = true;
        printed_at_ = i;
        return FieldValue{text, lines[i].node, {}};
    }
    return std::nullopt;
}

std::optional<FieldValue> FormReader::line_naming(std::string_view part, const act::Act& act) {
    auto& lines = form_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].anchor || lines[i].cell != nullptr || names_annex(lines[i].text, wording_) || kind_by_title(lines[i].text, act) != part) continue;
        lines[i].anchor = true;
        printed_at_ = i;
        return FieldValue{xml::normalize_space(lines[i].text), lines[i].node, {}};
    }
    return std::nullopt;
}

void FormReader::cut_from(const std::string& text) {
    const std::string wanted = kazakh::matching_key(text).folded;
    const auto& lines = form_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].key.folded.starts_with(wanted) || visible_characters(lines[i].text) > 80) continue;
        std::erase_if(captions_, [&](const Captioned& caption) { return caption.last_line >= i; });
        form_.cut(i);
        return;
    }
}

bool FormReader::is_caption(const Captioned& caption, const Key& key) const { return nearly_equal(caption.key, key); }

void FormReader::mark_captions(const std::vector<std::string>& captions) {
    for (const auto& words : captions) {
        const Key key = kazakh::matching_key(words);
        for (const Captioned& caption : captions_) {
            if (!is_caption(caption, key)) continue;
            for (std::size_t i = caption.line; i <= caption.last_line; ++i) form_.lines()[i].anchor = true;
        }
    }
}

std::optional<FieldValue> FormReader::above(std::size_t line) const {
    const auto& lines = form_.lines();
    FieldValue found;
    for (std::size_t i = line; i-- > 0;) {
        if (lines[i].anchor || lines[i].cell != lines[line].cell) break;
        const std::string text = value(lines[i].text);
        if (text.empty()) {
            // A blank line ends a value; a rule drawn under it does not.
            if (!found.text.empty()) break;
            continue;
        }
        found.text = found.text.empty() ? text : text + ' ' + found.text;
        found.raw = found.raw.empty() ? lines[i].text : lines[i].text + ' ' + found.raw;
        found.node = lines[i].node;
    }
    if (found.text.empty()) return std::nullopt;
    return found;
}

std::optional<FieldValue> FormReader::in_table(const FormLine& line) const {
    if (line.cell == nullptr) return std::nullopt;
    const Grid& grid = form_.grids()[static_cast<std::size_t>(line.table)];
    const auto is_place = [&](const GridCell* cell) {
        return cell != nullptr && std::none_of(form_.lines().begin(), form_.lines().end(), [&](const FormLine& other) {
            return other.cell == cell && other.anchor;
        });
    };
    for (const GridCell* cell : {grid.above(*line.cell), grid.right_of(*line.cell), grid.at(line.cell->row, line.cell->column - 1)}) {
        if (!is_place(cell)) continue;
        const std::string text = value(cell->text);
        if (!text.empty()) return FieldValue{text, cell->node, cell->text};
    }
    return std::nullopt;
}

std::string picture_in(xml::Node node) {
    if (const auto picture = node.attribute("picture")) return std::string(*picture);
    for (xml::Node p : node.elements()) {
        if (const auto picture = p.attribute("picture")) return std::string(*picture);
    }
    return {};
}

std::optional<FieldValue> FormReader::picture_of_caption(const std::string& words) const {
    const Key key = kazakh::matching_key(words);
    const auto& lines = form_.lines();
    for (const Captioned& caption : captions_) {
        if (!is_caption(caption, key)) continue;
        const FormLine& line = lines[caption.line];
        std::vector<xml::Node> places{line.cell != nullptr ? line.cell->node : line.node};
        for (std::size_t i = caption.line; line.cell == nullptr && i-- > 0 && lines[i].cell == nullptr && !lines[i].anchor;) places.push_back(lines[i].node);
        if (stands_above_value(caption)) {
            places.resize(1);
            for (std::size_t i = caption.last_line + 1; i < lines.size() && lines[i].cell == nullptr && !lines[i].anchor; ++i) places.push_back(lines[i].node);
        }
        if (line.cell != nullptr) {
            const Grid& grid = form_.grids()[static_cast<std::size_t>(line.table)];
            for (const GridCell* cell : {grid.above(*line.cell), grid.right_of(*line.cell)}) {
                if (cell != nullptr) places.push_back(cell->node);
            }
        }
        for (const xml::Node place : places) {
            if (const std::string picture = picture_in(place); !picture.empty()) return FieldValue{picture, place, {}};
        }
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<FieldValue> FormReader::value_of_caption(const std::string& words, int nth) {
    const Key key = kazakh::matching_key(words);
    for (const Captioned& caption : captions_) {
        if (is_caption(caption, key) && nth-- == 0) return value_at(caption);
    }
    return std::nullopt;
}

std::optional<FieldValue> FormReader::value_of_caption(const Wordings& wordings) {
    for (const Key& key : wordings) {
        for (const Captioned& caption : captions_) {
            if (is_caption(caption, key)) return value_at(caption);
        }
    }
    return std::nullopt;
}

std::optional<FieldValue> FormReader::value_at(const Captioned& caption) const {
    const FormLine& line = form_.lines()[caption.line];
    const std::string before = value(kazakh::split_numbering(caption.before).rest);
    if (!before.empty()) return FieldValue{before, line.node, caption.before};
    if (stands_above_value(caption)) return below(caption.last_line).value_or(FieldValue{{}, line.node, {}});
    if (auto found = above(caption.line)) return found;
    if (auto found = in_table(line)) return found;
    const std::string_view after = xml::trim(caption.after);
    const std::string behind = value(after.starts_with(":") ? after.substr(1) : after);
    return FieldValue{behind, line.node, {}};
}

bool FormReader::is_label(std::string_view text) const {
    return std::any_of(labels_.begin(), labels_.end(), [&](const Wordings& label) { return behind_label(label, text).has_value(); });
}

FieldValue FormReader::beside(const FormLine& label) const {
    const Grid& grid = form_.grids()[static_cast<std::size_t>(label.table)];
    for (const GridCell* cell : {grid.right_of(*label.cell), grid.below(*label.cell)}) {
        if (cell != nullptr && !is_label(cell->text)) return {value(cell->text), cell->node, {}};
    }
    return {{}, label.node, {}};
}

std::optional<FieldValue> FormReader::value_of_label(const Wordings& label) {
    auto& lines = form_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        FormLine& line = lines[i];
        if (line.anchor || line.key.folded.empty()) continue;
        const auto behind = behind_label(label, line.text);
        if (!behind && (line.cell == nullptr || !says(label, line.cell->text))) continue;
        line.anchor = true;
        if (behind && !value(*behind).empty()) return FieldValue{value(*behind), line.node, {}};
        if (line.cell != nullptr) return beside(line);
        const bool ruled = line.text.find("__") != std::string::npos;
        const FormLine* next = i + 1 < lines.size() ? &lines[i + 1] : nullptr;
        if (ruled || next == nullptr || next->anchor || next->cell != nullptr || is_label(next->text)) return FieldValue{{}, line.node, {}};
        return FieldValue{value(next->text), next->node, {}};
    }
    return std::nullopt;
}

namespace {

constexpr std::size_t longest_signature = 300;  ///< Bytes of a line with position and name.

/// "А. Б. Асанов", "Асанов Арман Болатұлы": an initial, or two to four words with capitals, and nothing else.
bool is_name(std::string_view text) {
    int words = 0;
    int initials = 0;
    char32_t before = U' ';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (kazakh::is_digit(c) || c == U':' || c == U',' || c == U';' || c == U'(') return false;
        if (kazakh::is_letter(c) && !kazakh::is_letter(before) && before != U'-') {
            if (!kazakh::is_upper(c)) return false;
            ++words;
            initials += at < text.size() && text[at] == '.';
        }
        before = c;
    }
    return words >= 2 && words <= 4 && (initials > 0 || words <= 3);
}

/// Parts of a line between rules, tabs and gaps of three spaces and more.
std::vector<std::string> parts_of_line(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool gap = text[i] == '\t' || text.substr(i, 3) == "   " || text.substr(i, 3) == "___";
        if (gap && !parts.back().empty()) parts.emplace_back();
        else if (!gap) parts.back() += text[i];
    }
    return parts;
}

/// Without the parentheses or solidi round the whole of a part: "(Асанов А.)", "/Асанов А./".
std::string_view unwrapped(std::string_view part) {
    part = xml::trim(part);
    const bool wrapped = part.size() > 2 && ((part.front() == '(' && part.back() == ')') || (part.front() == '/' && part.back() == '/'));
    return wrapped ? xml::trim(part.substr(1, part.size() - 2)) : part;
}

/// "(қолы)": one word in small letters that says what has to stand there.
bool is_word_in_parentheses(std::string_view part) {
    part = xml::trim(part);
    if (part.size() < 3 || part.front() != '(' || part.back() != ')') return false;
    for (std::size_t at = 1; at + 1 < part.size();) {
        const char32_t c = base::next_code_point(part, at);
        if (!kazakh::is_letter(c) || kazakh::is_upper(c)) return false;
    }
    return true;
}

/// "Төраға: Асанов А.", "Басқарма басшысы Асанов Арман Болатұлы"; behind a rule also "Асанов А., басқарма басшысы". Empty where it is none.
std::pair<std::string, std::string> position_and_name(std::string_view text, bool behind_rule) {
    if (const auto colon = text.find(':'); colon != std::string_view::npos && is_name(text.substr(colon + 1))) {
        return {std::string(xml::trim(text.substr(0, colon))), std::string(xml::trim(text.substr(colon + 1)))};
    }
    if (const auto comma = text.find(','); behind_rule && comma != std::string_view::npos && is_name(text.substr(0, comma)) && !is_name(text.substr(comma + 1))) {
        return {std::string(xml::trim(text.substr(comma + 1))), std::string(xml::trim(text.substr(0, comma)))};
    }
    // The longest name at the end, behind a word in small letters.
    for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
        const std::string_view before = xml::trim(text.substr(0, space));
        const std::string_view name = xml::trim(text.substr(space));
        const auto last = before.rfind(' ');
        const std::string_view word = last == std::string_view::npos ? std::string_view{} : before.substr(last + 1);
        std::size_t at = 0;
        if (word.empty() || !is_name(name)) continue;
        const char32_t first = base::next_code_point(word, at);
        const bool initials = name.find('.') != std::string_view::npos;
        if (kazakh::is_letter(first) && !kazakh::is_upper(first) && (initials || std::count(name.begin(), name.end(), ' ') == 2)) return {std::string(before), std::string(name)};
    }
    return {};
}

}  // namespace

std::optional<Signed> FormReader::signed_by_rule(std::size_t from) const {
    constexpr std::size_t last_lines = 8;  ///< Among which a line without a rule is looked for.
    const auto& lines = form_.lines();
    for (std::size_t i = lines.size(); i-- > from;) {
        std::string text = lines[i].text;
        if (lines[i].cell != nullptr) {
            text.clear();
            for (const GridCell* cell : form_.grids()[static_cast<std::size_t>(lines[i].table)].row(lines[i].cell->row)) text += (text.empty() ? "" : "\t") + cell->text;
        }
        if (text.size() > longest_signature) continue;
        std::vector<std::string> parts;
        bool captioned = false;
        for (const std::string& part : parts_of_line(text)) {
            const std::string plain = value(part);
            captioned = captioned || is_word_in_parentheses(part) || is_word_in_parentheses(plain);
            if (is_word_in_parentheses(part) || is_word_in_parentheses(plain)) continue;
            if (const std::string_view cleaned = unwrapped(plain); !cleaned.empty()) parts.emplace_back(cleaned);
        }
        // A printed line or a caption is no signature but where the caption stands between position and name.
        if (lines[i].anchor && !(captioned && parts.size() == 2)) continue;
        if (parts.size() == 1 && lines[i].cell == nullptr && i + last_lines >= lines.size() && !is_label(parts.front())) {
            const auto [position, name] = position_and_name(parts.front(), text.starts_with("__"));
            if (!name.empty()) return Signed{{position, lines[i].node, {}}, {name, lines[i].node, {}}, {std::string(), lines[i].node, {}}};
        }
        if (parts.size() < 2 || parts.size() > 3 || !is_name(parts.back()) || is_label(parts.front()) || parts.front().ends_with(':')) continue;
        if (tokens_of(parts.front()).empty()) continue;
        return Signed{{parts.front(), lines[i].node, {}}, {parts.back(), lines[i].node, {}}, {parts.size() == 3 ? parts[1] : std::string(), lines[i].node, {}}};
    }
    return std::nullopt;
}

}  // namespace irikteu::outline
