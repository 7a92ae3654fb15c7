#include "report/sarif_log.hpp"

#include "report/json_text.hpp"

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

Json& SarifRules::of(const std::string& id, Json& result) {
    const auto [at, is_new] = index_.try_emplace(id, rules_.size());
    if (is_new) rules_.push_back(Json{{"id", id}});
    result["ruleIndex"] = at->second;
    return rules_[at->second];
}

namespace {

constexpr std::string_view kBegin =
    "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n      \"results\": [";

}  // namespace

std::string sarif_piece(const Json& result, bool begun) {
    return std::string(begun ? "," : kBegin) + "\n        " + written(result, 8);
}

std::string sarif_end(bool begun, const std::string& engine, const SarifRules& rules, bool complete, const std::string& language, Json overrides, Json readings) {
    Json driver;
    const std::size_t space = engine.find(' ');
    driver["name"] = engine.substr(0, space);
    if (space != std::string::npos) driver["version"] = engine.substr(space + 1);
    driver["rules"] = rules.all();
    Json invocation{{"executionSuccessful", complete}};
    if (!overrides.empty()) invocation["ruleConfigurationOverrides"] = std::move(overrides);
    if (!readings.empty()) invocation["properties"]["readings"] = std::move(readings);
    std::string log(begun ? "\n      " : kBegin);
    const auto member = [&](const char* name, const Json& json) { log += std::string(",\n      \"") + name + "\": " + written(json, 6); };
    log += "]";
    member("tool", Json{{"driver", std::move(driver)}});
    member("language", Json(language));
    member("invocations", Json::array({std::move(invocation)}));
    member("columnKind", Json("unicodeCodePoints"));
    return log + "\n    }\n  ]\n}\n";
}

}  // namespace irikteu::report
