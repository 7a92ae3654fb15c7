#include "archive/bag_tree.hpp"

#include <algorithm>
#include <filesystem>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "kazakh/normalize.hpp"

namespace irikteu::archive {

namespace fs = std::filesystem;
using Severity = BagFinding::Severity;

namespace {

constexpr std::uint64_t kMaxTagFileBytes = 512u << 20;

bool is_plain_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

BagTree::BagTree(const std::string& folder, std::vector<BagFinding>& findings) : folder_(folder) {
    std::error_code reason;
    if (!fs::is_directory(folder, reason)) {
        throw base::Error(base::ErrorCode::unreadable_file, "is no folder that can be read", {folder, 0, 0, {}});
    }
    list(findings);
    for (const auto& [path, size] : files_) {
        if (!is_plain_ascii(path)) composed_.emplace(kazakh::composed(path), path);
    }
}

void BagTree::list(std::vector<BagFinding>& findings) {
    std::error_code reason;
    const std::string root = fs::canonical(folder_, reason).string();
    fs::recursive_directory_iterator it(folder_, reason);
    const std::size_t cut = folder_.size() + (folder_.ends_with('/') ? 0 : 1);
    for (; !reason && it != fs::recursive_directory_iterator(); it.increment(reason)) {
        const std::string path = it->path().string().substr(cut);
        std::error_code failed;
        if (it->is_symlink(failed)) {
            const std::string target = fs::canonical(it->path(), failed).string();
            if (failed || !target.starts_with(root + '/')) {
                findings.push_back({Severity::error, "link-out-of-bag", path, 0, "This link leads out of the bag or nowhere.", "5.1"});
                continue;
            }
            if (fs::is_directory(target, failed)) {
                findings.push_back({Severity::error, "linked-folder", path, 0, "A link to a folder is no part of a bag.", "2.1.2"});
                continue;
            }
        } else if (it->is_directory(failed)) {
            if (path == "data") has_payload_folder_ = true;
            continue;
        }
        if (!it->is_regular_file(failed) || failed) {
            findings.push_back({Severity::error, "special-file", path, 0, "This is neither a file nor a folder.", "2.1.2"});
            continue;
        }
        files_.emplace(path, it->file_size(failed));
    }
    if (reason) throw base::Error(base::ErrorCode::unreadable_file, "cannot be listed: " + reason.message(), {folder_, 0, 0, {}});
}

std::optional<std::string> BagTree::otherwise_composed(const std::string& path) const {
    if (is_plain_ascii(path)) return std::nullopt;
    const auto found = composed_.find(kazakh::composed(path));
    if (found == composed_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> BagTree::read_tag_file(const std::string& path, std::vector<BagFinding>& findings) const {
    if (files_.at(path) > kMaxTagFileBytes) {
        findings.push_back({Severity::error, "too-large", path, 0, "This tag file is too large to be read.", {}});
        return std::nullopt;
    }
    try {
        return base::RealDisk().read(at(path), kMaxTagFileBytes);
    } catch (const base::Error& error) {
        findings.push_back({Severity::error, "unreadable", path, 0, "This tag file " + error.message() + '.', {}});
        return std::nullopt;
    }
}

}  // namespace irikteu::archive
