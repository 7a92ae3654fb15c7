#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "xml/node.hpp"
#include "xml/reading_tree.hpp"

struct _xmlDoc;

namespace irikteu::xml {

/// What a parser may be asked to swallow. A document type declaration is always refused, the network never reached.
struct Limits {
    std::uint64_t max_bytes = 64u << 20;
    int max_depth = 200;                     ///< Of nested elements.
    std::uint64_t max_nodes = 8'000'000;     ///< Elements, texts, comments and instructions; an attribute counts twice.
};

/// Says what of a document nobody will ask for: it is parsed and checked, but never built.
class Omissions {
  public:
    virtual ~Omissions() = default;
    /// The element with everything below it. Text there is lost: for elements that have none.
    virtual bool omits_element(std::string_view name, const char* namespace_uri) = 0;
    virtual bool omits_attribute(std::string_view name) = 0;
};

/// An XML document, owned. Movable, not copyable; use clone().
class Document {
  public:
    Document() = default;

    /// Parses untrusted bytes. `source` names them in errors and in Node positions.
    /// Throws Error: malformed (with line and column), limit_exceeded.
    static Document parse(std::string_view bytes, const std::string& source, const Limits& limits = {});
    /// The same for a document that is only read, several times faster for what programs write: without comments,
    /// instructions and line numbers, and never to be changed (reading_tree.hpp). Where `nodes` is given, it says what the
    /// parse counted towards max_nodes; a node takes some 110 bytes. Throws Error as parse().
    static Document parse_to_read(std::string_view bytes, const std::string& source, const Limits& limits,
                                  std::uint64_t* nodes = nullptr, Omissions* omissions = nullptr);
    /// An empty document with this root element.
    static Document create(std::string_view root, std::string_view namespace_uri, std::string_view prefix = {});

    explicit operator bool() const { return raw_ != nullptr; }
    Node root() const;          ///< The document element.
    Node document_node() const; ///< The document itself, XPath's "/".
    const std::string& source() const { return source_; }
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
        Free() : in_arena(false) {}
        explicit Free(bool arena) : in_arena(arena) {}
        bool in_arena;
        void operator()(_xmlDoc* raw) const;
    };
    std::unique_ptr<Arena> arena_;  ///< Holds a tree that is only read.
    std::unique_ptr<_xmlDoc, Free> raw_;
    std::string source_;
};

}  // namespace irikteu::xml
