#include "outline/printed_headings.hpp"

#include <string>
#include <vector>

namespace irikteu::outline {

namespace {

class Printer {
  public:
    Printer(xml::Node typed, xml::Node text) : text_(text) {
        for (xml::Node node : typed.elements()) (node.name() == "company" ? companies_ : typed_).push_back(node);
        taken_.resize(typed_.size());
    }

    void print(xml::Node structure) {
        take({});  // What stands before the first heading.
        sections(structure, 1);
        for (std::size_t i = 0; i < typed_.size(); ++i) {
            if (!taken_[i]) copy(typed_[i]);
        }
        for (const xml::Node company : companies_) text_.append_copy(company);
    }

  private:
    void sections(xml::Node above, int level) {
        for (xml::Node section : above.elements()) {
            if (section.name() != "section") continue;
            xml::Node heading = text_.append_with_text("heading", section.child_text("title"));
            heading.set_attribute("level", std::to_string(level));
            if (const auto number = section.attribute("number")) heading.set_attribute("number", *number);
            heading.set_attribute("how", "form");
            take(section.attribute_or("id", ""));
            if (section.first_element("sheet")) {
                for (const xml::Node company : companies_) text_.append_copy(company);
                companies_.clear();
            }
            sections(section, level + 1);
        }
    }

    void take(std::string_view section) {
        for (std::size_t i = 0; i < typed_.size(); ++i) {
            if (taken_[i] || typed_[i].attribute_or("section", "") != section) continue;
            taken_[i] = true;
            copy(typed_[i]);
        }
    }

    void copy(xml::Node node) { text_.append_copy(node).remove_attribute("section"); }

    xml::Node text_;
    std::vector<xml::Node> typed_, companies_;
    std::vector<bool> taken_;
};

}  // namespace

void put_printed_headings(xml::Node paper, xml::Node appendix) {
    xml::Node typed = paper.first_element("text");
    if (!typed || typed.attribute_or("form", "false") != "true") return;
    if (!paper.first_element("title")) typed.insert_before("title").append_text(appendix.child_text("paper_title"));
    xml::Node text = paper.append("text");
    Printer(typed, text).print(appendix.first_element("structure"));
    typed.remove();
}

}  // namespace irikteu::outline
