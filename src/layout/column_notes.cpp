// Footnotes of columns: they stand across all of them (6.10.3), so that no column may reach into them. And those that text leaves no room for.
#include <algorithm>
#include <span>

#include "layout/note_filler.hpp"
#include "layout/note_flow.hpp"
#include "layout/page_sequence_state.hpp"

namespace irikteu::layout {

namespace {

std::int64_t height_of(const std::vector<Filler::Note>& notes, std::int64_t separator) {
    std::int64_t height = notes.empty() ? 0 : separator;
    for (const Filler::Note& note : notes) height += Filler::rest_height(*note.list, note.from);
    return height;
}

/// How far to the right what a line shows goes.
std::int64_t reach_of(const Line& line) {
    if (line.align == TextAlign::center || line.align == TextAlign::end || (line.align == TextAlign::justify && !line.last)) return std::int64_t{line.start} + line.width;
    std::int64_t width = 0;
    for (std::uint32_t i = line.first; i < line.end; ++i) width += line.paragraph->atoms[i].width;
    return line.start + width;
}

/// How far to the right anything in the list may be painted.
std::int64_t reach_of(const List& list) {
    constexpr std::int64_t kAnywhere = INT64_MAX / 4;
    std::int64_t reach = 0;
    for (const Piece& p : list.pieces) {
        if (p.kind == PieceKind::line && p.line != nullptr) reach = std::max(reach, reach_of(*p.line));
        if (p.kind == PieceKind::container || p.kind == PieceKind::absolute) return kAnywhere;
        if (p.kind == PieceKind::open) {
            const Style& s = *p.frame->style;
            const bool shown = s.background || s.border_and_padding(kBefore) + s.border_and_padding(kAfter) + s.border_and_padding(kEnd) != 0;
            if (shown) reach = std::max<std::int64_t>(reach, p.frame->x + p.frame->width);
        }
        if (p.kind != PieceKind::row) continue;
        for (const Cell& cell : p.row->cells) {
            const bool of_item = cell.node != nullptr && cell.node->object != Object::table_cell;
            const std::int64_t at = p.row->x + cell.x;
            reach = std::max(reach, of_item ? at + cell.start + reach_of(*cell.list) : at + cell.width);
        }
    }
    return reach;
}

}  // namespace

// Those that earlier pages left, and those of the parts from the first one on.
std::vector<Filler::Note> PageSequences::notes_of(const Current& current, const Filling& filling, std::size_t first) const {
    std::vector<Filler::Note> notes;
    if (first == 0) notes = current.left_notes;
    for (std::size_t i = first; i < filling.parts.size(); ++i) {
        const Filling::Part& part = filling.parts[i];
        std::vector<const List*> bodies;
        collect_notes(*part.list, part.from, part.result.done ? nullptr : &part.result.end, bodies);
        for (const List* body : bodies) notes.push_back({body, {}});
    }
    return notes;
}

// What there is no room for goes on on the next page; where something is required, not all of it.
void PageSequences::leave_late_notes(const std::vector<Filler::Note>& notes, std::int64_t room, Filler::Progress progress, Filler::Result& result) {
    room -= filler_.separator_height();
    std::size_t at = 0;
    for (; at < notes.size(); ++at) {
        const std::int64_t height = Filler::rest_height(*notes[at].list, notes[at].from);
        if (height > room) break;
        room -= height;
    }
    if (at == notes.size()) return;
    const bool first = at == 0 && progress == Filler::Progress::required;
    const Filler::Result part = filler_.fill(*notes[at].list, notes[at].from, room, first ? progress : Filler::Progress::optional);
    if (first && part.done) ++at;  // It can't be broken.
    const bool broken = part.progressed && !part.done && (first || part.strength < kAlways);
    result.notes_left = static_cast<std::uint32_t>(notes.size() - at);
    if (result.notes_left == 0) return;
    result.note_end = broken ? part.end : notes[at].from;
    result.note_height = broken ? part.height : 0;
}

// Text that could not end earlier, as a row that holds what can't be broken, may have left its footnotes less room than they take: what doesn't fit is
// left, be it all, where FOP paints it over the text. True where it has been left before: then the notes that have are a page by themselves, in front of the text.
bool PageSequences::leave_room_for_text(Current& current, const Filling& filling, std::int64_t room, Filler::Result& result) {
    const std::int64_t height = result.height + result.adjustment.amount;
    if (result.height <= 0 || result.notes <= 0 || height + result.notes <= room) return false;
    const auto notes = notes_of(current, filling, filling.parts.size() - 1);
    if (notes.empty() || result.notes_left > notes.size()) return false;
    const std::int64_t whole = room;
    const auto shown = std::span(notes).first(notes.size() - result.notes_left);
    room -= height + notes_of_headers(filling.parts.back().from.frame);
    std::int64_t taken = filler_.separator_height() + result.note_height;
    for (const Filler::Note& note : shown) taken += Filler::rest_height(*note.list, note.from);
    if (taken <= room) return false;
    result.note_height = 0;
    leave_late_notes(notes, room, Filler::Progress::optional, result);
    current.plan.give_up();
    const bool waits = filling.parts.size() == 1 && result.notes_left == notes.size() && result.note_height == 0;
    return waits && !current.left_notes.empty() && height_of(current.left_notes, filler_.separator_height()) <= whole;
}

// To FOP each column makes room for its own footnotes only. So it is here where no column reaches into the others' then, those that no footnote is wide enough
// to stand below left aside; else all end above all footnotes, with as little room for those as will do.
bool PageSequences::fill_columns(Current& current, const Region& body, std::int64_t room, Filling& filling) {
    if (!current.sections[filling.section].list->has_notes && current.left_notes.empty()) return lay_columns(current, body, room, filling);
    constexpr int kTries = 8;
    constexpr std::int64_t kNear = 2'000;
    const std::size_t before = filling.parts.size();
    const std::int64_t separator = filler_.separator_height();
    const auto overlaps = [&](const Filling& trial, std::int64_t notes) {
        std::int64_t reach = current.separator == nullptr ? 0 : reach_of(*current.separator);
        for (const Filler::Note& note : notes_of(current, trial, before)) reach = std::max(reach, reach_of(*note.list));
        return std::any_of(trial.parts.begin() + static_cast<std::ptrdiff_t>(before), trial.parts.end(), [&](const Filling::Part& part) {
            return part.x < reach && part.result.height + part.result.adjustment.amount > room - notes;
        });
    };
    Filling chosen = filling;
    bool done = lay_columns(current, body, room, chosen);
    std::int64_t taken = height_of(notes_of(current, chosen, before), separator);
    if (taken > 0 && (overlaps(chosen, taken) || !current.left_notes.empty())) {
        filler_.set_counts_notes(false);
        // Some text has to go with them.
        const std::int64_t most = room * 3 / 4;
        std::int64_t least = 0, reserved = std::min(taken, most);
        for (int i = 0; i < kTries; ++i) {
            Filling trial = filling;
            const std::int64_t now = i == 0 ? reserved : (least + reserved) / 2;
            const bool all = lay_columns(current, body, room - now, trial);
            const std::int64_t noted = height_of(notes_of(current, trial, before), separator);
            if (i == 0 || noted <= now) {
                chosen = std::move(trial);
                done = all;
                taken = std::min(noted, now);
                reserved = now;
            } else {
                least = now;
            }
            if (reserved - least < kNear) break;
        }
        filler_.set_counts_notes(true);
    }
    if (chosen.parts.size() > before) {
        Filling::Part& last = chosen.parts.back();
        leave_late_notes(notes_of(current, chosen, before), taken, Filler::Progress::required, last.result);
        done = done && last.result.notes_left == 0;
        for (std::size_t i = before; i < chosen.parts.size(); ++i) chosen.parts[i].result.notes = taken;
    }
    chosen.notes += taken;
    filling = std::move(chosen);
    return done;
}

}  // namespace irikteu::layout
