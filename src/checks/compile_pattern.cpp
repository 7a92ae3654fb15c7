#include <algorithm>

#include "base/error.hpp"
#include "checks/schema_compiler.hpp"

namespace irikteu::checks {

namespace {
constexpr int kMaxNesting = 40;
}

std::string label_expression(const std::string& label) {
    if (label.size() > 1 && label.front() == '$') return label;
    return label.size() > 2 && label.front() == '{' && label.back() == '}' ? label.substr(1, label.size() - 2) : std::string();
}

Labels SchemaCompiler::labels(const SchemaElement& e, const Parameters& parameters) {
    const auto read = [&](std::string_view name) { return parameters.substitute(e.attribute(name)); };
    Labels result{read("id"), read("role"), read("flag"), read("severity"), read("see"), read("icon"), read("fpi"), e.lang()};
    for (const std::string* label : {&result.role, &result.flag, &result.severity})
        if (const std::string said = label_expression(*label); !said.empty()) inspect(e, said);
    return result;
}

const SchemaElement& SchemaCompiler::abstract_pattern(const SchemaElement& instance) const {
    const auto found = abstract_patterns_.find(instance.attribute("is-a"));
    if (found == abstract_patterns_.end())
        instance.fail("is an instance of \"" + instance.attribute("is-a") + "\", which is no abstract pattern");
    return found->second;
}

Parameters SchemaCompiler::parameters_of(const SchemaElement& instance, const SchemaElement& body) {
    Parameters result;
    for (const SchemaElement& source : {body, instance}) {
        tree_.children(source, [&](const SchemaElement& e) {
            if (!e.is("param")) return;
            if (e.attribute("name").empty()) e.fail("lacks the attribute name");
            if (e.has("value")) result.set(e.attribute("name"), e.attribute("value"));
            else if (source.node == instance.node) e.fail("lacks the attribute value");
        });
    }
    return result;
}

/// It is an error to leave a declared parameter without a value, and to give one that the abstract pattern knows nothing of.
void SchemaCompiler::check_parameters(const SchemaElement& instance, const SchemaElement& body, const Parameters& parameters) {
    std::set<std::string> declared;
    tree_.children(body, [&](const SchemaElement& e) {
        if (!e.is("param")) return;
        declared.insert(e.attribute("name"));
        if (!parameters.has(e.attribute("name"))) instance.fail("gives no value to the parameter \"" + e.attribute("name") + "\"");
    });
    tree_.children(instance, [&](const SchemaElement& e) {
        const std::string name = e.attribute("name");
        if (e.is("param") && declared.count(name) == 0 && !parameters.used(name))
            e.fail("gives a value to \"" + name + "\", which is no parameter of the abstract pattern");
    });
}

/// First pass over a pattern that will be compiled: the variables that others may borrow of it.
void SchemaCompiler::share_lets(const SchemaElement& pattern) {
    if (!pattern.is("pattern") && !pattern.is("group")) return;
    if (pattern.attribute("abstract") == "true") return;
    const bool instance = pattern.has("is-a");
    const SchemaElement body = instance ? abstract_pattern(pattern) : pattern;
    const Parameters parameters = instance ? parameters_of(pattern, body) : Parameters();
    tree_.children(body, [&](const SchemaElement& e) {
        if (!e.is("let")) return;
        scope_.share(e.attribute("name"));
        pattern_lets_[e.attribute("name")] = {e, parameters};
    });
}

/// What a pattern's expressions borrowed of others, in the order in which it is to be evaluated.
std::vector<CompiledLet> SchemaCompiler::borrowed_lets() {
    std::vector<CompiledLet> result;
    for (int round = 0; round < kMaxNesting; ++round) {
        std::vector<CompiledLet> more;
        for (const std::string& name : scope_.borrowed()) {
            const bool known = std::any_of(result.begin(), result.end(), [&](const CompiledLet& each) { return each.name == name; });
            if (!known) more.push_back(let(pattern_lets_.at(name).element, pattern_lets_.at(name).parameters));
        }
        if (more.empty()) break;
        result.insert(result.begin(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return result;
}

void SchemaCompiler::pattern(const SchemaElement& element) {
    if (!element.has("is-a")) return compile_pattern(element, element, {});
    const SchemaElement& body = abstract_pattern(element);
    tree_.children(element, [&](const SchemaElement& e) {
        if (e.is("rule") || e.is("let")) e.fail("cannot stand in an instance of an abstract pattern");
    });
    const Parameters parameters = parameters_of(element, body);
    if (proven_) instance_ = std::make_shared<const Parameters>(parameters);
    compile_pattern(element, body, parameters);
    instance_.reset();
    if (!proven_) check_parameters(element, body, parameters);  // Those of messages that are not compiled yet are not used yet.
}

void SchemaCompiler::read_pattern(const SchemaElement& body, CompiledPattern& result, Elements& lets, Elements& rules, ById& abstract_rules) {
    tree_.children(body, [&](const SchemaElement& e) {
        if (e.is("title")) {
            result.title = xml::normalize_space(e.node.text());
        } else if (e.is("let")) {
            lets.push_back(e);
        } else if (e.is("rule") && e.attribute("abstract") == "true") {
            if (!e.has("id") && !e.node.attribute("id", "http://www.w3.org/XML/1998/namespace")) e.fail("is abstract and lacks the attribute id");
            if (e.has("context")) e.fail("is abstract and has a context");
            register_id(e, abstract_rules);
        } else if (e.is("rule")) {
            rules.push_back(e);
        } else if (e.node.namespace_uri() == kSchematronNamespace && !e.is("p") && !e.is("param")) {
            e.fail("cannot stand in a pattern");
        }
    });
}

/// `instance` gives id and labels, `body` title, documents, lets and rules; they differ for an abstract pattern's instance.
void SchemaCompiler::compile_pattern(const SchemaElement& instance, const SchemaElement& body, const Parameters& parameters) {
    CompiledPattern result;
    result.group = body.is("group");
    Elements let_elements, rules;
    ById own_rules;
    read_pattern(body, result, let_elements, rules, own_rules);
    ById abstract_rules = shared_rules_;
    for (const auto& [id, e] : own_rules) abstract_rules[id] = e;
    if (!(instance.node == body.node))
        tree_.children(instance, [&](const SchemaElement& e) { if (e.is("title")) result.title = xml::normalize_space(e.node.text()); });
    scope_.leave(VariableScope::Level::pattern);
    result.lets = lets(let_elements, VariableScope::Level::pattern, parameters);
    result.labels = labels(body, parameters);
    const Labels own = labels(instance, {});
    result.labels.id = own.id;
    if (!own.role.empty()) result.labels.role = own.role;
    result.documents = instance.has("documents") ? optional_expression(instance, "documents", {}) : optional_expression(body, "documents", parameters);
    for (const SchemaElement& e : rules) attempt([&] { result.rules.push_back(rule(e, parameters, abstract_rules)); });
    scope_.leave(VariableScope::Level::rule);
    std::vector<CompiledLet> borrowed = borrowed_lets();
    result.borrows = !borrowed.empty();
    result.lets.insert(result.lets.begin(), std::make_move_iterator(borrowed.begin()), std::make_move_iterator(borrowed.end()));
    scope_.leave(VariableScope::Level::pattern);
    result.own_variables_in_contexts = !result.lets.empty() && std::any_of(result.rules.begin(), result.rules.end(), [](const CompiledRule& r) {
        return r.context.find('$') != std::string::npos;
    });
    compiled_.push_back(std::move(result));
}

CompiledRule SchemaCompiler::rule(const SchemaElement& element, const Parameters& parameters, const ById& abstract_rules) {
    CompiledRule result;
    scope_.leave(VariableScope::Level::rule);
    const std::string abstract = element.attribute("abstract");
    if (!abstract.empty() && abstract != "false") element.fail("is neither abstract nor not: abstract=\"" + abstract + "\"");
    if (!element.has("context")) element.fail("lacks the attribute context");
    result.written = {element.file, element.node.line()};
    result.context = parameters.substitute(element.attribute("context"));
    attempt([&] { result.alternatives = match(element, result.context); });
    Elements let_elements, checks;
    read_rule(element, abstract_rules, let_elements, checks, 0);
    result.lets = lets(let_elements, VariableScope::Level::rule, parameters);
    result.labels = labels(element, parameters);
    result.subject = optional_expression(element, "subject", parameters);
    result.visit_each = optional_expression(element, "visit-each", parameters);
    for (const SchemaElement& e : checks) attempt([&] { result.checks.push_back(check(e, parameters, result.labels)); });
    return result;
}

void SchemaCompiler::read_rule(const SchemaElement& element, const ById& abstract_rules, Elements& lets, Elements& checks, int depth) {
    if (depth > kMaxNesting) element.fail("extends itself");
    tree_.children(element, [&](const SchemaElement& e) {
        if (e.is("let")) {
            lets.push_back(e);
        } else if (e.is("assert") || e.is("report")) {
            checks.push_back(e);
        } else if (e.is("extends")) {
            const auto found = abstract_rules.find(e.attribute("rule"));
            if (!e.has("rule")) e.fail("lacks the attribute rule or href");
            if (found == abstract_rules.end()) e.fail("extends \"" + e.attribute("rule") + "\", which is no abstract rule of this pattern");
            read_rule(found->second, abstract_rules, lets, checks, depth + 1);
        } else if (e.node.namespace_uri() == kSchematronNamespace && !e.is("p") && !e.is("title")) {
            e.fail("cannot stand in a rule");
        }
    });
}

CompiledCheck SchemaCompiler::check(const SchemaElement& element, const Parameters& parameters, const Labels& rule) {
    CompiledCheck result;
    result.kind = element.is("assert") ? Outcome::Kind::failed_assert : Outcome::Kind::successful_report;
    result.labels = labels(element, parameters);
    result.written = {element.file, element.node.line()};
    if (result.labels.role.empty()) result.labels.role = rule.role;
    if (result.labels.flag.empty()) result.labels.flag = rule.flag;
    if (result.labels.severity.empty()) result.labels.severity = rule.severity;
    if (!element.has("test")) element.fail("lacks the attribute test");
    const std::string written = parameters.substitute(element.attribute("test"));
    attempt([&] {
        result.test = expression(element, written);
        if (result.test.text() != written) result.test_written = written;
    });
    attempt([&] { result.subject = optional_expression(element, "subject", parameters); });
    attempt([&] { result.text = text(element, parameters); });
    result.text.id.clear();
    refer(element, "diagnostics", diagnostics_, shared_diagnostics_, parameters, result.diagnostics);
    refer(element, "properties", properties_, shared_properties_, parameters, result.properties);
    return result;
}

}  // namespace irikteu::checks
