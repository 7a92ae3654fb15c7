#include "xml/xpath.hpp"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/quick_names.hpp"
#include "xml/value_conversion.hpp"
#include "xml/xpath_evaluator.hpp"
#include "xml/xpath_text.hpp"
#include "xml/xslt_language_state.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

void FunctionLibrary::add(std::string namespace_uri, std::string name, Function function) {
    const std::pair<std::string, std::string> key{std::move(namespace_uri), std::move(name)};
    of_texts_.erase(key);
    functions_[key] = std::move(function);
}

void FunctionLibrary::add_of_texts(std::string namespace_uri, std::string name, Function function) {
    const std::pair<std::string, std::string> key{std::move(namespace_uri), std::move(name)};
    of_texts_.insert(key);
    functions_[key] = std::move(function);
}

/// Two compiled forms: ours, where it knows the expression, and libxml2's, made when it is first needed.
struct Expression::State {
    std::string text;
    std::shared_ptr<const xpath::Expr> quick;
    mutable std::once_flag once;
    mutable xmlXPathCompExprPtr raw = nullptr;

    ~State() { xmlXPathFreeCompExpr(raw); }
    xmlXPathCompExprPtr thorough() const {
        std::call_once(once, [&] {
            const ErrorCollector collected;
            raw = xmlXPathCompile(BAD_CAST text.c_str());
        });
        if (raw == nullptr) throw Error(ErrorCode::malformed, "is not an XPath expression: " + text);
        return raw;
    }
};

namespace {
constexpr int kMaxNesting = 500;
}

Expression::Expression(const std::string& text) : state_(std::make_shared<State>()) {
    initialise();
    // Both parsers call themselves for each level.
    int depth = 0;
    for (const char c : text) {
        depth += (c == '(' || c == '[') - (c == ')' || c == ']');
        if (depth > kMaxNesting) throw Error(ErrorCode::malformed, "is an XPath expression nested more than " + std::to_string(kMaxNesting) + " deep");
    }
    state_->text = text;
    state_->quick = xpath::parse(text);
    if (!state_->quick) state_->thorough();
}

const std::string& Expression::text() const {
    static const std::string none;
    return state_ ? state_->text : none;
}

bool Expression::is_safe_with(const FunctionLibrary* functions, const Namespaces& namespaces) const {
    if (!state_ || !state_->quick) return false;
    for (const std::string& call : xpath::foreign_calls(*state_->quick)) {
        const std::size_t colon = call.find(':');
        const auto space = namespaces.find(colon == std::string::npos ? std::string() : call.substr(0, colon));
        if (functions == nullptr || colon == std::string::npos || space == namespaces.end()) return false;
        if (functions->functions().count({space->second, call.substr(colon + 1)}) == 0) return false;
    }
    return true;
}

struct XPathContext::State {
    State(xmlDocPtr of, const Namespaces& names, const FunctionLibrary* library, const XsltLanguage* its_language)
        : document(of), namespaces(names), functions(library), language(its_language ? &its_language->state() : nullptr) {
        evaluator.set_document(of);
    }
    ~State();

    xmlXPathContextPtr raw();
    /// Its value, computed now where it was pending; none where there is no such variable.
    xpath::Evaluator::Variable variable(const std::string& key);
    std::string key(const std::string& name) const;

    const xmlDocPtr document;
    const Namespaces namespaces;
    const FunctionLibrary* functions;
    const XsltLanguage::State* language;
    XPathContext* owner = nullptr;
    std::uint64_t last_version = 0;
    bool is_limited = false;  ///< By allow().
    QuickNames<Variable> variables;  ///< By name, "{uri}name" where it is in a namespace. Those that were taken away stay, absent.
    xpath::Evaluator evaluator{namespaces, functions, [this](const std::string& name) { return variable(name); }};
    std::unordered_set<const void*> slow;  ///< What the evaluator could not decide once.

    // libxml2's, made when first needed.
    xmlXPathContextPtr made = nullptr;
    Node current;
    std::unique_ptr<XsltRun> run;  ///< Owns `made` where there is a language.
};

namespace {

constexpr unsigned long kMaxOperations = 2'000'000'000;

void call_library(xmlXPathParserContextPtr context, int argument_count) {
    const auto* functions = static_cast<const FunctionLibrary*>(context->context->funcLookupData);
    const auto* uri = reinterpret_cast<const char*>(context->context->functionURI);
    const std::string name = reinterpret_cast<const char*>(context->context->function);
    auto found = functions->functions().find({uri ? uri : "", name});
    // Another thread may just be storing the namespace in the expression that both evaluate for the first time.
    if (found == functions->functions().end() && uri == nullptr) {
        found = std::find_if(functions->functions().begin(), functions->functions().end(),
                             [&](const auto& each) { return each.first.second == name; });
    }
    if (found == functions->functions().end()) {
        xmlXPathErr(context, XPATH_UNKNOWN_FUNC_ERROR);
        return;
    }
    call_function(context, argument_count, found->second);
}

xmlXPathFunction look_up(void* data, const xmlChar* name, const xmlChar* uri) {
    const auto* functions = static_cast<const FunctionLibrary*>(data);
    const auto found = functions->functions().find(
        {uri ? reinterpret_cast<const char*>(uri) : "", reinterpret_cast<const char*>(name)});
    return found == functions->functions().end() ? nullptr : call_library;
}

/// For a context with a language: our functions, then EXSLT's and those of the stylesheet.
xmlXPathFunction look_up_all(void* data, const xmlChar* name, const xmlChar* uri) {
    auto* functions = static_cast<FunctionLibrary*>(data);
    xmlXPathFunction found = functions == nullptr ? nullptr : look_up(functions, name, uri);
    return found != nullptr || uri == nullptr ? found : XsltRun::function(name, uri);
}

/// XSLT's current() (XSLT 1.0, 12.4): the node that the context was told of.
void call_current(xmlXPathParserContextPtr context, int argument_count) {
    if (argument_count != 0) {
        xmlXPathErr(context, XPATH_INVALID_ARITY);
        return;
    }
    auto* current = static_cast<Node*>(context->context->extra);
    valuePush(context, xmlXPathNewNodeSet(current->raw()));
}

/// XSLT's generate-id() (XSLT 1.0, 12.4).
void call_generate_id(xmlXPathParserContextPtr context, int argument_count) {
    const xmlNode* node = context->context->node;
    xmlXPathObjectPtr argument = nullptr;
    if (argument_count == 1) {
        argument = valuePop(context);
        if (argument == nullptr || argument->type != XPATH_NODESET) {
            xmlXPathFreeObject(argument);
            xmlXPathErr(context, XPATH_INVALID_TYPE);
            return;
        }
        node = nullptr;
        if (argument->nodesetval != nullptr && argument->nodesetval->nodeNr > 0) {
            xmlXPathNodeSetSort(argument->nodesetval);
            node = argument->nodesetval->nodeTab[0];
        }
    } else if (argument_count != 0) {
        xmlXPathErr(context, XPATH_INVALID_ARITY);
        return;
    }
    valuePush(context, xmlXPathNewString(BAD_CAST(node ? xpath::generated_id(node) : std::string()).c_str()));
    xmlXPathFreeObject(argument);
}

constexpr std::size_t kMaxMade = std::size_t{64} << 20;  ///< Bytes of a string that concat() may make, as in xpath_functions.cpp.

/// Counts text among the operations, of which libxml2 counts the steps alone.
void spend(xmlXPathParserContextPtr parser, std::size_t bytes) {
    xmlXPathContextPtr context = parser->context;
    if (context->opLimit == 0) return;
    if (bytes / 8 < context->opLimit - std::min(context->opCount, context->opLimit)) {
        context->opCount += bytes / 8;
        return;
    }
    context->opCount = context->opLimit;
    xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
}

template <xmlXPathFunction function>
void counted(xmlXPathParserContextPtr parser, int argument_count) {
    function(parser, argument_count);
    if (parser->error == XPATH_EXPRESSION_OK && parser->value != nullptr && parser->value->type == XPATH_STRING && parser->value->stringval != nullptr)
        spend(parser, std::string_view(reinterpret_cast<const char*>(parser->value->stringval)).size());
}

/// XPath's concat(), with an end.
void call_concat(xmlXPathParserContextPtr parser, int argument_count) {
    if (argument_count < 2) {
        xmlXPathErr(parser, XPATH_INVALID_ARITY);
        return;
    }
    std::vector<std::string> parts(static_cast<std::size_t>(argument_count));
    std::size_t size = 0;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        xmlXPathObjectPtr argument = valuePop(parser);
        xmlChar* text = size <= kMaxMade ? xmlXPathCastToString(argument) : nullptr;
        if (text != nullptr) *part = reinterpret_cast<const char*>(text);
        size += part->size();
        xmlFree(text);
        xmlXPathFreeObject(argument);
    }
    if (size > kMaxMade) {
        parser->context->opCount = parser->context->opLimit;
        xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
        return;
    }
    std::string all;
    for (const std::string& part : parts) all += part;
    spend(parser, all.size());
    if (parser->error == XPATH_EXPRESSION_OK) valuePush(parser, xmlXPathNewString(BAD_CAST all.c_str()));
}

/// The declarations in libxml2's form, kept until the process ends: a compiled expression remembers the URI of each
/// function that it has called (XPATH_OP_FUNCTION, cacheURI), so a URI must outlive the context that declared it.
const std::vector<xmlNsPtr>& interned(const Namespaces& namespaces) {
    static std::mutex mutex;
    static std::map<Namespaces, std::vector<xmlNsPtr>>& kept = *new std::map<Namespaces, std::vector<xmlNsPtr>>;
    const std::lock_guard lock(mutex);
    const auto [it, is_new] = kept.try_emplace(namespaces);
    if (is_new) {
        for (const auto& [prefix, uri] : it->first) {
            it->second.push_back(xmlNewNs(nullptr, BAD_CAST uri.c_str(), BAD_CAST prefix.c_str()));
        }
    }
    return it->second;
}

}  // namespace

XPathContext::State::~State() {
    if (run == nullptr) xmlXPathFreeContext(made);
}

std::string XPathContext::State::key(const std::string& name) const {
    const auto colon = name.find(':');
    if (colon == std::string::npos) return name;
    const auto found = namespaces.find(name.substr(0, colon));
    if (found == namespaces.end()) throw Error(ErrorCode::invalid, "undeclared prefix in $" + name);
    return "{" + found->second + "}" + name.substr(colon + 1);
}

xpath::Evaluator::Variable XPathContext::State::variable(const std::string& key) {
    Variable* const found = variables.find(key);
    if (found == nullptr || found->kind == Variable::Kind::absent) return {};
    Variable& variable = *found;
    if (variable.kind == Variable::Kind::pending) {
        // It was set before any Passing that lives now, and may outlive it: so do the trees that it is made of.
        struct Made {
            State& state;
            _xmlDoc* apart = state.run == nullptr ? nullptr : state.run->set_apart();
            bool is_value = false;
            ~Made() {
                if (state.run == nullptr) return;
                if (is_value) state.run->keep(apart);
                else if (state.run->release(apart)) state.evaluator.forget_passing();
            }
        } made_for_it{*this};
        variable.value = owner->evaluate(*variable.expression, variable.context);
        made_for_it.is_value = std::holds_alternative<NodeSet>(variable.value);
        variable.kind = Variable::Kind::known;
        variable.version = ++last_version;
    }
    return {&variable.value, variable.version};
}

namespace {

/// libxml2 asks here first for a variable.
template <class State>
xmlXPathObjectPtr look_up_variable(void* data, const xmlChar* name, const xmlChar* uri) {
    auto* state = static_cast<State*>(data);
    std::string key = reinterpret_cast<const char*>(name);
    if (uri != nullptr) key = "{" + std::string(reinterpret_cast<const char*>(uri)) + "}" + key;
    try {
        if (const Value* value = state->variable(key).value) {
            // It is copied, whatever becomes of it.
            const std::string* text = std::get_if<std::string>(value);
            const NodeSet* set = std::get_if<NodeSet>(value);
            if (state->made != nullptr) state->made->opCount += text != nullptr ? text->size() / 8 : set != nullptr ? set->size() : 0;
            return to_object(*value);
        }
    } catch (const Error& error) {
        xmlGenericError(xmlGenericErrorContext, "%s", error.what());
        return nullptr;
    }
    return state->run == nullptr ? nullptr : state->run->variable(name, uri);
}

}  // namespace

XPathContext::Passing::Passing(XPathContext& context) : state_(*context.state_), apart_(state_.run == nullptr ? nullptr : state_.run->set_apart()) {}
XPathContext::Passing::~Passing() {
    if (state_.run != nullptr && state_.run->release(apart_)) state_.evaluator.forget_passing();
}

xmlXPathContextPtr XPathContext::State::raw() {
    if (made != nullptr) return made;
    if (language != nullptr) {
        run = std::make_unique<XsltRun>(*language, document);
        made = run->context();
        xmlXPathRegisterFuncLookup(made, look_up_all, const_cast<FunctionLibrary*>(functions));
    } else {
        made = xmlXPathNewContext(document);
        made->extra = &current;
        xmlXPathRegisterFunc(made, BAD_CAST "current", call_current);
        if (functions != nullptr) xmlXPathRegisterFuncLookup(made, look_up, const_cast<FunctionLibrary*>(functions));
    }
    xmlXPathRegisterVariableLookup(made, look_up_variable<State>, this);
    made->opLimit = kMaxOperations;
    const std::vector<xmlNsPtr>& declared = interned(namespaces);
    made->namespaces = const_cast<xmlNsPtr*>(declared.data());
    made->nsNr = static_cast<int>(declared.size());
    xmlXPathContextSetCache(made, 1, -1, 0);
    xmlXPathRegisterFunc(made, BAD_CAST "generate-id", call_generate_id);
    static constexpr std::pair<const char*, xmlXPathFunction> texts[] = {
        {"concat", call_concat},
        {"string", counted<xmlXPathStringFunction>},
        {"translate", counted<xmlXPathTranslateFunction>},
        {"normalize-space", counted<xmlXPathNormalizeFunction>},
        {"substring", counted<xmlXPathSubstringFunction>},
        {"substring-before", counted<xmlXPathSubstringBeforeFunction>},
        {"substring-after", counted<xmlXPathSubstringAfterFunction>},
    };
    for (const auto& [name, function] : texts) {
        xmlXPathRegisterFunc(made, BAD_CAST name, nullptr);  // libxml2 replaces none.
        xmlXPathRegisterFunc(made, BAD_CAST name, function);
    }
    return made;
}

XPathContext::XPathContext(const Document& document, const Namespaces& namespaces, const FunctionLibrary* functions,
                           const XsltLanguage* language)
    : state_(std::make_unique<State>(document.raw(), namespaces, functions, language)) {
    initialise();
    xmlXPathOrderDocElems(document.raw());
    // What document() is given as a node is named as seen from the node's document (XSLT 1.0, 12.1).
    if (language != nullptr && document.raw()->URL == nullptr && !document.source().empty())
        document.raw()->URL = xmlStrdup(BAD_CAST document.source().c_str());
    state_->owner = this;
}

XPathContext::~XPathContext() = default;
XPathContext::XPathContext(XPathContext&& other) noexcept : state_(std::move(other.state_)) { state_->owner = this; }
XPathContext& XPathContext::operator=(XPathContext&& other) noexcept {
    state_ = std::move(other.state_);
    state_->owner = this;
    return *this;
}

void XPathContext::set_variable(const std::string& name, Value value) { set_variable(variable(name), std::move(value)); }
void XPathContext::set_variable(Variable& variable, Value value) {
    variable.kind = Variable::Kind::known;
    variable.value = std::move(value);
    variable.version = ++state_->last_version;
}

XPathContext::Variable& XPathContext::variable(const std::string& name) { return state_->variables[state_->key(name)]; }

void XPathContext::copy_variables_of(const XPathContext& other) {
    for (const auto& [key, variable] : other.state_->variables) {
        if (const Value* value = other.state_->variable(key).value) state_->variables[key] = {Variable::Kind::known, *value, nullptr, {}, ++state_->last_version};
    }
}

/// libxml2's evaluation of one expression. It may happen within another: a variable that is computed at its first use.
class XPathContext::Thorough {
  public:
    Thorough(State& state, const Expression& expression, Node context, Node current)
        : state_(state), expression_(expression), raw_(state.raw()), outer_current_(state.current), outer_node_(raw_->node),
          outer_size_(raw_->contextSize), outer_position_(raw_->proximityPosition), outer_count_(raw_->opCount), outer_limit_(raw_->opLimit) {
        if (state.language != nullptr) scope_.emplace(*state.language->disk, state.language->folder, folder_of_input(context));
        state_.current = current ? current : context;
        raw_->node = context.raw();
        raw_->contextSize = 1;
        raw_->proximityPosition = 1;
        const std::uint64_t spare = state_.is_limited ? state_.evaluator.spare() : kMaxOperations;
        if (spare == 0) throw Error(ErrorCode::limit_exceeded, "XPath " + expression_.text() + ": the evaluation takes too long");
        raw_->opCount = 0;
        raw_->opLimit = spare;
        if (state_.run != nullptr) state_.run->set_current(state_.current.raw());
    }
    ~Thorough() {
        if (state_.is_limited) state_.evaluator.allow(state_.evaluator.spare() - std::min<std::uint64_t>(raw_->opCount, state_.evaluator.spare()));
        raw_->opCount = outer_count_;
        raw_->opLimit = outer_limit_;
        state_.current = outer_current_;
        raw_->node = outer_node_;
        raw_->contextSize = outer_size_;
        raw_->proximityPosition = outer_position_;
        if (state_.run != nullptr) state_.run->set_current(outer_current_.raw());
    }
    Thorough(const Thorough&) = delete;
    Thorough& operator=(const Thorough&) = delete;

    Value value() {
        std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> result(xmlXPathCompiledEval(compiled(), raw_), xmlXPathFreeObject);
        if (!result || failed()) fail();
        return to_value(result.get());
    }
    bool truth() {
        const int result = xmlXPathCompiledEvalToBoolean(compiled(), raw_);
        if (result < 0 || failed()) fail();
        return result != 0;
    }

  private:
    xmlXPathCompExprPtr compiled() const { return expression_.state() == nullptr ? nullptr : expression_.state()->thorough(); }
    bool failed() const { return state_.run != nullptr && !collected_.empty(); }
    [[noreturn]] void fail() const {
        if (raw_->opCount >= raw_->opLimit) throw Error(ErrorCode::limit_exceeded, "XPath " + expression_.text() + ": the evaluation takes too long");
        const Error reason = collected_.error(ErrorCode::invalid, "it cannot be evaluated", {});
        throw Error(ErrorCode::invalid, "XPath " + expression_.text() + ": " + reason.message());
    }

    /// Where the document lies that is asked: "" where that is not known.
    static std::string folder_of_input(Node context) {
        const xmlDoc* document = context ? context.raw()->doc : nullptr;
        if (document == nullptr || document->URL == nullptr) return {};
        const std::string path(reinterpret_cast<const char*>(document->URL));
        const std::size_t slash = path.rfind('/');
        return slash == std::string::npos ? "." : path.substr(0, slash + 1);
    }

    State& state_;
    const Expression& expression_;
    xmlXPathContextPtr raw_;
    Node outer_current_;
    xmlNodePtr outer_node_;
    int outer_size_, outer_position_;
    unsigned long outer_count_, outer_limit_;
    std::optional<OpenScope> scope_;  ///< document() may read where the language allows.
    const ErrorCollector collected_;
};

namespace {

/// Asks the evaluator, where it knows the expression; nothing where libxml2 has to be asked.
template <class State, class Ask>
auto quickly(State& state, const Expression& expression, Ask ask) -> std::optional<decltype(ask(state.evaluator, std::declval<const xpath::Expr&>()))> {
    const xpath::Expr* quick = expression.state() == nullptr ? nullptr : expression.state()->quick.get();
    if (quick == nullptr || state.slow.count(quick) != 0) return std::nullopt;
    try {
        return ask(state.evaluator, *quick);
    } catch (const xpath::Undecided&) {
        state.slow.insert(quick);
        return std::nullopt;
    } catch (const Error& error) {
        const bool is_limit = error.code() == ErrorCode::limit_exceeded;
        throw Error(is_limit ? error.code() : ErrorCode::invalid, "XPath " + expression.text() + ": " + error.message());
    }
}

xmlNodePtr current_of(Node context, Node current) { return current ? current.raw() : context.raw(); }

}  // namespace

void XPathContext::allow(std::uint64_t work) {
    state_->is_limited = true;
    state_->evaluator.allow(work);
}

std::uint64_t XPathContext::spare() const { return state_->evaluator.spare(); }

Value XPathContext::evaluate(const Expression& expression, Node context, Node current) {
    auto result = quickly(*state_, expression, [&](xpath::Evaluator& evaluator, const xpath::Expr& quick) {
        return evaluator.value(quick, context.raw(), current_of(context, current));
    });
    return result ? std::move(*result) : Thorough(*state_, expression, context, current).value();
}

bool XPathContext::evaluate_boolean(const Expression& expression, Node context, Node current) {
    const auto result = quickly(*state_, expression, [&](xpath::Evaluator& evaluator, const xpath::Expr& quick) {
        return evaluator.truth(quick, context.raw(), current_of(context, current));
    });
    return result ? *result : Thorough(*state_, expression, context, current).truth();
}

std::string XPathContext::evaluate_string(const Expression& expression, Node context, Node current) {
    auto result = quickly(*state_, expression, [&](xpath::Evaluator& evaluator, const xpath::Expr& quick) {
        return evaluator.string(quick, context.raw(), current_of(context, current));
    });
    return result ? std::move(*result) : to_string(Thorough(*state_, expression, context, current).value());
}

NodeSet XPathContext::evaluate_nodes(const Expression& expression, Node context, Node current) {
    Value value = evaluate(expression, context, current);
    if (auto* nodes = std::get_if<NodeSet>(&value)) return std::move(*nodes);
    throw Error(ErrorCode::invalid, "XPath " + expression.text() + ": gives no node-set");
}

}  // namespace irikteu::xml
