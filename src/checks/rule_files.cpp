#include "checks/rule_files.hpp"

#include "base/error.hpp"
#include "checks/rule_proofs.hpp"

namespace irikteu::checks {

namespace {

constexpr std::uint64_t kMaxRuleBytes = 32u << 20;

void copy_files(const base::Disk& disk, const std::string& folder, base::MemoryDisk& into) {
    for (const base::DirectoryEntry& entry : disk.list(folder)) {
        const std::string path = base::join_path(folder, entry.name);
        if (entry.kind == base::DirectoryEntry::Kind::folder) copy_files(disk, path, into);
        if (entry.kind == base::DirectoryEntry::Kind::file) into.write(path, disk.read(path, kMaxRuleBytes));
    }
}

}  // namespace

RuleFiles::RuleFiles(const base::Disk& disk, const std::string& templates_folder, const std::string& act_id)
    : folder_(base::join_path(base::join_path(templates_folder, act_id), "rules")), messages_(disk, base::join_path(templates_folder, act_id)) {
    copy_files(disk, folder_, files_);
    if (const std::string proofs = proofs_path(templates_folder); !proofs.empty() && disk.exists(proofs)) files_.write(proofs, disk.read(proofs, kMaxRuleBytes));
    for (const char* name : {"schema/dossier.xsd", "schema/xml.xsd"}) {  // The one imports the other.
        const std::string path = base::join_path(templates_folder, name);
        if (disk.exists(path)) files_.write(path, disk.read(path, kMaxRuleBytes));
    }
}

std::string RuleFiles::rules_of(std::string_view stage) const {
    const std::string name(stage);
    const std::string path = base::join_path(folder_, (stage == "competition" ? name : "stage-" + name) + ".sch");
    return stage == "1" || files_.exists(path) ? path : std::string();
}

void RuleFiles::parse(std::string_view stage) {
    const std::string path = rules_of(stage);
    if (path.empty()) return;
    try {
        auto tree = std::make_unique<SchemaTree>(files_, path);
        tree->open_included();
        parsed_[path] = std::move(tree);
    } catch (const base::Error&) {  // Who compiles them says what is wrong, in its order.
    }
}

std::unique_ptr<SchemaTree> RuleFiles::tree(const std::string& path) {
    const auto found = parsed_.find(path);
    if (found != parsed_.end() && found->second) return std::move(found->second);
    return std::make_unique<SchemaTree>(files_, path);
}

}  // namespace irikteu::checks
