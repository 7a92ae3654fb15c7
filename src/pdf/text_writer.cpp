#include "pdf/text_writer.hpp"

#include <algorithm>

#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

/// Farther than this (in em) a run starts afresh: a table's next column, not a word space.
constexpr std::int64_t kFarthestJoin = 6;
constexpr std::size_t kMostCodes = 16383;  ///< Of two bytes, in a string of 32767 (ISO 19005-3, 6.1.13).

std::int64_t rounded(std::int64_t value, std::int64_t unit) { return base::Length{value}.scaled(1, unit).millipoints; }

}  // namespace

void TextWriter::set_color(layout::Color color) {
    if (color == color_) return;
    color_ = color;
    if (color.red == color.green && color.green == color.blue) {
        append_thousandths(out_, (color.red * 1000 + 127) / 255);
        out_ += " g\n";
    } else {
        append_color(out_, color);
        out_ += " rg\n";
    }
}

void TextWriter::close_string() {
    if (string_) out_ += ')';
    string_ = false;
}

void TextWriter::close_array() {
    close_string();
    if (array_) out_ += "]TJ\n";
    array_ = false;
}

void TextWriter::pause() {
    close_array();
    if (in_text_) return;
    out_ += "BT\n";
    in_text_ = true;
    line_x_ = line_y_ = {};
}

void TextWriter::end() {
    close_array();
    if (in_text_) out_ += "ET\n";
    in_text_ = false;
}

bool TextWriter::continues(base::Length baseline, const EncodedText& text, base::Length size, base::Length letter_spacing, layout::Color color) const {
    if (!in_text_ || baseline != line_y_ || text.font != font_ || size != size_ || letter_spacing != letter_spacing_ || color != color_) return false;
    const std::int64_t em = 1000 * units_per_em_;
    const std::int64_t gap = wanted_ - pen_;
    return gap > -em && gap < kFarthestJoin * em;
}

void TextWriter::open(base::Length x, base::Length baseline, const EncodedText& text, base::Length size, base::Length letter_spacing,
                      layout::Color color) {
    pause();
    set_color(color);
    if (text.font != font_ || size != size_) {
        append_name(out_, DocumentFonts::resource_name(text.font));
        out_ += ' ';
        append_length(out_, size);
        out_ += " Tf\n";
        font_ = text.font;
        size_ = size;
    }
    if (letter_spacing != letter_spacing_) {
        append_length(out_, letter_spacing);
        out_ += " Tc\n";
        letter_spacing_ = letter_spacing;
    }
    append_length(out_, x - line_x_);
    out_ += ' ';
    append_length(out_, baseline - line_y_);
    out_ += " Td\n";
    line_x_ = start_x_ = x;
    line_y_ = baseline;
    units_per_em_ = text.units_per_em;
    pen_ = wanted_ = 0;
}

void TextWriter::move_to(std::int64_t wanted) {
    const std::int64_t ahead = pen_ - wanted;
    if (2 * (ahead < 0 ? -ahead : ahead) <= 3 * units_per_em_) return;
    const std::int64_t back = rounded(ahead, units_per_em_);
    close_string();
    if (!array_) out_ += '[';
    array_ = true;
    append_integer(out_, back);
    pen_ -= back * units_per_em_;
}

/// Codes of `text` that need no escape, in strings no longer than PDF/A allows.
void TextWriter::put(const EncodedText& text, std::size_t first, std::size_t count) {
    while (count > 0) {
        open_string();
        const std::size_t part = std::min(count, kMostCodes - codes_);
        out_.append(text.bytes, 2 * first, 2 * part);
        first += part, count -= part, codes_ += part;
        if (codes_ == kMostCodes) close_string();
    }
}

void TextWriter::open_string() {
    if (string_) return;
    codes_ = 0;
    if (!array_) out_ += '[';
    out_ += '(';
    array_ = string_ = true;
}

/// As glyphs() does it, with a step only where the pen has gone astray.
void TextWriter::plain_glyphs(const EncodedText& text) {
    const std::int64_t farthest = 3 * units_per_em_ / 2;
    std::int64_t ahead = pen_ - wanted_;
    const auto count = text.drift.size();
    std::size_t done = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (ahead > farthest || ahead < -farthest) {
            if (i > done) {
                put(text, done, i - done);
                done = i;
            }
            pen_ = ahead;
            move_to(0);
            ahead = pen_;
        }
        ahead += text.drift[i];
    }
    put(text, done, count - done);
    const std::int64_t spacing = letter_spacing_.millipoints == 0 ? 0 : rounded(letter_spacing_.millipoints * 1000 * units_per_em_, size_.millipoints);
    wanted_ += text.length + static_cast<std::int64_t>(count) * spacing;
    pen_ = wanted_ + ahead;
}

void TextWriter::glyphs(const EncodedText& text, std::size_t first, std::size_t last) {
    const std::int64_t spacing = letter_spacing_.millipoints == 0 ? 0 : rounded(letter_spacing_.millipoints * 1000 * units_per_em_, size_.millipoints);
    const auto byte = [&](unsigned value) {
        if (value == '(' || value == ')' || value == '\\') out_ += '\\';
        if (value == '\r') {
            out_ += "\\r";
        } else {
            out_ += static_cast<char>(value);
        }
    };
    for (std::size_t i = first; i < last; ++i) {
        const auto& glyph = text.shaped->glyphs[i];
        const bool raised = glyph.y_offset != 0;
        if (raised) {
            close_array();
            append_length(out_, size_.scaled(glyph.y_offset, units_per_em_));
            out_ += " Ts\n";
        }
        move_to(wanted_ + glyph.x_offset * std::int64_t{1000});
        open_string();
        byte(text.codes[i] >> 8);
        byte(text.codes[i] & 0xffu);
        if (++codes_ == kMostCodes) close_string();
        pen_ += text.widths[i] * units_per_em_ + spacing;
        wanted_ += glyph.advance * std::int64_t{1000} + spacing;
        if (raised) {
            close_array();
            out_ += "0 Ts\n";
        }
    }
}

void TextWriter::stands_for(const std::string& text) {
    close_array();
    out_ += "/Span<</ActualText";
    append_text_string(out_, text);
    out_ += ">>BDC\n";
}

void TextWriter::stands_for_end() {
    close_array();
    out_ += "EMC\n";
}

void TextWriter::begin_word(std::string text) { word_ = std::move(text); }

void TextWriter::end_word() {
    if (in_word_) stands_for_end();
    in_word_ = false;
    word_.clear();
}

void TextWriter::show(base::Length x, base::Length baseline, const EncodedText& text, base::Length size, base::Length letter_spacing,
                      layout::Color color) {
    if (size.millipoints <= 0) return;  // Nothing to see, and places can't be told in its units.
    wanted_ = rounded((x - start_x_).millipoints * 1000 * units_per_em_, size.millipoints);
    if (!continues(baseline, text, size, letter_spacing, color)) open(x, baseline, text, size, letter_spacing, color);
    if (!word_.empty() && !in_word_) {
        stands_for(word_);
        in_word_ = true;
    }
    if (text.plain) return plain_glyphs(text);
    if (in_word_) return glyphs(text, 0, text.codes.size());
    std::size_t done = 0;
    for (const auto& cluster : text.clusters) {
        glyphs(text, done, cluster.first);
        stands_for(cluster.text);
        glyphs(text, cluster.first, cluster.first + cluster.count);
        stands_for_end();
        done = cluster.first + cluster.count;
    }
    glyphs(text, done, text.codes.size());
}

}  // namespace irikteu::pdf
