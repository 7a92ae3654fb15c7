// Every kind of document that the program knows, made by the program from its sample data.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "end_to_end/program.hpp"
#include "pdf/conformance.hpp"
#include "support/folders.hpp"
#include "xml/document.hpp"

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

/// "2015 жылғы 9 қазан" of "2015-10-09": cases only add to it.
std::string spoken(const std::string& iso) {
    static const char* months[] = {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
    return iso.substr(0, 4) + " жылғы " + std::to_string(std::stoi(iso.substr(8, 2))) + ' ' + months[std::stoi(iso.substr(5, 2)) - 1];
}

/// A name without its last word: where that is inflected, the rest stands as it was given.
std::string without_last_word(const std::string& name) { return name.substr(0, name.find_last_of(' ')); }

/// Every value of the data that its document has to show: all that are of the document itself; of the parts that stand in it
/// (competition, dossier, report), those that documents of that kind speak of.
class Values {
  public:
    explicit Values(const std::string& path) : data_(xml::Document::parse(slurp(path), path)), kind_(data_.root().attribute_or("kind", "")) {
        for (const xml::Node part : data_.root().elements()) {
            const std::string name(part.name());
            if (part.namespace_uri() == data_.root().namespace_uri()) {
                own(part);
            } else if (name == "dossier") {
                dossier(part);
            }
        }
        if (const auto number = data_.root().attribute("number"); number && shows_number()) add(std::string(*number));
    }
    const std::vector<std::string>& all() const { return values_; }
    const std::string& kind() const { return kind_; }

  private:
    void add(const std::string& value) {
        if (value.find_first_not_of(" \n\t") != std::string::npos) values_.push_back(value);
    }
    bool shows_number() const {
        static const std::set<std::string> papers = {"application-1", "application-4", "local-conclusion-3", "inventory", "concept", "strategy", "company-sheet-2", "road-map-6"};
        return papers.count(kind_) == 0;
    }
    void own(const xml::Node node) {
        const std::string name(node.name());
        // Decided outside and said by where the application stands; the results speak of those who were let in.
        if (kind_ == "results" && name == "assessment" && node.attribute_or("passed", "") != "true") return;
        for (xml::Node attribute = node.first_attribute(); attribute; attribute = attribute.next_sibling()) {
            const std::string id(attribute.name()), value(attribute.content());
            static const std::set<std::string> coded = {"kind", "role", "present", "recused", "conforms", "against", "result", "for", "accepted", "passed", "criterion", "received", "copies", "sheets"};
            // Of the application of the first stage, of which those letters don't speak.
            if (name == "assessment" && id == "number" && (kind_ == "letter-27" || kind_ == "letter-28")) continue;
            if (id == "ru" && data_.root().attribute("parallel") != "ru") continue;
            if (name == "vote" && (id == "for" || id == "against" || id == "abstained")) {
                add("– " + value + " (");
            } else if (coded.count(id) > 0 || (name == "sitting" && id == "date" && kind_.starts_with("score"))) {
                continue;
            } else if (id == "date" || id == "until" || id == "sent") {
                if (!(kind_ == "results" && name == "paper")) add(spoken(value));
            } else if (id == "points" || id == "most") {
                std::string decimal = value;
                std::replace(decimal.begin(), decimal.end(), '.', ',');
                add(decimal);
            } else if (!(kind_ == "results" && name == "paper")) {
                add(value);
            }
        }
        const bool inflected = name == "name" && (node.parent().name() == "addressee");
        bool leaf = true;
        for (const xml::Node child : node.elements()) {
            leaf = false;
            if (node.name() == "assessment" && !of_interest(std::string(child.name()))) continue;
            own(child);
        }
        if (!leaf) return;
        // A covering letter names the protocol in a case of its own.
        if (name == "basis" && kind_.starts_with("covering-letter")) return;
        add(inflected ? without_last_word(node.text()) : node.text());
    }
    /// What of an application documents of that kind speak of.
    bool of_interest(const std::string& name) const {
        if (name == "applicant") return kind_ != "letter-27" && kind_ != "expert-conclusion";
        if (name == "paper") return kind_.starts_with("protocol") || kind_.starts_with("conclusion");
        if (name == "mark" || name == "remark") return kind_.starts_with("expert-conclusion");
        if (name == "support") return kind_ == "protocol-39" || kind_ == "results";
        return true;
    }
    void leaves(const xml::Node node) {
        if (!node) return;
        bool leaf = true;
        for (const xml::Node child : node.elements()) {
            leaf = false;
            leaves(child);
        }
        if (leaf) add(node.text());
    }
    void dossier(const xml::Node dossier) {
        const xml::Node application = dossier.first_element("application");
        const bool names = kind_ != "local-conclusion-3" && kind_ != "company-sheet-2";
        if (names && application) add(application.child_text("cluster_name"));
        if (names && application && kind_ != "road-map-6") add(application.child_text("applicant_name"));
        const bool signs = kind_.starts_with("application") || kind_ == "receipt" || kind_ == "inventory" || kind_.starts_with("conformity") || kind_.starts_with("return");
        if (signs && application) {
            add(application.first_element("signatory").child_text("name"));
            add(application.first_element("signatory").child_text("position"));
        }
        const xml::Node intake = dossier.first_element("intake");
        if (intake && kind_ != "inventory") add(intake.child_text("number"));
        if (intake && (kind_.starts_with("application") || kind_ == "receipt")) add(intake.child_text("received_by"));
        if (kind_ == "inventory") leaves(dossier.first_element("inventory"));
        if (kind_ == "concept") leaves(dossier.first_element("concept").first_element("text"));
        if (kind_ == "strategy") leaves(dossier.first_element("strategy").first_element("text"));
        if (kind_ == "road-map-6") leaves(dossier.first_element("road_map"));
        if (kind_ == "company-sheet-2") {
            for (const xml::Node part : dossier.first_element("concept").first_element("text").elements()) {
                if (part.name() == "company") leaves(part);
            }
        }
        if (kind_ == "local-conclusion-3") {
            const xml::Node conclusion = dossier.first_element("local_conclusion");
            for (const char* name : {"number", "cluster_name", "address", "phone"}) add(conclusion.child_text(name));
            leaves(conclusion.first_element("table"));
            add(conclusion.first_element("signatory").child_text("name"));
        }
        if (kind_ == "receipt" || kind_.starts_with("conformity")) {
            const xml::Node documents = dossier.first_element("documents");
            for (xml::Node file = documents ? documents.first_element() : xml::Node(); file; file = file.next_element()) {
                add(std::string(file.attribute_or("file", "")));
                add(std::string(file.attribute_or("sha256", "")));
            }
        }
    }

    xml::Document data_;
    std::string kind_;
    std::vector<std::string> values_;
};

/// Data of the longest and the usual kind, apart from the samples.
std::vector<std::string> more_data() {
    std::vector<std::string> paths;
    for (const auto& entry : fs::directory_iterator(support::source_path("/tests/compose/data"))) {
        const std::string stem = entry.path().stem().string();
        if (stem.ends_with("-long") || stem.ends_with("-full")) paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
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
        const Values values(kDocuments + '/' + kind + ".xml");
        const std::string text = squeezed(text_of(pdf));
        EXPECT_FALSE(values.all().empty() && kind != "announcement") << kind;
        for (const std::string& value : values.all()) EXPECT_NE(text.find(squeezed(value)), std::string::npos) << kind << " lacks " << value;
    }
}

TEST(EveryKindOfDocument, ShowsTheValuesOfTheLongestData) {
    ASSERT_GT(more_data().size(), 30u);
    for (const std::string& path : more_data()) {
        const Values values(path);
        const std::string pdf = made().scratch.path + "/more.pdf";
        ASSERT_EQ(irikteu({"document", "make", values.kind(), path, "-o", pdf}).status, 0) << path;
        const std::string text = squeezed(text_of(pdf));
        for (const std::string& value : values.all()) EXPECT_NE(text.find(squeezed(value)), std::string::npos) << path << " lacks " << value;
        for (const char* token : {"{", "}", "$", "NaN", "xsl:", "fo:", "()", "«»"}) EXPECT_EQ(text.find(token), std::string::npos) << path << " has " << token;
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

TEST(ThePapers, HaveContentsWithTheRightPages) {
    for (const char* kind : {"concept", "strategy"}) {
        const std::string& pdf = made().pdfs.at(kind);
        const auto page = [&](int number) {
            const std::string at = std::to_string(number);
            return support::run({"pdftotext", "-raw", "-f", at, "-l", at, pdf, "-"}).out;
        };
        int entries = 0;
        for (int at = 2; page(at).find("....") != std::string::npos; ++at) {
            std::istringstream lines(page(at));
            std::string title;
            for (std::string line; std::getline(lines, line);) {
                if (line == "Мазмұны" || line.find("· ҚР Үкіметінің") != std::string::npos) continue;
                const std::size_t dots = line.find("....");
                title += line.substr(0, std::min(dots, line.size())) + ' ';
                if (dots == std::string::npos) continue;
                const int number = std::stoi(line.substr(line.find_last_of(". ") + 1));
                EXPECT_NE(squeezed(page(number)).find(squeezed(title)), std::string::npos) << kind << ": " << title << "is not on page " << number;
                title.clear();
                ++entries;
            }
        }
        EXPECT_GT(entries, 20) << kind;
    }
}

TEST(TheSignatures, OfOneToTwentyFiveMembersStandOnOnePageWithTextAboveThem) {
    const Scratch scratch("signatures");
    fs::create_directories(scratch.path);
    const std::string sample = kDocuments + "/protocol-39.xml", pdf = scratch.path + "/p.pdf", path = scratch.path + "/p.xml";
    for (int members = 1; members <= 25; ++members) {
        xml::Document data = xml::Document::parse(slurp(sample), sample);
        xml::Node sitting = data.root().first_element("sitting");
        while (xml::Node member = sitting.first_element("member")) member.remove();
        for (int i = 0; i < members; ++i) {
            xml::Node member = sitting.append("member");
            member.set_attribute("role", i == 0 ? "chair" : i == members - 1 ? "secretary" : "member");
            member.append_with_text("name", i == 0 ? "Төрағаев Төре" : "Мүшебаев Нұрлан " + std::to_string(i));
            member.append_with_text("position", "басқарма төрағасының орынбасары");
        }
        // So many lines more that the block falls on every place of a page.
        xml::Node speech = data.root().first_element("speech");
        speech.set_attribute("speaker", "Төрағаев Төре");
        for (int i = 0; i < members * 3 % 40; ++i) speech.append_text(" Әрбір өтінімнің мазмұны мен қоса берілген құжаттар жеке талқыланды.");
        data.root().first_element("vote").remove();
        std::ofstream(path) << data.serialize_compact();
        ASSERT_EQ(irikteu({"document", "make", "protocol-39", path, "-o", pdf}).status, 0) << members;
        const Json form = Json::parse(support::run({"qpdf", "--json", "--json-key=acroform", pdf}).out)["acroform"]["fields"];
        std::set<int> pages;
        int signatures = 0;
        for (const Json& field : form) {
            if (field["fieldtype"] != "/Sig") continue;
            ++signatures;
            pages.insert(field["pageposfrom1"].get<int>());
        }
        EXPECT_EQ(signatures, std::max(members, 2)) << "one for each, and for the secretary that is not named";
        ASSERT_EQ(pages.size(), 1u) << members << " members sign on several pages";
        const std::string page = std::to_string(*pages.begin());
        const std::string text = support::run({"pdftotext", "-layout", "-f", page, "-l", page, pdf, "-"}).out;
        EXPECT_LT(text.find("Дауыс беру нәтижесі"), text.find("қолы")) << members << " members sign on a page of their own";
    }
}

TEST(TheHouseStyle, ReadsNoFilesButItsOwnAndTheTemplates) {
    const Scratch scratch("house-files");
    fs::create_directories(scratch.path + "/house");
    fs::create_directories(scratch.path + "/secret");
    std::ofstream(scratch.path + "/secret/s.xml") << "<s>TOPSECRET</s>";
    fs::create_symlink("../secret/s.xml", scratch.path + "/house/link.xml");
    std::ofstream(scratch.path + "/house/own.xml") << "<s>OWN</s>";
    const auto make = [&](const std::string& file) {
        const std::string house = scratch.path + "/house/house.xsl";
        std::ofstream(house) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:s='urn:irikteu:style:1'>"
                                "<xsl:template name='s:letterhead'><fo:block><xsl:value-of select=\"document('" + file + "')\"/></fo:block></xsl:template></xsl:stylesheet>";
        return irikteu({"document", "make", "results", kDocuments + "/results.xml", "-o", "-", "--fo", "--house", house}).out;
    };
    EXPECT_THAT(make("own.xml"), ::testing::HasSubstr("OWN"));
    EXPECT_THAT(make(scratch.path + "/secret/s.xml"), ::testing::Not(::testing::HasSubstr("TOPSECRET")));
    EXPECT_THAT(make("link.xml"), ::testing::Not(::testing::HasSubstr("TOPSECRET")));
    EXPECT_THAT(make("../secret/s.xml"), ::testing::Not(::testing::HasSubstr("TOPSECRET")));
}

TEST(TheCommandLine, AsksForTheRussianTextTheCopyAndTheNumber) {
    const auto made_of = [](const std::string& kind, const std::string& option, const std::string& value = {}) {
        std::vector<std::string> arguments = {"document", "make", kind, kDocuments + '/' + kind + ".xml", "-o", "-", "--fo", option};
        if (!value.empty()) arguments.push_back(value);
        return irikteu(arguments);
    };
    EXPECT_THAT(made_of("letter-33", "--parallel", "ru").out, ::testing::HasSubstr("О направлении стратегий"));
    EXPECT_EQ(made_of("inventory", "--number", "77/Т").status, 2) << "it has no place for one";
    EXPECT_THAT(made_of("letter-33", "--number", "77/Т").out, ::testing::HasSubstr("77/Т"));
    EXPECT_THAT(made_of("application-4", "--applicant-copy").out, ::testing::HasSubstr("\"applicant-copy\""));
    for (const auto& refused : {made_of("protocol-22", "--parallel", "ru"), made_of("protocol-22", "--applicant-copy")}) {
        EXPECT_EQ(refused.status, 2);
        EXPECT_THAT(refused.err, ::testing::HasSubstr("protocol-22"));
    }
    EXPECT_EQ(irikteu({"blank", "3", "--applicant-copy", "-o", "-"}).status, 2);
}

TEST(TheCommandLine, NamesThePlaceInTheDataOfACharacterThatNoFaceHas) {
    const Scratch scratch("glyph");
    fs::create_directories(scratch.path);
    std::string data = slurp(kDocuments + "/letter-33.xml");
    const std::string name = "«Жетісу алмасы» кластерлік";
    data.insert(data.find(name) + 2, "\U00010000");
    const std::string path = scratch.path + "/letter.xml";
    std::ofstream(path) << data;
    const auto refused = irikteu({"document", "make", "letter-33", path, "-o", scratch.path + "/letter.pdf"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, ::testing::HasSubstr(path + ":"));
    EXPECT_THAT(refused.err, ::testing::HasSubstr("/document[1]/assessment[2]/applicant[1]: no face has the character U+010000"));
}

TEST(TheCommandLine, TellsWhichWordsOfTheDataHaveNoRussian) {
    const auto told = irikteu({"document", "make", "return-1", kDocuments + "/return-1.xml", "-o", "-", "--fo", "--parallel", "ru"});
    EXPECT_EQ(told.status, 0);
    EXPECT_THAT(told.err, ::testing::HasSubstr("attribute ru):\n  «Шығыс машина жасаушылар одағы» заңды тұлғалар бірлестігі\n"));
    EXPECT_EQ(told.err.find("Ертіс машина жасау"), std::string::npos) << "a mere name stays as it is";
    EXPECT_EQ(irikteu({"document", "make", "repeat", kDocuments + "/repeat.xml", "-o", "-", "--fo", "--parallel", "ru"}).err, "");
}

TEST(TheRussianText, KeepsTheRulesOfPdfAAndPdfUaAndShowsTheLanguageOfItsWords) {
    const Scratch out("russian");
    fs::create_directories(out.path);
    for (const char* kind : {"announcement", "change-receipt", "covering-letter-23", "covering-letter-37", "letter-27", "letter-28", "letter-33", "letter-authorised-body",
                             "letter-regional-body", "repeat", "results", "return-1", "return-2"}) {
        const std::string pdf = out.path + '/' + kind + ".pdf";
        ASSERT_EQ(irikteu({"document", "make", kind, kDocuments + '/' + kind + ".xml", "--parallel", "ru", "-o", pdf}).status, 0) << kind;
        EXPECT_THAT(pdf_test::conformance_faults(pdf), ::testing::IsEmpty()) << kind;
        EXPECT_EQ(support::run({"qpdf", "--check", pdf}).status, 0) << kind;
        EXPECT_THAT(support::run({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"}).out, ::testing::HasSubstr("/Lang (ru)")) << kind;
    }
}

TEST(TheRussianText, IsNotTornWhereAPageCanHoldIt) {
    const Scratch out("parallel");
    fs::create_directories(out.path);
    const std::string pdf = out.path + "/letter.pdf";
    ASSERT_EQ(irikteu({"document", "make", "letter-authorised-body", kDocuments + "/letter-authorised-body.xml", "--parallel", "ru", "-o", pdf}).status, 0);
    const auto page = [&pdf](const char* number) { return support::run({"pdftotext", "-f", number, "-l", number, pdf, "-"}).out; };
    EXPECT_EQ(page("1").find("Организатор конкурса"), std::string::npos);
    for (const char* text : {"О направлении конкурсных заявок", "национальный институт", "Комитет төрағасы"}) EXPECT_NE(page("2").find(text), std::string::npos) << text;
}

TEST(TheHouseStyle, MayNotNameAFontThatIsNotThere) {
    const Scratch scratch("house-font");
    fs::create_directories(scratch.path);
    const std::string house = scratch.path + "/house.xsl";
    std::ofstream(house) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:param name='font-family'>Nosuch</xsl:param></xsl:stylesheet>";
    const auto refused = irikteu({"document", "make", "results", kDocuments + "/results.xml", "-o", "-", "--house", house});
    EXPECT_EQ(refused.status, 3) << "a paper of the procedure looks as it says, or is not made";
    EXPECT_THAT(refused.err, ::testing::HasSubstr("no font family \"Nosuch\""));
}

TEST(TheHouseStyle, IsToldWhatItGivesInVain) {
    const Scratch scratch("house-check");
    fs::create_directories(scratch.path);
    const std::string house = scratch.path + "/house.xsl";
    const auto check = [&](const std::string& content) {
        std::ofstream(house) << "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:s='urn:irikteu:style:1'>" << content << "</xsl:stylesheet>";
        return irikteu({"templates", "check", "--house", house});
    };
    const auto right = check("<xsl:param name='margin-left' select='30'/><xsl:param name='our-colour' select=\"'#00437a'\"/><xsl:attribute-set name='s:type'><xsl:attribute name='color'>"
                             "<xsl:value-of select='$our-colour'/></xsl:attribute></xsl:attribute-set><xsl:template name='s:letterhead'><fo:block/></xsl:template>");
    EXPECT_THAT(right.out, ::testing::HasSubstr("nothing amiss")) << right.err;
    const auto wrong = check("<xsl:param name='margin-lft' select='30'/><xsl:attribute-set name='s:typ'/><xsl:template name='s:leterhead'><fo:block/></xsl:template>");
    EXPECT_EQ(wrong.status, 0) << "it harms nobody";
    for (const char* name : {"parameter margin-lft", "attribute set s:typ", "template s:leterhead"}) EXPECT_THAT(wrong.out, ::testing::HasSubstr(std::string("warning: ") + house + ":1: gives the " + name + ", which"));
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
