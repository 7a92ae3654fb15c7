#include "xml/canonical.hpp"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace irikteu::xml {

namespace {

struct Undecided {};

constexpr std::size_t kChunk = 32768;
constexpr std::size_t kPiece = 64;  ///< Bytes of a text that are looked at one by one; of longer ones the rest as a whole.

/// What cannot be copied as it stands; the end of a text neither.
using Special = std::array<bool, 256>;
constexpr Special special(std::string_view characters) {
    Special table{};
    table[0] = true;
    for (const char c : characters) table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr Special kSpecialInTexts = special("&<>\r");
constexpr Special kSpecialInValues = special("&<\"\t\n\r");

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }

class Writer {
  public:
    explicit Writer(const std::function<void(std::string_view)>& sink) : sink_(sink) {}

    void run(const xmlDoc* document) {
        bool after_root = false;
        for (const xmlNode* node = document->children; node != nullptr; node = node->next) {
            if (node->type == XML_PI_NODE) {
                if (after_root) put('\n');
                instruction(node);
                if (!after_root) put('\n');
            } else if (node->type == XML_ELEMENT_NODE) {
                tree(node);
                after_root = true;
            } else if (node->type != XML_COMMENT_NODE) {
                throw Undecided();
            }
        }
        flush();
    }

  private:
    struct Space {
        std::string_view prefix, uri;
    };
    struct Name {
        std::string_view prefix, local;
    };
    struct Attribute {
        std::string_view uri, name;
        const xmlAttr* node;
    };
    struct Open {
        Name name;
        std::size_t spaces;  ///< How many there were outside.
    };

    void flush() {
        sink_({out_.data(), used_});
        used_ = 0;
    }
    void make_room(std::size_t bytes) {
        if (out_.size() - used_ < bytes) flush();
    }
    void put(char c) {
        make_room(1);
        out_[used_++] = c;
    }
    void put(std::string_view text) {
        if (text.empty()) return;  // A view of nothing has no place to copy from.
        make_room(text.size());
        if (text.size() > out_.size()) return sink_(text);
        std::memcpy(out_.data() + used_, text.data(), text.size());
        used_ += text.size();
    }

    /// Names of a document are mostly kept once: each is measured once.
    std::string_view measured(const xmlChar* name) {
        std::string_view& known = measured_[reinterpret_cast<std::uintptr_t>(name) / 8 % measured_.size()];
        if (known.data() != reinterpret_cast<const char*>(name)) known = view(name);
        return known;
    }

    /// An element and all below it, without recursion.
    void tree(const xmlNode* top) {
        const xmlNode* node = top;
        for (;;) {
            bool inside = false;
            switch (node->type) {
                case XML_ELEMENT_NODE:
                    start(node);
                    inside = node->children != nullptr;
                    if (!inside) end();
                    break;
                case XML_TEXT_NODE:
                case XML_CDATA_SECTION_NODE: text(node->content); break;
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
                end();
            }
            if (node == top) return;
            node = node->next;
        }
    }

    Name name_of(const xmlNode* node) {
        return {node->ns != nullptr && node->ns->prefix != nullptr ? measured(node->ns->prefix) : std::string_view(), measured(node->name)};
    }

    void put(const Name& name) {
        if (!name.prefix.empty()) {
            put(name.prefix);
            put(':');
        }
        put(name.local);
    }

    void start(const xmlNode* node) {
        const Open& open = open_.emplace_back(Open{name_of(node), spaces_.size()});
        put('<');
        put(open.name);
        declarations(node);
        if (node->ns == nullptr || node->ns != checked_) check(node->ns, open.name.prefix);
        checked_ = node->ns;
        attributes(node);
        put('>');
    }

    void end() {
        const Open& open = open_.back();
        put("</");
        put(open.name);
        put('>');
        if (spaces_.size() != open.spaces) checked_ = nullptr;
        spaces_.resize(open.spaces);
        open_.pop_back();
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
            put(each.prefix.empty() ? " xmlns" : " xmlns:");
            put(each.prefix);
            value(reinterpret_cast<const xmlChar*>(each.uri.data()));
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
            sorted_.push_back({each->ns != nullptr ? view(each->ns->href) : std::string_view(), measured(each->name), each});
        }
        if (sorted_.size() > 1) std::sort(sorted_.begin(), sorted_.end(), [](const Attribute& a, const Attribute& b) { return std::pair(a.uri, a.name) < std::pair(b.uri, b.name); });
        for (const Attribute& attribute : sorted_) {
            const xmlAttr* const each = attribute.node;
            put(' ');
            put(name_of(reinterpret_cast<const xmlNode*>(each)));
            const xmlNode* content = each->children;
            if (content != nullptr && (content->type != XML_TEXT_NODE || content->next != nullptr)) throw Undecided();
            value(content != nullptr ? content->content : nullptr);
        }
    }

    void value(const xmlChar* text) {
        put("=\"");
        for (const xmlChar* rest = text; rest != nullptr && *rest != 0;) rest = piece(rest, kSpecialInValues);
        put('"');
    }

    void text(const xmlChar* text) {
        if (text == nullptr || *text == 0) return;
        const xmlChar* const behind = piece(text, kSpecialInTexts);
        if (*behind == 0) return;
        // Most have none of the four: so many looks for one character each are quicker than one look at each character.
        const std::string_view rest = view(behind);
        const auto holds = [&](char special) { return std::memchr(rest.data(), special, rest.size()) != nullptr; };
        if (rest.size() >= kPiece / 2 && !holds('&') && !holds('<') && !holds('>') && !holds('\r')) return put(rest);
        for (const xmlChar* at = behind; *at != 0;) at = piece(at, kSpecialInTexts);
    }

    /// Writes some of the text, one character at least; gives where the rest begins.
    const xmlChar* piece(const xmlChar* text, const Special& special) {
        make_room(kPiece);
        char* out = out_.data() + used_;
        char* const end = out + kPiece;
        while (out != end && !special[*text]) *out++ = static_cast<char>(*text++);
        used_ = static_cast<std::size_t>(out - out_.data());
        if (out == end || *text == 0) return text;
        switch (*text) {
            case '&': put("&amp;"); break;
            case '<': put("&lt;"); break;
            case '>': put("&gt;"); break;
            case '"': put("&quot;"); break;
            case '\t': put("&#x9;"); break;
            case '\n': put("&#xA;"); break;
            default: put("&#xD;"); break;
        }
        return text + 1;
    }

    void instruction(const xmlNode* node) {
        put("<?");
        put(view(node->name));
        if (node->content != nullptr && node->content[0] != 0) {
            put(' ');
            for (const char c : view(node->content)) {
                if (c == '\r') put("&#xD;");
                else put(c);
            }
        }
        put("?>");
    }

    const std::function<void(std::string_view)>& sink_;
    std::vector<char> out_ = std::vector<char>(kChunk);
    std::size_t used_ = 0;
    std::array<std::string_view, 64> measured_;
    std::vector<Space> spaces_;
    std::vector<Open> open_;
    const xmlNs* checked_ = nullptr;  ///< The namespace of an element that the declarations gave, since they last changed.
    std::vector<Attribute> sorted_;
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
