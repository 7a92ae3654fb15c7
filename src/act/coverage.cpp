#include "act/coverage.hpp"

#include <sstream>

namespace irikteu::act {

namespace {

std::vector<std::string> words(std::string_view list) {
    std::istringstream stream{std::string(list)};
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

std::string note_of(xml::Node clause, std::string_view language) {
    std::string english;
    for (xml::Node note : clause.elements()) {
        const std::string_view own = note.attribute("lang", "http://www.w3.org/XML/1998/namespace").value_or("");
        if (own == language) return xml::normalize_space(note.text());
        if (own == "en") english = xml::normalize_space(note.text());
    }
    return english;
}

}  // namespace

std::vector<ClauseService> coverage_of(const Act& act, std::string_view language) {
    std::vector<ClauseService> rows;
    for (xml::Node clause : act.document().root().first_element("coverage").elements()) {
        const auto value = [&](std::string_view name) { return clause.attribute_or(name, ""); };
        rows.push_back({std::string(value("id")), std::string(value("of")), words(value("mode")), words(value("rules")), words(value("documents")),
                        words(value("terms")), note_of(clause, language)});
    }
    return rows;
}

}  // namespace irikteu::act
