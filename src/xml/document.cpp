#include "xml/document.hpp"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include "base/error.hpp"
#include "xml/canonical.hpp"
#include "xml/library.hpp"
#include "xml/parsers.hpp"
#include "xml/serializer.hpp"
#include "xml/tree_room.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

void Document::Free::operator()(_xmlDoc* raw) const { free_tree(raw); }

Document Document::adopt(_xmlDoc* raw, std::string source) {
    Document document;
    document.raw_.reset(raw);
    document.source_ = std::move(source);
    return document;
}

Document Document::parse(std::string_view bytes, const std::string& source, const Limits& limits) {
    initialise();
    const base::SourcePosition where{source, 0, 0, {}};
    if (bytes.size() > limits.max_bytes || bytes.size() > 0x7fffffffu) {
        throw Error(ErrorCode::limit_exceeded, "is larger than " + std::to_string(limits.max_bytes) + " bytes", where);
    }
    if (bytes.empty()) throw Error(ErrorCode::malformed, "is empty", where);
    _xmlDoc* raw = parse_quickly(bytes, limits);
    return adopt(raw != nullptr ? raw : parse_thoroughly(bytes, source, limits), source);
}

Document Document::create(std::string_view root, std::string_view namespace_uri, std::string_view prefix) {
    initialise();
    Document document = adopt(TreeRoom::new_document(), {});
    Node element = document.document_node().append(root);
    if (!namespace_uri.empty()) {
        element.declare_namespace(prefix, namespace_uri);
        element.raw()->ns = element.raw()->nsDef;
    }
    return document;
}

Node Document::root() const { return Node(raw_ ? xmlDocGetRootElement(raw_.get()) : nullptr); }
Node Document::document_node() const { return Node(reinterpret_cast<xmlNodePtr>(raw_.get())); }

std::string Document::unread_declarations() const {
    const xmlDtd* type = raw_ ? raw_->intSubset : nullptr;
    return type && type->SystemID ? reinterpret_cast<const char*>(type->SystemID) : std::string();
}

Document Document::clone() const { return adopt(xmlCopyDoc(raw_.get(), 1), source_); }

namespace {
std::string dump(xmlDocPtr document, int format) {
    std::string quick;
    if (serialize_quickly(document, format == 1 ? Layout::indented : Layout::compact, quick)) return quick;
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
    if (write_canonical(raw_.get(), [&](std::string_view piece) { digest.update(piece); })) return digest.finish();
    digest.finish();
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
