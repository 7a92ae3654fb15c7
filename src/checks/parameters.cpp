#include "checks/parameters.hpp"

namespace irikteu::checks {

namespace {

bool continues_name(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

}  // namespace

std::string Parameters::substitute(const std::string& text) const {
    if (values_.empty() || text.find('$') == std::string::npos) return text;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '$') {
            result += text[at++];
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && continues_name(text[end])) ++end;
        const auto found = values_.find(text.substr(at + 1, end - at - 1));
        if (found == values_.end()) {
            result.append(text, at, end - at);
        } else {
            used_.insert(found->first);
            result += found->second;
        }
        at = end;
    }
    return result;
}

}  // namespace irikteu::checks
