#include "checks/prefix_scope.hpp"

#include "xml/xpath_tokens.hpp"

namespace irikteu::checks {

namespace {

/// The schema (or library) of a file; empty where the file is a part only, which has no prefixes of its own.
xml::Node schema_of(xml::Node node) {
    while (node.parent().is_element()) node = node.parent();
    const bool whole = node.is_element("schema", kSchematronNamespace) || node.is_element("library", kSchematronNamespace);
    return whole ? node : xml::Node();
}

}  // namespace

void PrefixScope::enter(const SchemaElement& element, xml::Namespaces& known) {
    const auto [file, fresh] = files_.try_emplace(element.file);
    const xml::Node schema = fresh ? schema_of(element.node) : xml::Node();
    if (!schema) return;
    for (xml::Node ns : schema.elements()) {
        if (!ns.is_element("ns", kSchematronNamespace)) continue;
        const std::string prefix(ns.attribute_or("prefix", "")), uri(ns.attribute_or("uri", ""));
        const auto found = known.find(prefix);
        if (prefix.empty() || (found != known.end() && found->second == uri)) continue;
        std::string other = prefix + ".1";  // Also where the schema that includes has no such prefix: it is not lent one.
        for (int n = 2; known.count(other) != 0 && known.at(other) != uri; ++n) other = prefix + "." + std::to_string(n);
        known.emplace(other, uri);
        file->second.emplace(prefix, other);
    }
}

bool PrefixScope::differs_in(const SchemaElement& element) const {
    const auto found = files_.find(element.file);
    return found != files_.end() && !found->second.empty();
}

std::string PrefixScope::rewritten(const SchemaElement& element, const std::string& text) const {
    const auto found = files_.find(element.file);
    if (found == files_.end() || found->second.empty()) return text;
    using Kind = xml::XPathToken::Kind;
    std::string result;
    std::size_t done = 0;
    for (const xml::XPathToken& token : xml::tokenize(text)) {
        if (token.kind != Kind::name && token.kind != Kind::call) continue;
        const auto other = found->second.find(std::string(token.text.substr(0, token.text.find(':'))));
        if (other == found->second.end() || token.text.find(':') == std::string_view::npos) continue;
        const auto at = static_cast<std::size_t>(token.text.data() - text.data());
        result.append(text, done, at - done);
        result += other->second;
        done = at + other->first.size();
    }
    return result.append(text, done);
}

}  // namespace irikteu::checks
