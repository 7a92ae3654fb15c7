#include "xml/value_conversion.hpp"

#include <libxml/xpathInternals.h>

#include <cmath>

#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/xpath_text.hpp"

namespace irikteu::xml {

Value to_value(xmlXPathObjectPtr object) {
    switch (object->type) {
        case XPATH_BOOLEAN: return object->boolval != 0;
        case XPATH_NUMBER: return object->floatval;
        case XPATH_NODESET:
        case XPATH_XSLT_TREE: {
            NodeSet nodes;
            if (object->nodesetval != nullptr) {
                xmlXPathNodeSetSort(object->nodesetval);
                nodes.reserve(static_cast<std::size_t>(object->nodesetval->nodeNr));
                for (int i = 0; i < object->nodesetval->nodeNr; ++i) {
                    xmlNodePtr node = object->nodesetval->nodeTab[i];
                    if (node->type != XML_NAMESPACE_DECL) nodes.emplace_back(node);
                }
            }
            return nodes;
        }
        default: {
            xmlChar* text = xmlXPathCastToString(object);
            std::string out = text ? reinterpret_cast<const char*>(text) : "";
            xmlFree(text);
            return out;
        }
    }
}

xmlXPathObjectPtr to_object(const Value& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return xmlXPathNewBoolean(*flag ? 1 : 0);
    if (const double* number = std::get_if<double>(&value)) return xmlXPathNewFloat(*number);
    if (const std::string* text = std::get_if<std::string>(&value)) return xmlXPathNewString(BAD_CAST text->c_str());
    xmlNodeSetPtr set = xmlXPathNodeSetCreate(nullptr);
    for (const Node& node : std::get<NodeSet>(value)) xmlXPathNodeSetAddUnique(set, node.raw());
    return xmlXPathWrapNodeSet(set);
}

void call_function(xmlXPathParserContextPtr context, int argument_count, const Function& function) {
    std::vector<Value> arguments(static_cast<std::size_t>(argument_count));
    for (std::size_t i = arguments.size(); i-- > 0;) {
        xmlXPathObjectPtr object = valuePop(context);
        if (object == nullptr) {
            xmlXPathErr(context, XPATH_STACK_ERROR);
            return;
        }
        arguments[i] = to_value(object);
        xmlXPathFreeObject(object);
    }
    try {
        valuePush(context, to_object(function(arguments)));
    } catch (const base::Error& error) {
        xmlGenericError(xmlGenericErrorContext, "%s", error.what());
        context->error = XPATH_EXPR_ERROR;
    }
}

std::string to_string(const Value& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const double* number = std::get_if<double>(&value)) {
        std::string out;
        xpath::append_number(*number, out);
        return out;
    }
    if (const std::string* text = std::get_if<std::string>(&value)) return *text;
    const NodeSet& nodes = std::get<NodeSet>(value);
    return nodes.empty() ? std::string() : nodes.front().text();
}

bool to_boolean(const Value& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return *flag;
    if (const double* number = std::get_if<double>(&value)) return *number != 0 && !std::isnan(*number);
    if (const std::string* text = std::get_if<std::string>(&value)) return !text->empty();
    return !std::get<NodeSet>(value).empty();
}

double to_number(const Value& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
    if (const double* number = std::get_if<double>(&value)) return *number;
    return xmlXPathCastStringToNumber(BAD_CAST to_string(value).c_str());
}

}  // namespace irikteu::xml
