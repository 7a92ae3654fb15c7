#pragma once

#include <optional>
#include <vector>

#include "layout/arena.hpp"
#include "layout/list.hpp"
#include "layout/stacker.hpp"

namespace irikteu::layout {

/// Decides how much of a list goes into an area: as much as fits, up to the last place with the weakest keep.
class Filler {
  public:
    explicit Filler(Arena& arena) : arena_(arena) {}

    enum class Progress : std::uint8_t { optional, required };
    /// A footnote, or what is left of it from a page before.
    struct Note {
        const List* list = nullptr;
        Cursor from;
    };
    struct Result {
        Cursor end;
        std::int64_t height = 0;  ///< Used, footnotes left out.
        std::int64_t notes = 0;   ///< Of the footnotes, whole, with their separator where it hasn't been counted.
        bool done = false;        ///< Nothing is left.
        bool progressed = false;  ///< Something was placed.
        bool saw_end = false;     ///< The list's end was reached: were it longer, the result might be another one.
        BreakClass forced = BreakClass::none;
        Strength strength = 0;    ///< Of the keeps that are broken there.
        /// Of the footnotes (those that were left and those of the text up to the end), how many are left to the next page; the first of
        /// them is here up to the cursor, `note_height` high.
        std::uint32_t notes_left = 0;
        Cursor note_end;
        std::int64_t note_height = 0;
        Adjustment adjustment;    ///< Of the spaces, so that the area is filled (Spaces::flexible only).
    };
    /// Whether spaces may grow and shrink between their minimum and maximum, as on pages, or keep their optimum, as in
    /// cells (like FOP).
    enum class Spaces : std::uint8_t { rigid, flexible };
    /// Fills `available` from `from` on. With Progress::required something is placed even where nothing fits.
    /// Where `left_notes` is given (what earlier pages left of their footnotes), footnotes are split, as in FOP: those of the last piece
    /// of the text may go on on the next page, and so may what was left to this one, if it ends at its first chance.
    Result fill(const List& list, Cursor from, std::int64_t available, Progress progress, Spaces spaces = Spaces::rigid,
                const std::vector<Note>* left_notes = nullptr);

    /// A place where a page may end within a row.
    struct Split {
        RowState* state = nullptr;
        std::int64_t height = 0;
        Strength strength = 0;
        std::int64_t notes = 0;  ///< Of the part in front of the split.
        std::int64_t ended = 0;     ///< Where all cells that end in the row have: how high it is with the whole of them,
        std::int64_t last_end = 0;  ///< and without what is below the one that ends last.
        std::int64_t size() const { return height + notes; }
    };
    /// The last one whose part is at most so high, footnotes left out.
    std::optional<Split> cut(const RowGroup& group, const RowState* state, std::int64_t at_most);
    /// Where a break inside a cell ends the row.
    std::optional<Split> cut_forced(const RowGroup& group, const RowState* state, BreakClass& forced);
    /// The space in front of what is left of a list item, which is not seen at the top of an area and counted all the same, as in FOP.
    static std::int64_t counted_space(const RowGroup& group, const RowState& state);
    /// The same, of what a table's cell goes on with: its row is higher by that.
    static std::int64_t counted_space(const Cell& cell, const RowState* state, std::size_t index);
    /// Opens what is open at a place where a list goes on.
    static void resume(Stacker& stacker, const Frame* frame, std::int64_t& closing);
    RowState* copy(const RowState& state) { return arena_.make<RowState>(state); }

    /// Whether what is filled are columns that don't end their page: there keeps within the page don't hold.
    void set_ends_column(bool ends) { ends_column_ = ends; }
    /// Whether the page has something in front of what is filled: there a break behind an empty block alone is one, too.
    void set_page_begun(bool begun) { page_begun_ = begun; }
    bool page_begun() const { return page_begun_; }
    /// Whether footnotes take room beside the text that they belong to.
    void set_counts_notes(bool counts) { counts_notes_ = counts; }
    bool counts_notes() const { return counts_notes_; }
    /// What the separator between text and footnotes takes.
    void set_separator_height(std::int64_t height) { separator_ = height; }
    std::int64_t separator_height() const { return separator_; }
    /// Height of the rest of a list, unbroken.
    static std::int64_t rest_height(const List& list, Cursor from);
    /// Height of the rest of a row group, unbroken.
    static std::int64_t rest_height(const RowGroup& group, const RowState* state);
    /// Height of one row of the rest.
    static std::int64_t row_height(const RowGroup& group, const RowState* state, std::uint32_t row);
    /// Heights of the rows of the rest as they are painted: of what cells that span rows made necessary, only what of them is left. Plans count
    /// the whole of it, as in FOP.
    static std::vector<std::int64_t> painted_heights(const RowGroup& group, const RowState& state);
    /// Height of what is between two places (to the end where `to` is null) when it is painted with its spaces adjusted, those within list items too.
    static std::int64_t adjusted_height(const List& list, const Cursor& from, const Cursor* to, const Adjustment& adjustment);
    /// What border and padding take above a cell's content in what is left after `state`.
    static std::int32_t before_edge(const Cell& cell, const RowState* state);
    /// What is kept free above and below it.
    static std::int32_t gap_of(const Cell& cell, const RowState* state);
    /// The same, where it is broken: nothing is below it to be separated from.
    static std::int32_t gap_at_break(const Cell& cell, const RowState* state) { return gap_of(cell, state) - cell.gap / 2; }
    static Cursor cell_cursor(const RowState* state, std::size_t cell);

  private:
    struct Candidate;
    static std::int64_t row_height(const RowGroup& group, const RowState* state, std::uint32_t row, std::vector<std::int64_t>& above);
    Strength held(Strength s) const { return s == kAlwaysInColumn || (s == kAlwaysInPage && !ends_column_) ? kAlways : s; }
    /// By how much less room each cell of a row that goes on has than there is; empty where all have the same.
    static std::vector<std::int64_t> waits(const RowGroup& group, const RowState* state, std::uint32_t row);
    /// RowState::left at the places where a row's cells are left.
    std::span<const std::int64_t> left_of(const RowGroup& group, const RowState* state, const std::vector<Cursor>& cursors);
    /// The space at a place that a page's start discards.
    static std::int64_t space_at(const List& list, const Cursor& at);
    /// The cells that lie in the row or reach into it.
    std::span<const std::uint32_t> open_cells(const RowGroup& group, std::uint32_t row);
    static void rate(Candidate& here, std::int64_t stretch, std::int64_t shrink, std::int64_t difference, Strength strength);
    /// What is in front of a row of a group on the same page.
    struct Above {
        std::int64_t height = 0, notes = 0;
    };
    // `available` is for the text and its footnotes.
    std::optional<Split> split(const RowGroup& group, const RowState* state, std::int64_t available, Progress progress);
    std::optional<Split> split_row(const RowGroup& group, const RowState* state, std::uint32_t row, const Above& above,
                                   std::int64_t available, Progress progress);
    /// Without a state where every cell ends. `notes` says for each cell what its footnotes are thought to take, and learns what they do: the others' are kept free for it.
    std::optional<Split> split_cells(const RowGroup& group, const RowState* state, std::uint32_t row, const Above& above, std::int64_t available,
                                     Progress progress, std::vector<std::int64_t>& notes);
    /// Where a break inside a cell ends the group, if that comes before `available` is used up.
    std::optional<Split> split_forced(const RowGroup& group, const RowState* state, std::int64_t available, BreakClass& forced);
    std::optional<Split> split_between(const RowGroup& group, const RowState* state, std::uint32_t row, const Above& above, std::int64_t available);
    /// Of the cells that end in that row: what of their footnotes isn't on earlier pages.
    std::int64_t notes_of_row(const RowGroup& group, const RowState* state, std::uint32_t row, bool first) const;
    /// Splits with what is known of the separator of footnotes outside.
    std::optional<Split> split_within(const RowGroup& group, const RowState* state, std::int64_t available, Progress progress, bool noted);
    /// The last place within `available` that no keep forbids; where there is none, the last one.
    std::optional<Split> split_free(const RowGroup& group, const RowState* state, std::int64_t available, bool noted);
    std::int64_t notes_height(const Piece& piece, const RowState* state, bool first) const;

    Arena& arena_;
    std::int64_t separator_ = 0;
    bool counts_notes_ = true;
    bool ends_column_ = false;
    bool page_begun_ = false;
    bool noted_ = false;  // Around what is being filled there are footnotes already: the separator is counted.
};

}  // namespace irikteu::layout
