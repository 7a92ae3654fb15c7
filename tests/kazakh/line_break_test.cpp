#include "kazakh/line_break.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>
#include <thread>

#include "data.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/line_opportunities.hpp"
#include "kazakh/pattern_hyphenation.hpp"

namespace irikteu::kazakh {

namespace {

/// The text with '|' at allowed and '!' at mandatory breaks.
std::string marked(const std::string& text) {
    std::vector<LineBreak> breaks;
    line_breaks(text, breaks);
    std::string out = text;
    for (auto at = breaks.rbegin(); at != breaks.rend(); ++at) {
        out.insert(at->offset, at->kind == LineBreak::Kind::mandatory ? "!" : "|");
    }
    return out;
}

std::string without_marks(std::string text) {
    std::erase_if(text, [](char c) { return c == '|' || c == '!'; });
    return text;
}

std::string hyphenated(const std::string& word) {
    std::string out = word;
    const auto offsets = hyphenate(word);
    for (auto at = offsets.rbegin(); at != offsets.rend(); ++at) out.insert(*at, "·");
    return out;
}

}  // namespace

TEST(LineBreaks, AreLeftAloneInTextOfLatinLettersOnly) {
    EXPECT_EQ(marked("a b and/or c (d) 5 (five)"), "a |b |and/|or |c |(d) |5 |(five)");
    EXPECT_EQ(marked("1 234 567"), "1 234 567");
    EXPECT_EQ(marked("aa bb № 5"), "aa |bb |№ 5");
    // UAX #14 has a break behind a hyphen that begins a word.
    EXPECT_EQ(marked("call -a or --long"), "call |-|a |or |--|long");
    // Nor between a slash and a digit, but in front of the backslashes of a path; ICU has it the other way round.
    EXPECT_EQ(marked("www.a.org/page/1"), "www.a.org/|page/1");
    EXPECT_EQ(marked("C:\\dir\\sub 1\\2"), "C:|\\dir|\\sub |1\\2");
}

TEST(LineBreaks, FollowKazakhTypography) {
    for (const std::string expected : {
             "Үкіметінің |2015 жылғы |16 шілдедегі |№ 535 |қаулысы",
             "№ 1212 |бұйрығын |қараңыз",
             "осы |Қағидалардың |6 |және |7-тармақтарында",
             "5 (бес) жұмыс |күні |ішінде",
             "аспайтын |20 (жиырма) күнтізбелік |күн",
             "көлемі |1 234 567 мың теңге |болды",
             "12,5 млн теңге |мен |3 млрд |адам",
             "өсім |12 % |немесе |7%",
             "қызметкерлердің |%-ы |мен |50 %-ға",
             "ҒЗТКЖ-ге |арналған |«ҒЗТКЖ»-ге |дейін",
             "индустриялық-|инновациялық |ғылыми-|зерттеу |Премьер-|Министр",
             "іс-шара |сондай-ақ |сын-қатер |өзін-өзі |3-қосымша |2015-тен",
             "және/немесе |компания/ұйым |отандық/|шетелдік",
             "К. Мәсімов |пен |А. Б. Серіков |және |Мәсімов К. |келді",
             "К.Мәсімов |Т.А.Ә., |қолы",
             "2010 – |2013 |2015–2019 жылдар",
             "кластер – |құжат",
             "– бірінші |мақсат",
             "1) аумақтық |кластер; |2) тұжырымдама",
             "2.1. Аумақтық |кластер",
             "6-тармағының |3) тармақшасы |мен |7 бап |бойынша",
             "қ. Астана, |г. Алматы |және т.б. |ұйымдар",
             "20__ жылғы |«___» ________",
             "көлемі |20-25 парақ",
             "« Мемлекеттік |бағдарлама »",
             "2 қосымша |1-қосымша",
             "жүргізу |с Алматы",
             "https://|www.gov.kz/|memleket/|entities",
         }) {
        EXPECT_EQ(marked(without_marks(expected)), expected);
    }
}

TEST(LineBreaks, ReportMandatoryBreaksAndNothingAtTheEnd) {
    EXPECT_EQ(marked("бір\nекі үш\n"), "бір\n!екі |үш\n");
    EXPECT_EQ(marked(""), "");
    EXPECT_EQ(marked("сөз"), "сөз");
    EXPECT_EQ(marked("сөз "), "сөз ");
}

TEST(LineBreaks, KeepNoBreakCharacters) {
    EXPECT_EQ(marked("бес\u00A0жұмыс күні\u2060-ді"), "бес\u00A0жұмыс |күні\u2060-ді");
    EXPECT_EQ(marked("2015\u00A0жылғы 16\u00A0шілде"), "2015\u00A0жылғы |16\u00A0шілде");
}

TEST(LineBreaks, NeverFallInsideACharacterWhateverTheBytes) {
    for (const std::string& text : data_lines("decree_lines.txt")) {
        for (const std::size_t cut : {text.size(), text.size() / 2, text.size() / 3}) {
            std::vector<LineBreak> breaks;
            line_breaks(std::string_view(text).substr(0, cut), breaks);
            std::size_t last = 0;
            for (const LineBreak& at : breaks) {
                EXPECT_GT(at.offset, last);
                EXPECT_LT(at.offset, cut);
                EXPECT_NE(static_cast<unsigned char>(text[at.offset]) & 0xC0, 0x80);
                last = at.offset;
            }
        }
    }
    std::vector<LineBreak> breaks;
    line_breaks("\xD2 \xFF-\x80/ \xE2\x80 \xC2 5 \xD0", breaks);
}

TEST(LineOpportunities, AreIcusWithoutIcu) {
    const auto agree = [](const std::string& text) {
        std::vector<LineBreak> simple, icu;
        if (!simple_opportunities(text, simple)) return false;
        icu_opportunities(text, icu);
        EXPECT_EQ(simple, icu) << text;
        return true;
    };
    int plain = 0, lines = 0;
    for (const std::string& line : data_lines("decree_lines.txt")) plain += agree(line), ++lines;
    EXPECT_GE(plain * 100, lines * 97);

    const std::u32string alphabet =
        U"аәқЯІbZ0123456789      -!?,.;:/()[]{}«»\"'“”„%№§$+–—\u00A0\u202F\u2060\u00AD|_*&@#=<>^~`\\а а 5а";
    std::uint32_t state = 11;
    const auto random = [&](std::size_t below) {
        return (state = state * 1664525u + 1013904223u) / 65536u % below;
    };
    int agreed = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::u32string text(random(12), U' ');
        for (char32_t& c : text) c = alphabet[random(alphabet.size())];
        agreed += agree(to_utf8(text));
    }
    EXPECT_GT(agreed, 12'000);
}

TEST(LineBreaks, AreTheSameInEveryThread) {
    const std::string text = "2015 жылғы 16 шілдедегі № 535 қаулы";
    const std::string here = marked(text);
    std::string there;
    std::thread([&] { there = marked(text); }).join();
    EXPECT_EQ(here, there);
}

TEST(Hyphenate, CutsBySyllables) {
    const std::vector<std::string> right = {"клас·тер",        "ау·мақ·тық",       "тұ·жы·рым·да·ма",
                                            "қа·зақ·стан",     "да·мы·ту·дың",     "өл·шем·шарт·та·рын",
                                            "по·зи·ция",       "ин·фра·құ·ры·лым", "ке·ңес",
                                            "сәй·кес",         "уә·кі·лет·ті",     "ауыл",
                                            "қа·уым·дас·тық",  "та·уар·лар",       "жа·уап",
                                            "қу·ат",           "кө·лік",           "роль·дік",
                                            "ав·то·мо·биль",   "объ·ек·ті",        "ком·пью·тер",
                                            "ко·мис·си·я·ның", "стра·те·ги·я·сы",  "кон·троль",
                                            "«Қа·ғи·да·лар»,", "ре·сурс·та·ры",    "жә·не",
                                            "қы·ра·ғы",        "тау·дың",          "да·муы",
                                            "өзек·ті",         "кон·курс·тан",     "Қыр·ғыз·стан·да",
                                            "шы·ғар·ма·шы·лық"};
    for (const std::string& expected : right) {
        std::string word = expected;
        for (std::size_t at; (at = word.find("·")) != word.npos;) word.erase(at, std::string("·").size());
        EXPECT_EQ(hyphenated(word), expected);
    }
}

TEST(Hyphenate, RefusesWhatIsNoPlainWord) {
    for (const std::string word : {"ҒЗТКЖ", "РҚАО-ның", "іс-шара", "2015", "А4", "Microsoft", "К.Мәсімов", "",
                                   "а", "ол", "және/немесе"}) {
        EXPECT_TRUE(hyphenate(word).empty()) << word;
    }
}

TEST(Hyphenate, CutsEnglishWordsAsTheTexbookDoes) {
    // The Texbook, appendix H, and the exceptions of hyphen.tex.
    const std::map<std::string, std::string> words = {{"hyphenation", "hy-phen-ation"}, {"concatenation", "con-cate-na-tion"},
                                                      {"supercalifragilisticexpialidocious", "su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious"},
                                                      {"Associates", "As-so-ciates"}, {"present", "present"}, {"(daughters,", "(daugh-ters,"},
                                                      {"table", "ta-ble"}, {"the", "the"}, {"processes", "process-es"}, {"index.html", "in-dex.html"}, {"html5example", "htm-l5ex-am-ple"}, {"UTF-16,", "UTF-16,"}, {"can't", "can't"}, {"naïveté", "naïveté"}};
    for (const auto& [word, expected] : words) {
        std::string out = word;
        const auto offsets = hyphenate(word, PatternLanguage::english);
        for (auto at = offsets.rbegin(); at != offsets.rend(); ++at) out.insert(*at, "-");
        EXPECT_EQ(out, expected);
    }
}

TEST(Hyphenate, CutsWordsByThePatternsOfTheirLanguage) {
    struct Case {
        std::string tag, expected;
    };
    for (const Case& c : {Case{"de", "Stra-ßen-bahn-hal-te-stel-le"}, {"de-AT", "Äp-fel-chen"}, {"de", "über-le-gen"}, {"fr", "anes-thé-sie"},
                          {"fr", "l'al-cool"}, {"es", "ad-mi-nis-tra-ción"}, {"it", "am-mi-ni-stra-zio-ne"}, {"pt", "ad-mi-nis-tra-ção"},
                          {"pt", "hard-ware"}, {"pl", "by-naj-mniej"}, {"da", "for-valt-ning"}, {"fi", "hal-lin-to"}, {"en", "ad-min-is-tra-tion"}, {"en-GB", "ad-min-is-tra-tion"}, {"en", "for-mat-ter"}, {"en-GB", "format-ter"},
                          // Capital S and I stand in no pattern.
                          {"it", "POST"}, {"de", "Мәдениет"}, {"ru", "пред-ло-жил"}, {"ru", "под-раз-де-ле-ние"}, {"ru", "объ-явить"}, {"ru", "ёл-ка"}, {"ru", "Мәдениет"}, {"ru", "table"}}) {
        std::string word;
        for (const char letter : c.expected) {
            if (letter != '-') word += letter;
        }
        std::string out = word;
        const auto offsets = hyphenate(word, pattern_language(c.tag));
        for (auto at = offsets.rbegin(); at != offsets.rend(); ++at) out.insert(*at, "-");
        EXPECT_EQ(out, c.expected) << c.tag;
    }
}

TEST(Hyphenate, KnowsLanguagesByTheirCodes) {
    EXPECT_EQ(pattern_language("de"), PatternLanguage::german);
    EXPECT_EQ(pattern_language("pt-BR"), PatternLanguage::portuguese);
    EXPECT_EQ(pattern_language("en_GB"), PatternLanguage::british);
    EXPECT_EQ(pattern_language("en-US"), PatternLanguage::english);
    EXPECT_EQ(pattern_language("EN"), PatternLanguage::english);
    EXPECT_EQ(pattern_language("De-at"), PatternLanguage::german);
    EXPECT_EQ(pattern_language("ru-RU"), PatternLanguage::russian);
    for (const std::string tag : {"en-GB-oxendict", "EN-gb", "en-Latn-GB", "en_latn_gb", "en-GB-x-us", "en-GB-u-rg-uszzzz"}) EXPECT_EQ(pattern_language(tag), PatternLanguage::british) << tag;
    for (const std::string tag : {"en-x-gb", "en-US-x-gb", "en-u-rg-gb", "en-US-gb", "en-oxendict-gb", "engb", "en-", "en--gb", "en-agb", "en-1994-gb"}) EXPECT_NE(pattern_language(tag), PatternLanguage::british) << tag;
    EXPECT_EQ(pattern_language("de-GB"), PatternLanguage::german);
    for (const std::string tag : {"kk", "KK", "den", "", "none", "-de"}) EXPECT_EQ(pattern_language(tag), PatternLanguage::none) << tag;
}

TEST(LineBreaks, EndWordsAtEverySpace) {
    EXPECT_EQ(marked("ғылыми-\u2003зерттеу-ғылыми"), "ғылыми-\u2003|зерттеу-|ғылыми");
    EXPECT_EQ(marked("www.a.kz\u2003ғылыми-зерттеу"), "www.a.kz\u2003|ғылыми-|зерттеу");
    EXPECT_EQ(marked("ғылыми-зерттеу\u00A0www.a.kz/ғылыми-зерттеу ғылыми-зерттеу"), "ғылыми-|зерттеу\u00A0www.a.kz/|ғылыми-|зерттеу |ғылыми-|зерттеу");
}

TEST(LineBreaks, OfManyHyphensCostNoMoreEach) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "-a ";
    std::vector<LineBreak> breaks;
    const auto begin = std::chrono::steady_clock::now();
    line_breaks(text, breaks);
    EXPECT_EQ(breaks.size(), 399'999u);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));  // A tenth of one on an idle machine.
}

TEST(LineBreaks, OfOneLongWordCostNoMoreEach) {
    std::string word;
    for (int i = 0; i < 200'000; ++i) word += i % 2 == 0 ? "а/" : "б-";
    std::vector<LineBreak> breaks;
    const auto begin = std::chrono::steady_clock::now();
    line_breaks(word, breaks);
    EXPECT_TRUE(breaks.empty());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));  // A twentieth of one on an idle machine.
}

TEST(Hyphenate, LeavesAVowelOnEitherSideOfEveryCutInTheDecree) {
    int cuts = 0;
    for (const std::string& line : data_lines("decree_lines.txt")) {
        std::vector<LineBreak> breaks;
        line_breaks(line, breaks);
        breaks.push_back({line.size(), LineBreak::Kind::allowed});
        std::size_t begin = 0;
        for (const LineBreak& at : breaks) {
            const std::string word = line.substr(begin, at.offset - begin);
            begin = at.offset;
            std::vector<std::size_t> offsets = hyphenate(word);
            cuts += static_cast<int>(offsets.size());
            offsets.push_back(word.size());
            std::size_t from = 0;
            for (const std::size_t to : offsets) {
                if (offsets.size() == 1) break;
                bool vowel = false;
                for (const char32_t c : to_code_points(word.substr(from, to - from)))
                    vowel |= is_vowel(to_lower(c));
                EXPECT_TRUE(vowel) << hyphenated(word);
                from = to;
            }
        }
    }
    EXPECT_GT(cuts, 3000);
}

}  // namespace irikteu::kazakh
