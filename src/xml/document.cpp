#include "xml/document.hpp"

#include <libxml/SAX2.h>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <vector>

#include "base/error.hpp"
#include "xml/library.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

namespace {

/// Watches a parse: what it may cost, and why it was stopped.
struct Guard {
    const Limits* limits = nullptr;
    std::uint64_t nodes = 0;
    std::string reason;
    ErrorCode code = ErrorCode::limit_exceeded;
    Omissions* omissions = nullptr;
    int omitted = 0;                    ///< Elements open that are not built.
    std::vector<const xmlChar*> kept;   ///< Attributes, five pointers each.
};

void stop(xmlParserCtxtPtr context, ErrorCode code, std::string reason) {
    auto* guard = static_cast<Guard*>(context->_private);
    if (guard->reason.empty()) {
        guard->code = code;
        guard->reason = std::move(reason);
    }
    xmlStopParser(context);
}

/// False where that is too many.
bool count(xmlParserCtxtPtr context, std::uint64_t nodes) {
    auto* guard = static_cast<Guard*>(context->_private);
    guard->nodes += nodes;
    if (guard->nodes <= guard->limits->max_nodes) return true;
    stop(context, ErrorCode::limit_exceeded, "has more than " + std::to_string(guard->limits->max_nodes) + " elements and attributes");
    return false;
}

void on_text(void* user, const xmlChar* text, int length) {
    auto* context = static_cast<xmlParserCtxtPtr>(user);
    if (static_cast<Guard*>(context->_private)->omitted > 0) return;
    const bool goes_on = context->node != nullptr && context->node->last != nullptr && context->node->last->type == XML_TEXT_NODE;
    if (goes_on || count(context, 1)) xmlSAX2Characters(user, text, length);
}

void on_comment(void* user, const xmlChar* text) {
    if (static_cast<Guard*>(static_cast<xmlParserCtxtPtr>(user)->_private)->omitted > 0) return;
    if (count(static_cast<xmlParserCtxtPtr>(user), 1)) xmlSAX2Comment(user, text);
}

void on_instruction(void* user, const xmlChar* target, const xmlChar* data) {
    if (static_cast<Guard*>(static_cast<xmlParserCtxtPtr>(user)->_private)->omitted > 0) return;
    if (count(static_cast<xmlParserCtxtPtr>(user), 1)) xmlSAX2ProcessingInstruction(user, target, data);
}

void on_start_element(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int namespace_count,
                      const xmlChar** namespaces, int attribute_count, int defaulted, const xmlChar** attributes) {
    auto* context = static_cast<xmlParserCtxtPtr>(user);
    auto* guard = static_cast<Guard*>(context->_private);
    if (guard->omissions != nullptr) {
        const auto view = [](const xmlChar* text) { return std::string_view(reinterpret_cast<const char*>(text)); };
        if (guard->omitted > 0 || guard->omissions->omits_element(view(name), reinterpret_cast<const char*>(uri))) {
            ++guard->omitted;
            return;
        }
        guard->kept.clear();
        for (int i = 0; i < attribute_count; ++i) {
            const xmlChar** each = attributes + 5 * i;
            if (!guard->omissions->omits_attribute(view(each[0]))) guard->kept.insert(guard->kept.end(), each, each + 5);
        }
        attributes = guard->kept.data();
        attribute_count = static_cast<int>(guard->kept.size() / 5);
        defaulted = 0;
    }
    if (!count(context, 1 + 2 * static_cast<std::uint64_t>(attribute_count) + static_cast<std::uint64_t>(namespace_count))) return;
    if (context->nodeNr >= guard->limits->max_depth) {
        stop(context, ErrorCode::limit_exceeded,
             "nests elements more than " + std::to_string(guard->limits->max_depth) + " deep");
        return;
    }
    xmlSAX2StartElementNs(user, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted, attributes);
}

void on_end_element(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    auto* guard = static_cast<Guard*>(static_cast<xmlParserCtxtPtr>(user)->_private);
    if (guard->omitted > 0) --guard->omitted;
    else xmlSAX2EndElementNs(user, name, prefix, uri);
}

void on_document_type(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    stop(static_cast<xmlParserCtxtPtr>(user), ErrorCode::malformed, "has a document type declaration, which is refused");
}

struct FreeContext {
    void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

}  // namespace

void Document::Free::operator()(_xmlDoc* raw) const {
    if (!in_arena) xmlFreeDoc(raw);
}

Document Document::parse_to_read(std::string_view bytes, const std::string& source, const Limits& limits, std::uint64_t* nodes,
                                 Omissions* omissions) {
    auto arena = std::make_unique<Arena>();
    std::uint64_t counted = 0;
    if (xmlDocPtr tree = build_reading_tree(bytes, limits, omissions, *arena, counted)) {
        Document document;
        document.arena_ = std::move(arena);
        document.raw_ = std::unique_ptr<_xmlDoc, Free>(tree, Free{true});
        document.source_ = source;
        if (nodes != nullptr) *nodes = counted;
        return document;
    }
    arena.reset();
    return parse(bytes, source, limits, nodes, omissions);
}

Document Document::adopt(_xmlDoc* raw, std::string source) {
    Document document;
    document.raw_.reset(raw);
    document.source_ = std::move(source);
    return document;
}

Document Document::parse(std::string_view bytes, const std::string& source, const Limits& limits, std::uint64_t* nodes,
                         Omissions* omissions) {
    initialise();
    const base::SourcePosition where{source, 0, 0, {}};
    if (bytes.size() > limits.max_bytes || bytes.size() > 0x7fffffffu) {
        throw Error(ErrorCode::limit_exceeded, "is larger than " + std::to_string(limits.max_bytes) + " bytes", where);
    }
    if (bytes.empty()) throw Error(ErrorCode::malformed, "is empty", where);
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(
        xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())));
    if (!context) throw Error(ErrorCode::malformed, "is not XML", where);
    Guard guard;
    guard.limits = &limits;
    guard.omissions = omissions;
    context->_private = &guard;
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES |
                                         XML_PARSE_NOCDATA);
    context->sax->startElementNs = on_start_element;
    context->sax->endElementNs = on_end_element;
    context->sax->characters = context->sax->ignorableWhitespace = context->sax->cdataBlock = on_text;
    context->sax->comment = on_comment;
    context->sax->processingInstruction = on_instruction;
    context->sax->internalSubset = on_document_type;
    context->sax->externalSubset = on_document_type;
    {
        const ErrorCollector quiet;
        xmlParseDocument(context.get());
    }
    Document document = adopt(context->myDoc, source);
    context->myDoc = nullptr;
    if (nodes != nullptr) *nodes = guard.nodes;
    if (!guard.reason.empty()) {
        throw Error(guard.code, guard.reason, {source, xmlSAX2GetLineNumber(context.get()), 0, {}});
    }
    if (!context->wellFormed || !document) {
        const xmlError& last = context->lastError;
        const std::string message = last.message ? one_line(last.message) : "is not well-formed XML";
        throw Error(ErrorCode::malformed, message, {source, last.line, last.int2, {}});
    }
    return document;
}

Document Document::create(std::string_view root, std::string_view namespace_uri, std::string_view prefix) {
    initialise();
    Document document = adopt(xmlNewDoc(BAD_CAST "1.0"), {});
    document.raw_->dict = xmlDictCreate();
    const std::string name(root);
    xmlNodePtr element = xmlNewDocNode(document.raw(), nullptr, BAD_CAST name.c_str(), nullptr);
    xmlDocSetRootElement(document.raw(), element);
    if (!namespace_uri.empty()) {
        const std::string p(prefix);
        const std::string uri(namespace_uri);
        xmlSetNs(element, xmlNewNs(element, BAD_CAST uri.c_str(), p.empty() ? nullptr : BAD_CAST p.c_str()));
    }
    return document;
}

Node Document::root() const { return Node(raw_ ? xmlDocGetRootElement(raw_.get()) : nullptr); }
Node Document::document_node() const { return Node(reinterpret_cast<xmlNodePtr>(raw_.get())); }

Document Document::clone() const { return adopt(xmlCopyDoc(raw_.get(), 1), source_); }

namespace {
std::string dump(xmlDocPtr document, int format) {
    xmlChar* bytes = nullptr;
    int size = 0;
    xmlDocDumpFormatMemoryEnc(document, &bytes, &size, "UTF-8", format);
    std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    xmlFree(bytes);
    return out;
}
}  // namespace

std::string Document::serialize() const { return dump(raw_.get(), 1); }
std::string Document::serialize_compact() const { return dump(raw_.get(), 0); }

std::string Document::canonical() const {
    xmlChar* bytes = nullptr;
    const int size = xmlC14NDocDumpMemory(raw_.get(), nullptr, XML_C14N_1_0, nullptr, 0, &bytes);
    if (size < 0) throw Error(ErrorCode::malformed, "cannot be brought into canonical form", {source_, 0, 0, {}});
    std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    xmlFree(bytes);
    return out;
}

base::Digest Document::canonical_digest() const {
    base::Sha256 digest;
    const auto write = [](void* sink, const char* bytes, int size) {
        static_cast<base::Sha256*>(sink)->update({bytes, static_cast<std::size_t>(size)});
        return size;
    };
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(write, nullptr, &digest, nullptr);
    const int size = xmlC14NExecute(raw_.get(), nullptr, nullptr, XML_C14N_1_0, nullptr, 0, buffer);
    if (xmlOutputBufferClose(buffer) < 0 || size < 0)
        throw Error(ErrorCode::malformed, "cannot be brought into canonical form", {source_, 0, 0, {}});
    return digest.finish();
}

}  // namespace irikteu::xml
