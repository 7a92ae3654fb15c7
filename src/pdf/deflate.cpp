#include "pdf/deflate.hpp"

#include <libdeflate.h>
#include <zlib.h>

#include <new>

#include "base/error.hpp"

namespace irikteu::pdf {

struct Deflater::State {
    explicit State(int level) : compressor(libdeflate_alloc_compressor(level)) {
        if (compressor == nullptr) throw std::bad_alloc();
    }
    ~State() { libdeflate_free_compressor(compressor); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    libdeflate_compressor* compressor;
    std::string room;
};

Deflater::Deflater(int level) : level_(level), state_(std::make_unique<State>(level)) {}

Deflater::~Deflater() = default;

std::string Deflater::deflate(std::string_view bytes) {
    auto& room = state_->room;
    const std::size_t most = libdeflate_zlib_compress_bound(state_->compressor, bytes.size());
    if (room.size() < most) room.resize(most);
    const std::size_t length = libdeflate_zlib_compress(state_->compressor, bytes.data(), bytes.size(), room.data(), room.size());
    if (length == 0) throw base::Error(base::ErrorCode::limit_exceeded, "stream too large to deflate");
    return room.substr(0, length);
}

std::string inflate(std::string_view bytes, std::size_t expected) {
    std::string out(expected, '\0');
    uLongf length = expected;
    const auto status = uncompress(reinterpret_cast<Bytef*>(out.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    if (status != Z_OK || length != expected) throw base::Error(base::ErrorCode::malformed, "a zlib stream is broken or of another length than declared");
    return out;
}

std::string inflate_up_to(std::string_view bytes, std::size_t most) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
    std::string out;
    char buffer[16384];
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    int status = Z_OK;
    while (status == Z_OK && out.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        status = ::inflate(&stream, Z_NO_FLUSH);
        out.append(buffer, sizeof buffer - stream.avail_out);
        if (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0) break;
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END && out.size() <= most ? out : std::string();
}

}  // namespace irikteu::pdf
