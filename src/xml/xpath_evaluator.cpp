#include "xml/xpath_evaluator.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "xml/xpath_text.hpp"

namespace irikteu::xml::xpath {

namespace {

constexpr std::size_t kMaxWork = 500'000'000;  ///< Nodes visited.
constexpr std::size_t kManyPairs = 64;

/// The operator with its operands exchanged.
Op mirrored(Op op) {
    switch (op) {
        case Op::less: return Op::greater;
        case Op::less_or_equal: return Op::greater_or_equal;
        case Op::greater: return Op::less;
        case Op::greater_or_equal: return Op::less_or_equal;
        default: return op;
    }
}

template <class T>
bool holds_between(Op op, const T& left, const T& right) {
    switch (op) {
        case Op::equal: return left == right;
        case Op::unequal: return left != right;
        case Op::less: return left < right;
        case Op::less_or_equal: return left <= right;
        case Op::greater: return left > right;
        default: return left >= right;
    }
}

bool is_equality(Op op) { return op == Op::equal || op == Op::unequal; }

}  // namespace

Evaluator::Evaluator(const Namespaces& namespaces, const FunctionLibrary* functions, Variables variables)
    : namespaces_(namespaces), functions_(functions), variables_(std::move(variables)) {}

class Evaluator::Run {
  public:
    Run(Evaluator& owner, xmlNode* current) : owner_(owner), outer_current_(owner.current_) {
        owner_.current_ = current;
        if (owner_.running_++ > 0) return;
        owner_.budget_ = kMaxWork;
        // A tree that was changed since may have another namespace at the same place.
        for (Space& each : owner_.spaces_) each.met = nullptr;
    }
    ~Run() {
        --owner_.running_;
        owner_.current_ = outer_current_;
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

  private:
    Evaluator& owner_;
    xmlNode* outer_current_;
};

bool Evaluator::truth(const Expr& expression, xmlNode* node, xmlNode* current) {
    const Run run(*this, current);
    return truth(expression, Frame{node, 1, 1});
}

Value Evaluator::value(const Expr& expression, xmlNode* node, xmlNode* current) {
    const Run run(*this, current);
    return value(expression, Frame{node, 1, 1});
}

std::string Evaluator::string(const Expr& expression, xmlNode* node, xmlNode* current) {
    const Run run(*this, current);
    std::string room;
    return std::string(text(expression, Frame{node, 1, 1}, room));
}

const Value& Evaluator::dynamic(const Expr& e, const Frame& frame, Value& room) {
    if (e.op == Op::variable) {
        const Value* found = variables_(e.text);
        if (found == nullptr) throw Undecided();
        return *found;
    }
    room = value(e, frame);
    return room;
}

bool Evaluator::truth(const Expr& e, const Frame& frame) {
    switch (e.op) {
        case Op::either: return truth(e.args[0], frame) || truth(e.args[1], frame);
        case Op::both: return truth(e.args[0], frame) && truth(e.args[1], frame);
        case Op::equal:
        case Op::unequal:
        case Op::less:
        case Op::less_or_equal:
        case Op::greater:
        case Op::greater_or_equal: return compare(e, frame);
        case Op::literal: return !e.text.empty();
        case Op::join:
        case Op::path:
        case Op::filter: return exists(e, frame);
        default: break;
    }
    switch (e.type) {
        case Type::boolean: return boolean_call(e, frame);
        case Type::number: return is_true(number(e, frame));
        case Type::string: {
            std::string room;
            return !text(e, frame, room).empty();
        }
        case Type::nodes: return exists(e, frame);
        case Type::unknown: break;
    }
    Value room;
    return to_boolean(dynamic(e, frame, room));
}

double Evaluator::number(const Expr& e, const Frame& frame) {
    const auto left = [&] { return number(e.args[0], frame); };
    const auto right = [&] { return number(e.args[1], frame); };
    switch (e.op) {
        case Op::number: return e.number;
        case Op::add: return left() + right();
        case Op::subtract: return left() - right();
        case Op::multiply: return left() * right();
        case Op::divide: return left() / right();
        case Op::modulo: return std::fmod(left(), right());
        case Op::negate: return -left();
        default: break;
    }
    switch (e.type) {
        case Type::boolean: return truth(e, frame) ? 1 : 0;
        case Type::number: return number_call(e, frame);
        case Type::string:
        case Type::nodes: {
            std::string room;
            return to_number(text(e, frame, room));
        }
        case Type::unknown: break;
    }
    Value room;
    const Value& result = dynamic(e, frame, room);
    if (const std::string* string = std::get_if<std::string>(&result)) return to_number(*string);
    return xml::to_number(result);
}

std::string_view Evaluator::text(const Expr& e, const Frame& frame, std::string& room) {
    if (e.op == Op::literal) return e.text;
    switch (e.type) {
        case Type::boolean: return truth(e, frame) ? "true" : "false";
        case Type::number: {
            std::string written;
            append_number(number(e, frame), written);
            room = std::move(written);
            return room;
        }
        case Type::string: return text_call(e, frame, room);
        case Type::nodes: {
            const xmlNode* node = first_node(e, frame);
            return node == nullptr ? std::string_view() : string_value(node, room);
        }
        case Type::unknown: break;
    }
    Value made;
    const Value& result = dynamic(e, frame, made);
    if (const std::string* string = std::get_if<std::string>(&result); string != nullptr && &result != &made) return *string;
    if (const NodeSet* set = std::get_if<NodeSet>(&result)) return set->empty() ? std::string_view() : string_value(set->front().raw(), room);
    room = to_string(result);
    return room;
}

Value Evaluator::value(const Expr& e, const Frame& frame) {
    switch (e.type) {
        case Type::boolean: return truth(e, frame);
        case Type::number: return number(e, frame);
        case Type::string: {
            std::string room;
            const std::string_view result = text(e, frame, room);
            return result.data() == room.data() && result.size() == room.size() ? std::move(room) : std::string(result);
        }
        case Type::nodes: {
            NodeSet result;
            nodes(e, frame, result);
            return result;
        }
        case Type::unknown: break;
    }
    if (e.op == Op::call) return foreign_call(e, frame);
    Value room;
    return dynamic(e, frame, room);
}

/// A side of a comparison.
struct Evaluator::Operand {
    Operand(Evaluator& evaluator, const Expr& e, const Frame& frame) : nodes(evaluator) {
        type = e.type;
        switch (type) {
            case Type::boolean: boolean = evaluator.truth(e, frame); break;
            case Type::number: number = evaluator.number(e, frame); break;
            case Type::string: text = evaluator.text(e, frame, room); break;
            case Type::nodes:
                evaluator.unordered_nodes(e, frame, nodes.set);
                set = &nodes.set;
                break;
            case Type::unknown: take(evaluator.dynamic(e, frame, made)); break;
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
    Nodes nodes;
    std::string room;
    Value made;
};

/// XPath 1.0, 3.4.
bool Evaluator::compare(const Expr& e, const Frame& frame) {
    const Operand left(*this, e.args[0], frame);
    const Operand right(*this, e.args[1], frame);
    if (left.set != nullptr && right.set != nullptr) return compare_sets(e.op, *left.set, *right.set);
    if (left.set != nullptr) return compare_set(e.op, *left.set, right);
    if (right.set != nullptr) return compare_set(mirrored(e.op), *right.set, left);
    if (!is_equality(e.op)) return holds_between(e.op, left.as_number(), right.as_number());
    if (left.type == Type::boolean || right.type == Type::boolean) return holds_between(e.op, left.as_boolean(), right.as_boolean());
    if (left.type == Type::number || right.type == Type::number) return holds_between(e.op, left.as_number(), right.as_number());
    return holds_between(e.op, left.text, right.text);
}

bool Evaluator::compare_set(Op op, const NodeSet& set, const Operand& other) {
    if (other.type == Type::boolean) {
        if (is_equality(op)) return holds_between(op, !set.empty(), other.boolean);
        return holds_between(op, set.empty() ? 0.0 : 1.0, other.as_number());
    }
    std::string room;
    if (other.type == Type::string && is_equality(op)) {
        return std::any_of(set.begin(), set.end(), [&](Node each) { return holds_between(op, string_value(each.raw(), room), other.text); });
    }
    const double number = other.as_number();
    return std::any_of(set.begin(), set.end(), [&](Node each) { return holds_between(op, to_number(string_value(each.raw(), room)), number); });
}

bool Evaluator::compare_sets(Op op, const NodeSet& left, const NodeSet& right) {
    if (left.empty() || right.empty()) return false;
    std::string room, other_room;
    if (!is_equality(op)) {
        // Some pair holds where the extremes do; what is no number holds with nothing.
        const auto extreme = [&](const NodeSet& set, bool least) {
            double result = std::nan("");
            for (Node each : set) {
                const double number = to_number(string_value(each.raw(), room));
                if (std::isnan(result) || (least ? number < result : number > result)) result = number;
            }
            return result;
        };
        const bool rising = op == Op::less || op == Op::less_or_equal;
        return holds_between(op, extreme(left, rising), extreme(right, !rising));
    }
    if (op == Op::equal && left.size() * right.size() > kManyPairs) {
        std::unordered_set<std::string> values;
        for (Node each : left) values.emplace(string_value(each.raw(), room));
        return std::any_of(right.begin(), right.end(), [&](Node each) { return values.count(std::string(string_value(each.raw(), room))) != 0; });
    }
    work(left.size());
    for (Node each : left) {
        const std::string_view value = string_value(each.raw(), room);
        for (Node other : right)
            if (holds_between(op, value, string_value(other.raw(), other_room))) return true;
    }
    return false;
}

}  // namespace irikteu::xml::xpath
