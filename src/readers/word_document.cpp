#include "readers/word_document.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/error.hpp"
#include "readers/advances.hpp"
#include "readers/block_reader.hpp"
#include "readers/entry_name.hpp"
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
                                                  "printersettings", "usersettings", "recipientdata", "document.main",
                                                  "template.main"};
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
        const auto why = reason_for(type);
        if (!why) continue;
        const WordContent content = word_content(package.root(part));
        const std::uint64_t characters = count_characters(content.text) + content.codes;
        if (!why->empty()) {
            if (characters > 0) ledger.ignore(*why, characters);
        } else if (characters > 0) {
            ledger.unknown(part, content.text, {});
        }
    }
}

/// 17.6: the room for text, of all columns together.
PageArea page_area(xml::Node sectPr) {
    static constexpr int longest = 31'680;
    const xml::Node size = sectPr.first_element("pgSz");
    const xml::Node margins = sectPr.first_element("pgMar");
    const xml::Node columns = sectPr.first_element("cols");
    const auto length = [](xml::Node e, std::string_view name, int otherwise) {
        return std::clamp(e ? integer_attribute(e, name, otherwise) : otherwise, -longest, longest);
    };
    PageArea area;
    area.width = length(size, "w", 11'906) - length(margins, "left", 1'701) - length(margins, "right", 850) - length(margins, "gutter", 0);
    area.height = length(size, "h", 16'838) - std::abs(length(margins, "top", 1'134)) - std::abs(length(margins, "bottom", 1'134));
    const int count = std::clamp(columns ? integer_attribute(columns, "num", 1) : 1, 1, 10);
    if (count > 1) {
        area.width = (area.width - (count - 1) * length(columns, "space", 720)) / count;
        area.height *= count;
    }
    const xml::Node type = sectPr.first_element("type");
    area.new_page = !type || attribute(type, "val") != "continuous";
    return area;
}

/// A section's properties stand in its last paragraph, or at the end of the body.
std::vector<PageArea> sections_of(xml::Node body) {
    std::vector<PageArea> sections;
    for (const xml::Node e : body.elements()) {
        if (e.name() == "sectPr") sections.push_back(page_area(e));
        if (e.name() != "p") continue;
        if (const xml::Node sectPr = e.first_element("pPr").first_element("sectPr")) sections.push_back(page_area(sectPr));
    }
    return sections;
}

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

WordDocument read_word(const Package& package) {
    const std::string main = package.main_part();
    const xml::Node root = package.root(main);
    Classifier classify;
    if (classify.word(root) != Word::document) {
        throw Error(ErrorCode::malformed, "main part is no WordprocessingML document", {package.name(), 0, 0, main});
    }
    const Styles styles(related_root(package, main, "styles"), package.name());
    Numbering numbering(related_root(package, main, "numbering"), package.name());
    WordDocument document;
    Story story{package, main, styles, numbering, document.ledger, {}, {}, {}, {}};
    set_theme(package, main, story.meter);
    BlockSink sink;
    for (const xml::Node e : root.elements()) {
        if (classify.word(e) == Word::body) {
            story.sections = sections_of(e);
            story.section = 0;
            if (!story.sections.empty()) story.meter.begin_section(story.sections.front());
            read_blocks(e, story, sink);
        } else if (e.name() != "background") {
            story.report_unknown(e);
        }
    }
    document.pages = story.meter.finish();
    document.pages_stated = pages_stated(package);
    document.meter = std::move(story.meter);
    story.fields.finish(document.ledger);
    document.blocks = sink.finish();
    account_for_other_parts(package, main, document.ledger);
    set_aside_typed_contents(document.blocks, document.ledger);
    mark_headings(document.blocks);
    return document;
}

}  // namespace irikteu::readers
