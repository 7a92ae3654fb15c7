#include "outline/typed_form.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "kazakh/key.hpp"
#include "outline/application.hpp"
#include "outline/contacts.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

std::string key_of(std::string_view text) { return kazakh::matching_key(text).folded; }

std::vector<xml::Node> fixed_fields(xml::Node appendix) {
    std::vector<xml::Node> fields;
    for (const xml::Node field : appendix.first_element("form").elements()) {
        if (field.name() == "field" && field.attribute_or("how", "") == "fixed" && field.first_element("text") && !field.first_element("alternative")) fields.push_back(field);
    }
    return fields;
}

/// The appendix of that part of whose printed texts the pages have most.
xml::Node appendix_printed(std::string_view part, const std::string& printed, const act::Act& act, std::string_view stage) {
    xml::Node best;
    int most = -1;
    for (const xml::Node appendix : act.document().root().first_element("appendices").elements()) {
        if (appendix.attribute_or("part", "") != part) continue;
        int score = appendix.attribute_or("stage", "") == stage ? 1 : 0;
        for (const xml::Node field : fixed_fields(appendix)) score += printed.find(key_of(field.child_text("text"))) != std::string::npos ? 2 : 0;
        if (score > most) most = score, best = appendix;
    }
    return best;
}

/// The printed text, and behind it what was typed in the same place.
void put_printed(xml::Node part, const std::string& name, const std::string& text) {
    const xml::Node typed = part.first_element(name);
    if (!typed) {
        part.append_with_text(name, text);
        return;
    }
    const std::string added = xml::normalize_space(typed.text());
    copy_source(part.append_with_text(name, added.empty() ? text : text + ' ' + added), typed);
    xml::Node(typed).remove();
}

/// Where a year of this century begins from `from` on that is no part of a longer number; npos where there is none.
std::size_t find_year(std::string_view text, std::size_t from) {
    for (std::size_t i = from; i + 4 <= text.size(); ++i) {
        if (text.substr(i, 2) != "20" || !base::is_ascii_digit(text[i + 2]) || !base::is_ascii_digit(text[i + 3])) continue;
        // A sum may begin so, or go on so: "2 016", "1 2016".
        const bool begins = i == 0 || (!base::is_ascii_digit(text[i - 1]) && !(i > 1 && text[i - 1] == ' ' && base::is_ascii_digit(text[i - 2])));
        const bool ends = i + 4 == text.size() || !base::is_ascii_digit(text[i + 4]);
        if (begins && ends) return i;
    }
    return std::string_view::npos;
}

/// The sum behind a year: without the colon or dash and the words of years before it ("жылы", "ж."), without what parts it from the next.
std::string sum_behind(std::string_view text) {
    const auto digit = text.find_first_of("0123456789");
    if (digit == std::string_view::npos || digit > 24) return {};
    const std::string_view before = text.substr(0, digit);
    if (before.find_first_of("()+%") != std::string_view::npos) return {};
    // "– -12", ": −12": a minus behind what parts the sum from its year belongs to the sum.
    static constexpr std::string_view minus[] = {"-", "\xE2\x88\x92"};
    const bool negative = std::any_of(std::begin(minus), std::end(minus), [&](std::string_view sign) {
        return before.ends_with(sign) && (before.substr(0, before.size() - sign.size()).find_first_of(":-") != std::string_view::npos ||
                                          before.find("\xE2\x80\x93") != std::string_view::npos || before.find("\xE2\x80\x94") != std::string_view::npos);
    });
    std::string_view sum = text.substr(digit);
    // Digits behind the unit would be something else again.
    const auto unit = sum.find_first_not_of("0123456789 ,.");
    if (unit != std::string_view::npos && sum.find_first_of("0123456789", unit) != std::string_view::npos) return {};
    while (!sum.empty() && (sum.back() == ' ' || sum.back() == ';' || sum.back() == ',' || sum.back() == '.')) sum.remove_suffix(1);
    return (negative ? "-" : "") + std::string(sum);
}

}  // namespace

void complete_typed_form(xml::Node part, const act::Act& act, std::string_view stage) {
    xml::Node printed = part.first_element("printed");
    if (!printed) return;
    const std::string text = key_of(printed.text());
    printed.remove();
    const xml::Node appendix = appendix_printed(part.name(), text, act, stage);
    if (!appendix) return;
    for (const xml::Node field : fixed_fields(appendix)) {
        const std::string fixed = field.child_text("text");
        if (text.find(key_of(fixed)) != std::string::npos) put_printed(part, std::string(field.attribute_or("id", "")), fixed);
    }
    if (part.name() == "application") {
        part.set_attribute("appendix", appendix.attribute_or("id", ""));
        name_kind(part, act, appendix.attribute_or("stage", ""));
    } else {
        part_phone(part, act);
    }
}

void part_volumes(xml::Node road_map) {
    for (const xml::Node group : road_map.elements()) {
        for (const xml::Node event : group.elements()) {
            xml::Node volumes = event.first_element("volumes");
            const xml::Node only = volumes ? volumes.first_element("volume") : xml::Node();
            if (!only || only.next_element() || only.attribute("year")) continue;
            const std::string text = xml::normalize_space(only.text());
            std::vector<std::pair<std::string, std::string>> sums;
            bool understood = find_year(text, 0) == 0;
            for (std::size_t at = 0; understood && at != std::string::npos;) {
                const std::size_t next = find_year(text, at + 4);
                sums.emplace_back(text.substr(at, 4), sum_behind(std::string_view(text).substr(at + 4, next == std::string::npos ? next : next - at - 4)));
                understood = !sums.back().second.empty();
                at = next;
            }
            if (!understood) continue;
            for (const auto& [year, sum] : sums) {
                xml::Node made = volumes.append_with_text("volume", sum);
                made.set_attribute("year", year);
                copy_source(made, only);
            }
            xml::Node(only).remove();
        }
    }
}

}  // namespace irikteu::outline
