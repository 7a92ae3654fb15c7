#pragma once

#include <map>
#include <string>
#include <vector>

namespace irikteu::compose {

/// What a stylesheet's expression names in vain, whatever the documents are: prefixes that nothing declares, and functions that neither XPath 1.0 and
/// XSLT 1.0 nor, in its namespaces, EXSLT has. libxslt says it when the expression is first evaluated, which may be in a year. A sentence each, as
/// "calls the function …". `prefixes`: prefix to URI. Of other namespaces' functions nothing is said, nor of what is no expression.
std::vector<std::string> names_in_vain(const std::string& expression, const std::map<std::string, std::string>& prefixes);

}  // namespace irikteu::compose
