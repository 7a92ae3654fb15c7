#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

/// For this folder only: what all SARIF 2.1.0 logs of this program have in common.
namespace irikteu::report {

/// A log of one run. `engine` is "name version"; `complete` whether everything could be checked; `overrides` the rules
/// whose level was changed (SARIF 2.1.0, 3.20.6). Results get the index of their rule.
std::string sarif_log(const std::string& engine, std::map<std::string, nlohmann::ordered_json> rules, nlohmann::ordered_json results,
                      bool complete, const std::string& language,
                      nlohmann::ordered_json overrides = {});

/// An URI of a file's name: everything but unreserved characters and "/" percent-encoded (RFC 3986, 2.1).
std::string file_uri(const std::string& path);

}  // namespace irikteu::report
