#pragma once

#include <cstdint>
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
struct Join;

/// What a value depends on, apart from the document (analysis).
enum Need : unsigned { need_node = 1, need_parent = 2, need_place = 4, need_current = 8, need_other = 16 };

/// How long a value stays the same (analysis): it is kept for the document, or for the nodes of one parent.
enum class Keep { never, document, siblings };

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
    std::shared_ptr<const Join> join;     ///< Where an equality of its predicates can be looked up.
    std::shared_ptr<const Join> members;  ///< Where its nodes can be counted by their order.
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
    unsigned needs = 0;      ///< Need.
    bool is_rooted = false;  ///< Some path in it starts at the root: worth keeping.
    Keep keep = Keep::never;
    std::uint64_t id = 0;    ///< Never given twice in a process.
    std::shared_ptr<const Join> join;  ///< Of a path, by its last step, or of a filter of a variable.
    std::shared_ptr<const Join> tail;  ///< Of "=" whose right side is an axis, then a path: "@a = preceding::b/@c".
};

/// Nodes of a scope, and an equality that they are looked up by: "x[@id = current()/@id]" (xpath_analysis.cpp).
struct Join {
    std::uint64_t id = 0;
    std::vector<Expr> scan;       ///< One path that gives the nodes of the scope; none for a variable's.
    std::vector<Expr> key;        ///< Depends on the node alone; none where nodes are only counted.
    std::vector<Expr> wanted;     ///< Does not depend on the node.
    bool exact = false;           ///< The equality is all that is asked.
};

/// Nullptr where the text is no expression of XPath 1.0, or uses what is not evaluated here: the namespace axis, calls
/// that must fail (a wrong number of arguments, a node-set's function of something else), deep nesting.
std::shared_ptr<const Expr> parse(const std::string& text);

/// Says of the expression and its parts what can be kept or looked up. Once, when it stands where it stays.
void analyse(Expr& expression);

/// The names, as written, of functions that the expression calls and that are not evaluated here.
std::vector<std::string> foreign_calls(const Expr& expression);

}  // namespace irikteu::xml::xpath
