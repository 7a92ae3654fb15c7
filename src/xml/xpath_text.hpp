#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <string>
#include <string_view>

/// Strings and numbers of XPath 1.0; for this folder only. UTF-8.
namespace irikteu::xml::xpath {

inline constexpr std::size_t kMaxMade = std::size_t{64} << 20;  ///< Bytes of a string that concat() may make.

/// A node's string-value (XPath 1.0, 5), as a view into the document or into `room`.
std::string_view string_value(const xmlNode* node, std::string& room);
double to_number(std::string_view text);
void append_number(double number, std::string& to);
/// Whether a string is in a number's or boolean's place true is for the caller: not empty, not zero.
bool is_true(double number);

double string_length(std::string_view text);
std::string_view substring(std::string_view text, double from, double length);
std::string_view substring(std::string_view text, double from);
std::string_view normalize_space(std::string_view text, std::string& room);
std::string_view translate(std::string_view text, std::string_view from, std::string_view to, std::string& room);
/// The same for a `from` that is not asked for again, as one that was computed.
std::string_view translate_once(std::string_view text, std::string_view from, std::string_view to, std::string& room);
/// XPath's round(): halves go up.
double rounded(double number);
/// lang() of a node.
bool speaks(const xmlNode* node, std::string_view language);
/// A name for a node that is the same in every run: its place among its siblings on each level, and its kind.
std::string generated_id(const xmlNode* node);

}  // namespace irikteu::xml::xpath
