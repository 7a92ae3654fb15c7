#include "readers/page_meter.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/utf8.hpp"

namespace irikteu::readers {

namespace {

constexpr int narrowest = 300;
constexpr int most_lines = 100'000;
constexpr int list_indent = 360;
constexpr int most_pages = 400'000;       ///< Positions stay within 32 bits.
constexpr int highest_box = 100'000'000;  ///< Half of what an int holds, several times over.

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
    take(keep_lines, over.keep_lines);
    take(widow_control, over.widow_control);
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

PageMeter PageMeter::with_same_fonts() const {
    PageMeter meter;
    meter.set_theme(minor_, major_);
    return meter;
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

Typeface PageMeter::face_of(Typeface typeface) const {
    if (typeface == Typeface::theme_minor) return minor_;
    return typeface == Typeface::theme_major ? major_ : typeface;
}

int PageMeter::single_height(const TextLook& look) const { return look.half_points * line_height(face_of(look.typeface)) / 100; }

int PageMeter::line_height_of(const Spacing& spacing, int single) const {
    const int line = spacing.line.value_or(240);
    switch (spacing.rule.value_or(Spacing::Rule::automatic)) {
        case Spacing::Rule::exact: return std::max(line, 1);
        case Spacing::Rule::at_least: return std::max(line, single);
        case Spacing::Rule::automatic: break;
    }
    return std::max(single * std::clamp(line, 24, 2400) / 240, 1);
}

namespace {

char32_t capital(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x44F)) return c - 0x20;
    if (c >= 0x450 && c <= 0x45F) return c - 0x50;
    return c >= 0x460 && c <= 0x4FF && c % 2 == 1 ? c - 1 : c;
}

/// Breaks a paragraph's text into lines, greedily. Widths are in thousandths of a half-point: a hundred of them are a twip.
class LineBreaker {
  public:
    LineBreaker(std::int64_t full, std::int64_t begin) : full_(full), x_(begin) {}

    void letter(std::int64_t width, int height) {
        word_ += width;
        ++letters_;
        word_height_ = std::max(word_height_, height);
    }
    void space(std::int64_t width) {
        end_word();
        spaces_ += width;
    }
    void end_word() {
        if (letters_ == 0) return;
        if (x_ + spaces_ + word_ > full_ && filled_) new_line();
        x_ += spaces_ + word_;
        filled_ = true;
        line_height_ = std::max(line_height_, word_height_);
        if (x_ > full_) break_word();
        spaces_ = word_ = 0;
        letters_ = word_height_ = 0;
    }
    void new_line() {
        total_ += line_height_;
        ++lines_;
        x_ = spaces_ = 0;
        filled_ = false;
        line_height_ = 0;
    }
    /// Ends the paragraph; lines without text are as high as `mark`.
    void finish(int mark) {
        end_word();
        total_ += line_height_ > 0 ? line_height_ : mark;
    }

    int lines() const { return lines_; }
    std::int64_t height() const { return total_; }

  private:
    /// A word longer than the line: as many letters on each as go there whole.
    void break_word() {
        const std::int64_t a_line = std::max<std::int64_t>(full_ * letters_ / std::max<std::int64_t>(word_, 1), 1);
        const std::int64_t more = std::min<std::int64_t>((letters_ - 1) / a_line, most_lines - std::min(lines_, most_lines));
        total_ += more * line_height_;
        lines_ += static_cast<int>(more);
        x_ = (letters_ - more * a_line) * word_ / letters_;
        x_ = std::clamp<std::int64_t>(x_, 0, full_);
    }

    std::int64_t full_;
    std::int64_t x_;
    std::int64_t word_ = 0;
    std::int64_t spaces_ = 0;
    std::int64_t letters_ = 0;
    int word_height_ = 0;
    int line_height_ = 0;
    int lines_ = 1;
    std::int64_t total_ = 0;
    bool filled_ = false;  ///< A word stands on the line.
};

}  // namespace

PageMeter::Lines PageMeter::lines_of(const MeasuredParagraph& paragraph, int available) const {
    const auto units = [](int twips) { return static_cast<std::int64_t>(twips) * 100; };
    const Spacing& spacing = paragraph.spacing;
    const bool listed = !paragraph.number.empty() && !spacing.left;
    const int left = listed ? 2 * list_indent : spacing.left.value_or(0);
    const int first = listed ? -list_indent : spacing.first.value_or(0);
    const std::int64_t full = units(std::max(available - left - spacing.right.value_or(0), narrowest));
    TextLook look = paragraph.look;
    std::int64_t x = units(first);
    if (!paragraph.number.empty()) {
        const Advances advances(face_of(look.typeface), look.bold);
        for (std::size_t at = 0; at < paragraph.number.size();) x += static_cast<std::int64_t>(advances.of(base::next_code_point(paragraph.number, at))) * look.half_points;
        x = first < 0 ? std::max<std::int64_t>(x, 0) : x + units(list_indent);
    }
    LineBreaker breaker(full, std::min(x, full));
    const int mark = line_height_of(spacing, single_height(paragraph.look));
    std::size_t end = 0;
    std::size_t next = 0;
    int height = mark;
    Advances advances(face_of(look.typeface), look.bold);
    for (std::size_t at = 0; at < paragraph.text.size();) {
        if (at >= end) {  // Another stretch begins.
            while (next < paragraph.stretches.size() && paragraph.stretches[next].end <= at) ++next;
            look = next < paragraph.stretches.size() ? paragraph.stretches[next].look : paragraph.look;
            end = next < paragraph.stretches.size() ? paragraph.stretches[next].end : paragraph.text.size();
            advances = Advances(face_of(look.typeface), look.bold);
            height = line_height_of(spacing, single_height(look));
        }
        const char32_t c = base::next_code_point(paragraph.text, at);
        if (c == U'\n') {
            breaker.end_word();
            breaker.new_line();
        } else if (c == U' ') {
            breaker.space(static_cast<std::int64_t>(advances.of(c)) * look.half_points);
        } else if (c == U'\t') {
            breaker.space(units(708));
        } else if (c != 0xAD) {
            breaker.letter(static_cast<std::int64_t>(advances.of(look.caps ? capital(c) : c)) * look.half_points, height);
            if (c == U'-' || c == 0x2013) breaker.end_word();
        }
    }
    breaker.finish(mark);
    Lines lines;
    lines.count = std::min(breaker.lines() + paragraph.extra_lines, most_lines);
    const std::int64_t total = breaker.height() + static_cast<std::int64_t>(paragraph.extra_lines) * mark;
    lines.height = static_cast<int>(std::clamp<std::int64_t>((total + lines.count / 2) / lines.count, 1, 100'000));
    return lines;
}

void PageMeter::mark(int index) {
    if (index < 1) return;
    const auto at = static_cast<std::size_t>(index);
    if (positions_.size() <= at) positions_.resize(at + 1, 0);
    const std::int64_t inside = boxes_.empty() ? 0 : boxes_.front().height;
    const std::int64_t down = std::min<std::int64_t>(static_cast<std::int64_t>(y_ + inside) * 10'000 / area_.height, 9'999);
    positions_[at] = static_cast<std::uint32_t>(static_cast<std::int64_t>(std::min(page_, most_pages)) * 10'000 + down);
}

void PageMeter::new_page() {
    page_ = std::min(page_ + 1, most_pages);
    y_ = 0;
    space_after_ = 0;
}

void PageMeter::flow(std::int64_t height) {
    const std::int64_t end = y_ + height;
    const std::int64_t pages = end > 0 ? (end - 1) / area_.height : 0;
    page_ = static_cast<int>(std::min<std::int64_t>(page_ + pages, most_pages));
    y_ = static_cast<int>(end - pages * area_.height);
}

void PageMeter::place_kept(int needed) {
    if (kept_.empty()) return;
    const std::int64_t whole = std::accumulate(kept_.begin(), kept_.end(), std::int64_t{0}, [](std::int64_t sum, const Kept& kept) { return sum + kept.height; });
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
void PageMeter::place_lines(const MeasuredParagraph& paragraph, int before, Lines lines, int after) {
    const bool lone_lines = !paragraph.spacing.widow_control.value_or(true);
    const int line = lines.height;
    int left = lines.count;
    place_kept(before + std::min(left, lone_lines ? 1 : 2) * line);
    int space = space_after_ + before;
    space_after_ = 0;
    const std::int64_t whole = static_cast<std::int64_t>(left) * line;
    if (paragraph.spacing.keep_lines.value_or(false) && y_ > 0 && whole <= area_.height && y_ + space + whole > area_.height) {
        new_page();
        space = 0;
    }
    bool marked = false;
    while (left > 0) {
        int fitting = std::min((area_.height - y_ - space) / std::max(line, 1), left);
        if (!lone_lines && fitting < left && fitting == 1) fitting = 0;
        if (!lone_lines && left - fitting == 1 && fitting > 1) fitting = fitting > 2 ? fitting - 1 : 0;
        if (fitting <= 0 && y_ > 0) {
            new_page();
            space = 0;
            continue;
        }
        fitting = std::max(fitting, 1);
        y_ += space;
        if (!marked) mark(paragraph.index);
        marked = true;
        flow(static_cast<std::int64_t>(fitting) * line);
        left -= fitting;
        space = 0;
        if (left > 0) new_page();
    }
    space_after_ = after;
}

void PageMeter::add(const MeasuredParagraph& paragraph) {
    const Lines lines = lines_of(paragraph, width());
    const bool contextual = paragraph.spacing.contextual.value_or(false);
    const bool same = style_before_ == paragraph.style;
    int before = paragraph.spacing.before.value_or(0);
    if (contextual && same) before = 0;
    if (contextual_before_ && same) space_after_ = 0;
    style_before_ = paragraph.style;
    contextual_before_ = contextual;
    const int after = paragraph.spacing.after.value_or(0);
    const int picture = std::max(paragraph.picture - lines.height, 0);
    const std::int64_t text = static_cast<std::int64_t>(lines.count) * lines.height;
    if (!boxes_.empty()) {
        mark(paragraph.index);
        boxes_.back().height = static_cast<int>(std::min<std::int64_t>(text + boxes_.back().height + space_after_ + before + picture, highest_box));
        space_after_ = after;
        return;
    }
    const bool breaks = paragraph.break_before || paragraph.spacing.page_break_before.value_or(false);
    if (breaks && (page_ > 0 || y_ > 0 || !kept_.empty())) {
        place_kept(0);
        new_page();
    }
    if (paragraph.keep_with_next && !paragraph.break_after) {
        kept_.push_back({static_cast<int>(std::min<std::int64_t>(text + before + picture + after, highest_box)), paragraph.index});
    } else if (picture > 0) {
        place_kept(picture);
        if (y_ + space_after_ + before + picture > area_.height) new_page();
        y_ += std::exchange(space_after_, 0) + before;
        mark(paragraph.index);
        flow(text + std::min(picture, area_.height - 1));
        space_after_ = after;
    } else {
        place_lines(paragraph, before, lines, after);
    }
    if (paragraph.notes > 0) flow(paragraph.notes);
    if (paragraph.break_after) new_page();
}

void PageMeter::open_box(int width) {
    boxes_.push_back({std::max(width, narrowest), 0, false, 0});
    space_after_ = 0;
    style_before_.clear();
}

int PageMeter::close_box() {
    const Box box = boxes_.back();
    boxes_.pop_back();
    return std::min(box.height + std::exchange(space_after_, 0), highest_box);
}

void PageMeter::open_table(std::vector<int> columns, int percent, const CellMargins& margins) {
    const std::int64_t grid = std::accumulate(columns.begin(), columns.end(), std::int64_t{0});
    const std::int64_t room = percent > 0 ? static_cast<std::int64_t>(width()) * std::min(percent, 110) / 100 : width();
    // Tables are as wide as they say, but hardly wider than the text; those that say nothing fill it.
    const bool scaled = percent > 0 || grid > room * 11 / 10 || grid < room / 20;
    if (boxes_.empty()) {
        place_kept(0);
        y_ += std::exchange(space_after_, 0);
    }
    OpenTable table;
    table.margins = margins;
    std::int64_t edge = 0;
    table.edges.reserve(columns.size() + 1);
    table.edges.push_back(0);
    for (const int column : columns) {
        edge += !scaled ? column : grid > 0 ? column * room / grid : room / static_cast<std::int64_t>(columns.size());
        table.edges.push_back(static_cast<int>(std::min<std::int64_t>(edge, highest_box)));
    }
    tables_.push_back(std::move(table));
}

void PageMeter::open_row(int least_height, bool may_split) {
    OpenTable& table = tables_.back();
    table.row_height = least_height;
    table.may_split = may_split;
    for (RowSpan& span : table.spans) span.goes_on = false;
}

void PageMeter::open_cell(int column, int span, bool spans_rows) {
    const OpenTable& table = tables_.back();
    const int columns = static_cast<int>(table.edges.size()) - 1;
    int room = width() / 2;
    if (columns > 0) room = table.edges[static_cast<std::size_t>(std::clamp(column + span, 0, columns))] - table.edges[static_cast<std::size_t>(std::clamp(column, 0, columns))];
    boxes_.push_back({std::max(room - table.margins.left - table.margins.right, narrowest), table.margins.top + table.margins.bottom, spans_rows, column});
    space_after_ = 0;
    style_before_.clear();
}

void PageMeter::continue_cell(int column) {
    for (RowSpan& span : tables_.back().spans) {
        if (span.column == column) span.goes_on = true;
    }
}

void PageMeter::close_cell() {
    const Box box = boxes_.back();
    const int height = close_box();
    OpenTable& table = tables_.back();
    if (box.spans_rows) {
        constexpr std::size_t most_spans = 100;
        if (table.spans.size() < most_spans) table.spans.push_back({box.column, height, true});
    } else {
        table.row_height = std::max(table.row_height, height);
    }
}

/// What is left of cells that ended with the row before: their last row is as much higher.
void PageMeter::end_spans(OpenTable& table, bool all) {
    int missing = 0;
    for (const RowSpan& span : table.spans) {
        if (all || !span.goes_on) missing = std::max(missing, span.remaining);
    }
    std::erase_if(table.spans, [all](const RowSpan& span) { return all || !span.goes_on; });
    if (missing == 0) return;
    if (boxes_.empty()) flow(missing);
    else boxes_.back().height = std::min(boxes_.back().height + missing, highest_box);
}

void PageMeter::close_row() {
    constexpr int border = 10;  // Half a point.
    OpenTable& table = tables_.back();
    end_spans(table, false);
    const int height = std::min(table.row_height, highest_box) + border;
    for (RowSpan& span : table.spans) span.remaining = std::max(span.remaining - height, 0);
    if (!boxes_.empty()) {
        boxes_.back().height = std::min(boxes_.back().height + height, highest_box);
        return;
    }
    const bool fits = y_ + height <= area_.height;
    const bool moves = height < 800 || (!table.may_split && height <= area_.height);
    if (!fits && moves && y_ > 0) new_page();
    flow(height);
}

void PageMeter::close_table() {
    end_spans(tables_.back(), true);
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
