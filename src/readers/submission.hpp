#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "readers/limits.hpp"

namespace irikteu::readers {

/// One file of a submission, or what stands in its place.
struct SubmittedFile {
    std::string path;   ///< Relative to the dossier, with slashes: "concept.docx", "papers.zip/concept.docx".
    std::string bytes;  ///< Empty where it could not be had.
    std::optional<base::Error> error;
};

using FileTaker = std::function<void(SubmittedFile)>;

/// Gives every file of a folder to `take`, one at a time, in the order of their paths' bytes within each folder.
/// Links, devices and folders that nest too deep are given with an error. Throws Error where the folder itself cannot
/// be listed or holds more than the limits allow.
void walk_folder(const base::Disk& disk, const std::string& folder, const Limits& limits, const FileTaker& take);

/// The same for a zip. A single folder around everything is taken off; a zip inside (other than a document) is opened,
/// as often as the limits allow. Throws Error where the zip itself cannot be read.
void walk_zip(std::string_view bytes, const std::string& name, const Limits& limits, const FileTaker& take);

/// A file that a system leaves behind and nobody submits: "~$concept.docx", "Thumbs.db", "__MACOSX/…", ".DS_Store",
/// ".~lock.concept.docx#".
bool is_system_file(std::string_view path);
/// A folder of that kind, by its name alone: "__MACOSX", "$RECYCLE.BIN", whatever begins with a dot.
bool is_system_folder(std::string_view name);

}  // namespace irikteu::readers
