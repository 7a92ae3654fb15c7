#pragma once

#include <vector>

#include "readers/blocks.hpp"
#include "readers/ledger.hpp"
#include "readers/package.hpp"
#include "readers/page_meter.hpp"

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

}  // namespace irikteu::readers
