#pragma once

#include <string_view>

/// The words of headings' numbers, "3-бөлім", "Екінші тарау", and those that tell that a number is none, "16 шілде". Words come in lower case;
/// letters of a Russian keyboard stand for Kazakh ones but in months and measures.
namespace irikteu::kazakh {

/// Words that follow a quantity: what stands before them is no heading's number.
bool is_measure(std::u32string_view word);

/// A month's Kazakh name, in any case form.
bool is_month(std::u32string_view word);

/// Names of the divisions of a paper, in Kazakh and Russian, without any suffix.
bool is_division(std::u32string_view word);

/// What stands behind a number's digits: "1-ші", "6-ншы".
bool is_ordinal_ending(std::u32string_view word);

/// "он", "жиырма" before an ordinal's last word: 10, 20; else 0.
int ordinal_tens(std::u32string_view word);

/// An ordinal in words, Kazakh or Russian, from 1 to 10, and 20; 0 where a word is none.
int ordinal_units(std::u32string_view word);

/// The Roman digit that a letter looks like; 0 where it looks like none. Cyrillic letters serve too.
char32_t roman_digit(char32_t c);

/// Whether a line begins with a word that no number begins with: Cyrillic letters that are no division's and no ordinal's, as
/// most lines do.
bool begins_with_word(std::string_view line);

}  // namespace irikteu::kazakh
