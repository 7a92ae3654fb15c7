#include "pipeline/materials.hpp"

#include <algorithm>
#include <set>

#include "base/disk.hpp"
#include "pipeline/images.hpp"

namespace irikteu::pipeline {

namespace {

constexpr std::uint64_t kMostBytes = 16u << 20, kMostHouseBytes = 64u << 20;

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

constexpr std::size_t kMostHouseFiles = 1000;

/// Calls `use` with every piece of a stylesheet that could be a file's name: what stands between quotation marks, brackets and the like.
template <class Use>
void each_name(std::string_view text, const Use& use) {
    constexpr std::string_view kEnds = "\"'()<>{}=,;| \t\r\n";
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(kEnds), text.size());
        if (end > 0 && end < 1024) use(std::string(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Whether a stylesheet makes up names of files as it runs: document() of something else than a string, or a graphic whose src is computed.
bool computes_names(std::string_view text) {
    for (auto at = text.find("document("); at != std::string_view::npos; at = text.find("document(", at + 1)) {
        const auto first = text.find_first_not_of(" \t\r\n", at + 9);
        if (first != std::string_view::npos && text[first] != '\'' && text[first] != '"' && text[first] != ')' && !text.substr(first).starts_with("&quot;") && !text.substr(first).starts_with("&apos;")) return true;
    }
    for (auto at = text.find("src="); at != std::string_view::npos; at = text.find("src=", at + 1)) {
        if (at + 5 >= text.size()) break;
        if (text.substr(at + 5, text.find(text[at + 4], at + 5) - at - 5).find('{') != std::string_view::npos) return true;
    }
    return text.find("name=\"src\"") != std::string_view::npos || text.find("name='src'") != std::string_view::npos;
}

/// A competition, what a run wrote, or an archive: each changes from run to run and belongs to no house style.
bool is_work_of_runs(const base::Disk& disk, const std::string& folder) {
    for (const char* mark : {"competition.xml", ".competition", "FORMAT"})
        if (disk.exists(base::join_path(folder, mark))) return true;
    return false;
}

/// What a made-up name could stand for: all pictures, stylesheets and data below the folder, as far as one looks through so many entries.
void collect_whole_folder(const base::Disk& disk, const std::string& folder, std::set<std::string>& found, std::size_t& looked_at) {
    constexpr std::string_view kEndings[] = {".xsl", ".xslt", ".xml", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".tif", ".tiff"};
    for (const base::DirectoryEntry& entry : disk.list(folder)) {
        if (found.size() >= kMostHouseFiles || ++looked_at > 10 * kMostHouseFiles) return;
        const std::string path = base::join_path(folder, entry.name);
        const bool is_inbox = entry.name == "inbox" && disk.exists(base::join_path(folder, "competition.xml"));
        if (entry.kind == base::DirectoryEntry::Kind::folder && !is_inbox && !is_work_of_runs(disk, path)) collect_whole_folder(disk, path, found, looked_at);
        const bool fits = std::any_of(std::begin(kEndings), std::end(kEndings), [&entry](std::string_view ending) { return entry.name.ends_with(ending); });
        if (entry.kind == base::DirectoryEntry::Kind::file && fits) found.insert(path);
    }
}

void collect_house_files(const base::Disk& disk, const std::string& file, std::set<std::string>& found) {
    if (found.size() >= kMostHouseFiles || !found.insert(file).second || !(file.ends_with(".xsl") || file.ends_with(".xslt") || found.size() == 1)) return;
    const std::string text = disk.read(file, kMostBytes), folder = base::folder_of(file);
    each_name(text, [&](const std::string& name) {
        if (name.find('.') == std::string::npos || name.find(':') != std::string::npos) return;
        const std::string path = name.starts_with('/') ? name : base::join_path(folder, name);
        if (disk.exists(path) && !disk.is_folder(path)) collect_house_files(disk, path, found);
    });
}

}  // namespace

std::string house_digests(const base::Disk& disk, const std::string& house_style) {
    if (house_style.empty()) return {};
    std::set<std::string> files;
    collect_house_files(disk, house_style, files);
    const std::set<std::string> named = files;
    std::size_t looked_at = 0;
    for (const std::string& file : named) {
        if ((file == house_style || file.ends_with(".xsl") || file.ends_with(".xslt")) && computes_names(disk.read(file, kMostBytes))) collect_whole_folder(disk, base::folder_of(file), files, looked_at);
    }
    const std::string folder = base::folder_of(house_style) + '/';
    std::string list = digest_line(disk, house_style, "house");
    for (const std::string& file : files) {
        // By the name within the folder: where the folder stands makes no document another one.
        if (file != house_style) list += base::sha256(disk.read(file, kMostHouseBytes)).hex() + " house/" + (file.starts_with(folder) ? file.substr(folder.size()) : file) + '\n';
    }
    return list;
}

std::vector<std::pair<std::string, base::Digest>> materials(const base::Disk& disk, const JudgeOptions& options) {
    const std::string act = base::join_path(options.templates_folder, options.act);
    const std::string rules = list_of(disk, base::join_path(act, "rules"), "rules");
    std::string templates = list_of(disk, base::join_path(act, "documents"), "documents") +
                            list_of(disk, base::join_path(options.templates_folder, "style"), "style");
    templates += house_digests(disk, options.house_style);
    const std::string fonts = disk.read(base::join_path(options.fonts_folder, "faces.txt"), kMostBytes);
    return {{"Rules", base::sha256(rules)}, {"Templates", base::sha256(templates)}, {"Fonts", base::sha256(fonts)}};
}

}  // namespace irikteu::pipeline
