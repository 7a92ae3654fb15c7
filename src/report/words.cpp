#include "report/words.hpp"

#include "kazakh/date.hpp"

#include "checks/place_words.hpp"
#include "report/report_reading.hpp"

namespace irikteu::report {

namespace {

/// The number with which an item begins: "7" of "7.sheet[3].phone", "4.2" of "4.2.a"; empty where it begins with a word,
/// as a form's fields do.
std::string number_of(const std::string& item) {
    std::string number;
    for (std::size_t at = 0; at < item.size();) {
        const std::size_t end = std::min(item.find('.', at), item.size());
        const std::string step = item.substr(at, end - at);
        if (step.find_first_not_of("0123456789") != std::string::npos) break;
        number += (number.empty() ? "" : ".") + step;
        at = end + 1;
    }
    return number;
}

}  // namespace

std::string ground_words(xml::Node finding, const Messages& messages) {
    const std::string clause = value(finding, "clause");
    std::string appendix = value(finding, "appendix");
    std::string number = number_of(value(finding, "item"));
    std::string result;
    if (clause.rfind("appendix ", 0) == 0) {
        const std::size_t comma = std::min(clause.find(','), clause.size());
        if (appendix.empty()) appendix = clause.substr(9, comma - 9);
        if (number.empty() && comma < clause.size()) number = clause.substr(comma + 2);
    } else if (clause.rfind("criteria ", 0) == 0) {
        result = messages.say("ground.criterion", {clause.substr(9)});
    } else if (const std::size_t open = clause.find('('); open != std::string::npos) {
        result = messages.say("ground.subclause", {clause.substr(0, open), clause.substr(open + 1, clause.size() - open - 2)});
    } else if (!clause.empty()) {
        result = messages.say("ground.clause", {clause});
    }
    if (appendix.empty()) return result;
    if (!result.empty()) result += "; ";
    if (number.empty()) return result + messages.say("ground.appendix", {appendix});
    const std::size_t dot = number.find('.');
    if (dot == std::string::npos) return result + messages.say("ground.section", {appendix, number});
    // "4.3" is sub-item 3) of section 4, but for those items that the act itself numbers so.
    const std::string as_printed = "ground.item." + appendix + "-" + number;
    return result + messages.say(messages.has(as_printed) ? as_printed : "ground.item", {appendix, number.substr(0, dot), number.substr(dot + 1)});
}

std::string position_words(xml::Node finding, const Messages& messages) {
    const std::string at = value(finding, "at");
    return at.empty() ? value(finding, "place") : checks::place_words(at, messages);
}

std::string part_words(xml::Node finding, const Messages& messages) {
    const std::string part = value(finding, "document");
    return messages.has("part." + part) ? messages.say("part." + part) : part;
}

std::string day_words(const std::string& iso, const Messages& messages) {
    const auto day = base::Date::parse(iso);
    if (!day || messages.language() == "en") return iso;
    return messages.language() == "kk" ? kazakh::legal_date(*day) : kazakh::short_date(*day);
}

}  // namespace irikteu::report
