#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "xml/reading_scanner.hpp"
#include "xml/reading_tree.hpp"

namespace irikteu::xml {

namespace {

using namespace reading;

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

class Builder : reading::Scanner {
  public:
    Builder(std::string_view bytes, const Limits& limits, Omissions* omissions, Arena& arena)
        : Scanner(bytes), limits_(limits), omissions_(omissions), arena_(arena) {}

    xmlDocPtr build() {
        if (static_cast<std::size_t>(end_ - at_) > limits_.max_bytes) return nullptr;
        document_ = static_cast<xmlDocPtr>(arena_.take(sizeof(xmlDoc)));
        document_->type = XML_DOCUMENT_NODE;
        document_->doc = document_;
        document_->standalone = -1;
        document_->version = chars("1.0");
        bind("xml", "http://www.w3.org/XML/1998/namespace");
        parent_ = reinterpret_cast<xmlNodePtr>(document_);
        return prologue() && content() && document_->children != nullptr ? document_ : nullptr;
    }

    std::uint64_t nodes() const { return nodes_; }

  private:
    struct Binding {
        std::string_view prefix;
        xmlNsPtr ns;
    };
    struct Open {
        std::string_view name;  ///< As written, with its prefix.
        std::size_t bindings;   ///< How many there were before it.
        bool built;
    };
    struct Attribute {
        std::string_view prefix, name;
        std::string_view plain;         ///< The value as it stands in the file, where nothing has to be replaced in it.
        const xmlChar* value = nullptr;  ///< Else what it is.
    };
    struct Name {
        std::string_view text;
        const xmlChar* kept = nullptr;
        xmlNsPtr ns = nullptr;  ///< In which it was last asked whether such elements are omitted.
        bool omitted = false;
    };

    struct Value {
        std::string_view text;
        xmlNodePtr node = nullptr;
    };

    bool content() {
        for (;;) {
            if (at_ >= end_) return open_.empty();
            if (*at_ != '<') {
                if (open_.empty()) {
                    if ((classes[*at_] & blank) == 0) return false;
                    skip_blanks();
                } else if (!text()) {
                    return false;
                }
                continue;
            }
            if (at_ + 1 >= end_) return false;
            if (at_[1] == '/') {
                if (!end_tag()) return false;
            } else if (at_[1] == '!') {
                if (!declaration()) return false;
            } else if (at_[1] == '?') {
                if (!instruction()) return false;
            } else if (!start_tag()) {
                return false;
            }
        }
    }

    bool instruction() {
        at_ += 2;
        const std::string_view target = name();
        const bool reserved = target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
        if (target.empty() || reserved || at_ >= end_ || !((classes[*at_] & blank) != 0 || looking_at("?>"))) return false;
        return skip_past("?>") && ++nodes_ <= limits_.max_nodes;
    }

    bool declaration() {
        if (looking_at("<!--")) {
            at_ += 4;
            return skip_past("--") && at_ < end_ && *at_++ == '>' && ++nodes_ <= limits_.max_nodes;
        }
        if (!looking_at("<![CDATA[") || open_.empty()) return false;
        at_ += 9;
        const unsigned char* from = at_;
        if (!skip_past("]]>")) return false;
        const std::string_view raw(reinterpret_cast<const char*>(from), static_cast<std::size_t>(at_ - from) - 3);
        if (raw.find('\r') != std::string_view::npos) return false;
        if (!raw.empty() && omitted_ == 0) add_text(arena_.copy(raw), raw.size());
        return nodes_ <= limits_.max_nodes;
    }

    bool text() {
        constexpr std::size_t longest = 10'000'000;  // What the real parser takes.
        const std::size_t room = room_until('<');
        if (room > longest) return false;
        unsigned char* const begin = arena_.reserve(room + 1);
        const std::size_t usual = usual_run(at_, at_ + room);
        std::memcpy(begin, at_, usual);
        unsigned char* out = begin + usual;
        at_ += usual;
        while (at_ < end_ && *at_ != '<') {
            const unsigned char c = *at_;
            if ((classes[c] & in_text) != 0) {
                *out++ = c;
                ++at_;
            } else if (c >= 0x80) {
                if (!multibyte(out)) return false;
            } else if (c == '&') {
                if (!reference(out)) return false;
            } else if (c == '\r') {
                if (end_ - at_ > 1 && at_[1] == '\n') ++at_;
                else *out++ = '\n', ++at_;
            } else if (c == ']') {
                if (looking_at("]]>")) return false;
                *out++ = c;
                ++at_;
            } else {
                return false;
            }
        }
        if (omitted_ > 0) return true;
        *out = 0;
        const auto length = static_cast<std::size_t>(out - begin);
        arena_.keep(length + 1);
        if (length > 0) add_text(begin, length);
        return nodes_ <= limits_.max_nodes;
    }

    void add_text(unsigned char* content, std::size_t length) {
        if (parent_->last != nullptr && parent_->last->type == XML_TEXT_NODE) {  // A comment stood between.
            const std::string_view before(reinterpret_cast<const char*>(parent_->last->content));
            unsigned char* joined = static_cast<unsigned char*>(arena_.take(before.size() + length + 1));
            std::memcpy(joined, before.data(), before.size());
            std::memcpy(joined + before.size(), content, length);
            joined_ += before.size() + length;
            if (joined_ > limits_.max_bytes) nodes_ = limits_.max_nodes + 1;  // Somebody plays with comments.
            parent_->last->content = joined;
            return;
        }
        ++nodes_;
        link(text_node(content));
    }

    xmlNodePtr text_node(unsigned char* content) {
        auto* node = static_cast<xmlNodePtr>(arena_.take(sizeof(xmlNode)));
        node->type = XML_TEXT_NODE;
        node->name = xmlStringText;
        node->content = content;
        node->doc = document_;
        return node;
    }

    void link(xmlNodePtr node) {
        node->parent = parent_;
        node->prev = parent_->last;
        if (parent_->last != nullptr) parent_->last->next = node;
        else parent_->children = node;
        parent_->last = node;
    }

    /// A name, kept once.
    Name& interned(std::string_view text) {
        std::uint32_t hash = 2166136261u;
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        Name& slot = names_[(hash ^ hash >> 15) % names_.size()];
        if (slot.kept != nullptr && same(slot.text, text)) return slot;
        slot = {};
        slot.kept = arena_.copy(text);
        slot.text = {reinterpret_cast<const char*>(slot.kept), text.size()};
        return slot;
    }

    /// The text node of an attribute's value: one for all that say the same, as most do; so it has no parent.
    xmlNodePtr plain_value(std::string_view text) {
        constexpr std::size_t longest = 16;
        if (text.size() > longest) return text_node(arena_.copy(text));
        std::uint32_t hash = 2166136261u;
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        Value& slot = values_[(hash ^ hash >> 15) % values_.size()];
        if (slot.node == nullptr || !same(slot.text, text)) {
            slot.node = text_node(arena_.copy(text));
            slot.text = {reinterpret_cast<const char*>(slot.node->content), text.size()};
        }
        return slot.node;
    }

    bool is_omitted(Name& name, xmlNsPtr ns) {
        if (omissions_ == nullptr) return false;
        const xmlNsPtr mark = ns != nullptr ? ns : &none_;
        if (name.ns != mark) {
            name.ns = mark;
            name.omitted = omissions_->omits_element(name.text, ns != nullptr ? reinterpret_cast<const char*>(ns->href) : nullptr);
        }
        return name.omitted;
    }

    xmlNsPtr bind(std::string_view prefix, std::string_view uri) {
        auto* ns = static_cast<xmlNsPtr>(arena_.take(sizeof(xmlNs)));
        ns->type = XML_NAMESPACE_DECL;
        ns->href = arena_.copy(uri);
        ns->prefix = prefix.empty() ? nullptr : arena_.copy(prefix);
        ns->context = document_;
        bindings_.push_back({prefix, ns});
        last_bound_ = {};
        return ns;
    }

    /// nullptr where the prefix is not bound; an empty URI for no namespace.
    xmlNsPtr bound(std::string_view prefix) const {
        if (last_bound_.ns != nullptr && same(last_bound_.prefix, prefix)) return last_bound_.ns;
        for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
            if (it->prefix != prefix) continue;
            last_bound_ = *it;
            return it->ns;
        }
        return nullptr;
    }

    void unbind(std::size_t count) {
        if (bindings_.size() == count) return;
        bindings_.resize(count);
        last_bound_ = {};
    }

    bool attribute_value(Attribute& attribute) {
        if (at_ >= end_ || (*at_ != '"' && *at_ != '\'')) return false;
        const unsigned char quote = *at_++;
        const unsigned char* stop = at_;
        while (stop < end_ && (classes[*stop] & plain) != 0) ++stop;
        if (stop < end_ && *stop == quote && stop - at_ < 1000) {
            attribute.plain = {reinterpret_cast<const char*>(at_), static_cast<std::size_t>(stop - at_)};
            at_ = stop + 1;
            return true;
        }
        constexpr std::size_t longest = 1'000'000;
        const std::size_t room = room_until(quote);
        if (room > longest) return false;
        unsigned char* const begin = arena_.reserve(room + 1);
        unsigned char* out = begin;
        while (at_ < end_ && *at_ != quote) {
            const unsigned char c = *at_;
            if ((classes[c] & plain) != 0 || c == ']' || c == '"' || c == '\'') {
                *out++ = c;
                ++at_;
            } else if (c >= 0x80) {
                if (!multibyte(out)) return false;
            } else if (c == '&') {
                if (!reference(out)) return false;
            } else if ((classes[c] & blank) != 0) {
                if (c == '\r' && end_ - at_ > 1 && at_[1] == '\n') ++at_;
                *out++ = ' ';
                ++at_;
            } else {
                return false;
            }
        }
        if (at_ >= end_) return false;
        ++at_;
        *out = 0;
        arena_.keep(static_cast<std::size_t>(out - begin) + 1);
        attribute.value = begin;
        return true;
    }

    bool start_tag() {
        if (open_.empty() && std::exchange(rooted_, true)) return false;
        if (static_cast<int>(open_.size()) >= limits_.max_depth) return false;
        const unsigned char* const from = ++at_;
        std::string_view prefix;
        std::string_view local;
        if (!qualified(prefix, local)) return false;
        const std::string_view written(reinterpret_cast<const char*>(from), static_cast<std::size_t>(at_ - from));
        const std::size_t before = bindings_.size();
        attributes_.clear();
        xmlNsPtr declared = nullptr;
        xmlNsPtr last_declared = nullptr;
        for (;;) {
            const unsigned char* const gap = at_;
            skip_blanks();
            if (at_ >= end_) return false;
            if (*at_ == '>' || *at_ == '/') break;
            if (gap == at_) return false;
            Attribute attribute;
            if (!qualified(attribute.prefix, attribute.name)) return false;
            skip_blanks();
            if (at_ >= end_ || *at_++ != '=') return false;
            skip_blanks();
            if (!attribute_value(attribute)) return false;
            const bool declares = attribute.prefix == "xmlns" || (attribute.prefix.empty() && attribute.name == "xmlns");
            if (!declares) {
                for (const Attribute& other : attributes_) {
                    // Of one local name: twice, or with prefixes that may mean the same.
                    if (same(other.name, attribute.name) && (same(other.prefix, attribute.prefix) || (!other.prefix.empty() && !attribute.prefix.empty()))) return false;
                }
                if (attributes_.size() > 100) return false;
                attributes_.push_back(attribute);
                continue;
            }
            const std::string_view uri = attribute.value == nullptr ? attribute.plain : std::string_view(reinterpret_cast<const char*>(attribute.value));
            const std::string_view bound_prefix = attribute.prefix.empty() ? std::string_view() : attribute.name;
            if (bound_prefix == "xml" || bound_prefix == "xmlns" || uri.empty() || uri.find_first_of(" \t") != std::string_view::npos) return false;
            for (std::size_t i = before; i < bindings_.size(); ++i) {
                if (bindings_[i].prefix == bound_prefix) return false;
            }
            if (bindings_.size() > 200) return false;
            const xmlNsPtr ns = bind(bound_prefix, uri);
            if (last_declared != nullptr) last_declared->next = ns;
            else declared = ns;
            last_declared = ns;
            ++nodes_;
        }
        const bool empty = *at_ == '/';
        if (empty && (++at_ >= end_ || *at_ != '>')) return false;
        ++at_;
        const xmlNsPtr ns = bound(prefix);
        if (ns == nullptr && !prefix.empty()) return false;
        Name& kept = interned(local);
        const bool omit = omitted_ > 0 || is_omitted(kept, ns);
        if (omit) {
            for (const Attribute& attribute : attributes_) {
                if (!attribute.prefix.empty() && bound(attribute.prefix) == nullptr) return false;
            }
        } else if (!element(kept.kept, ns, declared)) {
            return false;
        }
        if (empty) {
            unbind(before);
            if (!omit) parent_ = parent_->parent;
        } else {
            open_.push_back({written, before, !omit});
            omitted_ += omit ? 1 : 0;
        }
        return nodes_ <= limits_.max_nodes;
    }

    /// Built of the tag that was read; the parent of what follows.
    bool element(const xmlChar* local, xmlNsPtr ns, xmlNsPtr declared) {
        auto* node = static_cast<xmlNodePtr>(arena_.take(sizeof(xmlNode)));
        node->type = XML_ELEMENT_NODE;
        node->name = local;
        node->doc = document_;
        node->ns = ns;
        node->nsDef = declared;
        link(node);
        ++nodes_;
        xmlAttrPtr last = nullptr;
        for (const Attribute& attribute : attributes_) {
            xmlNsPtr of_attribute = nullptr;
            if (!attribute.prefix.empty() && (of_attribute = bound(attribute.prefix)) == nullptr) return false;
            if (omissions_ != nullptr && omissions_->omits_attribute(attribute.name)) continue;
            auto* a = static_cast<xmlAttrPtr>(arena_.take(sizeof(xmlAttr)));
            a->type = XML_ATTRIBUTE_NODE;
            a->name = interned(attribute.name).kept;
            a->doc = document_;
            a->parent = node;
            a->ns = of_attribute;
            a->prev = last;
            if (last != nullptr) last->next = a;
            else node->properties = a;
            last = a;
            if (attribute.value == nullptr) {
                if (!attribute.plain.empty()) a->children = a->last = plain_value(attribute.plain);
            } else if (*attribute.value != 0) {
                a->children = a->last = text_node(const_cast<xmlChar*>(attribute.value));
            }
            nodes_ += 2;
        }
        parent_ = node;
        return true;
    }

    bool end_tag() {
        if (open_.empty()) return false;
        const Open& open = open_.back();
        at_ += 2;
        if (static_cast<std::size_t>(end_ - at_) < open.name.size() || !same({reinterpret_cast<const char*>(at_), open.name.size()}, open.name)) return false;
        at_ += open.name.size();
        skip_blanks();
        if (at_ >= end_ || *at_ != '>') return false;
        ++at_;
        unbind(open.bindings);
        if (open.built) parent_ = parent_->parent;
        else --omitted_;
        open_.pop_back();
        return true;
    }

    const Limits& limits_;
    Omissions* const omissions_;
    Arena& arena_;
    xmlDocPtr document_ = nullptr;
    xmlNodePtr parent_ = nullptr;
    std::vector<Binding> bindings_;
    std::vector<Open> open_;
    std::vector<Attribute> attributes_;
    std::array<Name, 1024> names_{};
    std::array<Value, 256> values_{};
    xmlNs none_{};  ///< Stands for no namespace in Name::ns.
    int omitted_ = 0;
    bool rooted_ = false;
    mutable Binding last_bound_{};  ///< What was looked up last; empty after any change.
    std::uint64_t nodes_ = 0;
    std::uint64_t joined_ = 0;
};

}  // namespace

_xmlDoc* build_reading_tree(std::string_view bytes, const Limits& limits, Omissions* omissions, Arena& arena, std::uint64_t& nodes) {
    Builder builder(bytes, limits, omissions, arena);
    xmlDocPtr document = builder.build();
    nodes = builder.nodes();
    return document;
}

}  // namespace irikteu::xml
