#pragma once

#include <optional>
#include <string>
#include <string_view>

struct _xmlNode;

namespace irikteu::xml {

class NodeRange;

/// Borrowed handle to a node of a Document: as cheap as a pointer, valid while its Document lives and the node has not
/// been removed. Text is UTF-8. Reading from several threads is safe while nobody writes.
class Node {
  public:
    enum class Kind { none, document, element, attribute, text, comment, processing_instruction, other };

    Node() = default;
    explicit Node(_xmlNode* raw) : raw_(raw) {}
    explicit operator bool() const { return raw_ != nullptr; }
    bool operator==(const Node&) const = default;
    _xmlNode* raw() const { return raw_; }  ///< For this folder, and as an identity.

    Kind kind() const;
    bool is_element() const { return kind() == Kind::element; }
    bool is_element(std::string_view name, std::string_view namespace_uri) const;
    std::string_view name() const;           ///< Local name; the target of a processing instruction; empty for text.
    std::string_view namespace_uri() const;  ///< Empty where there is none.
    std::string_view prefix() const;
    int line() const;  ///< From 1; 0 where unknown.

    Node parent() const;
    Node first_child() const;
    Node last_child() const;
    Node next_sibling() const;
    Node previous_sibling() const;
    Node first_attribute() const;  ///< Attributes are nodes of kind attribute; the next is next_sibling().

    /// First child element, of that local name where one is given (in any namespace).
    Node first_element(std::string_view name = {}) const;
    Node next_element(std::string_view name = {}) const;

    /// The attribute's value, nullopt where absent. The view lives as long as the attribute.
    std::optional<std::string_view> attribute(std::string_view name, std::string_view namespace_uri = {}) const;
    std::string_view attribute_or(std::string_view name, std::string_view otherwise) const;

    /// All text below, joined, as XPath's string().
    std::string text() const;
    /// The content of a text, comment, PI or attribute node itself; empty for elements.
    std::string_view content() const;
    /// text() of the first child element of that name, trimmed of white space at both ends; empty where absent.
    std::string child_text(std::string_view name) const;
    /// "/dossier[1]/concept[1]/p[3]": readable, unique, without namespaces.
    std::string path() const;

    // Building. New elements take the parent's namespace unless one is given, which has to be declared above.
    Node append(std::string_view name);
    Node append(std::string_view namespace_uri, std::string_view name);
    Node append_with_text(std::string_view name, std::string_view text_content);
    void append_text(std::string_view text_content);
    Node insert_before(std::string_view name);  ///< A new element before this one, in this one's namespace.
    Node append_copy(Node source);              ///< A deep copy, from any document, with its namespaces.
    void set_attribute(std::string_view name, std::string_view value);
    void declare_namespace(std::string_view prefix, std::string_view uri);
    void rename(std::string_view name);
    void remove_attribute(std::string_view name);
    void remove();  ///< Unlinks and frees this node and all below it; this handle becomes empty.

    /// for (Node e : node.elements()), for (Node n : node.children()), for (Node a : node.attributes())
    NodeRange elements() const;
    NodeRange children() const;
    NodeRange attributes() const;

  private:
    _xmlNode* raw_ = nullptr;
};

/// Siblings from one on: all of them, or the elements only.
class NodeRange {
  public:
    enum class Step { sibling, element };
    struct Iterator {
        Node node;
        Step step;
        Node operator*() const { return node; }
        Iterator& operator++() {
            node = step == Step::element ? node.next_element() : node.next_sibling();
            return *this;
        }
        bool operator!=(const Iterator& other) const { return !(node == other.node); }
    };
    NodeRange(Node first, Step step) : first_(first), step_(step) {}
    Iterator begin() const { return {first_, step_}; }
    Iterator end() const { return {Node(), step_}; }

  private:
    Node first_;
    Step step_;
};

inline NodeRange Node::elements() const { return {first_element(), NodeRange::Step::element}; }
inline NodeRange Node::children() const { return {first_child(), NodeRange::Step::sibling}; }
inline NodeRange Node::attributes() const { return {first_attribute(), NodeRange::Step::sibling}; }

/// The name as it stands in the file, with its prefix.
std::string qualified_name(Node node);

/// Whether the bytes are UTF-8 of characters that XML 1.0 allows.
bool is_text(std::string_view bytes);
/// Removes XML white space at both ends.
std::string_view trim(std::string_view text);
/// Trims and folds every run of XML white space to one space, as XPath's normalize-space().
std::string normalize_space(std::string_view text);

}  // namespace irikteu::xml
