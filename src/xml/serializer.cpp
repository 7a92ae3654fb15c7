#include "xml/serializer.hpp"

#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace irikteu::xml {

namespace {

/// What has to be escaped in a text, and what in an attribute's value besides.
enum Special : unsigned char { in_text = 1, in_value = 2 };

constexpr std::array<unsigned char, 256> make_specials() {
    std::array<unsigned char, 256> specials{};
    for (const char c : {'<', '>', '&', '\r'}) specials[static_cast<unsigned char>(c)] = in_text | in_value;
    for (const char c : {'"', '\n', '\t'}) specials[static_cast<unsigned char>(c)] = in_value;
    return specials;
}
constexpr std::array<unsigned char, 256> specials = make_specials();

class Serializer {
  public:
    Serializer(std::string& out, Layout layout) : out_(out), indented_(layout == Layout::indented) {}

    bool document(const xmlDoc* document) {
        if (document->standalone >= 0 || document->intSubset != nullptr || document->extSubset != nullptr) return false;
        if (document->version != nullptr && view(document->version) != "1.0") return false;
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        for (const xmlNode* node = document->children; node != nullptr; node = node->next) {
            if (!this->node(node, 0, indented_, false)) return false;
            out_ += '\n';
        }
        return true;
    }

  private:
    static std::string_view view(const xmlChar* text) {
        return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
    }

    void indent(int level) {
        constexpr int deepest = 30;  // As libxml2 has it.
        out_.append(static_cast<std::size_t>(2 * std::min(level, deepest)), ' ');
    }

    void name(const xmlNs* ns, const xmlChar* local) {
        if (ns != nullptr && ns->prefix != nullptr) {
            out_ += view(ns->prefix);
            out_ += ':';
        }
        out_ += view(local);
    }

    /// Whole stretches at once: what has to be escaped is rare.
    void escaped(const xmlChar* text, Special where) {
        if (text == nullptr) return;
        for (;;) {
            const xmlChar* end = text;
            while (*end != 0 && (specials[*end] & where) == 0) ++end;
            out_.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(end - text));
            switch (*end) {
                case 0: return;
                case '<': out_ += "&lt;"; break;
                case '>': out_ += "&gt;"; break;
                case '&': out_ += "&amp;"; break;
                case '"': out_ += "&quot;"; break;
                case '\n': out_ += "&#10;"; break;
                case '\t': out_ += "&#9;"; break;
                default: out_ += "&#13;"; break;
            }
            text = end + 1;
        }
    }

    bool declarations(const xmlNode* element) {
        for (const xmlNs* ns = element->nsDef; ns != nullptr; ns = ns->next) {
            const std::string_view href = view(ns->href);
            if (ns->href == nullptr || view(ns->prefix) == "xml" || href.find_first_of("\"'&<>\n\r\t") != std::string_view::npos) return false;
            out_ += " xmlns";
            if (ns->prefix != nullptr) {
                out_ += ':';
                out_ += view(ns->prefix);
            }
            out_ += "=\"";
            out_ += href;
            out_ += '"';
        }
        return true;
    }

    bool attributes(const xmlNode* element) {
        for (const xmlAttr* a = element->properties; a != nullptr; a = a->next) {
            out_ += ' ';
            name(a->ns, a->name);
            out_ += "=\"";
            for (const xmlNode* part = a->children; part != nullptr; part = part->next) {
                if (part->type != XML_TEXT_NODE) return false;
                escaped(part->content, in_value);
            }
            out_ += '"';
        }
        return true;
    }

    bool node(const xmlNode* node, int level, bool formatted, bool inside) {
        switch (node->type) {
            case XML_TEXT_NODE:
                if (node->name != xmlStringText) return false;
                escaped(node->content, in_text);
                return true;
            case XML_COMMENT_NODE:
                if (formatted && inside) indent(level);
                if (node->content == nullptr) return true;
                out_ += "<!--";
                out_ += view(node->content);
                out_ += "-->";
                return true;
            case XML_PI_NODE:
                if (formatted && inside) indent(level);
                out_ += "<?";
                out_ += view(node->name);
                if (node->content != nullptr) {
                    out_ += ' ';
                    out_ += view(node->content);
                }
                out_ += "?>";
                return true;
            case XML_ELEMENT_NODE: return element(node, level, formatted, inside);
            default: return false;
        }
    }

    bool element(const xmlNode* element, int level, bool formatted, bool inside) {
        constexpr int deepest = 2'000;
        if (level > deepest) return false;
        if (formatted && inside) indent(level);
        out_ += '<';
        name(element->ns, element->name);
        if (!declarations(element) || !attributes(element)) return false;
        if (element->children == nullptr) {
            out_ += "/>";
            return true;
        }
        for (const xmlNode* child = element->children; formatted && child != nullptr; child = child->next) {
            if (child->type == XML_TEXT_NODE) formatted = false;  // Mixed content stays as it is.
        }
        out_ += '>';
        if (formatted) out_ += '\n';
        for (const xmlNode* child = element->children; child != nullptr; child = child->next) {
            if (!node(child, level + 1, formatted, true)) return false;
            if (formatted) out_ += '\n';
        }
        if (formatted) indent(level);
        out_ += "</";
        name(element->ns, element->name);
        out_ += '>';
        return true;
    }

    std::string& out_;
    const bool indented_;
};

}  // namespace

bool serialize_quickly(const _xmlDoc* document, Layout layout, std::string& out) { return Serializer(out, layout).document(document); }

}  // namespace irikteu::xml
