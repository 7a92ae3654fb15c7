#include "pdf/page_contents.hpp"

#include <stdexcept>
#include <utility>

#include "pdf/content.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

namespace {

/// Fewer pages than this are made sooner than a thread is started.
constexpr std::size_t kPagesWorthThreads = 8;
/// More pages than this don't wait: whoever adds one makes one.
constexpr std::size_t kMostWaiting = 16;

}  // namespace

PageContents::PageContents(DocumentFonts& fonts, int compression, unsigned threads)
    : fonts_(fonts), compression_(compression), threads_(threads), deflater_(compression) {}

PageContents::~PageContents() {
    {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
    }
    stop();
}

void PageContents::stop() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    more_.notify_all();
    for (auto& worker : workers_) worker.join();
    workers_.clear();
}

void PageContents::take(layout::Page page, std::span<const layout::StructureElement> elements) { push({count_, std::move(page), nullptr, elements}); }

void PageContents::add(const layout::Page& page, std::span<const layout::StructureElement> elements) { push({count_, std::nullopt, &page, elements}); }

void PageContents::push(Job job) {
    ++count_;
    std::size_t waiting = 0;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(job));
        waiting = waiting_.size();
        made_.walks.resize(count_);
        made_.contents.resize(count_);
    }
    if (threads_ > 1 && workers_.empty() && waiting >= kPagesWorthThreads) {
        for (unsigned i = 1; i < threads_; ++i) workers_.emplace_back([this] { work(); });
    } else if (!workers_.empty()) {
        more_.notify_one();
    }
    if (waiting > kMostWaiting || threads_ <= 1) make_next(deflater_);
}

void PageContents::work() {
    Deflater deflater(compression_);
    for (;;) {
        if (make_next(deflater)) continue;
        std::unique_lock lock(mutex_);
        more_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (closed_ && waiting_.empty()) return;
    }
}

bool PageContents::make_next(Deflater& deflater) {
    std::unique_lock taking(taking_);
    Job job;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return false;
        job = std::move(waiting_.front());
        waiting_.pop_front();
        if (failure_) return true;
    }
    try {
        const layout::Page& page = job.own ? *job.own : *job.lent;
        std::vector<const EncodedText*> texts;
        for (const auto& item : page.items) {
            if (const auto* text = std::get_if<layout::TextItem>(&item.what)) texts.push_back(&fonts_.encode(*text->shaped));
        }
        taking.unlock();
        PageWalk walk = walk_page(page, job.number);
        if (walk.last_element >= job.elements.size()) throw std::logic_error("an item names no structure element");
        std::string content = stream_value("/Filter/FlateDecode", deflater.deflate(page_content(page, walk.map, job.elements.data(), texts)));
        walk.map.runs = {};
        const std::lock_guard lock(mutex_);
        made_.walks[job.number] = std::move(walk);
        made_.contents[job.number] = std::move(content);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
    }
    return true;
}

PageContents::Made PageContents::finish() {
    while (make_next(deflater_)) {
    }
    stop();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(made_);
}

}  // namespace irikteu::pdf
