#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace irikteu::kazakh {

/// The order of a Kazakh register: the 42 letters А Ә Б В Г Ғ … Э Ю Я, Ё a letter of its own, і after ы;
/// before them digits by their value ("2-қосымша" before "10-қосымша"), before those punctuation and space;
/// after them Latin, then any other script by code point. Capitals decide only between equal words, small
/// letters first; bytes decide last, so that only equal texts are equal.
///
/// Our own table, that ICU's Collator("kk") with numeric order agrees with for Kazakh, Russian and English
/// text: so the order is the same on every machine, whatever version of ICU stands there. Any thread.
std::strong_ordering compare(std::string_view a, std::string_view b);

/// For std::sort and ordered containers.
struct InKazakhOrder {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return compare(a, b) < 0; }
};

/// Bytes whose plain order is that of compare(), save for the last decision by bytes: for an index.
std::string sort_key(std::string_view text);

}  // namespace irikteu::kazakh
