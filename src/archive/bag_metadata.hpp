#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/bag_manifest.hpp"
#include "archive/bag_report.hpp"

/// The bag's tag files that are no manifests: bagit.txt, bag-info.txt, fetch.txt.
namespace irikteu::archive {

/// What bagit.txt says (RFC 8493, 2.1.1).
struct BagDeclaration {
    std::string version, encoding;
    BagRules rules = BagRules::draft;
};

/// Reads bagit.txt's bytes; everything wrong with them becomes a finding, and what could be read is given.
BagDeclaration read_declaration(std::string_view bytes, std::vector<BagFinding>& findings);

/// A line of bag-info.txt or package-info.txt, continuations joined with a space.
struct BagInfoItem {
    std::string label, value;
    int line = 0;
};
std::vector<BagInfoItem> read_bag_info(const std::string& path, std::string_view text, BagRules rules,
                                       std::vector<BagFinding>& findings);

/// Compares every Payload-Oxum with the payload: "octets.streams" (RFC 8493, 2.2.2).
void check_payload_oxum(const std::string& path, const std::vector<BagInfoItem>& items, std::uint64_t bytes,
                        std::uint64_t files, BagRules rules, std::vector<BagFinding>& findings);

/// One line of fetch.txt: what is to be fetched from where.
struct FetchItem {
    std::string url, path;  ///< The path decoded, without "./".
    std::optional<std::uint64_t> length;
    int line = 0;
};
/// Reads fetch.txt (RFC 8493, 2.2.3); refuses paths that are no payload.
std::vector<FetchItem> read_fetch(std::string_view text, BagRules rules, const BagTree& tree, std::vector<BagFinding>& findings);

}  // namespace irikteu::archive
