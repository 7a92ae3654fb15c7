#pragma once

#include <cstdint>
#include <string>

#include "layout/pages.hpp"
#include "pdf/document_fonts.hpp"

namespace irikteu::pdf {

/// Writes shaped runs as text operators (ISO 32000-1, 9.4) and joins neighbours: runs on one baseline share a TJ, runs of one
/// text object share font and colour. Glyphs stand within 2/1000 of the em of their place, wherever they stand in the line:
/// rounding never adds up.
class TextWriter {
  public:
    explicit TextWriter(std::string& out) : out_(out) {}

    /// The run with its left end at (x, baseline), y upwards.
    void show(base::Length x, base::Length baseline, const EncodedText& text, base::Length size, base::Length letter_spacing,
              layout::Color color);
    /// What is shown until end_word() is to be read as this word, whatever stands between its letters (/ActualText, 14.9.4). Neither pause() nor
    /// end() may come between.
    void begin_word(std::string text);
    void end_word();
    /// Opens a text object, if none is; what is shown so far is finished. Marked content that holds nothing but text begins and ends behind this.
    void pause();
    /// Ends the text object, if one is open. To be called before any operator that must not stand in one.
    void end();
    /// Fill colour for what is painted outside text; remembers what is set already.
    void set_color(layout::Color color);

    /// The graphics state as it is known: to be taken before "q" and put back behind "Q".
    struct State {
        std::size_t font = SIZE_MAX;
        base::Length size, letter_spacing;
        layout::Color color;
    };
    State state() const { return {font_, size_, letter_spacing_, color_}; }
    void restore(const State& s) {
        font_ = s.font;
        size_ = s.size;
        letter_spacing_ = s.letter_spacing;
        color_ = s.color;
    }

  private:
    void open(base::Length x, base::Length baseline, const EncodedText& text, base::Length size, base::Length letter_spacing,
              layout::Color color);
    bool continues(base::Length baseline, const EncodedText& text, base::Length size, base::Length letter_spacing, layout::Color color) const;
    void plain_glyphs(const EncodedText& text);
    void put(const EncodedText& text, std::size_t first, std::size_t count);
    void open_string();
    void glyphs(const EncodedText& text, std::size_t first, std::size_t last);
    void move_to(std::int64_t wanted);
    /// What is shown until stands_for_end() is to be read as this text (ISO 32000-1, 14.9.4).
    void stands_for(const std::string& text);
    void stands_for_end();
    void close_string();
    void close_array();

    std::string& out_;
    bool in_text_ = false;    ///< Between BT and ET.
    bool array_ = false;      ///< Between [ and ]TJ.
    bool string_ = false;     ///< Between ( and ).
    std::size_t codes_ = 0;   ///< In that string.
    std::string word_;        ///< Of begin_word().
    bool in_word_ = false;    ///< It is said.
    // What the graphics state holds; it outlives text objects.
    std::size_t font_ = SIZE_MAX;
    base::Length size_, letter_spacing_;
    layout::Color color_;
    // The line: origin of the last Td, and where the pen stands, both in points; widths in em/1000/units_per_em.
    base::Length line_x_, line_y_;
    base::Length start_x_;        ///< Where the current line of glyphs began.
    std::int64_t units_per_em_ = 1;
    std::int64_t pen_ = 0;        ///< Where a reader's pen stands after what was written.
    std::int64_t wanted_ = 0;     ///< Where it ought to stand.
};

}  // namespace irikteu::pdf
