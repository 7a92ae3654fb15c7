#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// For this folder only: what all SARIF 2.1.0 logs of this program have in common. A log is written piece by piece: its
/// results first, then the tool with the rules that they named.
namespace irikteu::report {

/// The rules that results are of, in the order in which they came.
class SarifRules {
  public:
    /// The rule of that id, made where it is new; the result gets its index.
    nlohmann::ordered_json& of(const std::string& id, nlohmann::ordered_json& result);
    const std::vector<nlohmann::ordered_json>& all() const { return rules_; }

  private:
    std::map<std::string, std::size_t> index_;
    std::vector<nlohmann::ordered_json> rules_;
};

/// A result as the log's next piece; with the log's beginning where there was none before.
std::string sarif_piece(const nlohmann::ordered_json& result, bool begun);

/// The log's end; with its beginning where there was no result. `engine` is "name version"; `complete` whether everything
/// could be checked; `overrides` the rules whose level was changed (SARIF 2.1.0, 3.20.6); `readings` of an act where it is ambiguous,
/// other than its defaults, for the property bag.
std::string sarif_end(bool begun, const std::string& engine, const SarifRules& rules, bool complete, const std::string& language,
                      nlohmann::ordered_json overrides = {}, nlohmann::ordered_json readings = {});

/// An URI of a file's name: everything but unreserved characters and "/" percent-encoded (RFC 3986, 2.1).
std::string file_uri(const std::string& path);

}  // namespace irikteu::report
