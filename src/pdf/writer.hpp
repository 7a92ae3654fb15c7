#pragma once

#include <memory>
#include <string>

#include "layout/pages.hpp"
#include "pdf/font_session.hpp"

namespace irikteu::pdf {

/// How objects stand in the file. classic: one by one, with a cross-reference table, by PoDoFo. compact: in object streams, with a
/// cross-reference stream; tagged documents are several times smaller. automatic: classic where there is a signature field, because
/// other people's incremental updates, PoDoFo's among them, break object streams; else compact.
enum class Container { automatic, classic, compact };

struct WriteOptions {
    std::string producer = "irikteu";  ///< Info and XMP: program and version.
    int compression = 5;               ///< libdeflate level, 1 (fast) … 12 (small): 3 takes a fifth less time for 8 % more bytes.
    unsigned threads = 1;              ///< For pages' contents and object streams. The bytes don't depend on it.
    Container container = Container::automatic;
};

/// The pages as a PDF 1.7 file that conforms to PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), as far as the pages allow it:
/// their elements, alternative texts and tooltips are the maker's part. The same pages, fonts and options give the same bytes.
/// `fonts` is the source that shaped the pages' texts. Throws Error: missing_glyph for a field's text, malformed and unsupported for
/// an image, invalid for a link to nowhere; std::logic_error where the pages contradict themselves.
std::string write(const layout::Pages& pages, FontSession& fonts, const WriteOptions& options = {});

/// The same for pages that are still being made: those that are taken early are made ready while the rest is laid out, and their items need no memory
/// any more. The bytes are those of write().
class Writing {
  public:
    /// `fonts` must outlive it.
    explicit Writing(FontSession& fonts, WriteOptions options = {});
    /// Without finish() nothing is written.
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    /// Takes the items of a page: the first one, then the next. The pages' elements must stay where they are until finish() (layout::FormatOptions::take_page).
    void take(layout::Pages& pages, std::uint32_t page);
    /// The file; `pages` are those of take(), and what they hold besides taken items. Once.
    std::string finish(const layout::Pages& pages);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::pdf
