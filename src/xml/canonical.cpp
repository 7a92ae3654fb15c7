#include "xml/canonical.hpp"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

namespace irikteu::xml {

namespace {

struct Undecided {};

constexpr std::size_t kChunk = 32768;
constexpr std::size_t kWorthLooking = 32;

using Special = std::array<bool, 256>;
constexpr Special special(std::string_view characters) {
    Special table{};
    for (const char c : characters) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr Special kSpecialInTexts = special("&<>\r");
constexpr Special kSpecialInValues = special("&<\"\t\n\r");

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }

class Writer {
  public:
    explicit Writer(const std::function<void(std::string_view)>& sink) : sink_(sink) { out_.reserve(kChunk + 4096); }

    void run(const xmlDoc* document) {
        bool after_root = false;
        for (const xmlNode* node = document->children; node != nullptr; node = node->next) {
            if (node->type == XML_PI_NODE) {
                if (after_root) out_ += '\n';
                instruction(node);
                if (!after_root) out_ += '\n';
            } else if (node->type == XML_ELEMENT_NODE) {
                tree(node);
                after_root = true;
            } else if (node->type != XML_COMMENT_NODE) {
                throw Undecided();
            }
        }
        sink_(out_);
    }

  private:
    struct Space {
        std::string_view prefix, uri;
    };

    void flush() {
        if (out_.size() < kChunk) return;
        sink_(out_);
        out_.clear();
    }

    /// An element and all below it, without recursion.
    void tree(const xmlNode* top) {
        const xmlNode* node = top;
        for (;;) {
            flush();
            bool inside = false;
            switch (node->type) {
                case XML_ELEMENT_NODE:
                    start(node);
                    inside = node->children != nullptr;
                    if (!inside) end(node);
                    break;
                case XML_TEXT_NODE:
                case XML_CDATA_SECTION_NODE: text(view(node->content)); break;
                case XML_PI_NODE: instruction(node); break;
                case XML_COMMENT_NODE: break;
                default: throw Undecided();
            }
            if (inside) {
                node = node->children;
                continue;
            }
            while (node != top && node->next == nullptr) {
                node = node->parent;
                end(node);
            }
            if (node == top) return;
            node = node->next;
        }
    }

    void name(const xmlNode* node) {
        if (node->ns != nullptr && node->ns->prefix != nullptr) {
            out_ += view(node->ns->prefix);
            out_ += ':';
        }
        out_ += view(node->name);
    }

    void start(const xmlNode* node) {
        out_ += '<';
        name(node);
        depths_.push_back(spaces_.size());
        declarations(node);
        if (node->ns == nullptr || node->ns != checked_) check(node->ns, node->ns != nullptr ? view(node->ns->prefix) : std::string_view());
        checked_ = node->ns;
        attributes(node);
        out_ += '>';
    }

    void end(const xmlNode* node) {
        out_ += "</";
        name(node);
        out_ += '>';
        if (spaces_.size() != depths_.back()) checked_ = nullptr;
        spaces_.resize(depths_.back());
        depths_.pop_back();
    }

    std::string_view uri_of(std::string_view prefix) const {
        for (auto each = spaces_.rbegin(); each != spaces_.rend(); ++each)
            if (each->prefix == prefix) return each->uri;
        return {};
    }

    /// Only names that the declarations above give, as they give them.
    void check(const xmlNs* space, std::string_view prefix) const {
        if (prefix == "xml") return;
        if (uri_of(prefix) != (space != nullptr ? view(space->href) : std::string_view())) throw Undecided();
    }

    /// Namespace nodes that no element above has written, by prefix (Canonical XML 1.0, 2.3).
    void declarations(const xmlNode* node) {
        if (node->nsDef == nullptr) return;
        std::vector<Space> fresh;
        for (const xmlNs* each = node->nsDef; each != nullptr; each = each->next) {
            const Space space{view(each->prefix), view(each->href)};
            const bool relative = !space.uri.empty() && space.uri.find(':') == std::string_view::npos;
            if (relative || space.prefix == "xml") throw Undecided();
            if (uri_of(space.prefix) != space.uri) fresh.push_back(space);
        }
        std::sort(fresh.begin(), fresh.end(), [](const Space& a, const Space& b) { return a.prefix < b.prefix; });
        for (const Space& each : fresh) {
            out_ += each.prefix.empty() ? " xmlns" : " xmlns:";
            out_ += each.prefix;
            value(each.uri);
            spaces_.push_back(each);
            checked_ = nullptr;
        }
    }

    void attributes(const xmlNode* node) {
        if (node->properties == nullptr) return;
        sorted_.clear();
        for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
            if (each->ns != nullptr) check(each->ns, view(each->ns->prefix));
            if (each->ns != nullptr && each->ns->prefix == nullptr) throw Undecided();
            sorted_.push_back(each);
        }
        const auto uri = [](const xmlAttr* each) { return each->ns != nullptr ? view(each->ns->href) : std::string_view(); };
        if (sorted_.size() > 1) std::sort(sorted_.begin(), sorted_.end(), [&](const xmlAttr* a, const xmlAttr* b) {
            return std::pair(uri(a), view(a->name)) < std::pair(uri(b), view(b->name));
        });
        for (const xmlAttr* each : sorted_) {
            out_ += ' ';
            name(reinterpret_cast<const xmlNode*>(each));
            const xmlNode* content = each->children;
            if (content != nullptr && (content->type != XML_TEXT_NODE || content->next != nullptr)) throw Undecided();
            value(content != nullptr ? view(content->content) : std::string_view());
        }
    }

    void value(std::string_view text) {
        out_ += "=\"";
        escape(text, kSpecialInValues);
        out_ += '"';
    }

    void text(std::string_view text) {
        // Most have none of the four: so many looks for one character each are quicker than one look at each character.
        const auto holds = [&](char special) { return std::memchr(text.data(), special, text.size()) != nullptr; };
        if (text.size() >= kWorthLooking && !holds('&') && !holds('<') && !holds('>') && !holds('\r')) out_ += text;
        else escape(text, kSpecialInTexts);
    }

    void escape(std::string_view text, const Special& special) {
        for (;;) {
            std::size_t at = 0;
            while (at < text.size() && !special[static_cast<unsigned char>(text[at])]) ++at;
            out_ += text.substr(0, at);
            if (at == text.size()) return;
            switch (text[at]) {
                case '&': out_ += "&amp;"; break;
                case '<': out_ += "&lt;"; break;
                case '>': out_ += "&gt;"; break;
                case '"': out_ += "&quot;"; break;
                case '\t': out_ += "&#x9;"; break;
                case '\n': out_ += "&#xA;"; break;
                default: out_ += "&#xD;"; break;
            }
            text.remove_prefix(at + 1);
        }
    }

    void instruction(const xmlNode* node) {
        out_ += "<?";
        out_ += view(node->name);
        if (node->content != nullptr && node->content[0] != 0) {
            out_ += ' ';
            for (const char c : view(node->content)) {
                if (c == '\r') out_ += "&#xD;";
                else out_ += c;
            }
        }
        out_ += "?>";
    }

    const std::function<void(std::string_view)>& sink_;
    std::string out_;
    std::vector<Space> spaces_;
    std::vector<std::size_t> depths_;
    const xmlNs* checked_ = nullptr;  ///< The namespace of an element that the declarations gave, since they last changed.
    std::vector<const xmlAttr*> sorted_;
};

}  // namespace

bool write_canonical(const _xmlDoc* document, const std::function<void(std::string_view)>& sink) {
    try {
        Writer(sink).run(document);
        return true;
    } catch (const Undecided&) {
        return false;
    }
}

}  // namespace irikteu::xml
