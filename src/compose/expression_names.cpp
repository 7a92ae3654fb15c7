#include "compose/expression_names.hpp"

#include "base/error.hpp"
#include "xml/stylesheet.hpp"
#include "xml/xpath_tokens.hpp"

namespace irikteu::compose {

namespace {

using Kind = xml::XPathToken::Kind;

std::vector<xml::XPathToken> tokens_of(const std::string& expression) {
    try {
        return xml::tokenize(expression);
    } catch (const base::Error&) {
        return {};  // Whoever compiles it says so.
    }
}

}  // namespace

std::vector<std::string> names_in_vain(const std::string& expression, const std::map<std::string, std::string>& prefixes) {
    std::vector<std::string> found;
    for (const xml::XPathToken& token : tokens_of(expression)) {
        if (token.kind != Kind::name && token.kind != Kind::call && token.kind != Kind::variable) continue;
        const std::string whole(token.text.substr(token.kind == Kind::variable ? 1 : 0));
        const std::size_t colon = whole.find(':');
        const std::string prefix = whole.substr(0, colon == std::string::npos ? 0 : colon);
        const auto uri = prefixes.find(prefix);
        if (!prefix.empty() && prefix != "xml" && uri == prefixes.end()) {
            found.push_back("uses the prefix " + prefix + " in " + whole + ", which no xmlns:" + prefix + " declares");
            continue;
        }
        if (token.kind != Kind::call || (prefix.empty() && xml::is_node_type(whole))) continue;
        if (!prefix.empty() && (uri == prefixes.end() || !uri->second.starts_with("http://exslt.org/"))) continue;
        if (!xml::has_standard_function(prefix.empty() ? std::string() : uri->second, whole.substr(prefix.empty() ? 0 : colon + 1))) {
            found.push_back("calls the function " + whole + ", which the program does not have");
        }
    }
    return found;
}

}  // namespace irikteu::compose
