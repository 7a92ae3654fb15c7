#include <algorithm>
#include <cmath>

#include "xml/xpath_axes.hpp"
#include "xml/xpath_kept.hpp"

namespace irikteu::xml::xpath {

namespace {

constexpr unsigned kWorthIndexing = 3;  ///< At this use of the same scope its index is made.

using Found = std::vector<xmlNode*>;

std::uintptr_t address(const xmlNode* node) { return reinterpret_cast<std::uintptr_t>(node); }

xmlNode* root_of(xmlNode* node) {
    while (node->parent != nullptr) node = node->parent;
    return node;
}

bool is_above(const xmlNode* one, const xmlNode* other) {
    for (other = other->parent; other != nullptr; other = other->parent)
        if (one == other) return true;
    return false;
}

bool comes_first(const xmlNode* one, const xmlNode* other) { return precedes(one, other); }

void add_once(Found& to, xmlNode* node) {
    if (to.empty() || to.back() != node) to.push_back(node);
}

}  // namespace

Evaluator::Kept* Evaluator::kept_for(std::uint64_t id, const xmlNode* scope) {
    return scope == nullptr ? nullptr : kept_for(id, address(scope), scope->doc != document_);
}

/// An odd number is no address.
Evaluator::Kept* Evaluator::kept_for_value(std::uint64_t id, std::uint64_t version) { return kept_for(id, static_cast<std::uintptr_t>(2 * version + 1), false); }

Evaluator::Kept* Evaluator::kept_for(std::uint64_t id, std::uintptr_t scope, bool passes) {
    std::unique_ptr<Kept>& place = kept_[id];
    if (!place) place = std::make_unique<Kept>();
    if (place->scope != scope || (passes && place->passed != passed_)) {
        kept_bytes_ -= place->bytes;
        *place = Kept();
        place->scope = scope;
        place->passed = passed_;
    }
    ++place->uses;
    return place.get();
}

/// Where the value of an expression is kept, for this node.
Evaluator::Kept* Evaluator::kept(const Expr& e, const Frame& frame) {
    if (e.keep == Keep::never) return nullptr;
    return kept_for(e.id, e.keep == Keep::document ? root_of(frame.node) : frame.node->parent);
}

/// The nodes of an expression that has been asked for before.
const NodeSet* Evaluator::kept_nodes(Kept* place, const Expr& e, const Frame& frame) {
    if (place == nullptr) return nullptr;
    if (place->nodes) return &*place->nodes;
    if (place->uses < 2) return nullptr;
    NodeSet found;
    plain_nodes(e, frame, found);
    place->nodes = std::move(found);
    return &*place->nodes;
}

/// What is known of the nodes among which the node's are; nullptr where it is not worth knowing yet.
Evaluator::Kept* Evaluator::scope_of(const Join& join, Axis axis, xmlNode* node) {
    xmlNode* scope = node;
    if (axis == Axis::preceding_sibling || axis == Axis::following_sibling) scope = node->parent;
    if (axis == Axis::preceding || axis == Axis::following) scope = root_of(node);
    if (scope != node && node->type != XML_ELEMENT_NODE) return nullptr;
    Kept* place = kept_for(join.id, scope);
    return place == nullptr || place->uses < kWorthIndexing ? nullptr : place;
}

const Found& Evaluator::members(Kept& place, const Join& join) {
    if (!place.members) {
        Nodes found(*this);
        plain_nodes(join.scan.front(), Frame{reinterpret_cast<xmlNode*>(place.scope), 1, 1}, found.set);
        Found all;
        all.reserve(found.set.size());
        for (Node each : found.set) all.push_back(each.raw());
        place.members = std::move(all);
    }
    return *place.members;
}

void Evaluator::index_by_text(Kept& place, const Join& join) {
    const Expr& key = join.key.front();
    std::unordered_map<std::string, Found> index;
    std::string room;
    const auto of = [&](std::string_view value) -> Found& {
        const auto [at, fresh] = index.try_emplace(std::string(value));
        if (fresh) keep(place, value.size());
        return at->second;
    };
    for (xmlNode* node : members(place, join)) {
        work(1);
        if (key.type == Type::string) {
            of(text(key, Frame{node, 1, 1}, room)).push_back(node);
            continue;
        }
        Nodes values(*this);
        unordered_nodes(key, Frame{node, 1, 1}, values.set);
        for (Node each : values.set) add_once(of(value_of(each.raw(), room)), node);
    }
    place.by_text = std::move(index);
}

void Evaluator::index_by_number(Kept& place, const Join& join) {
    const Expr& key = join.key.front();
    std::unordered_map<double, Found> index;
    std::string room;
    const auto add = [&](double value, xmlNode* node) {
        if (!std::isnan(value)) add_once(index[value == 0 ? 0.0 : value], node);
    };
    for (xmlNode* node : members(place, join)) {
        work(1);
        if (key.type != Type::nodes) {
            add(number(key, Frame{node, 1, 1}), node);
            continue;
        }
        Nodes values(*this);
        unordered_nodes(key, Frame{node, 1, 1}, values.set);
        for (Node each : values.set) add(to_number(value_of(each.raw(), room)), node);
    }
    place.by_number = std::move(index);
}

/// The nodes of the scope whose key equals what is wanted (XPath 1.0, 3.4); false where that is compared otherwise.
bool Evaluator::look_up(Kept& place, const Join& join, const Operand& wanted, Found& room, const Found*& found) {
    static const Found none;
    if (wanted.set == nullptr && wanted.type == Type::boolean) return false;
    const bool by_number = join.key.front().type == Type::number || (wanted.set == nullptr && wanted.type == Type::number);
    if (by_number && !place.by_number) index_by_number(place, join);
    if (!by_number && !place.by_text) index_by_text(place, join);
    const auto of_number = [&](double value) -> const Found& {
        const auto at = place.by_number->find(value == 0 ? 0.0 : value);
        return at == place.by_number->end() ? none : at->second;
    };
    const auto of_text = [&](std::string_view value) -> const Found& {
        const auto at = place.by_text->find(std::string(value));
        return at == place.by_text->end() ? none : at->second;
    };
    if (wanted.set == nullptr) {
        found = by_number ? &of_number(wanted.as_number()) : &of_text(wanted.text);
        return true;
    }
    std::string value_room;
    for (Node each : *wanted.set) {
        const std::string_view value = value_of(each.raw(), value_room);
        const Found& some = by_number ? of_number(to_number(value)) : of_text(value);
        if (wanted.set->size() == 1) {
            found = &some;
            return true;
        }
        work(some.size());
        room.insert(room.end(), some.begin(), some.end());
    }
    std::sort(room.begin(), room.end(), comes_first);
    room.erase(std::unique(room.begin(), room.end()), room.end());
    found = &room;
    return true;
}

/// Visits those of the nodes that lie on the axis, in its order.
template <class Visit>
bool Evaluator::visit_found(const Found& found, Axis axis, xmlNode* node, Visit visit) {
    const bool backwards = axis == Axis::preceding || axis == Axis::preceding_sibling;
    if (backwards) {
        auto at = std::lower_bound(found.begin(), found.end(), node, comes_first);
        while (at != found.begin()) {
            work(1);
            if (--at; axis == Axis::preceding && is_above(*at, node)) continue;
            if (visit(*at)) return true;
        }
        return false;
    }
    auto at = found.begin();
    if (axis == Axis::following || axis == Axis::following_sibling) at = std::upper_bound(at, found.end(), node, comes_first);
    for (; at != found.end(); ++at) {
        work(1);
        if (axis == Axis::following && is_above(node, *at)) continue;
        if (visit(*at)) return true;
    }
    return false;
}

namespace {

template <class Holds>
bool all_hold(const std::vector<Expr>& predicates, Holds holds) {
    return std::all_of(predicates.begin(), predicates.end(), holds);
}

}  // namespace

/// As each(), where the step's nodes can be looked up.
bool Evaluator::each_looked_up(const Step& step, xmlNode* node, const Sink& sink, bool& stopped) {
    const Join& join = *step.join;
    Kept* place = scope_of(join, step.axis, node);
    if (place == nullptr) return false;
    const Operand wanted(*this, join.wanted.front(), Frame{node, 1, 1});
    Found room;
    const Found* found = nullptr;
    if (!look_up(*place, join, wanted, room, found)) return false;
    stopped = visit_found(*found, step.axis, node, [&](xmlNode* n) {
        return (join.exact || all_hold(step.predicates, [&](const Expr& each) { return truth(each, Frame{n, 1, 1}); })) && sink(n);
    });
    return true;
}

/// How many nodes a path of one step gives, where the index alone says it.
bool Evaluator::count_looked_up(const Expr& path, const Frame& frame, std::size_t& result) {
    if (path.steps.size() != 1 || !path.steps.front().join || !path.steps.front().join->exact) return false;
    const Step& step = path.steps.front();
    if (step.axis != Axis::child && step.axis != Axis::descendant) return false;
    xmlNode* start = path.from_root ? root_of(frame.node) : frame.node;
    Kept* place = scope_of(*step.join, step.axis, start);
    if (place == nullptr) return false;
    const Operand wanted(*this, step.join->wanted.front(), Frame{start, 1, 1});
    Found room;
    const Found* found = nullptr;
    if (!look_up(*place, *step.join, wanted, room, found)) return false;
    result = found->size();
    return true;
}

/// The nodes of a path in document order, where its last step's can be looked up.
bool Evaluator::path_looked_up(const Expr& path, const Frame& frame, const Sink& sink, bool& stopped) {
    const Join& join = *path.join;
    const Expr& scan = join.scan.front();
    Kept* place = kept_for(join.id, scan.keep == Keep::document ? root_of(frame.node) : frame.node->parent);
    if (place == nullptr || place->uses < kWorthIndexing) return false;
    if (!place->members) {
        Nodes all(*this);
        plain_nodes(scan, frame, all.set);
        place->members.emplace();
        for (Node each : all.set) place->members->push_back(each.raw());
    }
    const Operand wanted(*this, join.wanted.front(), frame);
    Found room;
    const Found* found = nullptr;
    if (!look_up(*place, join, wanted, room, found)) return false;
    stopped = visit_found(*found, Axis::self, frame.node, [&](xmlNode* n) {
        return (join.exact || all_hold(path.steps.back().predicates, [&](const Expr& each) { return truth(each, Frame{n, 1, 1}); })) && sink(n);
    });
    return true;
}

/// "$all[@id = current()/@id]".
bool Evaluator::filter_looked_up(const Expr& filter, const Frame& frame, NodeSet& into) {
    const Variable variable = variables_(filter.args.front().text);
    const NodeSet* set = variable.value == nullptr ? nullptr : std::get_if<NodeSet>(variable.value);
    if (set == nullptr || variable.version == 0) return false;
    const Join& join = *filter.join;
    Kept* place = kept_for_value(join.id, variable.version);
    if (place->uses < kWorthIndexing) return false;
    if (!place->members) {
        place->members.emplace();
        for (Node each : *set) place->members->push_back(each.raw());
    }
    const Operand wanted(*this, join.wanted.front(), frame);
    Found room;
    const Found* found = nullptr;
    if (!look_up(*place, join, wanted, room, found)) return false;
    visit_found(*found, Axis::self, frame.node, [&](xmlNode* n) {
        if (join.exact || all_hold(filter.predicates, [&](const Expr& each) { return truth(each, Frame{n, 1, 1}); })) into.emplace_back(n);
        return false;
    });
    return true;
}

/// "@a = preceding::b/@c".
bool Evaluator::tail_looked_up(const Expr& equal, const Frame& frame, bool& holds) {
    const Axis axis = equal.args[1].steps.front().axis;
    Kept* place = scope_of(*equal.tail, axis, frame.node);
    if (place == nullptr) return false;
    const Operand wanted(*this, equal.args[0], frame);
    Found room;
    const Found* found = nullptr;
    if (!look_up(*place, *equal.tail, wanted, room, found)) return false;
    holds = visit_found(*found, axis, frame.node, [](xmlNode*) { return true; });
    return true;
}

/// How many nodes a step without positions gives, by its scope's nodes in order.
bool Evaluator::count_by_order(const Step& step, xmlNode* node, std::size_t& result) {
    if (node->type != XML_ELEMENT_NODE) return false;
    const Join& join = *step.members;
    const bool of_siblings = step.axis == Axis::preceding_sibling || step.axis == Axis::following_sibling;
    Kept* place = kept_for(join.id, of_siblings ? node->parent : root_of(node));
    if (place == nullptr || place->uses < kWorthIndexing) return false;
    const Found& all = members(*place, join);
    const auto first = std::lower_bound(all.begin(), all.end(), node, comes_first);
    const auto after_node = first != all.end() && *first == node ? first + 1 : first;
    work(1);
    switch (step.axis) {
        case Axis::preceding_sibling: result = static_cast<std::size_t>(first - all.begin()); return true;
        case Axis::following_sibling: result = static_cast<std::size_t>(all.end() - after_node); return true;
        case Axis::preceding:
            result = static_cast<std::size_t>(first - all.begin());
            for (xmlNode* above = node->parent; above != nullptr && above->type == XML_ELEMENT_NODE; above = above->parent)
                result -= std::binary_search(all.begin(), first, above, comes_first);
            return true;
        default: break;
    }
    const auto after_subtree = std::partition_point(after_node, all.end(), [&](const xmlNode* each) { return is_above(node, each); });
    result = static_cast<std::size_t>(step.axis == Axis::descendant ? after_subtree - after_node : all.end() - after_subtree);
    return true;
}

}  // namespace irikteu::xml::xpath
