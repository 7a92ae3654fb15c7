#include "readers/note_heights.hpp"

#include "readers/block_reader.hpp"
#include "readers/story.hpp"

namespace irikteu::readers {

int height_of_blocks(xml::Node container, const std::string& part, const Story& story, int width) {
    Ledger ledger;
    Numbering numbering;
    Story apart{story.package, part, story.styles, numbering, ledger, {}, {}, story.meter.with_same_fonts(), {}, {}};
    apart.depth = story.depth + 1;
    BlockSink sink;
    return apart.meter.height_of(width, [&] { read_blocks(container, apart, sink); });
}

int NoteHeights::height(xml::Node reference, Story& story) {
    constexpr int most_apart = 3;  // Notes in notes do not exist.
    if (story.depth > most_apart) return 0;
    const auto part = story.package.related(story.part, "footnotes");
    if (!part) return 0;
    if (!opened_) {
        opened_ = true;
        for (const xml::Node note : story.package.root(*part).elements()) notes_.emplace(attribute(note, "id").value_or(""), note);
    }
    const auto found = notes_.find(attribute(reference, "id").value_or(""));
    if (found == notes_.end()) return 0;
    const xml::Node note = found->second;
    notes_.erase(found);  // It stands on one page only.
    return height_of_blocks(note, *part, story, story.meter.page_width());
}

}  // namespace irikteu::readers
