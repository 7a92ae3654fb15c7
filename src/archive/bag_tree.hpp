#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "archive/bag_report.hpp"

namespace irikteu::archive {

/// The files of a bag as the disk has them: regular files, and links that stay inside the bag.
class BagTree {
  public:
    /// Lists the folder; what is no plain file becomes a finding. Throws Error(unreadable_file).
    BagTree(const std::string& folder, std::vector<BagFinding>& findings);

    const std::map<std::string, std::uint64_t>& files() const { return files_; }  ///< Relative path, size in bytes.
    bool has_payload_folder() const { return has_payload_folder_; }
    std::string at(const std::string& relative) const { return folder_ + '/' + relative; }
    bool has(const std::string& path) const { return files_.contains(path); }
    /// The one file whose name is the same text in another normal form (NFC, NFD); nullopt where there is none.
    std::optional<std::string> otherwise_composed(const std::string& path) const;
    /// Reads a tag file; a finding and nullopt where it is too large or can't be read.
    std::optional<std::string> read_tag_file(const std::string& path, std::vector<BagFinding>& findings) const;

  private:
    void list(std::vector<BagFinding>& findings);

    std::string folder_;
    std::map<std::string, std::uint64_t> files_;
    std::multimap<std::string, std::string> composed_;  ///< Only names that are not ASCII.
    bool has_payload_folder_ = false;
};

}  // namespace irikteu::archive
