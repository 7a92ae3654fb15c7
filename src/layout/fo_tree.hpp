#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/faults.hpp"
#include "layout/arena.hpp"
#include "layout/overflow.hpp"
#include "layout/pages.hpp"
#include "layout/style_resolver.hpp"
#include "xml/document.hpp"

namespace irikteu::layout {

/// A formatting object with its computed style and its place in the logical structure.
struct FoNode {
    Object object = Object::text;
    const Style* style = nullptr;
    FoNode* parent = nullptr;
    FoNode* first_child = nullptr;
    FoNode* next = nullptr;
    xml::Node source;          ///< The element; for text its text node; empty for anonymous blocks.
    std::string_view text;     ///< Object::text only.
    ElementId element = kArtifact;
    bool extended = false;     ///< It has attributes of another namespace, xml:lang, language or role.
    std::string_view id;

    std::string_view attribute(std::string_view name) const {
        return source && object != Object::text ? source.attribute_or(name, {}) : std::string_view{};
    }
    std::string_view extension(std::string_view name) const {
        if (!extended) return {};
        const auto own = source.attribute(name, kExtensionNamespace);
        // FOP's way of saying the same.
        if (!own && name == "alt") return source.attribute("alt-text", "http://xmlgraphics.apache.org/fop/extensions").value_or(std::string_view{});
        return own.value_or(std::string_view{});
    }
};

/// The object, or the next of its neighbours that is no fo:marker; null where there is none.
inline const FoNode* skip_markers(const FoNode* node) {
    while (node != nullptr && node->object == Object::marker) node = node->next;
    return node;
}

/// The whole FO document in memory: checked for unknown objects and properties, white space between blocks dropped,
/// runs of inline content beside blocks wrapped in anonymous blocks, structure elements numbered in document order.
class FoTree {
  public:
    /// Throws Error: unsupported (object or property), invalid (an object out of place); with all others of the document that are found as it is built.
    FoTree(const xml::Document& document, FontSource& fonts, std::vector<StructureElement>& elements, ReportOverflow report);

    FoNode& root() { return *root_; }
    StyleResolver& styles() { return styles_; }
    /// Builds the content of a marker below `place`, in the style of `place`.
    void build_marker(const FoNode& marker, FoNode& place);
    Arena& arena() { return arena_; }
    /// Where lists are made: in the tree's own arena, unless somebody makes them for some pages only.
    Arena& list_arena() { return *list_arena_; }
    void set_list_arena(Arena& arena) { list_arena_ = &arena; }
    /// The objects that refer to an id, in document order.
    const std::vector<const FoNode*>& references() const { return references_; }
    bool has_markers() const { return has_markers_; }
    bool has_footnotes() const { return has_footnotes_; }
    /// In headers of tables, whose every page has them.
    bool has_header_footnotes() const { return has_header_footnotes_; }
    /// An Error with the node's position.
    [[noreturn]] void fail(base::ErrorCode code, const FoNode& node, std::string message) const;
    /// As fail(), but while the tree is built the others are looked for too.
    void refuse(base::ErrorCode code, const FoNode& node, std::string message) const;
    base::SourcePosition position(const FoNode& node) const;
    /// Says that the object runs out of its place by so many millipoints, once an object and where that is more than a rounding.
    void overflows(const FoNode& node, std::int64_t by, Overflow::Kind kind, std::string_view what) const;
    /// Says what is passed over, once a line.
    void warn(const FoNode& node, std::string_view what, Overflow::Kind kind = Overflow::Kind::passed_over) const;
    const std::string& file() const { return styles_.file(); }

  private:
    friend class FoTreeBuilder;
    mutable base::Faults faults_;
    std::vector<StructureElement>& elements_;
    std::vector<const FoNode*> references_;
    bool has_markers_ = false, has_footnotes_ = false, has_header_footnotes_ = false;
    StyleResolver styles_;
    Arena arena_;
    Arena* list_arena_ = &arena_;
    FoNode* root_ = nullptr;
    ReportOverflow report_overflow_;
    mutable std::set<std::pair<int, std::string>> reported_;  // Lines and messages, without the measure.
};

}  // namespace irikteu::layout
