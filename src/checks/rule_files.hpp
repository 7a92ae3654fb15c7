#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "checks/messages.hpp"
#include "checks/schema_tree.hpp"

namespace irikteu::checks {

/// What checking by an act wants from the disk: its rules, its messages, the dossier's schema. They can be read and parsed
/// while the act itself is read elsewhere. One thread until a checker has it, then any.
class RuleFiles {
  public:
    /// `templates_folder` holds schema/ and the act's folder. Throws Error: unreadable_file.
    RuleFiles(const base::Disk& disk, const std::string& templates_folder, const std::string& act_id);

    /// What was read; it stays where it is.
    const base::Disk& disk() const { return files_; }
    const MessageBook& messages() const { return messages_; }
    /// The file of the rules of a stage, "1" or "2", or those of the "competition"; empty where the act has none.
    std::string rules_of(std::string_view stage) const;
    /// Parses a stage's rules, and all that they include, ahead of their compilation. Faults are left to that.
    void parse(std::string_view stage);
    /// The tree of that file: the one that was parsed ahead, which goes to the caller, or a new one.
    std::unique_ptr<SchemaTree> tree(const std::string& path);

  private:
    std::string folder_;
    MessageBook messages_;
    base::MemoryDisk files_;
    std::map<std::string, std::unique_ptr<SchemaTree>> parsed_;  ///< By path.
};

}  // namespace irikteu::checks
