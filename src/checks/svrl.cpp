#include "checks/svrl.hpp"

namespace irikteu::checks {
namespace {

void set_if(xml::Node node, std::string_view name, const std::string& value) {
    if (!value.empty()) node.set_attribute(name, value);
}

void set_labels(xml::Node node, const Labels& labels) {
    set_if(node, "id", labels.id);
    set_if(node, "role", labels.role);
    set_if(node, "flag", labels.flag);
    set_if(node, "severity", labels.severity);
}

void set_reading(xml::Node node, const std::string& lang, const std::string& see, const std::string& icon, const std::string& fpi) {
    set_if(node, "xml:lang", lang);
    set_if(node, "see", see);
    set_if(node, "icon", icon);
    set_if(node, "fpi", fpi);
}

void copy_node(xml::Node into, xml::Node source) {
    if (source.kind() == xml::Node::Kind::attribute) {
        into.set_attribute(source.name(), source.content());
    } else if (source.kind() == xml::Node::Kind::document) {
        for (xml::Node child : source.children()) copy_node(into, child);
    } else if (source.is_element()) {
        into.append_copy(source);
    } else if (source.kind() == xml::Node::Kind::text) {
        into.append_text(source.content());
    }
}

xml::Node append_text(xml::Node parent, const Text& text) {
    xml::Node node = parent.append("text");
    for (const TextRun& run : text.runs)
        if (run.kind == TextRun::Kind::copy && run.node.kind() == xml::Node::Kind::attribute) copy_node(node, run.node);
    for (const TextRun& run : text.runs) {
        switch (run.kind) {
            case TextRun::Kind::text: node.append_text(run.text); break;
            case TextRun::Kind::emph: node.append_with_text("emph", run.text); break;
            case TextRun::Kind::dir: set_if(node.append_with_text("dir", run.text), "dir", run.attribute); break;
            case TextRun::Kind::span: set_if(node.append_with_text("span", run.text), "class", run.attribute); break;
            case TextRun::Kind::copy:
                if (run.node.kind() != xml::Node::Kind::attribute) copy_node(node, run.node);
                break;
        }
    }
    return node;
}

void append_outcome(xml::Node root, const Outcome& outcome) {
    xml::Node node = root.append(outcome.kind == Outcome::Kind::failed_assert ? "failed-assert" : "successful-report");
    set_labels(node, outcome.labels);
    node.set_attribute("location", outcome.location);
    node.set_attribute("test", outcome.test);
    set_reading(node, outcome.labels.lang, outcome.labels.see, outcome.labels.icon, outcome.labels.fpi);
    for (const Text& diagnostic : outcome.diagnostics) {
        xml::Node reference = node.append("diagnostic-reference");
        reference.set_attribute("diagnostic", diagnostic.id);
        set_reading(append_text(reference, diagnostic), diagnostic.lang, diagnostic.see, diagnostic.icon, diagnostic.fpi);
    }
    for (const Text& property : outcome.properties) {
        xml::Node reference = node.append("property-reference");
        reference.set_attribute("property", property.id);
        set_if(reference, "role", property.role);
        set_if(reference, "scheme", property.scheme);
        set_reading(append_text(reference, property), property.lang, property.see, property.icon, property.fpi);
    }
    append_text(node, outcome.text);
}

void append_unchecked(xml::Node root, const Unchecked& entry) {
    std::string sentence = "Could not be checked";
    const std::string& what = entry.assertion.empty() ? entry.rule : entry.assertion;
    if (!what.empty()) sentence += " (" + what + ")";
    sentence += " at " + entry.location + ": " + entry.message;
    if (entry.times > 1) sentence += " (" + std::to_string(entry.times) + " times)";
    root.append_with_text("text", sentence).set_attribute("xml:lang", "en");
}

}  // namespace

xml::Document svrl(const Result& result) {
    xml::Document document = xml::Document::create("schematron-output", kSvrlNamespace, "svrl");
    xml::Node root = document.root();
    set_if(root, "title", result.title);
    if (result.phase != "#ALL") set_if(root, "phase", result.phase);
    set_if(root, "schemaVersion", result.schema_version);
    for (const Unchecked& entry : result.unchecked) append_unchecked(root, entry);
    for (const Text& each : result.paragraphs) set_reading(append_text(root, each), each.lang, each.see, each.icon, each.fpi);
    for (const auto& [prefix, uri] : result.namespaces) {
        xml::Node ns = root.append("ns-prefix-in-attribute-values");
        ns.set_attribute("prefix", prefix);
        ns.set_attribute("uri", uri);
    }
    std::size_t fired = 0;
    std::size_t outcome = 0;
    for (std::size_t i = 0; i < result.patterns.size(); ++i) {
        const ActivePattern& pattern = result.patterns[i];
        xml::Node active = root.append(pattern.group ? "active-group" : "active-pattern");
        set_if(active, "id", pattern.labels.id);
        set_if(active, "name", pattern.title.empty() ? pattern.labels.id : pattern.title);
        set_if(active, "role", pattern.labels.role);
        set_if(active, "documents", pattern.documents);
        for (; fired < result.fired.size() && result.fired[fired].pattern == i; ++fired) {
            xml::Node rule = root.append("fired-rule");
            set_if(rule, "id", result.fired[fired].labels->id);
            rule.set_attribute("context", *result.fired[fired].context);
            set_if(rule, "role", result.fired[fired].labels->role);
            set_if(rule, "flag", result.fired[fired].labels->flag);
            set_if(rule, "document", result.documents[result.fired[fired].document]);
            for (; outcome < result.outcomes.size() && result.outcomes[outcome].fired == fired; ++outcome)
                append_outcome(root, result.outcomes[outcome]);
        }
    }
    return document;
}

}  // namespace irikteu::checks
