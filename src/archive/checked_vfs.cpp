#include "archive/checked_vfs.hpp"

#include <sqlite3.h>

#include <cstring>
#include <mutex>

#include "archive/failpoint.hpp"
#include "archive/storage.hpp"
#include "base/digest.hpp"

namespace irikteu::archive {

namespace {

constexpr const char* kName = "irikteu-checked";
constexpr int kSummedBytes = kIndexPageBytes - kIndexSumBytes;

/// An open file: SQLite's own object lies directly behind this one.
struct CheckedFile {
    sqlite3_file base;
    bool database;  ///< The main database, whose pages bear sums; else its journal.
    sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

CheckedFile& self(sqlite3_file* file) { return *reinterpret_cast<CheckedFile*>(file); }
sqlite3_vfs* inner_vfs(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

base::Digest page_sum(const void* page, std::uint64_t number) {
    static thread_local base::Sha256 hash;
    char label[8];
    for (int i = 0; i < 8; ++i) label[i] = static_cast<char>(number >> (8 * i));
    hash.update({label, sizeof label});
    hash.update({static_cast<const char*>(page), kSummedBytes});
    return hash.finish();
}

bool is_page(int amount, sqlite3_int64 offset) { return amount == kIndexPageBytes && offset % kIndexPageBytes == 0; }

bool sum_is_right(const void* page, std::uint64_t number) {
    return std::memcmp(static_cast<const char*>(page) + kSummedBytes, page_sum(page, number).bytes.data(), kIndexSumBytes) == 0;
}

int close_file(sqlite3_file* file) { return self(file).inner()->pMethods->xClose(self(file).inner()); }

int read_file(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
    CheckedFile& checked = self(file);
    const int result = checked.inner()->pMethods->xRead(checked.inner(), into, amount, offset);
    if (result != SQLITE_OK || !checked.database || !is_page(amount, offset)) return result;
    return sum_is_right(into, static_cast<std::uint64_t>(offset / kIndexPageBytes) + 1) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int write_file(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    CheckedFile& checked = self(file);
    if (!passes(WriteStep::write_index)) return SQLITE_FULL;
    if (checked.database && is_page(amount, offset)) {
        // SQLite keeps the page's reserved end for us and passes it back and forth; what it holds is of no other use.
        const base::Digest sum = page_sum(from, static_cast<std::uint64_t>(offset / kIndexPageBytes) + 1);
        std::memcpy(static_cast<char*>(const_cast<void*>(from)) + kSummedBytes, sum.bytes.data(), kIndexSumBytes);
    }
    if (is_watched() && amount > 1) {  // in two halves, so that tests stop between them
        const int half = amount / 2;
        const int first = checked.inner()->pMethods->xWrite(checked.inner(), from, half, offset);
        if (first != SQLITE_OK) return first;
        if (!passes(WriteStep::write_index)) return SQLITE_FULL;
        return checked.inner()->pMethods->xWrite(checked.inner(), static_cast<const char*>(from) + half, amount - half, offset + half);
    }
    return checked.inner()->pMethods->xWrite(checked.inner(), from, amount, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (!passes(WriteStep::cut_index)) return SQLITE_IOERR_TRUNCATE;
    return self(file).inner()->pMethods->xTruncate(self(file).inner(), size);
}

int sync_file(sqlite3_file* file, int flags) {
    if (!passes(WriteStep::flush_index)) return SQLITE_IOERR_FSYNC;
    return self(file).inner()->pMethods->xSync(self(file).inner(), flags);
}

int file_size_of(sqlite3_file* file, sqlite3_int64* size) { return self(file).inner()->pMethods->xFileSize(self(file).inner(), size); }
int lock_file(sqlite3_file* file, int level) { return self(file).inner()->pMethods->xLock(self(file).inner(), level); }
int unlock_file(sqlite3_file* file, int level) { return self(file).inner()->pMethods->xUnlock(self(file).inner(), level); }
int reserved(sqlite3_file* file, int* result) { return self(file).inner()->pMethods->xCheckReservedLock(self(file).inner(), result); }
int control(sqlite3_file* file, int what, void* argument) { return self(file).inner()->pMethods->xFileControl(self(file).inner(), what, argument); }
int sector_size(sqlite3_file* file) { return self(file).inner()->pMethods->xSectorSize(self(file).inner()); }
int characteristics(sqlite3_file* file) { return self(file).inner()->pMethods->xDeviceCharacteristics(self(file).inner()); }

const sqlite3_io_methods kMethods = {
    1,           close_file, read_file, write_file, truncate_file, sync_file,       file_size_of,
    lock_file,   unlock_file, reserved, control,    sector_size,   characteristics,
    nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    CheckedFile& checked = self(file);
    checked.base.pMethods = nullptr;
    checked.database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    const int result = inner_vfs(vfs)->xOpen(inner_vfs(vfs), name, checked.inner(), flags, out_flags);
    if (result == SQLITE_OK) checked.base.pMethods = &kMethods;
    return result;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync) {
    if (!passes(WriteStep::remove_index)) return SQLITE_IOERR_DELETE;
    return inner_vfs(vfs)->xDelete(inner_vfs(vfs), name, sync);
}

}  // namespace

const char* checked_vfs() {
    static std::once_flag once;
    static sqlite3_vfs layer;
    std::call_once(once, [] {
        sqlite3_vfs* own = sqlite3_vfs_find(nullptr);
        layer = *own;
        layer.szOsFile = static_cast<int>(sizeof(CheckedFile)) + own->szOsFile;
        layer.zName = kName;
        layer.pNext = nullptr;
        layer.pAppData = own;
        layer.xOpen = open_file;
        layer.xDelete = delete_file;
        // The rest takes the vfs only for its name and path length: SQLite's own functions serve, given SQLite's own object.
        layer.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) { return inner_vfs(vfs)->xAccess(inner_vfs(vfs), name, flags, out); };
        layer.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) { return inner_vfs(vfs)->xFullPathname(inner_vfs(vfs), name, size, out); };
        layer.xRandomness = [](sqlite3_vfs* vfs, int size, char* out) { return inner_vfs(vfs)->xRandomness(inner_vfs(vfs), size, out); };
        layer.xSleep = [](sqlite3_vfs* vfs, int microseconds) { return inner_vfs(vfs)->xSleep(inner_vfs(vfs), microseconds); };
        layer.xCurrentTime = [](sqlite3_vfs* vfs, double* out) { return inner_vfs(vfs)->xCurrentTime(inner_vfs(vfs), out); };
        layer.xGetLastError = [](sqlite3_vfs* vfs, int size, char* out) { return inner_vfs(vfs)->xGetLastError(inner_vfs(vfs), size, out); };
        layer.xCurrentTimeInt64 = [](sqlite3_vfs* vfs, sqlite3_int64* out) { return inner_vfs(vfs)->xCurrentTimeInt64(inner_vfs(vfs), out); };
        sqlite3_vfs_register(&layer, 0);
    });
    return kName;
}

std::vector<std::uint64_t> wrong_pages(const std::string& path, std::size_t most) {
    std::vector<std::uint64_t> wrong;
    std::string page;
    std::uint64_t number = 0;
    for_each_piece(path, Links::refuse, [&](std::string_view piece) {
        while (!piece.empty() && wrong.size() < most) {
            const auto taken = std::min<std::size_t>(piece.size(), kIndexPageBytes - page.size());
            page.append(piece.substr(0, taken));
            piece.remove_prefix(taken);
            if (page.size() < static_cast<std::size_t>(kIndexPageBytes)) continue;
            if (!sum_is_right(page.data(), ++number)) wrong.push_back(number);
            page.clear();
        }
    });
    if (!page.empty() && wrong.size() < most) wrong.push_back(0);
    return wrong;
}

}  // namespace irikteu::archive
