#include "xml/xpath.hpp"

#include <optional>
#include <utility>

#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/thorough_xpath.hpp"
#include "xml/xpath_state.hpp"

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

XPathContext::Passing::Passing(XPathContext& context) : state_(*context.state_), apart_(state_.run == nullptr ? nullptr : state_.run->set_apart()) {}
XPathContext::Passing::~Passing() {
    if (state_.run != nullptr && state_.run->release(apart_)) state_.evaluator.forget_passing();
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

namespace {

/// Asks the evaluator, where it knows the expression; nothing where libxml2 has to be asked.
template <class Ask>
auto quickly(XPathContext::State& state, const Expression& expression, Ask ask) -> std::optional<decltype(ask(state.evaluator, std::declval<const xpath::Expr&>()))> {
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
    return result ? std::move(*result) : ThoroughXPath(*state_, expression, context, current).value();
}

bool XPathContext::evaluate_boolean(const Expression& expression, Node context, Node current) {
    const auto result = quickly(*state_, expression, [&](xpath::Evaluator& evaluator, const xpath::Expr& quick) {
        return evaluator.truth(quick, context.raw(), current_of(context, current));
    });
    return result ? *result : ThoroughXPath(*state_, expression, context, current).truth();
}

std::string XPathContext::evaluate_string(const Expression& expression, Node context, Node current) {
    auto result = quickly(*state_, expression, [&](xpath::Evaluator& evaluator, const xpath::Expr& quick) {
        return evaluator.string(quick, context.raw(), current_of(context, current));
    });
    return result ? std::move(*result) : to_string(ThoroughXPath(*state_, expression, context, current).value());
}

NodeSet XPathContext::evaluate_nodes(const Expression& expression, Node context, Node current) {
    Value value = evaluate(expression, context, current);
    if (auto* nodes = std::get_if<NodeSet>(&value)) return std::move(*nodes);
    throw Error(ErrorCode::invalid, "XPath " + expression.text() + ": gives no node-set");
}

}  // namespace irikteu::xml
