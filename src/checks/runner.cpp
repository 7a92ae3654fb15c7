#include "checks/runner.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "xml/marks.hpp"

namespace irikteu::checks {

using base::Error;

Runner::Runner(std::shared_ptr<const CompiledSchema> schema, const xml::Document& document,
               const Schematron::DocumentSource& subordinates, std::uint64_t work, std::size_t max_report)
    : schema_(std::move(schema)),
      document_(document),
      subordinates_(subordinates),
      work_(work),
      max_report_(max_report),
      left_(work),
      functions_(*schema_),
      asked_(&document),
      main_{document, 0, context_of(document), {}} {
    functions_.set_document(document);
}

xml::XPathContext Runner::context_of(const xml::Document& document) const {
    if (!schema_->language) return xml::XPathContext(document, schema_->namespaces, functions_.library(), nullptr);
    // system-property('xsl:version') takes the prefix for what XSLT's own examples bind it to.
    xml::Namespaces namespaces = schema_->namespaces;
    namespaces.try_emplace("xsl", "http://www.w3.org/1999/XSL/Transform");
    return xml::XPathContext(document, namespaces, functions_.library(), &*schema_->language);
}

namespace {

constexpr std::uint64_t kNoted = 64;  ///< What takes less is on nobody's account.
constexpr std::uint64_t kVisit = 8;   ///< Steps that asking at a visited node takes beside those of the test.
constexpr std::size_t kMaxHeld = std::size_t{512} << 20;    ///< Bytes of all variables that are known at once.
constexpr std::size_t kMaxMatched = std::size_t{8} << 20;   ///< Nodes, with the rules that match them: half a gigabyte.

}  // namespace

void Runner::hold(const xml::Value& value, std::size_t& held) {
    std::size_t bytes = 0;
    if (const std::string* text = std::get_if<std::string>(&value)) bytes = text->size();
    if (const xml::NodeSet* set = std::get_if<xml::NodeSet>(&value)) bytes = set->size() * sizeof(xml::Node);
    if (bytes > kMaxHeld - std::min(held_, kMaxHeld))
        throw Error(base::ErrorCode::limit_exceeded, "the variables hold more than " + std::to_string(kMaxHeld) + " bytes together");
    held_ += bytes;
    held += bytes;
}

bool Runner::may_match() {
    if (++matched_ <= kMaxMatched) return true;
    if (!stopped_) could_not({}, {}, document_.document_node(), "the rules match more than " + std::to_string(kMaxMatched) + " nodes together; they were not asked");
    stopped_ = true;
    return false;
}

bool Runner::may_visit(const CompiledRule& rule) {
    const std::uint64_t cost = kVisit * (rule.checks.size() + 1);
    std::uint64_t& used = accounts_[&rule];
    if (cost > left_ || used + cost > work_ / 4) return false;
    used += cost;
    left_ -= cost;
    return true;
}

template <class Ask>
auto Runner::on_account(Place& place, const void* of, Ask ask) {
    const std::uint64_t most = work_ / 4;
    const auto noted = accounts_.empty() ? accounts_.end() : accounts_.find(of);
    const std::uint64_t allowed = std::min(left_, noted == accounts_.end() ? most : most - std::min(most, noted->second));
    struct Account {
        Runner& runner;
        Place& place;
        const void* of;
        std::uint64_t allowed;
        ~Account() {
            const std::uint64_t used = allowed - std::min(allowed, place.context.spare());
            runner.left_ -= used;
            if (used > kNoted) runner.accounts_[of] += used;
            place.context.allow(runner.left_);
        }
    };
    place.context.allow(allowed);
    const Account account{*this, place, of, allowed};
    return ask();
}

void Runner::gave_up(const Where& where, const std::string& expression, xml::Node node, std::string_view what, const Written& written, const void* of) {
    const std::string place = (written.file ? *written.file : "") + ":" + std::to_string(written.line);
    if (spent_.insert(of).second)
        could_not(where, expression, node, "the " + std::string(what) + " at " + place + " takes more than the " + std::to_string(work_ / 4) +
                                               " steps that one may take; it was not asked to the end");
    if (left_ > work_ / 1000 || stopped_) return;
    stopped_ = true;
    could_not({}, expression, document_.document_node(), "the rules together take more than " + std::to_string(work_) + " steps; what came after the " +
                                                             std::string(what) + " at " + place + " was not asked");
}

Result Runner::run(std::string_view phase_name) {
    result_.schema = schema_;
    result_.title = schema_->title;
    result_.schema_version = schema_->schema_version;
    result_.lang = schema_->lang;
    result_.paragraphs = schema_->paragraphs;
    result_.namespaces = schema_->namespaces_in_order;
    result_.documents.push_back(document_.source());
    main_.context.allow(left_);
    set_globals(schema_->lets);
    const CompiledPhase& phase = find_phase(phase_name);
    result_.phase = phase.id;
    set_globals(phase.lets);
    for (const auto& [patterns, dispatch] : phase.walks) {
        const CompiledPattern& first = schema_->patterns[patterns.front()];
        if (first.documents) continue;
        Hidden hidden;
        if (first.own_variables_in_contexts)
            on_account(main_, &first, [&] { hidden = bind(main_, first.lets, document_.document_node(), {first.labels.id, {}}); });
        run_walk(main_, phase, patterns, dispatch);
        unbind(main_, first.lets, hidden);
    }
    result_.fired.reserve(matched_);
    for (std::size_t index : phase.patterns) {
        const CompiledPattern& pattern = schema_->patterns[index];
        active_[index] = result_.patterns.size();
        result_.patterns.push_back({pattern.labels, pattern.title, pattern.documents ? pattern.documents->text() : document_.source(), pattern.group});
        if (pattern.documents) run_subordinates(index, phase);
        else run_pattern(main_, index, phase);
    }
    return std::move(result_);
}

const CompiledPhase& Runner::find_phase(std::string_view name) {
    if (name.empty() || name == "#DEFAULT") name = schema_->default_phase.empty() ? "#ALL" : std::string_view(schema_->default_phase);
    if (name == "#ANY") {
        for (const CompiledPhase& phase : schema_->phases) {
            try {
                if (phase.when && on_account(main_, &phase, [&] { return main_.context.evaluate_boolean(*phase.when, document_.document_node()); })) return phase;
            } catch (const Error& error) {
                could_not({}, phase.when->text(), document_.document_node(), error.message());
            }
        }
        return schema_->phases.front();
    }
    for (const CompiledPhase& phase : schema_->phases)
        if (phase.id == name) return phase;
    throw Error(base::ErrorCode::usage, "the rules have no phase \"" + std::string(name) + "\"", {*schema_->tree->root().file, 0, 0, {}});
}

void Runner::set_globals(const std::vector<CompiledLet>& lets) {
    std::size_t held = 0;
    for (const CompiledLet& let : lets) {
        try {
            xml::Value value = let.value ? on_account(main_, &let, [&] { return main_.context.evaluate(*let.value, document_.document_node()); }) : xml::Value(let.content);
            hold(value, held);
            main_.context.set_variable(let.name, std::move(value));
        } catch (const Error& error) {
            could_not({}, "$" + let.name, document_.document_node(), error.message());
        }
    }
}

xml::XPathContext::Variable& Runner::variable(Place& place, const CompiledLet& let) {
    if (place.variables.empty()) place.variables.resize(schema_->variables);
    xml::XPathContext::Variable*& known = place.variables[let.number];
    if (known == nullptr) known = &place.context.variable(let.name);
    return *known;
}

Runner::Hidden Runner::bind(Place& place, const std::vector<CompiledLet>& lets, xml::Node node, const Where& where) {
    Hidden hidden{hidden_.size()};
    const auto hide = [&](xml::XPathContext::Variable& variable) {
        hidden_.push_back(std::exchange(variable, {}));
        ++hidden.many;
    };
    for (const CompiledLet& let : lets) {
        xml::XPathContext::Variable& bound = variable(place, let);
        try {
            if (let.later) {
                hide(bound);
                bound.set_later(*let.value, node);
                continue;
            }
            xml::Value value = let.value ? place.context.evaluate(*let.value, node) : xml::Value(let.content);
            hold(value, hidden.held);
            hide(bound);
            place.context.set_variable(bound, std::move(value));
        } catch (const Error& error) {
            hide(bound);
            could_not(where, "$" + let.name, node, error.message());
        }
    }
    return hidden;
}

void Runner::unbind(Place& place, const std::vector<CompiledLet>& lets, const Hidden& hidden) {
    if (hidden.many == 0) return;
    for (std::size_t i = hidden.many; i-- > 0;) variable(place, lets[i]) = std::move(hidden_[hidden.begin + i]);
    hidden_.resize(hidden.begin);
    held_ -= hidden.held;
}

void Runner::run_walk(Place& place, const CompiledPhase& phase, const std::vector<std::size_t>& patterns, const Dispatch& dispatch) {
    const xml::Node root = place.document.document_node();
    for (std::size_t index : patterns) place.matches[index].clear();
    general_.clear();
    for (const Candidate& candidate : dispatch.general()) {
        auto& nodes = general_.emplace_back();
        const CompiledPattern& pattern = schema_->patterns[candidate.pattern];
        const CompiledRule& rule = pattern.rules[candidate.rule];
        try {
            const xml::XPathContext::Passing passing(place.context);
            nodes = on_account(place, &rule, [&] { return candidate.match->nodes(root, place.context); });
        } catch (const Error& error) {
            if (error.code() == base::ErrorCode::limit_exceeded)
                gave_up({pattern.labels.id, rule.labels.id}, candidate.match->text(), root, "rule", rule.written, &rule);
            else could_not({pattern.labels.id, rule.labels.id}, candidate.match->text(), root, error.message());
        }
    }
    // A phase's `from` restricts the document that is run, not those that its patterns name.
    if (phase.from.empty() || place.index != 0) walk(place, dispatch, root);
    else walk_parts(place, phase, dispatch);
}

/// Only the parts of the document that the phase selects; not twice where one lies in another.
void Runner::walk_parts(Place& place, const CompiledPhase& phase, const Dispatch& dispatch) {
    const xml::Node root = place.document.document_node();
    std::vector<std::unordered_set<const void*>> general;
    for (const MatchPattern& from : phase.from)
        if (from.is_general()) general.push_back(on_account(place, &from, [&] { return from.nodes(root, place.context); }));
    const std::function<void(xml::Node)> search = [&](xml::Node node) {
        std::size_t next_general = 0;
        for (const MatchPattern& from : phase.from) {
            const xml::XPathContext::Passing passing(place.context);
            const bool hit = from.is_general() ? general[next_general++].count(node.raw()) != 0 : from.matches(node, place.context);
            if (hit) return walk(place, dispatch, node);
        }
        for (xml::Node child : node.children()) search(child);
    };
    search(root);
}

void Runner::walk(Place& place, const Dispatch& dispatch, xml::Node node) {
    if (stopped_) return;
    using Kind = xml::Node::Kind;
    const Kind kind = node.kind();
    if (kind == Kind::element || kind == Kind::attribute || dispatch.wants(kind)) ask(place, dispatch, node);
    if (kind != Kind::element && kind != Kind::document) return;
    if (dispatch.wants_attributes())
        for (xml::Node attribute : node.attributes()) ask(place, dispatch, attribute);
    if (dispatch.wants_elements_alone())
        for (xml::Node child : node.elements()) walk(place, dispatch, child);
    else
        for (xml::Node child : node.children()) walk(place, dispatch, child);
}

/// The dispatch's answer; the one before may do, as names are mostly kept once a document.
const std::vector<Candidate>& Runner::named(const Dispatch& dispatch, xml::Node node) {
    const void* const mark = xml::name_mark(node);
    if (mark == nullptr) return dispatch.named(node);
    auto& all = node.is_element() ? known_ : known_attributes_;
    Known& known = all[(reinterpret_cast<std::uintptr_t>(mark) >> 3) % all.size()];
    if (known.dispatch != &dispatch || known.mark != mark) known = {&dispatch, mark, &dispatch.named(node)};
    return *known.candidates;
}

/// Merges the sorted lists of candidates; the first rule of a pattern that matches claims the node.
void Runner::ask(Place& place, const Dispatch& dispatch, xml::Node node) {
    const std::vector<Candidate>& by_name = named(dispatch, node);
    const xml::Node::Kind kind = node.kind();
    if (by_name.empty() && dispatch.is_by_name(kind)) return;
    const std::vector<Candidate>* lists[] = {&by_name, &dispatch.any(kind), &dispatch.general()};
    const std::uint64_t cost = 1 + lists[0]->size() + lists[1]->size() + lists[2]->size();
    if (cost > left_) {
        if (!stopped_) could_not({}, {}, document_.document_node(), "the rules together take more than " + std::to_string(work_) + " steps; what came after was not asked");
        stopped_ = true;
        return;
    }
    left_ -= cost;
    std::size_t at[] = {0, 0, 0};
    std::size_t claimed = static_cast<std::size_t>(-1);
    for (;;) {
        int best = -1;
        for (int i = 0; i < 3; ++i) {
            if (at[i] == lists[i]->size()) continue;
            if (best < 0 || (*lists[i])[at[i]] < (*lists[best])[at[best]]) best = i;
        }
        if (best < 0) return;
        const std::size_t position = at[best]++;
        const Candidate& candidate = (*lists[best])[position];
        if (candidate.pattern == claimed) continue;
        bool failed = false;
        const bool hit = best == 2 ? general_[position].count(node.raw()) != 0 : matches(place, candidate, node, failed);
        if (!hit && !failed) continue;
        auto& found = place.matches[candidate.pattern];
        const bool group = schema_->patterns[candidate.pattern].group;
        if (!group) claimed = candidate.pattern;
        // In a group two alternatives of one rule may both match: it fires once.
        if (!hit || (group && !found.empty() && found.back().node == node && found.back().rule == candidate.rule)) continue;
        if (!may_match()) return;
        found.push_back({node, candidate.rule});
    }
}

bool Runner::matches(Place& place, const Candidate& candidate, xml::Node node, bool& failed) {
    if (!candidate.match->has_predicates()) return candidate.match->matches(node, place.context);
    const CompiledPattern& pattern = schema_->patterns[candidate.pattern];
    const CompiledRule& rule = pattern.rules[candidate.rule];
    failed = true;
    if (is_spent(&rule)) return false;
    try {
        const xml::XPathContext::Passing passing(place.context);
        const bool hit = on_account(place, &rule, [&] { return candidate.match->matches(node, place.context); });
        failed = false;
        return hit;
    } catch (const Error& error) {
        const Where where{pattern.labels.id, rule.labels.id};
        if (error.code() == base::ErrorCode::limit_exceeded) gave_up(where, candidate.match->text(), node, "rule", rule.written, &rule);
        else could_not(where, candidate.match->text(), node, error.message());
        return false;
    }
}

void Runner::run_pattern(Place& place, std::size_t index, const CompiledPhase&) {
    const CompiledPattern& pattern = schema_->patterns[index];
    Hidden hidden;
    if (!pattern.lets.empty())
        on_account(place, &pattern, [&] { hidden = bind(place, pattern.lets, place.document.document_node(), {pattern.labels.id, {}}); });
    std::vector<Match> matches;
    matches.swap(place.matches[index]);  // Whose room is free for what the next patterns fire.
    for (const Match& match : matches)
        if (!stopped_) fire(place, index, pattern.rules[match.rule], match.node);
    unbind(place, pattern.lets, hidden);
}

void Runner::run_subordinates(std::size_t index, const CompiledPhase& phase) {
    const CompiledPattern& pattern = schema_->patterns[index];
    const Where where{pattern.labels.id, {}};
    Hidden hidden;
    std::vector<std::string> names;
    try {
        on_account(main_, &pattern, [&] { hidden = bind(main_, pattern.lets, document_.document_node(), where); });
        const xml::Value value = on_account(main_, &pattern, [&] { return main_.context.evaluate(*pattern.documents, document_.document_node()); });
        if (const auto* nodes = std::get_if<xml::NodeSet>(&value)) {
            for (xml::Node node : *nodes) names.push_back(node.text());
        } else {
            names.push_back(xml::to_string(value));
        }
    } catch (const Error& error) {
        could_not(where, pattern.documents->text(), document_.document_node(), error.message());
    }
    unbind(main_, pattern.lets, hidden);
    for (const std::string& name : names) {
        try {
            if (!subordinates_) throw Error(base::ErrorCode::unsupported, "no other documents may be read here");
            result_.owned.push_back(std::make_shared<xml::Document>(subordinates_(name)));
            const xml::Document& document = *result_.owned.back();
            Place place{document, result_.documents.size(), context_of(document), {}};
            result_.documents.push_back(name);
            functions_.set_document(document);
            asked_ = &document;
            place.context.copy_variables_of(main_.context);
            const auto walk = std::find_if(phase.walks.begin(), phase.walks.end(), [&](const auto& w) { return w.first.front() == index; });
            Hidden outer;
            on_account(place, &pattern, [&] { outer = bind(place, pattern.lets, document.document_node(), where); });
            run_walk(place, phase, walk->first, walk->second);
            unbind(place, pattern.lets, outer);
            run_pattern(place, index, phase);
        } catch (const Error& error) {
            could_not(where, name, document_.document_node(), error.what());
        }
        functions_.set_document(document_);
        asked_ = &document_;
    }
}

void Runner::fire(Place& place, std::size_t index, const CompiledRule& rule, xml::Node node) {
    result_.fired.push_back({active_[index], &rule.labels, &rule.context, node, place.index});
    const Where where{schema_->patterns[index].labels.id, rule.labels.id};
    const xml::XPathContext::Passing passing(place.context);  // The rule's variables and what it visits.
    Hidden hidden;
    if (!rule.lets.empty()) on_account(place, &rule, [&] { hidden = bind(place, rule.lets, node, where); });
    if (!rule.visit_each) {
        for (const CompiledCheck& check : rule.checks) ask_check(place, rule, check, node, where);
    } else {
        try {
            if (is_spent(&rule)) return unbind(place, rule.lets, hidden);
            for (xml::Node each : on_account(place, &rule, [&] { return place.context.evaluate_nodes(*rule.visit_each, node); })) {
                if (!may_visit(rule)) {
                    gave_up(where, rule.visit_each->text(), node, "rule", rule.written, &rule);
                    break;
                }
                for (const CompiledCheck& check : rule.checks) ask_check(place, rule, check, each, where);
            }
        } catch (const Error& error) {
            could_not(where, rule.visit_each->text(), node, error.message());
        }
    }
    unbind(place, rule.lets, hidden);
}

void Runner::ask_check(Place& place, const CompiledRule& rule, const CompiledCheck& check, xml::Node node, const Where& where) {
    if (is_spent(&check)) return;
    const xml::XPathContext::Passing passing(place.context);
    try {
        const bool holds = on_account(place, &check, [&] { return place.context.evaluate_boolean(check.test, node); });
        if (holds == (check.kind == Outcome::Kind::failed_assert)) return;
    } catch (const Error& error) {
        Where here = where;
        here.assertion = check.labels.id;
        const std::string what = std::string(check.kind == Outcome::Kind::failed_assert ? "assert" : "report") + (here.assertion.empty() ? "" : " \"" + check.labels.id + "\"");
        if (error.code() == base::ErrorCode::limit_exceeded) gave_up(here, check.test_said(), node, what, check.written, &check);
        else could_not(here, check.test_said(), node, error.message());
        return;
    }
    on_account(place, &check, [&] { report(place, rule, check, node, where); });
}

}  // namespace irikteu::checks
