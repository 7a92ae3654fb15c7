#include "readers/zip_archive.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "readers/entry_name.hpp"
#include "readers/plain_zip.hpp"
#include "readers/zip_library.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t ratio_floor = 1u << 20;    // Smaller entries cannot harm.
constexpr std::uint64_t growth_floor = 64u << 20;  // Neither can smaller archives.

}  // namespace

void ZipArchive::Close::operator()(void* zip) const { zip_library().discard(static_cast<zip_t*>(zip)); }

namespace {

void check_ratio(const ZipMember& entry, const std::string& path, const std::string& name, const Limits& limits) {
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

}  // namespace

ZipArchive ZipArchive::open(std::string_view bytes, std::string name, const Limits& limits) {
    ZipArchive archive;
    archive.name_ = std::move(name);
    archive.bytes_ = bytes;
    archive.members_ = read_zip_layout(bytes, archive.name_, limits.max_entries);
    std::uint64_t total = 0;
    std::uint64_t stored = 0;
    for (std::size_t i = 0; i < archive.members_.size(); ++i) {
        const ZipMember& entry = archive.members_[i];
        const std::string path = safe_entry_path(decode_entry_name(std::string(entry.name)), archive.name_);
        if (path.back() == '/') continue;
        if (entry.is_encrypted) throw Error(ErrorCode::unsupported, "is encrypted: save it without a password", {archive.name_, 0, 0, path});
        check_ratio(entry, path, archive.name_, limits);
        stored += entry.deflated;
        total += entry.size;
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
        archive.by_name_.emplace_back(base::ascii_lower(archive.entries_[i].path), i);
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
    const std::string folded = base::ascii_lower(path);
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
    if (is_plain(members_[entry.index])) {
        std::string why;
        std::string inflated = read_plain_entry(bytes_, members_[entry.index], why);
        if (!why.empty()) throw broken(why);
        return inflated;
    }
    if (!zip_) zip_.reset(open_by_library(bytes_, name_));
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
