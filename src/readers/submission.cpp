#include "readers/submission.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "readers/entry_name.hpp"
#include "readers/format.hpp"
#include "readers/zip_archive.hpp"

namespace irikteu::readers {

using base::DirectoryEntry;
using base::Error;
using base::ErrorCode;

namespace {

/// What a whole submission may cost, counted down.
struct Budget {
    const Limits& limits;
    const std::string& name;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;

    void spend(std::uint64_t size) {
        ++files;
        bytes += size;
        if (files > limits.max_entries) {
            throw Error(ErrorCode::limit_exceeded, "holds more than " + std::to_string(limits.max_entries) + " files",
                        {name, 0, 0, {}});
        }
        if (bytes > limits.max_total_bytes) {
            throw Error(ErrorCode::limit_exceeded,
                        "holds more than " + std::to_string(limits.max_total_bytes) + " bytes", {name, 0, 0, {}});
        }
    }
};

void walk(std::string_view bytes, const std::string& name, const std::string& prefix, int nesting, Budget& budget,
          const FileTaker& take);

/// A file on its way out: a zip is opened where that is still allowed, anything else is handed over.
void give(SubmittedFile file, const std::string& name, int nesting, Budget& budget, const FileTaker& take) {
    if (nesting < budget.limits.max_nesting && detect(file.bytes) == Format::zip) {
        const std::string inner = name + "/" + file.path;
        try {
            walk(file.bytes, inner, file.path + "/", nesting + 1, budget, take);
            return;
        } catch (const Error& error) {
            if (error.where().file == budget.name) throw;  // The submission as a whole is too much.
            file.error = error;
        }
    }
    take(std::move(file));
}

std::string common_folder(const std::vector<ZipEntry>& entries) {
    std::string folder;
    for (const ZipEntry& entry : entries) {
        if (is_system_file(entry.path)) continue;
        const auto slash = entry.path.find('/');
        if (slash == std::string::npos) return {};
        const std::string first = entry.path.substr(0, slash + 1);
        if (folder.empty()) folder = first;
        if (folder != first) return {};
    }
    return folder;
}

void walk(std::string_view bytes, const std::string& name, const std::string& prefix, int nesting, Budget& budget,
          const FileTaker& take) {
    const ZipArchive zip = ZipArchive::open(bytes, name, budget.limits);
    const std::string around = common_folder(zip.entries());
    for (const ZipEntry& entry : zip.entries()) {
        const std::string path = entry.path.starts_with(around) ? entry.path.substr(around.size()) : entry.path;
        SubmittedFile file{prefix + path, {}, std::nullopt};
        budget.spend(entry.size);
        if (std::count(path.begin(), path.end(), '/') > budget.limits.max_folders) {
            file.error = Error(ErrorCode::limit_exceeded, "lies too deep in folders", {name, 0, 0, entry.path});
            take(std::move(file));
            continue;
        }
        try {
            file.bytes = zip.read(entry, budget.limits.max_file_bytes);
        } catch (const Error& error) {
            file.error = error;
            take(std::move(file));
            continue;
        }
        give(std::move(file), name, nesting, budget, take);
    }
}

void walk_disk(const base::Disk& disk, const std::string& folder, const std::string& relative, int depth, Budget& budget,
               const FileTaker& take) {
    for (const DirectoryEntry& entry : disk.list(folder)) {
        const std::string path = base::join_path(folder, entry.name);
        SubmittedFile file{base::join_path(relative, decode_entry_name(entry.name)), {}, std::nullopt};
        budget.spend(entry.size);
        if (entry.kind == DirectoryEntry::Kind::folder) {
            if (depth < budget.limits.max_folders) {
                walk_disk(disk, path, file.path, depth + 1, budget, take);
                continue;
            }
            file.error = Error(ErrorCode::limit_exceeded, "folder lies too deep", {path, 0, 0, {}});
        } else if (entry.kind == DirectoryEntry::Kind::other) {
            file.error = Error(ErrorCode::unsupported, "is a link or a device, which is not followed", {path, 0, 0, {}});
        } else {
            try {
                file.bytes = disk.read(path, budget.limits.max_file_bytes);
            } catch (const Error& error) {
                file.error = error;
            }
        }
        if (file.error) take(std::move(file));
        else give(std::move(file), budget.name, 0, budget, take);
    }
}

}  // namespace

void walk_folder(const base::Disk& disk, const std::string& folder, const Limits& limits, const FileTaker& take) {
    Budget budget{limits, folder};
    walk_disk(disk, folder, {}, 0, budget, take);
}

void walk_zip(std::string_view bytes, const std::string& name, const Limits& limits, const FileTaker& take) {
    Budget budget{limits, name};
    walk(bytes, name, {}, 0, budget, take);
}

bool is_system_file(std::string_view path) {
    if (path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != std::string_view::npos) return true;
    const auto slash = path.rfind('/');
    const std::string_view last = slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (last.starts_with("~$") || last.starts_with("._")) return true;
    if (last.starts_with(".~lock.") && last.ends_with('#')) return true;  // LibreOffice, while a document is open
    const std::string name = base::ascii_lower(last);  // Windows and macOS do not tell capitals from small letters.
    constexpr std::string_view kNames[] = {".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".directory", "icon\r"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames) || (name.starts_with("~wrl") && name.ends_with(".tmp"));
}

bool is_system_folder(std::string_view name) {
    constexpr std::string_view kNames[] = {"__MACOSX", "$RECYCLE.BIN", "System Volume Information", "lost+found", "@eaDir"};
    return name.starts_with('.') || std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

}  // namespace irikteu::readers
