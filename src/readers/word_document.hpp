#pragma once

#include <vector>

#include "readers/blocks.hpp"
#include "readers/ledger.hpp"
#include "readers/package.hpp"
#include "readers/page_meter.hpp"
#include "readers/story.hpp"

namespace irikteu::readers {

/// What a person reads in a word-processing document, and what became of every run of its text.
struct WordDocument {
    std::vector<Block> blocks;
    Ledger ledger;
    PageMeter meter;       ///< Where each paragraph stands on the pages.
    int pages = 1;         ///< As measured.
    int pages_stated = 0;  ///< As the program that saved it says; 0 where it is silent.
};

/// Reads a WordprocessingML package (ECMA-376-1, 11): body in reading order with tracked changes accepted, headings
/// decided, tables of contents set aside; headers, footers, notes and comments counted.
/// Throws Error: malformed (no main document, parts that contradict each other), limit_exceeded.
WordDocument read_word(const Package& package);

/// Reads a document that stands in another one (altChunk): its body, with its own styles and numbering, goes on where
/// `around` is; its paragraphs and tables are counted on. Throws Error as read_word().
void read_word_into(const Package& package, Story& around, BlockSink& sink);

}  // namespace irikteu::readers
