#include "compose/languages.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "xml/document.hpp"

namespace irikteu::compose {

namespace {

constexpr std::uint64_t kMaxFileBytes = 16u << 20;
constexpr std::string_view kXsl = "http://www.w3.org/1999/XSL/Transform", kXml = "http://www.w3.org/XML/1998/namespace", kFo = "urn:irikteu:fo:1";
constexpr std::size_t kLeastLetters = 3;  ///< Shorter ones are suffixes as often as words.
constexpr std::size_t kLeastStem = 4, kMostEnding = 3;

/// Letters of Kazakh that Russian lacks, in lower case.
constexpr std::u32string_view kKazakhOnly = U"\u04D9\u0493\u049B\u04A3\u04E9\u04B1\u04AF\u04BB\u0456";
/// Letters and endings that Kazakh words have only where they are borrowed whole.
constexpr std::u32string_view kRussianLetters = U"\u0449\u044A\u0451";  // щ ъ ё
constexpr std::u32string_view kRussianEndings[] = {
    U"\u044C", U"\u044B\u0439", U"\u0438\u0439", U"\u0430\u044F", U"\u043E\u0435", U"\u044B\u0435", U"\u043E\u0433\u043E", U"\u0435\u0433\u043E",  // ь ый ий ая ое ые ого его
    U"\u043B\u0438", U"\u0438\u0438", U"\u0438\u0435", U"\u0438\u044E", U"\u043E\u0432", U"\u0430\u0445", U"\u043E\u0439", U"\u0443\u044E"};  // ли ии ие ию ов ах ой ую

using Words = std::vector<std::u32string>;

/// Words of Cyrillic letters, in lower case; what stands in « » is a name and left out.
Words words_of(std::string_view text) {
    Words words;
    std::u32string word;
    int quoted = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c == U'\u00AB') ++quoted;
        if (c == U'\u00BB' && quoted > 0) --quoted;
        if (kazakh::is_cyrillic(c) && kazakh::is_letter(c)) {
            if (quoted == 0) word += kazakh::to_lower(c);
            continue;
        }
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

bool has_kazakh_letter(const std::u32string& word) { return word.find_first_of(kKazakhOnly) != std::u32string::npos; }

bool looks_russian(const std::u32string& word) {
    if (word.find_first_of(kRussianLetters) != std::u32string::npos) return true;
    return word.size() > kLeastLetters && std::any_of(std::begin(kRussianEndings), std::end(kRussianEndings), [&word](std::u32string_view ending) { return word.ends_with(ending); });
}

/// A text as it stands in a file, in the language that it should be in.
struct Text {
    std::string file;
    int line = 0;
    std::string language, content;
};

std::string place_of(const Text& text) { return text.file + ':' + std::to_string(text.line); }

/// Which words each language has, and in which places.
class Vocabulary {
  public:
    void add(const Text& text) {
        const bool russian = text.language == "ru";
        if (!russian && text.language != "kk") return;
        for (const std::u32string& word : words_of(text.content)) {
            auto& known = russian ? russian_ : kazakh_;
            known[word].insert(place_of(text));
            for (std::size_t n = kLeastStem; n <= word.size(); ++n) (russian ? russian_stems_ : kazakh_stems_)[word.substr(0, n)].insert(place_of(text));
        }
    }
    /// Whether a word of Kazakh text is a Russian one: no other place has it as Kazakh.
    bool is_russian(const std::u32string& word, const std::string& place) const {
        if (word.size() < kLeastLetters || has_kazakh_letter(word)) return false;
        const bool looks = looks_russian(word);
        const std::u32string stem = word.substr(0, std::max(kLeastStem, word.size() > kMostEnding ? word.size() - kMostEnding : word.size()));
        const bool has_stem = word.size() > kLeastStem;
        if (!looks && russian_.count(word) == 0 && !(has_stem && russian_stems_.count(stem) > 0)) return false;
        if (elsewhere(kazakh_, word, place)) return false;
        return looks || !has_stem || !elsewhere(kazakh_stems_, stem, place);
    }

  private:
    using Index = std::map<std::u32string, std::set<std::string>>;
    static bool elsewhere(const Index& index, const std::u32string& word, const std::string& place) {
        const auto found = index.find(word);
        return found != index.end() && (found->second.size() > 1 || found->second.count(place) == 0);
    }
    Index russian_, kazakh_, russian_stems_, kazakh_stems_;
};

class Languages {
  public:
    Languages(const base::Disk& disk, const act::Act& act) : disk_(disk), act_(act) {}

    std::vector<TemplateFault> perform() {
        const std::string own = act_.folder().substr(act_.templates_folder().size() + 1);
        for (const std::string& folder : {std::string("style"), own + "/documents/parts", own + "/documents", own + "/blanks"}) {
            each_file(folder, ".xsl", [this](const std::string& file, const xml::Document& sheet) { read_sheet(file, sheet.root(), "kk", "kk"); });
        }
        // Rules are read for their words alone: they quote applicants' Russian.
        for (const char* folder : {"/rules", "/rules/common", "/rules/stage-1", "/rules/stage-2"}) {
            each_file(own + folder, ".sch", [this](const std::string& file, const xml::Document& rules) { read_plain(file, rules.root(), "kk", vocabulary_only_); });
        }
        for (const char* language : {"kk", "ru"}) read_file(own + "/messages/" + language + ".xml", [&](const std::string& file, const xml::Document& messages) { read_plain(file, messages.root(), language, texts_); });
        read_file(own + "/act.xml", [this](const std::string& file, const xml::Document& act) { read_named(file, act.root()); });
        for (const auto* list : {&texts_, &vocabulary_only_}) {
            for (const Text& text : *list) vocabulary_.add(text);
        }
        for (const Text& text : texts_) judge(text);
        return std::move(faults_);
    }

  private:
    void say(TemplateFault::Severity severity, const std::string& place, const std::string& message) { faults_.push_back({severity, place, message}); }
    void error(const std::string& file, xml::Node at, const std::string& message) { say(TemplateFault::Severity::error, file + ':' + std::to_string(at.line()), message); }

    template <class Use>
    void read_file(const std::string& file, const Use& use) {
        const std::string path = base::join_path(act_.templates_folder(), file);
        if (!disk_.exists(path)) return;
        try {
            use(file, xml::Document::parse(disk_.read(path, kMaxFileBytes), path));
        } catch (const base::Error&) {
            return;
        }
    }
    template <class Use>
    void each_file(const std::string& folder, std::string_view ending, const Use& use) {
        const std::string path = base::join_path(act_.templates_folder(), folder);
        if (!disk_.is_folder(path)) return;
        for (const base::DirectoryEntry& entry : disk_.list(path)) {
            if (entry.name.ends_with(ending)) read_file(folder + '/' + entry.name, use);
        }
    }

    /// Texts of a file that is no stylesheet; `language`: as far as nothing else is said.
    void read_plain(const std::string& file, xml::Node node, std::string language, std::vector<Text>& into) {
        if (const auto said = node.attribute("lang", kXml)) language = *said;
        for (xml::Node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.kind() == xml::Node::Kind::text) into.push_back({file, child.line(), language, std::string(child.content())});
        }
        for (const xml::Node child : node.elements()) read_plain(file, child, language, into);
    }

    /// Texts of elements that say their language themselves: act.xml also lists words by which submitted papers are recognised, in whatever language.
    void read_named(const std::string& file, xml::Node node) {
        if (const auto said = node.attribute("lang", kXml); said && node.parent() && node.parent().kind() == xml::Node::Kind::element) texts_.push_back({file, node.line(), std::string(*said), node.text()});
        for (const xml::Node child : node.elements()) read_named(file, child);
    }

    /// `stated`: what xml:lang says; `language`: what the text is to be in by that, or by the mode or the name's prefix that holds Russian text.
    void read_sheet(const std::string& file, xml::Node node, std::string stated, std::string language) {
        const bool instruction = node.namespace_uri() == kXsl;
        if (const auto said = node.attribute("lang", kXml)) {
            require_language(file, node, *said);
            stated = language = *said;
        }
        if (instruction && (node.name() == "template" || node.name() == "variable")) {
            if (node.attribute_or("mode", "") == "ru" || node.attribute_or("name", "").starts_with("ru:")) language = "ru";
        }
        if (instruction && node.name() == "apply-templates" && node.attribute_or("mode", "") == "ru" && stated != "ru" && !in_russian(node)) {
            error(file, node, "applies templates of the mode ru where xml:lang is " + stated);
        }
        if (instruction && node.name() == "attribute" && node.attribute_or("name", "") == "xml:lang" && !node.first_element()) {
            const std::string said = xml::normalize_space(node.text());
            require_language(file, node, said);
            if (is_language(said) && said != "kk") error(file, node, "sets xml:lang to " + said + ", but the documents are in kk");
        }
        if (node.namespace_uri() == kFo && node.name() == "document") inspect_document(file, node);
        if (instruction && node.name() == "with-param") require_value(file, node);
        take_texts(file, node, language);
        for (const xml::Node child : node.elements()) read_sheet(file, child, stated, language);
    }
    static bool in_russian(xml::Node node) {
        for (xml::Node above = node.parent(); above && above.kind() == xml::Node::Kind::element; above = above.parent()) {
            if (above.attribute_or("mode", "") == "ru" || above.attribute_or("name", "").starts_with("ru:")) return true;
        }
        return false;
    }
    static bool is_language(std::string_view text) { return text == "kk" || text == "ru" || text == "en"; }
    void require_language(const std::string& file, xml::Node at, std::string_view said) {
        if (said.find('{') == std::string_view::npos && !is_language(said)) error(file, at, "has xml:lang=\"" + std::string(said) + "\", which is none of kk, ru, en");
    }

    /// The metadata: ISO 19005 and ISO 14289 ask for title and language, the archive for the date.
    void inspect_document(const std::string& file, xml::Node node) {
        for (const char* needed : {"title", "language", "date"}) {
            if (xml::normalize_space(node.attribute_or(needed, "")).empty()) error(file, node, std::string("makes ir:document without ") + needed);
        }
        const std::string_view language = node.attribute_or("language", "kk");
        if (language.find('{') == std::string_view::npos && language != "kk") error(file, node, "says that the document is in " + std::string(language) + ", but documents are in kk");
    }
    void require_value(const std::string& file, xml::Node given) {
        const auto select = given.attribute("select");
        const std::string value = select ? xml::normalize_space(*select) : "";
        const bool nothing = select ? value.empty() || value == "''" || value == "\"\"" : !given.first_element() && xml::normalize_space(given.text()).empty();
        if (nothing) error(file, given, "gives the parameter " + std::string(given.attribute_or("name", "")) + " of the template " + std::string(given.parent().attribute_or("name", "")) + " nothing");
    }

    void take_texts(const std::string& file, xml::Node node, const std::string& language) {
        const auto take = [&](std::string_view text) { texts_.push_back({file, node.line(), language, std::string(text)}); };
        for (xml::Node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.kind() == xml::Node::Kind::text) take(child.content());
        }
        for (const xml::Node attribute : node.attributes()) {
            const std::string_view value = attribute.content();
            if (node.namespace_uri() == kXsl) take_strings(value, take);
            else take_literals(value, take);
        }
    }
    /// What stands between quotation marks in an expression.
    template <class Take>
    static void take_strings(std::string_view expression, const Take& take) {
        for (auto at = expression.find_first_of("'\""); at != std::string_view::npos; at = expression.find_first_of("'\"", at)) {
            const auto end = std::min(expression.find(expression[at], at + 1), expression.size());
            take(expression.substr(at + 1, end - at - 1));
            at = std::min(end + 1, expression.size());
        }
    }
    /// What an attribute value template says by itself, and the strings of its expressions.
    template <class Take>
    static void take_literals(std::string_view value, const Take& take) {
        while (!value.empty()) {
            const auto open = std::min(value.find('{'), value.size()), close = std::min(value.find('}', open), value.size());
            if (open > 0) take(value.substr(0, open));
            if (close > open) take_strings(value.substr(open + 1, close - open - 1), take);
            value.remove_prefix(std::min(close + 1, value.size()));
        }
    }

    void judge(const Text& text) {
        std::string wrong;
        const auto note = [&wrong](const std::u32string& word) { wrong += (wrong.empty() ? "" : ", ") + kazakh::to_utf8(word); };
        const Words words = words_of(text.content);
        if (text.language == "kk") {
            for (const std::u32string& word : words) {
                if (vocabulary_.is_russian(word, place_of(text))) note(word);
            }
            if (!wrong.empty()) say(TemplateFault::Severity::warning, place_of(text), "has Russian words in Kazakh text: " + wrong);
        } else if (text.language == "ru" || text.language == "en") {
            for (const std::u32string& word : words) {
                if (has_kazakh_letter(word)) note(word);
            }
            if (!wrong.empty()) say(TemplateFault::Severity::warning, place_of(text), "has Kazakh words in text of the language " + text.language + ": " + wrong);
        }
    }

    const base::Disk& disk_;
    const act::Act& act_;
    std::vector<TemplateFault> faults_;
    std::vector<Text> texts_, vocabulary_only_;
    Vocabulary vocabulary_;
};

}  // namespace

std::vector<TemplateFault> inspect_languages(const base::Disk& disk, const act::Act& act) { return Languages(disk, act).perform(); }

}  // namespace irikteu::compose
