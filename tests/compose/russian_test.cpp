// The parallel Russian text of letters and notices says all that the Kazakh text says, and says it in Russian.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <regex>
#include <set>

#include "fo_text.hpp"
#include "sample.hpp"
#include "support/folders.hpp"
#include "xml/schema.hpp"

namespace irikteu::compose {

using testing::composer;
using testing::kind_of;
using testing::text_below;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";

/// The kinds that the issue calls letters and notices.
const std::set<std::string>& bilingual_kinds() {
    static const std::set<std::string> kinds = {"announcement", "change-receipt", "covering-letter-23", "covering-letter-37", "letter-27", "letter-28",
                                                "letter-33", "letter-authorised-body", "letter-regional-body", "repeat", "results", "return-1", "return-2"};
    return kinds;
}

std::vector<std::string> bilingual_samples() {
    std::vector<std::string> found;
    for (const std::string& sample : testing::samples()) {
        if (bilingual_kinds().count(kind_of(sample)) > 0) found.push_back(sample);
    }
    return found;
}

struct Texts {
    std::string kazakh, russian;
};

void part(xml::Node node, Texts& texts) {
    std::vector<xml::Node> children;
    for (const xml::Node child : node.elements()) children.push_back(child);
    for (xml::Node child : children) {
        if (child.attribute("lang", kXml) == "ru") {
            // A block that holds no others is a line itself.
            const std::string below = text_below(child);
            texts.russian += below.empty() ? testing::line_of(child) + '\n' : below;
            child.remove();
        } else {
            part(child, texts);
        }
    }
}

/// What the flow says in each of the two languages; the signature's own name belongs to both.
Texts texts_of(const std::string& kind, const xml::Document& data) {
    const xml::Document fo = composer().compose(kind, data);
    Texts texts;
    const xml::Node flow = testing::all(fo, "flow").front();
    for (const xml::Node table : testing::all(fo, "table")) {
        if (table.attribute("role", "urn:irikteu:fo:1") == "Div") texts.russian += testing::line_of(table) + '\n';
    }
    part(flow, texts);
    texts.kazakh = text_below(flow);
    return texts;
}

xml::Document bilingual(const std::string& sample) {
    xml::Document data = testing::data_of(sample);
    data.root().set_attribute("parallel", "ru");
    return data;
}

void set_text(xml::Node node, std::string_view text) {
    while (xml::Node child = node.first_child()) child.remove();
    node.append_text(text);
}

bool has_elements(xml::Node node) { return static_cast<bool>(node.first_element()); }

/// A value of the data under a name that stands nowhere else: "Q17q".
struct Marked {
    std::string kazakh, russian, where;
};

class Marker {
  public:
    /// Gives every text of the data, and every attribute that is a text, a name of its own.
    void mark(xml::Node node) {
        for (const char* name : {"number", "phone", "file", "name"}) {
            if (node.attribute(name) && node.name() != "dossier") node.set_attribute(name, fresh(node, name));
        }
        for (xml::Node child : node.elements()) {
            if (has_elements(child)) mark(child);
            else mark_leaf(child);
        }
    }
    const std::vector<Marked>& marked() const { return marked_; }

  private:
    std::string fresh(xml::Node node, const std::string& what) {
        const std::string value = name_of();
        marked_.push_back({value, value, std::string(node.name()) + '/' + what});
        return value;
    }
    std::string name_of() { return 'Q' + std::to_string(++last_) + 'q'; }
    void mark_leaf(xml::Node leaf) {
        for (const char* name : {"number", "phone", "file", "name"}) {
            if (leaf.attribute(name)) leaf.set_attribute(name, fresh(leaf, name));
        }
        const std::string text = xml::normalize_space(leaf.text());
        if (text.empty() || text.find("T1") != std::string::npos) return;  // Not a moment, "2015-10-05T17:40".
        const std::string value = name_of();
        const auto language = leaf.attribute("lang", kXml);
        set_text(leaf, value);
        if (!language) marked_.push_back({value, value, std::string(leaf.name())});
        if (language == "kk") marked_.push_back({value, "", std::string(leaf.name())});
        if (language == "ru" && !marked_.empty()) marked_.back().russian = value;
    }

    std::vector<Marked> marked_;
    int last_ = 100000;
};

/// The Russian names of the months in the genitive, by the stems of the Kazakh ones.
constexpr std::array<std::array<const char*, 2>, 12> kMonths = {{{"қаңтар", "января"}, {"ақпан", "февраля"}, {"наурыз", "марта"}, {"сәуір", "апреля"},
                                                                 {"мамыр", "мая"}, {"маусым", "июня"}, {"шілде", "июля"}, {"тамыз", "августа"},
                                                                 {"қыркүйек", "сентября"}, {"қазан", "октября"}, {"қараша", "ноября"}, {"желтоқсан", "декабря"}}};

std::set<std::string> found(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::set<std::string> result;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) result.insert(at->str());
    return result;
}

}  // namespace

class TheRussianText : public ::testing::TestWithParam<std::string> {};

/// Set IRIKTEU_GOLDEN=write to write what was composed; read the difference before committing it.
TEST(Return, AddressesASignatoryWhoseNameHasNoLetterByTheirPosition) {
    const auto told = [](std::string_view name) {
        xml::Document data = bilingual("return-1-long");
        for (const xml::Node signatory : testing::all(data, "signatory")) {
            if (signatory.parent().name() == "application") set_text(signatory.first_element("name"), name);
        }
        return texts_of("return-1", data);
    };
    const Texts named = told("Ермекова Гүлнәр"), unnamed = told("777123");
    EXPECT_THAT(named.kazakh, HasSubstr("Палата директоры: Ермекова Гүлнәр"));
    EXPECT_THAT(named.russian, HasSubstr("Директор палаты: Ермекова Гүлнәр"));
    EXPECT_THAT(unnamed.kazakh, HasSubstr("Палата директоры\n"));
    EXPECT_THAT(unnamed.russian, HasSubstr("Директор палаты\n"));
    EXPECT_THAT(unnamed.kazakh + unnamed.russian, Not(HasSubstr("777123")));
}

TEST_P(TheRussianText, ReadsAsItsGoldenText) {
    const std::string text = texts_of(kind_of(GetParam()), bilingual(GetParam())).russian;
    const std::string path = "golden/russian/" + GetParam() + ".txt";
    const char* mode = std::getenv("IRIKTEU_GOLDEN");
    if (mode != nullptr && std::string_view(mode) == "write") base::RealDisk().write(support::source_path("/tests/compose/") + path, text);
    EXPECT_EQ(text, testing::file(path));
}

TEST_P(TheRussianText, SaysEveryValueThatTheKazakhTextSays) {
    xml::Document data = bilingual(GetParam());
    Marker marker;
    marker.mark(data.root());
    const Texts texts = texts_of(kind_of(GetParam()), data);
    int said = 0;
    for (const Marked& value : marker.marked()) {
        if (texts.kazakh.find(value.kazakh) == std::string::npos) continue;
        ++said;
        EXPECT_THAT(texts.russian, HasSubstr(value.russian)) << value.where << ", which the Kazakh text says";
    }
    EXPECT_GE(said, 3) << texts.kazakh;
}

TEST_P(TheRussianText, SaysEveryDayAndEveryNumberThatTheKazakhTextSays) {
    const Texts texts = texts_of(kind_of(GetParam()), bilingual(GetParam()));
    for (const auto& [kazakh, russian] : kMonths) {
        for (const std::string& day : found(texts.kazakh, "[0-9]{4} жылғы [0-9]{1,2} " + std::string(kazakh))) {
            const std::string number = day.substr(day.find(" жылғы ") + std::string(" жылғы ").size());
            EXPECT_THAT(texts.russian, HasSubstr(number.substr(0, number.find(' ')) + ' ' + russian + ' ' + day.substr(0, 4) + " года"));
        }
    }
    const std::set<std::string> numbers = found(texts.russian, "[0-9]+");
    for (const std::string& number : found(texts.kazakh, "[0-9]+")) EXPECT_EQ(numbers.count(number), 1u) << number << "\n" << texts.kazakh << "\n" << texts.russian;
}

TEST_P(TheRussianText, HasNoWordInKazakhButWhatTheDataSay) {
    xml::Document data = bilingual(GetParam());
    Marker marker;
    marker.mark(data.root());
    const std::string russian = texts_of(kind_of(GetParam()), data).russian;
    for (const char* letter : {"ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і", "Ә", "Ғ", "Қ", "Ң", "Ө", "Ұ", "Ү", "Һ", "І"}) {
        EXPECT_THAT(russian, Not(HasSubstr(letter)));
    }
}

TEST_P(TheRussianText, IsSetAsRussianIs) {
    const std::string text = texts_of(kind_of(GetParam()), bilingual(GetParam())).russian;
    for (const char* wrong : {"\"", "».»", ".».", " ,", " .", " ;", "()", "«»", "..", ", ,", " - ", "NaN", "  "}) EXPECT_THAT(text, Not(HasSubstr(wrong)));
}

TEST_P(TheRussianText, NamesNoFieldThatTheKazakhTextHas) {
    const xml::Document fo = composer().compose(kind_of(GetParam()), bilingual(GetParam()));
    std::set<std::string> names;
    for (const xml::Node field : testing::all(fo, "field")) EXPECT_TRUE(names.insert(std::string(field.attribute_or("name", ""))).second) << field.attribute_or("name", "");
}

namespace {

std::string name_of(const ::testing::TestParamInfo<std::string>& parameter) {
    std::string name = parameter.param;
    for (char& c : name) {
        if (c == '-') c = '_';
    }
    return name;
}

std::string letter_with(const std::function<void(xml::Node)>& change) {
    xml::Document data = bilingual("covering-letter-37-long");
    change(data.root());
    return texts_of("covering-letter-37", data).russian;
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Samples, TheRussianText, ::testing::ValuesIn(bilingual_samples()), name_of);

TEST(TheRussianWords, AgreeWithTheirNumbers) {
    const std::pair<const char*, const char*> cases[] = {{"1", "на 1 листе, в 1 экземпляре"},   {"2", "на 2 листах, в 2 экземплярах"},       {"5", "на 5 листах, в 5 экземплярах"},
                                                         {"11", "на 11 листах, в 11 экземплярах"}, {"21", "на 21 листе, в 21 экземпляре"},    {"101", "на 101 листе, в 101 экземпляре"},
                                                         {"111", "на 111 листах, в 111 экземплярах"}};
    for (const auto& [number, words] : cases) {
        EXPECT_THAT(letter_with([number = number](xml::Node root) {
                        xml::Node annex = root.first_element("annex");
                        annex.set_attribute("sheets", number);
                        annex.set_attribute("copies", number);
                    }),
                    HasSubstr(words));
    }
    const std::pair<const char*, const char*> copies[] = {{"0", "оригинал – 0 экземпляров"}, {"1", "оригинал – 1 экземпляр,"}, {"2", "оригинал – 2 экземпляра,"}, {"12", "оригинал – 12 экземпляров"},
                                                          {"22", "оригинал – 22 экземпляра,"}};
    for (const auto& [number, words] : copies) {
        xml::Document data = bilingual("return-1-usual");
        data.root().first_element("dossier").first_element("intake").first_element("carriers").set_attribute("originals", number);
        EXPECT_THAT(texts_of("return-1", data).russian, HasSubstr(words));
    }
}

TEST(TheRussianWords, AreThoseOfTheDataBeforeThoseThatAreKnown) {
    EXPECT_THAT(letter_with([](xml::Node root) { set_text(root.first_element("annex"), "Хаттама"); }), HasSubstr("протокол, на"));
    EXPECT_THAT(letter_with([](xml::Node root) {
                    set_text(root.first_element("annex"), "хаттама");
                    root.first_element("annex").set_attribute("ru", "протокол № 2 с особым мнением");
                }),
                HasSubstr("протокол № 2 с особым мнением, на"));
    EXPECT_THAT(letter_with([](xml::Node root) { set_text(root.first_element("annex"), "өзге құжат"); }), HasSubstr("өзге құжат, на"));
}

TEST(TheRussianWords, StandBeneathWhereTheCompetitionAsksForThem) {
    xml::Document data = testing::data_of("return-1-usual");
    EXPECT_THAT(texts_of("return-1", data).russian, Not(HasSubstr("УВЕДОМЛЕНИЕ")));
    data.root().first_element("competition").set_attribute("parallel", "ru");
    EXPECT_THAT(texts_of("return-1", data).russian, HasSubstr("УВЕДОМЛЕНИЕ"));
}

TEST(TheRussianWords, ThatAreKnownKeepToTheirSchema) {
    const base::RealDisk disk;
    const std::string path = support::source_path("/templates/kz-535-2015/documents/parts/russian-names.xml");
    const auto schema = xml::Schema::load(disk, support::source_path("/templates/schema/russian-names.xsd"));
    for (const auto& fault : schema.validate(xml::Document::parse(disk.read(path, 1u << 20), path))) ADD_FAILURE() << fault.message;
}

TEST(TheRussianWords, GroundAFindingInTheRules) {
    const auto ground = [](const char* clause, const char* appendix, const char* item) {
        xml::Document data = bilingual("return-1-usual");
        for (xml::Node finding : data.root().first_element("report").elements()) {
            if (finding.attribute("severity") != "error") continue;
            for (const auto& [name, value] : {std::pair{"clause", clause}, {"appendix", appendix}, {"item", item}}) {
                if (*value == '\0') finding.remove_attribute(name);
                else finding.set_attribute(name, value);
            }
        }
        return texts_of("return-1", data).russian;
    };
    EXPECT_THAT(ground("6(2)", "2", "4.2.b"), HasSubstr("Основание: подпункт 2) пункта 6 Правил, абзац 2 подпункта 2) раздела 4 приложения 2."));
    EXPECT_THAT(ground("6(2)", "2", "2.1"), HasSubstr("Основание: подпункт 2) пункта 6 Правил, пункт 2.1 приложения 2."));
    EXPECT_THAT(ground("appendix 2, 7", "2", "7.sheet[3].phone"), HasSubstr("Основание: подпункт 2) пункта 6 Правил, раздел 7 приложения 2."));
    EXPECT_THAT(ground("11", "", ""), HasSubstr("Основание: пункт 11 Правил."));
    EXPECT_THAT(ground("6(3)", "3", ""), HasSubstr("Основание: подпункт 3) пункта 6 Правил, приложение 3."));
    EXPECT_THAT(ground("criteria 1.1", "", ""), HasSubstr("Основание: подпункт 1) пункта 1 Критериев."));
}

}  // namespace irikteu::compose
