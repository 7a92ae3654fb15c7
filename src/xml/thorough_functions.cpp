#include "xml/thorough_functions.hpp"

#include <libxml/xpathInternals.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "xml/value_conversion.hpp"
#include "xml/xpath_text.hpp"
#include "xml/xslt_language_state.hpp"

namespace irikteu::xml {

namespace {

void call_library(xmlXPathParserContextPtr context, int argument_count) {
    const auto* functions = static_cast<const FunctionLibrary*>(context->context->funcLookupData);
    const auto* uri = reinterpret_cast<const char*>(context->context->functionURI);
    const std::string name = reinterpret_cast<const char*>(context->context->function);
    auto found = functions->functions().find({uri ? uri : "", name});
    // Another thread may just be storing the namespace in the expression that both evaluate for the first time.
    if (found == functions->functions().end() && uri == nullptr) {
        found = std::find_if(functions->functions().begin(), functions->functions().end(),
                             [&](const auto& each) { return each.first.second == name; });
    }
    if (found == functions->functions().end()) {
        xmlXPathErr(context, XPATH_UNKNOWN_FUNC_ERROR);
        return;
    }
    call_function(context, argument_count, found->second);
}

xmlXPathFunction look_up(void* data, const xmlChar* name, const xmlChar* uri) {
    const auto* functions = static_cast<const FunctionLibrary*>(data);
    const auto found = functions->functions().find(
        {uri ? reinterpret_cast<const char*>(uri) : "", reinterpret_cast<const char*>(name)});
    return found == functions->functions().end() ? nullptr : call_library;
}

/// For a context with a language: our functions, then EXSLT's and those of the stylesheet.
xmlXPathFunction look_up_all(void* data, const xmlChar* name, const xmlChar* uri) {
    auto* functions = static_cast<FunctionLibrary*>(data);
    xmlXPathFunction found = functions == nullptr ? nullptr : look_up(functions, name, uri);
    return found != nullptr || uri == nullptr ? found : XsltRun::function(name, uri);
}

/// XSLT's current() (XSLT 1.0, 12.4): the node that the context was told of.
void call_current(xmlXPathParserContextPtr context, int argument_count) {
    if (argument_count != 0) {
        xmlXPathErr(context, XPATH_INVALID_ARITY);
        return;
    }
    auto* current = static_cast<Node*>(context->context->extra);
    valuePush(context, xmlXPathNewNodeSet(current->raw()));
}

/// XSLT's generate-id() (XSLT 1.0, 12.4).
void call_generate_id(xmlXPathParserContextPtr context, int argument_count) {
    const xmlNode* node = context->context->node;
    xmlXPathObjectPtr argument = nullptr;
    if (argument_count == 1) {
        argument = valuePop(context);
        if (argument == nullptr || argument->type != XPATH_NODESET) {
            xmlXPathFreeObject(argument);
            xmlXPathErr(context, XPATH_INVALID_TYPE);
            return;
        }
        node = nullptr;
        if (argument->nodesetval != nullptr && argument->nodesetval->nodeNr > 0) {
            xmlXPathNodeSetSort(argument->nodesetval);
            node = argument->nodesetval->nodeTab[0];
        }
    } else if (argument_count != 0) {
        xmlXPathErr(context, XPATH_INVALID_ARITY);
        return;
    }
    valuePush(context, xmlXPathNewString(BAD_CAST(node ? xpath::generated_id(node) : std::string()).c_str()));
    xmlXPathFreeObject(argument);
}

/// Counts text among the operations, of which libxml2 counts the steps alone.
void spend(xmlXPathParserContextPtr parser, std::size_t bytes) {
    xmlXPathContextPtr context = parser->context;
    if (context->opLimit == 0) return;
    if (bytes / 8 < context->opLimit - std::min(context->opCount, context->opLimit)) {
        context->opCount += bytes / 8;
        return;
    }
    context->opCount = context->opLimit;
    xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
}

template <xmlXPathFunction function>
void counted(xmlXPathParserContextPtr parser, int argument_count) {
    function(parser, argument_count);
    if (parser->error == XPATH_EXPRESSION_OK && parser->value != nullptr && parser->value->type == XPATH_STRING && parser->value->stringval != nullptr)
        spend(parser, std::string_view(reinterpret_cast<const char*>(parser->value->stringval)).size());
}

/// XPath's concat(), with an end.
void call_concat(xmlXPathParserContextPtr parser, int argument_count) {
    if (argument_count < 2) {
        xmlXPathErr(parser, XPATH_INVALID_ARITY);
        return;
    }
    std::vector<std::string> parts(static_cast<std::size_t>(argument_count));
    std::size_t size = 0;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        xmlXPathObjectPtr argument = valuePop(parser);
        xmlChar* text = size <= xpath::kMaxMade ? xmlXPathCastToString(argument) : nullptr;
        if (text != nullptr) *part = reinterpret_cast<const char*>(text);
        size += part->size();
        xmlFree(text);
        xmlXPathFreeObject(argument);
    }
    if (size > xpath::kMaxMade) {
        parser->context->opCount = parser->context->opLimit;
        xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
        return;
    }
    std::string all;
    for (const std::string& part : parts) all += part;
    spend(parser, all.size());
    if (parser->error == XPATH_EXPRESSION_OK) valuePush(parser, xmlXPathNewString(BAD_CAST all.c_str()));
}

}  // namespace

void add_core_functions(xmlXPathContextPtr context) {
    xmlXPathRegisterFunc(context, BAD_CAST "generate-id", call_generate_id);
    static constexpr std::pair<const char*, xmlXPathFunction> texts[] = {
        {"concat", call_concat},
        {"string", counted<xmlXPathStringFunction>},
        {"translate", counted<xmlXPathTranslateFunction>},
        {"normalize-space", counted<xmlXPathNormalizeFunction>},
        {"substring", counted<xmlXPathSubstringFunction>},
        {"substring-before", counted<xmlXPathSubstringBeforeFunction>},
        {"substring-after", counted<xmlXPathSubstringAfterFunction>},
    };
    for (const auto& [name, function] : texts) {
        xmlXPathRegisterFunc(context, BAD_CAST name, nullptr);  // libxml2 replaces none.
        xmlXPathRegisterFunc(context, BAD_CAST name, function);
    }
}

void add_library(xmlXPathContextPtr context, const FunctionLibrary* library, Node& current) {
    context->extra = &current;
    xmlXPathRegisterFunc(context, BAD_CAST "current", call_current);
    if (library != nullptr) xmlXPathRegisterFuncLookup(context, look_up, const_cast<FunctionLibrary*>(library));
}

void add_library_and_language(xmlXPathContextPtr context, const FunctionLibrary* library) {
    xmlXPathRegisterFuncLookup(context, look_up_all, const_cast<FunctionLibrary*>(library));
}

}  // namespace irikteu::xml
