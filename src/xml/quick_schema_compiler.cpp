#include <libxml/tree.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>

#include "base/error.hpp"
#include "xml/quick_schema_types.hpp"

namespace irikteu::xml {

namespace {

using quick::Attribute;
using quick::Particle;
using quick::Simple;
using quick::Type;

constexpr std::string_view kSchemaNamespace = "http://www.w3.org/2001/XMLSchema";
constexpr std::size_t kMostOfAll = 64;
constexpr std::uint64_t kMaxSchemaBytes = 16u << 20;

/// What is not known here.
struct Unknown {};

bool is_schema(Node node, std::string_view name) { return node.is_element(name, kSchemaNamespace); }

/// Refuses attributes other than these.
void allow(Node node, std::initializer_list<std::string_view> names) {
    for (const Node attribute : node.attributes())
        if (!attribute.namespace_uri().empty() || std::find(names.begin(), names.end(), attribute.name()) == names.end()) throw Unknown();
}

/// The children without annotations.
std::vector<Node> parts(Node node) {
    std::vector<Node> result;
    for (const Node each : node.elements()) {
        if (is_schema(each, "annotation")) continue;
        if (each.namespace_uri() != kSchemaNamespace) throw Unknown();
        result.push_back(each);
    }
    return result;
}

/// A name as written in an attribute, in its namespace there.
struct Name {
    std::string namespace_uri, local;
    bool operator<(const Name& other) const { return std::tie(namespace_uri, local) < std::tie(other.namespace_uri, other.local); }
};

Name resolve(Node node, std::string_view written) {
    const std::size_t colon = written.find(':');
    const std::string prefix(colon == std::string_view::npos ? std::string_view() : written.substr(0, colon));
    const std::string local(colon == std::string_view::npos ? written : written.substr(colon + 1));
    if (prefix == "xml") return {"http://www.w3.org/XML/1998/namespace", local};
    const xmlNs* space = xmlSearchNs(node.raw()->doc, node.raw(), prefix.empty() ? nullptr : BAD_CAST prefix.c_str());
    if (space == nullptr && !prefix.empty()) throw Unknown();
    return {space == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(space->href)), local};
}

bool occurs(Node node, std::string_view name, std::string_view value, std::string_view otherwise = "1") {
    return node.attribute_or(name, otherwise) == value;
}

}  // namespace

class QuickSchemaCompiler {
  public:
    QuickSchemaCompiler(Node root, const base::Disk& disk, const std::string& path) : root_(root), disk_(disk), path_(path), state_(std::make_unique<QuickSchema::State>()) {
        opaque_ = &state_->simples.emplace_back();
        opaque_type_ = &state_->types.emplace_back();
        for (const auto& [name, kind] : std::initializer_list<std::pair<const char*, Simple::Kind>>{{"string", Simple::Kind::string},
                 {"nonNegativeInteger", Simple::Kind::whole}, {"positiveInteger", Simple::Kind::positive}, {"decimal", Simple::Kind::decimal},
                 {"boolean", Simple::Kind::boolean}, {"language", Simple::Kind::language}}) {
            Simple& simple = state_->simples.emplace_back();
            simple.kind = kind;
            simples_[{std::string(kSchemaNamespace), name}] = &simple;
        }
    }

    std::shared_ptr<const QuickSchema> run() {
        if (!is_schema(root_, "schema")) throw Unknown();
        state_->target = root_.attribute_or("targetNamespace", "");
        if (root_.attribute("targetNamespace") && state_->target.empty()) throw Unknown();  // An error, which libxml2 tells.
        allow(root_, {"targetNamespace", "elementFormDefault", "attributeFormDefault", "version", "id"});
        if (root_.attribute_or("attributeFormDefault", "unqualified") != "unqualified") throw Unknown();
        if (!state_->target.empty() && root_.attribute_or("elementFormDefault", "") != "qualified") throw Unknown();
        std::vector<Node> elements;
        for (const Node part : parts(root_)) {
            const Name name{state_->target, std::string(part.attribute_or("name", ""))};
            if (is_schema(part, "import")) import(part);
            else if (is_schema(part, "element")) elements.push_back(part);
            else if (is_schema(part, "complexType")) named_[name] = part;
            else if (is_schema(part, "simpleType")) named_simple_[name] = part;
            else if (is_schema(part, "attributeGroup")) groups_[name] = part;
            else if (!is_schema(part, "group") && !is_schema(part, "attribute")) throw Unknown();
            if (part.attribute("substitutionGroup")) throw Unknown();
        }
        for (const Node element : elements) state_->roots.push_back(particle(element));
        return std::shared_ptr<const QuickSchema>(new QuickSchema(std::move(state_)));
    }

  private:
    /// Of imported schemas only what they say of attributes is known.
    void import(Node part) {
        const std::string space(part.attribute_or("namespace", "")), place(part.attribute_or("schemaLocation", ""));
        if (space.empty() || place.empty() || place.find("..") != std::string::npos || place.front() == '/' || place.find(':') != std::string::npos) return;
        const std::size_t slash = path_.rfind('/');
        const std::string path = slash == std::string::npos ? place : path_.substr(0, slash + 1) + place;
        Limits limits;
        limits.document_type = DocumentType::allowed;
        const Document imported = Document::parse(disk_.read(path, kMaxSchemaBytes), path, limits);
        if (!is_schema(imported.root(), "schema") || imported.root().attribute_or("targetNamespace", "") != space) throw Unknown();
        for (const Node each : imported.root().elements()) {
            if (!is_schema(each, "attribute")) continue;
            try {
                attributes_[{space, std::string(each.attribute_or("name", ""))}] = type_of_attribute(each);
            } catch (const Unknown&) {
            }
        }
    }

    const Simple* simple(const Name& name) {
        if (const auto found = simples_.find(name); found != simples_.end()) return found->second;
        const auto written = named_simple_.find(name);
        if (written == named_simple_.end()) return opaque_;
        return simples_[name] = simple(written->second);
    }

    const Simple* simple(Node node) {
        try {
            allow(node, {"name", "id"});
            const std::vector<Node> inside = parts(node);
            if (inside.size() != 1 || !is_schema(inside[0], "restriction")) throw Unknown();
            allow(inside[0], {"base", "id"});
            const Name base = resolve(inside[0], inside[0].attribute_or("base", ""));
            if (base.namespace_uri != kSchemaNamespace || base.local != "string") throw Unknown();
            Simple result;
            result.kind = Simple::Kind::enumeration;
            for (const Node facet : parts(inside[0])) {
                if (!is_schema(facet, "enumeration")) throw Unknown();
                result.values.emplace_back(facet.attribute_or("value", ""));
            }
            return &state_->simples.emplace_back(std::move(result));
        } catch (const Unknown&) {
            return opaque_;
        }
    }

    const Simple* type_of_attribute(Node node) {
        allow(node, {"name", "type", "use", "id"});
        const std::vector<Node> inside = parts(node);
        if (const auto type = node.attribute("type")) return inside.empty() ? simple(resolve(node, *type)) : throw Unknown();
        if (inside.empty()) return opaque_;
        return inside.size() == 1 && is_schema(inside[0], "simpleType") ? simple(inside[0]) : throw Unknown();
    }

    void attribute(Node node, Type& type, int depth) {
        if (is_schema(node, "attributeGroup")) {
            allow(node, {"ref", "id"});
            const auto found = groups_.find(resolve(node, node.attribute_or("ref", "")));
            if (found == groups_.end() || depth > 20) throw Unknown();
            allow(found->second, {"name", "id"});
            for (const Node each : parts(found->second)) attribute(each, type, depth + 1);
            return;
        }
        if (!is_schema(node, "attribute")) throw Unknown();
        const std::string_view use = node.attribute_or("use", "optional");
        if (use != "optional" && use != "required") throw Unknown();
        Attribute result{std::string(node.attribute_or("name", "")), {}, nullptr, use == "required"};
        if (const auto ref = node.attribute("ref")) {
            allow(node, {"ref", "use", "id"});
            const Name name = resolve(node, *ref);
            const auto found = attributes_.find(name);
            if (found == attributes_.end() || !parts(node).empty()) throw Unknown();
            result.name = name.local;
            result.namespace_uri = name.namespace_uri;
            result.type = found->second;
        } else {
            result.type = type_of_attribute(node);
        }
        type.attributes.push_back(std::move(result));
    }

    /// Of an element's declaration, in a group or for itself. Where its type is not known, it is opaque.
    Particle particle(Node node) {
        if (!is_schema(node, "element") || !node.attribute("name")) throw Unknown();
        Particle result;
        result.name = *node.attribute("name");
        if (!occurs(node, "minOccurs", "0") && !occurs(node, "minOccurs", "1")) throw Unknown();
        if (!occurs(node, "maxOccurs", "unbounded") && !occurs(node, "maxOccurs", "1")) throw Unknown();
        result.is_required = occurs(node, "minOccurs", "1");
        result.repeats = occurs(node, "maxOccurs", "unbounded");
        try {
            allow(node, {"name", "type", "minOccurs", "maxOccurs", "id"});
            const std::vector<Node> inside = parts(node);
            const auto type = node.attribute("type");
            if (inside.size() > (type ? 0u : 1u)) throw Unknown();  // Keys and the like.
            if (type) result.type = named(resolve(node, *type));
            else if (inside.empty()) throw Unknown();
            else if (is_schema(inside[0], "complexType")) result.type = complex(inside[0], state_->types.emplace_back());
            else if (is_schema(inside[0], "simpleType")) result.type = of_text(simple(inside[0]));
            else throw Unknown();
        } catch (const Unknown&) {
            result.type = opaque_type_;
        }
        return result;
    }

    const Type* of_text(const Simple* simple) {
        const Type*& type = texts_[simple];
        if (type == nullptr) {
            Type& made = state_->types.emplace_back();
            made.content = Type::Content::text;
            made.text = simple;
            type = &made;
        }
        return type;
    }

    const Type* named(const Name& name) {
        if (const auto found = types_.find(name); found != types_.end()) return found->second;
        const auto written = named_.find(name);
        if (written == named_.end()) return of_text(simple(name));
        Type& type = state_->types.emplace_back();
        types_[name] = &type;  // Types may hold themselves.
        return complex(written->second, type);
    }

    const Type* complex(Node node, Type& into) {
        Type result;
        struct Deeper {
            int& depth;
            ~Deeper() { --depth; }
        } const deeper{++depth_};
        try {
            if (depth_ > kMaxDepth) throw Unknown();
            allow(node, {"name", "id"});
            std::vector<Node> inside = parts(node);
            result.content = Type::Content::nothing;
            if (!inside.empty() && is_schema(inside[0], "simpleContent")) {
                const std::vector<Node> how = parts(inside[0]);
                if (inside.size() != 1 || how.size() != 1 || !is_schema(how[0], "extension")) throw Unknown();
                allow(inside[0], {"id"});
                allow(how[0], {"base", "id"});
                const Type* base = named(resolve(how[0], how[0].attribute_or("base", "")));
                if (base->content != Type::Content::text) throw Unknown();  // Opaque, too, as one that is not yet read.
                result = *base;
                inside = parts(how[0]);
            } else if (!inside.empty()) {
                if (group(inside[0], result)) inside.erase(inside.begin());
            }
            for (const Node each : inside) attribute(each, result, 0);
        } catch (const Unknown&) {
            result = Type();
        }
        into = std::move(result);
        return &into;
    }

    /// False where it is none.
    bool group(Node node, Type& type) {
        const bool is_choice = is_schema(node, "choice");
        if (is_schema(node, "sequence")) type.content = Type::Content::sequence;
        else if (is_choice) type.content = Type::Content::choice;
        else if (is_schema(node, "all")) type.content = Type::Content::all;
        else return false;
        allow(node, {"minOccurs", "maxOccurs", "id"});
        type.may_lack_all = occurs(node, "minOccurs", "0");
        if (!type.may_lack_all && !occurs(node, "minOccurs", "1")) throw Unknown();
        if (is_choice ? !type.may_lack_all || !occurs(node, "maxOccurs", "unbounded") : !occurs(node, "maxOccurs", "1")) throw Unknown();
        for (const Node each : parts(node)) {
            const Particle one = particle(each);
            if (type.content == Type::Content::all && one.repeats) throw Unknown();
            type.particles.push_back(one);
        }
        if (type.content == Type::Content::all && type.particles.size() > kMostOfAll) throw Unknown();
        return true;
    }

    static constexpr int kMaxDepth = 100;  ///< Of types in types; what lies deeper is left to libxml2.
    int depth_ = 0;
    Node root_;
    const base::Disk& disk_;
    const std::string& path_;
    std::unique_ptr<QuickSchema::State> state_;
    const Simple* opaque_;
    const Type* opaque_type_;
    std::map<Name, Node> named_, named_simple_, groups_;
    std::map<Name, const Simple*> simples_, attributes_;
    std::map<Name, const Type*> types_;
    std::map<const Simple*, const Type*> texts_;
};

std::shared_ptr<const QuickSchema> QuickSchema::compile(const Document& schema, const base::Disk& disk, const std::string& path) {
    try {
        return QuickSchemaCompiler(schema.root(), disk, path).run();
    } catch (const Unknown&) {
        return nullptr;
    } catch (const base::Error&) {  // Of an imported file: who compiles it thoroughly says so.
        return nullptr;
    }
}

}  // namespace irikteu::xml
