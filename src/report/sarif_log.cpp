#include "report/sarif_log.hpp"

namespace irikteu::report {

using Json = nlohmann::ordered_json;

std::string file_uri(const std::string& path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            result += c;
        } else {
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        }
    }
    return result;
}

std::string sarif_log(const std::string& engine, std::map<std::string, Json> rules, Json results, bool complete, const std::string& language,
                      Json overrides) {
    Json run;
    const std::size_t space = engine.find(' ');
    run["tool"]["driver"]["name"] = engine.substr(0, space);
    if (space != std::string::npos) run["tool"]["driver"]["version"] = engine.substr(space + 1);
    run["tool"]["driver"]["rules"] = Json::array();
    std::map<std::string, std::size_t> index;
    for (auto& [id, rule] : rules) {
        index.emplace(id, index.size());
        run["tool"]["driver"]["rules"].push_back(std::move(rule));
    }
    for (Json& result : results)
        if (const auto found = index.find(result["ruleId"].get<std::string>()); found != index.end()) result["ruleIndex"] = found->second;
    run["language"] = language;
    run["invocations"] = Json::array({Json{{"executionSuccessful", complete}}});
    if (!overrides.empty()) run["invocations"][0]["ruleConfigurationOverrides"] = std::move(overrides);
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = std::move(results);
    Json log;
    log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
    log["version"] = "2.1.0";
    log["runs"] = Json::array({std::move(run)});
    return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace irikteu::report
