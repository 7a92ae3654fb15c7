// Every kind of document that the program knows, made by the program from its sample data.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "end_to_end/program.hpp"
#include "pdf/conformance.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;

namespace {

const std::string kDocuments = kSamples + "/documents";

struct Made {
    Scratch scratch{"every-document"};
    Json list = Json::parse(irikteu({"document", "list", "--json"}).out, nullptr, false);
    std::map<std::string, std::string> pdfs;  ///< Path by kind.
    Made() {
        fs::create_directories(scratch.path);
        for (const Json& row : list) {
            const std::string kind = row["kind"];
            const std::string pdf = scratch.path + '/' + kind + ".pdf";
            const auto finished = irikteu({"document", "make", kind, kDocuments + '/' + kind + ".xml", "-o", pdf});
            EXPECT_EQ(finished.status, 0) << kind << ": " << finished.err;
            pdfs[kind] = pdf;
        }
    }
};

const Made& made() {
    static const Made once;
    return once;
}

/// Letters only: what line breaks, hyphens and spaces can't change.
std::string squeezed(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '\f' || text[i] == '\r' || text[i] == '\t') continue;
        if (text.compare(i, 2, "\xC2\xA0") == 0 || text.compare(i, 2, "\xC2\xAD") == 0) {
            ++i;
            continue;
        }
        if (text.compare(i, 3, "\xE2\x80\x8B") == 0 || text.compare(i, 3, "\xE2\x81\xA0") == 0) {
            i += 2;
            continue;
        }
        out += text[i];
    }
    return out;
}

/// The text without the footers, which would stand in the middle of paragraphs that go on over a page's end.
std::string text_of(const std::string& pdf) {
    std::istringstream lines(support::run({"pdftotext", "-raw", pdf, "-"}).out);
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("· ҚР Үкіметінің 16.07.2015") == std::string::npos) text += line + '\n';
    }
    return text;
}

/// The text of the elements of that name that hold text only, in order.
std::vector<std::string> texts(const std::string& xml, const std::string& name) {
    std::vector<std::string> found;
    for (std::size_t at = xml.find('<' + name); at != std::string::npos; at = xml.find('<' + name, at + 1)) {
        const char after = xml[at + 1 + name.size()];
        const std::size_t open = xml.find('>', at);
        if ((after != '>' && after != ' ') || xml[open - 1] == '/') continue;
        const std::string text = xml.substr(open + 1, xml.find('<', open) - open - 1);
        if (text.find_first_not_of(" \n\t") != std::string::npos) found.push_back(text);
    }
    return found;
}

std::string unescaped(std::string text) {
    for (const auto& [entity, plain] : std::map<std::string, std::string>{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + plain.size())) text.replace(at, entity.size(), plain);
    }
    return text;
}

/// The elements of the data whose every value has to stand in the document of that kind.
std::vector<std::string> values_of(const std::string& kind) {
    if (kind.starts_with("letter-") && kind != "letter-27" && kind != "letter-28") return {"applicant", "cluster", "annex"};
    if (kind.starts_with("letter-")) return {"cluster", "annex"};
    if (kind.starts_with("covering-letter")) return {"annex"};
    if (kind.starts_with("conclusion-")) return {"applicant", "cluster", "subject", "text", "verdict", "agreement"};
    if (kind.starts_with("expert-conclusion")) return {"cluster", "remark", "organisation", "basis"};
    if (kind == "score-sheet") return {"cluster", "applicant", "score"};
    if (kind == "protocol-41") return {"cluster", "applicant", "organisation", "basis"};
    if (kind == "protocol-22" || kind == "protocol-25" || kind == "protocol-36" || kind == "protocol-39") return {"cluster", "applicant", "organisation", "basis", "speech", "support", "opinion"};
    if (kind == "protocol-15" || kind == "protocol-31") return {"cluster_name", "applicant_name"};
    if (kind == "concept" || kind == "strategy") return {"heading", "p"};
    if (kind == "company-sheet-2") return {"street", "city", "zip", "email", "turnover", "rdcost"};
    if (kind == "road-map-6") return {"title", "form", "executor", "volume", "source", "deadline", "results", "target_group", "evaluation"};
    if (kind == "change-receipt") return {"applicant_name", "request"};
    if (kind == "repeat") return {"basis", "address"};
    if (kind == "results") return {"basis"};
    if (kind == "announcement") return {"address"};
    if (kind == "inventory") return {"item", "cluster_name"};
    if (kind == "local-conclusion-3") return {"participant", "activity", "organ_name"};
    return {"cluster_name", "applicant_name"};
}

}  // namespace

TEST(EveryKindOfDocument, IsListedWithItsClauseAndItsTitleInThreeLanguages) {
    ASSERT_GE(made().list.size(), 38u);
    for (const Json& row : made().list) {
        EXPECT_NE(row["clause"], "") << row;
        std::set<std::string> titles;
        for (const char* language : {"kk", "ru", "en"}) titles.insert(row["title"][language].get<std::string>());
        EXPECT_EQ(titles.size(), 3u) << row;
    }
}

TEST(EveryKindOfDocument, HasSampleData) {
    std::set<std::string> kinds, samples;
    for (const Json& row : made().list) kinds.insert(row["kind"]);
    for (const auto& entry : fs::directory_iterator(kDocuments)) samples.insert(entry.path().stem().string());
    EXPECT_EQ(kinds, samples);
}

TEST(EveryKindOfDocument, ShowsTheValuesOfItsData) {
    for (const auto& [kind, pdf] : made().pdfs) {
        const std::string data = slurp(kDocuments + '/' + kind + ".xml");
        const std::string text = squeezed(text_of(pdf));
        for (const std::string& name : values_of(kind)) {
            for (const std::string& value : texts(data, name)) {
                EXPECT_NE(text.find(squeezed(unescaped(value))), std::string::npos) << kind << " lacks " << name << ": " << value;
            }
        }
    }
}

TEST(EveryKindOfDocument, HasNoTokenLeftOver) {
    for (const auto& [kind, pdf] : made().pdfs) {
        const std::string text = text_of(pdf);
        for (const char* token : {"{", "}", "$", "NaN", "xsl:", "fo:", "()", "«»", "№ №"}) {
            EXPECT_EQ(text.find(token), std::string::npos) << kind << " has " << token;
        }
    }
}

TEST(EveryKindOfDocument, IsSoundToIndependentPrograms) {
    for (const auto& [kind, pdf] : made().pdfs) {
        EXPECT_EQ(support::run({"qpdf", "--check", pdf}).status, 0) << kind;
        EXPECT_THAT(support::run({"pdfinfo", "-struct", pdf}).out, ::testing::HasSubstr("H1")) << kind;
        EXPECT_THAT(support::run({"pdfdetach", "-list", pdf}).out, ::testing::HasSubstr("source.xml")) << kind;
    }
}

TEST(EveryKindOfDocument, KeepsTheRulesOfPdfAAndPdfUa) {
    for (const auto& [kind, pdf] : made().pdfs) EXPECT_THAT(pdf_test::conformance_faults(pdf), ::testing::IsEmpty()) << kind;
}

TEST(TheHouseStyle, OfAnOrganisationTakesPrecedenceOverTheActs) {
    const Scratch scratch("house");
    fs::create_directories(scratch.path);
    const std::string house = scratch.path + "/house.xsl";
    std::ofstream(house) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:s='urn:irikteu:style:1'>"
                            "<xsl:param name='margin-left' select='31'/><xsl:param name='font-size' select='13'/>"
                            "<xsl:attribute-set name='s:type'><xsl:attribute name='letter-spacing'>2pt</xsl:attribute></xsl:attribute-set>"
                            "</xsl:stylesheet>";
    const std::string data = kDocuments + "/results.xml";
    const auto own = irikteu({"document", "make", "results", data, "-o", "-", "--fo", "--house", house});
    ASSERT_EQ(own.status, 0) << own.err;
    EXPECT_THAT(own.out, ::testing::HasSubstr("margin-left=\"31mm\""));
    EXPECT_THAT(own.out, ::testing::HasSubstr("font-size=\"13pt\""));
    EXPECT_THAT(own.out, ::testing::HasSubstr("letter-spacing=\"2pt\""));
    const auto usual = irikteu({"document", "make", "results", data, "-o", "-", "--fo"});
    EXPECT_THAT(usual.out, ::testing::HasSubstr("margin-left=\"20mm\""));
    const auto absent = irikteu({"document", "make", "results", data, "-o", "-", "--house", scratch.path + "/none.xsl"});
    EXPECT_NE(absent.status, 0);
    EXPECT_THAT(absent.err, ::testing::HasSubstr("none.xsl"));
}

}  // namespace irikteu::end_to_end
