#include <libxml/SAX2.h>
#include <libxml/entities.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <string_view>

#include "xml/parse_guard.hpp"
#include "xml/parsers.hpp"

namespace irikteu::xml {

using base::ErrorCode;

namespace {

// As libxml2 has had them since 2.11: so much may always be added; beyond it, so many times the size of the file.
constexpr std::uint64_t kAlwaysAllowed = 1'000'000;
constexpr std::uint64_t kTimesTheFile = 5;
constexpr std::uint64_t kPerReference = 20;
constexpr int kMaxNesting = 8;  // libxml2 copies what entities hold by recursion, a level of elements at a time.
constexpr std::uint64_t kTooMuch = std::uint64_t{1} << 60;
constexpr std::uint64_t kNotKnownYet = ~std::uint64_t{0};

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }
xmlParserCtxtPtr context_of(void* user) { return static_cast<xmlParserCtxtPtr>(user); }

void refuse_document_type(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    stop(context_of(user), ErrorCode::malformed, "has a document type declaration, which is refused");
}

void add(xmlParserCtxtPtr context, std::uint64_t bytes) {
    ParseGuard& guard = ParseGuard::of(context);
    guard.added += bytes;
    if (guard.added > guard.may_add)
        stop(context, ErrorCode::limit_exceeded, "declares entities or attributes that add more than " + std::to_string(guard.may_add) + " bytes to it");
}

/// What an entity comes to with all that it refers to, by the sign that begins its references: "&" or, between declarations, "%".
class Sizes {
  public:
    Sizes(xmlParserCtxtPtr context, char sign) : context_(context), sizes_(ParseGuard::of(context).sizes), sign_(sign) {}

    std::uint64_t of(xmlEntityPtr entity, int depth) {
        if (depth > kMaxNesting) {
            stop(context_, ErrorCode::limit_exceeded, "has entities that refer to each other more than " + std::to_string(kMaxNesting) + " deep");
            return 0;
        }
        const auto [known, fresh] = sizes_.try_emplace(entity, kNotKnownYet);
        if (!fresh && known->second == kNotKnownYet) {
            stop(context_, ErrorCode::malformed, "has an entity that refers to itself: " + (sign_ + std::string(view(entity->name))) + ";");
            return 0;
        }
        if (!fresh) return known->second;
        const std::string_view text = view(entity->content);
        std::uint64_t size = text.size() + kPerReference;
        for (std::size_t at = text.find(sign_); at != std::string_view::npos; at = text.find(sign_, at + 1)) {
            const std::size_t end = std::min(text.find(';', at), text.size());
            if (xmlEntityPtr inner = named(std::string(text.substr(at + 1, end - at - 1)))) size += of(inner, depth + 1);
            if (size >= kTooMuch) size = kTooMuch;
        }
        return sizes_[entity] = size;
    }

  private:
    xmlEntityPtr named(const std::string& name) {
        xmlDocPtr document = context_->myDoc;
        if (!document || name.empty() || name[0] == '#') return nullptr;
        return sign_ == '%' ? xmlGetParameterEntity(document, BAD_CAST name.c_str()) : xmlGetDocEntity(document, BAD_CAST name.c_str());
    }

    xmlParserCtxtPtr context_;
    std::map<const xmlEntity*, std::uint64_t>& sizes_;
    char sign_;
};

/// The entity that is referred to, where the reference may be followed.
xmlEntityPtr admitted(xmlParserCtxtPtr context, xmlEntityPtr entity, const xmlChar* name, char sign) {
    const std::string said = sign + std::string(view(name)) + ";";
    if (!entity) {
        stop(context, ErrorCode::malformed, "refers to " + said + ", which it does not declare itself");
        return nullptr;
    }
    if (entity->etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY || entity->etype == XML_EXTERNAL_PARAMETER_ENTITY) {
        stop(context, ErrorCode::unsupported, "refers to " + said + ", which stands in another file; that is never read");
        return nullptr;
    }
    add(context, Sizes(context, sign).of(entity, 0));
    return ParseGuard::of(context).reason.empty() ? entity : nullptr;
}

xmlEntityPtr on_entity(void* user, const xmlChar* name) {
    const xmlParserCtxtPtr context = context_of(user);
    const bool referred = context->inSubset == 0 || context->instate == XML_PARSER_ATTRIBUTE_VALUE;  // Else libxml2 has just declared it.
    if (!referred) return xmlSAX2GetEntity(user, name);
    return admitted(context, xmlSAX2GetEntity(user, name), name, '&');
}

xmlEntityPtr on_parameter_entity(void* user, const xmlChar* name) {
    return admitted(context_of(user), xmlSAX2GetParameterEntity(user, name), name, '%');
}

/// libxml2 compares what an element's attributes are declared to be with each other.
void on_attribute_declaration(void* user, const xmlChar* element, const xmlChar* name, int type, int kind, const xmlChar* value, xmlEnumerationPtr tree) {
    const std::size_t count = ++ParseGuard::of(context_of(user)).declared[std::string(view(element))];
    if (count > kMaxAttributes)
        stop(context_of(user), ErrorCode::limit_exceeded, "declares more than " + std::to_string(kMaxAttributes) + " attributes of one element");
    xmlSAX2AttributeDecl(user, element, name, type, kind, value, tree);
}

}  // namespace

void stop(xmlParserCtxtPtr context, ErrorCode code, std::string reason) {
    ParseGuard& guard = ParseGuard::of(context);
    if (guard.reason.empty()) {
        guard.code = code;
        guard.reason = std::move(reason);
    }
    xmlStopParser(context);
}

void guard_document_type(xmlParserCtxtPtr context, std::size_t bytes) {
    ParseGuard& guard = ParseGuard::of(context);
    if (guard.limits->document_type == DocumentType::refused) {
        context->sax->internalSubset = refuse_document_type;
        context->sax->externalSubset = refuse_document_type;
        return;
    }
    guard.may_add = std::max(kAlwaysAllowed, kTimesTheFile * bytes);
    context->sax->externalSubset = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
    context->sax->getEntity = on_entity;
    context->sax->getParameterEntity = on_parameter_entity;
    context->sax->attributeDecl = on_attribute_declaration;
    // Entities are what they stand for, never nodes; and instead of libxml2's limits, which refuse harmless files, there are these.
    xmlCtxtUseOptions(context, context->options | XML_PARSE_NOENT | XML_PARSE_HUGE);
    context->loadsubset = XML_COMPLETE_ATTRS;
}

void count_defaults(xmlParserCtxtPtr context, int attribute_count, int defaulted, const xmlChar** attributes) {
    for (int i = attribute_count - defaulted; i < attribute_count; ++i)
        add(context, kPerReference + static_cast<std::uint64_t>(attributes[5 * i + 4] - attributes[5 * i + 3]));
}

void set_document_type_aside(xmlDocPtr document, const Limits& limits, const std::string& source) {
    xmlDtdPtr type = document->intSubset;
    if (!type) return;
    xmlUnlinkNode(reinterpret_cast<xmlNodePtr>(type));
    document->intSubset = type;
    // What entities hold was put in without anybody counting.
    std::uint64_t nodes = 0;
    int depth = 0;
    for (xmlNodePtr node = document->children; node != nullptr;) {
        if (++nodes > limits.max_nodes) throw base::Error(ErrorCode::limit_exceeded, "has more than " + std::to_string(limits.max_nodes) + " nodes", {source, 0, 0, {}});
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            if (++depth > limits.max_depth)
                throw base::Error(ErrorCode::limit_exceeded, "nests elements more than " + std::to_string(limits.max_depth) + " deep", {source, 0, 0, {}});
            continue;
        }
        while (node && !node->next) {
            node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : nullptr;
            --depth;
        }
        if (node) node = node->next;
    }
}

}  // namespace irikteu::xml
