#include "readers/block_reader.hpp"

#include "base/error.hpp"
#include "readers/entry_name.hpp"
#include "readers/paragraph_reader.hpp"
#include "readers/table_reader.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

ControlScope::ControlScope(const ContentControl& control, Story& story)
    : story_(story), contents_(control.contents), placeholder_(control.placeholder), outer_box_(story.check_box) {
    story_.contents += contents_ ? 1 : 0;
    story_.placeholders += placeholder_ ? 1 : 0;
    if (control.checked) {
        box_.checked = *control.checked;
        story_.check_box = &box_;
    }
}

ControlScope::~ControlScope() {
    story_.contents -= contents_ ? 1 : 0;
    story_.placeholders -= placeholder_ ? 1 : 0;
    story_.check_box = outer_box_;
}

namespace {

/// The words of a piece of HTML or plain text, roughly: only for a quotation.
std::string without_markup(std::string_view bytes) {
    std::string text;
    bool markup = false;
    for (const char c : bytes.substr(0, 20000)) {
        if (c == '<') markup = true;
        if (!markup && static_cast<unsigned char>(c) >= 0x20) text += c;
        if (c == '>') markup = false;
    }
    return is_utf8(text) ? std::string(xml::trim(text)) : std::string();
}

/// w:altChunk (17.17.2.1) brings a document of another kind, which Word takes in on opening. It is quoted, not read.
void report_alternative_chunk(xml::Node chunk, Story& story) {
    const std::string id(attribute(chunk, "id").value_or(""));
    std::string said("part ");
    said += id;
    for (const Relationship& relationship : story.package.relationships(story.part)) {
        if (relationship.id != id) continue;
        said = relationship.target + " (" + story.package.content_type(relationship.target) + ")";
        if (!relationship.external && story.package.has(relationship.target)) {
            const std::string type = story.package.content_type(relationship.target);
            const bool textual = type.starts_with("text/") || type.ends_with("xml");
            const std::string words = textual ? without_markup(story.package.bytes(relationship.target)) : std::string();
            if (!words.empty()) said += ": " + words;
        }
        break;
    }
    story.ledger.unknown(qualified_name(chunk), said, story.place());
}

}  // namespace

void read_block(xml::Node element, Story& story, BlockSink& sink) {
    switch (story.classify.word(element)) {
        case Word::p: read_paragraph(element, story, sink); return;
        case Word::tbl: read_table(element, story, sink); return;
        case Word::sdt: {
            const ContentControl control = read_content_control(element, story.classify);
            const ControlScope scope(control, story);
            if (control.content) read_blocks(control.content, story, sink);
            return;
        }
        case Word::customXml:
        case Word::smartTag:
        case Word::ins:
        case Word::moveTo:
        case Word::dir:
        case Word::bdo:
        case Word::txbxContent: read_blocks(element, story, sink); return;
        case Word::del: story.leave_out(element, reason::deleted); return;
        case Word::moveFrom: story.leave_out(element, reason::moved_from); return;
        case Word::altChunk: report_alternative_chunk(element, story); return;
        case Word::subDoc: story.ledger.unknown(qualified_name(element), "sub-document", story.place()); return;
        case Word::sectPr:
        case Word::tcPr:
        case Word::bookmarkStart:
        case Word::bookmarkEnd:
        case Word::customXmlPr:
        case Word::proofErr: return;
        default: break;
    }
    const Vocabulary vocabulary = story.classify.vocabulary(element);
    if (vocabulary == Vocabulary::compatibility && element.name() == "AlternateContent") {
        const xml::Node branch = choose_alternative(element, story);
        if (branch) read_blocks(branch, story, sink);
    } else if (vocabulary == Vocabulary::math) {
        read_formula(element, story, sink);
    } else {
        story.report_unknown(element);
    }
}

void read_blocks(xml::Node container, Story& story, BlockSink& sink) {
    for (const xml::Node child : container.children()) {
        if (child.is_element()) {
            read_block(child, story, sink);
        } else if (child.kind() == xml::Node::Kind::text && !xml::trim(child.content()).empty()) {
            story.ledger.unknown(qualified_name(container), child.content(), story.place());
        }
    }
}

}  // namespace irikteu::readers
