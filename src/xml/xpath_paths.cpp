#include "xml/xpath_paths.hpp"

#include <algorithm>
#include <utility>

namespace irikteu::xml::xpath {

namespace {

/// Whether the value depends on the context's position or size.
bool looks_at_position(const Expr& expression) {
    if (expression.function == Function::position || expression.function == Function::last) return true;
    return std::any_of(expression.args.begin(), expression.args.end(), looks_at_position);
}

/// What is known of the nodes that a path's first steps give from one node.
struct Shape {
    bool single = true;  ///< One at most.
    bool flat = true;    ///< None lies in another.
    Expr::Order order = Expr::Order::document;
    bool streams = true;

    void take(const Step& step) {
        const bool one = step.places == Places::literal;
        switch (step.axis) {
            case Axis::self: return;
            case Axis::parent: return after(single, true, single, Expr::Order::document);
            case Axis::attribute: return after(order != Expr::Order::reverse, single && one, true, order);
            case Axis::child: return after(order != Expr::Order::reverse, single && one, flat, flat ? order : Expr::Order::none);
            case Axis::descendant:
            case Axis::descendant_or_self:
                return after(flat && order == Expr::Order::document, single && one, single && one, Expr::Order::document);
            case Axis::following_sibling: return after(single, single && one, true, Expr::Order::document);
            case Axis::preceding_sibling: return after(single, one, true, one ? Expr::Order::document : Expr::Order::reverse);
            case Axis::following: return after(single, one, one, Expr::Order::document);
            case Axis::ancestor:
            case Axis::ancestor_or_self:
            case Axis::preceding: return after(single, one, one, one ? Expr::Order::document : Expr::Order::reverse);
        }
    }

  private:
    void after(bool may, bool is_single, bool is_flat, Expr::Order new_order) {
        streams = streams && may;
        single = is_single;
        flat = is_flat;
        order = new_order;
    }
};

/// "//x" is "descendant::x" where no predicate counts; "./x" is "x".
void simplify(std::vector<Step>& steps) {
    std::vector<Step> result;
    const auto is_bare = [](const Step& each, Axis axis) {
        return each.axis == axis && each.test.kind == NodeTest::Kind::any && each.predicates.empty();
    };
    if (steps.size() < 2) return;
    result.reserve(steps.size());
    for (Step& each : steps) {
        if (is_bare(each, Axis::self)) continue;
        const bool countless = each.places == Places::none || each.places == Places::free;
        if (!result.empty() && countless && each.axis == Axis::child && is_bare(result.back(), Axis::descendant_or_self)) {
            result.pop_back();
            each.axis = Axis::descendant;
        }
        result.push_back(std::move(each));
    }
    steps = std::move(result);
}

}  // namespace

Places places_of(const std::vector<Expr>& predicates) {
    if (predicates.empty()) return Places::none;
    const auto is_free = [](const Expr& each) {
        return each.type != Type::number && each.type != Type::unknown && !looks_at_position(each);
    };
    if (!std::all_of(predicates.begin() + 1, predicates.end(), is_free)) return Places::general;
    if (is_free(predicates.front())) return Places::free;
    return predicates.front().op == Op::number ? Places::literal : Places::general;
}

Expr finished_path(Expr&& path) {
    path.op = Op::path;
    path.type = Type::nodes;
    simplify(path.steps);
    Shape shape;
    for (const Step& each : path.steps) shape.take(each);
    path.streams = shape.streams;
    path.order = shape.order;
    return path;
}

}  // namespace irikteu::xml::xpath
