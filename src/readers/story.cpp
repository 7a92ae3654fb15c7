#include "readers/story.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/word_text.hpp"
#include "xml/reading_tree.hpp"

namespace irikteu::readers {

std::string numbered(std::string_view what, int number) {
    std::string text(what);
    text += std::to_string(number);
    return text;
}

void Story::leave_out(xml::Node element, std::string_view why) {
    const WordContent content = word_content(element);
    const Word itself = classify.word(element);
    ledger.ignore(why, base::count_characters(content.text) + content.codes);
    paragraphs += content.paragraphs + (itself == Word::p ? 1 : 0);
    tables += content.tables + (itself == Word::tbl ? 1 : 0);
    for (const FieldMark mark : content.fields) {
        if (mark == FieldMark::begin) fields.begin();
        if (mark == FieldMark::separate) fields.separate();
        if (mark == FieldMark::end) fields.end(ledger);
    }
}

namespace {

/// Whether an element around (or this one itself) says that elements of this one's vocabulary may be passed over.
bool is_ignorable(xml::Node element, Classifier& classify) {
    if (classify.vocabulary(element) != Vocabulary::other) return false;
    for (xml::Node around = element; around.is_element(); around = around.parent()) {
        for (const xml::Node a : around.attributes()) {
            if (a.name() != "Ignorable" || vocabulary_of(a.namespace_uri()) != Vocabulary::compatibility) continue;
            std::string_view prefixes = a.content();
            while (!(prefixes = xml::trim(prefixes)).empty()) {
                const auto end = std::min(prefixes.find_first_of(" \t\r\n"), prefixes.size());
                const auto uri = xml::namespace_of(around, prefixes.substr(0, end));
                if (uri && *uri == element.namespace_uri()) return true;
                prefixes.remove_prefix(end);
            }
        }
    }
    return false;
}

}  // namespace

void Story::count_paragraph() {
    constexpr int most_paragraphs = 120'000;  // Some 3,000 pages; with what is written of them they take 200 MB.
    if (++paragraphs > most_paragraphs) {
        throw base::Error(base::ErrorCode::limit_exceeded, "has more than " + std::to_string(most_paragraphs) + " paragraphs", {package.name(), 0, 0, part});
    }
}

void Story::end_section() {
    if (++section < sections.size()) meter.begin_section(sections[section]);
}

void Story::report_unknown(xml::Node element) {
    const std::string text = any_text(element);
    if (text.empty()) return;
    if (is_ignorable(element, classify)) {
        ledger.ignore(reason::ignorable, base::count_characters(text));
    } else {
        ledger.unknown(xml::qualified_name(element), text, paragraphs > 0 ? place() : std::string());
    }
    const WordContent content = word_content(element);
    paragraphs += content.paragraphs;
    tables += content.tables;
}

namespace {

/// One paragraph out of two: what people see is the second one's properties with both texts.
Paragraph joined(Paragraph first, Paragraph second) {
    if (first.picture.empty()) first.picture = second.picture;
    if (second.text.empty() && second.number.empty()) return first;
    second.picture = std::move(first.picture);
    if (first.text.empty()) return second;
    second.bold_lead = first.bold_lead < first.text.size() ? first.bold_lead : first.text.size() + second.bold_lead;
    second.text.insert(0, first.text);
    second.index = first.index;
    second.seen += first.seen;
    second.bold += first.bold;
    second.italic += first.italic;
    second.underlined += first.underlined;
    second.caps += first.caps;
    second.sized += first.sized;
    second.smallest = std::min(second.smallest, first.smallest);
    return second;
}

}  // namespace

void BlockSink::put(Paragraph paragraph) {
    std::string& text = paragraph.text;
    std::size_t end = text.size();
    while (end > 0 && base::is_white_space(text[end - 1])) --end;
    text.resize(end);
    std::size_t start = 0;
    while (start < end && base::is_white_space(text[start])) ++start;
    text.erase(0, start);
    paragraph.bold_lead = std::min(paragraph.bold_lead - std::min(paragraph.bold_lead, start), text.size());
    if (text.empty() && paragraph.number.empty() && paragraph.picture.empty()) return;
    blocks_.push_back({std::move(paragraph)});
}

void BlockSink::close() {
    if (!open_) return;
    Paragraph last = std::move(*open_);
    open_.reset();
    put(std::move(last));
}

void BlockSink::add(Paragraph paragraph, Mark mark) {
    if (open_) {
        paragraph = joined(std::move(*open_), std::move(paragraph));
        open_.reset();
    }
    if (mark == Mark::deleted) {
        open_ = std::move(paragraph);
    } else {
        put(std::move(paragraph));
    }
}

void BlockSink::add(Table table) {
    close();
    blocks_.push_back({std::move(table)});
}

void BlockSink::add(std::vector<Block> blocks) {
    if (blocks.empty()) return;
    close();
    std::move(blocks.begin(), blocks.end(), std::back_inserter(blocks_));
}

std::vector<Block> BlockSink::finish() {
    close();
    return std::move(blocks_);
}

namespace {

/// Extensions whose content we read: by what the prefix stands for, or by the prefixes that producers agree on.
bool is_understood(std::string_view prefix, xml::Node here) {
    const auto uri = xml::namespace_of(here, prefix);
    if (uri) return vocabulary_of(*uri) != Vocabulary::other;
    static constexpr std::array<std::string_view, 12> known = {"wps", "wpg", "wpc", "wp14", "w14", "w15",
                                                              "w16", "a14", "w16se", "w16cid", "pic14", "wne"};
    return std::find(known.begin(), known.end(), prefix) != known.end();
}

bool is_understood_list(std::string_view prefixes, xml::Node here) {
    bool any = false;
    while (!(prefixes = xml::trim(prefixes)).empty()) {
        const auto end = std::min(prefixes.find_first_of(" \t\r\n"), prefixes.size());
        if (!is_understood(prefixes.substr(0, end), here)) return false;
        any = true;
        prefixes.remove_prefix(end);
    }
    return any;
}

}  // namespace

xml::Node choose_alternative(xml::Node alternate_content, Story& story) {
    xml::Node chosen;
    for (const xml::Node branch : alternate_content.elements()) {
        if (chosen) break;
        if (branch.name() == "Choice" && is_understood_list(attribute(branch, "Requires").value_or(""), branch)) chosen = branch;
        if (branch.name() == "Fallback") chosen = branch;
    }
    for (const xml::Node branch : alternate_content.elements()) {
        if (branch == chosen) continue;
        const WordContent content = word_content(branch);
        const std::uint64_t characters = base::count_characters(content.text) + content.codes;
        if (characters > 0) story.ledger.ignore(reason::alternative, characters);
    }
    return chosen;
}

ContentControl read_content_control(xml::Node sdt, Classifier& classify) {
    ContentControl control;
    for (const xml::Node e : sdt.elements()) {
        const Word word = classify.word(e);
        if (word == Word::sdtContent) control.content = e;
        if (word != Word::sdtPr) continue;
        for (const xml::Node property : e.elements()) {
            const std::string_view name = property.name();
            if (name == "showingPlcHdr") control.placeholder = *on_off(property);
            if (name == "docPartObj" || name == "docPartList") {
                const xml::Node gallery = property.first_element("docPartGallery");
                control.contents = gallery && attribute(gallery, "val").value_or("") == "Table of Contents";
            }
            if (name == "checkbox") control.checked = on_off(property.first_element("checked")).value_or(false);
        }
    }
    // Some programs leave the mark where somebody has written over the prompt, which is never long.
    constexpr std::uint64_t longest_prompt = 200;
    if (control.placeholder && control.content && base::count_characters(word_content(control.content).text) > longest_prompt) control.placeholder = false;
    return control;
}

}  // namespace irikteu::readers
