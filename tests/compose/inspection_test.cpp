// What is wrong with templates is found before anybody prints: each fault is put into a copy of the act's templates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "act/act.hpp"
#include "compose/expression_names.hpp"
#include "compose/fo_uses.hpp"
#include "compose/inspection.hpp"
#include "support/folders.hpp"

namespace irikteu::compose {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A change to one file, and what is to be said of it.
struct Spoiled {
    const char *name, *file, *was, *is, *says;
};

std::string faults_with(const Spoiled& spoiled) {
    const fs::path folder = fs::temp_directory_path() / ("irikteu-inspection-" + std::to_string(::getpid()) + '-' + spoiled.name);
    fs::remove_all(folder);
    fs::copy(support::source_path("/templates"), folder, fs::copy_options::recursive);
    const fs::path file = folder / spoiled.file;
    std::ifstream in(file);
    std::stringstream all;
    all << in.rdbuf();
    in.close();
    std::string text = all.str();
    const auto at = text.find(spoiled.was);
    EXPECT_NE(at, std::string::npos) << spoiled.name;
    if (at != std::string::npos) text.replace(at, std::string(spoiled.was).size(), spoiled.is);
    std::ofstream(file) << text;
    std::string found;
    const base::RealDisk disk;
    const act::Act act = act::Act::load(disk, folder.string(), "kz-535-2015");
    for (const TemplateFault& fault : inspect_templates(disk, act)) found += fault.file + ": " + fault.message + '\n';
    fs::remove_all(folder);
    return found;
}

class Inspection : public ::testing::TestWithParam<Spoiled> {};

TEST_P(Inspection, FindsTheFault) { EXPECT_THAT(faults_with(GetParam()), HasSubstr(GetParam().says)); }

const Spoiled kSpoiled[] = {
    {"mode", "kz-535-2015/documents/parts/paper.xsl", "o:text/*\" mode=\"paper\"", "o:text/*\" mode=\"papr\"", "applies templates of the mode papr, which none has"},
    {"value", "kz-535-2015/documents/parts/return.xsl", "'error'", "'eror'", "compares @severity with 'eror', which is none of its values"},
    {"namespace", "kz-535-2015/documents/results.xsl", "urn:irikteu:competition:1", "urn:irikteu:competiton:1", "of the namespace urn:irikteu:competiton:1, which nothing is in"},
    {"document", "kz-535-2015/documents/parts/company.xsl", "'../../act.xml'", "'../../akt.xml'", "reads ../../akt.xml, which is not there"},
    {"token", "kz-535-2015/documents/results.xsl", "<xsl:text>", "<xsl:text>{name} ", "prints \"{\" as it stands"},
    {"unused-variable", "kz-535-2015/documents/results.xsl", "<xsl:template match=\"/d:document\">", "<xsl:template match=\"/d:document\"><xsl:variable name=\"never\" select=\"1\"/>", "defines $never, which nobody uses"},
    {"language", "kz-535-2015/act.xml", "<citation xml:lang=\"ru\">", "<citation xml:lang=\"de\">", "has no citation in ru"},
    {"function", "kz-535-2015/documents/parts/return.xsl", "select=\"normalize-space($application/o:signatory/o:position)\"", "select=\"normalise-space($application/o:signatory/o:position)\"", "return.xsl:98: calls the function normalise-space, which the program does not have"},
    {"function-of-a-test", "kz-535-2015/documents/parts/russian.xsl", "test=\"normalize-space($name)\"", "test=\"bar()\"", "calls the function bar, which the program does not have"},
    {"function-of-an-attribute", "style/page.xsl", "language=\"{$language}\"", "language=\"{zz:lower($language)}\"", "uses the prefix zz in zz:lower, which no xmlns:zz declares"},
    {"function-of-exslt", "kz-535-2015/documents/results.xsl", "<xsl:template match=\"/d:document\">", "<xsl:template match=\"/d:document\"><xsl:if xmlns:str=\"http://exslt.org/strings\" test=\"str:tokenise('a')\"/>", "calls the function str:tokenise, which"},
    {"parameter", "kz-535-2015/documents/receipt.xsl", "with-param name=\"field\"", "with-param name=\"feld\"", "the parameter feld, which it does not have"},
    {"russian-word", "kz-535-2015/documents/results.xsl", "<xsl:text>", "<xsl:text>согласно решению комиссии ", "has Russian words in Kazakh text: "},
    {"kazakh-in-russian", "kz-535-2015/documents/parts/russian.xsl", "<xsl:text>Вниманию: ", "<xsl:text>Өтінімдерді қабылдау: ", "has Kazakh words in text of the language ru: "},
    {"emptied-parameter", "kz-535-2015/documents/results.xsl", "<xsl:call-template name=\"s:document\">", "<xsl:call-template name=\"s:document\"><xsl:with-param name=\"form\" select=\"''\"/>", "gives the parameter form of the template s:document nothing"},
    {"language-of-the-root", "style/page.xsl", "<xsl:attribute name=\"xml:lang\">kk", "<xsl:attribute name=\"xml:lang\">ru", "sets xml:lang to ru, but the documents are in kk"},
    {"language-of-a-block", "kz-535-2015/documents/parts/russian.xsl", "xml:lang=\"ru\"", "xml:lang=\"kk\"", "applies templates of the mode ru where xml:lang is kk"},
    {"no-language", "kz-535-2015/documents/parts/russian.xsl", "xml:lang=\"ru\"", "xml:lang=\"rus\"", "which is none of kk, ru, en"},
    {"metadata", "style/page.xsl", "language=\"{$language}\"", "", "makes ir:document without language"},
    {"message", "kz-535-2015/messages/ru.xml", "key=\"summary.tables\"", "key=\"summary.tabels\"", "lacks the message summary.tables"},
};

INSTANTIATE_TEST_SUITE_P(Faults, Inspection, ::testing::ValuesIn(kSpoiled), [](const auto& spoiled) {
    std::string name = spoiled.param.name;
    for (char& c : name) c = c == '-' ? '_' : c;
    return name;
});

TEST(ExpressionNames, AreNotInVainWhereXPathXsltOrExsltHasThem) {
    const std::map<std::string, std::string> prefixes = {{"str", "http://exslt.org/strings"}, {"exsl", "http://exslt.org/common"}, {"s", "urn:other"}};
    EXPECT_THAT(names_in_vain("a/text()[node()] | key('k', id('x'))[position() = last()]/comment() | document('a')/processing-instruction('b')", prefixes), ::testing::IsEmpty());
    EXPECT_THAT(names_in_vain("str:tokenize($s:x, 'zz:f()') and (b or not(true())) and exsl:node-set($x)/@xml:lang and s:own(1) div (2)", prefixes), ::testing::IsEmpty());
    EXPECT_THAT(names_in_vain("str:tokens(Count(a)) = $q:v/@r:b", prefixes), ::testing::SizeIs(4));
}

TEST(FoUses, AreAllObjectsAndPropertiesThatTheTemplatesWriteOut) {
    const base::RealDisk disk;
    const act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    bool field = false, kept = false, of_a_set = false;
    for (const FoUse& use : fo_uses(disk, act)) {
        field = field || (use.object == "field" && use.property == "tooltip" && use.namespace_uri == "urn:irikteu:fo:1");
        kept = kept || (use.object == "table-row" && use.property == "keep-with-next.within-page" && use.value == "always");
        of_a_set = of_a_set || (use.object.empty() && use.property == "orphans" && use.value == "2");
    }
    EXPECT_TRUE(field && kept && of_a_set);
}

}  // namespace
}  // namespace irikteu::compose
