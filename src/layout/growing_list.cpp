#include "layout/growing_list.hpp"

namespace irikteu::layout {

namespace {

constexpr std::size_t kRowsAtOnce = 16;
constexpr std::size_t kBatchBytes = 1u << 20;

}  // namespace

GrowingList::GrowingList(ListBuilder& lists, const FoNode& flow, const FoNode* first, const FoNode* end, std::int64_t width)
    : lists_(lists), flow_(flow), child_(first), end_(end), collector_(lists), areas_(lists.areas_) {
    collector_.width = width;
}

GrowingList::~GrowingList() = default;

void GrowingList::choose_arena() {
    if (batches_.empty() || batches_.back().arena->size() > kBatchBytes) {
        Batch batch;
        if (spare_.empty()) {
            batch.arena = std::make_unique<Arena>();
        } else {
            batch.arena = std::move(spare_.back());
            spare_.pop_back();
        }
        batch.first = static_cast<std::uint32_t>(collector_.pieces.size());
        batches_.push_back(std::move(batch));
        memory_.clear();  // What it knows lives in the batches.
    }
    lists_.tree().set_list_arena(*batches_.back().arena);
}

void GrowingList::step() {
    if (table_ != nullptr) {
        if (table_->add_rows(collector_, kRowsAtOnce)) return;
        table_->end(collector_);
        table_.reset();
        lists_.end_child(collector_, *child_);
        child_ = child_->next;
        return;
    }
    if (child_ == end_) {
        if (markers_) lists_.end_markers(collector_, flow_);
        list_.break_after = collector_.pending_break;
        complete_ = true;
        return;
    }
    const FoNode& child = *child_;
    if (child.object == Object::marker || child.object == Object::title) {
        if (child.object == Object::marker) lists_.add_anchor(collector_, child);
        markers_ = markers_ || child.object == Object::marker;
        child_ = child.next;
        return;
    }
    if (!first_ && !collector_.broken) lists_.separate(collector_, child, 0);
    // What is behind a break is made when the pages in front of it are known.
    const BreakClass before = ListBuilder::break_in_front(collector_, child);
    if (before != BreakClass::none && !first_ && !collector_.broken) {
        lists_.force_break(collector_, before);
        collector_.broken = true;
        return;
    }
    first_ = false;
    if (child.object == Object::table) {
        lists_.begin_child(collector_, child, 0);
        // Its frame, header and footer are wanted on all its pages.
        Arena& batch = lists_.arena();
        lists_.tree().set_list_arena(lists_.tree().arena());
        lists_.memory_ = nullptr;
        table_ = std::make_unique<TableBuilder>(lists_);
        table_->begin(collector_, child);
        lists_.tree().set_list_arena(batch);
        lists_.memory_ = &memory_;
        table_->add_rows(collector_, 1);  // It may break the page in front of all of it.
        return;
    }
    lists_.add_child(collector_, child, 0);
    child_ = child.next;
}

void GrowingList::grow(std::uint32_t from, std::int64_t height) {
    struct Restore {
        ListBuilder& lists;
        ListBuilder::Areas areas;
        ~Restore() {
            lists.memory_ = nullptr;
            lists.areas_ = areas;
            lists.tree().set_list_arena(lists.tree().arena());
        }
    } const restore{lists_, lists_.areas_};
    lists_.areas_ = areas_;
    lists_.memory_ = &memory_;
    const auto& pieces = collector_.pieces;
    std::size_t counted = from;
    while (!complete_ && !(collector_.broken && from < pieces.size())) {
        for (; counted < pieces.size(); ++counted) {
            // Spaces may be negative, and of two that meet one counts.
            if (pieces[counted].kind != PieceKind::space) height -= pieces[counted].height;
        }
        if (height <= 0) break;
        choose_arena();
        step();
    }
    list_.pieces = pieces;
    list_.has_notes = collector_.has_notes;
}

void GrowingList::grow_to_end() {
    while (!complete_) grow(static_cast<std::uint32_t>(collector_.pieces.size()), std::int64_t{1} << 60);
}

void GrowingList::let_go(std::uint32_t before) {
    // The next batch begins where this one ends.
    while (batches_.size() > 1 && batches_[1].first <= before) {
        batches_.front().arena->clear();
        if (spare_.size() < 2) spare_.push_back(std::move(batches_.front().arena));
        batches_.pop_front();
        memory_.clear();
    }
}

}  // namespace irikteu::layout
