#include "xml/thorough_xpath.hpp"

#include <libxml/xpathInternals.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/error.hpp"
#include "xml/thorough_functions.hpp"
#include "xml/value_conversion.hpp"

namespace irikteu::xml {

using base::Error;
using base::ErrorCode;

namespace {

constexpr unsigned long kMaxOperations = 2'000'000'000;

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

/// libxml2 asks here first for a variable.
xmlXPathObjectPtr look_up_variable(void* data, const xmlChar* name, const xmlChar* uri) {
    auto* state = static_cast<XPathContext::State*>(data);
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

/// Where the document lies that is asked: "" where that is not known.
std::string folder_of_input(Node context) {
    const xmlDoc* document = context ? context.raw()->doc : nullptr;
    if (document == nullptr || document->URL == nullptr) return {};
    const std::string path(reinterpret_cast<const char*>(document->URL));
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

xmlXPathCompExprPtr Expression::State::thorough() const {
    std::call_once(once, [&] {
        const ErrorCollector collected;
        raw = xmlXPathCompile(BAD_CAST text.c_str());
    });
    if (raw == nullptr) throw Error(ErrorCode::malformed, "is not an XPath expression: " + text);
    return raw;
}

XPathContext::State::~State() {
    if (run == nullptr) xmlXPathFreeContext(made);
}

xmlXPathContextPtr XPathContext::State::raw() {
    if (made != nullptr) return made;
    if (language != nullptr) {
        run = std::make_unique<XsltRun>(*language, document);
        made = run->context();
        add_library_and_language(made, functions);
    } else {
        made = xmlXPathNewContext(document);
        add_library(made, functions, current);
    }
    xmlXPathRegisterVariableLookup(made, look_up_variable, this);
    made->opLimit = kMaxOperations;
    const std::vector<xmlNsPtr>& declared = interned(namespaces);
    made->namespaces = const_cast<xmlNsPtr*>(declared.data());
    made->nsNr = static_cast<int>(declared.size());
    xmlXPathContextSetCache(made, 1, -1, 0);
    add_core_functions(made);
    return made;
}

ThoroughXPath::ThoroughXPath(XPathContext::State& state, const Expression& expression, Node context, Node current)
    : state_(state), expression_(expression), raw_(state.raw()), outer_current_(state.current), outer_node_(raw_->node),
      outer_size_(raw_->contextSize), outer_position_(raw_->proximityPosition), outer_count_(raw_->opCount), outer_limit_(raw_->opLimit) {
    if (state.language != nullptr) scope_.emplace(*state.language->disk, state.language->folder, folder_of_input(context));
    state_.current = current ? current : context;
    raw_->node = context.raw();
    raw_->contextSize = 1;
    raw_->proximityPosition = 1;
    const std::uint64_t spare = state_.is_limited ? state_.evaluator.spare() : kMaxOperations;
    if (spare == 0) fail_by_limit();
    raw_->opCount = 0;
    raw_->opLimit = spare;
    if (state_.run != nullptr) state_.run->set_current(state_.current.raw());
}

ThoroughXPath::~ThoroughXPath() {
    if (state_.is_limited) state_.evaluator.allow(state_.evaluator.spare() - std::min<std::uint64_t>(raw_->opCount, state_.evaluator.spare()));
    raw_->opCount = outer_count_;
    raw_->opLimit = outer_limit_;
    state_.current = outer_current_;
    raw_->node = outer_node_;
    raw_->contextSize = outer_size_;
    raw_->proximityPosition = outer_position_;
    if (state_.run != nullptr) state_.run->set_current(outer_current_.raw());
}

Value ThoroughXPath::value() {
    std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> result(xmlXPathCompiledEval(compiled(), raw_), xmlXPathFreeObject);
    if (!result || failed()) fail();
    return to_value(result.get());
}

bool ThoroughXPath::truth() {
    const int result = xmlXPathCompiledEvalToBoolean(compiled(), raw_);
    if (result < 0 || failed()) fail();
    return result != 0;
}

void ThoroughXPath::fail() const {
    if (raw_->opCount >= raw_->opLimit) fail_by_limit();
    const Error reason = collected_.error(ErrorCode::invalid, "it cannot be evaluated", {});
    throw Error(ErrorCode::invalid, "XPath " + expression_.text() + ": " + reason.message());
}

void ThoroughXPath::fail_by_limit() const { throw Error(ErrorCode::limit_exceeded, "XPath " + expression_.text() + ": the evaluation takes too long"); }

}  // namespace irikteu::xml
