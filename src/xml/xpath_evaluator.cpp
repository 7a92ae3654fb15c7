#include "xml/xpath_evaluator.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/error.hpp"
#include "xml/xpath_kept.hpp"

namespace irikteu::xml::xpath {

namespace {

constexpr std::uint64_t kMaxWork = 500'000'000;  ///< Where nobody said otherwise.
constexpr std::size_t kMaxKept = std::size_t{1} << 30;  ///< Bytes of values kept between evaluations.
constexpr std::size_t kManyPairs = 64;
constexpr std::size_t kFew = 8;  ///< So many values are looked at as quickly as looked up.

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
    : namespaces_(namespaces), functions_(functions), variables_(std::move(variables)), budget_(kMaxWork) {}

Evaluator::~Evaluator() = default;

void Evaluator::give_up() {
    budget_ = 0;
    throw base::Error(base::ErrorCode::limit_exceeded, "the evaluation takes too long");
}

void Evaluator::keep(Kept& place, std::size_t bytes) {
    place.bytes += bytes;
    kept_bytes_ += bytes;
    if (kept_bytes_ > kMaxKept) throw base::Error(base::ErrorCode::limit_exceeded, "the values to compare are larger than " + std::to_string(kMaxKept) + " bytes in all");
}

std::string_view Evaluator::value_of(const xmlNode* node, std::string& room) {
    const std::string_view result = string_value(node, room);
    if (result.data() == room.data()) work(result.size() / 8);
    return result;
}

class Evaluator::Run {
  public:
    Run(Evaluator& owner, xmlNode* current) : owner_(owner), outer_current_(owner.current_) {
        owner_.current_ = current;
        if (owner_.running_++ > 0) return;
        if (!owner_.is_shared_) owner_.budget_ = kMaxWork;
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
        const Variable found = variables_(e.text);
        if (found.value == nullptr) throw Undecided();
        return *found.value;
    }
    room = value(e, frame);
    return room;
}

bool Evaluator::truth(const Expr& e, const Frame& frame) {
    if (e.keep != Keep::never && e.type == Type::boolean) {
        if (Kept* place = kept(e, frame)) {
            if (!place->truth) place->truth = plain_truth(e, frame);
            return *place->truth;
        }
    }
    return plain_truth(e, frame);
}

bool Evaluator::plain_truth(const Expr& e, const Frame& frame) {
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
    if (e.keep != Keep::never && e.type == Type::number) {
        if (Kept* place = kept(e, frame)) {
            if (!place->number) place->number = plain_number(e, frame);
            return *place->number;
        }
    }
    return plain_number(e, frame);
}

double Evaluator::plain_number(const Expr& e, const Frame& frame) {
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
            const std::string_view digits = text(e, frame, room);
            work(digits.size() / 64);
            return to_number(digits);
        }
        case Type::unknown: break;
    }
    Value room;
    const Value& result = dynamic(e, frame, room);
    if (const std::string* string = std::get_if<std::string>(&result)) return to_number(*string);
    return xml::to_number(result);
}

std::string_view Evaluator::text(const Expr& e, const Frame& frame, std::string& room) {
    if (e.keep != Keep::never && (e.type == Type::string || e.type == Type::nodes)) {
        if (Kept* place = kept(e, frame)) {
            if (!place->text) {
                place->text = std::string(plain_text(e, frame, room));
                keep(*place, place->text->size());
            }
            return *place->text;
        }
    }
    return plain_text(e, frame, room);
}

std::string_view Evaluator::plain_text(const Expr& e, const Frame& frame, std::string& room) {
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
            return node == nullptr ? std::string_view() : value_of(node, room);
        }
        case Type::unknown: break;
    }
    Value made;
    const Value& result = dynamic(e, frame, made);
    if (const std::string* string = std::get_if<std::string>(&result); string != nullptr && &result != &made) return *string;
    if (const NodeSet* set = std::get_if<NodeSet>(&result)) return set->empty() ? std::string_view() : value_of(set->front().raw(), room);
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

/// XPath 1.0, 3.4.
bool Evaluator::compare(const Expr& e, const Frame& frame) {
    work(4);  // About as long as so many nodes take to visit.
    if (bool holds; e.tail && tail_looked_up(e, frame, holds)) return holds;
    const Operand left(*this, e.args[0], frame);
    const Operand right(*this, e.args[1], frame);
    if (left.set != nullptr && right.set != nullptr) return compare_sets(e.op, left, right);
    if (left.set != nullptr) return compare_set(e.op, left, right);
    if (right.set != nullptr) return compare_set(mirrored(e.op), right, left);
    if (!is_equality(e.op)) return holds_between(e.op, left.as_number(), right.as_number());
    if (left.type == Type::boolean || right.type == Type::boolean) return holds_between(e.op, left.as_boolean(), right.as_boolean());
    if (left.type == Type::number || right.type == Type::number) return holds_between(e.op, left.as_number(), right.as_number());
    work(std::min(left.text.size(), right.text.size()) / 64);
    return holds_between(e.op, left.text, right.text);
}

/// The least and the greatest number of a set; NaN where there is none.
std::pair<double, double> Evaluator::extremes(const Operand& operand) {
    if (operand.place != nullptr && operand.place->extremes) return *operand.place->extremes;
    std::pair<double, double> result(std::nan(""), std::nan(""));
    std::string room;
    work(operand.set->size());
    for (Node each : *operand.set) {
        const double number = to_number(value_of(each.raw(), room));
        if (std::isnan(number)) continue;
        if (!(number >= result.first)) result.first = number;
        if (!(number <= result.second)) result.second = number;
    }
    if (operand.place != nullptr) operand.place->extremes = result;
    return result;
}

/// The values of a set that will be asked for again; nullptr where it is as quick to look at each.
const std::unordered_set<std::string>* Evaluator::values(const Operand& operand) {
    if (operand.place == nullptr || operand.set->size() < kFew) return nullptr;
    if (operand.place->values) return &*operand.place->values;
    if (operand.place->uses < 2) return nullptr;
    std::string room;
    std::unordered_set<std::string> result;
    work(operand.set->size());
    for (Node each : *operand.set)
        if (const auto [at, fresh] = result.emplace(value_of(each.raw(), room)); fresh) keep(*operand.place, at->size());
    operand.place->values = std::move(result);
    return &*operand.place->values;
}

bool Evaluator::compare_set(Op op, const Operand& operand, const Operand& other) {
    const NodeSet& set = *operand.set;
    if (other.type == Type::boolean) {
        if (is_equality(op)) return holds_between(op, !set.empty(), other.boolean);
        return holds_between(op, set.empty() ? 0.0 : 1.0, other.as_number());
    }
    std::string room;
    if (other.type == Type::string && is_equality(op)) {
        if (const auto* known = op == Op::equal ? values(operand) : nullptr) return known->count(std::string(other.text)) != 0;
        work(set.size());
        return std::any_of(set.begin(), set.end(), [&](Node each) { return holds_between(op, value_of(each.raw(), room), other.text); });
    }
    const double number = other.as_number();
    if (!is_equality(op) && operand.place != nullptr && set.size() >= kFew) {
        const auto [least, greatest] = extremes(operand);
        return holds_between(op, op == Op::less || op == Op::less_or_equal ? least : greatest, number);
    }
    work(set.size());
    return std::any_of(set.begin(), set.end(), [&](Node each) { return holds_between(op, to_number(value_of(each.raw(), room)), number); });
}

bool Evaluator::compare_sets(Op op, const Operand& left_side, const Operand& right_side) {
    const NodeSet& left = *left_side.set;
    const NodeSet& right = *right_side.set;
    if (left.empty() || right.empty()) return false;
    std::string room, other_room;
    if (!is_equality(op)) {
        // Some pair holds where the extremes do; what is no number holds with nothing.
        const bool rising = op == Op::less || op == Op::less_or_equal;
        const auto one = extremes(left_side), other = extremes(right_side);
        return holds_between(op, rising ? one.first : one.second, rising ? other.second : other.first);
    }
    if (op == Op::equal) {
        for (const auto& [known, asked] : {std::pair(&right_side, &left), std::pair(&left_side, &right)}) {
            if (asked->size() > known->set->size()) continue;
            if (const auto* found = values(*known))
                return std::any_of(asked->begin(), asked->end(), [&](Node each) { return found->count(std::string(value_of(each.raw(), room))) != 0; });
        }
    }
    work(left.size() + right.size());
    if (op == Op::equal && left.size() * right.size() > kManyPairs) {
        const NodeSet& few = left.size() < right.size() ? left : right;
        const NodeSet& many = left.size() < right.size() ? right : left;
        if (few.size() == 1) {
            const std::string_view value = value_of(few.front().raw(), room);
            return std::any_of(many.begin(), many.end(), [&](Node each) { return value_of(each.raw(), other_room) == value; });
        }
        std::unordered_set<std::string> values;
        for (Node each : few) values.emplace(value_of(each.raw(), room));
        return std::any_of(many.begin(), many.end(), [&](Node each) { return values.count(std::string(value_of(each.raw(), room))) != 0; });
    }
    for (Node each : left) {
        const std::string_view value = value_of(each.raw(), room);
        work(right.size());
        for (Node other : right)
            if (holds_between(op, value, value_of(other.raw(), other_room))) return true;
    }
    return false;
}

}  // namespace irikteu::xml::xpath
