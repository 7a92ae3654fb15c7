#pragma once

#include <optional>
#include <unordered_set>
#include <utility>

#include "xml/xpath_evaluator.hpp"
#include "xml/xpath_text.hpp"

/// What the evaluator keeps between evaluations, and the sides of a comparison; for the evaluator's own files.
namespace irikteu::xml::xpath {

/// What is known of an expression, or of the nodes that a Join looks among, as long as their scope is the same: a tree's
/// root, a parent, or a variable's value.
struct Evaluator::Kept {
    std::uintptr_t scope = 0;
    std::uint64_t passed = 0;  ///< Before it was made: of a tree that may be gone, with another at its place.
    unsigned uses = 0;
    std::size_t bytes = 0;  ///< Of text that is kept here.
    std::optional<bool> truth;
    std::optional<double> number;
    std::optional<std::string> text;
    std::optional<NodeSet> nodes;  ///< In document order.
    std::optional<std::unordered_set<std::string>> values;           ///< Of the nodes.
    std::optional<std::pair<double, double>> extremes;               ///< The least and the greatest of the nodes' numbers; NaN where there is none.
    std::optional<std::vector<xmlNode*>> members;                    ///< In document order.
    std::optional<std::unordered_map<std::string, std::vector<xmlNode*>>> by_text;
    std::optional<std::unordered_map<double, std::vector<xmlNode*>>> by_number;
};

/// A side of a comparison.
struct Evaluator::Operand {
    Operand(Evaluator& evaluator, const Expr& e, const Frame& frame) {
        type = e.type;
        switch (type) {
            case Type::boolean: boolean = evaluator.truth(e, frame); break;
            case Type::number: number = evaluator.number(e, frame); break;
            case Type::string: text = evaluator.text(e, frame, room); break;
            case Type::nodes:
                place = evaluator.kept(e, frame);
                set = evaluator.kept_nodes(place, e, frame);
                if (set != nullptr) break;
                place = nullptr;
                nodes.emplace(evaluator);
                evaluator.unordered_nodes(e, frame, nodes->set);
                set = &nodes->set;
                break;
            case Type::unknown:
                if (e.op == Op::variable) {
                    const Variable variable = evaluator.variables_(e.text);
                    if (variable.value == nullptr) throw Undecided();
                    take(*variable.value);
                    if (set != nullptr && variable.version != 0) place = evaluator.kept_for_value(e.id, variable.version);
                } else {
                    take(evaluator.dynamic(e, frame, made));
                }
                break;
        }
    }
    Operand(const Operand&) = delete;
    Operand& operator=(const Operand&) = delete;

    void take(const Value& value) {
        if (const bool* flag = std::get_if<bool>(&value)) {
            type = Type::boolean;
            boolean = *flag;
        } else if (const double* amount = std::get_if<double>(&value)) {
            type = Type::number;
            number = *amount;
        } else if (const std::string* string = std::get_if<std::string>(&value)) {
            type = Type::string;
            text = *string;
        } else {
            type = Type::nodes;
            set = &std::get<NodeSet>(value);
        }
    }
    bool as_boolean() const {
        switch (type) {
            case Type::boolean: return boolean;
            case Type::number: return is_true(number);
            case Type::string: return !text.empty();
            default: return !set->empty();
        }
    }
    double as_number() const {
        switch (type) {
            case Type::boolean: return boolean ? 1 : 0;
            case Type::number: return number;
            default: return to_number(text);
        }
    }

    Type type;
    bool boolean = false;
    double number = 0;
    std::string_view text;
    const NodeSet* set = nullptr;
    Kept* place = nullptr;  ///< Where the set stays the same for a while.
    std::optional<Nodes> nodes;  ///< Where the set is of this comparison alone.
    std::string room;
    Value made;
};

}  // namespace irikteu::xml::xpath
