#include "readers/plain_zip.hpp"

#include <libdeflate.h>
#include <zlib.h>

#include <cstdint>
#include <new>

namespace irikteu::readers {

bool is_plain(const ZipMember& member) { return !member.is_encrypted && (member.method == 0 || member.method == 8); }

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

std::string read_plain_entry(std::string_view bytes, const ZipMember& entry, std::string& why) {
    const std::string_view data = bytes.substr(entry.data, entry.deflated);
    std::string out;
    if (entry.method == 0) {
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
        if (taken != data.size()) {
            why = "something follows its data";
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
