#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "xml/document.hpp"

/// For this folder only: how a report document is read.
namespace irikteu::report {

inline constexpr std::array<std::string_view, 5> severities = {"error", "undetermined", "warning", "manual", "info"};

/// The findings, in the report's order.
std::vector<xml::Node> findings(const xml::Document& report);
/// message or remedy in a language; in Kazakh where it isn't said in that language; empty where it isn't said at all.
std::string said(xml::Node finding, std::string_view element, std::string_view language);
std::string value(xml::Node node, std::string_view attribute);
/// "7.sheet[3].phone" is "7.sheet[].phone".
std::string without_indices(const std::string& item);

}  // namespace irikteu::report
