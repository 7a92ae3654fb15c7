#include "xml/schema_fault.hpp"

#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>

#include "xml/library.hpp"

namespace irikteu::xml {

namespace {

/// A code of which the complaint has one wording only: how its sentence is called here, and which of its strings that sentence names.
struct Plain {
    int code;
    std::string_view kind;
    std::size_t strings;
};

constexpr std::array<Plain, 18> kPlain = {{{XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, "attribute-not-allowed", 0},
                                           {XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, "attribute-not-allowed", 0},
                                           {XML_SCHEMAV_CVC_COMPLEX_TYPE_4, "attribute-missing", 0},
                                           {XML_SCHEMAV_CVC_ENUMERATION_VALID, "not-listed", 2},
                                           {XML_SCHEMAV_CVC_PATTERN_VALID, "pattern", 2},
                                           {XML_SCHEMAV_CVC_MININCLUSIVE_VALID, "less", 2},
                                           {XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, "greater", 2},
                                           {XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, "not-above", 2},
                                           {XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, "not-below", 2},
                                           {XML_SCHEMAV_CVC_TOTALDIGITS_VALID, "digits", 2},
                                           {XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID, "fraction-digits", 2},
                                           {XML_SCHEMAV_CVC_AU, "fixed", 2},
                                           {XML_SCHEMAV_CVC_ELT_5_2_2_2_1, "fixed", 2},
                                           {XML_SCHEMAV_CVC_ELT_5_2_2_2_2, "fixed", 2},
                                           {XML_SCHEMAV_CVC_TYPE_3_1_1, "attributes", 0},
                                           {XML_SCHEMAV_CVC_TYPE_3_1_2, "elements-in-text", 0},
                                           {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, "elements-in-text", 0},
                                           {XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, "text-among-elements", 0}}};

constexpr std::array<std::string_view, 3> kLengths = {"length", "min-length", "max-length"};  ///< From XML_SCHEMAV_CVC_LENGTH_VALID on.

std::string_view string_or_empty(const char* text) { return text ? std::string_view(text) : std::string_view(); }

/// What stands between `before` and `behind`, the last such; empty where there is none.
std::string_view between(std::string_view text, std::string_view before, std::string_view behind) {
    const auto start = text.rfind(before);
    if (start == std::string_view::npos) return {};
    text.remove_prefix(start + before.size());
    const auto end = text.rfind(behind);
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

/// "{urn:a}b, {urn:c}d" without the target namespace.
std::string short_names(std::string_view names, std::string_view target_namespace) {
    if (target_namespace.empty()) return std::string(names);
    const std::string prefix = '{' + std::string(target_namespace) + '}';
    std::string result(names);
    for (auto at = result.find(prefix); at != std::string::npos; at = result.find(prefix, at)) result.erase(at, prefix.size());
    return result;
}

/// The name of the element that is complained of. Of one without a namespace, where there should be one, that is told: {}name.
std::string element_name(std::string_view name, std::string_view target_namespace) {
    return (name.starts_with('{') || target_namespace.empty() ? "" : "{}") + short_names(name, target_namespace);
}

/// Element content that the content model does not have: libxml2 has one code for both cases, and the names that it expects only in its words.
void tell_content(SchemaFault& fault, std::string_view said, std::string_view target_namespace) {
    std::string_view expected = between(said, "Expected is ( ", " )");
    if (expected.empty()) expected = between(said, "Expected is one of ( ", " )");
    if (!expected.empty()) fault.values.push_back(short_names(expected, target_namespace));
    if (said.starts_with("This element is not expected")) fault.kind = expected.empty() ? "unexpected" : "unexpected-but";
    if (said.starts_with("Missing child element") && !expected.empty()) fault.kind = "missing";
}

void tell_empty(SchemaFault& fault, std::string_view said) {
    if (said.starts_with("Character content")) fault.kind = "text-in-empty";
    if (said.starts_with("Element content")) fault.kind = "elements-in-empty";
}

/// Of an attribute the value is told before its length, of an element it is not.
void tell_length(SchemaFault& fault, const xmlError& error) {
    fault.kind = kLengths[static_cast<std::size_t>(error.code - XML_SCHEMAV_CVC_LENGTH_VALID)];
    const bool has_value = error.str3 != nullptr;
    for (const char* text : {has_value ? error.str2 : error.str1, has_value ? error.str3 : error.str2}) fault.values.emplace_back(string_or_empty(text));
}

/// Types without a name are said to be local.
void tell_type(SchemaFault& fault, const xmlError& error, std::string_view said, std::string_view target_namespace) {
    if (error.str1 == nullptr) return;
    const std::string_view type = between(said, " type '", "'");
    fault.kind = type.empty() ? "value" : "type";
    fault.values.emplace_back(error.str1);
    if (!type.empty()) fault.values.push_back(short_names(type, target_namespace));
}

/// Keys, uniqueness and references to keys.
void tell_identity(SchemaFault& fault, std::string_view said, std::string_view target_namespace) {
    if (said.starts_with("Duplicate key-sequence")) fault.kind = "key-duplicate";
    if (said.starts_with("No match found for key-sequence")) fault.kind = "key-unmatched";
    if (said.starts_with("Not all fields of")) fault.kind = "key-incomplete";
    if (fault.kind.empty()) return;
    if (fault.kind != "key-incomplete") fault.values.emplace_back(between(said, "key-sequence ", fault.kind == "key-duplicate" ? " in " : " of "));
    fault.values.push_back(short_names(between(said, " '", "'"), target_namespace));
}

}  // namespace

SchemaFault schema_fault(const xmlError& error, std::string_view target_namespace) {
    SchemaFault fault{one_line(error.message), error.line, Node(static_cast<xmlNodePtr>(error.node)), {}, {}, {}, {}};
    // "Element 'a', attribute 'b': what is amiss": names hold no quotes.
    std::string_view said = fault.message;
    const std::string_view place = said.substr(0, said.find("': "));
    constexpr std::string_view kElement = "Element '", kAttribute = "', attribute '";
    if (!place.starts_with(kElement) || place.size() == said.size()) return fault;
    said.remove_prefix(place.size() + 3);
    const auto attribute = place.find(kAttribute);
    fault.element = element_name(place.substr(0, attribute).substr(kElement.size()), target_namespace);
    if (attribute != std::string_view::npos) fault.attribute = short_names(place.substr(attribute + kAttribute.size()), target_namespace);

    const auto plain = std::find_if(kPlain.begin(), kPlain.end(), [&](const Plain& each) { return each.code == error.code; });
    if (plain != kPlain.end()) {
        fault.kind = plain->kind;
        const std::array<const char*, 2> strings = {error.str1, error.str2};
        for (std::size_t i = 0; i < plain->strings; ++i) fault.values.emplace_back(string_or_empty(strings[i]));
        if (error.code == XML_SCHEMAV_CVC_COMPLEX_TYPE_4) fault.attribute = string_or_empty(error.str1);
        return fault;
    }
    switch (error.code) {
        case XML_SCHEMAV_ELEMENT_CONTENT: tell_content(fault, said, target_namespace); break;
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1: tell_empty(fault, said); break;
        case XML_SCHEMAV_CVC_LENGTH_VALID:
        case XML_SCHEMAV_CVC_MINLENGTH_VALID:
        case XML_SCHEMAV_CVC_MAXLENGTH_VALID: tell_length(fault, error); break;
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3: tell_type(fault, error, said, target_namespace); break;
        case XML_SCHEMAV_CVC_IDC: tell_identity(fault, said, target_namespace); break;
        case XML_SCHEMAV_CVC_ELT_1:
            if (said.find("validation root") != std::string_view::npos) fault.kind = "root";
            break;
        default: break;
    }
    return fault;
}

}  // namespace irikteu::xml
