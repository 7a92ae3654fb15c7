#include "pipeline/submission.hpp"

#include "base/error.hpp"
#include "readers/submission.hpp"

namespace irikteu::pipeline {

using base::DirectoryEntry;
using base::Error;
using base::ErrorCode;

namespace {

struct Collector {
    const base::Disk& disk;
    const SubmissionLimits& limits;
    Submission& submission;
    std::uint64_t total = 0;

    void file(const std::string& path, const std::string& name) {
        if (submission.files.size() >= limits.max_files) {
            throw Error(ErrorCode::limit_exceeded, "holds more than " + std::to_string(limits.max_files) + " files",
                        {submission.path, 0, 0, {}});
        }
        std::string bytes = disk.read(path, limits.max_file_bytes);
        total += bytes.size();
        if (total > limits.max_total_bytes) {
            throw Error(ErrorCode::limit_exceeded, "holds more than " + std::to_string(limits.max_total_bytes) + " bytes",
                        {submission.path, 0, 0, {}});
        }
        base::Digest digest = base::sha256(bytes);
        submission.files.push_back({name, std::move(bytes), digest});
    }

    void folder(const std::string& path, const std::string& prefix, int depth) {
        if (depth > limits.max_depth) {
            throw Error(ErrorCode::limit_exceeded, "nests folders more than " + std::to_string(limits.max_depth) + " deep",
                        {path, 0, 0, {}});
        }
        for (const DirectoryEntry& entry : disk.list(path)) {
            const std::string below = base::join_path(path, entry.name);
            if (entry.kind == DirectoryEntry::Kind::file) file(below, prefix + entry.name);
            if (entry.kind == DirectoryEntry::Kind::folder) folder(below, prefix + entry.name + '/', depth + 1);
        }
    }
};

}  // namespace

std::vector<InboxItem> list_inbox(const base::Disk& disk, const std::string& folder, std::vector<InboxItem>* passed_over) {
    std::vector<InboxItem> items;
    for (const DirectoryEntry& entry : disk.list(folder)) {
        const bool left_behind = entry.name.starts_with('.') || readers::is_system_file(entry.name) ||
                                 (entry.kind == DirectoryEntry::Kind::folder && readers::is_system_folder(entry.name));
        InboxItem item{entry.name, entry.kind != DirectoryEntry::Kind::other};
        if (!left_behind) items.push_back(std::move(item));
        else if (passed_over != nullptr) passed_over->push_back(std::move(item));
    }
    return items;
}

Submission collect_submission(const base::Disk& disk, const std::string& path, const std::string& name,
                              const SubmissionLimits& limits) {
    Submission submission{name, path, {}, {}};
    Collector collector{disk, limits, submission};
    if (disk.is_folder(path)) {
        collector.folder(path, {}, 1);
    } else {
        collector.file(path, name);
    }
    if (submission.files.size() == 1 && submission.files.front().name == name) {
        submission.digest = submission.files.front().digest;
        return submission;
    }
    std::string all;
    for (const SubmittedFile& file : submission.files) all += file.digest.hex() + ' ' + file.name + '\n';
    submission.digest = base::sha256(all);
    return submission;
}

}  // namespace irikteu::pipeline
