#pragma once

#include <optional>
#include <string>
#include <vector>

#include "readers/blocks.hpp"
#include "readers/field_stack.hpp"
#include "readers/ledger.hpp"
#include "readers/note_heights.hpp"
#include "readers/numbering.hpp"
#include "readers/package.hpp"
#include "readers/page_meter.hpp"
#include "readers/styles.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

/// "p12" from "p" and 12: how places are written.
std::string numbered(std::string_view what, int number);

/// What all parts of a walk through one story (a document's body) share.
struct Story {
    const Package& package;
    std::string part;  ///< The part that holds the story.
    const Styles& styles;
    Numbering& numbering;
    Ledger& ledger;
    Classifier classify;
    FieldStack fields;
    PageMeter meter;
    NoteHeights notes;               ///< Of the footnotes.
    std::vector<PageArea> sections;  ///< Of the body, in order.
    std::size_t section = 0;         ///< Which of them is being read.
    const Spacing* table_spacing = nullptr;  ///< What the style of the table around us says.
    int on_colour = 0;               ///< What around us gives the paper a colour: cells, tables, text boxes.
    int depth = 0;                   ///< Documents around this one (altChunk).
    int paragraphs = 0;     ///< w:p met so far.
    int tables = 0;         ///< w:tbl met so far.
    int contents = 0;       ///< Content controls around us that hold a table of contents.
    int placeholders = 0;   ///< Content controls around us that show their placeholder.

    /// A check-box content control around us: its first text shows the state.
    struct CheckBox {
        bool checked = false;
        bool shown = false;
    };
    CheckBox* check_box = nullptr;

    /// A paragraph begins. Throws Error(limit_exceeded) where there are more than any paper has.
    void count_paragraph();
    void end_section();
    std::string place() const { return numbered("p", paragraphs); }
    /// Counts everything below as left out; its paragraphs and tables keep their numbers, its fields begin and end.
    void leave_out(xml::Node element, std::string_view why);
    /// Reports what is below an element that we do not know, where it has text; what its document declares ignorable
    /// (mc:Ignorable, ECMA-376-3, 9.1) is counted as that.
    void report_unknown(xml::Node element);
};

/// Takes paragraphs and tables in reading order; joins a paragraph whose mark was deleted to the one behind it.
class BlockSink {
  public:
    enum class Mark { kept, deleted };
    void add(Paragraph paragraph, Mark mark);
    void add(Table table);
    void add(std::vector<Block> blocks);
    /// Everything, in order; the sink is empty then.
    std::vector<Block> finish();
    bool empty() const { return blocks_.empty() && !open_; }

  private:
    void put(Paragraph paragraph);  ///< Trimmed; left out where nothing is to be seen of it.
    void close();
    std::vector<Block> blocks_;
    std::optional<Paragraph> open_;  ///< Its mark was deleted.
};

/// The branch of mc:AlternateContent that is read (ECMA-376-3, 9.3); empty where there is none. What stands in the
/// others is counted as duplicate.
xml::Node choose_alternative(xml::Node alternate_content, Story& story);

/// What a content control (17.5.2) says of itself.
struct ContentControl {
    bool contents = false;     ///< A table of contents.
    bool placeholder = false;  ///< It shows its placeholder text.
    std::optional<bool> checked;
    xml::Node content;  ///< w:sdtContent, may be empty.
};
ContentControl read_content_control(xml::Node sdt, Classifier& classify);

}  // namespace irikteu::readers
