#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "act/act.hpp"
#include "outline/keys.hpp"
#include "outline/sieve.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// A line of a text: a heading, a paragraph, or a paragraph of a table's cell.
struct Block {
    enum class Kind { heading, paragraph, cell, company };
    Kind kind = Kind::paragraph;
    xml::Node node;
    std::string text;    ///< Without its number.
    std::string number;  ///< "3.", "2)"; empty where there is none.
    Key key;             ///< Of the text, of its first 2000 bytes where it is longer; none of a company's sheet.
    std::size_t visible = 0;  ///< visible_characters() of the text.
    int level = 0;       ///< Of a heading, from 1; 0 where unknown.
    int table = -1;      ///< Which table of the text, from 0; -1 outside tables. Nested tables count for the outer one.
    int row = -1, column = -1;  ///< Of a cell, from 0; of the outer table.
    bool contents = false;      ///< A line of a table of contents: it satisfies nothing.
    bool picture = false;       ///< Has one, or a chart.
    bool hint = false;          ///< Holds a sentence by which the act's blanks say what to write there; `visible` leaves it out.
    bool blank = false;         ///< Empty, a blank's hint alone, underscores, dots, or words that ask to be replaced.

    std::size_t characters() const { return blank || contents ? 0 : visible; }
};

/// The act's words that mark placeholders, contents pages and annexes, as keys.
struct Wording {
    std::vector<std::string> placeholders, contents, annexes, continued;
    std::vector<std::string> divisions;  ///< "section": may stand behind a title.
    std::vector<std::string> ends;      ///< Begin what stands behind the last section.
    std::vector<std::string> captions;  ///< "кесте", "сурет": with a number before or behind, a caption.
    std::vector<std::string> perhaps_contents;  ///< Titles of a list that is a contents page where its entries come again.
    std::vector<std::vector<Token>> senses;     ///< Words that can stand for one another in a title.
    std::vector<Token> generic;                 ///< Words that tell no title from another.
    std::vector<std::string> hints;  ///< Sentences of the act's own blanks, whatever became of the content controls they stood in.
    Sieve placeholder_sieve, long_placeholder_sieve;  ///< Of all, and of those that may have words around them.
    PhraseSieve hint_sieve;
    explicit Wording(const act::Act& act);
};

/// Lines of a dossier's `text` element in reading order, tables of contents marked.
std::vector<Block> blocks_of(xml::Node text, const Wording& wording);

/// A line of a paragraph that was broken by hand, as a paragraph by itself; the first has the paragraph's number.
Block part_of(const Block& paragraph, const std::string& text, bool is_first, const Wording& wording);

/// Whether a heading says that a section goes on: "… (жалғасы)".
bool is_continued(const Key& key, const Wording& wording);
/// Whether a text says nothing: no letter or digit, one letter alone or over and over ("ХХХХ"), or a placeholder's words, alone or with
/// a word or two around them.
bool is_blank(const Key& key, const Wording& wording);
/// A folded key without the sentences of blanks in it.
std::string without_hints(std::string key, const Wording& wording);
/// Whether a line begins what stands behind the last section: a conclusion, a list of sources, who signs, place and date.
bool opens_end(const Block& block, const Wording& wording);
/// Whether a line is the caption of a table or picture: "1-кесте – …", "Кесте 2. …".
bool is_caption(const std::string& text, const Wording& wording);
/// Whether a line ends in an annex's number, as forms begin: "… қағидаларына 1-қосымша".
bool names_annex(const std::string& text, const Wording& wording);
/// Whether a line opens an annex: "1-қосымша", "Қосымшалар", "Қосымша А".
bool opens_annex(const Block& block, const Wording& wording);

}  // namespace irikteu::outline
