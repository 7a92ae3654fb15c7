#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xml/document.hpp"

namespace irikteu::pipeline {

/// A value of the data, or a text of the formatting objects, with its place there.
struct StatedText {
    std::string text;
    int line = 0;
    std::string path;  ///< "/document[1]/cluster[1]/@name"
    bool off_page = false;  ///< It is in the PDF, but outside its page's box.
};

/// How far a finished PDF says what its data and its formatting objects say.
struct Agreement {
    std::size_t texts = 0;   ///< Texts of the formatting objects' flows that were looked for.
    std::size_t values = 0;  ///< Values of the data that were looked for.
    std::vector<StatedText> missing;  ///< Texts of the flows that the PDF lacks: the file is wrong.
    std::vector<StatedText> unshown;  ///< Values of the data that stand nowhere in the PDF, in no form known: perhaps the template leaves them out.
};

/// Takes the text out of a finished PDF (pdf::read_text) and looks for every text of the flows of `fo` in it, each behind the one before, and for
/// every value of `data` (texts and attributes; empty: none): as it stands, in other case, as a date is written in Kazakh, Russian or English,
/// or a number in digits or in Kazakh words.
/// What lies outside the page is not found. White space, soft hyphens and characters of no width do not count. Throws Error as pdf::read_text().
Agreement compare_with_pdf(std::string_view pdf, const xml::Document& fo, const xml::Document* data);

}  // namespace irikteu::pipeline
