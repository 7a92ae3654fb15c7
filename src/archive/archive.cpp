#include "archive/archive.hpp"

#include <filesystem>
#include <map>

#include "archive/storage.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFormat = "irikteu-archive 1\n";
constexpr std::uint64_t kMaxRecordBytes = 1u << 20;

Error not_an_archive(const std::string& folder) {
    return Error(ErrorCode::damaged_archive, "is not an archive of a format that this program knows", {folder, 0, 0, {}});
}

void make_archive(const std::string& folder) {
    std::error_code reason;
    fs::create_directories(folder + "/objects", reason);
    if (!reason) fs::create_directories(folder + "/log", reason);
    if (reason) throw Error(ErrorCode::environment, "cannot be made: " + reason.message(), {folder, 0, 0, {}});
    append_durably(folder + "/log/entries", 0, "");
    append_durably(folder + "/log/leaves", 0, "");
    replace_durably(folder + "/log/head", to_text(Head{}));
    replace_durably(folder + "/FORMAT", kFormat);
}

/// A name that is safe to be a path in an export: relative, without "..", without control characters.
void require_safe(const NewEntry& entry) {
    const auto refuse = [&entry](const char* why) {
        throw Error(ErrorCode::usage, std::string("an archive entry's name ") + why, {entry.name, 0, 0, {}});
    };
    if (entry.name.empty() || entry.name.front() == '/') refuse("is empty or absolute");
    for (unsigned char c : entry.name) {
        if (c < 0x20 || c == 0x7f) refuse("holds a control character");
    }
    for (std::size_t at = 0; at != std::string::npos; at = entry.name.find('/', at + 1)) {
        const auto start = at == 0 ? 0 : at + 1;
        const auto step = entry.name.substr(start, entry.name.find('/', start) - start);
        if (step.empty() || step == "." || step == "..") refuse("holds an empty, \".\" or \"..\" step");
    }
}

}  // namespace

Archive Archive::open_or_create(const std::string& folder) {
    std::error_code reason;
    fs::create_directories(folder, reason);
    if (reason) throw Error(ErrorCode::environment, "cannot be made: " + reason.message(), {folder, 0, 0, {}});
    const Lock lock(folder + "/lock", Lock::Mode::exclusive);
    if (!fs::exists(folder + "/FORMAT")) {
        for (const auto& item : fs::directory_iterator(folder)) {
            const std::string name = item.path().filename().string();
            if (name != "lock" && name != "objects" && name != "log") throw not_an_archive(folder);
        }
        if (file_size(folder + "/log/entries") != 0) throw not_an_archive(folder);
        make_archive(folder);
    }
    Archive archive(folder);
    archive.load_head();
    archive.index_ = std::make_unique<Index>(folder + "/index.sqlite", Index::Access::write);
    archive.bring_index_up_to_date();
    return archive;
}

Archive Archive::open(const std::string& folder) {
    if (!fs::exists(folder + "/FORMAT")) {
        throw Error(ErrorCode::unreadable_file, "there is no archive here", {folder, 0, 0, {}});
    }
    {
        const Lock lock(folder + "/lock", Lock::Mode::shared);
        Archive archive(folder);
        archive.load_head();
        if (fs::exists(folder + "/index.sqlite")) {
            archive.index_ = std::make_unique<Index>(folder + "/index.sqlite", Index::Access::read);
            if (static_cast<std::uint64_t>(archive.index_->entries()) == archive.size()) return archive;
        }
    }
    return open_or_create(folder);
}

void Archive::load_head() {
    if (read_range(folder_ + "/FORMAT", 0, 100) != kFormat) throw not_an_archive(folder_);
    const std::string path = folder_ + "/log/head";
    try {
        head_ = head_from_text(read_range(path, 0, 1u << 16));
    } catch (const Error& error) {
        throw Error(error.code(), error.message(), {path, 0, 0, {}});
    }
    if (file_size(folder_ + "/log/entries") < head_.bytes) {
        throw Error(ErrorCode::damaged_archive, "is shorter than the head says; run archive verify",
                    {folder_ + "/log/entries", 0, 0, {}});
    }
}

void Archive::bring_index_up_to_date() {
    const auto known = static_cast<std::uint64_t>(index_->entries());
    std::uint64_t offset = index_->log_bytes();
    if (known == size() && offset == head_.bytes) return;
    if (known > size() || offset > head_.bytes) {
        throw Error(ErrorCode::damaged_archive,
                    "knows more than the log: the log was rolled back; run archive verify",
                    {folder_ + "/index.sqlite", 0, 0, {}});
    }
    const std::string records = read_range(folder_ + "/log/entries", offset, head_.bytes - offset);
    std::vector<Entry> entries;
    std::vector<IndexRow> rows;
    for (std::size_t at = 0; at < records.size();) {
        const auto end = records.find("\n\n", at);
        if (end == std::string::npos) {
            throw Error(ErrorCode::damaged_archive, "ends inside a record", {folder_ + "/log/entries", 0, 0, {}});
        }
        entries.push_back(from_record(std::string_view(records).substr(at, end + 2 - at)));
        rows.push_back({entries.back().number, offset + at, end + 2 - at});
        at = end + 2;
    }
    index_->add(entries, rows);
}

Added Archive::add(const std::vector<NewEntry>& wanted) {
    for (const NewEntry& entry : wanted) require_safe(entry);
    const Lock lock(folder_ + "/lock", Lock::Mode::exclusive);
    load_head();
    bring_index_up_to_date();
    Head head = head_;
    std::vector<Entry> all, added;
    std::vector<IndexRow> rows;
    std::map<std::string, std::size_t> keys;
    std::string records, leaves;
    for (const NewEntry& entry : wanted) {
        if (const auto standing = find_key(entry.key)) {
            all.push_back(*standing);
            continue;
        }
        if (const auto twin = keys.find(entry.key); !entry.key.empty() && twin != keys.end()) {
            all.push_back(all[twin->second]);
            continue;
        }
        keys[entry.key] = all.size();
        Entry e{static_cast<std::int64_t>(head.tree.leaves()) + 1, entry.kind, entry.name, entry.media_type, entry.time,
                base::sha256(entry.bytes), entry.bytes.size(), entry.key, entry.labels};
        write_object(folder_, e.object, entry.bytes);
        const std::string record = to_record(e);
        const Digest leaf = leaf_hash(record);
        head.tree.append(leaf);
        rows.push_back({e.number, head.bytes, record.size()});
        head.bytes += record.size();
        records += record;
        leaves.append(reinterpret_cast<const char*>(leaf.bytes.data()), leaf.bytes.size());
        added.push_back(e);
        all.push_back(std::move(e));
    }
    if (added.empty()) return {std::move(all), 0};
    flush_file_system(folder_);
    append_durably(folder_ + "/log/entries", head_.bytes, records);
    append_durably(folder_ + "/log/leaves", 32 * head_.tree.leaves(), leaves);
    replace_durably(folder_ + "/log/head", to_text(head));
    head_ = std::move(head);
    index_->add(added, rows);
    return {std::move(all), added.size()};
}

void Archive::refresh() {
    const Lock lock(folder_ + "/lock", Lock::Mode::shared);
    load_head();
}

Entry Archive::entry_at(const IndexRow& row) const {
    if (row.length > kMaxRecordBytes || row.offset + row.length > head_.bytes) {
        throw Error(ErrorCode::damaged_archive, "points outside the log; run archive verify",
                    {folder_ + "/index.sqlite", 0, 0, {}});
    }
    Entry entry = from_record(read_range(folder_ + "/log/entries", row.offset, row.length));
    if (entry.number != row.number) {
        throw Error(ErrorCode::damaged_archive, "points to another entry's record; run archive verify",
                    {folder_ + "/index.sqlite", 0, 0, {}});
    }
    return entry;
}

std::optional<Entry> Archive::find_key(const std::string& key) const {
    const auto row = index_->by_key(key);
    if (!row) return std::nullopt;
    return entry_at(*row);
}

std::optional<Entry> Archive::by_key(const std::string& key) {
    const auto row = index_->by_key(key);
    if (!row) return std::nullopt;
    refresh();
    return entry_at(*row);
}

std::optional<Entry> Archive::by_number(std::int64_t number) {
    refresh();
    const auto row = index_->by_number(number);
    if (!row) return std::nullopt;
    return entry_at(*row);
}

std::vector<Entry> Archive::list(const Query& query) {
    refresh();
    std::vector<Entry> entries;
    for (const IndexRow& row : index_->find(query)) entries.push_back(entry_at(row));
    return entries;
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

}  // namespace irikteu::archive
