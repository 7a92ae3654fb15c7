#include "base/error.hpp"

namespace irikteu::base {

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage: return "usage";
        case ErrorCode::unreadable_file: return "unreadable-file";
        case ErrorCode::malformed: return "malformed";
        case ErrorCode::invalid: return "invalid";
        case ErrorCode::unsupported: return "unsupported";
        case ErrorCode::limit_exceeded: return "limit-exceeded";
        case ErrorCode::missing_glyph: return "missing-glyph";
        case ErrorCode::missing_font: return "missing-font";
        case ErrorCode::environment: return "environment";
        case ErrorCode::damaged_archive: return "damaged-archive";
    }
    return "unknown";
}

std::string to_string(const SourcePosition& where) {
    std::string text = where.file;
    if (where.line > 0) {
        text += ':' + std::to_string(where.line);
        if (where.column > 0) text += ':' + std::to_string(where.column);
    }
    if (!where.place.empty()) {
        if (!text.empty()) text += ": ";
        text += where.place;
    }
    return text;
}

Error::Error(ErrorCode code, std::string message, SourcePosition where)
    : code_(code), message_(std::move(message)), where_(std::move(where)) {
    what_ = to_string(where_);
    if (!what_.empty()) what_ += ": ";
    what_ += message_;
}

int Error::exit_status() const {
    switch (code_) {
        case ErrorCode::usage: return 2;
        case ErrorCode::missing_font:
        case ErrorCode::environment: return 4;
        default: return 3;
    }
}

}  // namespace irikteu::base
