#include <algorithm>
#include <atomic>
#include <exception>
#include <latch>
#include <set>
#include <system_error>
#include <thread>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "checks/schema_compiler.hpp"

namespace irikteu::checks {

SchemaCompiler::SchemaCompiler(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions, MessageContext messages, bool proven)
    : schema_(std::make_shared<CompiledSchema>()), tree_(*tree), proven_(proven) {
    schema_->tree = std::move(tree);
    schema_->functions = functions;
    read_head(messages);
}

std::shared_ptr<const CompiledSchema> SchemaCompiler::run() {
    faults_.gather();
    tree_.children(tree_.root(), [&](const SchemaElement& e) { attempt([&] { collect(e); }); });
    for (const SchemaElement& file : tree_.roots())
        if (file.file != tree_.root().file) prefixes_.enter(file, schema_->namespaces);
    Elements schema_lets;
    for (const SchemaElement& element : top_) {
        if (element.is("let") || element.is("param")) schema_lets.push_back(element);
        else attempt([&] { share_lets(element); });
    }
    for (const SchemaElement& element : phases_)
        tree_.children(element, [&](const SchemaElement& e) { if (e.is("let")) scope_.of_some_phase(e.attribute("name")); });
    attempt([&] { schema_->lets = lets(schema_lets, VariableScope::Level::schema, {}); });
    if (pays_to_share()) share_patterns();
    else for (const SchemaElement& element : top_) attempt([&] { compile_top(element); });
    faults_.end();
    schema_->patterns = std::move(compiled_);
    schema_->borrows = std::any_of(schema_->patterns.begin(), schema_->patterns.end(), [](const CompiledPattern& each) { return each.borrows; });
    phase_of_all();
    faults_.gather();
    for (const SchemaElement& element : phases_) attempt([&] { phase(element); });
    faults_.end();
    for (CompiledPhase& each : schema_->phases) plan_walks(each);
    if (!schema_->default_phase.empty() && schema_->default_phase[0] != '#') check_default_phase();
    read_language();
    number_variables();
    return schema_;
}

void SchemaCompiler::number_variables() {
    std::map<std::string, std::size_t> numbers;
    const auto number = [&](std::vector<CompiledLet>& lets) {
        for (CompiledLet& let : lets) let.number = numbers.try_emplace(let.name, numbers.size()).first->second;
    };
    number(schema_->lets);
    for (CompiledPhase& phase : schema_->phases) number(phase.lets);
    for (CompiledPattern& pattern : schema_->patterns) {
        number(pattern.lets);
        for (CompiledRule& rule : pattern.rules) number(rule.lets);
    }
    schema_->variables = numbers.size();
}

void SchemaCompiler::read_head(MessageContext messages) {
    const SchemaElement root = tree_.root();
    static const std::set<std::string> ours = {"", "xslt", "xslt1", "xslt1.1", "exslt", "xpath", "xpath1"};
    const std::string binding = root.attribute("queryBinding");
    if (ours.count(base::ascii_lower(binding)) == 0)
        root.fail("has the query language \"" + binding + "\"; only \"xslt\" (XPath 1.0) is known", base::ErrorCode::unsupported);
    schema_->schema_version = root.attribute("schemaVersion");
    schema_->default_phase = root.attribute("defaultPhase");
    schema_->lang = root.lang();
    const std::string edition = root.attribute("schematronEdition");
    schema_->messages = edition.empty() ? messages : edition < "2025" ? MessageContext::rule : MessageContext::subject;
}

void SchemaCompiler::register_id(const SchemaElement& element, ById& ids) const {
    const std::string id = element.attribute("id");
    if (!id.empty() && !ids.emplace(id, element).second) element.fail("has an id that another " + std::string(element.node.name()) + " has too");
}

/// First pass: namespaces, and everything that is referred to by id.
void SchemaCompiler::collect(const SchemaElement& element) {
    if (element.is("ns")) return add_namespace(element);
    if (element.is("title")) {
        schema_->title = xml::normalize_space(element.node.text());
    } else if (element.is("p")) {
        schema_->paragraphs.push_back({{}, element.lang(), {}, {}, {}, element.attribute("icon"), {}, {{TextRun::Kind::text, element.node.text(), {}, {}}}});
    } else if (element.is("diagnostics")) {
        collect_texts(element, "diagnostic", diagnostics_);
    } else if (element.is("properties")) {
        collect_texts(element, "property", properties_);
    } else if (element.is("rules")) {
        tree_.children(element, [&](const SchemaElement& e) {
            if (!e.is("rule")) return;
            if (e.attribute("abstract") != "true") e.fail("is not abstract, as a rule outside patterns must be");
            register_id(e, shared_rules_);
        });
    } else if (element.is("phase")) {
        if (!element.has("id")) element.fail("lacks the attribute id");
        register_id(element, phase_ids_);
        phases_.push_back(element);
    } else {
        if (element.is("pattern") || element.is("group")) {
            register_id(element, pattern_ids_);
            if (element.attribute("abstract") == "true") abstract_patterns_[element.attribute("id")] = element;
        }
        top_.push_back(element);
    }
}

void SchemaCompiler::collect_texts(const SchemaElement& element, std::string_view kind, ById& into) {
    tree_.children(element, [&](const SchemaElement& e) {
        if (e.is(kind)) {
            if (!e.has("id")) e.fail("lacks the attribute id");
            register_id(e, into);
        } else if (e.node.namespace_uri() == kSchematronNamespace) {
            e.fail("cannot stand in " + std::string(element.node.name()));
        }
    });
}

void SchemaCompiler::add_namespace(const SchemaElement& element) {
    const std::string prefix = element.attribute("prefix");
    const std::string uri = element.attribute("uri");
    if (prefix.empty() || !element.has("uri")) element.fail("lacks the attribute " + std::string(prefix.empty() ? "prefix" : "uri"));
    const auto [known, fresh] = schema_->namespaces.emplace(prefix, uri);
    if (!fresh && known->second != uri) element.fail("declares the prefix \"" + prefix + "\" a second time");
    if (fresh) schema_->namespaces_in_order.emplace_back(prefix, uri);
}

void SchemaCompiler::compile_top(const SchemaElement& element) {
    if (element.is("pattern") || element.is("group")) {
        if (element.attribute("abstract") != "true") pattern(element);
        else if (!element.has("id")) element.fail("is abstract and lacks the attribute id");
        else if (element.has("is-a")) element.fail("is abstract and an instance at once");
    } else if (element.node.is_element("key", kXsltNamespace)) {
        key(element);
    } else if (element.node.namespace_uri() == kSchematronNamespace && !element.is("let") && !element.is("param")) {
        element.fail("cannot stand in a schema");
    } else if (element.node.namespace_uri() == kXsltNamespace || element.node.namespace_uri() == kFunctionsNamespace) {
        static const std::set<std::string_view> known = {"function", "decimal-format", "include", "import", "namespace-alias",
                                                         "variable", "param",          "template", "output"};
        if (known.count(element.node.name()) == 0) element.fail("is no part of the query language binding xslt", base::ErrorCode::unsupported);
        language_elements_.push_back(element);
    }
}

/// Files read as they are met, and small schemas, are compiled by one thread.
bool SchemaCompiler::pays_to_share() const {
    constexpr std::ptrdiff_t kManyPatterns = 8;
    const auto patterns = std::count_if(top_.begin(), top_.end(), [](const SchemaElement& e) { return e.is("pattern"); });
    return patterns >= kManyPatterns && tree_.is_whole() && std::thread::hardware_concurrency() > 1;
}

/// Compiles the patterns on two threads: what they share is known by now and no longer changes. The second one has all its
/// own, but for the tree and the schema's head, which both only read. Faults are told as one thread would, the first one first.
void SchemaCompiler::share_patterns() {
    Elements patterns;
    for (const SchemaElement& element : top_) {
        if (element.is("pattern") || element.is("group")) patterns.push_back(element);
        else attempt([&] { compile_top(element); });
    }
    const std::vector<base::Error> earlier = faults_.take();
    struct Made {
        std::vector<CompiledPattern> patterns;  ///< None of an abstract one.
        std::vector<base::Error> faults;
        std::exception_ptr failure;  ///< What is no fault of the schema.
    };
    std::vector<Made> made(patterns.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&](SchemaCompiler& compiler) {
        for (std::size_t i; (i = next.fetch_add(1)) < patterns.size();) {
            try {
                compiler.attempt([&] { compiler.compile_top(patterns[i]); });
                made[i].faults = compiler.faults_.take();
            } catch (const base::SeveralErrors& several) {
                made[i].faults = base::all_of(several);
                compiler.faults_.gather();
            } catch (...) {
                made[i].failure = std::current_exception();
            }
            made[i].patterns = std::move(compiler.compiled_);
            compiler.compiled_.clear();
        }
    };
    SchemaCompiler other(*this);
    {
        const auto done = std::make_shared<std::latch>(1);
        std::jthread second;
        try {
            second = std::jthread([&, done] {
                work(other);
                done->count_down();
            });
        } catch (const std::system_error&) {  // No thread to be had: this one does it all.
        }
        work(*this);
        // Its end, for which nobody waits here, takes a while: its memory is handed on.
        if (second.joinable()) {
            done->wait();
            schema_->helper = std::move(second);
        }
    }
    needs_language_ = needs_language_ || other.needs_language_;
    for (const base::Error& fault : earlier) faults_.add(fault);
    for (Made& each : made) {
        if (each.failure) std::rethrow_exception(each.failure);
        for (const base::Error& fault : each.faults) faults_.add(fault);
        std::move(each.patterns.begin(), each.patterns.end(), std::back_inserter(compiled_));
    }
}

void SchemaCompiler::key(const SchemaElement& element) {
    CompiledKey result;
    result.name = element.attribute("name");
    if (result.name.empty()) element.fail("lacks the attribute name");
    if (const std::size_t colon = result.name.find(':'); colon != std::string::npos) {
        check_prefix(element, result.name, result.name);
        result.name = "{" + schema_->namespaces.at(result.name.substr(0, colon)) + "}" + result.name.substr(colon + 1);
    }
    result.match = match(element, element.attribute("match"));
    result.use = optional_expression(element, "use", {});
    if (!result.use) result.constant = element.node.text();
    schema_->keys.push_back(std::move(result));
}

void SchemaCompiler::phase_of_all() {
    CompiledPhase all;
    all.id = "#ALL";
    for (std::size_t i = 0; i < schema_->patterns.size(); ++i) all.patterns.push_back(i);
    schema_->phases.push_back(std::move(all));
}

void SchemaCompiler::phase(const SchemaElement& element) {
    CompiledPhase result;
    result.id = element.attribute("id");
    std::set<std::size_t> active;
    Elements own;
    tree_.children(element, [&](const SchemaElement& e) {
        if (e.is("let")) return own.push_back(e);
        if (!e.is("active")) {
            if (e.node.namespace_uri() == kSchematronNamespace && !e.is("p") && !e.is("title")) e.fail("cannot stand in a phase");
            return;
        }
        const std::string id = e.attribute("pattern");
        if (id.empty()) e.fail("lacks the attribute pattern");
        const auto found = std::find_if(schema_->patterns.begin(), schema_->patterns.end(),
                                        [&](const CompiledPattern& pattern) { return pattern.labels.id == id; });
        if (found == schema_->patterns.end()) e.fail("activates \"" + id + "\", which is no pattern");
        active.insert(static_cast<std::size_t>(found - schema_->patterns.begin()));
    });
    scope_.leave(VariableScope::Level::phase);
    result.lets = lets(own, VariableScope::Level::phase, {});
    result.when = optional_expression(element, "when", {});
    if (element.has("from")) result.from = match(element, element.attribute("from"));
    result.patterns.assign(active.begin(), active.end());
    schema_->phases.push_back(std::move(result));
}

void SchemaCompiler::plan_walks(CompiledPhase& phase) const {
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

void SchemaCompiler::check_default_phase() const {
    for (const CompiledPhase& each : schema_->phases)
        if (each.id == schema_->default_phase) return;
    tree_.root().fail("has the default phase \"" + schema_->default_phase + "\", which does not exist");
}

/// A stylesheet that declares functions of XSLT 2.0 is taken in, so that they become functions of EXSLT as the schema's own do.
void SchemaCompiler::read_language_element(const SchemaElement& element, int depth) {
    const bool refers = element.node.is_element("include", kXsltNamespace) || element.node.is_element("import", kXsltNamespace);
    if (refers && depth > 40) element.fail("includes itself");
    if (refers) {
        const SchemaElement sheet = tree_.other_file(element);
        bool has_functions = false;
        for (xml::Node node : sheet.node.elements()) has_functions = has_functions || node.is_element("function", kXsltNamespace);
        if (has_functions) {
            for (xml::Node node : sheet.node.elements()) read_language_element({node, sheet.file}, depth + 1);
            return;
        }
    }
    language_elements_.push_back(element);
}

void SchemaCompiler::read_language() {
    if (!needs_language_ && language_elements_.empty()) return;
    Elements written;
    written.swap(language_elements_);
    for (const SchemaElement& element : written) read_language_element(element, 0);
    const std::string& path = *tree_.root().file;
    schema_->language = xml::XsltLanguage::compile(language_stylesheet(language_elements_, schema_->namespaces), tree_.disk(), path);
}

std::shared_ptr<const CompiledSchema> compile_schema(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions,
                                                     MessageContext messages, bool proven) {
    return SchemaCompiler(std::move(tree), functions, messages, proven).run();
}

}  // namespace irikteu::checks
