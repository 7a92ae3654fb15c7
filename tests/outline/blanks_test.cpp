// The blanks that the program hands out, filled in by a script with plausible text: the outline check finds nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <map>

#include "base/disk.hpp"
#include "compose/composer.hpp"
#include "compose/word_package.hpp"
#include "pipeline/single_document.hpp"
#include "support/folders.hpp"

namespace irikteu::outline::testing {
namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

/// What a person types into the control of that tag.
std::string answer(const std::string& tag) {
    static const std::pair<const char*, const char*> by_ending[] = {
        // Companies
        {"address.street", "Тәуке хан даңғылы, 12"}, {"address.city", "Шымкент қаласы"}, {"address.zip", "160012"}, {"capital", "Қазақстан Республикасы"},
        {"founded", "2008 жылғы 14 наурыз"}, {"clients", "тігін фабрикалары"}, {"country", "отандық компания"}, {"responsible.surname", "Қалиев"},
        {"responsible.name", "Ерлан"}, {"responsible.position", "бас технолог"}, {"-phone", "+7 (7252) 00-12-34"}, {"mobile", "+7 (701) 000-12-34"},
        {"email", "kense@iiru.kz"}, {"site", "www.iiru.kz"}, {"eqjj.main", "13.10.1"}, {"eqjj.extra", "13.20.1"},
        // Forms
        {"cluster_name", "«Түркістан тоқыма» аумақтық кластері"}, {"applicant_name", "Түркістан облысының өңірлік кәсіпкерлер палатасы"}, {"signatory-position", "Директор"},
        {"local_conclusion-signatory-name", "Нұрғалиев Асқар Бекұлы, қолы қойылған"}, {"signatory-name", "Сейітов Қанат Маратұлы"}, {"signatory-signature", "қолы қойылған"},
        {"conclusion-number", "17-05/214"}, {"conclusion-date", "2015 жылғы «10» қыркүйек"}, {"conclusion-address", "Түркістан қаласы, Абай көшесі, 5, тел. 8 (72533) 3-11-00"},
        {"organ_name", "Түркістан облысының кәсіпкерлік басқармасы"}, {"participant", "«Түркістан Иіру» АҚ"}, {"activity", "жіп иіру"},
        // Measures
        {"table.col.form", "есеп"}, {"table.col.executor", "кластерлік қауымдастық"}, {"table.col.volume", "1500"}, {"table.col.source", "меншікті қаражат"},
        {"table.col.deadline", "2016 жылғы желтоқсан"}};
    const bool company = tag.starts_with("company-");
    std::string bare = tag;
    // "address.street-1": which of several alike.
    while (company && !bare.empty() && (bare.back() == '-' || (bare.back() >= '0' && bare.back() <= '9')) && bare.rfind('-') > 9) bare.pop_back();
    if (bare.ends_with("table.col.event")) return "Іс-шара " + tag;
    if (company && bare.ends_with("-name")) return "«Түркістан Иіру " + tag.substr(8, tag.find('-', 8) - 8) + "» АҚ";
    for (const auto& [ending, text] : by_ending) {
        if (bare.ends_with(ending)) return text;
    }
    if (company) return "12";
    return "Кластерге қатысушылар бұл бөлікте нақты деректер мен есептерді келтіреді, олардың көздерін және мерзімдерін көрсетеді.";
}

/// The blank with every control filled, as a word processor leaves it, with one of the alternatives struck out and the seal.
std::string filled(const std::string& appendix) {
    const base::RealDisk disk;
    const act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    std::string flat = compose::Composer(disk, act).blank_for_word(appendix).serialize_compact();
    const std::string placeholder = "<w:showingPlcHdr/>";
    for (std::size_t at = flat.find(placeholder); at != std::string::npos; at = flat.find(placeholder, at)) {
        const std::size_t start = flat.rfind("<w:tag w:val=\"", at) + 14;
        const std::string tag = flat.substr(start, flat.find('"', start) - start);
        const std::size_t text = flat.find("<w:t>", at) + 5;
        flat.replace(text, flat.find("</w:t>", text) - text, answer(tag));
        flat.erase(at, placeholder.size());
    }
    flat = replaced(flat, "болуын/болмауын", "болуын");
    flat = replaced(flat, "орындылығын/орынсыздығын", "орындылығын");
    flat = replaced(flat, ">М.О.<", ">М.О. мөр басылған<");
    return compose::word_package(xml::Document::parse(flat, "blank.xml"));
}

class Blanks : public ::testing::TestWithParam<const char*> {};

TEST_P(Blanks, filled_in_pass_the_outline_check_without_a_finding) {
    const base::RealDisk real;
    pipeline::JudgeOptions options;
    options.templates_folder = support::source_path("/templates");
    pipeline::Judge judge(real, options);
    const fs::path path = fs::temp_directory_path() / ("irikteu-filled-" + std::string(GetParam()) + '-' + std::to_string(::getpid()) + ".docx");
    base::RealDisk().write(path.string(), filled(GetParam()));
    const auto examination = pipeline::examine_file(judge, path.string(), "filled.docx", std::nullopt);
    fs::remove(path);
    for (const xml::Node finding : examination.report.root().elements()) {
        if (finding.name() != "finding") continue;
        const std::string severity(finding.attribute_or("severity", ""));
        const std::string kind(finding.attribute_or("kind", ""));
        if (severity == "info" || severity == "manual" || kind == "volume") continue;  // A few sentences are no twenty sheets.
        ADD_FAILURE() << finding.attribute_or("rule", "") << ' ' << finding.attribute_or("item", "") << ' ' << severity << ' ' << finding.attribute_or("quotation", "");
    }
    EXPECT_EQ(examination.dossier.root().first_element("documents").first_element("document").attribute_or("kind", ""),
              judge.act().appendix(GetParam()).attribute_or("part", ""));
}

/// How many findings of the structure a blank gives that nobody filled in, and how many of its hints are told.
std::pair<int, int> found_in(pipeline::Judge& judge, const std::string& flat) {
    const fs::path path = fs::temp_directory_path() / ("irikteu-hints-" + std::to_string(::getpid()) + ".docx");
    base::RealDisk().write(path.string(), compose::word_package(xml::Document::parse(flat, "blank.xml")));
    const auto examination = pipeline::examine_file(judge, path.string(), "hints.docx", std::nullopt);
    fs::remove(path);
    std::pair<int, int> counts;
    for (const xml::Node finding : examination.report.root().elements()) {
        const std::string rule(finding.attribute_or("rule", ""));
        counts.first += rule.ends_with("-empty") || rule.ends_with("-placeholder");
        counts.second += rule.ends_with("-hint");
    }
    return counts;
}

TEST(BlanksOfStructures, say_nothing_by_their_hints_where_a_word_processor_dropped_the_controls) {
    const base::RealDisk real;
    pipeline::JudgeOptions options;
    options.templates_folder = support::source_path("/templates");
    pipeline::Judge judge(real, options);
    const act::Act act = act::Act::load(real, support::source_path("/templates"), "kz-535-2015");
    for (const char* appendix : {"2", "5"}) {
        const std::string flat = compose::Composer(real, act).blank_for_word(appendix).serialize_compact();
        const auto with = found_in(judge, flat);
        EXPECT_GE(with.first, 30) << appendix;
        EXPECT_EQ(with.second, 0) << appendix;
        const std::string plain = replaced(flat, "<w:showingPlcHdr/>", "");
        EXPECT_EQ(found_in(judge, plain).first, with.first) << appendix;
        // Written below the hint, which was left: content, and told.
        const std::string hint = act.wording("hint").front();
        const std::size_t at = plain.find("</w:p>", plain.find(hint)) + 6;
        const auto beside = found_in(judge, plain.substr(0, at) + "<w:p><w:r><w:t>Кластерге қатысушылар ортақ зертхана ұстайды.</w:t></w:r></w:p>" + plain.substr(at));
        EXPECT_EQ(beside.first, with.first - 1) << appendix;
        EXPECT_GE(beside.second, 1) << appendix;
    }
}

INSTANTIATE_TEST_SUITE_P(OfAppendix, Blanks, ::testing::Values("1", "2", "3", "4", "5", "6"));

}  // namespace
}  // namespace irikteu::outline::testing
