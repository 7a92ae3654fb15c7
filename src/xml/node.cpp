#include "xml/node.hpp"

#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlstring.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <vector>

#include "base/ascii.hpp"
#include "xml/marks.hpp"
#include "xml/tree_room.hpp"

namespace irikteu::xml {

namespace {

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
std::string_view view(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

/// Most names that are compared differ in their first letters.
bool equal(const xmlChar* text, std::string_view other) {
    if (text == nullptr) return other.empty();
    for (const char c : other) {
        if (*text++ != static_cast<xmlChar>(c)) return false;
    }
    return *text == 0;
}

/// Namespaces mostly begin alike.
bool same_namespace(const xmlNs* ns, std::string_view uri) { return ns ? view(ns->href) == uri : uri.empty(); }

/// Part of a tree, zeroed: in the document's room where it has one.
template <class T>
T* new_part(xmlDocPtr document) {
    if (TreeRoom* const room = TreeRoom::of(document)) return room->take<T>();
    void* const made = xmlMalloc(sizeof(T));
    if (made == nullptr) throw std::bad_alloc();
    return static_cast<T*>(std::memset(made, 0, sizeof(T)));
}

/// The name in the dictionary that the document has.
const xmlChar* interned(xmlDocPtr document, std::string_view name) {
    if (TreeRoom* const room = TreeRoom::of(document)) return room->name(name);
    return xmlDictLookup(document->dict, chars(name.data()), static_cast<int>(name.size()));
}

/// An element of that name, interned in the document's dictionary where it has one.
xmlNodePtr new_element(xmlDocPtr document, xmlNsPtr ns, std::string_view name) {
    if (document == nullptr || document->dict == nullptr) return xmlNewDocNode(document, ns, chars(std::string(name).c_str()), nullptr);
    auto* const element = new_part<xmlNode>(document);
    element->type = XML_ELEMENT_NODE;
    element->name = interned(document, name);
    element->ns = ns;
    element->doc = document;
    return element;
}

/// A text node. A short one's characters stand in the node itself, as those that libxml2 parses do: its functions know that.
xmlNodePtr new_text(xmlDocPtr document, std::string_view text) {
    constexpr std::size_t room_within = sizeof(xmlNode::properties) + sizeof(xmlNode::nsDef);  // The two stand side by side.
    static_assert(offsetof(xmlNode, nsDef) == offsetof(xmlNode, properties) + sizeof(xmlNode::properties));
    TreeRoom* const room = TreeRoom::of(document);
    if (text.size() >= room_within && room == nullptr) return xmlNewDocTextLen(document, chars(text.data()), static_cast<int>(text.size()));
    auto* const node = new_part<xmlNode>(document);
    node->type = XML_TEXT_NODE;
    node->name = xmlStringText;
    node->doc = document;
    if (text.size() >= room_within) {
        node->content = room->copy(text);
        return node;
    }
    node->content = reinterpret_cast<xmlChar*>(&node->properties);
    if (!text.empty()) std::memcpy(node->content, text.data(), text.size());
    return node;
}

/// Puts a node without neighbours at the end of those in another.
void link_last(xmlNodePtr parent, xmlNodePtr node) {
    node->parent = parent;
    node->prev = parent->last;
    (parent->last == nullptr ? parent->children : parent->last->next) = node;
    parent->last = node;
}

/// Sets an attribute of no namespace or, "xml:lang", of XML's own, as xmlSetProp() does it slowly. False where that has to.
bool put_attribute(xmlNodePtr element, std::string_view name, std::string_view value) {
    if (element->doc == nullptr || element->doc->dict == nullptr || element->doc->intSubset != nullptr) return false;
    const bool is_of_xml = name.starts_with("xml:");
    if (is_of_xml) name.remove_prefix(4);
    if (name.find(':') != std::string_view::npos) return false;
    const xmlNsPtr space = is_of_xml ? xmlSearchNs(element->doc, element, chars("xml")) : nullptr;
    xmlAttrPtr last = nullptr;
    for (xmlAttrPtr each = element->properties; each != nullptr; each = each->next) {
        if (each->ns == space && equal(each->name, name)) {
            if (TreeRoom::of(element->doc) == nullptr) return false;
            each->children = each->last = new_text(element->doc, value);  // The other one goes with the room.
            each->last->parent = reinterpret_cast<xmlNodePtr>(each);
            return true;
        }
        last = each;
    }
    auto* const attribute = new_part<xmlAttr>(element->doc);
    xmlNodePtr text = new_text(element->doc, value);
    attribute->type = XML_ATTRIBUTE_NODE;
    attribute->name = interned(element->doc, name);
    attribute->children = attribute->last = text;
    attribute->parent = element;
    attribute->doc = element->doc;
    attribute->ns = space;
    attribute->prev = last;
    (last == nullptr ? element->properties : last->next) = attribute;
    text->parent = reinterpret_cast<xmlNodePtr>(attribute);
    return true;
}

void collect_text(const xmlNode* node, std::string& out) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            out += view(child->content);
        } else if (child->type == XML_ELEMENT_NODE) {
            collect_text(child, out);
        }
    }
}

}  // namespace

Node::Kind Node::kind() const {
    if (raw_ == nullptr) return Kind::none;
    switch (raw_->type) {
        case XML_ELEMENT_NODE: return Kind::element;
        case XML_ATTRIBUTE_NODE: return Kind::attribute;
        case XML_TEXT_NODE:
        case XML_CDATA_SECTION_NODE: return Kind::text;
        case XML_COMMENT_NODE: return Kind::comment;
        case XML_PI_NODE: return Kind::processing_instruction;
        case XML_DOCUMENT_NODE: return Kind::document;
        default: return Kind::other;
    }
}

bool Node::is_element(std::string_view name, std::string_view namespace_uri) const {
    return raw_ != nullptr && raw_->type == XML_ELEMENT_NODE && equal(raw_->name, name) &&
           same_namespace(raw_->ns, namespace_uri);
}

std::string_view Node::name() const {
    if (raw_ == nullptr) return {};
    switch (raw_->type) {
        case XML_ELEMENT_NODE:
        case XML_ATTRIBUTE_NODE:
        case XML_PI_NODE: return view(raw_->name);
        default: return {};
    }
}

std::string_view Node::namespace_uri() const {
    if (raw_ == nullptr || (raw_->type != XML_ELEMENT_NODE && raw_->type != XML_ATTRIBUTE_NODE)) return {};
    return raw_->ns ? view(raw_->ns->href) : std::string_view();
}

std::string_view Node::prefix() const {
    if (raw_ == nullptr || (raw_->type != XML_ELEMENT_NODE && raw_->type != XML_ATTRIBUTE_NODE)) return {};
    return raw_->ns ? view(raw_->ns->prefix) : std::string_view();
}

int Node::line() const {
    if (raw_ == nullptr) return 0;
    const long line = xmlGetLineNo(raw_);
    return line > 0 ? static_cast<int>(line) : 0;
}

Node Node::parent() const { return Node(raw_ ? raw_->parent : nullptr); }

Node Node::first_child() const {
    if (raw_ == nullptr) return {};
    return Node(raw_->type == XML_ATTRIBUTE_NODE ? nullptr : raw_->children);
}
Node Node::last_child() const {
    if (raw_ == nullptr) return {};
    return Node(raw_->type == XML_ATTRIBUTE_NODE ? nullptr : raw_->last);
}
Node Node::next_sibling() const { return Node(raw_ ? raw_->next : nullptr); }
Node Node::previous_sibling() const { return Node(raw_ ? raw_->prev : nullptr); }

Node Node::first_attribute() const {
    if (raw_ == nullptr || raw_->type != XML_ELEMENT_NODE) return {};
    return Node(reinterpret_cast<xmlNodePtr>(raw_->properties));
}

namespace {
xmlNodePtr first_element_from(xmlNodePtr node, std::string_view name) {
    for (; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && (name.empty() || equal(node->name, name))) return node;
    }
    return nullptr;
}
}  // namespace

Node Node::first_element(std::string_view name) const {
    if (raw_ == nullptr || (raw_->type != XML_ELEMENT_NODE && raw_->type != XML_DOCUMENT_NODE)) return {};
    return Node(first_element_from(raw_->children, name));
}
Node Node::next_element(std::string_view name) const {
    return Node(raw_ ? first_element_from(raw_->next, name) : nullptr);
}

std::optional<std::string_view> Node::attribute(std::string_view name, std::string_view namespace_uri) const {
    if (raw_ == nullptr || raw_->type != XML_ELEMENT_NODE) return std::nullopt;
    for (const xmlAttr* a = raw_->properties; a != nullptr; a = a->next) {
        if (!equal(a->name, name) || !same_namespace(a->ns, namespace_uri)) continue;
        return a->children ? view(a->children->content) : std::string_view("");
    }
    return std::nullopt;
}

std::string_view Node::attribute_or(std::string_view name, std::string_view otherwise) const {
    const auto value = attribute(name);
    return value ? *value : otherwise;
}

const void* name_mark(Node node) {
    const xmlNode* raw = node.raw();
    return raw != nullptr && (raw->type == XML_ELEMENT_NODE || raw->type == XML_ATTRIBUTE_NODE) ? raw->name : nullptr;
}

const void* namespace_mark(Node element) {
    const xmlNode* raw = element.raw();
    return raw != nullptr && raw->type == XML_ELEMENT_NODE && raw->ns != nullptr ? raw->ns->href : nullptr;
}

std::optional<std::string_view> attribute_in_any_namespace(Node element, std::string_view name) {
    const xmlNode* raw = element.raw();
    if (raw == nullptr || raw->type != XML_ELEMENT_NODE) return std::nullopt;
    for (const xmlAttr* a = raw->properties; a != nullptr; a = a->next) {
        if (equal(a->name, name)) return a->children ? view(a->children->content) : std::string_view("");
    }
    return std::nullopt;
}

std::string Node::text() const {
    std::string out;
    if (raw_ == nullptr) return out;
    if (raw_->type == XML_ELEMENT_NODE || raw_->type == XML_DOCUMENT_NODE || raw_->type == XML_ATTRIBUTE_NODE) {
        collect_text(raw_, out);
    } else {
        out = view(raw_->content);
    }
    return out;
}

std::string_view Node::content() const {
    if (raw_ == nullptr) return {};
    switch (raw_->type) {
        case XML_ATTRIBUTE_NODE: return raw_->children ? view(raw_->children->content) : std::string_view();
        case XML_TEXT_NODE:
        case XML_CDATA_SECTION_NODE:
        case XML_COMMENT_NODE:
        case XML_PI_NODE: return view(raw_->content);
        default: return {};
    }
}

std::string Node::child_text(std::string_view name) const {
    const Node child = first_element(name);
    if (!child) return {};
    const std::string text = child.text();
    return std::string(trim(text));
}

std::string Node::path() const {
    std::vector<std::string> steps;
    for (const xmlNode* node = raw_; node != nullptr && node->type != XML_DOCUMENT_NODE; node = node->parent) {
        if (node->type == XML_ATTRIBUTE_NODE) {
            std::string step = "@";
            if (node->ns && node->ns->prefix) step += std::string(view(node->ns->prefix)) + ':';
            steps.push_back(step + std::string(view(node->name)));
            continue;
        }
        std::string name;
        const auto same_kind = [&](const xmlNode* other) {
            if (node->type == XML_CDATA_SECTION_NODE || node->type == XML_TEXT_NODE) {
                return other->type == XML_TEXT_NODE || other->type == XML_CDATA_SECTION_NODE;
            }
            if (other->type != node->type) return false;
            return node->type != XML_ELEMENT_NODE || view(other->name) == view(node->name);
        };
        switch (node->type) {
            case XML_ELEMENT_NODE: name = view(node->name); break;
            case XML_COMMENT_NODE: name = "comment()"; break;
            case XML_PI_NODE: name = "processing-instruction()"; break;
            default: name = "text()"; break;
        }
        int position = 1;
        for (const xmlNode* other = node->prev; other != nullptr; other = other->prev) position += same_kind(other);
        steps.push_back(name + '[' + std::to_string(position) + ']');
    }
    std::string path;
    for (auto it = steps.rbegin(); it != steps.rend(); ++it) path += '/' + *it;
    return path.empty() ? "/" : path;
}

Node Node::append(std::string_view name) {
    xmlNodePtr child = new_element(raw_->doc, raw_->type == XML_DOCUMENT_NODE ? nullptr : raw_->ns, name);
    link_last(raw_, child);
    return Node(child);
}

Node Node::append(std::string_view namespace_uri, std::string_view name) {
    xmlNodePtr child = new_element(raw_->doc, nullptr, name);
    link_last(raw_, child);
    mix_into(raw_->doc);
    const std::string uri(namespace_uri);
    if (uri.empty()) {
        if (xmlNsPtr inherited = xmlSearchNs(raw_->doc, child, nullptr); inherited && !view(inherited->href).empty()) {
            xmlNewNs(child, BAD_CAST "", nullptr);
        }
        return Node(child);
    }
    xmlNsPtr ns = xmlSearchNsByHref(raw_->doc, child, chars(uri.c_str()));
    if (ns == nullptr) ns = xmlNewNs(child, chars(uri.c_str()), nullptr);
    xmlSetNs(child, ns);
    return Node(child);
}

Node Node::append_with_text(std::string_view name, std::string_view text_content) {
    Node child = append(name);
    child.append_text(text_content);
    return child;
}

void Node::append_text(std::string_view text_content) {
    if (text_content.empty()) return;
    xmlNodePtr text = new_text(raw_->doc, text_content);
    if (raw_->last == nullptr || raw_->last->type != XML_TEXT_NODE) return link_last(raw_, text);
    mix_into(raw_->doc);  // The two become one.
    xmlAddChild(raw_, text);
}

Node Node::insert_before(std::string_view name) {
    xmlNodePtr element = new_element(raw_->doc, raw_->ns, name);
    xmlAddPrevSibling(raw_, element);
    return Node(element);
}

Node Node::append_copy(Node source) {
    mix_into(raw_->doc);
    xmlNodePtr copy = xmlDocCopyNode(source.raw_, raw_->doc, 1);
    xmlAddChild(raw_, copy);
    xmlReconciliateNs(raw_->doc, copy);
    return Node(copy);
}

void Node::set_attribute(std::string_view name, std::string_view value) {
    if (raw_->type == XML_ELEMENT_NODE && put_attribute(raw_, name, value)) return;
    mix_into(raw_->doc);
    xmlSetProp(raw_, chars(std::string(name).c_str()), chars(std::string(value).c_str()));
}

void Node::declare_namespace(std::string_view prefix, std::string_view uri) {
    for (const xmlNs* each = raw_->nsDef; each != nullptr; each = each->next) {
        if (view(each->prefix) == prefix) return;
    }
    TreeRoom* const room = TreeRoom::of(raw_->doc);
    const auto copied = [room](std::string_view text) { return room != nullptr ? room->copy(text) : xmlStrndup(chars(text.data()), static_cast<int>(text.size())); };
    auto* const space = new_part<xmlNs>(raw_->doc);
    space->type = XML_NAMESPACE_DECL;
    space->href = copied(uri);
    space->prefix = prefix.empty() ? nullptr : copied(prefix);
    xmlNsPtr* end = &raw_->nsDef;
    while (*end != nullptr) end = &(*end)->next;
    *end = space;
}

void Node::rename(std::string_view name) {
    mix_into(raw_->doc);
    xmlNodeSetName(raw_, chars(std::string(name).c_str()));
}

void Node::remove_attribute(std::string_view name) { xmlUnsetProp(raw_, chars(std::string(name).c_str())); }

void Node::remove() {
    if (raw_ == nullptr) return;
    xmlUnlinkNode(raw_);
    xmlFreeNode(raw_);
    raw_ = nullptr;
}

std::string qualified_name(Node node) {
    const std::string_view prefix = node.prefix();
    return prefix.empty() ? std::string(node.name()) : std::string(prefix) + ":" + std::string(node.name());
}

bool is_text(std::string_view bytes) {
    const std::string text(bytes);
    if (text.size() != std::char_traits<char>::length(text.c_str())) return false;
    if (xmlCheckUTF8(chars(text.c_str())) == 0) return false;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && !base::is_white_space(c)) return false;
    }
    return text.find("\xEF\xBF\xBE") == std::string::npos && text.find("\xEF\xBF\xBF") == std::string::npos;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && base::is_white_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && base::is_white_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string normalize_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char c : trim(text)) {
        if (!base::is_white_space(c)) {
            out += c;
        } else if (out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

}  // namespace irikteu::xml
