#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/content_map.hpp"
#include "pdf/deflate.hpp"
#include "pdf/document_fonts.hpp"

namespace irikteu::pdf {

/// The content streams of a document's pages, made while later pages are still being laid out: by threads of its own from the eighth page on, and by
/// whoever adds pages where these don't keep up, so that never more than a few pages wait. The result doesn't depend on who makes what.
class PageContents {
  public:
    /// `fonts` is this object's alone until finish().
    PageContents(DocumentFonts& fonts, int compression, unsigned threads);
    /// Forgets what is not made yet.
    ~PageContents();
    PageContents(const PageContents&) = delete;
    PageContents& operator=(const PageContents&) = delete;

    /// The next page. `elements` must hold those that its items name, and they must stay where they are until finish().
    void take(layout::Page page, std::span<const layout::StructureElement> elements);
    /// The same for a page that stays where it is until finish().
    void add(const layout::Page& page, std::span<const layout::StructureElement> elements);
    std::size_t count() const { return count_; }
    /// Of the thread that adds; anybody's after finish().
    Deflater& deflater() { return deflater_; }

    struct Made {
        std::vector<PageWalk> walks;        ///< One a page. Without runs, which are of no use any more.
        std::vector<std::string> contents;  ///< Values of stream objects, one a page.
    };
    /// Waits for all pages. Rethrows what making one has thrown.
    Made finish();

  private:
    struct Job {
        std::uint32_t number = 0;
        std::optional<layout::Page> own;
        const layout::Page* lent = nullptr;
        std::span<const layout::StructureElement> elements;
    };
    void push(Job job);
    /// Makes the next waiting page; false where there is none.
    bool make_next(Deflater& deflater);
    void work();
    void stop();

    DocumentFonts& fonts_;
    int compression_;
    unsigned threads_;
    Deflater deflater_;  ///< Of the thread that adds.
    std::uint32_t count_ = 0;

    std::mutex taking_;  ///< Held while a page is taken and its texts get their codes: in the order of the pages.
    std::mutex mutex_;   ///< Guards what follows.
    std::condition_variable more_;
    std::deque<Job> waiting_;
    Made made_;
    std::exception_ptr failure_;
    bool closed_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace irikteu::pdf
