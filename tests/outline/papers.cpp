#include "papers.hpp"

#include "base/disk.hpp"
#include "outline/structure.hpp"
#include "support/folders.hpp"

namespace irikteu::outline::testing {

const act::Act& act_535() {
    static const act::Act act = act::Act::load(base::RealDisk(), support::source_path("/templates"), "kz-535-2015");
    return act;
}

const Prescribed& concept_structure() {
    static const Prescribed prescribed = Prescribed::of(act_535().appendix("2"));
    return prescribed;
}

const Prescribed& strategy_structure() {
    static const Prescribed prescribed = Prescribed::of(act_535().appendix("5"));
    return prescribed;
}

const Item& item(const Prescribed& prescribed, const std::string& id) {
    for (const Item& each : prescribed.items) {
        if (each.id == id) return each;
    }
    throw std::out_of_range(id);
}

namespace {
std::string printed_number(const Item& item) {
    if (item.path.back() == 0) return "";
    if (item.depth == 1) return std::to_string(item.path.front()) + ".";
    return std::to_string(item.path.back()) + ")";
}
}  // namespace

std::vector<Line> full_paper(const Prescribed& prescribed) {
    std::vector<Line> lines;
    for (const Item& item : prescribed.items) {
        lines.push_back({"heading", printed_number(item), item.title, item.depth});
        if (!item.has_items) lines.push_back({"p", "", "Бұл бөлімде кластердің " + item.id + " тармағы бойынша деректер баяндалады.", 0});
    }
    return lines;
}

int line_of(const std::vector<Line>& lines, const Prescribed& prescribed, const std::string& id) {
    int before = 0;
    const Item& wanted = item(prescribed, id);
    for (const Item& each : prescribed.items) {
        if (each.id == id) break;
        before += each.title == wanted.title;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text == wanted.title && before-- == 0) return static_cast<int>(i);
    }
    return -1;
}

xml::Document dossier_with(const std::vector<Line>& lines, const std::string& paper) {
    auto document = xml::Document::create("dossier", "urn:irikteu:dossier:1");
    xml::Node text = document.root().append(paper).append("text");
    int paragraph = 0;
    for (const Line& line : lines) {
        xml::Node node = text.append_with_text(line.element, line.text);
        if (!line.number.empty()) node.set_attribute("number", line.number);
        if (line.level > 0) node.set_attribute("level", std::to_string(line.level));
        node.set_attribute("at", "p" + std::to_string(++paragraph));
    }
    return document;
}

namespace {
void collect(xml::Node parent, Outcome& outcome) {
    for (xml::Node section : parent.elements()) {
        if (section.name() == "extra") outcome.extras.push_back(section.text());
        if (section.name() != "section") continue;
        const std::string id(section.attribute_or("item", ""));
        const std::string status(section.attribute_or("status", ""));
        if (status == "duplicate") {
            outcome.duplicates.push_back(id);
            continue;
        }
        outcome.status[id] = status;
        outcome.how[id] = section.attribute_or("how", "");
        outcome.headings[id] = section.child_text("heading");
        collect(section, outcome);
    }
}
}  // namespace

Outcome outline_of(const std::vector<Line>& lines, const Prescribed& prescribed) {
    auto document = dossier_with(lines);
    return outline_of(document.root().first_element("concept"), prescribed);
}

Outcome outline_of(xml::Node paper, const Prescribed& prescribed) {
    const Wording wording(act_535());
    write_outline(paper, prescribed, Comparison(prescribed, wording.senses, wording.generic), wording);
    Outcome outcome;
    collect(paper.first_element("outline"), outcome);
    return outcome;
}

std::vector<std::string> Outcome::faults() const {
    std::vector<std::string> all;
    for (const auto& [id, value] : status) {
        if (value != "found") all.push_back(id + " " + value);
    }
    return all;
}

}  // namespace irikteu::outline::testing
