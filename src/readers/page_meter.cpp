#include "readers/page_meter.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace irikteu::readers {

namespace {

constexpr int cell_margin = 108;       ///< Left and right, Word's default.
constexpr int narrowest = 300;
constexpr int most_lines = 100'000;
constexpr int list_indent = 360;

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t c = lead >= 0xF0 ? lead & 0x07u : lead >= 0xE0 ? lead & 0x0Fu : lead >= 0xC0 ? lead & 0x1Fu : lead;
    for (; more > 0 && at < text.size(); --more) c = c << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    return c;
}

template <class T>
void take(std::optional<T>& mine, const std::optional<T>& over) {
    if (over) mine = over;
}

}  // namespace

void Spacing::override_with(const Spacing& over) {
    take(before, over.before);
    take(after, over.after);
    take(left, over.left);
    take(right, over.right);
    take(first, over.first);
    take(line, over.line);
    take(rule, over.rule);
    take(contextual, over.contextual);
    take(page_break_before, over.page_break_before);
}

void Spacing::replace_defaults(const Spacing& defaults, const Spacing& table) {
    const auto replace = [](auto& mine, const auto& usual, const auto& other) {
        if (other && mine == usual) mine = other;
    };
    const bool same_line = line == defaults.line && rule == defaults.rule;
    replace(before, defaults.before, table.before);
    replace(after, defaults.after, table.after);
    if (table.line && same_line) line = table.line, rule = table.rule;
}

void PageMeter::set_theme(Typeface minor, Typeface major) {
    minor_ = minor;
    major_ = major;
}

void PageMeter::begin_section(const PageArea& area) {
    place_kept(0);
    const bool fresh = area.new_page || area.height != area_.height;
    if (begun_ && fresh && (y_ > 0 || page_ > 0)) new_page();
    area_ = area;
    area_.width = std::max(area_.width, narrowest);
    area_.height = std::max(area_.height, narrowest);
    begun_ = true;
}

Typeface PageMeter::face_of(const MeasuredParagraph& paragraph) const {
    if (paragraph.typeface == Typeface::theme_minor) return minor_;
    return paragraph.typeface == Typeface::theme_major ? major_ : paragraph.typeface;
}

int PageMeter::line_height_of(const MeasuredParagraph& paragraph) const {
    const int single = paragraph.half_points * line_height(face_of(paragraph)) / 100;
    const int line = paragraph.spacing.line.value_or(240);
    switch (paragraph.spacing.rule.value_or(Spacing::Rule::automatic)) {
        case Spacing::Rule::exact: return std::max(line, 1);
        case Spacing::Rule::at_least: return std::max(line, single);
        case Spacing::Rule::automatic: break;
    }
    return std::max(single * std::clamp(line, 24, 2400) / 240, 1);
}

int PageMeter::lines_of(const MeasuredParagraph& paragraph, int available) const {
    const Typeface face = face_of(paragraph);
    // Widths are summed in thousandths of a half-point: a hundred of them are a twip.
    const auto units = [](int twips) { return static_cast<std::int64_t>(twips) * 100; };
    const auto size = [&](char32_t c) { return static_cast<std::int64_t>(advance(face, paragraph.bold, c)) * paragraph.half_points; };
    const bool listed = !paragraph.number.empty() && !paragraph.spacing.left;
    const int left = listed ? 2 * list_indent : paragraph.spacing.left.value_or(0);
    const int first = listed ? -list_indent : paragraph.spacing.first.value_or(0);
    const std::int64_t full = units(std::max(available - left - paragraph.spacing.right.value_or(0), narrowest));
    std::int64_t x = units(first);
    if (!paragraph.number.empty()) {
        for (std::size_t at = 0; at < paragraph.number.size();) x += size(next_code_point(paragraph.number, at));
        x = first < 0 ? std::max<std::int64_t>(x, 0) : x + units(list_indent);
    }
    int lines = 1;
    std::int64_t word = 0;
    std::int64_t spaces = 0;
    const auto end_word = [&] {
        if (word == 0) return;
        if (x + spaces + word > full && x > 0) {
            ++lines;
            x = 0;
            spaces = 0;
        }
        x += spaces + word;
        for (; x > full && lines < most_lines; x -= full) ++lines;  // A word longer than the line.
        spaces = word = 0;
    };
    for (std::size_t at = 0; at < paragraph.text.size();) {
        const char32_t c = next_code_point(paragraph.text, at);
        if (c == U'\n') {
            end_word();
            ++lines;
            x = spaces = 0;
        } else if (c == U' ' || c == U'\t') {
            end_word();
            spaces += c == U' ' ? size(c) : units(708);
        } else if (c != 0xAD) {
            word += size(c);
            if (c == U'-' || c == 0x2013) end_word();
        }
    }
    end_word();
    return std::min(lines + paragraph.extra_lines, most_lines);
}

void PageMeter::mark(int index) {
    if (index < 1) return;
    const auto at = static_cast<std::size_t>(index);
    if (positions_.size() <= at) positions_.resize(at + 1, 0);
    const int inside = boxes_.empty() ? 0 : boxes_.front().height;
    const std::int64_t down = std::min<std::int64_t>(static_cast<std::int64_t>(y_ + inside) * 10'000 / area_.height, 9'999);
    positions_[at] = static_cast<std::uint32_t>(page_ * 10'000 + down);
}

void PageMeter::new_page() {
    ++page_;
    y_ = 0;
    space_after_ = 0;
}

void PageMeter::flow(int height) {
    y_ += height;
    while (y_ > area_.height) {
        y_ -= area_.height;
        ++page_;
    }
}

void PageMeter::place_kept(int needed) {
    if (kept_.empty()) return;
    const int whole = std::accumulate(kept_.begin(), kept_.end(), 0, [](int sum, const Kept& kept) { return sum + kept.height; });
    if (y_ + space_after_ + whole + needed > area_.height && whole + needed < area_.height) new_page();
    for (const Kept& kept : kept_) {
        if (y_ + space_after_ + kept.height > area_.height) new_page();
        y_ += space_after_;
        space_after_ = 0;
        mark(kept.index);
        flow(kept.height);
    }
    kept_.clear();
}

/// Lines over pages, with neither the first nor the last line of a paragraph alone.
void PageMeter::place_lines(int index, int before, int lines, int line, int after) {
    place_kept(before + std::min(lines, 2) * line);
    int space = space_after_ + before;
    space_after_ = 0;
    bool marked = false;
    while (lines > 0) {
        int fitting = std::min((area_.height - y_ - space) / std::max(line, 1), lines);
        if (fitting < lines && fitting == 1) fitting = 0;
        if (lines - fitting == 1 && fitting > 1) fitting = fitting > 2 ? fitting - 1 : 0;
        if (fitting <= 0 && y_ > 0) {
            new_page();
            space = 0;
            continue;
        }
        fitting = std::max(fitting, 1);
        y_ += space;
        if (!marked) mark(index);
        marked = true;
        flow(fitting * line);
        lines -= fitting;
        space = 0;
        if (lines > 0) new_page();
    }
    space_after_ = after;
}

void PageMeter::add(const MeasuredParagraph& paragraph) {
    const int line = line_height_of(paragraph);
    const int lines = lines_of(paragraph, width());
    const bool contextual = paragraph.spacing.contextual.value_or(false);
    const bool same = style_before_ == paragraph.style;
    int before = paragraph.spacing.before.value_or(0);
    if (contextual && same) before = 0;
    if (contextual_before_ && same) space_after_ = 0;
    style_before_ = paragraph.style;
    contextual_before_ = contextual;
    const int after = paragraph.spacing.after.value_or(0);
    const int picture = std::max(paragraph.picture - line, 0);
    if (!boxes_.empty()) {
        mark(paragraph.index);
        boxes_.back().height += space_after_ + before + lines * line + picture;
        space_after_ = after;
        return;
    }
    const bool breaks = paragraph.break_before || paragraph.spacing.page_break_before.value_or(false);
    if (breaks && (page_ > 0 || y_ > 0 || !kept_.empty())) {
        place_kept(0);
        new_page();
    }
    if (paragraph.keep_with_next && !paragraph.break_after) {
        kept_.push_back({before + lines * line + picture + after, paragraph.index});
    } else if (picture > 0) {
        place_kept(picture);
        if (y_ + space_after_ + before + picture > area_.height) new_page();
        y_ += std::exchange(space_after_, 0) + before;
        mark(paragraph.index);
        flow(std::min(picture, area_.height - 1) + lines * line);
        space_after_ = after;
    } else {
        place_lines(paragraph.index, before, lines, line, after);
    }
    if (paragraph.break_after) new_page();
}

void PageMeter::open_table(std::vector<int> columns, int percent) {
    const int grid = std::accumulate(columns.begin(), columns.end(), 0);
    const int room = percent > 0 ? static_cast<int>(static_cast<std::int64_t>(width()) * std::min(percent, 110) / 100) : width();
    // Tables are as wide as they say, but hardly wider than the text; those that say nothing fill it.
    if (percent > 0 || grid > room * 11 / 10 || grid < room / 20) {
        for (int& column : columns) column = grid > 0 ? static_cast<int>(static_cast<std::int64_t>(column) * room / grid) : room;
    }
    if (boxes_.empty()) {
        place_kept(0);
        y_ += std::exchange(space_after_, 0);
    }
    tables_.push_back({std::move(columns), 0, true});
}

void PageMeter::open_row(int least_height, bool may_split) {
    tables_.back().row_height = least_height;
    tables_.back().may_split = may_split;
}

void PageMeter::open_cell(int column, int span, bool spans_rows) {
    const std::vector<int>& columns = tables_.back().columns;
    int room = 0;
    for (int i = column; i < column + span && i < static_cast<int>(columns.size()); ++i) room += columns[static_cast<std::size_t>(i)];
    if (columns.empty()) room = width() / 2;
    boxes_.push_back({std::max(room - 2 * cell_margin, narrowest), 0, spans_rows});
    space_after_ = 0;
    style_before_.clear();
}

void PageMeter::close_cell() {
    const Box box = boxes_.back();
    boxes_.pop_back();
    const int height = box.height + std::exchange(space_after_, 0);
    int& row = tables_.back().row_height;
    if (!box.spans_rows) row = std::max(row, height);
}

void PageMeter::close_row() {
    const OpenTable& table = tables_.back();
    if (!boxes_.empty()) {
        boxes_.back().height += table.row_height;
        return;
    }
    const bool fits = y_ + table.row_height <= area_.height;
    if (!fits && (!table.may_split || table.row_height < 800) && y_ > 0) new_page();
    flow(table.row_height);
}

void PageMeter::close_table() {
    tables_.pop_back();
    space_after_ = 0;
    style_before_.clear();
}

int PageMeter::finish() {
    place_kept(0);
    return page_ + (y_ > 0 || page_ == 0 ? 1 : 0);
}

std::uint32_t PageMeter::position(int paragraph_index) const {
    const auto at = static_cast<std::size_t>(std::max(paragraph_index, 0));
    return at < positions_.size() ? positions_[at] : static_cast<std::uint32_t>(page_) * 10'000;
}

}  // namespace irikteu::readers
