// What every document has to keep, tried on every sample: the longest data and the emptiest among them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "fo_text.hpp"
#include "sample.hpp"
#include "support/folders.hpp"

namespace irikteu::compose {

using testing::all;
using testing::composed;
using testing::plain;
using testing::text_of;

class EveryDocument : public ::testing::TestWithParam<std::string> {};

/// Set IRIKTEU_GOLDEN=write to write what was composed; read the difference before committing it.
TEST_P(EveryDocument, ReadsAsItsGoldenText) {
    const std::string text = text_of(composed(GetParam()));
    const std::string path = "golden/" + GetParam() + ".txt";
    const char* mode = std::getenv("IRIKTEU_GOLDEN");
    if (mode != nullptr && std::string_view(mode) == "write") {
        base::RealDisk().write(support::source_path("/tests/compose/") + path, text);
    }
    EXPECT_EQ(text, testing::file(path));
}

TEST_P(EveryDocument, HasNoTokenLeftOver) {
    const std::string text = text_of(composed(GetParam()));
    for (const char* token : {"{", "}", "$", "NaN", "Infinity", "true", "false", "xsl:", "fo:", "()", " ,", " ;", " .", "..,",
                              ", ,", "«»", "-тармақтың )", "№ №"}) {
        EXPECT_EQ(text.find(token), std::string::npos) << "\"" << token << "\" in\n" << text;
    }
}

TEST_P(EveryDocument, IsTitledInKazakhAndSaysWhoIssuedItWhen) {
    const xml::Document fo = composed(GetParam());
    ASSERT_EQ(all(fo, "document").size(), 1u);
    const xml::Node document = all(fo, "document").front();
    EXPECT_NE(document.attribute_or("title", ""), "");
    EXPECT_EQ(document.attribute("language"), "kk");
    EXPECT_EQ(document.attribute("date"), testing::data_of(GetParam()).root().attribute("clock"));
    EXPECT_EQ(fo.root().attribute("lang", "http://www.w3.org/XML/1998/namespace"), "kk");
}

TEST_P(EveryDocument, HasOneTopHeadingAndSkipsNoLevel) {
    int level = 0;
    int tops = 0;
    const xml::Document fo = composed(GetParam());
    for (const xml::Node block : all(fo, "block")) {
        const auto named = block.attribute("role", "urn:irikteu:fo:1");
        if (!named || named->size() != 2 || (*named)[0] != 'H') continue;
        const int now = (*named)[1] - '0';
        EXPECT_LE(now, level + 1) << testing::line_of(block);
        if (now == 1) ++tops;
        level = now;
    }
    EXPECT_EQ(tops, 1);
}

TEST_P(EveryDocument, NamesEachFieldOnceAndSaysWhatItIsFor) {
    std::set<std::string> names;
    bool is_signed = false;
    const xml::Document fo = composed(GetParam());
    const auto fields = all(fo, "field");
    for (const xml::Node field : fields) {
        is_signed = is_signed || field.attribute("kind") == "signature";
        EXPECT_NE(field.attribute_or("tooltip", ""), "");
        EXPECT_TRUE(names.insert(std::string(field.attribute_or("name", ""))).second) << field.attribute_or("name", "");
    }
    // The papers and forms for which the act names no signatory.
    static const std::set<std::string> unsigned_kinds = {"concept", "strategy", "road-map-6", "company-sheet-2"};
    EXPECT_EQ(!is_signed, unsigned_kinds.count(testing::kind_of(GetParam())) > 0);
}

TEST_P(EveryDocument, KeepsItsSignaturesWithTheTextBeforeThem) {
    const xml::Document fo = composed(GetParam());
    for (const xml::Node table : all(fo, "table")) {
        const std::string line = testing::line_of(table);
        if (line.find("[organiser]") == std::string::npos && line.find("[chair]") == std::string::npos) continue;
        EXPECT_EQ(table.attribute("keep-with-previous.within-page"), "always");
        const xml::Node before = table.previous_sibling();
        ASSERT_TRUE(before);
        EXPECT_EQ(before.name(), "block") << "signatures after a table may part from it";
        for (const xml::Node row : table.first_element("table-body").elements()) {
            EXPECT_EQ(row.attribute("keep-together.within-page"), "always");
        }
    }
}

TEST_P(EveryDocument, RepeatsTheHeaderOfEveryRuledTable) {
    const xml::Document fo = composed(GetParam());
    for (const xml::Node table : all(fo, "table")) {
        if (table.attribute("role", "urn:irikteu:fo:1") == "Div") continue;
        std::size_t columns = 0;
        for (const xml::Node child : table.elements()) columns += child.name() == "table-column";
        const xml::Node header = table.first_element("table-header");
        if (header) {
            std::size_t cells = 0;
            for (const xml::Node cell : header.first_element("table-row").elements()) {
                ++cells;
                EXPECT_EQ(cell.attribute("role", "urn:irikteu:fo:1"), "TH");
            }
            EXPECT_EQ(cells, columns);
        } else {
            EXPECT_LE(columns, 3u) << "a table of data without a header: " << testing::line_of(table);
        }
    }
}

TEST_P(EveryDocument, TellsAScreenReaderOfNoTableThatOnlyPlacesThings) {
    const std::string_view ir = "urn:irikteu:fo:1";
    const xml::Document fo = composed(GetParam());
    for (const xml::Node table : all(fo, "table")) {
        if (table.attribute("role", ir) != "Div") continue;
        const xml::Node body = table.first_element("table-body");
        EXPECT_EQ(body.attribute("role", ir), "none");
        for (const xml::Node row : body.elements()) {
            EXPECT_EQ(row.attribute("role", ir), "Div");
            for (const xml::Node cell : row.elements()) EXPECT_EQ(cell.attribute("role", ir), "none");
        }
    }
}

TEST(TheAnnexes, SayTheirSheetsAndTheirCopies) {
    for (const char* sample : {"protocol-22-full", "covering-letter-37-long", "conclusion-29-long"}) {
        xml::Document data = testing::data_of(sample);
        xml::Node annex = data.root().first_element("annex");
        if (!annex) annex = data.root().append_with_text("annex", "салыстырма кесте");
        annex.set_attribute("sheets", "37");
        annex.set_attribute("copies", "3");
        const std::string text = text_of(testing::composer().compose(testing::kind_of(sample), data));
        EXPECT_NE(text.find("37 (отыз жеті) парақта, 3 (үш) данада"), std::string::npos) << text;
    }
}

namespace {

std::string name_of(const ::testing::TestParamInfo<std::string>& parameter) {
    std::string name = parameter.param;
    for (char& c : name) {
        if (c == '-') c = '_';
    }
    return name;
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Samples, EveryDocument, ::testing::ValuesIn(testing::samples()), name_of);

}  // namespace irikteu::compose
