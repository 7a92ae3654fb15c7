#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "xml/xpath_axes.hpp"
#include "xml/xpath_kept.hpp"

namespace irikteu::xml::xpath {

namespace {

/// The document, or the topmost node of a tree that has none.
xmlNode* root_of(xmlNode* node) {
    while (node->parent != nullptr) node = node->parent;
    return node;
}

/// Most names that are compared differ in their first letters.
bool equal(const xmlChar* name, const std::string& wanted) {
    for (const char c : wanted)
        if (*name++ != static_cast<xmlChar>(c)) return false;
    return *name == 0;
}

/// A function as a Sink takes it; it must outlive the Sink.
template <class F>
bool (*caller(F&))(void*, xmlNode*) {
    return [](void* f, xmlNode* node) -> bool { return (*static_cast<F*>(f))(node); };
}

}  // namespace

namespace {

/// The first predicate that is a plain number, where all others ask for no place; how many there are where that is not so.
std::size_t literal_after_free(const std::vector<Expr>& predicates) {
    std::size_t at = predicates.size();
    for (std::size_t i = 0; i < predicates.size(); ++i) {
        const Expr& each = predicates[i];
        if (each.op == Op::number && at == predicates.size()) at = i;
        else if ((each.needs & need_place) != 0 || each.type == Type::number || each.type == Type::unknown) return predicates.size();
    }
    return at;
}

}  // namespace

Evaluator::Space& Evaluator::space(const std::string& prefix) {
    for (Space& each : spaces_)
        if (each.prefix == prefix) return each;
    const auto found = namespaces_.find(prefix);
    if (found == namespaces_.end()) throw Undecided();
    spaces_.push_back({prefix, found->second, nullptr});
    return spaces_.back();
}

bool Evaluator::is_in(const xmlNs* declared, Space& space) {
    if (declared == nullptr || declared->href == nullptr) return false;
    if (declared == space.met) return true;
    if (!equal(declared->href, space.uri)) return false;
    space.met = declared;
    return true;
}

// Steps

bool Evaluator::each(const Step& step, xmlNode* node, const Sink& sink) {
    if (bool stopped; step.join && each_looked_up(step, node, sink, stopped)) return stopped;
    const xmlElementType principal = step.axis == Axis::attribute ? XML_ATTRIBUTE_NODE : XML_ELEMENT_NODE;
    const NodeTest& test = step.test;
    switch (test.kind) {
        case NodeTest::Kind::any: return each_accepted(step, node, [](const xmlNode*) { return true; }, sink);
        case NodeTest::Kind::principal: return each_accepted(step, node, [principal](const xmlNode* n) { return n->type == principal; }, sink);
        case NodeTest::Kind::text:
            return each_accepted(step, node, [](const xmlNode* n) { return n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE; }, sink);
        case NodeTest::Kind::comment: return each_accepted(step, node, [](const xmlNode* n) { return n->type == XML_COMMENT_NODE; }, sink);
        case NodeTest::Kind::instruction:
            return each_accepted(step, node, [&](const xmlNode* n) { return n->type == XML_PI_NODE && (test.name.empty() || equal(n->name, test.name)); }, sink);
        case NodeTest::Kind::principal_of_namespace: {
            Space& wanted = space(test.prefix);
            return each_accepted(step, node, [&, principal](const xmlNode* n) { return n->type == principal && is_in(n->ns, wanted); }, sink);
        }
        case NodeTest::Kind::named: break;
    }
    if (test.prefix.empty()) {
        const auto has_no_namespace = [](const xmlNode* n) { return n->ns == nullptr || n->ns->href == nullptr || n->ns->href[0] == 0; };
        if (bool stopped; each_below(step, node, has_no_namespace, sink, stopped)) return stopped;
        return each_accepted(step, node, [&, principal](const xmlNode* n) { return n->type == principal && has_no_namespace(n) && equal(n->name, test.name); }, sink);
    }
    Space& wanted = space(test.prefix);
    if (bool stopped; each_below(step, node, [&](const xmlNode* n) { return is_in(n->ns, wanted); }, sink, stopped)) return stopped;
    return each_accepted(step, node, [&, principal](const xmlNode* n) { return n->type == principal && equal(n->name, test.name) && is_in(n->ns, wanted); }, sink);
}

/// As each_accepted(), for a step whose elements are known by their name.
template <class Accept>
bool Evaluator::each_below(const Step& step, xmlNode* node, Accept accept, const Sink& sink, bool& stopped) {
    if ((step.axis != Axis::descendant && step.axis != Axis::descendant_or_self) || (step.places != Places::none && step.places != Places::free)) return false;
    const auto found = below(step, node);
    if (!found) return false;
    stopped = false;
    for (auto each = found->begin(); each != found->end() && !stopped; ++each) {
        work(1);
        const auto holds = [&](const Expr& predicate) { return truth(predicate, Frame{*each, 1, 1}); };
        stopped = accept(*each) && std::all_of(step.predicates.begin(), step.predicates.end(), holds) && sink(*each);
    }
    work(1);
    return true;
}

template <class Accept>
bool Evaluator::each_accepted(const Step& step, xmlNode* node, Accept accept, const Sink& sink) {
    std::size_t visited = 0;
    bool stopped = false;
    const auto holds_from = [&](std::size_t first, xmlNode* n) {
        for (std::size_t i = first; i < step.predicates.size(); ++i)
            if (!truth(step.predicates[i], Frame{n, 1, 1})) return false;
        return true;
    };
    switch (step.places) {
        case Places::none:
            stopped = visit_axis(step.axis, node, [&](xmlNode* n) { return ++visited, accept(n) && sink(n); });
            break;
        case Places::free:
            stopped = visit_axis(step.axis, node, [&](xmlNode* n) { return ++visited, accept(n) && holds_from(0, n) && sink(n); });
            break;
        case Places::literal: {
            double position = 0;
            xmlNode* found = nullptr;
            visit_axis(step.axis, node, [&](xmlNode* n) {
                ++visited;
                if (!accept(n) || ++position != step.predicates.front().number) return false;
                found = n;
                return true;
            });
            stopped = found != nullptr && holds_from(1, found) && sink(found);
            break;
        }
        case Places::general: {
            // "[@a = 1][2]": the first of the nodes that hold ends the search.
            if (const std::size_t at = literal_after_free(step.predicates); at < step.predicates.size()) {
                double position = 0;
                xmlNode* found = nullptr;
                visit_axis(step.axis, node, [&](xmlNode* n) {
                    ++visited;
                    if (!accept(n)) return false;
                    for (std::size_t i = 0; i < at; ++i)
                        if (!truth(step.predicates[i], Frame{n, 1, 1})) return false;
                    if (++position != step.predicates[at].number) return false;
                    found = n;
                    return true;
                });
                stopped = found != nullptr && holds_from(at + 1, found) && sink(found);
                break;
            }
            Nodes found(*this);
            visit_axis(step.axis, node, [&](xmlNode* n) {
                ++visited;
                if (accept(n)) found.set.emplace_back(n);
                return false;
            });
            filter(step.predicates, found.set);
            for (std::size_t i = 0; i < found.set.size() && !stopped; ++i) stopped = sink(found.set[i].raw());
            break;
        }
    }
    work(visited + 1);
    return stopped;
}

bool Evaluator::holds(const Expr& predicate, const Frame& frame) {
    if (predicate.type == Type::number) return number(predicate, frame) == frame.position;
    if (predicate.type != Type::unknown) return truth(predicate, frame);
    Value room;
    const Value& result = dynamic(predicate, frame, room);
    if (const double* place = std::get_if<double>(&result)) return *place == frame.position;
    return to_boolean(result);
}

void Evaluator::filter(const std::vector<Expr>& predicates, NodeSet& nodes) {
    for (const Expr& predicate : predicates) {
        if (predicate.op == Op::number) {
            const double place = predicate.number;
            const bool is_there = place >= 1 && place <= static_cast<double>(nodes.size()) && place == std::floor(place);
            if (is_there) nodes.front() = nodes[static_cast<std::size_t>(place) - 1];
            nodes.resize(is_there ? 1 : 0);
            continue;
        }
        const double size = static_cast<double>(nodes.size());
        work(nodes.size());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (holds(predicate, {nodes[i].raw(), static_cast<double>(i + 1), size})) nodes[kept++] = nodes[i];
        nodes.resize(kept);
    }
}

// Paths

bool Evaluator::stream(const Expr& path, std::size_t index, xmlNode* node, const Sink& sink) {
    if (index == path.steps.size()) return sink(node);
    work(1);
    if (index + 1 == path.steps.size()) return each(path.steps[index], node, sink);
    auto inner = [&](xmlNode* n) { return stream(path, index + 1, n, sink); };
    return each(path.steps[index], node, {caller(inner), &inner});
}

/// The nodes that the steps start from, in document order.
void Evaluator::start_of(const Expr& path, const Frame& frame, NodeSet& into) {
    if (path.from_root) into.emplace_back(root_of(frame.node));
    else if (path.args.empty()) into.emplace_back(frame.node);
    else nodes(path.args.front(), frame, into);
}

/// Step by step, each giving a set in document order.
void Evaluator::path_by_sets(const Expr& path, NodeSet start, NodeSet& into) {
    into = std::move(start);
    for (const Step& step : path.steps) {
        Nodes next(*this);
        auto add = [&](xmlNode* n) {
            next.set.emplace_back(n);
            return false;
        };
        for (Node each_node : into) each(step, each_node.raw(), {caller(add), &add});
        const bool backwards = step.axis == Axis::ancestor || step.axis == Axis::ancestor_or_self || step.axis == Axis::preceding ||
                               step.axis == Axis::preceding_sibling;
        if (into.size() > 1) sort(next.set);
        else if (backwards) std::reverse(next.set.begin(), next.set.end());
        into.swap(next.set);
    }
}

void Evaluator::nodes(const Expr& e, const Frame& frame, NodeSet& into) {
    if (const NodeSet* set = e.keep == Keep::never ? nullptr : kept_nodes(kept(e, frame), e, frame)) into.insert(into.end(), set->begin(), set->end());
    else plain_nodes(e, frame, into);
}

void Evaluator::unordered_nodes(const Expr& e, const Frame& frame, NodeSet& into) {
    if (const NodeSet* set = e.keep == Keep::never ? nullptr : kept_nodes(kept(e, frame), e, frame)) into.insert(into.end(), set->begin(), set->end());
    else plain_unordered_nodes(e, frame, into);
}

void Evaluator::plain_nodes(const Expr& e, const Frame& frame, NodeSet& into) {
    plain_unordered_nodes(e, frame, into);
    if (e.op == Op::join) {
        sort(into);
    } else if (e.op == Op::path && !e.steps.empty() && e.streams) {
        // Whether it went step by step or depth first, which start_of() decided, none is twice in it.
        if (e.order == Expr::Order::reverse) std::reverse(into.begin(), into.end());
        else if (e.order == Expr::Order::none) sort(into);
    }
}

void Evaluator::plain_unordered_nodes(const Expr& e, const Frame& frame, NodeSet& into) {
    switch (e.op) {
        case Op::join: {
            Nodes other(*this);
            unordered_nodes(e.args[0], frame, into);
            unordered_nodes(e.args[1], frame, other.set);
            into.insert(into.end(), other.set.begin(), other.set.end());
            return;
        }
        case Op::filter: {
            if (e.join && filter_looked_up(e, frame, into)) return;
            nodes(e.args.front(), frame, into);
            filter(e.predicates, into);
            return;
        }
        case Op::path: {
            auto add = [&](xmlNode* n) {
                into.emplace_back(n);
                return false;
            };
            if (bool stopped; e.join && path_looked_up(e, frame, {caller(add), &add}, stopped)) {
                if (e.streams && e.order == Expr::Order::reverse) std::reverse(into.begin(), into.end());
                return;
            }
            if (e.streams && e.args.empty()) {
                stream(e, 0, e.from_root ? root_of(frame.node) : frame.node, {caller(add), &add});
                return;
            }
            Nodes start(*this);
            start_of(e, frame, start.set);
            if (e.streams && start.set.size() <= 1) {
                for (Node each_node : start.set) stream(e, 0, each_node.raw(), {caller(add), &add});
                return;
            }
            path_by_sets(e, start.set, into);
            // As stream() would have left it: see nodes().
            if (e.streams && e.order == Expr::Order::reverse) std::reverse(into.begin(), into.end());
            return;
        }
        case Op::call:
            if (e.function == Function::current) {
                into.emplace_back(current_);
                return;
            }
            [[fallthrough]];
        case Op::variable: {
            Value room;
            const Value& result = dynamic(e, frame, room);
            const NodeSet* set = std::get_if<NodeSet>(&result);
            if (set == nullptr) throw Undecided();
            into.insert(into.end(), set->begin(), set->end());
            if (e.op == Op::call) sort(into);
            return;
        }
        default: throw Undecided();
    }
}

bool Evaluator::exists(const Expr& e, const Frame& frame) {
    if (Kept* place = e.keep == Keep::never ? nullptr : kept(e, frame)) {
        if (!place->truth) place->truth = plain_exists(e, frame);
        return *place->truth;
    }
    return plain_exists(e, frame);
}

bool Evaluator::plain_exists(const Expr& e, const Frame& frame) {
    if (e.op == Op::path && e.args.empty() && !e.from_root && e.steps.size() == 1 && e.steps.front().members) {
        if (std::size_t many; count_by_order(e.steps.front(), frame.node, many)) return many != 0;
    }
    if (e.op == Op::path && e.join) {
        auto stop = [](xmlNode*) { return true; };
        if (bool stopped; path_looked_up(e, frame, {caller(stop), &stop}, stopped)) return stopped;
    }
    if (e.op == Op::join) return exists(e.args[0], frame) || exists(e.args[1], frame);
    if (e.op == Op::path && e.streams && e.args.empty()) {
        auto stop = [](xmlNode*) { return true; };
        return stream(e, 0, e.from_root ? root_of(frame.node) : frame.node, {caller(stop), &stop});
    }
    Nodes found(*this);
    unordered_nodes(e, frame, found.set);
    return !found.set.empty();
}

std::size_t Evaluator::count(const Expr& e, const Frame& frame) {
    if (Kept* place = e.keep == Keep::never ? nullptr : kept(e, frame); place != nullptr && place->nodes) return place->nodes->size();
    if (e.op == Op::path && e.args.empty() && !e.from_root && !e.steps.empty() && e.steps.back().members) {
        // The one node that the steps before the last give: "ancestor::a/preceding-sibling::a".
        xmlNode* from = frame.node;
        bool several = false;
        for (auto step = e.steps.begin(); step + 1 != e.steps.end() && from != nullptr && !several; ++step) {
            xmlNode* found = nullptr;
            auto take = [&](xmlNode* n) {
                several = found != nullptr;
                found = n;
                return several;
            };
            each(*step, from, {caller(take), &take});
            from = found;
        }
        if (from == nullptr) return 0;
        if (std::size_t many; !several && count_by_order(e.steps.back(), from, many)) return many;
    }
    if (std::size_t many; e.op == Op::path && e.args.empty() && count_looked_up(e, frame, many)) return many;
    if (e.op == Op::path && e.streams && e.args.empty() && !e.join) {
        std::size_t result = 0;
        auto add = [&](xmlNode*) { return ++result, false; };
        stream(e, 0, e.from_root ? root_of(frame.node) : frame.node, {caller(add), &add});
        return result;
    }
    Nodes found(*this);
    nodes(e, frame, found.set);
    return found.set.size();
}

xmlNode* Evaluator::first_node(const Expr& e, const Frame& frame) {
    if (Kept* place = e.keep == Keep::never ? nullptr : kept(e, frame)) {
        if (place->nodes) return place->nodes->empty() ? nullptr : place->nodes->front().raw();
    }
    if (e.op == Op::path && e.streams && e.args.empty() && !e.join && e.order == Expr::Order::document) {
        xmlNode* result = nullptr;
        auto take = [&](xmlNode* n) { return result = n, true; };
        stream(e, 0, e.from_root ? root_of(frame.node) : frame.node, {caller(take), &take});
        return result;
    }
    Nodes found(*this);
    nodes(e, frame, found.set);
    return found.set.empty() ? nullptr : found.set.front().raw();
}

/// Brings nodes into document order and leaves out what is there twice.
void Evaluator::sort(NodeSet& nodes) {
    if (nodes.size() < 2) return;
    work(nodes.size());
    const auto before = [](Node left, Node right) { return precedes(left.raw(), right.raw()); };
    if (!std::is_sorted(nodes.begin(), nodes.end(), before)) std::sort(nodes.begin(), nodes.end(), before);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace irikteu::xml::xpath
