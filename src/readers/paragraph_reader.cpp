#include "readers/paragraph_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "readers/block_reader.hpp"
#include "readers/field_text.hpp"
#include "readers/graphic_reader.hpp"
#include "readers/paragraph_builder.hpp"
#include "readers/symbol_fonts.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

namespace {

/// What the paragraph mark's own run properties say (17.13.5, 17.3.2.41).
struct ParagraphMark {
    bool deleted = false;
    bool hidden = false;
    bool separator = false;
};

class ParagraphReader {
  public:
    explicit ParagraphReader(Story& story) : story_(story) {
        story_.count_paragraph();
        builder_.paragraph.index = story_.paragraphs;
    }

    void read(xml::Node p, BlockSink& sink) {
        properties(p.first_element("pPr"));
        inlines(p);
        finish(sink);
    }

    void read_formula(xml::Node math, BlockSink& sink) {
        properties({});
        formula(math);
        finish(sink);
    }

  private:
    void properties(xml::Node pPr) {
        std::string_view id;
        xml::Node rPr;
        if (pPr) {
            if (const xml::Node style = pPr.first_element("pStyle")) id = attribute(style, "val").value_or("");
            rPr = pPr.first_element("rPr");
            ends_section_ = static_cast<bool>(pPr.first_element("sectPr"));
        }
        style_ = &story_.styles.paragraph(id);
        style_id_ = id;
        builder_.measured.style = id;
        base_look_ = effective_look(story_.styles.defaults(), style_->run, nullptr, {});
        direct_ = read_paragraph_look(pPr);
        ParagraphLook look = style_->paragraph;
        look.override_with(direct_);
        numbering_ = look.numbering;
        builder_.measured.spacing = look.spacing;
        if (story_.table_spacing != nullptr) builder_.measured.spacing.replace_defaults(story_.styles.default_spacing(), *story_.table_spacing);
        builder_.paragraph.outline_level = std::clamp(look.outline_level.value_or(9), 0, 9);
        const std::string alignment = look.alignment.value_or("");
        builder_.paragraph.centred = alignment == "center";
        builder_.paragraph.keep_with_next = look.keep_with_next.value_or(false);
        const bool body = look.outline_level && *look.outline_level == 9;
        const bool heading = style_->role == Style::Role::heading || style_->role == Style::Role::title;
        builder_.paragraph.style_level = heading && !body ? style_->heading_level : 0;
        builder_.paragraph.contents_style = style_->role == Style::Role::contents;
        on_colour_ = story_.on_colour > 0 || look.coloured.value_or(false);
        read_mark(rPr);
        if (pPr && is_dropped_capital(pPr)) mark_.deleted = true;  // The word goes on in the next paragraph.
    }

    /// 17.3.1.11: a frame that holds the first letter of the paragraph behind it.
    static bool is_dropped_capital(xml::Node pPr) {
        const xml::Node frame = pPr.first_element("framePr");
        const std::string_view drop = frame ? attribute(frame, "dropCap").value_or("none") : "none";
        return drop == "drop" || drop == "margin";
    }

    void read_mark(xml::Node rPr) {
        bool hidden = base_look_.hidden.value_or(false);
        if (rPr) {
            const xml::Node style = rPr.first_element("rStyle");
            const Style* character = style ? story_.styles.character(attribute(style, "val").value_or("")) : nullptr;
            mark_look_ = effective_look(story_.styles.defaults(), style_->run, character ? &character->run : nullptr, read_run_look(rPr));
            hidden = mark_look_->hidden.value_or(false);
            mark_.separator = mark_look_->style_separator.value_or(false);
            mark_.deleted = rPr.first_element("del") || rPr.first_element("moveFrom");
        }
        if (hidden && !mark_.separator) mark_.deleted = mark_.hidden = true;
    }

    void inlines(xml::Node container) {
        for (const xml::Node e : container.elements()) inline_element(e);
    }

    void inline_element(xml::Node e) {
        switch (story_.classify.word(e)) {
            case Word::r: run(e); return;
            case Word::hyperlink:
            case Word::ins:
            case Word::moveTo:
            case Word::smartTag:
            case Word::customXml:
            case Word::dir:
            case Word::bdo: inlines(e); return;
            case Word::del: story_.leave_out(e, reason::deleted); return;
            case Word::moveFrom: story_.leave_out(e, reason::moved_from); return;
            case Word::fldSimple: simple_field(e); return;
            case Word::sdt: {
                const ContentControl control = read_content_control(e, story_.classify);
                const ControlScope scope(control, story_);
                if (control.content) inlines(control.content);
                return;
            }
            case Word::pPr:
            case Word::proofErr:
            case Word::bookmarkStart:
            case Word::bookmarkEnd:
            case Word::smartTagPr:
            case Word::customXmlPr: return;
            case Word::p:
            case Word::tbl: {  // Not allowed here, but a person would see it.
                BlockSink inner;
                read_block(e, story_, inner);
                builder_.add_floating(inner.finish());
                return;
            }
            default: break;
        }
        const Vocabulary vocabulary = story_.classify.vocabulary(e);
        if (vocabulary == Vocabulary::compatibility && e.name() == "AlternateContent") {
            const xml::Node branch = choose_alternative(e, story_);
            if (branch) inlines(branch);
        } else if (vocabulary == Vocabulary::math) {
            formula(e);
        } else {
            story_.report_unknown(e);
        }
    }

    void simple_field(xml::Node field) {
        const std::string_view code = attribute(field, "instr").value_or("");
        story_.ledger.ignore(reason::field_code, base::count_characters(code));
        if (FieldStack::lists_contents(code)) return story_.leave_out(field, reason::contents);
        for (const xml::Node e : field.elements()) {
            if (e.name() != "fldData") inline_element(e);
        }
    }

    void run(xml::Node r) {
        look_ = base_look_;
        const xml::Node rPr = r.first_element("rPr");
        if (rPr) {
            const xml::Node style = rPr.first_element("rStyle");
            const Style* character = style ? story_.styles.character(attribute(style, "val").value_or("")) : nullptr;
            look_ = effective_look(story_.styles.defaults(), style_->run, character ? &character->run : nullptr,
                                   read_run_look(rPr));
        }
        unseen_ = is_unseen(look_.ink, look_.half_points, on_colour_);
        note_mark_follows_ = false;
        for (const xml::Node e : r.elements()) run_content(e, rPr);
    }

    void run_content(xml::Node e, xml::Node rPr) {
        switch (story_.classify.word(e)) {
            case Word::t: put_text(e, rPr); return;
            case Word::tab:
            case Word::ptab: put("\t"); return;
            case Word::br:
                if (attribute(e, "type") == "page") builder_.break_page();
                put("\n");
                return;
            case Word::cr: put("\n"); return;
            case Word::noBreakHyphen: put("-"); return;
            case Word::sym: symbol(e); return;
            case Word::fldChar: field_character(e); return;
            case Word::instrText:
                if (story_.fields.in_code()) story_.fields.code(e.text());
                else story_.ledger.ignore(reason::field_code, base::count_characters(e.text()));
                return;
            case Word::delInstrText:
            case Word::delText: story_.ledger.ignore(reason::deleted, base::count_characters(e.text())); return;
            case Word::drawing:
            case Word::pict:
            case Word::object: graphic(e); return;
            case Word::ruby: ruby(e); return;
            case Word::pgNum: story_.ledger.ignore(reason::page_number, 0); return;
            case Word::rPr:
            case Word::softHyphen:
            case Word::lastRenderedPageBreak:
            case Word::commentReference: return;
            case Word::footnoteReference:
                builder_.measured.notes += is_shown() ? story_.notes.height(e, story_) : 0;
                [[fallthrough]];
            case Word::endnoteReference:
                if (const auto custom = attribute(e, "customMarkFollows")) note_mark_follows_ = *custom != "0" && *custom != "false";
                return;
            default: break;
        }
        const Vocabulary vocabulary = story_.classify.vocabulary(e);
        if (vocabulary == Vocabulary::compatibility && e.name() == "AlternateContent") {
            const xml::Node branch = choose_alternative(e, story_);
            if (branch) {
                for (const xml::Node inner : branch.elements()) run_content(inner, rPr);
            }
        } else if (vocabulary == Vocabulary::math) {
            formula(e);
        } else {
            story_.report_unknown(e);
        }
    }

    void put_text(xml::Node t, xml::Node rPr) {
        std::string whole = t.text();
        const std::uint64_t characters = base::count_characters(whole);
        if (story_.fields.in_code()) {
            story_.fields.swallow(whole);
        } else if (story_.fields.in_contents() || story_.contents > 0 || builder_.paragraph.contents_style) {
            story_.ledger.ignore(reason::contents, characters);
            builder_.pass_contents(characters);
        } else if (unseen_ || look_.hidden.value_or(false)) {
            story_.ledger.ignore(reason::hidden, characters);
        } else if (look_.struck.value_or(false)) {
            story_.ledger.ignore(reason::struck_out, characters);
        } else if (note_mark_follows_) {
            story_.ledger.ignore(reason::note, characters);
        } else if (story_.check_box != nullptr) {
            show_check_box(characters);
        } else if (story_.placeholders > 0) {
            story_.ledger.ignore(reason::placeholder, characters);
        } else {
            story_.ledger.use(characters);
            const std::string text = run_text(t, std::move(whole));
            if (!has_symbol_codes(text)) return append(text);
            const xml::Node fonts = rPr ? rPr.first_element("rFonts") : xml::Node();
            append(without_symbol_codes(text, fonts ? attribute(fonts, "ascii").value_or("") : ""));
        }
    }

    void show_check_box(std::uint64_t characters) {
        story_.ledger.ignore(reason::check_box, characters);
        if (story_.check_box->shown) return;
        story_.check_box->shown = true;
        append(story_.check_box->checked ? ticked_box : empty_box);
    }

    bool is_shown() const {
        return !story_.fields.in_code() && !story_.fields.in_contents() && story_.contents == 0 &&
               story_.placeholders == 0 && !builder_.paragraph.contents_style && !look_.hidden.value_or(false) &&
               !look_.struck.value_or(false);
    }

    /// Characters that are elements in the file.
    void put(std::string_view text) {
        if (is_shown()) append(text);
    }

    void symbol(xml::Node sym) {
        if (!is_shown() || unseen_ || note_mark_follows_) return story_.ledger.ignore(why_not_shown(), 1);
        if (story_.check_box != nullptr) return show_check_box(1);
        story_.ledger.use(1);
        append(character_text(sym));
    }

    std::string_view why_not_shown() const {
        if (story_.fields.in_code()) return reason::field_code;
        if (unseen_ || look_.hidden.value_or(false)) return reason::hidden;
        if (look_.struck.value_or(false)) return reason::struck_out;
        if (story_.fields.in_contents() || story_.contents > 0 || builder_.paragraph.contents_style) return reason::contents;
        return story_.placeholders > 0 ? reason::placeholder : reason::note;
    }

    void field_character(xml::Node e) {
        const std::string_view type = attribute(e, "fldCharType").value_or("");
        if (type == "begin") {
            const bool shown = is_shown();
            story_.fields.begin();
            if (const xml::Node data = e.first_element("ffData"); data && shown) {
                if (const auto text = form_field_text(data)) append(*text);
            }
        } else if (type == "separate") {
            story_.fields.separate();
        } else if (type == "end") {
            const bool without_result = story_.fields.expects_result();
            const std::string code = story_.fields.end(story_.ledger);
            if (!without_result || !is_shown()) return;
            if (const auto text = shown_code(code)) append(*text);
        }
    }

    void ruby(xml::Node e) {
        for (const xml::Node part : e.elements()) {
            const Word word = story_.classify.word(part);
            if (word == Word::rubyBase) inlines(part);
            else if (word == Word::rt) story_.leave_out(part, reason::ruby);
        }
    }

    void formula(xml::Node e) {
        for (const xml::Node child : e.elements()) {
            if (story_.classify.vocabulary(child) == Vocabulary::math) {
                if (child.name() == "t") {
                    look_ = base_look_;
                    unseen_ = false;
                    put_text(child, {});
                } else {
                    formula(child);
                }
            } else if (story_.classify.word(child) == Word::rPr) {
                continue;
            } else if (story_.classify.word(child) == Word::t) {
                look_ = base_look_;
                unseen_ = false;
                put_text(child, {});
            } else {
                inline_element(child);
            }
        }
    }

    void graphic(xml::Node e) {
        if (look_.hidden.value_or(false)) return story_.leave_out(e, reason::hidden);
        if (look_.struck.value_or(false)) return story_.leave_out(e, reason::struck_out);
        builder_.measured.picture = std::max(builder_.measured.picture, inline_height(e));
        Graphic read = read_graphic(e, story_);
        if (builder_.paragraph.picture.empty()) builder_.paragraph.picture = std::move(read.picture);
        builder_.add_floating(std::move(read.blocks));
    }

    /// Height of a picture that stands in the line (20.4.2.8), in twips.
    static int inline_height(xml::Node drawing) {
        constexpr int highest = 31'680;
        const xml::Node extent = drawing.first_element("inline").first_element("extent");
        return extent ? std::clamp(integer_attribute(extent, "cy", 0) / 635, 0, highest) : 0;
    }

    void append(std::string_view text) { builder_.append(text, look_); }

    void number() {
        if (mark_.deleted || mark_.hidden || builder_.paragraph.contents_style || story_.contents > 0) return;
        const auto shown = story_.numbering.next(numbering_, style_id_, style_->numbering_style, own_level());
        if (!shown) return;
        builder_.paragraph.number = std::string(xml::trim(shown->text));
        builder_.paragraph.number_level = shown->level;
        builder_.paragraph.bullet = shown->bullet;
    }

    /// The level that the paragraph itself states; the first one where it states a list but no level.
    std::optional<int> own_level() const {
        if (direct_.numbering.level) return direct_.numbering.level;
        if (direct_.numbering.numbering) return 0;
        return std::nullopt;
    }

    void finish(BlockSink& sink) {
        number();
        // Empty paragraphs take their line too; text that tracked changes delete does not.
        if (!mark_.deleted || !builder_.paragraph.text.empty()) builder_.measure(story_.meter, base_look_, mark_look_.value_or(base_look_));
        if (ends_section_) story_.end_section();
        builder_.paragraph.run_in = mark_.separator;
        builder_.hand_over(sink, mark_.deleted ? BlockSink::Mark::deleted : BlockSink::Mark::kept);
    }

    Story& story_;
    ParagraphBuilder builder_;
    ParagraphMark mark_;
    const Style* style_ = nullptr;
    std::string_view style_id_;
    ParagraphLook direct_;
    NumberingReference numbering_;
    RunLook base_look_;  ///< Of a run without properties of its own.
    RunLook look_;       ///< Of the run being read.
    bool on_colour_ = false;          ///< The paragraph's paper has a colour.
    bool unseen_ = false;             ///< Text of the run leaves nothing to be seen.
    bool note_mark_follows_ = false;  ///< Text of the run is the mark of a note.
    bool ends_section_ = false;
    std::optional<RunLook> mark_look_;  ///< Of the paragraph's mark, where it has properties of its own.
};

}  // namespace

void read_paragraph(xml::Node p, Story& story, BlockSink& sink) { ParagraphReader(story).read(p, sink); }

void read_formula(xml::Node math, Story& story, BlockSink& sink) { ParagraphReader(story).read_formula(math, sink); }

}  // namespace irikteu::readers
