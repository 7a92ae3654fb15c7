#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "xml/node.hpp"

struct _xmlDoc;

namespace irikteu::xml {

/// Whether a file may have a document type declaration. Where it may, the entities and attributes that it declares itself count,
/// as far as they add no more than a million bytes or five times the file; no other file is ever read for it.
enum class DocumentType { refused, allowed };

/// What a parser may be asked to swallow. The network is never reached.
struct Limits {
    std::uint64_t max_bytes = 64u << 20;
    int max_depth = 200;                     ///< Of nested elements.
    std::uint64_t max_nodes = 20'000'000;    ///< Elements, texts, comments, instructions and declarations of namespaces together; an attribute counts twice.
    DocumentType document_type = DocumentType::refused;
};

/// An XML document, owned. Movable, not copyable; use clone().
class Document {
  public:
    Document() = default;

    /// Parses untrusted bytes. `source` names them in errors and in Node positions.
    /// Throws Error: malformed (with line and column), limit_exceeded.
    static Document parse(std::string_view bytes, const std::string& source, const Limits& limits = {});
    /// An empty document with this root element.
    static Document create(std::string_view root, std::string_view namespace_uri, std::string_view prefix = {});

    explicit operator bool() const { return raw_ != nullptr; }
    Node root() const;          ///< The document element.
    Node document_node() const; ///< The document itself, XPath's "/".
    const std::string& source() const { return source_; }
    /// The file with further declarations that the document type names, which was not read; empty where it names none.
    std::string unread_declarations() const;
    Document clone() const;

    /// UTF-8 with XML declaration and a final line feed; two spaces of indentation where no text is mixed in.
    std::string serialize() const;
    /// UTF-8 without added white space.
    std::string serialize_compact() const;
    /// Canonical XML 1.0 with comments left out: for digests.
    std::string canonical() const;
    /// SHA-256 of canonical(), without holding all of it.
    base::Digest canonical_digest() const;

    _xmlDoc* raw() const { return raw_.get(); }
    /// Gives the raw document away (this folder only).
    _xmlDoc* release() { return raw_.release(); }
    /// Takes over a raw document (this folder only).
    static Document adopt(_xmlDoc* raw, std::string source);

  private:
    struct Free {
        void operator()(_xmlDoc* raw) const;
    };
    std::unique_ptr<_xmlDoc, Free> raw_;
    std::string source_;
};

}  // namespace irikteu::xml
