#include "readers/word_document.hpp"

#include <optional>

#include "base/error.hpp"
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
    Story story{package, main, styles, numbering, document.ledger, {}, {}};
    BlockSink sink;
    for (const xml::Node e : root.elements()) {
        if (classify.word(e) == Word::body) read_blocks(e, story, sink);
        else if (e.name() != "background") story.report_unknown(e);
    }
    story.fields.finish(document.ledger);
    document.blocks = sink.finish();
    account_for_other_parts(package, main, document.ledger);
    set_aside_typed_contents(document.blocks, document.ledger);
    mark_headings(document.blocks);
    return document;
}

}  // namespace irikteu::readers
