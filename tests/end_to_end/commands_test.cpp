#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "end_to_end/program.hpp"
#include "support/folders.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;
using ::testing::HasSubstr;

namespace {
const std::string kInbox = kCompetition + "/inbox/";
const std::string kData = support::source_path("/tests/compose/data/");
const std::string kDocuments = support::source_path("/templates/kz-535-2015/documents/");

void write(const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}
}  // namespace

TEST(Check, AnswersWithStatusTextAndJson) {
    EXPECT_EQ(irikteu({"check", kInbox + "01-turkistan-textile.xml"}).status, 0);
    const auto missing = irikteu({"check", "--lang", "en", kInbox + "06-karagandy-metal.xml"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.out, HasSubstr("K6-conclusion"));
    const auto both = irikteu({"check", "--json", kInbox + "01-turkistan-textile.xml", kInbox + "09-mangystau-marine"});
    EXPECT_EQ(both.status, 3);
    const Json answers = Json::parse(both.out);
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0]["verdict"], "conforming");
    EXPECT_EQ(answers[1]["verdict"], "undetermined");
}

TEST(Check, CallsWhatItCannotReadUndeterminedAndNamesIt) {
    const Scratch scratch{"unreadable"};
    write(scratch.path + "/broken.xml", "<dossier xmlns='urn:irikteu:dossier:1'><application></dossier>");
    const auto broken = irikteu({"check", scratch.path + "/broken.xml"});
    EXPECT_EQ(broken.status, 3);
    EXPECT_THAT(broken.out, HasSubstr("broken.xml"));
    EXPECT_EQ(irikteu({"check", scratch.path + "/absent.xml"}).status, 3);
}

TEST(Check, SaysInTheReportsLanguageWhyAFileIsRefused) {
    const Scratch scratch{"refused"};
    const auto told = [&](const std::string& name, const std::string& bytes, const std::string& language) {
        write(scratch.path + "/" + name, bytes);
        std::string out = irikteu({"check", "--lang", language, scratch.path + "/" + name}).out;
        for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos; ++at) {  // As one line.
            const std::size_t end = out.find_first_not_of(' ', at + 1);
            out.replace(at, (end == std::string::npos ? out.size() : end) - at, " ");
        }
        return out;
    };
    const std::string doc = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, 'a');
    EXPECT_THAT(told("concept.docx", doc, "ru"), HasSubstr("это файл Word 97–2003 (.doc): откройте его и сохраните в формате .docx"));
    EXPECT_THAT(told("concept.docx", doc, "kk"), HasSubstr("оны ашып, .docx пішімінде сақтаңыз"));
    EXPECT_THAT(told("concept.docx", doc, "en"), HasSubstr("is a file of Word 97-2003: open it and save it as .docx"));
    EXPECT_THAT(told("r.docx", "{\\rtf1 a}", "ru"), HasSubstr("это текст RTF"));
    EXPECT_THAT(told("z.docx", "PK\x03\x04" + std::string(600, 'a'), "kk"), HasSubstr("zip бүлінген немесе соңы жоқ"));
    EXPECT_THAT(told("b.xml", "<dossier xmlns='urn:irikteu:dossier:1'><a></dossier>", "ru"), HasSubstr("(строка 1: элемент a, открытый в строке 1, не закрыт перед </dossier>)"));
    EXPECT_THAT(told("b.xml", "<dossier xmlns='urn:irikteu:dossier:1'>\n<a>text", "kk"), HasSubstr("(2-жол: файл 2-жолда ашылған a элементінің ішінде үзіледі)"));
    // What exceeds a limit is not badly built, and the words of libxml2 stay out of Kazakh and Russian.
    const std::string open = "<dossier xmlns='urn:irikteu:dossier:1'>";
    std::string attributes;
    for (int i = 0; i < 501; ++i) attributes += " a" + std::to_string(i) + "=''";
    EXPECT_THAT(told("many.xml", open + "<a" + attributes + "/></dossier>", "ru"), HasSubstr("(строка 1: у элемента слишком много атрибутов)"));
    EXPECT_THAT(told("other.xml", "<dossiers/>", "ru"), HasSubstr("(строка 1: корневой элемент – не dossier)"));
    const std::string cure = "<dossier xmlns=\"urn:irikteu:dossier:1\">";
    EXPECT_THAT(told("bare.xml", "<dossier/>", "ru"), HasSubstr("(строка 1: у корневого элемента dossier не указано пространство имён: напишите " + cure + ")"));
    EXPECT_THAT(told("bare.xml", "<dossier/>", "kk"), HasSubstr("(1-жол: түбірлік dossier элементінің атаулар кеңістігі жазылмаған: " + cure + " деп жазыңыз)"));
    EXPECT_THAT(told("bare.xml", "<dossier/>", "en"), HasSubstr("(root element is dossier without a namespace: write " + cure + ")"));
    EXPECT_THAT(told("other-one.xml", "<dossier xmlns='urn:x'/>", "ru"), HasSubstr("у корневого элемента dossier другое пространство имён: напишите " + cure));
    EXPECT_THAT(told("other-one.xml", "<dossier xmlns='urn:x'/>", "kk"), HasSubstr("түбірлік dossier элементінің атаулар кеңістігі басқа: "));
    EXPECT_THAT(told("bytes.xml", open + "\n\xCA\xE0\xE7</dossier>", "kk"), HasSubstr("(2-жол: таңбалары UTF-8 емес, басқаша кодталған)"));
    EXPECT_THAT(told("entity.xml", open + "&foo;</dossier>", "ru"), HasSubstr("(строка 1: XML построен неправильно)"));
    // That --kind names what is not there asks for another cure than saving as .docx.
    const auto other = irikteu({"check", "--json", "--kind", "strategy", kInbox + "06-karagandy-metal.xml"});
    const Json finding = Json::parse(other.out)["findings"][0];
    EXPECT_THAT(finding["message"]["ru"].get<std::string>(), HasSubstr("в нём нет документа, названного в --kind (нет: strategy)"));
    EXPECT_THAT(finding["remedy"]["ru"].get<std::string>(), Not(HasSubstr(".docx")));
    // What it is was not told: nothing is said of it, and a name of the program's own never.
    for (const std::string language : {"kk", "ru", "en"}) EXPECT_THAT(told("concept.docx", doc, language), Not(HasSubstr("unknown")));
    EXPECT_THAT(told("letter.html", "<html><body><p>Hello</p></body></html>", "en"), Not(HasSubstr("Taken for")));
}

TEST(Check, CallsNothingMendedThatWasNotHandedIn) {
    const Scratch scratch{"against-one"};
    write(scratch.path + "/old.json", irikteu({"check", "--json", kInbox + "02-almaty-it"}).out);
    const auto one = irikteu({"check", "--json", "--against", scratch.path + "/old.json", kInbox + "02-almaty-it/local-conclusion.docx"});
    const Json comparison = Json::parse(one.out)["comparison"];
    EXPECT_EQ(comparison["mended"], 0);
    EXPECT_GE(comparison["unknown"].get<int>(), 1);
}

TEST(Check, SaysWhatWasMendedSinceAnEarlierReport) {
    const Scratch scratch{"against"};
    const auto first = irikteu({"check", "--format", "xml", kInbox + "04-atyrau-petrochem.xml"});
    write(scratch.path + "/old.xml", first.out);
    const auto same = irikteu({"check", "--json", "--against", scratch.path + "/old.xml", kInbox + "04-atyrau-petrochem.xml"});
    const Json still = Json::parse(same.out)["comparison"];
    EXPECT_EQ(still["mended"].get<int>() + still["new"].get<int>() + still["unknown"].get<int>(), 0);
    EXPECT_GE(still["open"].get<int>(), 6);
    const auto other = irikteu({"check", "--lang", "en", "--against", scratch.path + "/old.xml", kInbox + "01-turkistan-textile.xml"});
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.err, HasSubstr("is a report on another dossier"));
    const auto in_russian = [&](const std::string& report, const std::string& file) { return irikteu({"check", "--lang", "ru", "--against", scratch.path + report, file}).err; };
    EXPECT_THAT(in_russian("/old.xml", kInbox + "01-turkistan-textile.xml"), HasSubstr("это отчёт о другой заявке: "));
    const std::string renamed = std::regex_replace(first.out, std::regex("<cluster_name>[^<]*"), "<cluster_name>Басқа");
    write(scratch.path + "/renamed.xml", std::regex_replace(renamed, std::regex(" input=\"[^\"]*\""), ""));
    EXPECT_THAT(in_russian("/renamed.xml", kInbox + "04-atyrau-petrochem.xml"), HasSubstr("/renamed.xml: в прежнем отчёте названо иначе: Басқа (здесь: "));
    EXPECT_THAT(irikteu({"check", "--lang", "kk", scratch.path + "/none"}).err, HasSubstr("/none: мұндай файл немесе қалта жоқ"));
    EXPECT_EQ(irikteu({"check", "--json", "--format", "csv", kInbox + "01-turkistan-textile.xml"}).status, 2);
    EXPECT_EQ(irikteu({"coverage", "--json", "--format", "html"}).status, 2);
    EXPECT_EQ(irikteu({"coverage", "--json", "--format", "json"}).status, 0);
    EXPECT_EQ(irikteu({"check", "--against", scratch.path + "/none.xml", kInbox + "01-turkistan-textile.xml"}).status, 3);
    EXPECT_EQ(irikteu({"check", "--against", scratch.path + "/old.xml", kInbox + "01-turkistan-textile.xml", kInbox + "04-atyrau-petrochem.xml"}).status, 2);
}

TEST(Check, WeighsFaultsAsTheOrganisationSays) {
    const Scratch scratch{"severities"};
    write(scratch.path + "/ours.xml", "<severities xmlns='urn:irikteu:severities:1' organisation='Министрлік'><severity rule='K6-conclusion' is='warning' author='Серіков Н.' "
                                      "date='2015-09-01'><reason>Қорытынды кейін беріледі.</reason></severity></severities>");
    const auto weighed = irikteu({"check", "--severities", scratch.path + "/ours.xml", kInbox + "06-karagandy-metal.xml"});
    EXPECT_EQ(weighed.status, 0) << weighed.out;
    EXPECT_THAT(weighed.out, HasSubstr("Қорытынды кейін беріледі."));
    EXPECT_EQ(irikteu({"check", "--fail-on", "warning", "--severities", scratch.path + "/ours.xml", kInbox + "06-karagandy-metal.xml"}).status, 1);
    write(scratch.path + "/wrong.xml", "<severities xmlns='urn:irikteu:severities:1' organisation='x'><severity rule='K6-nothing' is='warning' author='x' date='2015-09-01'>"
                                       "<reason>y</reason></severity></severities>");
    const auto wrong = irikteu({"check", "--severities", scratch.path + "/wrong.xml", kInbox + "06-karagandy-metal.xml"});
    EXPECT_NE(wrong.status, 0);
    EXPECT_THAT(wrong.err, HasSubstr("K6-nothing"));
}

TEST(Check, WritesTablesAndEveryFace) {
    const std::vector<std::string> both = {kInbox + "04-atyrau-petrochem.xml", kInbox + "06-karagandy-metal.xml"};
    const auto csv = irikteu({"check", "--format", "csv", both[0], both[1]});
    EXPECT_THAT(csv.out, HasSubstr("\r\n06-karagandy-metal.xml,"));
    EXPECT_THAT(irikteu({"check", "--format", "hits", both[0], both[1]}).out, HasSubstr("\r\n1,"));
    EXPECT_EQ(Json::parse(irikteu({"check", "--format", "sarif", both[0], both[1]}).out)["version"], "2.1.0");
    EXPECT_THAT(irikteu({"check", "--format", "svrl", both[0]}).out, HasSubstr("schematron-output"));
    EXPECT_EQ(irikteu({"check", "--format", "svrl", both[0], both[1]}).status, 2);
    EXPECT_EQ(irikteu({"check", "--format", "nothing", both[0]}).status, 2);
}

TEST(Check, NeverCallsConformingWhatTheFileDoesNotHold) {
    const Scratch scratch{"kind"};
    const std::string blank = scratch.path + "/blank.pdf";
    fs::create_directories(scratch.path);
    EXPECT_EQ(irikteu({"blank", "2", "-o", blank}).status, 0);
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{{"--kind", "road-map", kInbox + "04-atyrau-petrochem.xml"},
                                                                                           {"--kind", "road-map", kInbox + "02-almaty-it"},
                                                                                           {"--kind", "road-map", kInbox + "03-kostanay-grain.zip"},
                                                                                           {"--kind", "road-map", blank}}) {
        std::vector<std::string> command = {"check", "--json"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        const auto checked = irikteu(command);
        EXPECT_EQ(checked.status, 3) << arguments.back();
        EXPECT_EQ(Json::parse(checked.out)["verdict"], "undetermined") << arguments.back();
    }
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{{"check", "--kind", "concept", blank}, {"check", blank}}) {
        const auto empty = irikteu(arguments);
        EXPECT_EQ(empty.status, 1) << "nothing was typed into it";
        EXPECT_THAT(empty.out, HasSubstr("A2-empty"));
    }
    EXPECT_EQ(irikteu({"check", "--kind", "concept", kInbox + "01-turkistan-textile.xml"}).status, 0);
    EXPECT_EQ(irikteu({"check", "--kind", "concept", kCompetition}).status, 2);
    write(scratch.path + "/empty.docx", "");
    EXPECT_THAT(irikteu({"check", "--lang", "en", scratch.path + "/empty.docx"}).out, HasSubstr("is empty"));
}

TEST(Check, TakesAFolderForADossierWhateverItsFirstFileIs) {
    const Scratch scratch{"folder"};
    fs::create_directories(scratch.path + "/dossier");
    EXPECT_EQ(irikteu({"document", "make", "concept", kSamples + "/documents/concept.xml", "-o", scratch.path + "/dossier/a.pdf"}).status, 0);
    const auto checked = irikteu({"check", "--json", scratch.path + "/dossier"});
    EXPECT_EQ(checked.status, 1);
    EXPECT_THAT(checked.out, HasSubstr("K6-application"));
}

TEST(Program, JudgesWithoutTheLibrariesOfPapers) {
    const auto loaded = irikteu({"check", kInbox + "01-turkistan-textile.xml"}, {{"LD_TRACE_LOADED_OBJECTS", "1"}});
    ASSERT_THAT(loaded.out, HasSubstr("libc"));
    EXPECT_THAT(loaded.out, Not(HasSubstr("podofo")));
    EXPECT_THAT(loaded.out, Not(HasSubstr("xslt")));
    const auto papers = support::run({support::build_path("/irikteu-papers")}, {{"LD_TRACE_LOADED_OBJECTS", "1"}});
    EXPECT_THAT(papers.out, HasSubstr("harfbuzz"));
    for (const char* library : {"podofo", "qpdf", "exslt", "crypto"}) EXPECT_THAT(papers.out, Not(HasSubstr(library)));
    const auto seal = support::run({support::build_path("/irikteu-seal")}, {{"LD_TRACE_LOADED_OBJECTS", "1"}});
    EXPECT_THAT(seal.out, HasSubstr("harfbuzz"));
    for (const char* library : {"podofo", "xslt", "gnutls"}) EXPECT_THAT(seal.out, Not(HasSubstr(library)));
}

TEST(Program, SaysTheSameWhicheverOfItsPartsServes) {
    const std::string all = support::build_path("/irikteu-whole");
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"check", "--json", kInbox + "02-almaty-it"}, {"--lang", "ru", "check", kInbox + "08-zhambyl-phosphate.xml"}, {"check"},
             {"validate", "--help"}, {"sign", "--help"}, {"verify", "--help"}, {"verify", kInbox + "02-almaty-it/concept.docx"}, {"terms", "--json", kCompetition + "/competition.xml"}, {"coverage"}, {"--lang", "en", "document", "list"}, {"--version"}, {"--lang", "ru", "--version"}, {"--lang", "xx", "--version"}}) {
        std::vector<std::string> whole = arguments;
        whole.insert(whole.begin(), all);
        const auto a = irikteu(arguments);
        const auto b = support::run(whole, {});
        EXPECT_EQ(a.status, b.status) << arguments[0];
        EXPECT_EQ(a.out, b.out) << arguments[0];
        EXPECT_EQ(a.err, b.err) << arguments[0];
    }
}

TEST(Program, TakesRulesThatNeedXslt) {
    const Scratch scratch{"xslt"};
    write(scratch.path + "/r.sch",
          "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'><pattern><rule context='a'>"
          "<assert id='fraction' test=\"format-number(., '0.00') = '1.50'\">must be one and a half</assert></rule></pattern></schema>");
    write(scratch.path + "/a.xml", "<a>1.5</a>");
    write(scratch.path + "/b.xml", "<a>2.5</a>");
    EXPECT_EQ(irikteu({"validate", "--rules", scratch.path + "/r.sch", scratch.path + "/a.xml"}).status, 0);
    const auto failed = irikteu({"validate", "--rules", scratch.path + "/r.sch", scratch.path + "/b.xml"});
    EXPECT_EQ(failed.status, 1);
    EXPECT_THAT(failed.out, HasSubstr("must be one and a half"));
}

TEST(Read, GivesTheCanonicalDossier) {
    const auto read = irikteu({"read", kInbox + "02-almaty-it/concept.docx"});
    EXPECT_EQ(read.status, 0);
    EXPECT_THAT(read.out, HasSubstr("urn:irikteu:dossier:1"));
    EXPECT_THAT(read.out, HasSubstr("Аумақтық кластерді құру мақсаттары мен міндеттері"));
}

TEST(Validate, ServesAnybodysSchemaAndRules) {
    const Scratch scratch{"validate"};
    write(scratch.path + "/s.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='xs:integer'/></xs:schema>");
    write(scratch.path + "/r.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='a'>"
                                   "<assert id='positive' test='. &gt; 0'>must be positive</assert></rule></pattern></schema>");
    write(scratch.path + "/bad.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='a'>"
                                     "<assert test='nothing('>x</assert></rule></pattern></schema>");
    write(scratch.path + "/good.xml", "<a>1</a>");
    write(scratch.path + "/wrong.xml", "<a>-1</a>");
    const std::string schema = scratch.path + "/s.xsd", rules = scratch.path + "/r.sch";
    EXPECT_EQ(irikteu({"validate", "--schema", schema, "--rules", rules, scratch.path + "/good.xml"}).status, 0);
    const auto wrong = irikteu({"validate", "--schema", schema, "--rules", rules, "--json", scratch.path + "/wrong.xml"});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_EQ(Json::parse(wrong.out)[0]["faults"][0]["rule"], "positive");
    EXPECT_EQ(irikteu({"validate", "--rules", scratch.path + "/bad.sch", scratch.path + "/good.xml"}).status, 3);
    EXPECT_EQ(irikteu({"validate", scratch.path + "/good.xml"}).status, 2);
}

TEST(Validate, ReadsADocumentTypeButNoOtherFileForIt) {
    const Scratch scratch{"validate-type"};
    const auto file = [&](const std::string& name, const std::string& text) {
        write(scratch.path + "/" + name, text);
        return scratch.path + "/" + name;
    };
    file("a.dtd", "<!ENTITY far 'far'>");
    const std::string rules = file("r.sch", "<!DOCTYPE schema [<!ENTITY word 'near'>]><schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern>"
                                             "<rule context='b'><assert test=\". = '&word;' and @kind = 'usual'\">no</assert></rule></pattern></schema>");
    const auto valid = irikteu({"validate", "--rules", rules, file("near.xml", "<!DOCTYPE a [<!ENTITY e 'near'><!ATTLIST b kind CDATA 'usual'>]><a><b>&e;</b></a>")});
    EXPECT_EQ(valid.status, 0) << valid.out;
    EXPECT_EQ(valid.err, "");
    const auto told = irikteu({"validate", "--rules", rules, file("told.xml", "<!DOCTYPE a SYSTEM 'a.dtd'><a><b>near</b></a>")});
    EXPECT_EQ(told.status, 1) << "the default is in the other file";
    EXPECT_NE(told.err.find("a.dtd is not read"), std::string::npos) << told.err;
    const auto far = irikteu({"validate", "--rules", rules, file("far.xml", "<!DOCTYPE a SYSTEM 'a.dtd'><a><b>&far;</b></a>")});
    EXPECT_EQ(far.status, 3);
    EXPECT_NE(far.out.find("refers to &far;"), std::string::npos) << far.out;
}

TEST(Validate, WhatIsTooMuchWorkForOneFileKeepsNoOtherFromItsAnswer) {
    const Scratch scratch{"validate-too-much"};
    write(scratch.path + "/r.sch", R"(<schema xmlns="http://purl.oclc.org/dsdl/schematron" defaultPhase="p">
        <phase id="p" from="a[count(//a[following::a = preceding::a]) > 0]"><active pattern="x"/></phase>
        <pattern id="x"><rule context="a"><assert test=". = 1">bad</assert></rule></pattern></schema>)");
    std::string many = "<r>";
    for (int i = 0; i < 3000; ++i) many += "<a>" + std::to_string(i) + "</a>";
    write(scratch.path + "/many.xml", many + "</r>");
    write(scratch.path + "/few.xml", "<r><a>1</a><a>2</a><a>1</a></r>");
    const auto both = irikteu({"validate", "--json", "--max-steps", "100000", "--rules", scratch.path + "/r.sch", scratch.path + "/many.xml", scratch.path + "/few.xml"});
    EXPECT_EQ(both.status, 3) << both.err;
    const Json answer = Json::parse(both.out, nullptr, false);
    ASSERT_FALSE(answer.is_discarded()) << both.out << both.err;
    ASSERT_EQ(answer.size(), 2u);
    EXPECT_THAT(answer[0].dump(), HasSubstr("takes too long"));
    EXPECT_THAT(answer[1].dump(), HasSubstr("bad"));
}

TEST(Validate, SaysWhatIsWrongWithASchema) {
    // They fail while they are made once, which must not end the program.
    const Scratch scratch{"bad-schemas"};
    const std::string open = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>", file = scratch.path + "/bad.xsd";
    write(scratch.path + "/a.xml", "<a/>");
    for (const std::string& schema : {slurp(support::source_path("/templates/kz-535-2015/rules/stage-1.sch")), std::string("<a/>"), slurp(kInbox + "04-atyrau-petrochem.xml"),
                                      open + "<xs:element name='a' type='xs:intt'/></xs:schema>", open + "<xs:elemment name='a'/></xs:schema>",
                                      std::string("<xs:schemas xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"), open + "<xs:include schemaLocation='missing.xsd'/></xs:schema>", std::string("<xs")}) {
        write(file, schema);
        const auto found = irikteu({"validate", "--schema", file, scratch.path + "/a.xml"});
        EXPECT_EQ(found.status, 3) << schema.substr(0, 200);
        EXPECT_THAT(found.err, HasSubstr("bad.xsd")) << schema.substr(0, 200);
    }
}

TEST(Program, NamesTheFileOfItsOwnThatIsBroken) {
    const Scratch scratch{"broken-data"};
    fs::create_directories(scratch.path);
    fs::create_directory_symlink(support::build_path("/share/irikteu/fonts"), scratch.path + "/fonts");
    const std::string templates = scratch.path + "/templates/";
    fs::copy(support::source_path("/templates"), templates, fs::copy_options::recursive);
    const std::string dossier = kInbox + "04-atyrau-petrochem.xml";
    EXPECT_EQ(irikteu({"--data", scratch.path, "templates", "check"}).status, 0);
    for (const std::string file : {"schema/dossier.xsd", "kz-535-2015/messages/en.xml", "kz-535-2015/rules/stage-1.sch", "kz-535-2015/rules/stage-1/appendix-2.sch",
                                   "kz-535-2015/rules/stage-2.sch", "kz-535-2015/rules/competition.sch"}) {
        const std::string whole = slurp(templates + file);
        write(templates + file, whole.substr(0, whole.size() / 2));
        const auto inspected = irikteu({"--data", scratch.path, "templates", "check"});
        EXPECT_EQ(inspected.status, 1) << file;
        EXPECT_THAT(inspected.out, HasSubstr("error: " + file));
        const bool of_stage_1 = file.find("stage-2") == std::string::npos && file.find("competition") == std::string::npos;
        const auto checked = irikteu({"--data", scratch.path, "--lang", "en", "check", dossier});
        EXPECT_EQ(checked.status, of_stage_1 ? 3 : 1) << file << checked.err;
        if (of_stage_1) {
            EXPECT_THAT(checked.err, HasSubstr(file));
        }
        if (of_stage_1 && file.find("messages") == std::string::npos) {
            // A list without reports would say that nothing is wrong.
            const auto listed = irikteu({"--data", scratch.path, "check", "--format", "json", kCompetition});
            EXPECT_EQ(listed.status, 3);
            EXPECT_EQ(listed.out, "");
        }
        write(templates + file, whole);
    }
}

TEST(Render, MakesTheSamePdfOfDataEveryTime) {
    const Scratch scratch{"render"};
    for (const char* name : {"/a.pdf", "/b.pdf"}) {
        const auto rendered = irikteu({"render", "--template", kDocuments + "application-1.xsl", kData + "application-1-full.xml", "-o", scratch.path + name});
        EXPECT_EQ(rendered.status, 0) << rendered.err;
    }
    EXPECT_TRUE(slurp(scratch.path + "/a.pdf") == slurp(scratch.path + "/b.pdf"));
    EXPECT_EQ(support::run({"qpdf", "--check", scratch.path + "/a.pdf"}).status, 0);
}

TEST(Render, NamesTheLineOfWhatItDoesNotSupport) {
    const Scratch scratch{"render-broken"};
    write(scratch.path + "/x.fo", "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>\n<fo:nonsense/></fo:root>");
    const auto broken = irikteu({"render", scratch.path + "/x.fo", "-o", scratch.path + "/x.pdf"});
    EXPECT_EQ(broken.status, 3);
    EXPECT_THAT(broken.err, ::testing::AllOf(HasSubstr("x.fo:2"), HasSubstr("nonsense")));
    EXPECT_FALSE(fs::exists(scratch.path + "/x.pdf"));
}

TEST(Check, SaysInOneLineThatAPathIsMistypedAndGoesOn) {
    const auto found = irikteu({"check", "nosuch.zip", support::source_path("/samples/kz-535-2015/competition-1/inbox/01-turkistan-textile.xml")});
    EXPECT_EQ(found.status, 3);
    EXPECT_EQ(found.err, "irikteu: nosuch.zip: no such file or folder\n");
    EXPECT_THAT(found.out, HasSubstr("01-turkistan-textile.xml"));
}

TEST(Program, ExplainsItself) {
    EXPECT_THAT(irikteu({"--version"}).out, HasSubstr("irikteu "));
    const auto help = irikteu({"--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, ::testing::AllOf(HasSubstr("Examples"), HasSubstr("Exit status")));
    for (const char* command : {"run", "check", "read", "validate", "render", "sign", "verify", "archive"}) {
        EXPECT_THAT(help.out, HasSubstr(command));
        const auto own = irikteu({command, "--help"});
        EXPECT_EQ(own.status, 0);
        EXPECT_THAT(own.out, ::testing::AllOf(HasSubstr(std::string("  irikteu ") + command), HasSubstr("--json"), HasSubstr("Exit status"))) << command;
    }
    EXPECT_EQ(irikteu({"nonsense"}).status, 2);
    EXPECT_EQ(irikteu({"check"}).status, 2);
}

}  // namespace irikteu::end_to_end
