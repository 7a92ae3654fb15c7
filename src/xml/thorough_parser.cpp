#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <memory>

#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/parse_guard.hpp"
#include "xml/parsers.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMaxDeclarations = 20'000;
constexpr std::size_t kMaxValue = 10'000'000;  ///< libxml2's limit of an attribute's value, which it does not name.

/// Whether so many nodes more may be; stops the parser where not.
bool may_have(xmlParserCtxtPtr context, std::uint64_t nodes) {
    ParseGuard& guard = ParseGuard::of(context);
    guard.nodes += nodes;
    if (guard.nodes <= guard.limits->max_nodes) return true;
    stop(context, ErrorCode::limit_exceeded, "has more than " + std::to_string(guard.limits->max_nodes) + " elements, attributes, texts, comments and instructions");
    return false;
}

void on_start_element(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int namespace_count,
                      const xmlChar** namespaces, int attribute_count, int defaulted, const xmlChar** attributes) {
    auto* context = static_cast<xmlParserCtxtPtr>(user);
    ParseGuard* guard = &ParseGuard::of(context);
    if (defaulted > 0) count_defaults(context, attribute_count, defaulted, attributes);
    if (!may_have(context, 1 + 2 * static_cast<std::uint64_t>(attribute_count) + static_cast<std::uint64_t>(namespace_count))) return;
    if (context->nodeNr >= guard->limits->max_depth) {
        stop(context, ErrorCode::limit_exceeded,
             "nests elements more than " + std::to_string(guard->limits->max_depth) + " deep");
        return;
    }
    xmlSAX2StartElementNs(user, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted, attributes);
}

/// A text may come in pieces, which libxml2 joins.
void on_characters(void* user, const xmlChar* text, int length) {
    auto* context = static_cast<xmlParserCtxtPtr>(user);
    const bool is_continued = context->node != nullptr && context->node->last != nullptr && context->node->last->type == XML_TEXT_NODE;
    if (is_continued || may_have(context, 1)) xmlSAX2Characters(user, text, length);
}

void on_comment(void* user, const xmlChar* text) {
    if (may_have(static_cast<xmlParserCtxtPtr>(user), 1)) xmlSAX2Comment(user, text);
}

void on_instruction(void* user, const xmlChar* target, const xmlChar* data) {
    if (may_have(static_cast<xmlParserCtxtPtr>(user), 1)) xmlSAX2ProcessingInstruction(user, target, data);
}

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

/// What is wrong, with the place where an element that is not closed was opened: there the slip is, not where it shows. Empty where libxml2 has no words
/// for it.
std::string slip_of(const xmlError& error) {
    const std::string opened = text_of(error.str1), found = text_of(error.str2), line = std::to_string(error.int1);
    if (error.code == XML_ERR_TAG_NAME_MISMATCH && !opened.empty() && !found.empty())
        return "is not well-formed XML: the element " + opened + ", opened in line " + line + ", is not closed before </" + found + ">";
    if (error.code == XML_ERR_TAG_NOT_FINISHED && !opened.empty()) return "is not well-formed XML: it ends within the element " + opened + ", opened in line " + line;
    if (error.code == XML_ERR_CDATA_NOT_FINISHED) return "is not well-formed XML: it ends within a CDATA section";
    std::string message = error.message != nullptr ? one_line(error.message) : "is not well-formed XML";
    if (message.starts_with("Unregistered error message")) return {};
    // libxml2's own wording of XML_ERR_INTERNAL_ERROR, which it gives of a cut file: the fault is the file's.
    if (constexpr std::string_view kInternal = "internal error: "; message.starts_with(kInternal)) message.replace(0, kInternal.size(), "is not well-formed XML: ");
    return message;
}

void on_error(void* user, xmlErrorPtr error) {
    ParseGuard& guard = ParseGuard::of(static_cast<xmlParserCtxtPtr>(user));
    if (error == nullptr || error->level < XML_ERR_FATAL || !guard.slip.empty()) return;
    guard.slip = slip_of(*error);  // Where it says nothing, the next one is heard.
    guard.slip_line = error->line;
    guard.slip_column = error->int2;
}

struct FreeDocument {
    void operator()(xmlDocPtr document) const { xmlFreeDoc(document); }
};
struct FreeContext {
    void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

/// libxml2 compares the attributes of an element with each other before it tells of the element; so they are counted
/// beforehand, in any encoding that writes ASCII as ASCII with or without zero bytes.
void count_attributes(std::string_view bytes, const std::string& source, const Limits& limits) {
    std::size_t attributes = 0, namespaces = 0, value = 0;
    char quote = 0, before = 0;
    bool in_tag = false;
    int line = 1;
    for (const char c : bytes) {
        if (c == 0) continue;
        if (c == '\n') ++line;
        if (before == '<') {
            in_tag = c != '!' && c != '?' && c != '/';
            attributes = 0;
            quote = 0;
        }
        if (in_tag) {
            if (quote != 0) {
                if (c == quote) quote = 0;
                if (++value > kMaxValue && limits.document_type == DocumentType::refused) throw Error(ErrorCode::limit_exceeded, "has an attribute longer than " + std::to_string(kMaxValue) + " bytes", {source, line, 0, {}});
            } else if (c == '"' || c == '\'') {
                quote = c;
                value = 0;
            } else if (c == '>') {
                in_tag = false;
            } else if (c == '=') {
                ++attributes;
            } else if (c == ':' && before == 's') {  // xmlns:
                ++namespaces;
            }
            if (attributes > kMaxAttributes)
                throw Error(ErrorCode::limit_exceeded, "has an element with more than " + std::to_string(kMaxAttributes) + " attributes", {source, line, 0, {}});
            if (namespaces > kMaxDeclarations)
                throw Error(ErrorCode::limit_exceeded, "declares more than " + std::to_string(kMaxDeclarations) + " namespaces", {source, line, 0, {}});
        }
        before = c;
    }
}

}  // namespace

_xmlDoc* parse_thoroughly(std::string_view bytes, const std::string& source, const Limits& limits) {
    initialise();
    count_attributes(bytes, source, limits);
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(
        xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())));
    if (!context) throw Error(ErrorCode::malformed, "is not XML", {source, 0, 0, {}});
    ParseGuard guard;
    guard.limits = &limits;
    context->_private = &guard;
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES |
                                         XML_PARSE_NOCDATA);
    context->sax->startElementNs = on_start_element;
    context->sax->characters = on_characters;
    context->sax->ignorableWhitespace = on_characters;
    context->sax->comment = on_comment;
    context->sax->processingInstruction = on_instruction;
    context->sax->serror = on_error;
    guard_document_type(context.get(), bytes.size());
    {
        const ErrorCollector quiet;
        xmlParseDocument(context.get());
    }
    std::unique_ptr<xmlDoc, FreeDocument> document(context->myDoc);
    context->myDoc = nullptr;
    if (!guard.reason.empty()) {
        throw Error(guard.code, guard.reason, {source, xmlSAX2GetLineNumber(context.get()), 0, {}});
    }
    if (!context->wellFormed || !document) {
        throw Error(ErrorCode::malformed, guard.slip.empty() ? "is not well-formed XML" : guard.slip, {source, guard.slip_line, guard.slip_column, {}});
    }
    set_document_type_aside(document.get(), limits, source);
    return document.release();
}

}  // namespace irikteu::xml
