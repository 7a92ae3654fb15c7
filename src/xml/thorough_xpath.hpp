#pragma once

#include <libxml/xpath.h>

#include <optional>
#include <string>

#include "xml/library.hpp"
#include "xml/xpath_state.hpp"

namespace irikteu::xml {

/// For this folder only: libxml2's evaluation of one expression. It may happen within another: a variable that is computed at its first use.
class ThoroughXPath {
  public:
    /// Throws Error(limit_exceeded) where no work is left. What is given lasts as long as this.
    ThoroughXPath(XPathContext::State& state, const Expression& expression, Node context, Node current);
    ~ThoroughXPath();
    ThoroughXPath(const ThoroughXPath&) = delete;
    ThoroughXPath& operator=(const ThoroughXPath&) = delete;

    // Once; each throws Error(invalid) with the expression and the reason, or Error(limit_exceeded).
    Value value();
    bool truth();

  private:
    xmlXPathCompExprPtr compiled() const { return expression_.state() == nullptr ? nullptr : expression_.state()->thorough(); }
    bool failed() const { return state_.run != nullptr && !collected_.empty(); }
    [[noreturn]] void fail() const;
    [[noreturn]] void fail_by_limit() const;

    XPathContext::State& state_;
    const Expression& expression_;
    xmlXPathContextPtr raw_;
    Node outer_current_;
    xmlNodePtr outer_node_;
    int outer_size_, outer_position_;
    unsigned long outer_count_, outer_limit_;
    std::optional<OpenScope> scope_;  ///< document() may read where the language allows.
    const ErrorCollector collected_;
};

}  // namespace irikteu::xml
