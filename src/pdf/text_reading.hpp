#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::pdf {

/// One structure element's own text in a finished file.
struct ReadElement {
    std::string type;      ///< "P", "TD" …
    std::uint32_t page = 0;  ///< Of its first text, from 0.
    std::string text;      ///< Its marked content in the order of the structure; the parts that lie on other pages follow without a space.
};

/// What a finished file says, taken out of its bytes again: not how it looks, but what a screen reader, a search or a later program gets. What is
/// painted outside its page's box is said to nobody who looks at the page, so it counts as not shown.
struct ReadText {
    std::vector<ReadElement> elements;         ///< In the order of the structure, which is reading order; those without text are left out.
    std::vector<std::string> artifacts;        ///< Text outside the structure (running heads, repeated table headers), a page's after the other.
    std::vector<std::string> off_page;         ///< What lies outside its page's box, in pieces as they are painted; in none of the texts above.
    std::map<std::string, std::string> fields; ///< Form fields by full name; "on" for a ticked box, empty for one that is not.
    std::map<std::string, std::string> attachments;  ///< Embedded files by name.
    std::size_t pages = 0;
};

/// Reads a tagged PDF of fonts that have /ToUnicode, as write() makes them: content streams are walked, codes turned to text by the fonts' own
/// maps (or what /ActualText says), and joined by the structure tree's marked-content numbers. Throws Error: malformed (not a PDF, content
/// without a structure element, a code without Unicode), unsupported (encrypted, operators or fonts that write() never uses), limit_exceeded.
ReadText read_text(std::string_view bytes);

}  // namespace irikteu::pdf
