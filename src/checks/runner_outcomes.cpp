// What a run says: its outcomes with their messages, and what could not be asked.

#include <utility>

#include "base/error.hpp"
#include "checks/runner.hpp"

namespace irikteu::checks {

using base::Error;

namespace {

constexpr std::size_t kOutcome = 2 * (sizeof(Outcome) + sizeof(TextRun));  ///< Bytes, the room that a growing list keeps included.

/// Bytes of a node with all that it holds, about; not looked at further than `most`.
std::size_t size_of(xml::Node node, std::size_t most) {
    if (node.kind() != xml::Node::Kind::element) return 16 + node.text().size();
    std::size_t size = 32 + node.name().size();
    for (xml::Node each : node.attributes()) size += 16 + each.text().size();
    for (xml::Node each : node.children()) {
        if (size > most) break;
        size += size_of(each, most - size);
    }
    return size;
}

}  // namespace

void Runner::count(std::size_t bytes) {
    reported_ += bytes;
    if (reported_ <= max_report_) return;
    const std::string message = "the report is larger than " + std::to_string(max_report_) + " bytes; what came after was not asked";
    if (!stopped_) could_not({}, {}, document_.document_node(), message);
    stopped_ = true;
    throw Error(base::ErrorCode::limit_exceeded, message);
}

void Runner::report(Place& place, const CompiledRule& rule, const CompiledCheck& check, xml::Node node, const Where& where) {
    Where here = where;
    here.assertion = check.labels.id;
    Outcome outcome;
    outcome.kind = check.kind;
    outcome.fired = result_.fired.size() - 1;
    outcome.labels = check.labels;
    outcome.labels.role = label(place, check.labels.role, node, here);
    outcome.labels.flag = label(place, check.labels.flag, node, here);
    outcome.labels.severity = label(place, check.labels.severity, node, here);
    outcome.test = check.test_said();
    outcome.node = node;
    const std::optional<xml::Expression>& subject = check.subject ? check.subject : rule.subject;
    if (subject) {
        try {
            const xml::NodeSet nodes = place.context.evaluate_nodes(*subject, node);
            if (!nodes.empty()) outcome.node = nodes.front();
        } catch (const Error& error) {
            could_not(here, subject->text(), node, error.message());
        }
    }
    const xml::Node speaker = schema_->messages == MessageContext::subject ? outcome.node : node;
    // A word that a rule visits has no place of its own, nor has what is no node of the document.
    if (!lasts(outcome.node)) outcome.node = result_.fired.back().node;
    outcome.location = locator_.locate(outcome.node);
    try {
        const Labels& said = outcome.labels;
        count(kOutcome + (check.diagnostics.size() + check.properties.size()) * (sizeof(Text) + sizeof(TextRun)) + outcome.location.size() + outcome.test.size() + said.id.size() + said.role.size() + said.flag.size() + said.severity.size() + said.see.size());
    } catch (const Error&) {
        return;  // The run is stopped, and says so.
    }
    outcome.text = text(place, check.text, speaker, here);
    for (const auto& each : check.diagnostics) outcome.diagnostics.push_back(text(place, *each, speaker, here));
    for (const auto& each : check.properties) outcome.properties.push_back(text(place, *each, speaker, here));
    result_.outcomes.push_back(std::move(outcome));
}

std::string Runner::label(Place& place, const std::string& written, xml::Node node, const Where& where) {
    const std::string said = label_expression(written);
    if (said.empty()) return written;
    try {
        return place.context.evaluate_string(xml::Expression(said), node);
    } catch (const Error& error) {
        could_not(where, written, node, error.message());
        return written;
    }
}

bool Runner::lasts(xml::Node node) const {
    xml::Node top = node;
    for (xml::Node above = top.parent(); above; above = above.parent()) top = above;
    return top == document_.document_node() || top == asked_->document_node();
}

void Runner::keep_copy(xml::Node node, std::vector<TextRun>& runs) {
    if (node.kind() == xml::Node::Kind::document) {
        for (xml::Node child : node.children()) keep_copy(child, runs);
        return;
    }
    if (!copies_) {
        copies_ = std::make_shared<xml::Document>(xml::Document::create("copies", {}));
        result_.owned.push_back(copies_);
    }
    runs.push_back({TextRun::Kind::copy, {}, {}, copies_->root().append("copy").append_copy(node)});
}

Text Runner::text(Place& place, const CompiledText& compiled, xml::Node node, const Where& where) {
    Text result{compiled.id, compiled.lang, compiled.role, compiled.scheme, compiled.see, compiled.icon, compiled.fpi, {}};
    say(place, compiled.said(), node, where, result.runs);
    return result;
}

void Runner::say(Place& place, const std::vector<MessagePart>& parts, xml::Node node, const Where& where, std::vector<TextRun>& runs) {
    const auto add = [&](TextRun::Kind kind, std::string words, const std::string& attribute = {}) {
        count(16 + words.size() + attribute.size());
        runs.push_back({kind, std::move(words), attribute, {}});
    };
    const auto set_apart = [&](TextRun::Kind kind, const MessagePart& part) {
        std::vector<TextRun> inner;
        say(place, part.parts, node, where, inner);
        std::string words;
        for (const TextRun& run : inner) words += run.kind == TextRun::Kind::copy ? run.node.text() : run.text;
        add(kind, std::move(words), part.attribute);
    };
    for (const MessagePart& part : parts) {
        try {
            switch (part.kind) {
                case MessagePart::Kind::text: add(TextRun::Kind::text, part.text); break;
                case MessagePart::Kind::value_of: add(TextRun::Kind::text, place.context.evaluate_string(part.expression, node)); break;
                case MessagePart::Kind::name: add(TextRun::Kind::text, xml::qualified_name(node)); break;
                case MessagePart::Kind::dir: set_apart(TextRun::Kind::dir, part); break;
                case MessagePart::Kind::emph: set_apart(TextRun::Kind::emph, part); break;
                case MessagePart::Kind::span: set_apart(TextRun::Kind::span, part); break;
                case MessagePart::Kind::copy_of: {
                    const xml::Value value = place.context.evaluate(part.expression, node);
                    const auto* nodes = std::get_if<xml::NodeSet>(&value);
                    if (!nodes) add(TextRun::Kind::text, xml::to_string(value));
                    if (nodes)
                        for (xml::Node each : *nodes) {
                            count(16 + size_of(each, max_report_));
                            if (lasts(each)) runs.push_back({TextRun::Kind::copy, {}, {}, each});
                            else keep_copy(each, runs);
                        }
                    break;
                }
            }
        } catch (const Error& error) {
            if (stopped_) return;
            could_not(where, part.expression.text(), node, error.message());
        }
    }
}

void Runner::could_not(const Where& where, const std::string& expression, xml::Node node, const std::string& message) {
    const auto [at, fresh] = seen_.try_emplace({std::string(where.pattern), std::string(where.rule), std::string(where.assertion), expression, message}, result_.unchecked.size());
    if (!fresh) {
        ++result_.unchecked[at->second].times;
        return;
    }
    Unchecked entry;
    entry.pattern = where.pattern, entry.rule = where.rule, entry.assertion = where.assertion;
    entry.expression = expression;
    if (!lasts(node)) node = result_.fired.empty() ? document_.document_node() : result_.fired.back().node;
    entry.node = node;
    entry.location = locator_.locate(node);
    entry.message = message;
    result_.unchecked.push_back(std::move(entry));
}

}  // namespace irikteu::checks
