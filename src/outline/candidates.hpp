#pragma once

#include <string>
#include <vector>

#include "outline/blocks.hpp"
#include "outline/prescribed.hpp"

namespace irikteu::outline {

class Titles;

/// A line that may be the heading of a prescribed item.
struct Candidate {
    enum class Look { heading, numbered, plain, cell };
    std::size_t block = 0;     ///< Index of its line.
    std::size_t last = 0;      ///< Of its last line, where the title was typed as several paragraphs.
    Look look = Look::plain;   ///< The reader's heading; a short numbered paragraph; any other paragraph; a table's cell.
    std::string title;         ///< What is compared: the line, or its beginning where text runs on in the same paragraph.
    std::size_t run_in = 0;    ///< Characters of content that follow the title in its own paragraph.
    Key key;
    Letters letters;           ///< Of key.folded.
    std::vector<Token> tokens; ///< Only of headings and numbered paragraphs that say no title to the letter.
    std::vector<int> numbers;  ///< "4.3." is {4, 3}; "IV." is {4}.
    int level = 0;             ///< Of a heading, from 1; 0 where unknown.
    bool guessed_level = false;  ///< The level was guessed by how the line looks.
    bool has_content = false;  ///< Whether content, and not another heading, comes next.
    bool listed = false;       ///< Ends in a semicolon or comma: rather an entry of a list.
    bool in_part = false;      ///< The title stands beside something else, as a translation or a remark.
    bool is_label = false;     ///< What stands before a colon, a dash or a tab, with an answer behind it or below.
    bool in_data = false;      ///< Stands in a table of data or is a list's member: it may name an unnumbered item; run_in is what belongs to it.
    bool continues = false;    ///< Says itself that it goes on with a section: "… (жалғасы)".
};

/// Every line that might be a heading, in reading order. Paragraphs without a number are candidates only where they say
/// a prescribed title; lines of a table of contents never are.
/// Throws Error(limit_exceeded) beyond 20 000 of them.
std::vector<Candidate> candidates_of(const std::vector<Block>& blocks, const Titles& titles, const Wording& wording);

/// The numbers of a numbering prefix, Arabic or Roman; empty where it has none.
std::vector<int> numbers_of(const std::string& numbering);

}  // namespace irikteu::outline
