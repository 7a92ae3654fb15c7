#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "outline/grid.hpp"
#include "outline/keys.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// A line of a form: a paragraph, or a line of a cell. Line breaks part lines, but for those within a sentence of a paragraph.
struct FormLine {
    xml::Node node;
    std::string text;
    Key key;
    int table = -1;                ///< Index into Form::grids, -1 outside tables.
    const GridCell* cell = nullptr;
    bool anchor = false;           ///< Printed text of the form: no value stands here.
};

/// A piece of a line that ends in a caption in parentheses: "Директор (лауазымы)".
struct Captioned {
    std::size_t line = 0;
    std::size_t last_line = 0;  ///< Of its text; beyond `line` where the parentheses close on a later line.
    std::string before;   ///< Text of the line before the caption and behind the caption before it.
    std::string after;    ///< Text behind the caption, up to the next one.
    std::string caption;  ///< Without its parentheses.
    Key key;              ///< Of the caption.
    bool alone = false;   ///< It is all that its line says, and one of the form's own.
    bool bare = false;    ///< The line has no parentheses.
};

/// A submitted form as lines. No form has more than 2000 of them: what follows is not looked at (tables are, as grids).
class Form {
  public:
    explicit Form(xml::Node text);

    std::vector<FormLine>& lines() { return lines_; }
    const std::vector<FormLine>& lines() const { return lines_; }
    const std::deque<Grid>& grids() const { return grids_; }
    /// Every "(…)" of the form's lines, in order. Parentheses that are opened on one line and closed on one of the next two
    /// count as one, on the first line.
    std::vector<Captioned> captions() const;
    /// Forgets the lines from `first` on.
    void cut(std::size_t first) { lines_.resize(std::min(first, lines_.size())); }

  private:
    void add(xml::Node node, const std::string& text, int table, const GridCell* cell);

    std::vector<FormLine> lines_;
    std::deque<Grid> grids_;
};

/// Without underscores, dots of leaders and white space at both ends; runs of underscores inside become one space.
std::string without_rules(std::string_view text);

}  // namespace irikteu::outline
