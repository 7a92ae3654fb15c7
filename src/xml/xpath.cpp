#include "xml/xpath.hpp"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/value_conversion.hpp"
#include "xml/xslt_language_state.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

void FunctionLibrary::add(std::string namespace_uri, std::string name, Function function) {
    functions_[{std::move(namespace_uri), std::move(name)}] = std::move(function);
}

Expression::Expression(const std::string& text) : text_(text) {
    initialise();
    const ErrorCollector collected;
    raw_ = std::shared_ptr<void>(xmlXPathCompile(BAD_CAST text.c_str()), [](void* raw) {
        xmlXPathFreeCompExpr(static_cast<xmlXPathCompExprPtr>(raw));
    });
    if (!raw_) throw Error(ErrorCode::malformed, "is not an XPath expression: " + text);
}

struct XPathContext::State {
    xmlXPathContextPtr raw = nullptr;
    const FunctionLibrary* functions = nullptr;
    Namespaces namespaces;
    Node current;
    const XsltLanguage::State* language = nullptr;
    std::unique_ptr<XsltRun> run;  ///< Owns `raw` where there is a language.
    ~State();
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

/// For a context with a language: the context's variables, then those of a declared function that runs.
xmlXPathObjectPtr look_up_variable(void* data, const xmlChar* name, const xmlChar* uri) {
    const auto* run = static_cast<const XsltRun*>(data);
    void* own = xmlHashLookup2(run->context()->varHash, name, uri);
    if (own != nullptr) return xmlXPathObjectCopy(static_cast<xmlXPathObjectPtr>(own));
    return run->variable(name, uri);
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

/// A name for a node that is the same in every run: its place among its siblings on each level, and its kind.
std::string generated_id(const xmlNode* node) {
    std::string id;
    for (; node != nullptr && node->type != XML_DOCUMENT_NODE; node = node->parent) {
        std::size_t position = 1;
        for (const xmlNode* before = node->prev; before != nullptr; before = before->prev) ++position;
        id += (node->type == XML_ATTRIBUTE_NODE ? "a" : "n") + std::to_string(position);
    }
    return "id" + id;
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
    valuePush(context, xmlXPathNewString(BAD_CAST(node ? generated_id(node) : std::string()).c_str()));
    xmlXPathFreeObject(argument);
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

std::pair<std::string, std::string> split_name(const std::string& name, const Namespaces& namespaces) {
    const auto colon = name.find(':');
    if (colon == std::string::npos) return {"", name};
    const auto found = namespaces.find(name.substr(0, colon));
    if (found == namespaces.end()) throw Error(ErrorCode::invalid, "undeclared prefix in $" + name);
    return {found->second, name.substr(colon + 1)};
}

}  // namespace

XPathContext::State::~State() {
    if (run == nullptr) xmlXPathFreeContext(raw);
}

XPathContext::XPathContext(const Document& document, const Namespaces& namespaces, const FunctionLibrary* functions,
                           const XsltLanguage* language)
    : state_(std::make_unique<State>()) {
    initialise();
    xmlXPathOrderDocElems(document.raw());
    State& state = *state_;
    state.namespaces = namespaces;
    state.functions = functions;
    if (language != nullptr) {
        state.language = &language->state();
        state.run = std::make_unique<XsltRun>(*state.language, document.raw());
        state.raw = state.run->context();
        xmlXPathRegisterVariableLookup(state.raw, look_up_variable, state.run.get());
        xmlXPathRegisterFuncLookup(state.raw, look_up_all, const_cast<FunctionLibrary*>(functions));
    } else {
        state.raw = xmlXPathNewContext(document.raw());
        state.raw->extra = &state.current;
        xmlXPathRegisterFunc(state.raw, BAD_CAST "current", call_current);
        if (functions != nullptr) xmlXPathRegisterFuncLookup(state.raw, look_up, const_cast<FunctionLibrary*>(functions));
    }
    state.raw->opLimit = kMaxOperations;
    const std::vector<xmlNsPtr>& declared = interned(namespaces);
    state.raw->namespaces = const_cast<xmlNsPtr*>(declared.data());
    state.raw->nsNr = static_cast<int>(declared.size());
    xmlXPathContextSetCache(state.raw, 1, -1, 0);
    xmlXPathRegisterFunc(state.raw, BAD_CAST "generate-id", call_generate_id);
}

XPathContext::~XPathContext() = default;
XPathContext::XPathContext(XPathContext&&) noexcept = default;
XPathContext& XPathContext::operator=(XPathContext&&) noexcept = default;

void XPathContext::set_variable(const std::string& name, const Value& value) {
    const auto [uri, local] = split_name(name, state_->namespaces);
    xmlXPathRegisterVariableNS(state_->raw, BAD_CAST local.c_str(), uri.empty() ? nullptr : BAD_CAST uri.c_str(),
                               to_object(value));
}

void XPathContext::remove_variable(const std::string& name) {
    const auto [uri, local] = split_name(name, state_->namespaces);
    xmlXPathRegisterVariableNS(state_->raw, BAD_CAST local.c_str(), uri.empty() ? nullptr : BAD_CAST uri.c_str(),
                               nullptr);
}

namespace {
struct FreeObject {
    void operator()(xmlXPathObjectPtr object) const { xmlXPathFreeObject(object); }
};
}  // namespace

void XPathContext::prepare(Node context, Node current) {
    state_->current = current ? current : context;
    state_->raw->node = context.raw();
    state_->raw->contextSize = 1;
    state_->raw->proximityPosition = 1;
    state_->raw->opCount = 0;
    if (state_->run != nullptr) state_->run->set_current(state_->current.raw());
}

/// While it lives, document() may read where the language allows.
class XPathContext::Reading {
  public:
    explicit Reading(const State& state) {
        if (state.language != nullptr) scope_.emplace(*state.language->disk, state.language->folder);
    }

  private:
    std::optional<OpenScope> scope_;
};

namespace {
[[noreturn]] void fail(const Expression& expression, const ErrorCollector& collected) {
    const Error reason = collected.error(ErrorCode::invalid, "it cannot be evaluated", {});
    throw Error(ErrorCode::invalid, "XPath " + expression.text() + ": " + reason.message());
}
}  // namespace

Value XPathContext::evaluate(const Expression& expression, Node context, Node current) {
    const ErrorCollector collected;
    const Reading reading(*state_);
    prepare(context, current);
    const std::unique_ptr<xmlXPathObject, FreeObject> result(
        xmlXPathCompiledEval(static_cast<xmlXPathCompExprPtr>(expression.raw()), state_->raw));
    if (!result || (state_->run != nullptr && !collected.empty())) fail(expression, collected);
    return to_value(result.get());
}

bool XPathContext::evaluate_boolean(const Expression& expression, Node context, Node current) {
    const ErrorCollector collected;
    const Reading reading(*state_);
    prepare(context, current);
    const int result = xmlXPathCompiledEvalToBoolean(static_cast<xmlXPathCompExprPtr>(expression.raw()), state_->raw);
    if (result < 0 || (state_->run != nullptr && !collected.empty())) fail(expression, collected);
    return result != 0;
}
std::string XPathContext::evaluate_string(const Expression& expression, Node context, Node current) {
    return to_string(evaluate(expression, context, current));
}
NodeSet XPathContext::evaluate_nodes(const Expression& expression, Node context, Node current) {
    Value value = evaluate(expression, context, current);
    if (auto* nodes = std::get_if<NodeSet>(&value)) return std::move(*nodes);
    throw Error(ErrorCode::invalid, "XPath " + expression.text() + ": gives no node-set");
}

}  // namespace irikteu::xml
