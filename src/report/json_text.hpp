#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace irikteu::report {

/// As text for a place within a larger one that is written piece by piece: indented by so many more blanks, from its second line on.
inline std::string written(const nlohmann::ordered_json& json, std::size_t indent) {
    const std::string text = json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string result;
    for (const char c : text) {
        result += c;
        if (c == '\n') result.append(indent, ' ');
    }
    return result;
}

}  // namespace irikteu::report
