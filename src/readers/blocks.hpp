#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace irikteu::readers {

/// A paragraph as a person sees it, with what its looks say. Text has "\n" for line breaks and "\t" for tabs.
struct Paragraph {
    int index = 0;             ///< The how-manieth w:p of the body, from 1.
    std::string text;
    std::string picture;       ///< What the first picture in it is called; empty where it has none.
    std::string number;        ///< Automatic number or bullet as displayed.
    bool bullet = false;
    int number_level = -1;     ///< Of the automatic number, from 0.
    int style_level = 0;       ///< Heading level that the style's name gives; 0 none.
    int outline_level = 9;     ///< From 0; 9 body text.
    bool centred = false;
    bool keep_with_next = false;
    bool contents_style = false;
    bool run_in = false;       ///< Its mark is a style separator: the next paragraph goes on in the same line.

    // Characters other than spaces, by look.
    std::uint32_t seen = 0;
    std::uint32_t bold = 0;
    std::uint32_t italic = 0;
    std::uint32_t underlined = 0;
    std::uint32_t caps = 0;     ///< Displayed as capitals by property.
    std::uint64_t sized = 0;    ///< Sum of half-points over `seen`.
    int smallest = std::numeric_limits<int>::max();  ///< Half-points; of any character.
    std::size_t bold_lead = 0;  ///< Bytes of text until the first character that is not bold.

    // Written when headings are decided.
    int heading_level = 0;      ///< 0: no heading.
    const char* how = nullptr;  ///< style, outline-level, numbering, look
};

struct Block;

struct Cell {
    int row = 0;      ///< From 1, of the table as it stands in the file.
    int ordinal = 0;  ///< From 1, within its row.
    int columns = 1;
    int rows = 1;
    std::vector<Block> blocks;
};

struct Row {
    int index = 0;  ///< From 1, of the table as it stands in the file.
    bool header = false;
    std::vector<Cell> cells;
};

struct Table {
    int index = 0;  ///< From 1, in document order, nested ones too.
    std::vector<Row> rows;
};

struct Block {
    std::variant<Paragraph, Table> content;
    Paragraph* paragraph() { return std::get_if<Paragraph>(&content); }
    const Paragraph* paragraph() const { return std::get_if<Paragraph>(&content); }
    Table* table() { return std::get_if<Table>(&content); }
    const Table* table() const { return std::get_if<Table>(&content); }
};

}  // namespace irikteu::readers
