#include "readers/word_document.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/advances.hpp"
#include "readers/block_reader.hpp"
#include "readers/headings.hpp"
#include "readers/typed_contents.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

xml::Node related_root(const Package& package, const std::string& main, std::string_view type) {
    const auto part = package.related(main, type);
    return part ? package.root(*part) : xml::Node();
}

/// Why the text of a part other than the body is left out, by the last word of its media type; nullopt where the part
/// has none, "" where nobody knows it.
std::optional<std::string_view> reason_for(std::string_view content_type) {
    if (content_type.ends_with("drawingml.diagramdata+xml")) return reason::unreferenced;
    if (content_type.ends_with("drawingml.diagramdrawing+xml")) return reason::alternative;  // The diagram as last drawn.
    if (content_type.ends_with("drawingml.chart+xml") || content_type.ends_with("ms-office.chartex+xml")) return reason::chart;
    constexpr std::string_view family = "wordprocessingml.";
    const auto at = content_type.find(family);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view kind = content_type.substr(at + family.size());
    kind = kind.substr(0, kind.find('+'));
    if (kind == "header") return reason::header;
    if (kind == "footer") return reason::footer;
    if (kind == "comments") return reason::comment;
    if (kind == "footnotes" || kind == "endnotes") return reason::note;
    if (kind == "document.glossary") return reason::building_block;
    static constexpr std::string_view silent[] = {"styles", "numbering", "settings", "websettings", "fonttable",
                                                  "stylewitheffects", "styleswitheffects", "people",
                                                  "commentsextended", "commentsids", "commentsextensible",
                                                  "printersettings", "usersettings", "recipientdata"};
    if (kind == "document.main" || kind == "template.main") return reason::unreferenced;
    for (const std::string_view known : silent) {
        if (kind == known) return std::nullopt;
    }
    return "";
}

void account_for_other_parts(const Package& package, const std::string& main, Ledger& ledger) {
    for (const std::string& part : package.parts()) {
        if (part == main) continue;
        const std::string type = package.content_type(part);
        if (type.ends_with("vbaproject")) ledger.ignore(reason::macros, 0);
        if (part.find("embeddings/") != std::string::npos) ledger.ignore(reason::embedded, 0);
        const bool drawn = (type.find("drawingml.") != std::string::npos || type.find("chartex") != std::string::npos) && package.was_read(part);
        const bool taken_in = type.find("document.main") != std::string::npos && package.was_read(part);
        const auto why = drawn || taken_in ? std::nullopt : reason_for(type);
        if (!why) continue;
        const WordContent content = word_content(package.root(part));
        package.forget(part);
        const std::uint64_t characters = base::count_characters(content.text) + content.codes;
        if (!why->empty()) {
            if (characters > 0) ledger.ignore(*why, characters);
        } else if (characters > 0) {
            ledger.unknown(part, content.text, {});
        }
    }
}

/// 17.6: the sections of a body, in order.
class SectionReader {
  public:
    explicit SectionReader(Story& story) : story_(story) {}

    /// A section's properties stand in its last paragraph, or at the end of the body. Containers that read_blocks() sees
    /// through may hold such a paragraph.
    void gather(xml::Node container) {
        for (const xml::Node e : container.elements()) {
            switch (story_.classify.word(e)) {
                case Word::sectPr: add(e); break;
                case Word::p:
                    if (const xml::Node sectPr = e.first_element("pPr").first_element("sectPr")) add(sectPr);
                    break;
                case Word::sdt:
                case Word::sdtContent:
                case Word::customXml:
                case Word::ins:
                case Word::moveTo: gather(e); break;
                default: break;
            }
        }
    }

  private:
    static constexpr int longest = 31'680;

    static int length(xml::Node e, std::string_view name, int otherwise) {
        return std::clamp(e ? integer_attribute(e, name, otherwise) : otherwise, -longest, longest);
    }

    /// The room for text, of all columns together. A header that is too high for its margin pushes the text down.
    void add(xml::Node sectPr) {
        const xml::Node size = sectPr.first_element("pgSz");
        const xml::Node margins = sectPr.first_element("pgMar");
        const xml::Node columns = sectPr.first_element("cols");
        PageArea area;
        area.width = length(size, "w", 11'906) - length(margins, "left", 1'701) - length(margins, "right", 850) - length(margins, "gutter", 0);
        header_ = height_of(sectPr, "headerReference", area.width, header_);
        footer_ = height_of(sectPr, "footerReference", area.width, footer_);
        const int top = room(length(margins, "top", 1'134), length(margins, "header", 708), header_);
        const int bottom = room(length(margins, "bottom", 1'134), length(margins, "footer", 708), footer_);
        area.height = length(size, "h", 16'838) - top - bottom;
        const int count = std::clamp(columns ? integer_attribute(columns, "num", 1) : 1, 1, 10);
        if (count > 1) {
            area.width = (area.width - (count - 1) * length(columns, "space", 720)) / count;
            area.height *= count;
        }
        const xml::Node type = sectPr.first_element("type");
        area.new_page = !type || attribute(type, "val") != "continuous";
        story_.sections.push_back(area);
    }

    /// A negative margin holds whatever the header needs (17.6.11).
    static int room(int margin, int distance, int height) {
        if (margin < 0) return -margin;
        return height > 0 ? std::max(margin, std::max(distance, 0) + std::min(height, longest)) : margin;
    }

    /// Of the header of ordinary pages; a section without one has that of the section before.
    int height_of(xml::Node sectPr, std::string_view reference, int width, int before) {
        for (xml::Node e = sectPr.first_element(reference); e; e = e.next_element(reference)) {
            if (attribute(e, "type").value_or("default") != "default") continue;
            const Relationship* part = story_.package.relationship(story_.part, attribute(e, "id").value_or(""));
            if (part == nullptr) return before;
            const auto known = heights_.find(part->target);  // Sections mostly share them.
            if (known != heights_.end()) return known->second;
            return heights_[part->target] = height_of_blocks(story_.package.root(part->target), part->target, story_, width);
        }
        return before;
    }

    Story& story_;
    int header_ = 0;
    int footer_ = 0;
    std::map<std::string, int> heights_;  ///< Of headers and footers by part.
};

void set_theme(const Package& package, const std::string& main, PageMeter& meter) {
    const xml::Node fonts = related_root(package, main, "theme").first_element("themeElements").first_element("fontScheme");
    const auto face = [&](std::string_view which) {
        const xml::Node latin = fonts.first_element(which).first_element("latin");
        return latin ? typeface_named(attribute(latin, "typeface").value_or("")) : Typeface::narrow_sans;
    };
    if (fonts) meter.set_theme(face("minorFont"), face("majorFont"));
}

/// What the program that saved the document says (15.2.12.3); 0 where it is silent.
int pages_stated(const Package& package) {
    const auto part = package.related("", "extended-properties");
    return part ? std::atoi(package.root(*part).child_text("Pages").c_str()) : 0;
}

}  // namespace

namespace {

/// What a body is read with.
struct Sheets {
    Sheets(const Package& package, const std::string& main)
        : styles(related_root(package, main, "styles"), package.name()),
          numbering(related_root(package, main, "numbering"), styles, package.name()) {}
    Styles styles;
    Numbering numbering;
};

xml::Node document_root(const Package& package, const std::string& main) {
    const xml::Node root = package.root(main);
    Classifier classify;
    if (classify.word(root) != Word::document) {
        throw Error(ErrorCode::malformed, "main part is no WordprocessingML document", {package.name(), 0, 0, main});
    }
    return root;
}

void read_bodies(xml::Node root, Story& story, BlockSink& sink) {
    for (const xml::Node e : root.elements()) {
        if (story.classify.word(e) == Word::body) {
            story.sections.clear();
            SectionReader(story).gather(e);
            story.section = 0;
            if (!story.sections.empty()) story.meter.begin_section(story.sections.front());
            read_blocks(e, story, sink);
        } else if (e.name() == "background") {
            const std::string_view paper = attribute(e, "color").value_or("auto");
            story.on_colour += paper != "auto" && !is_pale(paper);
        } else {
            story.report_unknown(e);
        }
    }
}

/// One reading of the main document. `broken` are the fields to be passed over; those found anew are added.
WordDocument read_once(const Package& package, const std::string& main, xml::Node root, std::set<int>& broken) {
    Sheets sheets(package, main);
    WordDocument document;
    Story story{package, main, sheets.styles, sheets.numbering, document.ledger, {}, {}, {}, {}, {}};
    story.fields.broken = broken;
    set_theme(package, main, story.meter);
    BlockSink sink;
    read_bodies(root, story, sink);
    story.fields.finish(document.ledger);
    broken = std::move(story.fields.broken);
    document.pages = story.meter.finish();
    document.meter = std::move(story.meter);
    document.blocks = sink.finish();
    return document;
}

}  // namespace

WordDocument read_word(const Package& package) {
    const std::string main = package.main_part();
    const xml::Node root = document_root(package, main);
    std::set<int> broken;
    WordDocument document = read_once(package, main, root, broken);
    if (!broken.empty()) document = read_once(package, main, root, broken);
    document.pages_stated = pages_stated(package);
    account_for_other_parts(package, main, document.ledger);
    set_aside_typed_contents(document.blocks, document.ledger);
    mark_headings(document.blocks);
    return document;
}

void read_word_into(const Package& package, Story& around, BlockSink& sink) {
    const std::string main = package.main_part();
    const xml::Node root = document_root(package, main);
    Sheets sheets(package, main);
    Story story{package, main, sheets.styles, sheets.numbering, around.ledger, {}, {}, {}, {}, {}};
    story.depth = around.depth + 1;
    story.paragraphs = around.paragraphs;
    story.tables = around.tables;
    story.meter = std::move(around.meter);
    for (const xml::Node e : root.elements()) {
        if (story.classify.word(e) == Word::body) read_blocks(e, story, sink);
    }
    story.fields.finish(around.ledger);
    around.meter = std::move(story.meter);
    around.paragraphs = story.paragraphs;
    around.tables = story.tables;
    account_for_other_parts(package, main, around.ledger);
}

}  // namespace irikteu::readers
