#include "readers/zip_layout.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/entry_name.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kEndRecord = 22;
constexpr std::uint64_t kLocator64 = 20;
constexpr std::uint64_t kEndRecord64 = 56;
constexpr std::uint64_t kCentralHeader = 46;
constexpr std::uint64_t kLocalHeader = 30;
constexpr std::uint64_t kFull16 = 0xFFFF;      ///< The value proper stands in zip64's record.
constexpr std::uint64_t kFull32 = 0xFFFFFFFF;
constexpr std::uint32_t kCiphers = 0x2041;     ///< Flags: encrypted, strongly encrypted, header masked.
constexpr std::uint32_t kDescriptor = 0x0008;  ///< Flag: sizes and check sum follow the data.

/// One reading of a file. Used once.
class Layout {
  public:
    Layout(std::string_view bytes, const std::string& name, std::uint64_t max_entries) : bytes_(bytes), name_(name), max_entries_(max_entries) {}

    std::vector<ZipMember> read() {
        find_end();
        read_directory();
        require_one_archive();
        return std::move(members_);
    }

  private:
    struct Extent {
        std::uint64_t begin, end;
        std::size_t member;
    };

    std::uint64_t number(std::uint64_t at, int n) const {
        std::uint64_t value = 0;
        for (int i = n; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes_[at + static_cast<std::uint64_t>(i)]);
        return value;
    }
    bool has_mark(std::uint64_t at, char third, char fourth) const {
        const char mark[] = {'P', 'K', third, fourth};
        return bytes_.substr(at, 4) == std::string_view(mark, 4);
    }

    Error broken(const std::string& why, const std::string& place = {}) const { return Error(ErrorCode::malformed, "is a broken or truncated zip: " + why, {name_, 0, 0, place}); }
    Error ambiguous(const std::string& why, const std::string& place) const {
        return Error(ErrorCode::malformed, "is an ambiguous zip, in which other programs may read something else: " + why, {name_, 0, 0, place});
    }
    static std::string byte(std::uint64_t at) { return "byte " + std::to_string(at); }
    static std::string entry(std::string_view name) { return decode_entry_name(std::string(name)); }

    /// The last end record (4.3.16), and its sibling of zip64 (4.3.14).
    void find_end() {
        const auto end = bytes_.size() < kEndRecord ? std::string_view::npos : bytes_.rfind("PK\5\6", bytes_.size() - kEndRecord);
        if (end == std::string_view::npos || end + kEndRecord + kFull16 < bytes_.size()) throw broken("it has no end record");
        if (const auto other = bytes_.find("PK\5\6", end + 4); other != std::string_view::npos) throw ambiguous("it has two end records", byte(other));
        directory_end_ = end;
        count_ = number(end + 10, 2);
        directory_size_ = number(end + 12, 4);
        directory_ = number(end + 16, 4);
        bool one_disk = number(end + 4, 2) == 0 && number(end + 6, 2) == 0 && number(end + 8, 2) == count_;
        if (end >= kLocator64 && has_mark(end - kLocator64, 6, 7)) {
            const std::uint64_t locator = end - kLocator64;
            const std::uint64_t at = number(locator + 8, 8);
            if (at > locator || locator - at < kEndRecord64 || !has_mark(at, 6, 6) || number(at + 4, 8) != locator - at - 12) throw broken("its end record of zip64 is not where it should be", byte(locator));
            const auto settle = [&](std::uint64_t& value, std::uint64_t full, std::uint64_t larger) {
                if (value != full && value != larger) throw ambiguous("its two end records disagree", byte(at));
                value = larger;
            };
            one_disk = number(at + 16, 4) == 0 && number(at + 20, 4) == 0 && number(at + 24, 8) == number(at + 32, 8);
            settle(count_, kFull16, number(at + 32, 8));
            settle(directory_size_, kFull32, number(at + 40, 8));
            settle(directory_, kFull32, number(at + 48, 8));
            directory_end_ = at;
        }
        if (!one_disk) throw broken("it is one of several disks", byte(end));
        if (directory_size_ > directory_end_ || directory_ > directory_end_ - directory_size_) throw broken("it lacks its beginning, or its directory", byte(end));
        if (const std::uint64_t begin = directory_end_ - directory_size_ - directory_; begin != 0) throw ambiguous("it begins behind other data", byte(begin));
    }

    void read_directory() {
        std::uint64_t at = directory_;
        for (std::uint64_t i = 0; at != directory_end_; ++i) {
            if (directory_end_ - at < kCentralHeader || !has_mark(at, 1, 2)) throw broken("its directory holds something else than entries", byte(at));
            if (i == max_entries_) throw Error(ErrorCode::limit_exceeded, "has more than " + std::to_string(max_entries_) + " zip entries", {name_, 0, 0, {}});
            const std::uint64_t name = number(at + 28, 2);
            const std::uint64_t extra = number(at + 30, 2);
            const std::uint64_t next = at + kCentralHeader + name + extra + number(at + 32, 2);
            if (next > directory_end_) throw broken("an entry of its directory is cut", byte(at));
            places_.push_back(at);
            at = next;
        }
        if (places_.size() != count_) throw ambiguous("its end record counts " + std::to_string(count_) + " entries, its directory has " + std::to_string(places_.size()), byte(directory_end_));
        members_.reserve(places_.size());
        for (const std::uint64_t place : places_) add_member(place);
    }

    /// Takes a value that zip64's extra field holds where the header has no room for it (4.5.3).
    bool take_large(std::uint64_t& value, std::string_view& large) const {
        if (value != kFull32) return true;
        if (large.size() < 8) return false;
        value = number(static_cast<std::uint64_t>(large.data() - bytes_.data()), 8);
        large.remove_prefix(8);
        return true;
    }

    /// The content of the extra field `id`; empty where there is none. `where` is the entry, for errors.
    std::string_view extra_field(std::string_view extra, std::uint32_t id, std::string_view where) const {
        std::optional<std::string_view> found;
        while (extra.size() >= 4) {
            const auto at = static_cast<std::uint64_t>(extra.data() - bytes_.data());
            const std::uint64_t size = number(at + 2, 2);
            if (size > extra.size() - 4) break;  // Some programs pad with anything.
            if (number(at, 2) == id) {
                if (found) throw ambiguous("an entry has two extra fields of one kind", entry(where));
                found = extra.substr(4, size);
            }
            extra.remove_prefix(4 + size);
        }
        return found.value_or(std::string_view());
    }

    /// The name by which programs that know of Unicode paths call the entry.
    std::string_view unicode_name(std::string_view name, std::string_view extra) const {
        const std::string_view path = extra_field(extra, 0x7075, name);
        if (path.size() <= 5 || path[0] != 1) return name;
        const bool is_of_name = number(static_cast<std::uint64_t>(path.data() - bytes_.data()) + 1, 4) == libdeflate_crc32(0, name.data(), name.size());
        return is_of_name && base::is_utf8(path.substr(5)) ? path.substr(5) : name;
    }

    void add_member(std::uint64_t at) {
        const std::string_view name = bytes_.substr(at + kCentralHeader, number(at + 28, 2));
        const std::string_view extra = bytes_.substr(at + kCentralHeader + name.size(), number(at + 30, 2));
        const auto flags = static_cast<std::uint32_t>(number(at + 8, 2));
        ZipMember member;
        member.name = unicode_name(name, extra);
        member.method = static_cast<std::uint32_t>(number(at + 10, 2));
        member.is_encrypted = (flags & kCiphers) != 0 || member.method == 99;
        member.check_sum = static_cast<std::uint32_t>(number(at + 16, 4));
        member.deflated = number(at + 20, 4);
        member.size = number(at + 24, 4);
        std::uint64_t local = number(at + 42, 4);
        std::string_view large = extra_field(extra, 0x0001, name);
        if (!take_large(member.size, large) || !take_large(member.deflated, large) || !take_large(local, large)) throw broken("an entry lacks its zip64 values", entry(name));
        if (number(at + 34, 2) != 0 && number(at + 34, 2) != kFull16) throw broken("an entry is on another disk", entry(name));
        if (local > directory_ || directory_ - local < kLocalHeader || !has_mark(local, 3, 4)) throw broken("an entry is not where its directory says", entry(name));
        member.data = local + kLocalHeader + number(local + 26, 2) + number(local + 28, 2);
        if (member.data > directory_ || member.deflated > directory_ - member.data) throw broken("an entry reaches into its directory", entry(name));
        if (!member.is_encrypted) {
            require_agreement(member, name, local, flags);
            if (member.method == 0 && member.size != member.deflated) throw ambiguous("an entry is stored and has two sizes", entry(name));
        }
        extents_.push_back({local, member.data + member.deflated + descriptor(member, local), members_.size()});
        members_.push_back(member);
    }

    /// Programs that read from the beginning know only the entry's own header.
    void require_agreement(const ZipMember& member, std::string_view name, std::uint64_t local, std::uint32_t flags) const {
        const auto disagrees = [&](const std::string& what) { return ambiguous("an entry's own header and the directory differ in " + what, entry(name)); };
        const std::string_view own_name = bytes_.substr(local + kLocalHeader, number(local + 26, 2));
        const std::string_view extra = bytes_.substr(local + kLocalHeader + own_name.size(), number(local + 28, 2));
        if (own_name != name) throw disagrees("its name");
        const std::string_view unicode = unicode_name(own_name, extra);
        if (unicode != own_name && unicode != member.name) throw disagrees("its name");
        if (number(local + 8, 2) != member.method) throw disagrees("its method");
        const std::uint64_t own_flags = number(local + 6, 2);
        if (((own_flags ^ flags) & kCiphers) != 0) throw disagrees("its cipher");
        std::uint64_t deflated = number(local + 18, 4);
        std::uint64_t size = number(local + 22, 4);
        std::string_view large = extra_field(extra, 0x0001, name);
        if (!take_large(size, large) || !take_large(deflated, large)) throw broken("an entry lacks its zip64 values", entry(name));
        const bool is_later = (own_flags & kDescriptor) != 0;  // Then zeros stand here.
        const auto agrees = [&](std::uint64_t own, std::uint64_t listed) { return own == listed || (is_later && own == 0); };
        if (!agrees(size, member.size) || !agrees(deflated, member.deflated)) throw disagrees("its size");
        if (!agrees(number(local + 14, 4), member.check_sum)) throw disagrees("its check sum");
    }

    /// How long the descriptor behind the entry's data is (4.3.9): with or without its mark, with sizes of four or eight bytes.
    std::uint64_t descriptor(const ZipMember& member, std::uint64_t local) const {
        if ((number(local + 6, 2) & kDescriptor) == 0) return 0;
        const std::uint64_t begin = member.data + member.deflated;
        for (const std::uint64_t mark : {4, 0}) {
            for (const int width : {4, 8}) {
                const std::uint64_t length = mark + 4 + 2 * static_cast<std::uint64_t>(width);
                if (length > directory_ - begin || (mark != 0 && !has_mark(begin, 7, 8))) continue;
                const std::uint64_t at = begin + mark;
                if (number(at, 4) == member.check_sum && number(at + 4, width) == member.deflated && number(at + 4 + static_cast<std::uint64_t>(width), width) == member.size) return length;
            }
        }
        return 0;
    }

    /// The entries fill the file up to the directory.
    void require_one_archive() {
        std::sort(extents_.begin(), extents_.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
        std::uint64_t filled = 0;
        for (const Extent& each : extents_) {
            if (each.begin < filled) throw broken("entries overlap", entry(members_[each.member].name));
            require_nothing(filled, each.begin);
            filled = each.end;
        }
        require_nothing(filled, directory_);
    }

    void require_nothing(std::uint64_t begin, std::uint64_t end) const {
        const std::string_view between = bytes_.substr(begin, end - begin);
        if (const auto at = between.find_first_not_of('\0'); at != std::string_view::npos) throw ambiguous("it holds data that belong to no entry", byte(begin + at));
    }

    std::string_view bytes_;
    const std::string& name_;
    std::uint64_t max_entries_;
    std::uint64_t count_ = 0, directory_ = 0, directory_size_ = 0, directory_end_ = 0;
    std::vector<std::uint64_t> places_;
    std::vector<ZipMember> members_;
    std::vector<Extent> extents_;
};

}  // namespace

std::vector<ZipMember> read_zip_layout(std::string_view bytes, const std::string& name, std::uint64_t max_entries) {
    return Layout(bytes, name, max_entries).read();
}

}  // namespace irikteu::readers
