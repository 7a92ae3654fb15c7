#include "archive/log_reader.hpp"

#include <algorithm>

#include "archive/storage.hpp"

namespace irikteu::archive {

namespace {
constexpr std::uint64_t kPieceBytes = 4u << 20;
}

LogReader::LogReader(std::string path, std::uint64_t from, std::uint64_t to) : path_(std::move(path)), read_(from), to_(to), offset_(from) {}

bool LogReader::fill() {
    if (read_ >= to_) return false;
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::string piece = read_range(path_, read_, std::min(kPieceBytes, to_ - read_));
    if (piece.empty()) {
        to_ = read_;
        return false;
    }
    read_ += piece.size();
    buffer_ += piece;
    return true;
}

bool LogReader::next(std::string_view& record) {
    begin_ += length_;
    offset_ += length_;
    length_ = 0;
    for (;;) {
        const std::string_view rest = std::string_view(buffer_).substr(begin_);
        const auto end = rest.find("\n\n");
        if (end != std::string_view::npos && end < kMostRecordBytes) {
            whole_ = true;
            length_ = end + 2;
        } else if (rest.size() > kMostRecordBytes || !fill()) {
            whole_ = false;
            length_ = std::string_view(buffer_).substr(begin_).size();
        } else {
            continue;
        }
        record = std::string_view(buffer_).substr(begin_, length_);
        return length_ > 0;
    }
}

}  // namespace irikteu::archive
