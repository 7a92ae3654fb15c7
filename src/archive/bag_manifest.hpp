#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/bag_report.hpp"
#include "archive/bag_tree.hpp"

namespace irikteu::archive {

/// Which rules a bag is held to.
enum class BagRules { draft, rfc };  ///< Versions before 1.0, and 1.0.

/// A manifest's name, cut up: "tagmanifest-sha256.txt".
struct ManifestName {
    enum class Kind { payload, tag };
    Kind kind = Kind::payload;
    std::string algorithm;  ///< Lower case, without hyphens.
};
std::optional<ManifestName> manifest_name(const std::string& file_name);

/// A manifest as read: for each file of the disk that it names, what its checksum should be.
struct BagManifest {
    std::string path;
    ManifestName name;
    bool checkable = false;  ///< Whether the algorithm is known.
    struct Line {
        std::string checksum;  ///< Lower-case hexadecimal.
        int number = 0;
    };
    std::map<std::string, Line> files;    ///< By the path on the disk.
    std::map<std::string, int> missing;   ///< Named (decoded), but not there; the line.
};

/// Why a path may not stand in a manifest or fetch.txt: out of the bag, absolute, a home folder, a drive …; empty
/// where it may. `path` is decoded.
std::string_view path_fault(std::string_view path);
/// Without "./" steps: "data/a" from "./data/./a".
std::string without_dot_steps(std::string_view path);

/// Reads a manifest's text (UTF-8) against the tree; everything wrong with its lines becomes a finding.
BagManifest read_manifest(const std::string& path, const ManifestName& name, std::string_view text, BagRules rules,
                          const BagTree& tree, std::vector<BagFinding>& findings);

/// The file of the disk that a manifest's or fetch.txt's path means, or the decoded path where there is none.
struct FoundFile {
    std::string path;
    bool exists = false;
    bool other_form = false;    ///< Only in another normal form of Unicode.
    bool percent_plain = false; ///< Found only with "%" taken literally.
};
FoundFile find_file(std::string_view written, BagRules rules, const BagTree& tree);

}  // namespace irikteu::archive
