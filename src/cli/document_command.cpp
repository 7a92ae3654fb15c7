#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "pipeline/glyph_place.hpp"

namespace irikteu::cli {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::uint64_t kMaxDataBytes = 256u << 20;

/// The title that act.xml gives a kind, in that language; the kind itself where it gives none.
std::string title_of(xml::Node entry, std::string_view language, const std::string& kind) {
    if (!entry) return kind;
    for (const xml::Node title : entry.elements()) {
        if (title.name() == "title" && title.attribute("lang", "http://www.w3.org/XML/1998/namespace") == language) return title.text();
    }
    return kind;
}

int list(Session& session) {
    pipeline::Engine engine(session.disk, session.engine_options());
    Json kinds = Json::array();
    for (const std::string& kind : engine.composer().kinds()) {
        const xml::Node entry = engine.act().entry("document", kind);
        if (!session.json) {
            const std::string clause(entry ? entry.attribute_or("clause", "") : "");
            std::cout << kind << std::string(kind.size() < 28 ? 28 - kind.size() : 1, ' ') << clause
                      << std::string(clause.size() < 12 ? 12 - clause.size() : 1, ' ') << title_of(entry, session.language, kind) << '\n';
            continue;
        }
        Json row = {{"kind", kind}};
        for (const char* name : {"clause", "stages", "of", "template"}) row[name] = entry ? entry.attribute_or(name, "") : "";
        for (const char* language : {"kk", "ru", "en"}) row["title"][language] = title_of(entry, language, kind);
        kinds.push_back(std::move(row));
    }
    if (session.json) std::cout << kinds.dump(2) << '\n';
    return 0;
}

struct Making {
    std::string kind, data, output, parallel, number;
    bool fo = false, fields = false, copy = false;
};

/// What the command line asks of the document beyond its data, as an attribute of the data; what documents without it lack.
struct Wish {
    const char* attribute;
    std::string value;
    const char* what;
};

std::vector<Wish> wishes_of(const Making& making) {
    std::vector<Wish> wishes;
    if (!making.parallel.empty()) wishes.push_back({"parallel", making.parallel, "parallel text"});
    if (!making.number.empty()) wishes.push_back({"number", making.number, "register number"});
    if (making.fields) wishes.push_back({"fill", "fields", "blanks to fill in"});
    if (making.copy) wishes.push_back({"applicant-copy", "true", "copy for the applicant"});
    return wishes;
}

/// Composes the document as wished; refuses a wish that changes nothing, for nobody looks whether it was heard.
xml::Document composed(const compose::Composer& composer, const std::string& kind, xml::Document& data, const std::vector<Wish>& wishes) {
    const auto text = [&] { return composer.compose(kind, data).serialize_compact(); };
    const std::string plain = wishes.empty() ? std::string() : text();
    for (const Wish& wish : wishes) {
        const auto given = data.root().attribute(wish.attribute);
        const std::string before(given.value_or(""));
        data.root().set_attribute(wish.attribute, wish.value);
        if (before != wish.value && text() == plain) throw base::Error(base::ErrorCode::usage, "documents of the kind " + kind + " have no " + wish.what);
        if (before.empty()) data.root().remove_attribute(wish.attribute);
        else data.root().set_attribute(wish.attribute, before);
    }
    for (const Wish& wish : wishes) data.root().set_attribute(wish.attribute, wish.value);
    return composer.compose(kind, data);
}

/// Whether it is «a name» and nothing else: names stay as they are in any language.
bool is_mere_name(const std::string& text) {
    return text.starts_with("\u00AB") && text.find("\u00BB") == text.size() - std::string_view("\u00BB").size();
}

/// What stands in Kazakh within the Russian text, once each, in the text's order.
void note_kazakh(xml::Node node, bool russian, std::vector<std::string>& found) {
    const auto language = node.attribute("lang", "http://www.w3.org/XML/1998/namespace");
    if (language) {
        if (russian && *language == "kk") {
            std::string text = xml::normalize_space(node.text());
            if (!is_mere_name(text) && std::find(found.begin(), found.end(), text) == found.end()) found.push_back(std::move(text));
            return;
        }
        russian = *language == "ru";
    }
    for (const xml::Node child : node.elements()) note_kazakh(child, russian, found);
}

/// Tells whoever asked for Russian text which words of the data have none.
void tell_kazakh(const xml::Document& fo, const std::string& data) {
    std::vector<std::string> found;
    note_kazakh(fo.root(), false, found);
    if (found.empty()) return;
    std::cerr << "irikteu: " << data << ": stands in Kazakh in the Russian text too, for the data give no Russian words (attribute ru):\n";
    for (const std::string& text : found) std::cerr << "  " << text << '\n';
}

int make(Session& session, const Making& making) {
    if (!making.fo) expect_name_of(making.output, "pdf", {making.data});
    pipeline::Engine engine(session.disk, session.engine_options());
    std::string bytes = session.disk.read(making.data, kMaxDataBytes);
    xml::Limits limits;
    limits.max_bytes = kMaxDataBytes;
    xml::Document data = xml::Document::parse(bytes, making.data, limits);
    const auto wishes = wishes_of(making);
    const xml::Document fo = composed(engine.composer(), making.kind, data, wishes);
    if (!wishes.empty()) bytes = data.serialize_compact();
    if (!making.parallel.empty()) tell_kazakh(fo, making.data);
    std::string result;
    if (making.fo) {
        result = fo.serialize_compact();
    } else {
        layout::Attachment source{"source.xml", bytes, "application/xml", engine.messages("kk").say("document.source"), "Source"};
        try {
            result = engine.render(fo, {std::move(source)}, base::Moment::parse(std::string(data.root().attribute_or("clock", ""))));
        } catch (const base::Error& error) {
            throw pipeline::at_the_data(error, data, making.data, true);
        }
    }
    write_output(session, making.output, result, {making.data});
    return 0;
}

}  // namespace

void add_document(Command app, Session& session, Action& action) {
    const Command command = app.add_command("document", "Any document of the procedure, from data: letters, conclusions, protocols, forms");
    command.require_commands(1, 1);
    end_help(command, {{"irikteu document list", "which kinds there are"},
                       {"irikteu document make results results.xml -o results.pdf", "one of them"}});

    const Command listing = command.add_command("list", "The kinds of documents, with clause and title");
    end_help(listing, {{"irikteu document list", "kind, clause, title"},
                       {"irikteu document list --json", "the same for a program, in three languages"}});
    listing.when_chosen([&session, &action] { action = [&session] { return list(session); }; });

    auto making = std::make_shared<Making>();
    const Command maker = command.add_command("make", "One document as PDF/A-3a and PDF/UA-1, its data attached");
    maker.add_option("KIND", making->kind, "One of `irikteu document list`").required();
    maker.add_option("DATA", making->data, "XML by templates/schema/document.xsd; samples/kz-535-2015/documents has one of each kind").required();
    maker.add_option("-o,--out", making->output, "The PDF to write, its folder made where there is none; - is standard output").required().type_name("FILE");
    maker.add_option("--parallel", making->parallel, "Letters and notices: the same in this language beneath: ru").one_of({"ru"});
    maker.add_option("--number", making->number, "The document's register number, where the data have none or another");
    maker.add_flag("--applicant-copy", making->copy, "Applications and receipts: with the copy that the applicant gets");
    maker.add_flag("--fields", making->fields, "Forms and score sheets: what is blank becomes a field to fill in");
    maker.add_flag("--fo", making->fo, "Write the XSL-FO instead of the PDF");
    end_help(maker, {{"irikteu document make results results.xml -o results.pdf", "one document"},
                      {"irikteu document make return-1 notice.xml --parallel ru -o notice.pdf", "in Kazakh, with the Russian text beneath"},
                      {"irikteu document make results results.xml -o - --house our-house.xsl > results.pdf", "in an organisation's own look"}});
    maker.when_chosen([&session, &action, making] { action = [&session, making] { return make(session, *making); }; });
}

}  // namespace irikteu::cli
