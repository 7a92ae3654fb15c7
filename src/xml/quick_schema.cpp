#include "xml/quick_schema.hpp"

#include <libxml/tree.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "xml/quick_schema_types.hpp"

namespace irikteu::xml {

namespace {

using quick::Attribute;
using quick::Particle;
using quick::Simple;
using quick::Type;

constexpr std::size_t kSafeDigits = 18;

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }
/// Most names that are compared differ in their first letters.
bool is(const xmlChar* name, const std::string& wanted) {
    const char* other = wanted.c_str();
    for (; *name == static_cast<xmlChar>(*other); ++name, ++other)
        if (*name == 0) return true;
    return false;
}
bool is_blank(const xmlChar* text) {
    for (; text != nullptr && *text != 0; ++text)
        if (*text != ' ' && *text != '\t' && *text != '\n' && *text != '\r') return false;
    return true;
}

bool is_whole(std::string_view text) { return !text.empty() && text.size() <= kSafeDigits && std::all_of(text.begin(), text.end(), base::is_ascii_digit); }

/// "12.50"; other ways to write it are left to others.
bool is_decimal(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return is_whole(text);
    return text.size() <= kSafeDigits && is_whole(text.substr(0, dot)) && is_whole(text.substr(dot + 1));
}

/// "kk", "kk-Cyrl".
bool is_language(std::string_view text) {
    const std::size_t dash = std::min(text.find('-'), text.size());
    if (dash < 2 || dash > 3 || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dash), base::is_ascii_letter)) return false;
    if (dash == text.size()) return true;
    const std::string_view rest = text.substr(dash + 1);
    return !rest.empty() && rest.size() <= 8 && std::all_of(rest.begin(), rest.end(), [](char c) { return base::is_ascii_letter(c) || base::is_ascii_digit(c); });
}

bool holds(const Simple& type, std::string_view text) {
    switch (type.kind) {
        case Simple::Kind::string: return true;
        case Simple::Kind::enumeration: return std::find(type.values.begin(), type.values.end(), text) != type.values.end();
        case Simple::Kind::whole: return is_whole(text);
        case Simple::Kind::positive: return is_whole(text) && text.find_first_not_of('0') != std::string_view::npos;
        case Simple::Kind::decimal: return is_decimal(text);
        case Simple::Kind::boolean: return text == "true" || text == "false" || text == "1" || text == "0";
        case Simple::Kind::language: return is_language(text);
        case Simple::Kind::opaque: break;
    }
    return false;
}

/// Asks one document. Every question is answered false as soon as something is not plainly valid.
class Judge {
  public:
    explicit Judge(const std::string& target) : target_(target) {}

    bool accepts(const xmlNode* element, const Type& type) {
        if (type.content == Type::Content::opaque || !attributes(element, type)) return false;
        switch (type.content) {
            case Type::Content::nothing: return !next(element->children, Texts::none);
            case Type::Content::text: return text(element, *type.text);
            case Type::Content::sequence: return sequence(element, type);
            case Type::Content::choice: return choice(element, type);
            case Type::Content::all: return all(element, type);
            case Type::Content::opaque: break;
        }
        return false;
    }

    bool is_of_target(const xmlNode* element) {
        if (space_ != nullptr && element->ns == space_) return true;
        if ((element->ns == nullptr ? std::string_view() : view(element->ns->href)) != target_) return false;
        if (element->ns != nullptr) space_ = element->ns;
        return true;
    }

  private:
    enum class Texts { none, blank };

    /// The next node from `node` on that is no comment, instruction or, where they may be, blank text.
    static const xmlNode* next(const xmlNode* node, Texts texts) {
        for (; node != nullptr; node = node->next) {
            if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE) continue;
            if (texts == Texts::blank && node->type == XML_TEXT_NODE && is_blank(node->content)) continue;
            break;
        }
        return node;
    }

    static bool attributes(const xmlNode* element, const Type& type) {
        std::size_t required = 0;
        for (const Attribute& each : type.attributes) required += each.is_required;
        for (const xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
            const std::string_view space = attribute->ns == nullptr ? std::string_view() : view(attribute->ns->href);
            const auto found = std::find_if(type.attributes.begin(), type.attributes.end(),
                                            [&](const Attribute& each) { return is(attribute->name, each.name) && space == each.namespace_uri; });
            if (found == type.attributes.end()) return false;
            const xmlNode* value = attribute->children;
            if (value != nullptr && (value->type != XML_TEXT_NODE || value->next != nullptr)) return false;
            if (found->type->kind != Simple::Kind::string && !holds(*found->type, value == nullptr ? std::string_view() : view(value->content))) return false;
            required -= found->is_required;
        }
        return required == 0;
    }

    static bool text(const xmlNode* element, const Simple& type) {
        const xmlNode* node = element->children;
        if (type.kind == Simple::Kind::string) {
            while ((node = next(node, Texts::none)) != nullptr) {
                if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE) return false;
                node = node->next;
            }
            return true;
        }
        if (node != nullptr && (node->type != XML_TEXT_NODE || node->next != nullptr)) return false;
        return holds(type, node == nullptr ? std::string_view() : view(node->content));
    }

    bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE && is_of_target(node); }

    bool sequence(const xmlNode* element, const Type& type) {
        const xmlNode* node = next(element->children, Texts::blank);
        if (node == nullptr && type.may_lack_all) return true;
        for (const Particle& particle : type.particles) {
            bool found = false;
            while (node != nullptr && is_element(node) && is(node->name, particle.name)) {
                if (!accepts(node, *particle.type)) return false;
                found = true;
                node = next(node->next, Texts::blank);
                if (!particle.repeats) break;
            }
            if (!found && particle.is_required) return false;
        }
        return node == nullptr;
    }

    bool choice(const xmlNode* element, const Type& type) {
        for (const xmlNode* node = element->children; (node = next(node, Texts::blank)) != nullptr; node = node->next) {
            if (!is_element(node)) return false;
            const auto found = std::find_if(type.particles.begin(), type.particles.end(), [&](const Particle& each) { return is(node->name, each.name); });
            if (found == type.particles.end() || !accepts(node, *found->type)) return false;
        }
        return true;
    }

    bool all(const xmlNode* element, const Type& type) {
        const xmlNode* node = next(element->children, Texts::blank);
        if (node == nullptr && type.may_lack_all) return true;
        std::uint64_t seen = 0;
        for (; node != nullptr; node = next(node->next, Texts::blank)) {
            if (!is_element(node)) return false;
            const auto found = std::find_if(type.particles.begin(), type.particles.end(), [&](const Particle& each) { return is(node->name, each.name); });
            if (found == type.particles.end() || !accepts(node, *found->type)) return false;
            const std::uint64_t bit = std::uint64_t{1} << (found - type.particles.begin());
            if ((seen & bit) != 0) return false;
            seen |= bit;
        }
        for (std::size_t i = 0; i < type.particles.size(); ++i)
            if (type.particles[i].is_required && (seen >> i & 1) == 0) return false;
        return true;
    }

    const std::string& target_;
    const xmlNs* space_ = nullptr;  ///< One of the target namespace, once there was one.
};

}  // namespace

QuickSchema::QuickSchema(std::unique_ptr<State> state) : state_(std::move(state)) {}
QuickSchema::~QuickSchema() = default;

bool QuickSchema::accepts(const Document& document) const {
    const xmlNode* root = document.root().raw();
    if (root == nullptr || document.raw()->intSubset != nullptr) return false;
    Judge judge(state_->target);
    if (!judge.is_of_target(root)) return false;
    for (const Particle& each : state_->roots)
        if (is(root->name, each.name)) return judge.accepts(root, *each.type);
    return false;
}

}  // namespace irikteu::xml
