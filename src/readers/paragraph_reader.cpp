#include "readers/paragraph_reader.hpp"

#include <algorithm>
#include <charconv>

#include "readers/block_reader.hpp"
#include "readers/entry_name.hpp"
#include "readers/graphic_reader.hpp"
#include "readers/number_format.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool has_symbol_codes(std::string_view text) {
    for (std::size_t i = text.find('\xEF'); i != std::string_view::npos; i = text.find('\xEF', i + 1)) {
        if (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
            static_cast<unsigned char>(text[i + 1]) <= 0x83) {
            return true;
        }
    }
    return false;
}

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
        paragraph_.index = story_.paragraphs;
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
        base_look_ = effective_look(story_.styles.defaults(), style_->run, nullptr, {});
        direct_ = read_paragraph_look(pPr);
        ParagraphLook look = style_->paragraph;
        look.override_with(direct_);
        numbering_ = look.numbering;
        measured_.spacing = look.spacing;
        if (story_.table_spacing != nullptr) measured_.spacing.replace_defaults(story_.styles.default_spacing(), *story_.table_spacing);
        paragraph_.outline_level = std::clamp(look.outline_level.value_or(9), 0, 9);
        const std::string alignment = look.alignment.value_or("");
        paragraph_.centred = alignment == "center";
        paragraph_.keep_with_next = look.keep_with_next.value_or(false);
        const bool body = look.outline_level && *look.outline_level == 9;
        const bool heading = style_->role == Style::Role::heading || style_->role == Style::Role::title;
        paragraph_.style_level = heading && !body ? style_->heading_level : 0;
        paragraph_.contents_style = style_->role == Style::Role::contents;
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
                float_blocks(inner.finish());
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
        story_.ledger.ignore(reason::field_code, count_characters(code));
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
                if (attribute(e, "type") == "page") break_page();
                put("\n");
                return;
            case Word::cr: put("\n"); return;
            case Word::noBreakHyphen: put("-"); return;
            case Word::sym: symbol(e); return;
            case Word::fldChar: field_character(e); return;
            case Word::instrText:
                if (story_.fields.in_code()) story_.fields.code(e.text());
                else story_.ledger.ignore(reason::field_code, count_characters(e.text()));
                return;
            case Word::delInstrText:
            case Word::delText: story_.ledger.ignore(reason::deleted, count_characters(e.text())); return;
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
                notes_ += is_shown() ? story_.notes.height(e, story_) : 0;
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
        const std::uint64_t characters = count_characters(whole);
        if (story_.fields.in_code()) {
            story_.fields.swallow(whole);
        } else if (story_.fields.in_contents() || story_.contents > 0 || paragraph_.contents_style) {
            story_.ledger.ignore(reason::contents, characters);
            contents_ += characters;
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

    void break_page() {
        const bool first = std::all_of(paragraph_.text.begin(), paragraph_.text.end(), is_space);
        (first ? measured_.break_before : measured_.break_after) = true;
    }

    void show_check_box(std::uint64_t characters) {
        story_.ledger.ignore(reason::check_box, characters);
        if (story_.check_box->shown) return;
        story_.check_box->shown = true;
        append(story_.check_box->checked ? "\u2612" : "\u2610");
    }

    bool is_shown() const {
        return !story_.fields.in_code() && !story_.fields.in_contents() && story_.contents == 0 &&
               story_.placeholders == 0 && !paragraph_.contents_style && !look_.hidden.value_or(false) &&
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
        unsigned code = 0;
        for (const char c : attribute(sym, "char").value_or("")) {
            const bool digit = c >= '0' && c <= '9';
            const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if ((!digit && !letter) || code > 0xFFFF) break;
            code = code * 16 + static_cast<unsigned>(digit ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        append_symbol(attribute(sym, "font").value_or(""), code);
    }

    void append_symbol(std::string_view font, unsigned code) {
        std::string text;
        const char32_t shown = symbol_character(font, code);
        append_utf8(text, shown < 0x20 || shown == 0xFFFE || shown == 0xFFFF ? 0xFFFD : shown);
        append(text);
    }

    std::string_view why_not_shown() const {
        if (story_.fields.in_code()) return reason::field_code;
        if (unseen_ || look_.hidden.value_or(false)) return reason::hidden;
        if (look_.struck.value_or(false)) return reason::struck_out;
        if (story_.fields.in_contents() || story_.contents > 0 || paragraph_.contents_style) return reason::contents;
        return story_.placeholders > 0 ? reason::placeholder : reason::note;
    }

    void field_character(xml::Node e) {
        const std::string_view type = attribute(e, "fldCharType").value_or("");
        if (type == "begin") {
            const bool shown = is_shown();
            story_.fields.begin();
            if (const xml::Node data = e.first_element("ffData"); data && shown) form_field(data);
        } else if (type == "separate") {
            story_.fields.separate();
        } else if (type == "end") {
            const bool without_result = story_.fields.expects_result();
            const std::string code = story_.fields.end(story_.ledger);
            if (without_result && is_shown()) show_code(code);
        }
    }

    /// Fields that have no result because their code says what is seen: MACROBUTTON (17.16.5.34), SYMBOL (17.16.5.62).
    void show_code(std::string_view code) {
        const auto next_word = [&code] {
            code = xml::trim(code);
            const std::size_t end = std::min(code.find_first_of(" \t\r\n"), code.size());
            const std::string_view word = code.substr(0, end);
            code.remove_prefix(end);
            return word;
        };
        const std::string_view name = next_word();
        if (name == "MACROBUTTON" || name == "GOTOBUTTON") {
            next_word();
            append(xml::trim(code));
        } else if (name == "SYMBOL") {
            const std::string_view number = next_word();
            const bool hexadecimal = number.starts_with("0x") || number.starts_with("0X");
            unsigned value = 0;
            const std::string_view digits = hexadecimal ? number.substr(2) : number;
            std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
            const auto font = code.find("\\f");
            std::string_view family = font == std::string_view::npos ? "" : xml::trim(code.substr(font + 2));
            if (family.starts_with('"')) family = family.substr(1, family.find('"', 1) - 1);
            if (value > 0 && value <= 0xFFFF) append_symbol(family, value);
        }
    }

    /// A form field of the old kind (17.16.17) has its state here; text fields have a result.
    void form_field(xml::Node data) {
        if (const xml::Node box = data.first_element("checkBox")) {
            const auto checked = on_off(box.first_element("checked"));
            append(checked.value_or(on_off(box.first_element("default")).value_or(false)) ? "\u2612" : "\u2610");
        } else if (const xml::Node list = data.first_element("ddList")) {
            const xml::Node result = list.first_element("result");
            const xml::Node preset = list.first_element("default");
            int wanted = integer_attribute(result ? result : preset, "val", 0);
            for (xml::Node entry = list.first_element("listEntry"); entry; entry = entry.next_element("listEntry")) {
                if (wanted-- == 0) append(attribute(entry, "val").value_or(""));
            }
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
        measured_.picture = std::max(measured_.picture, inline_height(e));
        Graphic read = read_graphic(e, story_);
        if (paragraph_.picture.empty()) paragraph_.picture = std::move(read.picture);
        float_blocks(std::move(read.blocks));
    }

    /// Height of a picture that stands in the line (20.4.2.8), in twips.
    static int inline_height(xml::Node drawing) {
        constexpr int highest = 31'680;
        const xml::Node extent = drawing.first_element("inline").first_element("extent");
        return extent ? std::clamp(integer_attribute(extent, "cy", 0) / 635, 0, highest) : 0;
    }

    /// Empty paragraphs take their line too; text that tracked changes delete does not.
    void measure() {
        if (mark_.deleted && paragraph_.text.empty()) return;
        const bool has_text = paragraph_.seen > 0;
        measured_.notes = notes_;
        constexpr std::uint64_t characters_a_line = 80;
        measured_.index = paragraph_.index;
        measured_.style = style_id_;
        measured_.text = paragraph_.text;
        measured_.number = paragraph_.number;
        measured_.look = text_look(has_text || !mark_look_ ? base_look_ : *mark_look_);
        if (has_text && !measured_.stretches.empty()) measured_.look = measured_.stretches.front().look;
        measured_.keep_with_next = paragraph_.keep_with_next;
        measured_.extra_lines = static_cast<int>(std::min<std::uint64_t>(contents_ / characters_a_line, 40));
        story_.meter.add(measured_);
    }

    void float_blocks(std::vector<Block> blocks) {
        const bool first = std::all_of(paragraph_.text.begin(), paragraph_.text.end(), is_space);
        std::vector<Block>& where = first ? before_ : after_;
        std::move(blocks.begin(), blocks.end(), std::back_inserter(where));
    }

    static TextLook text_look(const RunLook& look) {
        return {look.typeface.value_or(Typeface::serif), look.bold.value_or(false), look.caps.value_or(false), std::clamp(look.half_points.value_or(20), 2, 3276)};
    }

    void append(std::string_view text) {
        std::uint32_t seen = 0;
        for (const char c : text) seen += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u && !is_space(c) ? 1 : 0;
        const bool bold = look_.bold.value_or(false);
        if (!bold && seen > 0) bold_lead_open_ = false;
        paragraph_.text += text;
        const TextLook look = text_look(look_);
        if (measured_.stretches.empty() || measured_.stretches.back().look != look) measured_.stretches.push_back({0, look});
        measured_.stretches.back().end = paragraph_.text.size();
        if (bold_lead_open_) paragraph_.bold_lead = paragraph_.text.size();
        paragraph_.seen += seen;
        if (bold) paragraph_.bold += seen;
        if (look_.italic.value_or(false)) paragraph_.italic += seen;
        if (look_.underlined.value_or(false)) paragraph_.underlined += seen;
        if (look_.caps.value_or(false)) paragraph_.caps += seen;
        const int size = look_.half_points.value_or(20);
        paragraph_.sized += static_cast<std::uint64_t>(seen) * static_cast<std::uint64_t>(std::clamp(size, 0, 3276));
        if (seen > 0) paragraph_.smallest = std::min(paragraph_.smallest, size);
    }

    void number() {
        if (mark_.deleted || mark_.hidden || paragraph_.contents_style || story_.contents > 0) return;
        const auto shown = story_.numbering.next(numbering_, style_id_, style_->numbering_style, own_level());
        if (!shown) return;
        paragraph_.number = std::string(xml::trim(shown->text));
        paragraph_.number_level = shown->level;
        paragraph_.bullet = shown->bullet;
    }

    /// The level that the paragraph itself states; the first one where it states a list but no level.
    std::optional<int> own_level() const {
        if (direct_.numbering.level) return direct_.numbering.level;
        if (direct_.numbering.numbering) return 0;
        return std::nullopt;
    }

    void finish(BlockSink& sink) {
        number();
        measure();
        if (ends_section_) story_.end_section();
        paragraph_.run_in = mark_.separator;
        if (!before_.empty()) sink.add(std::move(before_));
        sink.add(std::move(paragraph_), mark_.deleted ? BlockSink::Mark::deleted : BlockSink::Mark::kept);
        if (!after_.empty()) sink.add(std::move(after_));
    }

    Story& story_;
    Paragraph paragraph_;
    ParagraphMark mark_;
    const Style* style_ = nullptr;
    std::string_view style_id_;
    ParagraphLook direct_;
    NumberingReference numbering_;
    RunLook base_look_;  ///< Of a run without properties of its own.
    RunLook look_;       ///< Of the run being read.
    bool bold_lead_open_ = true;
    bool on_colour_ = false;          ///< The paragraph's paper has a colour.
    bool unseen_ = false;             ///< Text of the run leaves nothing to be seen.
    bool note_mark_follows_ = false;  ///< Text of the run is the mark of a note.
    bool ends_section_ = false;
    MeasuredParagraph measured_;
    std::optional<RunLook> mark_look_;  ///< Of the paragraph's mark, where it has properties of its own.
    int notes_ = 0;                     ///< Height of the footnotes referred to.
    std::uint64_t contents_ = 0;        ///< Characters of a table of contents.
    std::vector<Block> before_;
    std::vector<Block> after_;
};

}  // namespace

void read_paragraph(xml::Node p, Story& story, BlockSink& sink) { ParagraphReader(story).read(p, sink); }

void read_formula(xml::Node math, Story& story, BlockSink& sink) { ParagraphReader(story).read_formula(math, sink); }

}  // namespace irikteu::readers
