#include <algorithm>
#include <atomic>

#include "xml/xpath_syntax.hpp"

// What the evaluator may keep: values that are the same at every node, and indexes for the equalities by which schemas
// usually join nodes, so that n nodes with a look at n others don't cost n times n.
namespace irikteu::xml::xpath {

namespace {

std::uint64_t fresh_id() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

constexpr unsigned kOfNode = need_node | need_parent | need_place;

bool is_about_context(Function function) {
    switch (function) {
        case Function::local_name:
        case Function::namespace_uri:
        case Function::name:
        case Function::string:
        case Function::string_length:
        case Function::normalize_space:
        case Function::number:
        case Function::generate_id: return true;
        default: return false;
    }
}

unsigned needs_of_call(const Expr& e) {
    unsigned result = 0;
    for (const Expr& each : e.args) result |= each.needs;
    switch (e.function) {
        case Function::other: return result | need_other;
        case Function::last:
        case Function::position: return result | need_place;
        case Function::current: return result | need_current;
        case Function::lang: return result | need_node;
        default: return e.args.empty() && is_about_context(e.function) ? need_node : result;
    }
}

bool starts_at_parent(const Expr& path) {
    return !path.steps.empty() && path.steps.front().axis == Axis::parent && path.steps.front().predicates.empty();
}

unsigned needs_of(const Expr& e) {
    unsigned result = 0;
    switch (e.op) {
        case Op::literal:
        case Op::number: return 0;
        case Op::variable: return need_other;
        case Op::call: return needs_of_call(e);
        case Op::path:
            if (!e.args.empty()) result = e.args.front().needs;
            else if (!e.from_root) result = starts_at_parent(e) ? need_parent : need_node;
            for (const Step& step : e.steps)
                for (const Expr& each : step.predicates) result |= each.needs & ~kOfNode;
            return result;
        case Op::filter:
            result = e.args.front().needs;
            for (const Expr& each : e.predicates) result |= each.needs & ~kOfNode;
            return result;
        default:
            for (const Expr& each : e.args) result |= each.needs;
            return result;
    }
}

bool is_rooted(const Expr& e) {
    if (e.op == Op::path && (e.from_root || (e.args.empty() && starts_at_parent(e)))) return true;
    return std::any_of(e.args.begin(), e.args.end(), [](const Expr& each) { return each.is_rooted; });
}

/// The sides of an equality in a predicate, or among what its "and" joins.
struct Sides {
    const Expr* key = nullptr;
    const Expr* wanted = nullptr;
};

Sides equality_in(const Expr& predicate) {
    if (predicate.op == Op::both) {
        const Sides first = equality_in(predicate.args[0]);
        return first.key != nullptr ? first : equality_in(predicate.args[1]);
    }
    if (predicate.op != Op::equal) return {};
    const auto can_be_key = [](const Expr& e) {
        return (e.needs & kOfNode) != 0 && (e.needs & ~unsigned(need_node | need_parent)) == 0 &&
               (e.type == Type::string || e.type == Type::nodes || e.type == Type::number);
    };
    const auto can_be_wanted = [](const Expr& e) { return (e.needs & kOfNode) == 0 && e.type != Type::boolean; };
    for (int i = 0; i < 2; ++i)
        if (can_be_key(predicate.args[i]) && can_be_wanted(predicate.args[1 - i])) return {&predicate.args[i], &predicate.args[1 - i]};
    return {};
}

std::shared_ptr<Join> join_of(const std::vector<Expr>& predicates) {
    for (const Expr& each : predicates) {
        const Sides sides = equality_in(each);
        if (sides.key == nullptr) continue;
        auto result = std::make_shared<Join>();
        result->id = fresh_id();
        result->key.push_back(*sides.key);
        result->wanted.push_back(*sides.wanted);
        result->exact = predicates.size() == 1 && each.op == Op::equal;
        return result;
    }
    return nullptr;
}

bool is_of_elements(const Step& step) {
    const NodeTest::Kind kind = step.test.kind;
    return kind == NodeTest::Kind::principal || kind == NodeTest::Kind::named || kind == NodeTest::Kind::principal_of_namespace;
}

/// The axis on which all nodes of a scope lie, of which `axis` gives some from each node.
bool widened(Axis axis, Axis& wide) {
    switch (axis) {
        case Axis::child:
        case Axis::preceding_sibling:
        case Axis::following_sibling: wide = Axis::child; return true;
        case Axis::descendant:
        case Axis::preceding:
        case Axis::following: wide = Axis::descendant; return true;
        case Axis::descendant_or_self: wide = axis; return true;
        default: return false;
    }
}

bool is_sideways(Axis axis) {
    return axis == Axis::preceding || axis == Axis::following || axis == Axis::preceding_sibling || axis == Axis::following_sibling;
}

/// The nodes of a step's scope as a path from that scope's node.
Expr scan_of(const Step& step, Axis axis, std::vector<Expr> predicates) {
    Expr result;
    result.op = Op::path;
    result.type = Type::nodes;
    result.streams = true;
    result.order = Expr::Order::document;
    Step scan;
    scan.axis = axis;
    scan.test = step.test;
    scan.places = predicates.empty() ? Places::none : Places::free;
    scan.predicates = std::move(predicates);
    result.steps.push_back(std::move(scan));
    result.needs = need_node;
    return result;
}

bool looks_at_node_alone(const std::vector<Expr>& predicates) {
    return std::all_of(predicates.begin(), predicates.end(), [](const Expr& each) { return (each.needs & (need_current | need_other)) == 0; });
}

void analyse_step(Step& step) {
    Axis wide;
    if ((step.places != Places::free && step.places != Places::none) || !widened(step.axis, wide)) return;
    if (is_sideways(step.axis) && !is_of_elements(step)) return;
    if (const auto join = join_of(step.predicates)) {
        join->scan.push_back(scan_of(step, wide, {}));
        step.join = join;
    }
    if (is_of_elements(step) && (is_sideways(step.axis) || step.axis == Axis::descendant) && looks_at_node_alone(step.predicates)) {
        const auto members = std::make_shared<Join>();
        members->id = fresh_id();
        members->scan.push_back(scan_of(step, wide, step.predicates));
        step.members = members;
    }
}

/// A path that is the same everywhere but for what its last step looks for.
void analyse_path(Expr& path) {
    if (path.steps.empty() || path.steps.back().places != Places::free || !path.args.empty()) return;
    if (!path.from_root && !starts_at_parent(path)) return;
    if (path.steps.size() == 1 && path.steps.back().join) return;  // Looked up by the step.
    for (auto each = path.steps.begin(); each + 1 != path.steps.end(); ++each)
        if (!looks_at_node_alone(each->predicates)) return;
    const auto join = join_of(path.steps.back().predicates);
    if (!join) return;
    Expr scan = path;
    scan.steps.back().predicates.clear();
    scan.steps.back().places = Places::none;
    scan.steps.back().join = nullptr;
    scan.steps.back().members = nullptr;
    scan.join = nullptr;
    analyse(scan);
    if (scan.keep == Keep::never) return;
    join->scan.push_back(std::move(scan));
    path.join = join;
}

/// "a = preceding::b/c" asks whether there is a preceding b whose c is a.
void analyse_equality(Expr& equal) {
    const auto starts_sideways = [](const Expr& e) { return e.op == Op::path && !e.from_root && e.args.empty() && !e.steps.empty() && is_sideways(e.steps.front().axis); };
    if (starts_sideways(equal.args[0]) && !starts_sideways(equal.args[1])) std::swap(equal.args[0], equal.args[1]);
    const Expr& path = equal.args[1];
    if (path.op != Op::path || path.from_root || !path.args.empty() || path.steps.empty()) return;
    const Step& head = path.steps.front();
    Axis wide;
    if (!is_sideways(head.axis) || !is_of_elements(head) || !widened(head.axis, wide)) return;
    if ((head.places != Places::none && head.places != Places::free) || (path.needs & ~unsigned(need_node)) != 0) return;
    const Type type = equal.args[0].type;
    if (type == Type::boolean || type == Type::unknown) return;
    const auto join = std::make_shared<Join>();
    join->id = fresh_id();
    join->scan.push_back(scan_of(head, wide, head.predicates));
    Expr key = path;
    key.steps.erase(key.steps.begin());
    if (key.steps.empty()) key.steps.emplace_back().axis = Axis::self;
    key.streams = key.steps.size() == 1;
    key.order = Expr::Order::none;
    analyse(key);
    join->key.push_back(std::move(key));
    join->exact = true;
    equal.tail = join;
}

}  // namespace

void analyse(Expr& e) {
    for (Expr& each : e.args) analyse(each);
    for (Expr& each : e.predicates) analyse(each);
    for (Step& step : e.steps)
        for (Expr& each : step.predicates) analyse(each);
    e.id = fresh_id();
    e.needs = needs_of(e);
    e.is_rooted = is_rooted(e);
    if (e.is_rooted && e.type != Type::unknown && e.needs == 0) e.keep = Keep::document;
    if (e.is_rooted && e.type != Type::unknown && e.needs == need_parent) e.keep = Keep::siblings;
    for (Step& step : e.steps) analyse_step(step);
    if (e.op == Op::path) analyse_path(e);
    if (e.op == Op::filter && e.places == Places::free && e.args.front().op == Op::variable) e.join = join_of(e.predicates);
    if (e.op == Op::equal) analyse_equality(e);
}

}  // namespace irikteu::xml::xpath
