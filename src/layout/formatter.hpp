#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "layout/fonts.hpp"
#include "layout/overflow.hpp"
#include "layout/pages.hpp"
#include "xml/document.hpp"

namespace irikteu::layout {

struct FormatOptions {
    /// The bytes of the file that an fo:external-graphic or ir:attachment names. Empty: a document with those is refused.
    std::function<std::string(std::string_view uri)> load_image;
    /// What does not fit its place, once an object: it is laid out all the same, as wide or high as it is; and what is passed over. Of each kind the first
    /// fifty, at last how many more there are; lost text always. Empty: nobody asks.
    ReportOverflow overflow;
    /// Called for every page, in order, as soon as nothing on it can change any more, while later pages are still being made. May take its items
    /// away. From the first call on the structure elements stay where they are, and their types as they are. Empty: pages come all at the end.
    std::function<void(Pages& pages, std::uint32_t page)> take_page;
    /// The bytes of the file that an ir:attachment names. Empty: by load_image.
    std::function<std::string(std::string_view uri)> load_attachment = {};
};

/// Formats an XSL-FO 1.1 document (the subset in layout/README.md, with our extensions) into finished pages. The pages
/// borrow shaped text from `fonts`, which has to live as long as they do.
/// Throws Error with the line of the object: unsupported (object, property or value), invalid (an object out of place,
/// a reference to nothing, a heading level skipped), missing_glyph, missing_font; whatever `load_image` throws.
/// The same document and fonts give the same pages. Any thread, but `fonts` serves one at a time.
Pages format(const xml::Document& fo, FontSource& fonts, const FormatOptions& options);
/// The same into `pages`, which are empty: they outlive what has taken pages where this throws.
void format(const xml::Document& fo, FontSource& fonts, const FormatOptions& options, Pages& pages);

}  // namespace irikteu::layout
