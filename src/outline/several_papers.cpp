#include "outline/several_papers.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "outline/recognise.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_title = 160;  ///< Characters.
constexpr std::size_t most_tries = 12;      ///< Lines of a paper at which the next may begin.
constexpr int most_papers = 6;              ///< In one file; an application has no more.
constexpr int head_of_sheet = 10;  ///< Hundredths of a sheet in which a paper's title begins.

/// Hundredths of a sheet.
std::optional<int> sheet_of(xml::Node node) {
    const auto text = node.attribute("sheet");
    if (!text) return std::nullopt;
    const char* const end = text->data() + text->size();
    int whole = 0;
    int part = 0;
    const char* const point = std::from_chars(text->data(), end, whole).ptr;
    if (point < end) std::from_chars(point + 1, end, part);
    return whole * 100 + part;
}

std::string to_text(int hundredths) {
    const std::string part = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (part.size() < 2 ? ".0" : ".") + part;
}

void count_sheets_from(xml::Node text, int first) {
    for (xml::Node node : text.elements()) {
        if (const auto sheet = sheet_of(node)) node.set_attribute("sheet", to_text(std::max(*sheet - first, 0)));
    }
}

/// The lines at which another paper may begin, and what each says it is.
struct Beginning {
    std::size_t element;
    std::string kind;
    int sheet;
};

std::vector<Beginning> beginnings_of(const std::vector<xml::Node>& elements, const act::Act& act) {
    const KindsByTitle kinds(act);
    std::vector<Beginning> found;
    for (std::size_t i = 1; i < elements.size() && found.size() < most_tries; ++i) {
        const xml::Node node = elements[i];
        const auto sheet = sheet_of(node);
        if (node.name() == "table" || !sheet || *sheet < 100 || *sheet % 100 > head_of_sheet) continue;
        const std::string line = node.text();
        if (visible_characters(line) == 0 || visible_characters(line) > longest_title) continue;
        std::string kind = kinds.of(line);
        if (kind == "attachment" && i + 1 < elements.size() && elements[i + 1].name() != "table") kind = kinds.of(line + ' ' + elements[i + 1].text());
        if (kind != "attachment") found.push_back({i, std::move(kind), *sheet});
    }
    return found;
}

/// A document as the first, with the elements from `from` on.
xml::Node copied(xml::Node document, const std::vector<xml::Node>& elements, std::size_t from) {
    xml::Node part = document.parent().append("document");
    for (xml::Node attribute = document.first_attribute(); attribute; attribute = attribute.next_sibling()) part.set_attribute(attribute.name(), attribute.text());
    xml::Node text = part.append("text");
    for (std::size_t i = from; i < elements.size(); ++i) text.append_copy(elements[i]);
    return part;
}

}  // namespace

void part_papers(xml::Node document, const act::Act& act, const Wording& wording) {
    bool parted = true;
    for (int papers = 1; parted && papers < most_papers; ++papers) {
        parted = false;
        const xml::Node text = document.first_element("text");
        std::vector<xml::Node> elements;
        for (xml::Node node : text.elements()) elements.push_back(node);
        for (const Beginning& each : beginnings_of(elements, act)) {
            xml::Node rest = copied(document, elements, each.element);
            // It has to be so by its content too: a title alone may be a sentence.
            xml::Node before = copied(document, elements, elements.size());
            for (std::size_t i = 0; i < each.element; ++i) before.first_element("text").append_copy(elements[i]);
            const std::string first = recognise(before.first_element("text"), act, wording);
            before.remove();
            if (first == "attachment" || first == each.kind || !is_by_content(rest.first_element("text"), each.kind, act, wording)) {
                rest.remove();
                continue;
            }
            const int sheets_before = each.sheet / 100;
            if (xml::Node volume = document.first_element("volume")) {
                int sheets = 0;
                const auto stated = volume.attribute_or("sheets", "");
                std::from_chars(stated.data(), stated.data() + stated.size(), sheets);
                rest.append_copy(volume).set_attribute("sheets", std::to_string(std::max(sheets - sheets_before, 1)));
                volume.set_attribute("sheets", std::to_string(sheets_before));
            }
            count_sheets_from(rest.first_element("text"), sheets_before * 100);
            for (std::size_t i = each.element; i < elements.size(); ++i) elements[i].remove();
            document = rest;
            parted = true;
            break;
        }
    }
}

}  // namespace irikteu::outline
