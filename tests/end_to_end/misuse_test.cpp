// What a user stumbles over: the answer names it, says what to do, and leaves nothing behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

const std::string kInbox = kCompetition + "/inbox/";

void expect_refused(const std::vector<std::string>& arguments, const std::string& says) {
    const auto finished = irikteu(arguments);
    EXPECT_EQ(finished.status, 2) << says;
    EXPECT_THAT(finished.err, HasSubstr(says));
    EXPECT_EQ(finished.out, "") << says;
}

/// A folder of a competition whose inbox is empty and whose register names nobody.
void write_empty_competition(const std::string& folder) {
    fs::create_directories(folder + "/inbox");
    std::istringstream lines(slurp(kCompetition + "/competition.xml"));
    std::ofstream file(folder + "/competition.xml");
    for (std::string line; std::getline(lines, line);) {
        if (line.find("<entry") == std::string::npos && line.find("</entry>") == std::string::npos && line.find("<notice") == std::string::npos) file << line << '\n';
    }
}

}  // namespace

TEST(Misuse, AMistypedCommandIsNamedAndTheOneMeantToo) {
    expect_refused({"chek", "x"}, "unknown command \"chek\", did you mean check?");
    expect_refused({"--lang", "ru", "documnet"}, "unknown command \"documnet\", did you mean document?");
    expect_refused({"document", "mak", "x"}, "unknown command \"mak\" of irikteu document, did you mean make?");
    expect_refused({"archive", "lst"}, "did you mean list?");
    expect_refused({"frobnicate"}, "unknown command \"frobnicate\"; there are run, check");
    expect_refused({"archive"}, "irikteu archive needs a command: ");
}

TEST(Misuse, AMistypedOptionIsNamedAndTheOneMeantToo) {
    expect_refused({"check", "--formt", "csv", kInbox + "01-turkistan-textile.xml"}, "irikteu check has no option --formt, did you mean --format?");
    expect_refused({"document", "list", "--parallel", "ru"}, "irikteu document list has no option --parallel");
    expect_refused({"check"}, "irikteu check needs FILE");
    expect_refused({"blank", "1", "2", "-o", "x.pdf"}, "does not expect 2");
}

TEST(Misuse, WhatStandsBeforeTheCommandIsExplainedToo) {
    expect_refused({"--chek"}, "irikteu has no option --chek");
    expect_refused({"-v"}, "irikteu has no option -v, did you mean --version?");
    expect_refused({"--lang"}, "--lang");
    expect_refused({"--lang", "de"}, "de");
    expect_refused({"--json"}, "irikteu needs a command: run, check");
    expect_refused({"check", "--act", "kz-536", kInbox + "01-turkistan-textile.xml"}, "--act kz-536: there is no such act; there are kz-535-2015");
    expect_refused({"check", "--data", "/nowhere", kInbox + "01-turkistan-textile.xml"}, "/nowhere: --data: holds no folder templates");
    expect_refused({"render", "--house", "/nowhere.xsl", support::source_path("/samples/specimen.fo"), "-o", "-"}, "/nowhere.xsl: --house: there is no such file");
}

TEST(Program, UnderstandsHelpAndVersionAsCommands) {
    EXPECT_EQ(irikteu({"version"}).out, irikteu({"--version"}).out);
    EXPECT_EQ(irikteu({"help"}).out, irikteu({"--help"}).out);
    EXPECT_EQ(irikteu({"help", "check"}).out, irikteu({"check", "--help"}).out);
    EXPECT_EQ(irikteu({"help", "archive", "find"}).out, irikteu({"archive", "find", "--help"}).out);
    const auto unknown = irikteu({"help", "nosuch"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.err, HasSubstr("nosuch"));
}

TEST(Blank, TakesItsFormatFromTheFilesName) {
    const Scratch scratch("blank-name");
    EXPECT_EQ(irikteu({"blank", "2", "-o", scratch.path + "/a.docx"}).status, 0);
    EXPECT_EQ(irikteu({"blank", "2", "-o", scratch.path + "/a.pdf"}).status, 0);
    EXPECT_EQ(slurp(scratch.path + "/a.docx").substr(0, 2), "PK");
    EXPECT_EQ(slurp(scratch.path + "/a.pdf").substr(0, 5), "%PDF-");
}

TEST(Render, VerifiesTheSpecimenWithoutFalseAlarms) {
    const Scratch scratch("specimen");
    const auto good = irikteu({"render", support::source_path("/samples/specimen.fo"), "-o", scratch.path + "/s.pdf", "--verify"});
    EXPECT_EQ(good.status, 0) << good.err;
}

TEST(Render, RefusesALongFlowWhoseWidthChangesFromPageToPage) {
    const Scratch scratch("widths");
    fs::create_directories(scratch.path);
    const std::string file = scratch.path + "/a.fo";
    std::string text = "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"
                       "<fo:simple-page-master master-name='a' page-width='400pt' page-height='120pt'><fo:region-body/></fo:simple-page-master>"
                       "<fo:simple-page-master master-name='b' page-width='300pt' page-height='120pt'><fo:region-body/></fo:simple-page-master>"
                       "<fo:page-sequence-master master-name='m'><fo:repeatable-page-master-alternatives>"
                       "<fo:conditional-page-master-reference odd-or-even='odd' master-reference='a'/><fo:conditional-page-master-reference odd-or-even='even' master-reference='b'/>"
                       "</fo:repeatable-page-master-alternatives></fo:page-sequence-master></fo:layout-master-set>\n"
                       "<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>";
    std::string words;
    for (int i = 0; i < 100; ++i) words += "some more words ";
    for (int i = 0; i < 500; ++i) text += "<fo:block>" + words + "</fo:block>";
    std::ofstream(file) << text << "</fo:flow></fo:page-sequence></fo:root>";
    const auto refused = irikteu({"render", file, "-o", scratch.path + "/a.pdf"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("a.fo:2: fo:flow: the body's width changes on so many pages of so long a flow"));
}

TEST(Render, NamesFileAndLineOfImagesFieldsAndFonts) {
    const Scratch scratch("places");
    fs::create_directories(scratch.path);
    const std::string file = scratch.path + "/a.fo";
    const std::string field = "<fo:inline><ir:field xmlns:ir='urn:irikteu:fo:1' kind='text' name='f' tooltip='t'/></fo:inline>";
    for (const auto& [body, says] : {std::pair<std::string, const char*>("<fo:external-graphic src='missing.png' fox:alt-text='a'/>", "missing.png: cannot be read"),
                                     {"<fo:external-graphic src='http://host/a.png' fox:alt-text='a'/>", "http://host/a.png"},
                                     {field + field, "another field has this name already: \"f\""},
                                     {"<fo:inline font-family='Nosuch'>a</fo:inline>", "warning"}}) {
        std::ofstream(file) << "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' xml:lang='kk'>"
                               "<fo:layout-master-set><fo:simple-page-master master-name='p' page-width='210mm' page-height='297mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>\n"
                               "<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'>\n<fo:block>" << body << "</fo:block></fo:flow></fo:page-sequence></fo:root>";
        const auto finished = irikteu({"render", file, "-o", scratch.path + "/a.pdf"});
        if (says == std::string_view("warning")) {
            EXPECT_EQ(finished.status, 0);
            EXPECT_THAT(finished.err, HasSubstr("irikteu: warning: " + file + ":3: fo:inline: no font family \"Nosuch\" in the font manifest: serif is taken"));
            continue;
        }
        EXPECT_NE(finished.status, 0) << says;
        EXPECT_THAT(finished.err, HasSubstr("irikteu: " + file + ":3: "));
        EXPECT_THAT(finished.err, HasSubstr(says));
        EXPECT_FALSE(fs::exists(scratch.path + "/a.pdf"));
    }
}

TEST(Render, AttachesFilesOfTheDocumentsFolderAlone) {
    const Scratch scratch("attached"), outside("outside");
    fs::create_directories(scratch.path + "/sub");
    fs::create_directories(outside.path);
    std::ofstream(outside.path + "/secret.txt") << "secret";
    std::ofstream(scratch.path + "/sub/own.txt") << "own";
    fs::create_symlink(outside.path + "/secret.txt", scratch.path + "/link.txt");
    fs::create_symlink(scratch.path + "/sub/own.txt", scratch.path + "/inner.txt");
    const std::string up = "../" + fs::path(outside.path).filename().string() + "/secret.txt";
    for (const auto& [source, status] : {std::pair<std::string, int>("sub/own.txt", 0), {"inner.txt", 0}, {"link.txt", 3}, {outside.path + "/secret.txt", 3},
                                         {"file://" + outside.path + "/secret.txt", 3}, {up, 3}, {"sub/%2E%2E/" + up, 3}}) {
        const std::string file = scratch.path + "/a.fo", pdf = scratch.path + "/a.pdf";
        fs::remove(pdf);
        std::ofstream(file) << "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:ir='urn:irikteu:fo:1' xml:lang='kk'>"
                               "<fo:layout-master-set><fo:simple-page-master master-name='p' page-width='210mm' page-height='297mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
                               "<fo:declarations><ir:attachment src='" << source << "' name='a.txt' mime-type='text/plain'/></fo:declarations>"
                               "<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'><fo:block>x</fo:block></fo:flow></fo:page-sequence></fo:root>";
        const auto finished = irikteu({"render", file, "-o", pdf});
        EXPECT_EQ(finished.status, status) << source << finished.err;
        EXPECT_EQ(fs::exists(pdf), status == 0) << source;
    }
}

TEST(Verify, SaysTheCommonestReasonsInTheLanguageAskedFor) {
    const Scratch scratch("reasons");
    fs::create_directories(scratch.path);
    std::ofstream(scratch.path + "/bad.pdf") << "no PDF";
    for (const char* language : {"kk", "ru"}) {
        const auto finished = irikteu({"verify", "--lang", language, scratch.path + "/bad.pdf", scratch.path + "/none.pdf"});
        EXPECT_EQ(finished.status, 3);
        EXPECT_EQ(finished.out.find("not a PDF"), std::string::npos) << finished.out;
        EXPECT_EQ(finished.out.find("No such file"), std::string::npos) << finished.out;
    }
}

TEST(Check, KeepsDashesAndQuotationMarksInNames) {
    const Scratch scratch("dashes");
    fs::create_directories(scratch.path);
    const std::string name = "\u04E8\u0442\u0456\u043D\u0456\u043C \u2014 \u00ABa\u00BB \u201Cb\u201D\u202E.xml";
    fs::copy_file(kInbox + "01-turkistan-textile.xml", scratch.path + '/' + name);
    const auto report = Json::parse(irikteu({"check", "--json", scratch.path + '/' + name}).out);
    EXPECT_EQ(report["dossier"], "\u04E8\u0442\u0456\u043D\u0456\u043C \u2014 \u00ABa\u00BB \u201Cb\u201D_.xml") << "what turns the line's direction is not shown";
}

TEST(Misuse, WithoutACommandItSaysWhatOneCanDo) {
    const auto finished = irikteu({});
    EXPECT_EQ(finished.status, 2);
    for (const char* example : {"irikteu check my-dossier.zip", "irikteu blank 1 -o", "irikteu run COMPETITION --out DIR", "irikteu --help"}) EXPECT_THAT(finished.err, HasSubstr(example));
    EXPECT_LT(std::count(finished.err.begin(), finished.err.end(), '\n'), 15);
}

TEST(Misuse, OptionsThatWouldNotBeHeededAreRefused) {
    const Scratch scratch("misuse-options");
    const std::string out = scratch.path + "/out", data = kSamples + "/documents/results.xml";
    expect_refused({"blank", "1", "--format", "docx", "--applicant-copy", "-o", out}, "don't go together");
    expect_refused({"blank", "1", "--format", "docx", "--house", support::source_path("/templates/style/house.xsl"), "-o", out}, "don't go together");
    expect_refused({"blank", "3", "--applicant-copy", "-o", out}, "no copy for the applicant");
    expect_refused({"blank", "7", "-o", out}, "those of 1, 2, 3, 4, 5, 6");
    expect_refused({"document", "make", "results", data, "--fields", "-o", out}, "have no blanks to fill in");
    expect_refused({"document", "make", "results", data, "--applicant-copy", "-o", out}, "have no copy for the applicant");
    EXPECT_FALSE(fs::exists(scratch.path));
}

TEST(Misuse, AFolderThatIsNotThereIsMadeForWhatIsWritten) {
    const Scratch scratch("misuse-folders");
    EXPECT_EQ(irikteu({"blank", "1", "-o", scratch.path + "/a/b/blank.pdf"}).status, 0);
    EXPECT_EQ(irikteu({"blank", "2", "--format", "docx", "-o", scratch.path + "/c/blank.docx"}).status, 0);
    EXPECT_EQ(irikteu({"document", "make", "results", kSamples + "/documents/results.xml", "-o", scratch.path + "/d/results.pdf"}).status, 0);
    EXPECT_EQ(irikteu({"terms", kCompetition, "--ics", scratch.path + "/e/terms.ics"}).status, 0);
    EXPECT_EQ(irikteu({"document", "make", "results", kSamples + "/documents/results.xml", "--fo", "-o", scratch.path + "/f/results.fo"}).status, 0);
    EXPECT_EQ(irikteu({"render", scratch.path + "/f/results.fo", "-o", scratch.path + "/g/results.pdf"}).status, 0);
    for (const char* file : {"/a/b/blank.pdf", "/c/blank.docx", "/d/results.pdf", "/e/terms.ics", "/g/results.pdf"}) EXPECT_GT(fs::file_size(scratch.path + file), 100u) << file;
}

TEST(Misuse, ARunOfOneDossierSaysWhichCommandIsMeant) {
    const Scratch scratch("misuse-dossier");
    for (const char* dossier : {"01-turkistan-textile.xml", "02-almaty-it", "03-kostanay-grain.zip"}) expect_refused({"run", kInbox + dossier, "--out", scratch.path}, "irikteu check " + kInbox + dossier);
    EXPECT_FALSE(fs::exists(scratch.path));
}

TEST(Misuse, ARunThatCannotBeginLeavesNeitherArchiveNorProtocol) {
    const Scratch scratch("misuse-empty"), out("misuse-empty-out");
    write_empty_competition(scratch.path);
    expect_refused({"run", scratch.path, "--out", out.path}, "holds no dossier, and the register names none");
    EXPECT_FALSE(fs::exists(out.path));
    EXPECT_EQ(irikteu({"run", kCompetition, "--out", out.path, "--house", scratch.path + "/no.xsl"}).status, 2);
    EXPECT_FALSE(fs::exists(out.path));
    std::ofstream(scratch.path + "/broken.xsl") << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:nonsense/></xsl:stylesheet>";
    EXPECT_NE(irikteu({"run", kCompetition, "--out", out.path, "--house", scratch.path + "/broken.xsl"}).status, 0);
    EXPECT_FALSE(fs::exists(out.path + "/protocol-15.pdf"));
}

TEST(Misuse, NothingToReadIsNoAnswer) {
    const Scratch scratch("misuse-read");
    fs::create_directories(scratch.path);
    const auto read = irikteu({"read", scratch.path});
    EXPECT_EQ(read.status, 3);
    EXPECT_THAT(read.err, HasSubstr("holds nothing to read"));
    EXPECT_EQ(read.out, "");
}

TEST(Misuse, TermsFitTheTerminal) {
    for (const auto& [width, beside] : {std::pair(80, true), std::pair(50, false), std::pair(400, true)}) {
        const auto shown = irikteu({"terms", kCompetition}, {{"COLUMNS", std::to_string(width)}});
        std::istringstream lines(shown.out);
        std::size_t longest = 0;
        for (std::string line; std::getline(lines, line);) longest = std::max<std::size_t>(longest, static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; })));
        EXPECT_LE(longest, static_cast<std::size_t>(width));
        EXPECT_THAT(shown.out, HasSubstr("2015-10-12"));
        EXPECT_EQ(shown.out.find("Не істеу керек") != std::string::npos, beside) << width;
    }
}

TEST(Run, OfASecondTimeSaysWhatIsNewAndWhatWasThere) {
    const Scratch out("second-run");
    const auto first = Json::parse(irikteu({"run", kCompetition, "--out", out.path, "--json"}).out);
    const auto again = irikteu({"run", kCompetition, "--out", out.path, "--json"});
    const auto second = Json::parse(again.out);
    EXPECT_EQ(second["issued"], 0);
    EXPECT_EQ(second["fetched"], first["issued"]) << "all of them, not the documents alone";
    EXPECT_EQ(second["archive_root"], first["archive_root"]);
    const auto listed = irikteu({"archive", "list", out.path + "/archive"});
    EXPECT_TRUE(listed.out.starts_with("entry\ttime\tkind\tbytes\tobject\tregistered\tnumber\tname\tcorrected by\n1\t"));
    EXPECT_TRUE(irikteu({"archive", "find", out.path + "/archive", "protocol"}).out.starts_with("entry\t"));
    // Each language has words of its own for the columns, the kinds and the labels; what a program reads is the same in all.
    const auto json = irikteu({"archive", "list", out.path + "/archive", "--json"}).out;
    const auto record = irikteu({"archive", "show", out.path + "/archive", "2"});
    EXPECT_TRUE(record.out.starts_with("Entry: 2\nKind: "));
    std::set<std::string> headings, records, nothing;
    for (const char* language : {"kk", "ru", "en"}) {
        const auto in = irikteu({"archive", "list", out.path + "/archive", "--lang", language});
        headings.insert(in.out.substr(0, in.out.find('\n')));
        EXPECT_EQ(std::count(in.out.begin(), in.out.end(), '\t'), std::count(listed.out.begin(), listed.out.end(), '\t'));
        const auto shown = irikteu({"archive", "show", out.path + "/archive", "2", "--lang", language});
        EXPECT_EQ(std::count(shown.out.begin(), shown.out.end(), '\n'), std::count(record.out.begin(), record.out.end(), '\n'));
        records.insert(shown.out);
        EXPECT_EQ(shown.out.find("Entry: ") == std::string::npos, language != std::string_view("en"));
        EXPECT_EQ(in.out.find("\tdocument\t") == std::string::npos, language != std::string_view("en"));
        nothing.insert(irikteu({"archive", "find", out.path + "/archive", "nothingofthesort", "--lang", language}).err);
        EXPECT_EQ(irikteu({"archive", "list", out.path + "/archive", "--json", "--lang", language}).out, json);
    }
    EXPECT_EQ(headings.size(), 3u);
    EXPECT_EQ(records.size(), 3u);
    EXPECT_EQ(nothing.size(), 3u);
    EXPECT_TRUE(records.contains(record.out)) << "English, where no language is asked for";
    const auto none = irikteu({"archive", "find", out.path + "/archive", "nothingofthesort"});
    EXPECT_EQ(none.out, "");
    EXPECT_THAT(none.err, HasSubstr("no entry is like that"));
    // By the day of adding, as an option and as a word; by a number of the archive's own register.
    const std::string archive = out.path + "/archive";
    const std::string day = Json::parse(irikteu({"archive", "list", archive, "--json"}).out)["entries"][0]["time"].get<std::string>().substr(0, 10);
    const auto of_day = irikteu({"archive", "list", archive, "--day", day});
    EXPECT_TRUE(of_day.out.starts_with("entry\t"));
    EXPECT_EQ(of_day.out, irikteu({"archive", "list", archive, "--from", day, "--to", day}).out);
    const auto by_word = irikteu({"archive", "find", archive, day});
    EXPECT_EQ(by_word.out, of_day.out);
    EXPECT_THAT(by_word.err, HasSubstr("--day " + day));
    EXPECT_EQ(irikteu({"archive", "find", archive, "1999-01-01"}).status, 1);
    EXPECT_EQ(irikteu({"archive", "find", archive, "--day", day, "--to", day}).status, 2);
    std::ofstream(out.path + "/letter.txt") << "a letter";
    ASSERT_EQ(irikteu({"archive", "add", archive, out.path + "/letter.txt", "--series", "OUT"}).status, 0);
    for (const char* number : {"OUT/1", "1"}) EXPECT_THAT(irikteu({"archive", "find", archive, "--number", number}).out, HasSubstr("letter.txt")) << number;
    EXPECT_EQ(irikteu({"archive", "find", archive, "--number", "IN/1"}).status, 1);
}

TEST(Run, IssuesAnewWhatAnotherImageOfTheHouseStyleStandsOn) {
    const Scratch scratch("house-image");
    fs::create_directories(scratch.path + "/house/img");
    const std::string house = scratch.path + "/house/our.xsl", logo = scratch.path + "/house/img/logo.svg";
    const auto draw = [&](const char* colour) { std::ofstream(logo) << "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' fill='" << colour << "'/></svg>"; };
    draw("red");
    // Only named: whether a page shows it is the stylesheet's own affair.
    std::ofstream(house) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:variable name='our-logo'>url('img/logo.svg')</xsl:variable></xsl:stylesheet>";
    const std::vector<std::string> run = {"run", kCompetition, "--out", scratch.path + "/out", "--house", house, "--json"};
    const auto first = Json::parse(irikteu(run).out), same = Json::parse(irikteu(run).out);
    EXPECT_GT(first["issued"], 20);
    EXPECT_EQ(same["issued"], 0);
    draw("blue");
    const auto other = Json::parse(irikteu(run).out);
    EXPECT_GT(other["issued"], 20) << "the image is part of what documents are made with";
    fs::rename(scratch.path + "/house", scratch.path + "/moved");
    auto moved = run;
    moved[5] = scratch.path + "/moved/our.xsl";
    EXPECT_EQ(Json::parse(irikteu(moved).out)["issued"], 0) << "where the folder stands is not";
}

TEST(Misuse, NothingIsWrittenOverWhatIsReadOrIntoAnArchive) {
    const Scratch scratch{"overwriting"};
    fs::create_directories(scratch.path);
    const std::string source = scratch.path + "/form.fo", archive = scratch.path + "/archive", added = scratch.path + "/a.txt";
    fs::copy(support::source_path("/tests/bench/data/form.fo"), source);
    std::ofstream(added) << "text";
    const std::string before = slurp(source);
    expect_refused({"render", source, "-o", scratch.path + "/./form.fo"}, "is what is read");
    EXPECT_EQ(slurp(source), before);
    ASSERT_EQ(irikteu({"archive", "add", archive, added}).status, 0);
    const auto stored = tree(archive);
    expect_refused({"archive", "get", archive, "1", "-o", archive + "/log/entries"}, "lies within the archive");
    expect_refused({"archive", "export", archive, archive + "/bag"}, "lies within the archive");
    expect_refused({"archive", "add", archive, archive}, "lies within an archive");
    expect_refused({"render", source, "-o", archive + "/objects/form.pdf"}, "lies within the archive");
    // A link into it, to what is there or is not yet, is no way in.
    fs::create_symlink(archive + "/new.pdf", archive + ".link");
    expect_refused({"render", source, "-o", archive + ".link"}, "lies within the archive");
    EXPECT_FALSE(fs::exists(archive + "/new.pdf"));
    EXPECT_EQ(tree(archive), stored);
    expect_refused({"blank", "2", "--format", "pdf", "-o", scratch.path + "/concept.docx"}, "is to be a pdf, but is called .docx");
    expect_refused({"blank", "2", "-o", scratch.path + "/concept.odt"}, "is to be a pdf, but is called .odt");
    expect_refused({"render", "form.fo", "-o", scratch.path + "/form.PNG"}, "is to be a pdf, but is called .png");
    expect_refused({"document", "make", "results", "results.xml", "-o", scratch.path + "/results.docx"}, "is to be a pdf, but is called .docx");
    EXPECT_EQ(irikteu({"blank", "2", "-o", scratch.path + "/concept.blank"}).status, 0) << "an ending that nobody knows is the user's affair";
}

TEST(Check, GoesOnAfterADossierOfMoreHeadingsThanAnybodyHas) {
    const Scratch scratch{"headings"};
    fs::create_directories(scratch.path);
    std::string flood = slurp(kInbox + "01-turkistan-textile.xml");
    const std::size_t concept_text = flood.find("<text", flood.find("<concept")), at = flood.find('>', concept_text) + 1;
    std::string headings;
    for (int i = 0; i < 20'001; ++i) headings += "<heading level=\"1\">a</heading>";
    flood.insert(at, headings);
    std::ofstream(scratch.path + "/flood.xml") << flood;
    const std::string sound = kInbox + "01-turkistan-textile.xml";
    const auto finished = irikteu({"check", "--json", sound, scratch.path + "/flood.xml", sound});
    EXPECT_EQ(finished.status, 3) << finished.err;
    const Json reports = Json::parse(finished.out, nullptr, false);
    ASSERT_EQ(reports.size(), 3u);
    EXPECT_EQ(reports[0]["verdict"], "conforming");
    EXPECT_EQ(reports[1]["verdict"], "undetermined");
    EXPECT_EQ(reports[2]["verdict"], "conforming");
}

TEST(Check, ClosesItsJsonWhereSomethingFailsHalfWay) {
    const Scratch scratch{"half-way"};
    fs::create_directories(scratch.path + "/c/inbox");
    std::ofstream(scratch.path + "/c/competition.xml") << "<no-competition/>";
    const auto finished = irikteu({"check", "--json", kInbox + "01-turkistan-textile.xml", scratch.path + "/c"});
    EXPECT_NE(finished.status, 0);
    EXPECT_NE(finished.err, "");
    const Json reports = Json::parse(finished.out, nullptr, false);
    ASSERT_TRUE(reports.is_array()) << finished.out;
    EXPECT_EQ(reports.size(), 1u);
}

TEST(Render, OfAHeaderAndARowThatDoNotFitOnAPage) {
    const Scratch scratch{"high-header"};
    fs::create_directories(scratch.path);
    std::string words;
    for (int i = 0; i < 900; ++i) words += "h" + std::to_string(i) + ' ';
    std::ofstream(scratch.path + "/high.fo")
        << "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='kk'><fo:layout-master-set><fo:simple-page-master master-name='p' page-width='210mm' "
           "page-height='297mm' margin='20mm'><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='p'>"
           "<fo:flow flow-name='xsl-region-body'><fo:table><fo:table-column column-width='100mm'/><fo:table-header><fo:table-row><fo:table-cell><fo:block>"
        << words << "</fo:block></fo:table-cell></fo:table-row></fo:table-header><fo:table-body><fo:table-row><fo:table-cell><fo:block>" << words
        << "</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table></fo:flow></fo:page-sequence></fo:root>";
    const auto finished = irikteu({"render", scratch.path + "/high.fo", "-o", scratch.path + "/high.pdf"});
    EXPECT_LE(finished.status, 3) << finished.err;  // Not a signal.
    EXPECT_EQ(fs::exists(scratch.path + "/high.pdf"), finished.status == 0);
}

TEST(Run, TakesTheReturnNoticeAwayWhenADossierWasMended) {
    const Scratch scratch{"mended"};
    const std::string folder = scratch.path + "/c", name = "05-oskemen-machinery.xml", out = scratch.path + "/out";
    fs::create_directories(folder + "/inbox");
    fs::copy(kInbox + name, folder + "/inbox/" + name);
    fs::copy(kCompetition + "/competition.xml", folder + "/competition.xml");
    irikteu({"run", folder, "--out", out});
    const std::string notice = out + "/dossiers/05-oskemen-machinery/return-1.pdf";
    ASSERT_TRUE(fs::exists(notice));
    const std::string returned = slurp(notice);
    fs::copy_file(kInbox + "01-turkistan-textile.xml", folder + "/inbox/" + name, fs::copy_options::overwrite_existing);
    irikteu({"run", folder, "--out", out});
    EXPECT_FALSE(fs::exists(notice)) << "somebody might send it";
    EXPECT_TRUE(fs::exists(out + "/dossiers/05-oskemen-machinery/conformity-1.pdf"));
    // What was issued stays in the archive.
    const auto archived = tree(out + "/archive/objects");
    EXPECT_TRUE(std::any_of(archived.begin(), archived.end(), [&](const auto& object) { return object.second == returned; }));
}

TEST(Run, LetsAProtocolMadeAnewCorrectTheOldOne) {
    const Scratch scratch{"anew"};
    const std::string folder = scratch.path + "/c", out = scratch.path + "/out", name = "04-atyrau-petrochem.xml";
    fs::create_directories(scratch.path);
    fs::copy(kCompetition, folder, fs::copy_options::recursive);
    irikteu({"run", folder, "--out", out});
    fs::copy_file(kInbox + "01-turkistan-textile.xml", folder + "/inbox/" + name, fs::copy_options::overwrite_existing);
    irikteu({"run", folder, "--out", out});
    const auto found = Json::parse(irikteu({"archive", "find", out + "/archive", "--name", "protocol-15.pdf", "--json"}).out)["entries"];
    ASSERT_EQ(found.size(), 2u);
    EXPECT_FALSE(found[0]["labels"].contains("Corrects"));
    EXPECT_EQ(found[1]["labels"]["Corrects"], std::to_string(found[0]["entry"].get<int>()));
}

TEST(Archive, SaysWhenItIsLookedAtWhatDoesNotFitAtItsEnds) {
    const Scratch scratch{"ends"};
    const std::string archive = scratch.path + "/archive", file = scratch.path + "/letter.txt";
    fs::create_directories(scratch.path);
    for (const char* text : {"1", "2", "3"}) {
        std::ofstream(file) << text;
        irikteu({"archive", "add", archive, file});
    }
    const auto quiet = irikteu({"archive", "list", archive});
    EXPECT_EQ(quiet.err, "");
    const auto with = [&](const std::string& path, const std::function<void(std::string&)>& change, const std::vector<std::string>& command) {
        const std::string sound = slurp(path);
        std::string changed = sound;
        change(changed);
        std::ofstream(path, std::ios::binary) << changed;
        auto arguments = std::vector<std::string>{"archive", command[0], archive};
        arguments.insert(arguments.end(), command.begin() + 1, command.end());
        const auto told = irikteu(arguments);
        std::ofstream(path, std::ios::binary) << sound;
        EXPECT_THAT(told.err, HasSubstr("run archive verify")) << path << ' ' << command[0];
        return told;
    };
    const auto flip_last = [](std::string& bytes) { bytes.back() ^= 1; };
    const auto append = [](std::string& bytes) { bytes += "Entry: 4\n"; };
    for (const auto& command : {std::vector<std::string>{"list"}, {"list", "--kind", "event"}, {"show", "1"}, {"find", "letter"}, {"get", "1", "-o", scratch.path + "/got"}}) {
        EXPECT_EQ(with(archive + "/log/entries", append, command).status, 0) << "perhaps a write that was interrupted";
        EXPECT_EQ(with(archive + "/log/tree", append, command).status, 0);
        EXPECT_EQ(with(archive + "/log/tree", flip_last, command).status, 3);
        EXPECT_EQ(with(archive + "/log/entries", [](std::string& bytes) { bytes[bytes.size() - 3] ^= 1; }, command).status, 3);
        EXPECT_EQ(with(archive + "/index.sqlite", append, command).status, 3);
    }
    EXPECT_EQ(with(archive + "/log/entries", append, {"list"}).out, quiet.out) << "it is listed all the same";
}

TEST(Run, LetsWhatAChangeTookAwayStandAgainWhenTheChangeIsUndone) {
    const Scratch scratch{"undone"};
    const std::string folder = scratch.path + "/c", out = scratch.path + "/out", name = "05-oskemen-machinery.xml", protocol = out + "/protocol-15.pdf";
    fs::create_directories(folder + "/inbox");
    fs::copy(kCompetition + "/competition.xml", folder + "/competition.xml");
    const auto run_with = [&](const std::string& dossier) {
        fs::copy_file(kInbox + dossier, folder + "/inbox/" + name, fs::copy_options::overwrite_existing);
        irikteu({"run", folder, "--out", out});
        return slurp(protocol);
    };
    const auto found = [&](const std::vector<std::string>& more) {
        std::vector<std::string> command{"archive", "list", out + "/archive", "--name", "protocol-15.pdf", "--json"};
        command.insert(command.end(), more.begin(), more.end());
        return Json::parse(irikteu(command).out)["entries"];
    };
    const std::string first = run_with(name), second = run_with("01-turkistan-textile.xml");
    ASSERT_NE(first, second);
    EXPECT_EQ(run_with(name), first) << "issued once";
    auto all = found({});
    ASSERT_EQ(all.size(), 3u);
    const auto number = [&all](std::size_t i) { return std::to_string(all[i]["entry"].get<int>()); };
    EXPECT_EQ(all[2]["sha256"], all[0]["sha256"]);
    EXPECT_EQ(all[2]["labels"]["Corrects"], number(1));
    EXPECT_EQ(all[2]["labels"]["Cites"], number(0));
    EXPECT_EQ(all[2]["labels"]["Title"], all[0]["labels"]["Title"]);
    EXPECT_EQ(found({"--standing"}), Json::array({all[2]}));
    EXPECT_EQ(all[0]["corrected_by"], all[1]["entry"]);
    EXPECT_EQ(all[1]["corrected_by"], all[2]["entry"]);
    EXPECT_FALSE(all[2].contains("corrected_by")) << "it stands";
    EXPECT_THAT(irikteu({"archive", "list", out + "/archive", "--name", "protocol-15.pdf"}).out, HasSubstr("protocol-15.pdf\t" + number(1) + "\n"));
    const auto shown = Json::parse(irikteu({"archive", "show", out + "/archive", number(1), "--json"}).out);
    EXPECT_EQ(shown["linked_from"][0]["entry"], all[2]["entry"]);
    // What was received and reported stands again too, and asking once more adds nothing.
    for (const char* what : {"/report.xml", "submitted/"}) {
        const auto standing = Json::parse(irikteu({"archive", "find", out + "/archive", "--name", what, "--label", "Dossier=" + name, "--standing", "--json"}).out)["entries"];
        ASSERT_EQ(standing.size(), 1u) << what;
        EXPECT_TRUE(standing[0]["labels"].contains("Cites")) << what;
    }
    const auto size = [&] { return Json::parse(irikteu({"archive", "head", out + "/archive", "--json"}).out)["entries"].get<int>(); };
    const int before = size();
    EXPECT_EQ(run_with(name), first);
    EXPECT_EQ(size(), before);
    EXPECT_EQ(run_with("01-turkistan-textile.xml"), second);
    all = found({});
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[3]["labels"]["Corrects"], number(2));
    EXPECT_EQ(all[3]["labels"]["Cites"], number(1));
    EXPECT_EQ(irikteu({"archive", "verify", out + "/archive"}).status, 0);
}

TEST(Run, LabelsWhatCameInAndWhatWasSaidOfItByWhomItConcerns) {
    const Scratch out("labels");
    irikteu({"run", kCompetition, "--out", out.path});
    const auto found = Json::parse(irikteu({"archive", "find", out.path + "/archive", "--applicant", "\u049A\u043E\u0441\u0442\u0430\u043D\u0430\u0439", "--json"}).out)["entries"];
    std::set<std::string> kinds;
    for (const auto& entry : found) {
        kinds.insert(entry["kind"]);
        EXPECT_TRUE(entry["labels"].contains("Number"));
        EXPECT_TRUE(entry["labels"].contains("Cluster"));
    }
    EXPECT_THAT(kinds, ::testing::IsSupersetOf({"submission", "report", "document"}));
}

TEST(Check, SaysWhatADocumentByItselfWasTakenFor) {
    const std::string file = kInbox + "02-almaty-it/application.docx";
    EXPECT_THAT(irikteu({"check", file, "--lang", "en"}).out, HasSubstr("Taken for: Application (--kind"));
    EXPECT_EQ(Json::parse(irikteu({"check", file, "--json"}).out)["part"], "application");
    EXPECT_THAT(irikteu({"check", kInbox + "02-almaty-it", "--lang", "en"}).out, ::testing::Not(HasSubstr("Taken for")));
}

TEST(Check, SaysOfASpareSheetThatItMayGo) {
    const Scratch scratch{"spare"};
    fs::create_directories(scratch.path);
    irikteu({"blank", "2", "-o", scratch.path + "/c.docx"});
    EXPECT_THAT(irikteu({"check", scratch.path + "/c.docx", "--json", "--lang", "en"}).out, HasSubstr("if it is spare, delete it"));
}

TEST(Check, TakesAFolderOfDossiersApart) {
    const auto done = irikteu({"check", kCompetition + "/inbox", "--json"});
    EXPECT_EQ(Json::parse(done.out).size(), 11u);
    EXPECT_THAT(done.err, HasSubstr("holds 11 dossiers, and each is checked by itself"));
    EXPECT_EQ(irikteu({"check", kInbox + "02-almaty-it"}).err, "") << "one dossier in several files";
}

TEST(Read, AnswersInJsonToo) {
    const auto read = Json::parse(irikteu({"read", kInbox + "01-turkistan-textile.xml", "--json"}).out);
    EXPECT_EQ(read["element"], "dossier");
    EXPECT_EQ(read["attributes"]["stage"], "1");
    EXPECT_GT(read["content"].size(), 2u);
}

TEST(Archive, TakesNoKindAndNoRegisterThatItDoesNotKnow) {
    const Scratch scratch{"kinds"};
    fs::create_directories(scratch.path);
    std::ofstream(scratch.path + "/a.txt") << "a";
    expect_refused({"archive", "add", scratch.path + "/archive", scratch.path + "/a.txt", "--kind", "foo"}, "submission,report,document,signed-document,event");
    for (const char* series : {"a/b 2", "a b", "/"}) expect_refused({"archive", "add", scratch.path + "/archive", scratch.path + "/a.txt", "--series", series}, "a register's name can't be");
    EXPECT_FALSE(fs::exists(scratch.path + "/archive"));
}

}  // namespace irikteu::end_to_end
