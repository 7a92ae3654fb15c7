#include "pipeline/materials.hpp"

namespace irikteu::pipeline {

namespace {

constexpr std::uint64_t kMostBytes = 16u << 20;

std::string digest_line(const base::Disk& disk, const std::string& path, const std::string& name) {
    return base::sha256(disk.read(path, kMostBytes)).hex() + ' ' + name + '\n';
}

/// A line a file below the folder; empty where there is no such folder.
std::string list_of(const base::Disk& disk, const std::string& folder, const std::string& inside) {
    std::string list;
    if (!disk.is_folder(folder)) return list;
    for (const base::DirectoryEntry& entry : disk.list(folder)) {
        const std::string path = base::join_path(folder, entry.name), name = base::join_path(inside, entry.name);
        if (entry.kind == base::DirectoryEntry::Kind::folder) list += list_of(disk, path, name);
        if (entry.kind == base::DirectoryEntry::Kind::file) list += digest_line(disk, path, name);
    }
    return list;
}

}  // namespace

std::vector<std::pair<std::string, base::Digest>> materials(const base::Disk& disk, const JudgeOptions& options) {
    const std::string act = base::join_path(options.templates_folder, options.act);
    const std::string rules = list_of(disk, base::join_path(act, "rules"), "rules");
    std::string templates = list_of(disk, base::join_path(act, "documents"), "documents") +
                            list_of(disk, base::join_path(options.templates_folder, "style"), "style");
    if (!options.house_style.empty()) templates += digest_line(disk, options.house_style, "house");
    const std::string fonts = disk.read(base::join_path(options.fonts_folder, "faces.txt"), kMostBytes);
    return {{"Rules", base::sha256(rules)}, {"Templates", base::sha256(templates)}, {"Fonts", base::sha256(fonts)}};
}

}  // namespace irikteu::pipeline
