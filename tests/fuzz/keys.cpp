// Any bytes as a line of text: keys are UTF-8 without anything but letters, digits and '%', views stay within the line.
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "kazakh/display_text.hpp"
#include "kazakh/distance.hpp"
#include "kazakh/key.hpp"
#include "kazakh/line_break.hpp"
#include "kazakh/numbering.hpp"

using namespace irikteu;

namespace {

bool lies_in(std::string_view part, std::string_view whole) {
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const kazakh::MatchingKey key = kazakh::matching_key(line);
    if (!base::is_utf8(key.strict) || !base::is_utf8(key.folded)) std::abort();
    const kazakh::NumberedText parts = kazakh::split_numbering(line);
    if (!lies_in(parts.number, line) || !lies_in(parts.rest, line)) std::abort();
    const std::string shown = kazakh::display_text(line);
    for (const std::size_t at : kazakh::hyphenate(line)) {
        if (at == 0 || at >= size) std::abort();
    }
    std::vector<kazakh::LineBreak> breaks;
    kazakh::line_breaks(line, breaks);
    for (const kazakh::LineBreak& each : breaks) {
        if (each.offset == 0 || each.offset >= size) std::abort();
    }
    (void)kazakh::bounded_distance(key.strict, key.folded, 8);
    (void)kazakh::bounded_distance(std::string_view(shown), line, 3);
    return 0;
}
