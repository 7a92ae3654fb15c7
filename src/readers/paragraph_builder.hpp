#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/blocks.hpp"
#include "readers/page_meter.hpp"
#include "readers/story.hpp"
#include "readers/styles.hpp"

namespace irikteu::readers {

/// A paragraph while its runs are read: its text with what its looks say, the same for the page meter, and what floats beside it.
class ParagraphBuilder {
  public:
    Paragraph paragraph;
    MeasuredParagraph measured;

    /// Text that is seen, of one look.
    void append(std::string_view text, const RunLook& look);
    /// Before the paragraph where it has no words yet, else behind it.
    void break_page();
    void add_floating(std::vector<Block> blocks);
    /// Characters of a table of contents, which take lines and are not read.
    void pass_contents(std::uint64_t characters) { contents_ += characters; }

    /// Once, when everything is read. `base`: of a run without properties of its own; `mark`: of the paragraph's mark.
    void measure(PageMeter& meter, const RunLook& base, const RunLook& mark);
    void hand_over(BlockSink& sink, BlockSink::Mark mark);

  private:
    bool has_words() const;

    bool bold_lead_open_ = true;
    std::uint64_t contents_ = 0;
    std::vector<Block> before_;
    std::vector<Block> after_;
};

}  // namespace irikteu::readers
