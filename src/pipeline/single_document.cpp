#include "pipeline/single_document.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "outline/align.hpp"

namespace irikteu::pipeline {

namespace {

std::string hyphenated(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', '-');
    return out;
}

/// The one document of a dossier that has nothing else; empty where there are several, or parts beside it.
xml::Node only_document(xml::Node dossier) {
    const xml::Node documents = dossier.first_element();
    if (!documents || documents.name() != "documents" || documents.next_element()) return {};
    const xml::Node document = documents.first_element();
    return document && !document.next_element() ? document : xml::Node();
}

/// The part that an XML file or a filled PDF form holds instead of a dossier; empty for any other file.
std::string part_read(xml::Node dossier) {
    const xml::Node document = dossier.first_element("documents").first_element();
    const bool whole = !document.first_element("text") && !document.first_element("error");
    return whole ? std::string(document.attribute_or("kind", "")) : std::string();
}

/// What the outline stage found a document to be. What is nothing that the act asks for is no attachment by itself: it is
/// unknown.
std::string kind_found(xml::Node dossier, xml::Node document) {
    if (document.attribute_or("kind", "") == "attachment") {
        if (xml::Node attachments = dossier.first_element("attachments")) attachments.remove();
        document.set_attribute("kind", "unknown");
    }
    return std::string(document.attribute_or("kind", ""));
}

/// The part, and those of further papers that the file holds behind it.
std::string papers_of(xml::Node dossier, xml::Node document, const std::string& part) {
    std::string parts = part;
    for (const xml::Node other : dossier.first_element("documents").elements()) {
        const std::string kind(other.attribute_or("kind", ""));
        const bool further = other.name() == "document" && other != document && dossier.first_element(kind) && (' ' + parts + ' ').find(' ' + kind + ' ') == std::string::npos;
        if (further) parts += ' ' + kind;
    }
    return parts;
}

std::string appendix_of(xml::Node dossier, const std::string& part, const std::string& otherwise) {
    const xml::Node paper = dossier.first_element(part);
    return paper ? std::string(paper.attribute_or("appendix", otherwise)) : otherwise;
}

/// The stage whose rules ask for the document: that of its appendix, else the first of its part.
std::string stage_of(const act::Act& act, const std::string& part, std::string_view appendix) {
    if (const xml::Node node = act.appendix(appendix); node && node.attribute("stage")) return std::string(*node.attribute("stage"));
    return std::string(act.entry("part", part).attribute_or("stages", "1").substr(0, 1));
}

}  // namespace

std::vector<std::string> document_kinds(const act::Act& act) {
    std::vector<std::string> names;
    for (const xml::Node part : act.document().root().first_element("parts").elements()) names.push_back(hyphenated(part.attribute_or("id", "")));
    for (const xml::Node appendix : act.document().root().first_element("appendices").elements()) {
        const std::string number(appendix.attribute_or("id", ""));
        names.push_back(hyphenated(appendix.attribute_or("part", "")) + '-' + number);
        names.push_back("appendix-" + number);
    }
    return names;
}

std::optional<DocumentKind> document_kind(const act::Act& act, std::string_view name) {
    const std::string wanted = hyphenated(name);
    for (const xml::Node part : act.document().root().first_element("parts").elements()) {
        const std::string id(part.attribute_or("id", ""));
        if (hyphenated(id) == wanted) return DocumentKind{id, {}};
    }
    for (const xml::Node appendix : act.document().root().first_element("appendices").elements()) {
        const std::string number(appendix.attribute_or("id", ""));
        const std::string part(appendix.attribute_or("part", ""));
        if (wanted == "appendix-" + number || wanted == hyphenated(part) + '-' + number) return DocumentKind{part, number};
    }
    return std::nullopt;
}

Examination examine_file(Judge& judge, const std::string& path, const std::string& name, const std::optional<DocumentKind>& kind) {
    Examination result;
    const std::string shown = shown_name(name);
    readers::Carrier carrier{};
    result.dossier = read_or_say_why(judge, path, shown, &carrier);
    xml::Node root = result.dossier.root();
    xml::Node document = only_document(root);
    const bool is_container = carrier == readers::Carrier::container;
    const bool is_alone = !is_container && document && (document.first_element("text") || document.first_element("error"));
    std::string part = kind ? kind->part : is_container ? std::string() : part_read(root);
    if (part.empty() && !is_alone) return examine_read(judge, std::move(result.dossier), name, nullptr);
    // What was not there to be read is never conforming.
    if (kind && !is_alone && !root.first_element(part)) {
        const std::string found = is_container ? std::string() : part_read(root);
        return examine_unreadable(judge,
                                  base::Error(base::ErrorCode::unsupported,
                                              "holds no " + hyphenated(part) + (found.empty() ? std::string() : " but " + hyphenated(found)), {shown, 0, 0, {}}),
                                  name, shown, nullptr);
    }

    const act::Act& act = judge.act();
    const std::string form = kind ? kind->appendix : std::string();
    root.set_attribute("name", shown);
    if (is_alone) document.set_attribute("file", shown);
    if (is_alone && document.first_element("error")) document.set_attribute("kind", part.empty() ? "unknown" : part);
    if (!root.attribute("stage")) root.set_attribute("stage", part.empty() ? "1" : stage_of(act, part, form));
    try {
        judge.outline().align(result.dossier, is_alone ? std::string_view(part) : std::string_view());
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::limit_exceeded && error.code() != base::ErrorCode::invalid) throw;
        return examine_unreadable(judge, error, name, shown, nullptr);
    }
    if (part.empty()) part = kind_found(root, document);
    // The application's form says for which stage it is.
    root.set_attribute("stage", stage_of(act, part, appendix_of(root, part, form)));
    result.report = judge.checker().check(result.dossier, papers_of(root, document, part));
    if (!part.empty()) result.report.root().set_attribute("part", part);
    return result;
}

}  // namespace irikteu::pipeline
