#include "readers/word_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "readers/vocabulary.hpp"

namespace irikteu::readers {

namespace {

void gather(xml::Node element, Classifier& classify, WordContent& content) {
    for (const xml::Node child : element.elements()) {
        const Vocabulary vocabulary = classify.vocabulary(child);
        const std::string_view name = child.name();
        if (vocabulary == Vocabulary::word) {
            const Word word = classify.word(child);
            if (word == Word::p) ++content.paragraphs;
            if (word == Word::tbl) ++content.tables;
            if (word == Word::fldChar) {
                const std::string_view type = attribute(child, "fldCharType").value_or("");
                if (type == "begin") content.fields.push_back(FieldMark::begin);
                else if (type == "separate") content.fields.push_back(FieldMark::separate);
                else if (type == "end") content.fields.push_back(FieldMark::end);
            }
            if (word == Word::instrText || word == Word::delInstrText) {
                content.codes += base::count_characters(child.text());
                continue;
            }
            if (word == Word::t || word == Word::delText) {
                content.text += child.text();
                continue;
            }
        } else if ((vocabulary == Vocabulary::math || vocabulary == Vocabulary::drawing) && name == "t") {
            if (!child.first_element()) {  // dgm:t holds paragraphs, a:t and m:t hold text.
                content.text += child.text();
                continue;
            }
        }
        gather(child, classify, content);
    }
}

}  // namespace

WordContent word_content(xml::Node element) {
    WordContent content;
    Classifier classify;
    gather(element, classify, content);
    return content;
}

std::string any_text(xml::Node element) {
    std::string text = element.text();
    const bool blank = std::all_of(text.begin(), text.end(),
                                   [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return blank ? std::string() : text;
}

namespace {

/// xml:space holds for what is below it (XML 1.0, 2.10).
bool preserves_space(xml::Node t) {
    for (; t.is_element(); t = t.parent()) {
        if (const auto space = attribute(t, "space")) {
            if (*space == "preserve") return true;
            if (*space == "default") return false;
        }
    }
    return false;
}

}  // namespace

std::string run_text(xml::Node t) { return run_text(t, t.text()); }

std::string run_text(xml::Node t, std::string text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    if (!text.empty() && (is_blank(text.front()) || is_blank(text.back())) && !preserves_space(t)) text = xml::trim(text);
    for (char& c : text) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return text;
}

}  // namespace irikteu::readers
