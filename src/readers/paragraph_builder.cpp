#include "readers/paragraph_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace irikteu::readers {

namespace {

TextLook text_look(const RunLook& look) {
    return {look.typeface.value_or(Typeface::serif), look.bold.value_or(false), look.caps.value_or(false), std::clamp(look.half_points.value_or(20), 2, 3276)};
}

}  // namespace

void ParagraphBuilder::append(std::string_view text, const RunLook& run) {
    std::uint32_t seen = 0;
    for (const char c : text) seen += !base::goes_on(c) && !base::is_white_space(c) ? 1 : 0;
    const bool bold = run.bold.value_or(false);
    if (!bold && seen > 0) bold_lead_open_ = false;
    paragraph.text += text;
    const TextLook look = text_look(run);
    if (measured.stretches.empty() || measured.stretches.back().look != look) measured.stretches.push_back({0, look});
    measured.stretches.back().end = paragraph.text.size();
    if (bold_lead_open_) paragraph.bold_lead = paragraph.text.size();
    paragraph.seen += seen;
    if (bold) paragraph.bold += seen;
    if (run.italic.value_or(false)) paragraph.italic += seen;
    if (run.underlined.value_or(false)) paragraph.underlined += seen;
    if (run.caps.value_or(false)) paragraph.caps += seen;
    const int size = run.half_points.value_or(20);
    paragraph.sized += static_cast<std::uint64_t>(seen) * static_cast<std::uint64_t>(std::clamp(size, 0, 3276));
    if (seen > 0) paragraph.smallest = std::min(paragraph.smallest, size);
}

bool ParagraphBuilder::has_words() const { return !std::all_of(paragraph.text.begin(), paragraph.text.end(), base::is_white_space); }

void ParagraphBuilder::break_page() { (has_words() ? measured.break_after : measured.break_before) = true; }

void ParagraphBuilder::add_floating(std::vector<Block> blocks) {
    std::vector<Block>& where = has_words() ? after_ : before_;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(where));
}

void ParagraphBuilder::measure(PageMeter& meter, const RunLook& base, const RunLook& mark) {
    constexpr std::uint64_t characters_a_line = 80;
    const bool has_text = paragraph.seen > 0;
    measured.index = paragraph.index;
    measured.text = paragraph.text;
    measured.number = paragraph.number;
    measured.look = text_look(has_text ? base : mark);
    if (has_text && !measured.stretches.empty()) measured.look = measured.stretches.front().look;
    measured.keep_with_next = paragraph.keep_with_next;
    measured.extra_lines = static_cast<int>(std::min<std::uint64_t>(contents_ / characters_a_line, 40));
    meter.add(measured);
}

void ParagraphBuilder::hand_over(BlockSink& sink, BlockSink::Mark mark) {
    if (!before_.empty()) sink.add(std::move(before_));
    sink.add(std::move(paragraph), mark);
    if (!after_.empty()) sink.add(std::move(after_));
}

}  // namespace irikteu::readers
