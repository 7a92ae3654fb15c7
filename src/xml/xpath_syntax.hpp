#pragma once

#include <memory>
#include <string>
#include <vector>

/// The syntax of XPath 1.0 as a tree; for this folder only.
namespace irikteu::xml::xpath {

enum class Axis {
    child, attribute, self, parent, descendant, descendant_or_self, ancestor, ancestor_or_self,
    following, following_sibling, preceding, preceding_sibling
};

enum class Type { boolean, number, string, nodes, unknown };

enum class Op { either, both, equal, unequal, less, less_or_equal, greater, greater_or_equal, add, subtract, multiply, divide, modulo, negate, join, literal, number, variable, call, path, filter };

/// The functions of XPath's core library and of XSLT that are evaluated here; `other` is looked up by name.
enum class Function {
    other, last, position, count, local_name, namespace_uri, name, string, concat, starts_with, contains, substring_before,
    substring_after, substring, string_length, normalize_space, translate, boolean, negation, true_value, false_value, lang,
    number, sum, floor, ceiling, round, current, generate_id
};

struct NodeTest {
    enum class Kind { any, principal, principal_of_namespace, named, text, comment, instruction };
    Kind kind = Kind::any;
    std::string prefix, name;  ///< The target of an instruction, empty for any.
};

struct Expr;

/// What a step's predicates ask of positions.
enum class Places {
    none,     ///< There are no predicates.
    free,     ///< None looks at positions.
    literal,  ///< The first is a number, the others look at no positions.
    general
};

struct Step {
    Axis axis = Axis::child;
    NodeTest test;
    std::vector<Expr> predicates;
    Places places = Places::none;
};

struct Expr {
    Op op = Op::literal;
    Type type = Type::unknown;  ///< What it gives; unknown for variables and foreign functions.
    std::string text;           ///< A literal's value; a variable's or function's name as written.
    double number = 0;
    Function function = Function::other;
    std::vector<Expr> args;     ///< Operands; what a path or filter starts from, where not the context node.
    bool from_root = false;
    std::vector<Step> steps;
    std::vector<Expr> predicates;  ///< Of a filter.
    Places places = Places::none;
    /// From one node, going depth first gives every node once (a path).
    bool streams = false;
    /// … in document order, in the reverse of it, or in none.
    enum class Order { document, reverse, none } order = Order::none;
};

/// Nullptr where the text is no expression of XPath 1.0, or uses what is not evaluated here: the namespace axis, calls
/// that must fail (a wrong number of arguments, a node-set's function of something else), deep nesting.
std::shared_ptr<const Expr> parse(const std::string& text);

/// The names, as written, of functions that the expression calls and that are not evaluated here.
std::vector<std::string> foreign_calls(const Expr& expression);

}  // namespace irikteu::xml::xpath
