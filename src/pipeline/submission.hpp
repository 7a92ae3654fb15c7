#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/disk.hpp"

namespace irikteu::pipeline {

/// One submitted file, with the bytes as they came.
struct SubmittedFile {
    std::string name;  ///< Relative to the dossier; the dossier's own name where it is one file.
    std::string bytes;
    base::Digest digest;
};

/// A dossier as it came in: a folder, a .zip or one .xml.
struct Submission {
    std::string name;  ///< In the inbox: of the folder, or of the file with its ending.
    std::string path;
    std::vector<SubmittedFile> files;  ///< Sorted by name; links and devices are left out, the readers refuse them.
    base::Digest digest;               ///< Of all names and digests; of one file, its bytes alone: two copies have the same.
};

/// What one submission may hold, before anything is parsed.
struct SubmissionLimits {
    std::uint64_t max_file_bytes = 256u << 20;
    std::uint64_t max_total_bytes = 512u << 20;
    std::size_t max_files = 2000;
    int max_depth = 8;
};

/// One thing in an inbox.
struct InboxItem {
    std::string name;
    bool readable = true;  ///< A folder or a regular file; false for links, devices and the like, which are not followed.
};

/// Everything in an inbox, sorted by name, but for what is hidden and what systems and editors leave behind (".DS_Store",
/// "Thumbs.db", "~$concept.docx"): that goes to `passed_over`, if anybody wants it.
/// Throws Error(unreadable_file) where there is no such folder.
std::vector<InboxItem> list_inbox(const base::Disk& disk, const std::string& folder, std::vector<InboxItem>* passed_over = nullptr);

/// Reads a submission's bytes. Throws Error: unreadable_file, limit_exceeded.
Submission collect_submission(const base::Disk& disk, const std::string& path, const std::string& name,
                              const SubmissionLimits& limits = {});

}  // namespace irikteu::pipeline
