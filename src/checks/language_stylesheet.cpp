#include <algorithm>

#include "base/error.hpp"
#include "checks/schema_compiler.hpp"

namespace irikteu::checks {

namespace {

bool holds_sequence(xml::Node node) {
    for (xml::Node child : node.elements())
        if (child.is_element("sequence", kXsltNamespace) || holds_sequence(child)) return true;
    return false;
}

/// xsl:sequence gives the function's value: so does func:result.
void copy_with_results(xml::Node into, xml::Node source) {
    for (xml::Node child : source.children()) {
        if (child.is_element("sequence", kXsltNamespace)) {
            into.append(kFunctionsNamespace, "result").set_attribute("select", child.attribute_or("select", "''"));
        } else if (child.is_element() && holds_sequence(child)) {
            xml::Node copy = into.append(child.namespace_uri(), child.name());
            for (xml::Node attribute : child.attributes()) copy.set_attribute(attribute.name(), attribute.content());
            copy_with_results(copy, child);
        } else {
            into.append_copy(child);
        }
    }
}

/// A function of XSLT 2.0 as one of EXSLT: its value is what its body would write, or what xsl:sequence selects.
void append_function(xml::Node root, const SchemaElement& element) {
    xml::Node function = root.append(kFunctionsNamespace, "function");
    function.set_attribute("name", element.node.attribute_or("name", ""));
    if (holds_sequence(element.node)) return copy_with_results(function, element.node);
    for (xml::Node child : element.node.elements())
        if (child.is_element("param", kXsltNamespace)) function.append_copy(child);
    xml::Node body = function.append(kXsltNamespace, "variable");
    body.set_attribute("name", "function-body");
    for (xml::Node child : element.node.elements())
        if (!child.is_element("param", kXsltNamespace)) body.append_copy(child);
    function.append(kFunctionsNamespace, "result").set_attribute("select", "$function-body");
}

}  // namespace

xml::Document language_stylesheet(const std::vector<SchemaElement>& declarations, const xml::Namespaces& namespaces) {
    xml::Document result = xml::Document::create("stylesheet", kXsltNamespace, "xsl");
    xml::Node root = result.root();
    root.set_attribute("version", "1.0");
    std::string function_prefix = "func";
    while (namespaces.count(function_prefix) != 0) function_prefix += "_";
    root.declare_namespace(function_prefix, kFunctionsNamespace);
    for (const auto& [prefix, uri] : namespaces)
        if (uri != kXsltNamespace || prefix != "xsl") root.declare_namespace(prefix, uri);
    root.set_attribute("extension-element-prefixes", function_prefix);
    // Imports stand before everything else (XSLT 1.0, 2.6.2).
    for (const SchemaElement& each : declarations)
        if (each.node.name() == "import") root.append_copy(each.node);
    for (const SchemaElement& each : declarations) {
        if (each.node.name() == "import") continue;
        if (each.node.is_element("function", kXsltNamespace)) append_function(root, each);
        else root.append_copy(each.node);
    }
    return result;
}

}  // namespace irikteu::checks
