#pragma once

#include <functional>

#include "act/act.hpp"
#include "xml/xpath.hpp"

namespace irikteu::act {

inline constexpr std::string_view functions_namespace = "urn:irikteu:functions:1";

/// Extension functions for XPath and XSLT, by the prefix f in rules and templates. `act` must outlive the library, and
/// settings are those at the time of the call. Arguments are converted to strings as XPath's string() does, numbers as
/// number() does; a missing argument is an Error(usage). Dates are "2015-10-05", moments "2015-10-05T18:00:00+06:00".
/// An empty string in gives an empty string out (false for tests); text that is no date or number where one is needed
/// is an Error(invalid) that quotes it. Any thread.
///
/// | function | gives |
/// |---|---|
/// | date(iso) | "2015 жылғы 5 қазан"; of a moment its day |
/// | date-attributive(iso) | "2015 жылғы 5 қазандағы" |
/// | date-case(iso, case) | the date in a case |
/// | date-numeric(iso) | "05.10.2015" |
/// | date-of(moment), time-of(moment) | "2015-10-05", "18:00" (with seconds where there are any), in the moment's own offset |
/// | parse-date(text) | iso, or '' where the text is no date in any legal form |
/// | at(moment, other) | the moment in the other one's offset; as it is where one of them is none |
/// | words(n), ordinal(n), ordinal-words(n), grouped(n) | "бес", "5-ші", "бесінші", "1 234" with U+00A0 |
/// | number-case(n, case) | "5-ке" |
/// | case(word, case [, 'possessive']) | the word's case; cases are GEN DAT ACC LOC ABL INS ATTR |
/// | key(text), loose-key(text) | strict and folded matching key |
/// | add-days(iso, n), add-working-days(iso, n) | iso; the event's day is not counted |
/// | term-end(iso, n) | end of a term of n calendar days, by the setting term.calendar.end-on-day-off |
/// | working-days-between(a, b), days-between(a, b) | number; negative where b is earlier |
/// | is-working-day(iso) | boolean |
/// | before(a, b) | whether moment a is earlier than moment b; a day counts as its last second when it is b, as its first when it is a |
/// | name-key(text) | folded key of what stands in quotation marks, of all where there are none |
/// | same-body(text, name [, superior [, passed-over]]) | whether the text means the body of that name: by the stems of their words, those passed over apart, one holds the other, or the text holds all that follows the name's last word of `superior` |
/// | name-keys(nodes), joined(nodes) | "|one||two|" of the nodes' name keys, or texts with ASCII letters in lower case |
/// | repeated-names(nodes), repeated(nodes) | the same of those that several of the nodes have, each once |
/// | distinct-names(nodes) | how many names the nodes have, those spelt alike counted once, blank ones not at all |
/// | amount(text) | the one number that the text holds, NaN where it holds none or several |
/// | amounts-sum(text), amounts-count(text) | of the sums in it; percentages and years are none |
/// | is-bin is-iin is-iban is-oked is-postcode is-phone is-email is-web (text) | boolean; several telephones, mails or sites in one text are each one, a code may have words around it (listed_values.hpp) |
/// | is-volume(text) | whether it says a sum or several, none of them negative; years alone are none |
/// | says(text, use) | whether it has one of the act's phrases for that use in it ("no-cost", "recurring", "none"); a phrase of up to three Cyrillic letters has to be all of it |
/// | filled(text) | whether a field of a form holds more than rules, captions in parentheses and the act's placeholders (blank_text.hpp) |
/// | filled-cell(text) | the same of a table's cell, where a dash or a check mark is an answer |
/// | wrong-numbers(nodes, business words, persons' words) | "БСН 1…; KZ1…": of each node's text the first БСН, ЖСН or IBAN that is wrong (written_numbers.hpp); '' where there is none |
/// | setting(id) | value of a setting of the act |
/// | limit(id, 'min' or 'max') | number, NaN where the act has none |
/// | title(appendix, item) | the prescribed title of a section |
xml::FunctionLibrary language_functions(const Act& act);

/// Where a function that needs the act gets it from, at the time of the call.
using ActSource = std::function<const Act&()>;
/// The same for an act that is loaded only if a function asks for it.
xml::FunctionLibrary language_functions(const ActSource& act);

}  // namespace irikteu::act
