#include "report/report_reading.hpp"

#include "base/error.hpp"

namespace irikteu::report {

namespace {
constexpr std::string_view kReport = "urn:irikteu:report:1";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";
}  // namespace

std::vector<xml::Node> findings(const xml::Document& report) {
    if (!report.root().is_element("report", kReport))
        throw base::Error(base::ErrorCode::invalid, "is no report (urn:irikteu:report:1)", {report.source(), 0, 0, {}});
    std::vector<xml::Node> result;
    for (xml::Node node : report.root().elements())
        if (node.name() == "finding") result.push_back(node);
    return result;
}

std::string said(xml::Node finding, std::string_view element, std::string_view language) {
    std::string kazakh;
    for (xml::Node node : finding.elements()) {
        if (node.name() != element) continue;
        if (node.attribute("lang", kXml) == language) return node.text();
        if (node.attribute("lang", kXml) == "kk") kazakh = node.text();
    }
    return kazakh;
}

std::string value(xml::Node node, std::string_view attribute) { return std::string(node.attribute_or(attribute, "")); }

std::string without_indices(const std::string& item) {
    std::string result;
    bool inside = false;
    for (const char c : item) {
        inside = inside && c != ']';
        if (!inside) result += c;
        inside = inside || c == '[';
    }
    return result;
}

}  // namespace irikteu::report
