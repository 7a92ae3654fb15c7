#include "readers/zip_archive.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "readers/entry_name.hpp"
#include "readers/zip_library.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t ratio_floor = 1u << 20;    // Smaller entries cannot harm.
constexpr std::uint64_t growth_floor = 64u << 20;  // Neither can smaller archives.

std::string ascii_folded(std::string_view path) {
    std::string folded(path);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t n) {
    std::uint64_t value = 0;
    for (std::size_t i = n; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Where the central directory begins: from the end record (4.3.16), through its zip64 sibling (4.3.14) if need be.
std::size_t find_directory(std::string_view bytes, const std::string& name) {
    constexpr std::size_t record = 22;
    const auto broken = [&] {
        return Error(ErrorCode::malformed, "is a broken or truncated zip: it has no end record", {name, 0, 0, {}});
    };
    if (bytes.size() < record) throw broken();
    const std::size_t lowest = bytes.size() > record + 0xFFFF ? bytes.size() - record - 0xFFFF : 0;
    std::size_t end = bytes.size() - record + 1;
    do {
        if (end-- == lowest) throw broken();
    } while (bytes.substr(end, 4) != std::string_view("PK\5\6", 4));
    std::uint64_t size = little_endian(bytes, end + 12, 4);
    std::uint64_t offset = little_endian(bytes, end + 16, 4);
    if (end >= 20 && bytes.substr(end - 20, 4) == std::string_view("PK\6\7", 4)) {
        const std::uint64_t at = little_endian(bytes, end - 20 + 8, 8);
        if (at <= bytes.size() && bytes.size() - at >= 56 && bytes.substr(at, 4) == std::string_view("PK\6\6", 4)) {
            size = little_endian(bytes, at + 40, 8);
            offset = little_endian(bytes, at + 48, 8);
        }
    }
    if (offset < bytes.size() && bytes.substr(offset, 4) == std::string_view("PK\1\2", 4)) return offset;
    return size <= end ? end - size : end;
}

}  // namespace

std::uint64_t count_zip_entries(std::string_view bytes, const std::string& name, std::uint64_t enough) {
    std::uint64_t n = 0;
    for (std::uint64_t at = find_directory(bytes, name); n < enough && bytes.size() - at >= 46; ++n) {
        if (bytes.substr(at, 4) != std::string_view("PK\1\2", 4)) break;
        at += 46 + little_endian(bytes, at + 28, 2) + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
        if (at > bytes.size()) break;
    }
    return n;
}

void ZipArchive::Close::operator()(void* zip) const { zip_library().discard(static_cast<zip_t*>(zip)); }

namespace {

/// What the directory says of an entry.
struct Listed {
    std::string name;  ///< As stored.
    std::uint64_t size = 0;
    std::uint64_t deflated = 0;
};

void check_ratio(const Listed& entry, const std::string& path, const std::string& name, const Limits& limits) {
    if (entry.size > ratio_floor && entry.size / std::max<std::uint64_t>(entry.deflated, 1) > limits.max_ratio) {
        throw Error(ErrorCode::limit_exceeded,
                    "zip entry inflates to more than " + std::to_string(limits.max_ratio) + " times its size",
                    {name, 0, 0, path});
    }
}

zip_t* open_by_library(std::string_view bytes, const std::string& name) {
    zip_error_t reason;
    zip_library().error_init(&reason);
    zip_source_t* source = zip_library().source_buffer_create(bytes.data(), bytes.size(), 0, &reason);
    zip_t* zip = source == nullptr ? nullptr : zip_library().open_from_source(source, ZIP_RDONLY, &reason);
    if (zip == nullptr) {
        const std::string why = zip_library().error_strerror(&reason);
        zip_library().error_fini(&reason);
        zip_library().source_free(source);
        throw Error(ErrorCode::malformed, "is a broken zip: " + why, {name, 0, 0, {}});
    }
    zip_library().error_fini(&reason);
    return zip;
}

Listed listed_by_library(zip_t* zip, std::uint64_t index, const std::string& name) {
    const char* raw = zip_library().get_name(zip, index, ZIP_FL_ENC_RAW);
    Listed listed;
    listed.name = raw == nullptr ? std::string() : raw;
    const std::string path = safe_entry_path(decode_entry_name(listed.name), name);
    zip_stat_t stat{};
    if (zip_library().stat_index(zip, index, 0, &stat) != 0) {
        throw Error(ErrorCode::malformed, "zip entry cannot be examined", {name, 0, 0, path});
    }
    if (path.back() == '/') return listed;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        throw Error(ErrorCode::unsupported, "is encrypted: save it without a password", {name, 0, 0, path});
    }
    if ((stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0) {
        throw Error(ErrorCode::malformed, "zip entry does not state its size", {name, 0, 0, path});
    }
    listed.size = stat.size;
    listed.deflated = stat.comp_size;
    return listed;
}

}  // namespace

ZipArchive ZipArchive::open(std::string_view bytes, std::string name, const Limits& limits) {
    if (count_zip_entries(bytes, name, limits.max_entries + 1) > limits.max_entries) {
        throw Error(ErrorCode::limit_exceeded, "has more than " + std::to_string(limits.max_entries) + " zip entries",
                    {name, 0, 0, {}});
    }
    ZipArchive archive;
    archive.name_ = std::move(name);
    archive.bytes_ = bytes;
    archive.plain_ = list_plain_zip(bytes);
    zip_t* zip = nullptr;
    if (!archive.plain_) {
        zip = open_by_library(bytes, archive.name_);
        archive.zip_.reset(zip);
    }
    const auto count = archive.plain_ ? archive.plain_->size() : static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_library().get_num_entries(zip, 0), 0));
    if (count > limits.max_entries) {
        throw Error(ErrorCode::limit_exceeded, "has too many zip entries", {archive.name_, 0, 0, {}});
    }
    std::uint64_t total = 0;
    std::uint64_t stored = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        Listed entry;
        if (archive.plain_) {
            const PlainEntry& plain = (*archive.plain_)[i];
            entry = {std::string(plain.name), plain.size, plain.deflated};
        } else {
            entry = listed_by_library(zip, i, archive.name_);
        }
        const std::string path = safe_entry_path(decode_entry_name(entry.name), archive.name_);
        if (path.back() == '/') continue;
        check_ratio(entry, path, archive.name_, limits);
        stored += entry.deflated;
        total += entry.size;
        if (entry.deflated > bytes.size() || stored > bytes.size()) {
            throw Error(ErrorCode::malformed, "zip entries overlap", {archive.name_, 0, 0, path});
        }
        if (entry.size > limits.max_total_bytes || total > limits.max_total_bytes) {
            throw Error(ErrorCode::limit_exceeded,
                        "inflates to more than " + std::to_string(limits.max_total_bytes) + " bytes",
                        {archive.name_, 0, 0, path});
        }
        archive.entries_.push_back({path, i, entry.size, entry.deflated});
    }
    if (total > growth_floor && total / std::max<std::uint64_t>(stored, 1) > limits.max_growth) {
        throw Error(ErrorCode::limit_exceeded, "inflates to more than " + std::to_string(limits.max_growth) + " times its size", {archive.name_, 0, 0, {}});
    }
    std::sort(archive.entries_.begin(), archive.entries_.end(),
              [](const ZipEntry& a, const ZipEntry& b) { return a.path < b.path; });
    for (std::size_t i = 0; i < archive.entries_.size(); ++i) {
        archive.by_name_.emplace_back(ascii_folded(archive.entries_[i].path), i);
    }
    std::sort(archive.by_name_.begin(), archive.by_name_.end());
    for (std::size_t i = 1; i < archive.by_name_.size(); ++i) {
        if (archive.by_name_[i].first == archive.by_name_[i - 1].first) {
            throw Error(ErrorCode::malformed, "has two zip entries of one name",
                        {archive.name_, 0, 0, archive.entries_[archive.by_name_[i].second].path});
        }
    }
    return archive;
}

const ZipEntry* ZipArchive::find(std::string_view path) const {
    const std::string folded = ascii_folded(path);
    const auto it = std::lower_bound(by_name_.begin(), by_name_.end(), std::pair<std::string, std::size_t>(folded, 0));
    return it != by_name_.end() && it->first == folded ? &entries_[it->second] : nullptr;
}

std::string ZipArchive::read(const ZipEntry& entry, std::uint64_t max_bytes) const {
    if (entry.size > max_bytes) {
        throw Error(ErrorCode::limit_exceeded, "zip entry is larger than " + std::to_string(max_bytes) + " bytes",
                    {name_, 0, 0, entry.path});
    }
    const auto broken = [&](const std::string& why) {
        return Error(ErrorCode::malformed, "zip entry is broken: " + why, {name_, 0, 0, entry.path});
    };
    if (plain_) {
        std::string why;
        std::string inflated = read_plain_entry(bytes_, (*plain_)[entry.index], why);
        if (!why.empty()) throw broken(why);
        return inflated;
    }
    auto* zip = static_cast<zip_t*>(zip_.get());
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_library().fopen_index(zip, entry.index, 0), zip_library().fclose);
    if (!file) throw broken(zip_library().strerror(zip));
    std::string bytes(entry.size, '\0');
    std::size_t used = 0;
    while (used < bytes.size()) {
        const zip_int64_t n = zip_library().fread(file.get(), bytes.data() + used, bytes.size() - used);
        if (n < 0) throw broken(zip_library().file_strerror(file.get()));
        if (n == 0) throw broken("it ends early");
        used += static_cast<std::size_t>(n);
    }
    char more = 0;
    const zip_int64_t rest = zip_library().fread(file.get(), &more, 1);  // Also makes libzip compare the check sum.
    if (rest < 0) throw broken(zip_library().file_strerror(file.get()));
    if (rest > 0) throw broken("it is longer than it states");
    return bytes;
}

}  // namespace irikteu::readers
