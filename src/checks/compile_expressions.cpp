#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "checks/schema_compiler.hpp"

namespace irikteu::checks {

std::vector<std::string> words(std::string_view list) {
    std::vector<std::string> result;
    const std::string folded = xml::normalize_space(list);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        result.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return result;
}

namespace {

/// A namespace of functions that the program gives has those and no others.
bool has_functions_of(const xml::FunctionLibrary& library, const std::string& uri) {
    const auto first = library.functions().lower_bound({uri, std::string()});
    return first != library.functions().end() && first->first.first == uri;
}

/// A schema that declares such a namespace is written for this program: no other gives it functions.
bool is_written_for(const xml::FunctionLibrary* library, const xml::Namespaces& namespaces) {
    return library && std::any_of(namespaces.begin(), namespaces.end(), [&](const auto& space) { return has_functions_of(*library, space.second); });
}

[[noreturn]] void fail_unknown(const SchemaElement& element, std::string_view call) { element.fail("calls " + std::string(call) + "(), which there is not"); }

constexpr std::string_view kXsltFunctions[] = {"document",          "format-number",      "system-property",
                                               "element-available", "function-available", "unparsed-entity-uri"};

}  // namespace

/// What an expression names: variables, calls, and whatever has a prefix. The messages of three languages and the rules of
/// one kind say the same expressions again and again: each is read once.
const std::vector<xml::XPathToken>& SchemaCompiler::names_in(const std::string& text) {
    const auto [at, is_new] = names_.try_emplace(text);
    if (!is_new) return at->second;
    using Kind = xml::XPathToken::Kind;
    try {
        for (const xml::XPathToken& token : xml::tokenize(at->first)) {
            const bool has_prefix = token.kind == Kind::name && token.text.find(':') != std::string_view::npos;
            if (token.kind == Kind::variable || token.kind == Kind::call || has_prefix) at->second.push_back(token);
        }
    } catch (...) {
        names_.erase(at);
        throw;
    }
    return at->second;
}

/// What can be said of an expression before any run: unknown variables and prefixes, and whether it needs more than XPath.
void SchemaCompiler::inspect(const SchemaElement& element, const std::string& text) {
    if (proven_) return;
    using Kind = xml::XPathToken::Kind;
    for (const xml::XPathToken& token : names_in(text)) {
        if (token.kind == Kind::variable) {
            const VariableUse use{element, std::string(token.text.substr(1))};
            check_prefix(element, token.text.substr(1), text);
            if (recording_) recording_->push_back(use);
            else scope_.use(use);
            continue;
        }
        check_prefix(element, token.text, text);
        if (token.kind != Kind::call) continue;
        const bool of_xslt = std::find(std::begin(kXsltFunctions), std::end(kXsltFunctions), token.text) != std::end(kXsltFunctions);
        if (of_xslt) needs_language_ = true;
        const std::size_t colon = token.text.find(':');
        if (colon == std::string_view::npos) {
            if (!xml::is_xslt_function(token.text) && !xml::is_node_type(token.text) && is_written_for(schema_->functions, schema_->namespaces)) fail_unknown(element, token.text);
            continue;
        }
        const std::string& uri = schema_->namespaces.at(std::string(token.text.substr(0, colon)));
        const std::string name(token.text.substr(colon + 1));
        if (schema_->functions && schema_->functions->functions().count({uri, name}) != 0) continue;
        if (schema_->functions && has_functions_of(*schema_->functions, uri)) fail_unknown(element, token.text);
        needs_language_ = true;
    }
}

void SchemaCompiler::check_prefix(const SchemaElement& element, std::string_view name, const std::string& text) const {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return;
    const std::string prefix(name.substr(0, colon));
    if (prefix != "xml" && schema_->namespaces.count(prefix) == 0)
        element.fail("uses the prefix \"" + prefix + "\", which no ns element declares, in " + text);
}

/// The expression as the schema's prefixes have it, where it stands in another schema's file.
std::string SchemaCompiler::with_own_prefixes(const SchemaElement& element, const std::string& written) {
    if (element.file == tree_.root().file) return written;
    if (!tree_.is_whole()) prefixes_.enter(element, schema_->namespaces);  // Else all files were entered before.
    return prefixes_.rewritten(element, written);
}

xml::Expression SchemaCompiler::expression(const SchemaElement& element, const std::string& written) {
    try {
        const std::string text = with_own_prefixes(element, written);
        inspect(element, text);
        const auto found = expressions_.find(text);
        return found != expressions_.end() ? found->second : expressions_.emplace(text, xml::Expression(text)).first->second;
    } catch (const base::Error& error) {
        if (!error.where().file.empty()) throw;
        element.fail(error.message(), error.code());
    }
}

std::optional<xml::Expression> SchemaCompiler::optional_expression(const SchemaElement& element, std::string_view name, const Parameters& parameters) {
    if (!element.has(name)) return std::nullopt;
    return expression(element, parameters.substitute(element.attribute(name)));
}

std::vector<MatchPattern> SchemaCompiler::match(const SchemaElement& element, const std::string& written) {
    try {
        const std::string text = with_own_prefixes(element, written);
        inspect(element, text);
        return MatchPattern::compile(text, schema_->namespaces);
    } catch (const base::Error& error) {
        if (!error.where().file.empty()) throw;
        element.fail(error.message(), error.code());
    }
}

CompiledLet SchemaCompiler::let(const SchemaElement& element, const Parameters& parameters) {
    CompiledLet result;
    result.name = element.attribute("name");
    if (element.is("param") && !element.has("value")) element.fail("lacks the attribute value");  // Of the schema (5.4.11).
    result.value = optional_expression(element, "value", parameters);
    if (result.value) return result;
    for (xml::Node node : element.node.children())
        if (node.kind() != xml::Node::Kind::text || !xml::normalize_space(node.content()).empty()) result.content.push_back(node);
    return result;
}

std::set<std::string> variables_in(std::string_view expression) {
    std::set<std::string> result;
    const auto in_name = [&](std::size_t at) {
        const char c = at < expression.size() ? expression[at] : ' ';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':' || (static_cast<unsigned char>(c) & 0x80) != 0;
    };
    for (std::size_t at = 0; at < expression.size(); ++at) {
        const char c = expression[at];
        if (c == '"' || c == '\'') at = std::min(expression.find(c, at + 1), expression.size());
        if (c != '$') continue;
        const std::size_t begin = at + 1;
        while (in_name(at + 1)) ++at;
        result.emplace(expression.substr(begin, at + 1 - begin));
    }
    return result;
}

namespace {
std::set<std::string> variables_of(const CompiledLet& let) { return let.value ? variables_in(let.value->text()) : std::set<std::string>(); }
}  // namespace

/// The variables of one level. Above the rule they are all values of the document, so that their order does not matter:
/// each comes after those that it refers to. In a rule they are read one after the other.
std::vector<CompiledLet> SchemaCompiler::lets(const Elements& elements, VariableScope::Level level, const Parameters& parameters) {
    std::vector<CompiledLet> result;
    const auto define = [&](const SchemaElement& e) {
        if (proven_) return;
        if (e.attribute("name").empty()) e.fail("lacks the attribute name");
        const std::string value = e.has("value") ? xml::normalize_space(parameters.substitute(e.attribute("value"))) : "\n" + e.node.text();
        scope_.define(level, e, e.attribute("name"), value);
    };
    if (level == VariableScope::Level::rule) {
        for (const SchemaElement& e : elements) {
            attempt([&] { result.push_back(let(e, parameters)); });
            define(e);  // Others may refer to it, whatever is wrong with its value.
        }
        for (std::size_t i = 0; i < result.size(); ++i) {
            const std::set<std::string> needs = variables_of(result[i]);
            const bool hidden = std::any_of(result.begin() + static_cast<std::ptrdiff_t>(i), result.end(),
                                            [&](const CompiledLet& each) { return needs.count(each.name) != 0; });
            result[i].later = result[i].value && !hidden && result[i].value->is_safe_with(schema_->functions, schema_->namespaces);
        }
        return result;
    }
    for (const SchemaElement& e : elements) define(e);
    std::vector<CompiledLet> waiting;
    for (const SchemaElement& e : elements) attempt([&] { waiting.push_back(let(e, parameters)); });
    std::multimap<std::string, std::size_t> users;  // Of those names, by place.
    std::vector<std::size_t> needs(waiting.size());  // How many of those beside it each still waits for.
    std::set<std::string> names;
    for (const CompiledLet& each : waiting) names.insert(each.name);
    std::set<std::size_t> ready;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        for (const std::string& name : variables_of(waiting[i])) {
            if (names.count(name) == 0) continue;
            users.emplace(name, i);
            ++needs[i];
        }
        if (needs[i] == 0) ready.insert(i);
    }
    while (!ready.empty()) {
        const std::size_t next = *ready.begin();
        ready.erase(ready.begin());
        const auto [first, end] = users.equal_range(waiting[next].name);
        for (auto user = first; user != end; ++user)
            if (--needs[user->second] == 0) ready.insert(user->second);
        result.push_back(std::move(waiting[next]));
    }
    const auto stuck = std::find_if(needs.begin(), needs.end(), [](std::size_t each) { return each != 0; });
    if (stuck != needs.end())
        elements.front().fail("is defined by itself, together with variables beside it: " + waiting[static_cast<std::size_t>(stuck - needs.begin())].name);
    return result;
}

void SchemaCompiler::refer(const SchemaElement& element, std::string_view attribute, const ById& known, SharedTexts& shared,
                           const Parameters& parameters, std::vector<std::shared_ptr<const CompiledText>>& into) {
    for (const std::string& id : words(element.attribute(attribute))) attempt([&] {
        const auto found = known.find(id);
        if (found == known.end()) element.fail("refers to \"" + id + "\" in " + std::string(attribute) + ", which does not exist");
        if (!parameters.empty()) {
            into.push_back(std::make_shared<CompiledText>(text(found->second, parameters)));
            return;
        }
        SharedText& entry = shared[id];
        if (!entry.text) {
            recording_ = &entry.uses;
            entry.text = std::make_shared<CompiledText>(text(found->second, parameters));
            recording_ = nullptr;
        }
        for (const VariableUse& use : entry.uses) scope_.use(use);
        into.push_back(entry.text);
    });
}

CompiledText SchemaCompiler::text(const SchemaElement& element, const Parameters& parameters) {
    CompiledText result;
    result.id = element.attribute("id");
    result.lang = element.lang();
    result.role = parameters.substitute(element.attribute("role"));
    result.scheme = parameters.substitute(element.attribute("scheme"));
    result.see = parameters.substitute(element.attribute("see"));
    result.icon = parameters.substitute(element.attribute("icon"));
    result.fpi = parameters.substitute(element.attribute("fpi"));
    if (proven_ && !prefixes_.differs_in(element)) result.later = std::make_shared<LaterParts>(element, parameters.empty() ? nullptr : instance_);
    else result.parts = message_parts(element, parameters, [&](const SchemaElement& e, const std::string& written) { return expression(e, written); });
    return result;
}

namespace {

using MakeExpression = std::function<xml::Expression(const SchemaElement&, const std::string&)>;

MessagePart message_part(const SchemaElement& e, const Parameters& parameters, const MakeExpression& make) {
    using Kind = MessagePart::Kind;
    const bool xslt = e.node.namespace_uri() == kXsltNamespace;
    const auto expression = [&](std::string_view name) { return make(e, parameters.substitute(e.attribute(name))); };
    const auto selected = [&](Kind kind) -> MessagePart {
        if (!e.has("select")) e.fail("lacks the attribute select");
        return {kind, {}, {}, expression("select"), {}};
    };
    if (e.is("value-of") || (xslt && e.node.name() == "value-of")) return selected(Kind::value_of);
    if (xslt && e.node.name() == "copy-of") return selected(Kind::copy_of);
    if (e.is("name")) {
        if (e.has("path")) return {Kind::value_of, {}, {}, expression("path"), {}};
        return {Kind::name, {}, {}, {}, {}};
    }
    if (e.is("dir")) return {Kind::dir, {}, parameters.substitute(e.attribute("value")), {}, message_parts(e, parameters, make)};
    if (e.is("emph")) return {Kind::emph, {}, {}, {}, message_parts(e, parameters, make)};
    if (e.is("span")) return {Kind::span, {}, parameters.substitute(e.attribute("class")), {}, message_parts(e, parameters, make)};
    if (e.node.namespace_uri() == kSchematronNamespace) e.fail("cannot stand in a message");
    return {Kind::text, e.node.text(), {}, {}, {}};
}

}  // namespace

std::vector<MessagePart> message_parts(const SchemaElement& element, const Parameters& parameters, const MakeExpression& make) {
    std::vector<MessagePart> parts;
    for (xml::Node node : element.node.children()) {
        if (node.kind() == xml::Node::Kind::text) parts.push_back({MessagePart::Kind::text, std::string(node.content()), {}, {}, {}});
        if (node.is_element()) parts.push_back(message_part({node, element.file}, parameters, make));
    }
    return parts;
}

const std::vector<MessagePart>& LaterParts::get() {
    once_.call([this] {
        const Parameters own = parameters_ ? *parameters_ : Parameters();  // Which note their use, and other messages have them too.
        parts_ = message_parts(element_, own, [](const SchemaElement&, const std::string& text) { return xml::Expression(text); });
    });
    return parts_;
}

const std::vector<MessagePart>& CompiledText::said() const { return later ? later->get() : parts; }

}  // namespace irikteu::checks
