#include "readers/block_reader.hpp"

#include "readers/chunk_reader.hpp"
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
        case Word::altChunk: read_chunk(element, story, sink); return;
        case Word::subDoc: story.ledger.unknown(xml::qualified_name(element), "sub-document", story.place()); return;
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
            story.ledger.unknown(xml::qualified_name(container), child.content(), story.place());
        }
    }
}

}  // namespace irikteu::readers
