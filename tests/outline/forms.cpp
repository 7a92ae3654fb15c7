#include "forms.hpp"

#include <gtest/gtest.h>

#include "outline/align.hpp"
#include "papers.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::outline::testing {

xml::Document aligned(const std::string& text, const std::string& file) {
    auto dossier = xml::Document::parse("<dossier xmlns='urn:irikteu:dossier:1' stage='1'><documents><document file='" + file + "'><text>" + text +
                                            "</text></document></documents></dossier>", "dossier.xml");
    align(dossier, act_535());
    const auto schema = xml::Schema::load(base::RealDisk(), support::source_path("/templates/schema/dossier.xsd"));
    for (const auto& fault : schema.validate(dossier)) ADD_FAILURE() << fault.line << ": " << fault.message;
    return dossier;
}

std::string paragraphs(const std::vector<std::string>& lines) {
    std::string text;
    int index = 0;
    for (const auto& line : lines) text += "<p at='p" + std::to_string(++index) + "'>" + line + "</p>";
    return text;
}

std::string table(std::initializer_list<std::initializer_list<std::string>> rows) {
    std::string text = "<table at='t1'>";
    for (const auto& row : rows) {
        text += "<row>";
        for (const auto& cell : row) text += "<cell><p>" + cell + "</p></cell>";
        text += "</row>";
    }
    return text + "</table>";
}

std::string kind_of(const xml::Document& dossier) {
    return std::string(dossier.root().first_element("documents").first_element("document").attribute_or("kind", ""));
}

}  // namespace irikteu::outline::testing
