#include "readers/graphic_reader.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "readers/block_reader.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

namespace {

class GraphicReader {
  public:
    explicit GraphicReader(Story& story) : story_(story) {}

    void read(xml::Node container) {
        for (const xml::Node e : container.children()) {
            if (e.is_element()) element(e);
            else if (e.kind() == xml::Node::Kind::text) loose_text(container, e.content());
        }
    }

    Graphic finish() { return {sink_.finish(), std::move(picture_)}; }

  private:
    /// Words that stand in no paragraph: settings ("posOffset"), or the plain HTML of an old text box.
    void loose_text(xml::Node container, std::string_view text) {
        const std::string_view words = xml::trim(text);
        if (words.empty()) return;
        const Vocabulary vocabulary = story_.classify.vocabulary(container);
        const bool box = vocabulary == Vocabulary::vml && container.name() == "textbox";
        const bool setting = vocabulary == Vocabulary::drawing || vocabulary == Vocabulary::word_extension || (vocabulary == Vocabulary::vml && !box);
        if (!setting) story_.ledger.unknown(xml::qualified_name(container), words, story_.place());
    }

    void element(xml::Node e) {
        const Word word = story_.classify.word(e);
        if (word == Word::txbxContent) return text_box(e);
        if (word == Word::p || word == Word::tbl || word == Word::sdt) return read_block(e, story_, sink_);
        const Vocabulary vocabulary = story_.classify.vocabulary(e);
        const std::string_view name = e.name();
        if (name == "docPr" || name == "shape") take_name(e);
        if (vocabulary == Vocabulary::compatibility && name == "AlternateContent") {
            const xml::Node branch = choose_alternative(e, story_);
            if (branch) read(branch);
        } else if (vocabulary == Vocabulary::drawing && name == "p") {
            drawing_paragraph(e);
        } else if (vocabulary == Vocabulary::drawing && name == "relIds") {
            diagram(e);
        } else if (vocabulary == Vocabulary::drawing && name == "chart") {
            chart(e);
        } else if (vocabulary == Vocabulary::vml && name == "textpath") {
            word_art(e);
        } else {
            const bool picture = name == "blip" || name == "imagedata";
            if (picture) story_.ledger.ignore(reason::picture, 0);
            if (name == "OLEObject") story_.ledger.ignore(reason::embedded, 0);
            if (picture || name == "OLEObject") show_picture();
            read(e);
        }
    }

    /// 20.4.2.5: the alternative text, or the name that the program gave.
    void take_name(xml::Node e) {
        for (const char* attribute_name : {"descr", "alt", "title", "name", "id"}) {
            const auto text = attribute(e, attribute_name);
            if (!text || xml::trim(*text).empty()) continue;
            name_ = xml::normalize_space(*text);
            return;
        }
    }

    void show_picture() {
        constexpr std::size_t longest = 200;
        if (!picture_.empty()) return;
        picture_ = name_.empty() || name_.size() > longest || !xml::is_text(name_) ? "picture" : name_;
    }

    /// A text box is a story of its own where fields are concerned.
    void text_box(xml::Node content) {
        FieldStack outer;
        outer.broken = story_.fields.broken;
        outer.ordinal = story_.fields.ordinal;
        std::swap(outer, story_.fields);
        BlockSink inner;
        read_blocks(content, story_, inner);
        story_.fields.finish(story_.ledger);
        std::swap(outer, story_.fields);
        story_.fields.broken = std::move(outer.broken);
        story_.fields.ordinal = outer.ordinal;
        sink_.add(inner.finish());
    }

    enum class Look { plain, display };

    /// A line that has no run properties of its own; display type is larger than any body.
    void add_line(const std::string& text, std::uint64_t characters, Look look) {
        if (text.empty()) return;
        story_.ledger.use(characters);
        Paragraph paragraph;
        paragraph.index = story_.paragraphs;
        paragraph.text = text;
        for (const char c : text) paragraph.seen += !base::goes_on(c) && c != ' ' ? 1 : 0;
        paragraph.sized = paragraph.seen * 20;
        if (look == Look::plain) paragraph.smallest = 0;
        sink_.add(std::move(paragraph), BlockSink::Mark::kept);
    }

    void drawing_paragraph(xml::Node p) {
        const WordContent content = word_content(p);
        add_line(std::string(xml::trim(content.text)), base::count_characters(content.text), Look::plain);
    }

    void word_art(xml::Node textpath) {
        const std::string_view text = attribute(textpath, "string").value_or("");
        add_line(std::string(xml::trim(text)), base::count_characters(text), Look::display);
    }

    const Relationship* relationship(std::string_view id) const { return story_.package.relationship(story_.part, id); }

    /// The points of a diagram (DrawingML, 21.4) hold its texts.
    void diagram(xml::Node relIds) {
        const Relationship* data = relationship(attribute(relIds, "dm").value_or(""));
        if (data != nullptr) points(story_.package.root(data->target));
    }

    void points(xml::Node container) {
        for (const xml::Node e : container.elements()) {
            if (e.name() == "p" && story_.classify.vocabulary(e) == Vocabulary::drawing) drawing_paragraph(e);
            else points(e);
        }
    }

    void chart(xml::Node e) {
        show_picture();
        const Relationship* part = relationship(attribute(e, "id").value_or(""));
        if (part == nullptr || story_.package.was_read(part->target)) return;
        const WordContent content = word_content(story_.package.root(part->target));
        story_.ledger.ignore(reason::chart, base::count_characters(content.text));
    }

    Story& story_;
    BlockSink sink_;
    std::string name_;     ///< Of the graphic being read.
    std::string picture_;  ///< Of the first picture.
};

/// 20.4.2.5: a drawing may be hidden; so may a shape of VML by its style.
bool is_hidden(xml::Node graphic) {
    for (const xml::Node e : graphic.elements()) {
        const std::string_view name = e.name();
        if (name == "anchor" || name == "inline") {
            const xml::Node properties = e.first_element("docPr");
            const std::string_view hidden = properties ? attribute(properties, "hidden").value_or("0") : "0";
            if (hidden == "1" || hidden == "true") return true;
        } else if (name == "shape" || name == "rect" || name == "roundrect") {
            const std::string_view style = attribute(e, "style").value_or("");
            if (style.find("visibility:hidden") != std::string_view::npos) return true;
        }
    }
    return false;
}

}  // namespace

Graphic read_graphic(xml::Node graphic, Story& story) {
    if (is_hidden(graphic)) {
        story.leave_out(graphic, reason::hidden);
        return {};
    }
    ++story.on_colour;  // A text box may be filled with anything.
    GraphicReader reader(story);
    reader.read(graphic);
    --story.on_colour;
    return reader.finish();
}

}  // namespace irikteu::readers
