#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "xml/arena.hpp"
#include "xml/document.hpp"
#include "xml/node.hpp"

struct _xmlDoc;

namespace irikteu::xml {

/// Says what of a document nobody will ask for: it is parsed and checked, but never built.
class Omissions {
  public:
    virtual ~Omissions() = default;
    /// The element with everything below it. Text there is lost: for elements that have none.
    virtual bool omits_element(std::string_view name, const char* namespace_uri) = 0;
    virtual bool omits_attribute(std::string_view name) = 0;
};

/// A document that is only read: Document for large files that programs write. Its nodes are those that Document::parse()
/// would build, less comments, processing instructions and line numbers, with adjoining texts joined and the texts of attributes'
/// values without parents; they must not be changed.
/// Movable. Any number of threads may read.
class ReadingTree {
  public:
    ReadingTree() = default;
    /// Parses untrusted bytes, as Document::parse() and with its errors. `nodes` says what the parse counted towards
    /// limits.max_nodes: elements, texts, comments and instructions, an attribute twice; each takes some 110 bytes.
    static ReadingTree parse(std::string_view bytes, const std::string& source, const Limits& limits, std::uint64_t* nodes = nullptr,
                             Omissions* omissions = nullptr);
    Node root() const;  ///< The document element.
    /// Whether libxml2 had to parse it: another encoding, or something else that programs hardly write.
    bool is_unusual() const { return arena_ == nullptr; }

  private:
    std::unique_ptr<Arena> arena_;
    _xmlDoc* tree_ = nullptr;  ///< In the arena.
    Document document_;        ///< What was too unusual for it.
};

/// The namespace that a prefix stands for at an element; nullopt where it is not declared.
std::optional<std::string_view> namespace_of(Node element, std::string_view prefix);

/// A tree as libxml2 would build it of these bytes (XML 1.0, Namespaces 1.0), built several times faster: comments and
/// processing instructions left out, adjoining texts joined. Handles what programs write: UTF-8 without a document type.
/// nullptr for everything else, be it another encoding, more than `limits` allow, or not well-formed: the real parser then
/// says what it is. For ReadingTree and its tests.
_xmlDoc* build_reading_tree(std::string_view bytes, const Limits& limits, Omissions* omissions, Arena& arena, std::uint64_t& nodes);

}  // namespace irikteu::xml
