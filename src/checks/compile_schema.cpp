#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "checks/compiled_schema.hpp"
#include "checks/xpath_tokens.hpp"

namespace irikteu::checks {
namespace {

/// Values for the placeholders of an abstract pattern (ISO/IEC 19757-3, 5.4.9).
using Params = std::map<std::string, std::string>;

bool continues_name(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::string substitute(const std::string& text, const Params& params) {
    if (params.empty() || text.find('$') == std::string::npos) return text;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '$') {
            result += text[at++];
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && continues_name(text[end])) ++end;
        const auto found = params.find(text.substr(at + 1, end - at - 1));
        result += found == params.end() ? text.substr(at, end - at) : found->second;
        at = end;
    }
    return result;
}

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> result;
    const std::string folded = xml::normalize_space(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        result.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return result;
}

class Compiler {
  public:
    Compiler(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions)
        : schema_(std::make_shared<CompiledSchema>()), tree_(*tree) {
        schema_->tree = std::move(tree);
        schema_->functions = functions;
    }

    std::shared_ptr<const CompiledSchema> run() {
        read_head();
        tree_.children(tree_.root(), [&](const SchemaElement& e) { collect(e); });
        for (const SchemaElement& element : top_) compile_top(element);
        phase_of_all();
        for (const SchemaElement& element : phase_elements_) phase(element);
        for (CompiledPhase& each : schema_->phases) plan_walks(each);
        if (!schema_->default_phase.empty() && schema_->default_phase[0] != '#') check_default_phase();
        return schema_;
    }

  private:
    void read_head() {
        const SchemaElement root = tree_.root();
        static const std::set<std::string> ours = {"", "xslt", "xslt1", "xpath", "exslt"};
        const std::string binding = root.attribute("queryBinding");
        if (ours.count(binding) == 0)
            root.fail("has the query language \"" + binding + "\"; only \"xslt\" (XPath 1.0) is known", base::ErrorCode::unsupported);
        schema_->schema_version = root.attribute("schemaVersion");
        schema_->default_phase = root.attribute("defaultPhase");
        schema_->lang = root.lang();
    }

    /// First pass: namespaces, and everything that is referred to by id.
    void collect(const SchemaElement& element) {
        if (element.is("ns")) {
            schema_->namespaces[element.attribute("prefix")] = element.attribute("uri");
            schema_->namespaces_in_order.emplace_back(element.attribute("prefix"), element.attribute("uri"));
        } else if (element.is("title")) {
            schema_->title = xml::normalize_space(element.node.text());
        } else if (element.is("diagnostics")) {
            tree_.children(element, [&](const SchemaElement& e) { if (e.is("diagnostic")) diagnostics_[e.attribute("id")] = e; });
        } else if (element.is("properties")) {
            tree_.children(element, [&](const SchemaElement& e) { if (e.is("property")) properties_[e.attribute("id")] = e; });
        } else if (element.is("rules")) {
            tree_.children(element, [&](const SchemaElement& e) { if (e.is("rule")) shared_rules_[e.attribute("id")] = e; });
        } else if (element.is("phase")) {
            phase_elements_.push_back(element);
        } else {
            if ((element.is("pattern") || element.is("group")) && element.attribute("abstract") == "true")
                abstract_patterns_[element.attribute("id")] = element;
            top_.push_back(element);
        }
    }

    void compile_top(const SchemaElement& element) {
        if (element.is("pattern") || element.is("group")) {
            if (element.attribute("abstract") != "true") pattern(element);
        } else if (element.is("let")) {
            schema_->lets.push_back(let(element, {}));
        } else if (element.node.is_element("key", kXsltNamespace)) {
            key(element);
        } else if (element.node.namespace_uri() == kSchematronNamespace && !element.is("p")) {
            element.fail("cannot stand in a schema");
        } else if (element.node.namespace_uri() == kXsltNamespace) {
            element.fail("is no part of the query language binding xslt", base::ErrorCode::unsupported);
        }
    }

    xml::Expression expression(const SchemaElement& element, const std::string& text) const {
        try {
            tokenize(text);
            return xml::Expression(text);
        } catch (const base::Error& error) {
            element.fail(error.message(), error.code());
        }
    }
    std::optional<xml::Expression> optional_expression(const SchemaElement& element, std::string_view name, const Params& params) const {
        if (!element.has(name)) return std::nullopt;
        return expression(element, substitute(element.attribute(name), params));
    }
    std::vector<MatchPattern> match(const SchemaElement& element, const std::string& text) const {
        try {
            return MatchPattern::compile(text, schema_->namespaces);
        } catch (const base::Error& error) {
            element.fail(error.message(), error.code());
        }
    }

    CompiledLet let(const SchemaElement& element, const Params& params) const {
        CompiledLet result;
        result.name = element.attribute("name");
        if (result.name.empty()) element.fail("lacks the attribute name");
        result.value = optional_expression(element, "value", params);
        if (result.value) return result;
        for (xml::Node node : element.node.children())
            if (node.kind() != xml::Node::Kind::text || !xml::trim(node.content()).empty()) result.content.push_back(node);
        return result;
    }

    void key(const SchemaElement& element) {
        CompiledKey result;
        result.name = element.attribute("name");
        if (result.name.empty() || !element.has("match")) element.fail("lacks the attribute name or match");
        if (const std::size_t colon = result.name.find(':'); colon != std::string::npos) {
            const auto found = schema_->namespaces.find(result.name.substr(0, colon));
            if (found == schema_->namespaces.end()) element.fail("has an unknown prefix in its name");
            result.name = "{" + found->second + "}" + result.name.substr(colon + 1);
        }
        result.match = match(element, element.attribute("match"));
        result.use = optional_expression(element, "use", {});
        if (!result.use) result.constant = element.node.text();
        schema_->keys.push_back(std::move(result));
    }

    Labels labels(const SchemaElement& e, const Params& params) const {
        Labels result;
        result.id = substitute(e.attribute("id"), params);
        result.role = substitute(e.attribute("role"), params);
        result.flag = substitute(e.attribute("flag"), params);
        result.severity = substitute(e.attribute("severity"), params);
        result.see = substitute(e.attribute("see"), params);
        result.icon = e.attribute("icon");
        result.fpi = e.attribute("fpi");
        result.lang = e.lang();
        return result;
    }

    Params declared_params(const SchemaElement& element) {
        Params result;
        tree_.children(element, [&](const SchemaElement& e) {
            if (e.is("param") && e.has("value")) result[e.attribute("name")] = e.attribute("value");
        });
        return result;
    }

    void pattern(const SchemaElement& element) {
        const std::string base = element.attribute("is-a");
        if (base.empty()) {
            compile_pattern(element, element, {});
            return;
        }
        const auto found = abstract_patterns_.find(base);
        if (found == abstract_patterns_.end()) element.fail("is an instance of \"" + base + "\", which is no abstract pattern");
        Params params = declared_params(found->second);
        for (auto& [name, value] : declared_params(element)) params[name] = value;
        compile_pattern(element, found->second, params);
    }

    /// `instance` gives id and labels, `body` title, documents, lets and rules; they differ for an abstract pattern's instance.
    void compile_pattern(const SchemaElement& instance, const SchemaElement& body, const Params& params) {
        CompiledPattern result;
        result.labels = labels(body, params);
        const Labels own = labels(instance, {});
        result.labels.id = own.id;
        if (!own.role.empty()) result.labels.role = own.role;
        result.group = body.is("group");
        result.documents = optional_expression(body, "documents", params);
        if (instance.has("documents")) result.documents = optional_expression(instance, "documents", {});
        std::map<std::string, SchemaElement> abstract_rules = shared_rules_;
        std::vector<SchemaElement> rules;
        const auto visit = [&](const SchemaElement& e) {
            if (e.is("title")) result.title = xml::normalize_space(e.node.text());
            else if (e.is("let")) result.lets.push_back(let(e, params));
            else if (e.is("rule") && e.attribute("abstract") == "true") abstract_rules[e.attribute("id")] = e;
            else if (e.is("rule")) rules.push_back(e);
            else if (e.node.namespace_uri() == kSchematronNamespace && !e.is("p") && !e.is("param")) e.fail("cannot stand in a pattern");
        };
        tree_.children(body, visit);
        if (!(instance.node == body.node)) {
            tree_.children(instance, [&](const SchemaElement& e) { if (e.is("title")) result.title = xml::normalize_space(e.node.text()); });
        }
        for (const SchemaElement& e : rules) result.rules.push_back(rule(e, params, abstract_rules));
        result.own_variables_in_contexts = !result.lets.empty() && std::any_of(result.rules.begin(), result.rules.end(), [](const CompiledRule& r) {
            return r.context.find('$') != std::string::npos;
        });
        schema_->patterns.push_back(std::move(result));
    }

    CompiledRule rule(const SchemaElement& element, const Params& params, const std::map<std::string, SchemaElement>& abstract_rules) {
        CompiledRule result;
        result.labels = labels(element, params);
        if (!element.has("context")) element.fail("lacks the attribute context");
        result.context = substitute(element.attribute("context"), params);
        result.alternatives = match(element, result.context);
        result.subject = optional_expression(element, "subject", params);
        result.visit_each = optional_expression(element, "visit-each", params);
        rule_content(element, params, abstract_rules, result, 0);
        return result;
    }

    void rule_content(const SchemaElement& element, const Params& params, const std::map<std::string, SchemaElement>& abstract_rules,
                      CompiledRule& rule, int depth) {
        if (depth > 40) element.fail("extends itself");
        tree_.children(element, [&](const SchemaElement& e) {
            if (e.is("let")) {
                rule.lets.push_back(let(e, params));
            } else if (e.is("assert") || e.is("report")) {
                rule.checks.push_back(check(e, params, rule.labels));
            } else if (e.is("extends")) {
                const auto found = abstract_rules.find(e.attribute("rule"));
                if (found == abstract_rules.end())
                    e.fail("extends \"" + e.attribute("rule") + "\", which is no abstract rule of this pattern");
                rule_content(found->second, params, abstract_rules, rule, depth + 1);
            } else if (e.node.namespace_uri() == kSchematronNamespace && !e.is("p")) {
                e.fail("cannot stand in a rule");
            }
        });
    }

    CompiledCheck check(const SchemaElement& element, const Params& params, const Labels& rule) {
        CompiledCheck result;
        result.kind = element.is("assert") ? Outcome::Kind::failed_assert : Outcome::Kind::successful_report;
        result.labels = labels(element, params);
        if (result.labels.role.empty()) result.labels.role = rule.role;
        if (result.labels.flag.empty()) result.labels.flag = rule.flag;
        if (result.labels.severity.empty()) result.labels.severity = rule.severity;
        if (!element.has("test")) element.fail("lacks the attribute test");
        result.test = expression(element, substitute(element.attribute("test"), params));
        result.subject = optional_expression(element, "subject", params);
        result.text = text(element, params);
        result.text.id.clear();
        refer(element, "diagnostics", diagnostics_, diagnostic_cache_, params, result.diagnostics);
        refer(element, "properties", properties_, property_cache_, params, result.properties);
        return result;
    }

    using Texts = std::map<std::string, std::shared_ptr<const CompiledText>>;
    void refer(const SchemaElement& element, std::string_view attribute, const std::map<std::string, SchemaElement>& known, Texts& cache,
               const Params& params, std::vector<std::shared_ptr<const CompiledText>>& into) {
        for (const std::string& id : words(element.attribute(attribute))) {
            const auto found = known.find(id);
            if (found == known.end()) element.fail("refers to \"" + id + "\" in " + std::string(attribute) + ", which does not exist");
            std::shared_ptr<const CompiledText> compiled = params.empty() ? cache[id] : nullptr;
            if (!compiled) compiled = std::make_shared<CompiledText>(text(found->second, params));
            if (params.empty()) cache[id] = compiled;
            into.push_back(compiled);
        }
    }

    CompiledText text(const SchemaElement& element, const Params& params) const {
        CompiledText result;
        result.id = element.attribute("id");
        result.lang = element.lang();
        result.role = substitute(element.attribute("role"), params);
        result.scheme = substitute(element.attribute("scheme"), params);
        result.see = element.attribute("see");
        result.icon = element.attribute("icon");
        result.fpi = element.attribute("fpi");
        result.parts = message(element, params);
        return result;
    }

    std::vector<MessagePart> message(const SchemaElement& element, const Params& params) const {
        std::vector<MessagePart> parts;
        for (xml::Node node : element.node.children()) {
            if (node.kind() == xml::Node::Kind::text) parts.push_back({MessagePart::Kind::text, std::string(node.content()), {}, {}, {}});
            if (node.is_element()) parts.push_back(message_part({node, element.file}, params));
        }
        return parts;
    }

    MessagePart message_part(const SchemaElement& e, const Params& params) const {
        using Kind = MessagePart::Kind;
        const bool xslt = e.node.namespace_uri() == kXsltNamespace;
        const auto selected = [&](Kind kind) -> MessagePart {
            if (!e.has("select")) e.fail("lacks the attribute select");
            return {kind, {}, {}, *optional_expression(e, "select", params), {}};
        };
        if (e.is("value-of") || (xslt && e.node.name() == "value-of")) return selected(Kind::value_of);
        if (xslt && e.node.name() == "copy-of") return selected(Kind::copy_of);
        if (e.is("name")) return {Kind::name, {}, {}, e.has("path") ? *optional_expression(e, "path", params) : xml::Expression("."), {}};
        if (e.is("dir")) return {Kind::dir, {}, e.attribute("value"), {}, message(e, params)};
        if (e.is("emph")) return {Kind::emph, {}, {}, {}, message(e, params)};
        if (e.is("span")) return {Kind::span, {}, e.attribute("class"), {}, message(e, params)};
        return {Kind::text, e.node.text(), {}, {}, {}};
    }

    void phase_of_all() {
        CompiledPhase all;
        all.id = "#ALL";
        for (std::size_t i = 0; i < schema_->patterns.size(); ++i) all.patterns.push_back(i);
        schema_->phases.push_back(std::move(all));
    }

    void phase(const SchemaElement& element) {
        CompiledPhase result;
        result.id = element.attribute("id");
        result.when = optional_expression(element, "when", {});
        if (element.has("from")) result.from = match(element, element.attribute("from"));
        std::set<std::size_t> active;
        tree_.children(element, [&](const SchemaElement& e) {
            if (e.is("let")) result.lets.push_back(let(e, {}));
            if (!e.is("active")) return;
            bool found = false;
            for (std::size_t i = 0; i < schema_->patterns.size(); ++i) {
                if (schema_->patterns[i].labels.id != e.attribute("pattern")) continue;
                active.insert(i);
                found = true;
            }
            if (!found) e.fail("activates \"" + e.attribute("pattern") + "\", which is no pattern");
        });
        result.patterns.assign(active.begin(), active.end());
        schema_->phases.push_back(std::move(result));
    }

    void plan_walks(CompiledPhase& phase) const {
        std::pair<std::vector<std::size_t>, Dispatch> together;
        for (std::size_t index : phase.patterns) {
            const CompiledPattern& pattern = schema_->patterns[index];
            if (pattern.own_variables_in_contexts || pattern.documents) {
                auto& own = phase.walks.emplace_back();
                own.first.push_back(index);
                own.second.add(index, pattern);
            } else {
                together.first.push_back(index);
                together.second.add(index, pattern);
            }
        }
        if (!together.first.empty()) phase.walks.push_back(std::move(together));
    }

    void check_default_phase() const {
        for (const CompiledPhase& each : schema_->phases)
            if (each.id == schema_->default_phase) return;
        tree_.root().fail("has the default phase \"" + schema_->default_phase + "\", which does not exist");
    }

    std::shared_ptr<CompiledSchema> schema_;
    SchemaTree& tree_;
    std::vector<SchemaElement> top_, phase_elements_;
    std::map<std::string, SchemaElement> diagnostics_, properties_, shared_rules_, abstract_patterns_;
    Texts diagnostic_cache_, property_cache_;
};

}  // namespace

std::shared_ptr<const CompiledSchema> compile_schema(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions) {
    return Compiler(std::move(tree), functions).run();
}

}  // namespace irikteu::checks
