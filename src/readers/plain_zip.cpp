#include "readers/plain_zip.hpp"

#include <libdeflate.h>
#include <zlib.h>

#include <new>

namespace irikteu::readers {

namespace {

constexpr std::uint64_t end_record = 22;
constexpr std::uint64_t central_header = 46;
constexpr std::uint64_t local_header = 30;
constexpr std::uint32_t zip64 = 0xFFFFFFFF;

std::uint32_t number(std::string_view bytes, std::uint64_t at, int n) {
    std::uint32_t value = 0;
    for (int i = n; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::uint64_t>(i)]);
    return value;
}

bool has_mark(std::string_view bytes, std::uint64_t at, char third, char fourth) {
    return bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == third && bytes[at + 3] == fourth;
}

/// Where the end record begins whose comment ends with the file.
std::optional<std::uint64_t> find_end(std::string_view bytes) {
    constexpr std::uint64_t longest_comment = 0xFFFF;
    if (bytes.size() < end_record) return std::nullopt;
    for (std::uint64_t at = bytes.size() - end_record, tried = 0; tried <= longest_comment; --at, ++tried) {
        if (has_mark(bytes, at, 5, 6) && at + end_record + number(bytes, at + 20, 2) == bytes.size()) return at;
        if (at == 0) break;
    }
    return std::nullopt;
}

/// Extra fields that give an entry another name, another size or a cipher: zip64, Unicode path, AES.
bool has_unusual_extra(std::string_view extra) {
    while (extra.size() >= 4) {
        const std::uint32_t id = number(extra, 0, 2);
        const std::uint32_t size = number(extra, 2, 2);
        if (id == 0x0001 || id == 0x7075 || id == 0x9901 || size > extra.size() - 4) return true;
        extra.remove_prefix(4 + size);
    }
    return !extra.empty();
}

}  // namespace

std::optional<std::vector<PlainEntry>> list_plain_zip(std::string_view bytes) {
    const auto end = find_end(bytes);
    if (!end) return std::nullopt;
    const std::uint32_t count = number(bytes, *end + 10, 2);
    const std::uint64_t directory = number(bytes, *end + 16, 4);
    const bool one_disk = number(bytes, *end + 4, 2) == 0 && number(bytes, *end + 6, 2) == 0 && number(bytes, *end + 8, 2) == count;
    if (!one_disk || count == 0xFFFF || directory + number(bytes, *end + 12, 4) != *end) return std::nullopt;
    std::vector<PlainEntry> entries;
    entries.reserve(count);
    std::uint64_t at = directory;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (*end - at < central_header || !has_mark(bytes, at, 1, 2)) return std::nullopt;
        const std::uint32_t flags = number(bytes, at + 8, 2);
        const std::uint32_t method = number(bytes, at + 10, 2);
        const std::uint32_t name = number(bytes, at + 28, 2);
        const std::uint32_t extra = number(bytes, at + 30, 2);
        const std::uint64_t next = at + central_header + name + extra + number(bytes, at + 32, 2);
        const std::uint64_t local = number(bytes, at + 42, 4);
        if (next > *end || (flags & 0x2041u) != 0 || (method != 0 && method != 8) || number(bytes, at + 34, 2) != 0) return std::nullopt;
        PlainEntry entry;
        entry.check_sum = number(bytes, at + 16, 4);
        entry.deflated = number(bytes, at + 20, 4);
        entry.size = number(bytes, at + 24, 4);
        entry.name = bytes.substr(at + central_header, name);
        entry.is_deflated = method == 8;
        if (entry.size == zip64 || entry.deflated == zip64 || local == zip64 || has_unusual_extra(bytes.substr(at + central_header + name, extra))) return std::nullopt;
        if (local + local_header > directory || !has_mark(bytes, local, 3, 4)) return std::nullopt;
        const bool agrees = number(bytes, local + 6, 2) == flags && number(bytes, local + 8, 2) == method && number(bytes, local + 26, 2) == name;
        entry.data = local + local_header + name + number(bytes, local + 28, 2);
        if (!agrees || entry.data > directory || entry.deflated > directory - entry.data) return std::nullopt;
        if (bytes.substr(local + local_header, name) != entry.name || (!entry.is_deflated && entry.size != entry.deflated)) return std::nullopt;
        entries.push_back(entry);
        at = next;
    }
    if (at != *end) return std::nullopt;
    return entries;
}

namespace {

/// What is wrong with deflated data that libdeflate does not take; empty where zlib finds nothing, which does not happen.
std::string fault_of(std::string_view data, std::uint64_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return "no memory to inflate it";
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    unsigned char room[1u << 14];
    std::uint64_t made = 0;
    int result = Z_OK;
    while (result == Z_OK && made <= size) {
        stream.next_out = room;
        stream.avail_out = sizeof room;
        result = inflate(&stream, Z_NO_FLUSH);
        made += sizeof room - stream.avail_out;
    }
    inflateEnd(&stream);
    if (made > size) return "it is longer than it states";
    if (result == Z_STREAM_END && made == size) return {};
    return result == Z_DATA_ERROR ? "its data are damaged" : "it ends early";
}

struct Inflater {
    Inflater() : state(libdeflate_alloc_decompressor()) {
        if (state == nullptr) throw std::bad_alloc();
    }
    ~Inflater() { libdeflate_free_decompressor(state); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    libdeflate_decompressor* state;
};

}  // namespace

std::string read_plain_entry(std::string_view bytes, const PlainEntry& entry, std::string& why) {
    const std::string_view data = bytes.substr(entry.data, entry.deflated);
    std::string out;
    if (!entry.is_deflated) {
        out = data;
    } else {
        static thread_local const Inflater inflater;
        out.resize(entry.size);
        std::size_t taken = 0;
        std::size_t made = 0;
        const auto result = libdeflate_deflate_decompress_ex(inflater.state, data.data(), data.size(), out.data(), out.size(), &taken, &made);
        if (result != LIBDEFLATE_SUCCESS || made != entry.size) {
            why = fault_of(data, entry.size);
            if (why.empty()) why = "its data are damaged";
            return {};
        }
    }
    const std::uint32_t sum = libdeflate_crc32(0, out.data(), out.size());
    if (sum != entry.check_sum) {
        why = "its check sum is wrong";
        return {};
    }
    return out;
}

}  // namespace irikteu::readers
