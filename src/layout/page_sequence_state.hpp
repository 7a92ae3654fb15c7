#pragma once

#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>
#include <unordered_set>
#include <vector>

#include "layout/growing_list.hpp"
#include "layout/page_plan.hpp"
#include "layout/page_sequence.hpp"

/// What PageSequences knows while it makes the pages of a sequence.
namespace irikteu::layout {

// Blocks of the flow that stand one below the other: in columns, or across them all.
struct PageSequences::Section {
    const FoNode* first = nullptr;
    const FoNode* end = nullptr;
    bool spans = false;
    const List* list = nullptr;
    std::int64_t width = 0;  // For which `list` was made.
    std::unique_ptr<GrowingList> growing;  // Whose list it is, where that is made page by page.
};

// What goes onto one page.
struct PageSequences::Filling {
    struct Part {
        const List* list = nullptr;
        Cursor from;
        Filler::Result result;
        std::int64_t x = 0, y = 0, width = 0;  // From the body's upper left corner.
        bool column = false;
    };
    std::vector<Part> parts;
    std::size_t section = 0;
    Cursor cursor;
    BreakClass forced = BreakClass::none;
    std::int64_t height = 0;
    std::int64_t notes = 0;  // What footnotes take at the body's foot.
    bool keeps_lines = false;  // Whether lists stay as they were made, whatever the body's width is.
};

// The sequence that is being made.
struct PageSequences::Current {
    const FoNode* sequence = nullptr;
    const FoNode* next = nullptr;
    const FoNode* flow = nullptr;
    std::map<std::string_view, const FoNode*> statics;  // By flow-name.
    std::map<std::tuple<const FoNode*, std::int64_t, std::size_t>, const List*> static_lists;  ///< By width and by the letters of the page's number.
    std::vector<Section> sections;
    std::size_t section = 0;
    Cursor cursor;  // In that section.
    std::int64_t number = 0;
    std::size_t index = 0;
    bool done = false;
    BreakClass forced = BreakClass::none;
    const List* separator = nullptr;
    std::vector<Filler::Note> left_notes;  // From the pages before.
    std::unordered_set<const List*> read_notes;  // Where headers have notes, those that were shown.
    PagePlan plan;  // For lists with spaces that give.
    explicit Current(Filler& filler) : plan(filler) {}
    std::vector<std::unique_ptr<GrowingList>> former;  // Made for another width; what is being filled may still be of them.
};

}  // namespace irikteu::layout
