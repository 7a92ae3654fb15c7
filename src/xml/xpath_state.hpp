#pragma once

#include <libxml/xpath.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>

#include "xml/quick_names.hpp"
#include "xml/xpath.hpp"
#include "xml/xpath_evaluator.hpp"
#include "xml/xslt_language_state.hpp"

/// For this folder only: what expressions and contexts hold, for the quick evaluation and the thorough one.
namespace irikteu::xml {

/// Two compiled forms: ours, where it knows the expression, and libxml2's, made when it is first needed.
struct Expression::State {
    std::string text;
    std::shared_ptr<const xpath::Expr> quick;
    mutable std::once_flag once;
    mutable xmlXPathCompExprPtr raw = nullptr;

    ~State() { xmlXPathFreeCompExpr(raw); }
    /// libxml2's form. Throws Error(malformed).
    xmlXPathCompExprPtr thorough() const;
};

struct XPathContext::State {
    State(xmlDocPtr of, const Namespaces& names, const FunctionLibrary* library, const XsltLanguage* its_language)
        : document(of), namespaces(names), functions(library), language(its_language ? &its_language->state() : nullptr) {
        evaluator.set_document(of);
    }
    ~State();

    /// libxml2's context, made when it is first asked for.
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

}  // namespace irikteu::xml
