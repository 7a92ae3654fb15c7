#include <libxml/xmlstring.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "xml/library.hpp"
#include "xml/parsers.hpp"
#include "xml/quick_scanner.hpp"
#include "xml/tree_room.hpp"

namespace irikteu::xml {

namespace {

using namespace quick;

constexpr std::size_t kMaxText = 9'000'000;  ///< Of one node; libxml2 refuses more than 10,000,000 bytes.
constexpr std::size_t kMaxName = 1000;
constexpr std::size_t kMaxBindings = 400;   ///< In force at one place: they are searched one by one.
constexpr int kMaxLine = 65535;              ///< What a node's line number holds.

/// Names of one document, interned in its dictionary.
class Names {
  public:
    explicit Names(xmlDictPtr dictionary) : dictionary_(dictionary) {}

    const xmlChar* intern(const char* name, std::size_t length) {
        Entry& entry = entries_[(length * 31 + static_cast<unsigned char>(name[0]) * 7 + static_cast<unsigned char>(name[length - 1])) % entries_.size()];
        if (entry.length != length || std::memcmp(entry.name, name, length) != 0) {
            entry.name = reinterpret_cast<const char*>(xmlDictLookup(dictionary_, BAD_CAST name, static_cast<int>(length)));
            entry.length = length;
            if (entry.name == nullptr) throw std::bad_alloc();
        }
        return reinterpret_cast<const xmlChar*>(entry.name);
    }

  private:
    struct Entry {
        const char* name = nullptr;
        std::size_t length = 0;
    };
    xmlDictPtr dictionary_;
    std::array<Entry, 256> entries_;
};

struct FreeDocument {
    void operator()(xmlDocPtr document) const { free_tree(document); }
};

/// One parse. Used once.
class QuickParser : quick::Scanner {
  public:
    QuickParser(const std::string& source, const Limits& limits)
        : Scanner(source), limits_(limits), document_(TreeRoom::new_document()), room_(TreeRoom::of(document_.get())), names_(document_->dict),
          xml_(names_.intern("xml", 3)), xmlns_(names_.intern("xmlns", 5)), id_(names_.intern("id", 2)) {}

    xmlDocPtr run() {
        declaration();
        for (skip_spaces(); !sees_element(); skip_spaces()) miscellaneous();
        elements();
        for (skip_spaces(); at_ != end_; skip_spaces()) miscellaneous();
        document_->parseFlags = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA;
        document_->properties = XML_DOC_WELLFORMED | XML_DOC_NSVALID;
        return document_.release();
    }

  private:
    struct Attribute {
        const xmlChar* prefix;
        const xmlChar* name;
        std::size_t begin, length;  ///< Of the value, in values_.
    };
    struct Binding {
        const xmlChar* prefix;  ///< Interned; nullptr for the default namespace.
        xmlNsPtr space;
    };
    struct Open {
        xmlNodePtr node;
        const char* name;  ///< As written.
        std::size_t length;
        std::size_t bindings;  ///< How many there were outside.
    };
    struct QName {
        const xmlChar* prefix = nullptr;
        const xmlChar* name = nullptr;
        const char* written = nullptr;
        std::size_t length = 0;
    };

    /// Of a node or another part of the tree, zeroed.
    template <class T>
    T* part() {
        if (room_ != nullptr) return room_->take<T>();
        void* const made = xmlMalloc(sizeof(T));
        if (made == nullptr) throw std::bad_alloc();
        return static_cast<T*>(std::memset(made, 0, sizeof(T)));
    }
    xmlChar* copy(const char* text, std::size_t length) {
        if (length > kMaxText) throw Undecided();
        if (room_ != nullptr) return room_->copy({text, length});
        xmlChar* const made = xmlStrndup(BAD_CAST text, static_cast<int>(length));
        if (made == nullptr) throw std::bad_alloc();
        return made;
    }

    // The prolog

    void declaration() {
        take("\xEF\xBB\xBF");
        if (!starts("<?xml") || !is(at_ + 5, kSpace)) return;
        at_ += 5;
        skip_spaces();
        if (!take("version") || pseudo_value() != "1.0") throw Undecided();
        document_->standalone = -2;
        bool spaced = skip_spaces();
        if (spaced && take("encoding")) {
            const std::string encoding(pseudo_value());
            if (xmlStrcasecmp(BAD_CAST encoding.c_str(), BAD_CAST "UTF-8") != 0) throw Undecided();
            document_->encoding = copy(encoding.data(), encoding.size());
            spaced = skip_spaces();
        }
        if (spaced && take("standalone")) {
            const std::string_view value = pseudo_value();
            if (value != "yes" && value != "no") throw Undecided();
            document_->standalone = value == "yes" ? 1 : 0;
            skip_spaces();
        }
        if (!take("?>")) throw Undecided();
    }

    /// A comment or processing instruction outside the document element.
    void miscellaneous() {
        xmlNodePtr parent = reinterpret_cast<xmlNodePtr>(document_.get());
        if (take("<!--")) comment(parent);
        else if (take("<?")) instruction(parent);
        else throw Undecided();
    }

    // Nodes

    void number_line(xmlNodePtr node) const {
        node->line = static_cast<unsigned short>(line_ < kMaxLine ? line_ : kMaxLine);
        if (line_ >= kMaxLine && node->type == XML_TEXT_NODE) node->psvi = reinterpret_cast<void*>(static_cast<std::ptrdiff_t>(line_));
    }

    xmlNodePtr append(xmlNodePtr parent, xmlElementType type, const xmlChar* name) {
        if (++nodes_ > limits_.max_nodes) throw Undecided();
        xmlNodePtr node = part<xmlNode>();
        node->type = type;
        node->name = name;
        node->doc = document_.get();
        node->parent = parent;
        node->prev = parent->last;
        if (parent->last == nullptr) parent->children = node;
        else parent->last->next = node;
        parent->last = node;
        number_line(node);
        return node;
    }

    /// Short texts stand in the node itself, as with XML_PARSE_COMPACT.
    void fill(xmlNodePtr node, const char* text, std::size_t length) {
        if (length >= 2 * sizeof(void*)) {
            node->content = copy(text, length);
            return;
        }
        node->content = reinterpret_cast<xmlChar*>(&node->properties);
        std::memcpy(node->content, text, length);
    }

    void comment(xmlNodePtr parent) {
        const char* begin = at_;
        for (;;) {
            if (*at_ == '-' && at_[1] == '-') break;
            any_character();
        }
        const std::size_t length = static_cast<std::size_t>(at_ - begin);
        if (!take("-->")) throw Undecided();
        xmlNodePtr node = append(parent, XML_COMMENT_NODE, xmlStringComment);  // First: it may refuse.
        node->content = copy(begin, length);
    }

    void instruction(xmlNodePtr parent) {
        const QName target = qname();
        if (target.prefix != nullptr || xmlStrcasecmp(target.name, BAD_CAST "xml") == 0) throw Undecided();
        const bool spaced = skip_spaces();
        const char* begin = at_;
        while (!starts("?>")) any_character();
        const std::size_t length = static_cast<std::size_t>(at_ - begin);
        if (length > 0 && !spaced) throw Undecided();
        at_ += 2;
        xmlNodePtr node = append(parent, XML_PI_NODE, target.name);
        if (spaced) node->content = copy(begin, length);
    }

    QName qname() {
        QName result;
        result.written = at_;
        result.name = ncname();
        if (*at_ == ':') {
            ++at_;
            result.prefix = result.name;
            result.name = ncname();
        }
        result.length = static_cast<std::size_t>(at_ - result.written);
        return result;
    }

    const xmlChar* ncname() {
        const char* begin = at_;
        if (!is(at_, kNameStart)) throw Undecided();
        while (is(at_, kName)) ++at_;
        const std::size_t length = static_cast<std::size_t>(at_ - begin);
        if (byte(at_) >= 0x80 || length > kMaxName) throw Undecided();
        return names_.intern(begin, length);
    }

    // Elements

    void elements() {
        start_tag(reinterpret_cast<xmlNodePtr>(document_.get()));
        while (!open_.empty()) {
            text(open_.back().node);
            if (at_[1] == '/') {
                end_tag();
            } else if (is(at_ + 1, kNameStart)) {
                start_tag(open_.back().node);
            } else if (take("<!--")) {
                comment(open_.back().node);
            } else if (take("<?")) {
                instruction(open_.back().node);
            } else {
                throw Undecided();
            }
        }
    }

    void start_tag(xmlNodePtr parent) {
        ++at_;
        const QName name = qname();
        attributes_.clear();
        declarations_.clear();
        values_.clear();
        bool spaced = skip_spaces();
        while (*at_ != '>' && *at_ != '/') {
            if (!spaced) throw Undecided();
            const QName attribute_name = qname();
            skip_spaces();
            expect('=');
            skip_spaces();
            attribute(attribute_name);
            if (attributes_.size() + declarations_.size() > kMaxAttributes) throw Undecided();
            spaced = skip_spaces();
        }
        nodes_ += attributes_.size() + declarations_.size();
        if (static_cast<int>(open_.size()) >= limits_.max_depth) throw Undecided();
        xmlNodePtr node = append(parent, XML_ELEMENT_NODE, name.name);
        const std::size_t outside = bindings_.size();
        declare_namespaces(node);
        node->ns = space_of(name.prefix);
        add_attributes(node);
        const bool empty = *at_ == '/';
        if (empty) ++at_;
        expect('>');
        if (empty) bindings_.resize(outside);
        else open_.push_back({node, name.written, name.length, outside});
    }

    void end_tag() {
        const Open& open = open_.back();
        at_ += 2;
        if (static_cast<std::size_t>(end_ - at_) < open.length || std::memcmp(at_, open.name, open.length) != 0) throw Undecided();
        at_ += open.length;
        skip_spaces();
        expect('>');
        bindings_.resize(open.bindings);
        open_.pop_back();
    }

    /// Reads a value and notes the attribute, or the namespace that it declares.
    void attribute(const QName& name) {
        const char quote = *at_;
        if (quote != '"' && quote != '\'') throw Undecided();
        ++at_;
        const std::size_t begin = values_.size();
        for (;;) {
            const char* plain = at_;
            for (;;) {
                while (is(at_, kValue)) ++at_;
                if (byte(at_) < 0x80) break;
                skip_pairs();
                if (byte(at_) < 0x80) continue;
                at_ = character(at_);
            }
            values_.append(plain, static_cast<std::size_t>(at_ - plain));
            if (*at_ == quote) break;
            if (*at_ == '"' || *at_ == '\'') {
                values_ += *at_++;
            } else if (*at_ == '&') {
                reference(values_);
            } else if (*at_ == '\n' || *at_ == '\t') {  // XML 1.0, 3.3.3
                line_ += *at_++ == '\n';
                values_ += ' ';
            } else {
                throw Undecided();
            }
        }
        ++at_;
        const Attribute entry{name.prefix, name.name, begin, values_.size() - begin};
        const bool declares = name.prefix == nullptr ? name.name == xmlns_ : name.prefix == xmlns_;
        (declares ? declarations_ : attributes_).push_back(entry);
    }

    void declare_namespaces(xmlNodePtr node) {
        xmlNsPtr* link = &node->nsDef;
        const std::size_t outside = bindings_.size();
        for (const Attribute& each : declarations_) {
            const xmlChar* prefix = each.prefix == nullptr ? nullptr : each.name;
            const std::string_view uri = std::string_view(values_).substr(each.begin, each.length);
            const bool reserved = uri == "http://www.w3.org/XML/1998/namespace" || uri == "http://www.w3.org/2000/xmlns/";
            if (reserved || (prefix != nullptr && (uri.empty() || prefix == xml_ || prefix == xmlns_)))
                throw Undecided();
            for (std::size_t i = outside; i < bindings_.size(); ++i)
                if (bindings_[i].prefix == prefix) throw Undecided();
            xmlNsPtr space = part<xmlNs>();
            space->type = XML_NAMESPACE_DECL;
            space->href = copy(uri.data(), uri.size());
            space->prefix = prefix == nullptr ? nullptr : copy(reinterpret_cast<const char*>(prefix), static_cast<std::size_t>(xmlStrlen(prefix)));
            *link = space;
            link = &space->next;
            bindings_.push_back({prefix, space});
            if (bindings_.size() > kMaxBindings) throw Undecided();
        }
    }

    xmlNsPtr space_of(const xmlChar* prefix) const {
        for (auto each = bindings_.rbegin(); each != bindings_.rend(); ++each) {
            if (each->prefix != prefix) continue;
            return each->space->href[0] == 0 ? nullptr : each->space;
        }
        if (prefix != nullptr) throw Undecided();
        return nullptr;
    }

    void add_attributes(xmlNodePtr node) {
        xmlAttrPtr last = nullptr;
        for (const Attribute& each : attributes_) {
            xmlNsPtr space = nullptr;
            if (each.prefix != nullptr) {
                if (each.prefix == xml_ && each.name == id_) throw Undecided();
                space = each.prefix == xml_ ? xmlSearchNs(document_.get(), node, BAD_CAST "xml") : space_of(each.prefix);
            }
            for (xmlAttrPtr other = node->properties; other != nullptr; other = other->next) {
                if (other->name != each.name) continue;
                if (other->ns == space || (other->ns != nullptr && space != nullptr && xmlStrEqual(other->ns->href, space->href))) throw Undecided();
            }
            xmlAttrPtr attribute = part<xmlAttr>();
            attribute->type = XML_ATTRIBUTE_NODE;
            attribute->name = each.name;
            attribute->ns = space;
            attribute->parent = node;
            attribute->doc = document_.get();
            attribute->prev = last;
            if (last == nullptr) node->properties = attribute;
            else last->next = attribute;
            last = attribute;
            fill(append(reinterpret_cast<xmlNodePtr>(attribute), XML_TEXT_NODE, xmlStringText), values_.data() + each.begin, each.length);
        }
    }

    // Text

    /// Up to the next mark-up other than a CDATA section.
    void text(xmlNodePtr parent) {
        const char* plain = at_;
        plain_text();
        if (*at_ == '<' && at_[1] != '!') {
            if (at_ != plain) add_text(parent, plain, static_cast<std::size_t>(at_ - plain));
            return;
        }
        text_.assign(plain, static_cast<std::size_t>(at_ - plain));
        bool section = false;  // libxml2 makes a node even of an empty one.
        for (;;) {
            if (*at_ == '&') {
                reference(text_);
            } else if (take("<![CDATA[")) {
                const char* begin = at_;
                while (!starts("]]>")) any_character();
                text_.append(begin, static_cast<std::size_t>(at_ - begin));
                at_ += 3;
                section = true;
            } else if (*at_ == '<') {
                break;
            } else {
                throw Undecided();
            }
            plain = at_;
            plain_text();
            text_.append(plain, static_cast<std::size_t>(at_ - plain));
        }
        if (section || !text_.empty()) add_text(parent, text_.data(), text_.size());
    }

    void add_text(xmlNodePtr parent, const char* begin, std::size_t length) {
        fill(append(parent, XML_TEXT_NODE, xmlStringText), begin, length);
    }

    const Limits& limits_;
    std::unique_ptr<xmlDoc, FreeDocument> document_;
    TreeRoom* const room_;
    Names names_;
    const xmlChar *xml_, *xmlns_, *id_;
    std::uint64_t nodes_ = 0;
    std::vector<Open> open_;
    std::vector<Binding> bindings_;
    std::vector<Attribute> attributes_, declarations_;
    std::string values_, text_;
};

}  // namespace

_xmlDoc* parse_quickly(std::string_view bytes, const Limits& limits) {
    initialise();
    const bool has_returns = std::memchr(bytes.data(), '\r', bytes.size()) != nullptr;
    const std::string source = has_returns ? with_line_feeds(bytes) : std::string(bytes);
    try {
        return QuickParser(source, limits).run();
    } catch (const Undecided&) {
        return nullptr;
    }
}

}  // namespace irikteu::xml
