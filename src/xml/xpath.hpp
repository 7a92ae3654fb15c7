#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "xml/document.hpp"

struct _xmlDoc;

namespace irikteu::xml {

class XsltLanguage;

using NodeSet = std::vector<Node>;
/// The four types of XPath 1.0.
using Value = std::variant<bool, double, std::string, NodeSet>;

std::string to_string(const Value& value);  ///< XPath's string()
bool to_boolean(const Value& value);        ///< XPath's boolean()
double to_number(const Value& value);       ///< XPath's number()

/// An extension function. May throw base::Error: the evaluation then fails with its message.
using Function = std::function<Value(std::span<const Value> arguments)>;

/// Extension functions by (namespace URI, local name); one library serves XPath and XSLT, and may be shared by threads
/// once it is filled.
class FunctionLibrary {
  public:
    void add(std::string namespace_uri, std::string name, Function function);
    /// What it gives depends on nothing but its arguments' texts, as long as a document is looked at: need not be called twice.
    void add_of_texts(std::string namespace_uri, std::string name, Function function);
    const std::map<std::pair<std::string, std::string>, Function>& functions() const { return functions_; }
    /// Whether the function of that name was added as one of texts.
    bool is_of_texts(const std::pair<std::string, std::string>& name) const { return of_texts_.count(name) != 0; }

  private:
    std::map<std::pair<std::string, std::string>, Function> functions_;
    std::set<std::pair<std::string, std::string>> of_texts_;
};

/// Prefix to URI, for the names in expressions.
using Namespaces = std::map<std::string, std::string>;

/// An XPath 1.0 expression, compiled once; may be shared by threads.
class Expression {
  public:
    Expression() = default;
    /// Throws Error(malformed) that quotes the expression.
    explicit Expression(const std::string& text);
    const std::string& text() const;
    /// Whether evaluation can fail at most in one of `functions`, which may be null: every other name and type is known to
    /// be right, variables apart.
    bool is_safe_with(const FunctionLibrary* functions, const Namespaces& namespaces) const;

    struct State;  ///< This folder only.
    const State* state() const { return state_.get(); }

  private:
    std::shared_ptr<State> state_;
};

/// Evaluates expressions over one document. Not for several threads at once.
class XPathContext {
  public:
    /// A variable's value, now or at its first use; absent where there is none of a name.
    struct Variable {
        enum class Kind { absent, known, pending };
        Kind kind = Kind::absent;
        Value value;
        const Expression* expression = nullptr;  ///< Where pending.
        Node context;
        std::uint64_t version = 0;  ///< Where known: the context gives each value its own.

        /// The expression is evaluated at the first use, with `node` as context node and the variables of that moment; an error then is one
        /// of whatever used it. It has to last as long as the variable.
        void set_later(const Expression& value_of, Node node) {
            kind = Kind::pending;
            expression = &value_of;
            context = node;
        }
    };

    /// The document, `functions` and `language` must outlive the context, and the document must not change meanwhile: indexes
    /// of it are kept. XPath's core functions and XSLT's current() and generate-id() are always
    /// there. position() and last() of the context node are 1.
    explicit XPathContext(const Document& document, const Namespaces& namespaces = {},
                          const FunctionLibrary* functions = nullptr, const XsltLanguage* language = nullptr);
    ~XPathContext();
    XPathContext(XPathContext&&) noexcept;
    XPathContext& operator=(XPathContext&&) noexcept;

    /// Names may be "name" or "prefix:name" of a declared namespace.
    void set_variable(const std::string& name, Value value);
    void set_variable(Variable& variable, Value value);
    /// The variable of that name, absent where there is none. It stays where it is as long as the context lives: what it was may be moved away
    /// and back.
    Variable& variable(const std::string& name);
    /// All variables of another context with the same namespaces.
    void copy_variables_of(const XPathContext& other);

    /// How much work evaluations may do from now on, all together; a unit is about one node visited. Where nobody says, it
    /// is 500 million for each. What is left of it is spare().
    void allow(std::uint64_t work);
    std::uint64_t spare() const;

    /// Throws Error(invalid) with the expression and the reason where evaluation fails (an unknown function, variable
    /// or prefix, a type error), Error(limit_exceeded) where it takes more work than is allowed. `current` is what current() gives; the context node where it is empty.
    Value evaluate(const Expression& expression, Node context, Node current = {});
    bool evaluate_boolean(const Expression& expression, Node context, Node current = {});
    std::string evaluate_string(const Expression& expression, Node context, Node current = {});
    NodeSet evaluate_nodes(const Expression& expression, Node context, Node current = {});

    struct State;  ///< This folder only.

    /// Functions of the language make nodes (EXSLT's str:tokenize() and others), which live as long as the context; those that are made while
    /// a Passing lives go with it. What it spans lets no such node out: neither as a variable nor otherwise. They end in the reverse order.
    class Passing {
      public:
        explicit Passing(XPathContext& context);
        ~Passing();
        Passing(const Passing&) = delete;
        Passing& operator=(const Passing&) = delete;

      private:
        State& state_;
        _xmlDoc* apart_;
    };

  private:
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::xml
