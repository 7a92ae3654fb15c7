#include "archive/archive.hpp"

#include <filesystem>

#include "archive/batch.hpp"
#include "archive/checked_vfs.hpp"
#include "archive/log_reader.hpp"
#include "archive/recovery.hpp"
#include "archive/storage.hpp"
#include "archive/tree.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kIndexBatch = 10'000;
constexpr std::string_view kFormat = "irikteu-archive 2\n";

Error not_an_archive(const std::string& folder) {
    if (!fs::exists(folder + "/FORMAT") && fs::exists(folder + "/log/head")) return Error(ErrorCode::damaged_archive, "lacks its file FORMAT; run archive verify", {folder, 0, 0, {}});
    return Error(ErrorCode::damaged_archive, "is not an archive of a format that this program knows", {folder, 0, 0, {}});
}

/// For those who make none.
void require_archive(const std::string& folder) {
    if (fs::exists(folder + "/FORMAT")) return;
    if (fs::exists(folder + "/log/head")) throw not_an_archive(folder);
    throw Error(ErrorCode::unreadable_file, "there is no archive here", {folder, 0, 0, {}});
}

void make_archive(const std::string& folder) {
    for (const char* part : {"", "/objects", "/staging", "/log"}) make_folder(folder + part);
    append_durably(folder + "/log/entries", 0, "");
    append_durably(folder + "/log/tree", 0, "");
    replace_durably(folder + "/log/head", to_text(Head{}));
    replace_durably(folder + "/FORMAT", kFormat);
    flush_path(folder, WriteStep::flush_folder);
    const auto above = fs::path(folder).parent_path().string();
    flush_path(above.empty() ? "." : above, WriteStep::flush_folder);
}

/// Whether an interrupted make_archive() may have left the folder so.
bool is_unfinished(const std::string& folder) {
    for (const auto& item : fs::directory_iterator(folder)) {
        const std::string name = item.path().filename().string();
        if (name != "lock" && name != "objects" && name != "log" && name != "staging" && !name.starts_with("FORMAT.part-")) return false;
    }
    return file_size(folder + "/log/entries") == 0 && (!fs::exists(folder + "/objects") || fs::is_empty(folder + "/objects"));
}

/// Read by anybody who may read the archive; so a file that another program left in our way is not followed.
std::string lock_path(const std::string& folder) { return folder + "/lock"; }

}  // namespace

Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open_or_create(const std::string& folder) {
    std::error_code reason;
    fs::create_directories(folder, reason);
    if (reason) throw Error(ErrorCode::environment, "cannot be made: " + reason.message(), {folder, 0, 0, {}});
    const auto is_made = [&folder] { return fs::exists(folder + "/FORMAT"); };
    // Once more, for another process may have finished it while we looked.
    if (!is_made() && !is_unfinished(folder) && !is_made()) throw not_an_archive(folder);
    const Lock lock(lock_path(folder), Lock::Mode::exclusive);
    if (!is_made()) make_archive(folder);
    Archive archive(folder);
    archive.bring_up_to_date();
    return archive;
}

Archive Archive::open(const std::string& folder) {
    require_archive(folder);
    {
        const Lock lock(lock_path(folder), Lock::Mode::shared);
        Archive archive(folder);
        archive.load_head();
        if (file_size(folder + "/index.sqlite") > 0 && file_size(folder + "/index.sqlite-journal") == 0) {
            archive.index_ = std::make_unique<Index>(folder + "/index.sqlite", Index::Access::read);
            const IndexState known = archive.index_->state();
            if (known.bytes == archive.head_.bytes && known.root == archive.root().hex()) return archive;
            if (known.bytes == 0 && archive.size() == 0) return archive;
        }
    }
    try {
        return open_or_create(folder);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::environment) throw;
    }
    // The index lags behind the log, and the disk is full or may not be written: it is made in memory, for this reader.
    const Lock lock(lock_path(folder), Lock::Mode::shared);
    Archive archive(folder);
    archive.load_head();
    archive.index_in_memory();
    return archive;
}

void Archive::index_in_memory() {
    index_ = std::make_unique<Index>(":memory:", Index::Access::write);
    bring_index_up_to_date();
}

void Archive::bring_up_to_date() {
    load_head();
    if (!index_) index_ = std::make_unique<Index>(folder_ + "/index.sqlite", Index::Access::write);
    head_ = recover(folder_, head_, index_->state());
    bring_index_up_to_date();
}

void Archive::load_head() {
    if (read_range(folder_ + "/FORMAT", 0, 100) != kFormat) throw not_an_archive(folder_);
    const std::string path = folder_ + "/log/head";
    try {
        head_ = head_from_text(read_range(path, 0, 1u << 16));
    } catch (const Error& error) {
        throw Error(error.code(), error.message(), {path, 0, 0, {}});
    }
    for (const auto& [name, least] : {std::pair<const char*, std::uint64_t>{"/log/entries", head_.bytes}, {"/log/tree", 32 * tree_hashes(size())}}) {
        if (file_size(folder_ + name) >= least) continue;
        throw Error(ErrorCode::damaged_archive, "is shorter than the head says; run archive verify", {folder_ + name, 0, 0, {}});
    }
}

void Archive::bring_index_up_to_date() {
    const IndexState known = index_->state();
    if (static_cast<std::uint64_t>(known.entries) == size() && known.bytes == head_.bytes && (known.root == root().hex() || size() == 0)) return;
    const Error rolled_back(ErrorCode::damaged_archive, "and the log do not belong together; run archive verify", {folder_ + "/index.sqlite", 0, 0, {}});
    if (static_cast<std::uint64_t>(known.entries) >= size() || known.bytes >= head_.bytes) throw rolled_back;
    const Tree tree(folder_ + "/log/tree", size());
    if (known.entries > 0 && tree.root_at(static_cast<std::uint64_t>(known.entries)).hex() != known.root) throw rolled_back;
    LogReader log(folder_ + "/log/entries", known.bytes, head_.bytes);
    std::vector<Entry> entries;
    std::vector<IndexRow> rows;
    const auto take_in = [&] {
        if (entries.empty()) return;
        const std::uint64_t last = static_cast<std::uint64_t>(entries.back().number);
        index_->add(entries, rows, {entries.back().number, rows.back().offset + rows.back().length, tree.root_at(last).hex()});
        entries.clear();
        rows.clear();
    };
    std::string_view record;
    for (std::int64_t number = known.entries + 1; log.next(record); ++number) {
        if (!log.is_whole()) throw Error(ErrorCode::damaged_archive, "ends inside a record; run archive verify", {folder_ + "/log/entries", 0, 0, {}});
        entries.push_back(from_record(record));
        if (entries.back().number != number || leaf_hash(record) != tree.leaf(static_cast<std::uint64_t>(number) - 1)) {
            throw Error(ErrorCode::damaged_archive, "holds a changed record, entry " + std::to_string(number) + "; run archive verify",
                        {folder_ + "/log/entries", 0, 0, {}});
        }
        rows.push_back({number, log.offset(), record.size()});
        if (entries.size() >= kIndexBatch) take_in();
    }
    take_in();
}

Added Archive::add(const std::vector<NewEntry>& wanted) {
    for (const NewEntry& entry : wanted) require_fit(entry);
    const Lock lock(lock_path(folder_), Lock::Mode::exclusive);
    return add_locked(wanted, {});
}

Added Archive::issue(NewEntry entry, const std::function<std::string(std::int64_t)>& make) {
    require_fit(entry);
    if (entry.series.empty()) throw Error(ErrorCode::usage, "an entry that states its number needs a series", {entry.name, 0, 0, {}});
    const Lock lock(lock_path(folder_), Lock::Mode::exclusive);
    return add_locked({std::move(entry)}, make);
}

Added Archive::add_locked(const std::vector<NewEntry>& wanted, const std::function<std::string(std::int64_t)>& make) {
    bring_up_to_date();
    Batch batch(folder_, head_, *index_);
    const auto standing = [this](const std::string& key) { return entry_of(index_->by_key(key)); };
    for (const NewEntry& entry : wanted) batch.take(entry, standing, make);
    if (batch.added().empty()) return {batch.all(), 0};
    head_ = batch.write();
    try {
        index_->add(batch.added(), batch.rows(), {static_cast<std::int64_t>(size()), head_.bytes, root().hex()});
    } catch (const Error& error) {
        if (error.code() != ErrorCode::environment) throw;
        index_in_memory();  // The entries are durable; whoever opens the archive next brings its index up to date.
    }
    return {batch.all(), batch.added().size()};
}

void Archive::refresh() {
    const Lock lock(lock_path(folder_), Lock::Mode::shared);
    load_head();
}

Entry Archive::entry_at(const IndexRow& row, const Tree& tree) const {
    if (row.length > kMostRecordBytes || row.offset + row.length > head_.bytes) {
        throw Error(ErrorCode::damaged_archive, "points outside the log; run archive verify",
                    {folder_ + "/index.sqlite", 0, 0, {}});
    }
    const std::string record = read_range(folder_ + "/log/entries", row.offset, row.length);
    Entry entry;
    try {
        entry = from_record(record);
    } catch (const Error& error) {
        throw Error(error.code(), error.message() + " (entry " + std::to_string(row.number) + "); run archive verify", {folder_ + "/log/entries", 0, 0, {}});
    }
    if (entry.number != row.number) {
        throw Error(ErrorCode::damaged_archive, "points to another entry's record; run archive verify",
                    {folder_ + "/index.sqlite", 0, 0, {}});
    }
    if (tree.leaf(static_cast<std::uint64_t>(row.number) - 1) != leaf_hash(record)) {
        throw Error(ErrorCode::damaged_archive, "holds a changed record, entry " + std::to_string(row.number) + "; run archive verify",
                    {folder_ + "/log/entries", 0, 0, {}});
    }
    return entry;
}

std::optional<Entry> Archive::entry_of(const std::optional<IndexRow>& row) const {
    if (!row) return std::nullopt;
    return entry_at(*row, Tree(folder_ + "/log/tree", size()));
}

std::optional<Entry> Archive::by_key(const std::string& key) {
    const auto row = index_->by_key(key);
    if (row) refresh();
    return entry_of(row);
}

std::optional<Entry> Archive::by_number(std::int64_t number) {
    const auto row = index_->by_number(number);
    if (row) refresh();
    return entry_of(row);
}

std::optional<Entry> Archive::last_named(const std::string& kind, const std::string& name, const std::string& label_name, const std::string& label_value) {
    const auto row = index_->last_named(kind, name, label_name, label_value);
    if (row) refresh();
    return entry_of(row);
}

std::vector<Entry> Archive::list(const Query& query, std::size_t most) {
    const std::vector<IndexRow> rows = index_->find(query, most);
    refresh();
    std::vector<Entry> entries;
    const Tree tree(folder_ + "/log/tree", size());
    for (const IndexRow& row : rows) entries.push_back(entry_at(row, tree));
    return entries;
}

std::vector<LinkRow> Archive::links_to(std::int64_t number) { return index_->links_to(number); }
std::int64_t Archive::last_registered(const std::string& series) { return index_->last_registered(series); }

std::vector<Archive::EndFault> Archive::faults_at_ends() {
    const Lock lock(lock_path(folder_), Lock::Mode::shared);
    std::vector<EndFault> faults;
    try {
        load_head();
        for (const auto& [name, wanted] : {std::pair<const char*, std::uint64_t>{"/log/entries", head_.bytes}, {"/log/tree", 32 * tree_hashes(size())}}) {
            const std::uint64_t behind = file_size(folder_ + name) - wanted;
            if (behind > 0) faults.push_back({EndFault::Severity::leftover, folder_ + name, "goes on for " + std::to_string(behind) + " bytes behind what the head acknowledges"});
        }
        if (file_size(folder_ + "/index.sqlite") % kIndexPageBytes != 0) faults.push_back({EndFault::Severity::contradiction, folder_ + "/index.sqlite", "ends inside a page"});
        const Tree tree(folder_ + "/log/tree", size());
        if (size() > 0 && tree.root_at(size()) != root()) faults.push_back({EndFault::Severity::contradiction, folder_ + "/log/tree", "does not give the root that the head states"});
        const auto last = size() > 0 ? index_->by_number(static_cast<std::int64_t>(size())) : std::nullopt;
        if (last) entry_at(*last, tree);
        if (last && last->offset + last->length != head_.bytes) faults.push_back({EndFault::Severity::contradiction, folder_ + "/log/entries", "does not end where its last record does"});
    } catch (const Error& error) {
        if (error.code() != ErrorCode::damaged_archive) throw;
        faults.push_back({EndFault::Severity::contradiction, error.where().file, error.message()});
    }
    return faults;
}

std::optional<Archive::EndFault> Archive::fault_of_file(const Entry& entry) const {
    const std::string path = folder_ + '/' + object_path(entry.object);
    const std::string whose = "the file of entry " + std::to_string(entry.number);
    if (!fs::is_regular_file(fs::symlink_status(path))) return EndFault{EndFault::Severity::contradiction, path, whose + " is gone"};
    const std::uint64_t size = file_size(path);
    if (size != entry.size) return EndFault{EndFault::Severity::contradiction, path, whose + " has " + std::to_string(size) + " bytes, not " + std::to_string(entry.size)};
    return std::nullopt;
}

std::string Archive::read(const Entry& entry) const {
    const std::string path = folder_ + '/' + object_path(entry.object);
    std::string bytes = read_range(path, 0, entry.size + 1);
    if (bytes.size() != entry.size || base::sha256(bytes) != entry.object) {
        throw Error(ErrorCode::damaged_archive, "is not what was archived as entry " + std::to_string(entry.number),
                    {path, 0, 0, {}});
    }
    return bytes;
}

void rebuild_index(const std::string& folder) {
    require_archive(folder);
    {
        const Lock lock(lock_path(folder), Lock::Mode::exclusive);
        rebuild_tree(folder);
        for (const char* name : {"/index.sqlite-journal", "/index.sqlite"}) {
            std::error_code reason;
            if (!passes(WriteStep::remove_index)) fail(ErrorCode::environment, "cannot be removed", folder + name);
            fs::remove(folder + name, reason);
            if (reason) throw Error(ErrorCode::environment, "cannot be removed: " + reason.message(), {folder + name, 0, 0, {}});
        }
    }
    Archive::open_or_create(folder);
}

}  // namespace irikteu::archive
