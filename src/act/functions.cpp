#include "act/functions.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "act/blank_text.hpp"
#include "act/listed_values.hpp"
#include "act/written_numbers.hpp"
#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/once.hpp"
#include "kazakh/amount.hpp"
#include "kazakh/date.hpp"
#include "kazakh/identifier.hpp"
#include "kazakh/key.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/number.hpp"
#include "kazakh/stem.hpp"
#include "kazakh/suffix.hpp"

namespace irikteu::act {

namespace {

using base::Error;
using base::ErrorCode;
using xml::Value;

/// The arguments of one call, checked and converted.
class Arguments {
  public:
    Arguments(const char* function, std::span<const Value> values) : function_(function), values_(values) {}

    std::size_t count() const { return values_.size(); }
    std::string text(std::size_t i) const {
        if (i >= values_.size()) {
            throw Error(ErrorCode::usage, "f:" + std::string(function_) + "() wants " + std::to_string(i + 1) + " arguments");
        }
        if (const std::string* const text = std::get_if<std::string>(&values_[i])) return std::string(xml::trim(*text));
        return std::string(xml::trim(xml::to_string(values_[i])));
    }
    bool empty(std::size_t i) const { return text(i).empty(); }
    const Value& value(std::size_t i) const {
        text(i);  // Refuses a missing argument.
        return values_[i];
    }

    std::int64_t number(std::size_t i) const {
        text(i);  // Refuses a missing argument.
        const double value = xml::to_number(values_[i]);
        if (!(std::abs(value) < 9e15)) refuse(i, "no number");
        return static_cast<std::int64_t>(std::llround(value));
    }
    int small_number(std::size_t i) const {
        const auto value = number(i);
        if (value < -100000 || value > 100000) refuse(i, "too large");
        return static_cast<int>(value);
    }
    /// A day, or the day of a moment.
    base::Date date(std::size_t i) const {
        const std::string value = text(i);
        if (const auto day = base::Date::parse(value)) return *day;
        if (const auto moment = base::Moment::parse(value)) return moment->date();
        refuse(i, "no day like 2015-07-16");
    }
    base::Moment moment(std::size_t i, std::string_view time_of_a_day) const {
        const std::string value = text(i);
        if (const auto moment = base::Moment::parse(value)) return *moment;
        if (base::Date::parse(value)) return *base::Moment::parse(value + std::string(time_of_a_day));
        refuse(i, "no moment like 2015-10-05T18:00:00+06:00");
    }
    kazakh::Case grammatical_case(std::size_t i) const {
        static constexpr std::pair<std::string_view, kazakh::Case> cases[] = {
            {"GEN", kazakh::Case::genitive}, {"DAT", kazakh::Case::dative},       {"ACC", kazakh::Case::accusative},
            {"LOC", kazakh::Case::locative}, {"ABL", kazakh::Case::ablative},     {"INS", kazakh::Case::instrumental},
            {"ATTR", kazakh::Case::attributive}};
        const std::string name = text(i);
        for (const auto& [known, value] : cases) {
            if (known == name) return value;
        }
        refuse(i, "no case; cases are GEN DAT ACC LOC ABL INS ATTR");
    }

  private:
    [[noreturn]] void refuse(std::size_t i, const std::string& why) const {
        throw Error(ErrorCode::invalid, "f:" + std::string(function_) + "(): \"" + text(i) + "\" is " + why);
    }
    const char* function_;
    std::span<const Value> values_;
};

Value number_value(std::int64_t value) { return static_cast<double>(value); }

/// Adds functions to a library with the checks that all have in common.
class Adder {
  public:
    explicit Adder(xml::FunctionLibrary& library) : library_(library) {}

    /// Of what it is given it looks at the texts alone.
    template <typename Body>
    void add(const char* name, Body body) {
        library_.add_of_texts(std::string(functions_namespace), name,
                              [name, body](std::span<const Value> values) -> Value { return Value(body(Arguments(name, values))); });
    }
    /// Looks at all nodes of a set.
    template <typename Body>
    void add_of_nodes(const char* name, Body body) {
        library_.add(std::string(functions_namespace), name,
                     [name, body](std::span<const Value> values) -> Value { return Value(body(Arguments(name, values))); });
    }
    /// '' where the first argument is empty.
    template <typename Body>
    void add_text(const char* name, Body body) {
        add(name, [body](const Arguments& a) -> std::string { return a.empty(0) ? std::string() : body(a); });
    }
    /// false where the first argument is empty.
    template <typename Body>
    void add_test(const char* name, Body body) {
        add(name, [body](const Arguments& a) -> bool { return !a.empty(0) && body(a); });
    }

  private:
    xml::FunctionLibrary& library_;
};

void add_dates(Adder& library) {
    library.add_text("date", [](const Arguments& a) { return kazakh::legal_date(a.date(0)); });
    library.add_text("date-attributive", [](const Arguments& a) { return kazakh::legal_date(a.date(0), kazakh::Case::attributive); });
    library.add_text("date-case", [](const Arguments& a) { return kazakh::legal_date(a.date(0), a.grammatical_case(1)); });
    library.add_text("date-of", [](const Arguments& a) { return a.date(0).iso(); });
    library.add_text("date-numeric", [](const Arguments& a) {
        const std::string day = a.date(0).iso();
        return day.substr(8, 2) + '.' + day.substr(5, 2) + '.' + day.substr(0, 4);
    });
    library.add_text("time-of", [](const Arguments& a) {
        const base::Moment moment = a.moment(0, "T00:00:00Z");
        const auto seconds = (moment.seconds % 60 + 60) % 60;
        return moment.time_of_day() + (seconds == 0 ? "" : (seconds < 10 ? ":0" : ":") + std::to_string(seconds));
    });
    library.add_text("at", [](const Arguments& a) -> std::string {
        const auto moment = base::Moment::parse(a.text(0));
        const auto there = base::Moment::parse(a.text(1));
        return moment && there ? base::Moment{moment->seconds, there->offset_minutes}.iso() : a.text(0);
    });
    library.add_text("parse-date", [](const Arguments& a) {
        const auto day = kazakh::parse_date(a.text(0));
        return day ? day->iso() : std::string();
    });
    library.add_test("before", [](const Arguments& a) {
        // A day without a time of its own lasts from its first second to its last, in the time of Astana.
        return !a.empty(1) && a.moment(0, "T00:00:00+06:00") < a.moment(1, "T23:59:59+06:00");
    });
    library.add("days-between", [](const Arguments& a) -> Value { return number_value(a.date(1).days() - a.date(0).days()); });
    library.add_text("add-days", [](const Arguments& a) { return a.date(0).plus_days(a.small_number(1)).iso(); });
}

void add_working_days(Adder& library, const ActSource& act) {
    library.add_text("add-working-days", [act](const Arguments& a) {
        return act().calendar().add_working_days(a.date(0), a.small_number(1)).iso();
    });
    library.add_text("term-end", [act](const Arguments& a) {
        const base::Date end = a.date(0).plus_days(a.small_number(1));
        const bool moves = act().setting("term.calendar.end-on-day-off") == "next-working-day";
        return (moves ? act().calendar().working_day_from(end) : end).iso();
    });
    library.add("working-days-between", [act](const Arguments& a) -> Value {
        return number_value(act().calendar().working_days_between(a.date(0), a.date(1)));
    });
    library.add_test("is-working-day", [act](const Arguments& a) { return act().calendar().is_working_day(a.date(0)); });
}

void add_language(Adder& library) {
    library.add_text("words", [](const Arguments& a) { return kazakh::in_words(a.number(0)); });
    library.add_text("ordinal", [](const Arguments& a) { return kazakh::ordinal(a.number(0)); });
    library.add_text("ordinal-words", [](const Arguments& a) { return kazakh::ordinal_in_words(a.number(0)); });
    library.add_text("grouped", [](const Arguments& a) { return kazakh::grouped(a.number(0)); });
    library.add_text("number-case", [](const Arguments& a) { return kazakh::number_with_case(a.number(0), a.grammatical_case(1)); });
    library.add_text("case", [](const Arguments& a) {
        const bool possessive = a.count() > 2 && a.text(2) == "possessive";
        return kazakh::with_case(a.text(0), a.grammatical_case(1), possessive ? kazakh::Ending::possessive : kazakh::Ending::plain);
    });
    library.add_text("key", [](const Arguments& a) { return kazakh::matching_key(a.text(0)).strict; });
    library.add_text("loose-key", [](const Arguments& a) { return kazakh::matching_key(a.text(0)).folded; });
}

/// The key of what stands in a name's quotation marks; of the whole where there are none, or nothing in them.
std::string name_key(const std::string& name) {
    static constexpr std::string_view opening[] = {"\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x9E", "\""}, closing[] = {"\xC2\xBB", "\xE2\x80\x9D", "\xE2\x80\x9C", "\""};
    for (std::size_t i = 0; i < std::size(opening); ++i) {
        const auto from = name.find(opening[i]), to = name.rfind(closing[i]);
        if (from == std::string::npos || to == std::string::npos || to <= from) continue;
        std::string key = kazakh::matching_key(name.substr(from, to - from)).folded;
        if (!key.empty()) return key;
    }
    return kazakh::matching_key(name).folded;
}

/// The stems of a text's words, in order.
std::vector<std::string> stems(const std::string& text) {
    std::vector<std::string> result;
    const std::string words = xml::normalize_space(text) + ' ';
    for (std::size_t from = 0, to; (to = words.find(' ', from)) != std::string::npos; from = to + 1) {
        std::string stem = kazakh::search_stem(kazakh::matching_key(words.substr(from, to - from)).folded);
        if (!stem.empty()) result.push_back(std::move(stem));
    }
    return result;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> result;
    const std::string words = xml::normalize_space(text) + ' ';
    for (std::size_t from = 0, to; (to = words.find(' ', from)) != std::string::npos; from = to + 1) result.push_back(words.substr(from, to - from));
    return result;
}

bool same_body(const std::string& text, const std::string& name, const std::string& superior, const std::string& passed_over) {
    const std::vector<std::string> above = stems(superior), skipped = stems(passed_over), whole = stems(name);
    const auto is_one_of = [](const std::vector<std::string>& list, const std::string& stem) { return std::find(list.begin(), list.end(), stem) != list.end(); };
    std::set<std::string> said, asked, own;
    for (const std::string& stem : stems(text))
        if (!is_one_of(skipped, stem)) said.insert(stem);
    for (const std::string& stem : whole) {
        if (is_one_of(skipped, stem)) continue;
        asked.insert(stem);
        own.insert(stem);
        if (is_one_of(above, stem)) own.clear();
    }
    const auto within = [](const std::set<std::string>& part, const std::set<std::string>& all) {
        return !part.empty() && std::includes(all.begin(), all.end(), part.begin(), part.end());
    };
    return within(said, asked) || within(asked, said) || within(own, said);
}

/// "|one||two|" of the nodes' texts, each made by `make`, the empty ones left out.
template <typename Make>
std::string joined(const Value& nodes, Make make) {
    std::string all;
    if (const auto* set = std::get_if<xml::NodeSet>(&nodes)) {
        for (const xml::Node& node : *set) {
            const std::string text = make(xml::to_string(xml::NodeSet{node}));
            if (!text.empty()) all += '|' + text + '|';
        }
    }
    return all;
}

std::string folded_text(const std::string& text) {
    return base::ascii_lower(xml::normalize_space(text));
}

/// As joined(), but of those alone that several nodes have, each once, in the order of their second occurrence.
template <typename Make>
std::string repeated(const Value& nodes, Make make) {
    std::string all;
    std::unordered_map<std::string, int> seen;
    if (const auto* set = std::get_if<xml::NodeSet>(&nodes)) {
        for (const xml::Node& node : *set) {
            const std::string text = make(xml::to_string(xml::NodeSet{node}));
            if (!text.empty() && ++seen[text] == 2) all += '|' + text + '|';
        }
    }
    return all;
}

void add_names_and_amounts(Adder& library) {
    library.add_text("name-key", [](const Arguments& a) { return name_key(a.text(0)); });
    library.add_test("same-body", [](const Arguments& a) { return same_body(a.text(0), a.text(1), a.count() > 2 ? a.text(2) : "", a.count() > 3 ? a.text(3) : ""); });
    library.add_of_nodes("name-keys", [](const Arguments& a) -> Value { return joined(a.value(0), name_key); });
    library.add_of_nodes("joined", [](const Arguments& a) -> Value {
        return joined(a.value(0), folded_text);
    });
    library.add_of_nodes("repeated-names", [](const Arguments& a) -> Value { return repeated(a.value(0), name_key); });
    library.add_of_nodes("distinct-names", [](const Arguments& a) -> Value {
        const Value nodes = a.value(0);
        std::unordered_set<std::string> names;
        if (const auto* set = std::get_if<xml::NodeSet>(&nodes)) {
            for (const xml::Node& node : *set) names.insert(name_key(xml::to_string(xml::NodeSet{node})));
        }
        names.erase(std::string());
        return static_cast<double>(names.size());
    });
    library.add_of_nodes("wrong-numbers", [](const Arguments& a) -> Value {
        const std::vector<std::string> business = words_of(a.text(1)), person = words_of(a.text(2));
        const Value nodes = a.value(0);
        const auto* set = std::get_if<xml::NodeSet>(&nodes);
        if (set == nullptr) return wrong_number_in(xml::to_string(nodes), business, person);
        std::string all;
        for (const xml::Node& node : *set)
            if (const std::string wrong = wrong_number_in(node.text(), business, person); !wrong.empty()) all += (all.empty() ? "" : "; ") + wrong;
        return all;
    });
    library.add_of_nodes("repeated", [](const Arguments& a) -> Value { return repeated(a.value(0), folded_text); });
    library.add("amount", [](const Arguments& a) -> Value {
        const auto value = kazakh::amount(a.text(0));
        return value ? *value : std::numeric_limits<double>::quiet_NaN();
    });
    library.add_test("is-volume", [](const Arguments& a) { return kazakh::is_volume(a.text(0)); });
    library.add("amounts-count", [](const Arguments& a) -> Value { return static_cast<double>(kazakh::amounts(a.text(0)).size()); });
    library.add("amounts-sum", [](const Arguments& a) -> Value {
        double sum = 0;
        for (const double value : kazakh::amounts(a.text(0))) sum += value;
        return sum;
    });
}

void add_identifiers(Adder& library) {
    constexpr auto none = kazakh::Refusal::none;
    library.add_test("is-bin", [](const Arguments& a) { return kazakh::check_bin(a.text(0)) == none; });
    library.add_test("is-iin", [](const Arguments& a) { return kazakh::check_iin(a.text(0)) == none; });
    library.add_test("is-iban", [](const Arguments& a) { return kazakh::check_iban(a.text(0)) == none; });
    library.add_test("is-oked", [](const Arguments& a) { return begins_with_activity_code(a.text(0)); });
    library.add_test("is-postcode", [](const Arguments& a) { return has_postcode(a.text(0)); });
    library.add_test("is-phone", [](const Arguments& a) { return are_phones(a.text(0)); });
    library.add_test("is-email", [](const Arguments& a) { return are_emails(a.text(0)); });
    library.add_test("is-web", [](const Arguments& a) { return are_web_addresses(a.text(0)); });
}

constexpr std::size_t least_bytes_within = 8;

void add_act(Adder& library, const ActSource& act) {
    // Whether a text says something in one of the act's phrases for that use.
    library.add_test("says", [act](const Arguments& a) {
        const std::string said = kazakh::matching_key(a.text(0)).folded;
        const auto phrases = act().wording(a.text(1));
        return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
            const std::string wanted = kazakh::matching_key(phrase).folded;
            // A short word is too easily a part of another one.
            return wanted.size() < least_bytes_within ? said == wanted : said.find(wanted) != std::string::npos;
        });
    });
    // Made at the first call, for the act is perhaps not loaded before.
    struct Blanks {
        base::Once once;
        std::optional<BlankTexts> texts;
    };
    const auto blanks = [act, made = std::make_shared<Blanks>()]() -> const BlankTexts& {
        made->once.call([&] { made->texts.emplace(act().wording("placeholder"), act().wording("none")); });
        return *made->texts;
    };
    library.add_test("filled", [blanks](const Arguments& a) { return blanks().fills_field(a.text(0)); });
    library.add_test("has-letter", [](const Arguments& a) { return kazakh::has_letter(a.text(0)); });
    library.add_test("filled-cell", [blanks](const Arguments& a) { return blanks().fills_cell(a.text(0)); });
    library.add("setting", [act](const Arguments& a) -> Value { return act().setting(a.text(0)); });
    library.add("limit", [act](const Arguments& a) -> Value {
        const xml::Node limit = act().entry("limit", a.text(0));
        const auto value = limit ? limit.attribute_or(a.text(1), "") : std::string_view();
        double number = std::numeric_limits<double>::quiet_NaN();
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    });
    library.add("title", [act](const Arguments& a) -> Value {
        const xml::Node section = act().section(a.text(0), a.text(1));
        return section ? section.child_text("title") : std::string();
    });
}

}  // namespace

xml::FunctionLibrary language_functions(const Act& act) {
    return language_functions([&act]() -> const Act& { return act; });
}

xml::FunctionLibrary language_functions(const ActSource& act) {
    xml::FunctionLibrary library;
    Adder adder(library);
    add_dates(adder);
    add_working_days(adder, act);
    add_language(adder);
    add_names_and_amounts(adder);
    add_identifiers(adder);
    add_act(adder, act);
    return library;
}

}  // namespace irikteu::act
