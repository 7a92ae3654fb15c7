#include "archive/bag_text.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace irikteu::archive {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::optional<std::string> from_utf16(std::string_view bytes, const std::string& encoding) {
    bool big_endian = encoding != "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF") && encoding != "UTF-16LE") {
        bytes.remove_prefix(2);
    } else if (bytes.starts_with("\xFF\xFE") && encoding != "UTF-16BE") {
        big_endian = false;
        bytes.remove_prefix(2);
    }
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return big_endian ? static_cast<std::uint32_t>(first << 8 | second) : static_cast<std::uint32_t>(second << 8 | first);
    };
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        std::uint32_t c = unit(at);
        if (c >= 0xD800 && c < 0xE000) {
            if (c >= 0xDC00 || at + 4 > bytes.size()) return std::nullopt;
            const std::uint32_t low = unit(at + 2);
            if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        base::append_utf8(out, c);
    }
    return out;
}

struct Converter {
    iconv_t raw;
    explicit Converter(const std::string& encoding) : raw(::iconv_open("UTF-8", encoding.c_str())) {}
    ~Converter() {
        if (known()) ::iconv_close(raw);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    bool known() const { return raw != reinterpret_cast<iconv_t>(-1); }
};

/// Names as IANA writes them; anything else (slashes, "//TRANSLIT") is not passed on.
bool is_charset_name(std::string_view name) {
    return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
    });
}

std::optional<std::string> through_iconv(std::string_view bytes, const std::string& encoding) {
    if (!is_charset_name(encoding)) return std::nullopt;
    const Converter converter(encoding);
    if (!converter.known()) return std::nullopt;
    std::string in(bytes), out;
    char* from = in.data();
    std::size_t left = in.size();
    std::array<char, 8192> piece{};
    while (left > 0) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const std::size_t before = left;
        ::iconv(converter.raw, &from, &left, &to, &room);
        out.append(piece.data(), piece.size() - room);
        if (left == before && room == piece.size()) return std::nullopt;
    }
    return out;
}

}  // namespace

std::optional<std::string> decode_text(std::string_view bytes, const std::string& encoding) {
    const std::string name = base::ascii_upper(encoding);
    if (name == "UTF-8" || name == "UTF8") {
        if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
        if (!base::is_utf8(bytes)) return std::nullopt;
        return std::string(bytes);
    }
    if (name == "US-ASCII" || name == "ASCII") {
        if (std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; })) return std::nullopt;
        return std::string(bytes);
    }
    if (name == "ISO-8859-1" || name == "ISO8859-1" || name == "LATIN1") {
        std::string out;
        for (char c : bytes) base::append_utf8(out, static_cast<unsigned char>(c));
        return out;
    }
    if (name == "UTF-16" || name == "UTF-16BE" || name == "UTF-16LE") return from_utf16(bytes, name);
    return through_iconv(bytes, name);
}

bool is_known_encoding(const std::string& encoding) { return decode_text({}, encoding).has_value(); }

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) {
            lines.push_back(text);
            break;
        }
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return lines;
}

std::string decode_path(std::string_view path, PercentSign percent) {
    std::string out;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const int high = path[at] == '%' && at + 2 < path.size() ? base::hexadecimal(path[at + 1]) : -1;
        const int low = high >= 0 ? base::hexadecimal(path[at + 2]) : -1;
        const int code = low >= 0 ? 16 * high + low : -1;
        if (code == '\n' || code == '\r' || (code == '%' && percent == PercentSign::encoded)) {
            out += static_cast<char>(code);
            at += 2;
        } else {
            out += path[at];
        }
    }
    return out;
}

std::string encode_path(std::string_view path) {
    std::string out;
    for (char c : path) {
        switch (c) {
            case '\n': out += "%0A"; break;
            case '\r': out += "%0D"; break;
            case '%': out += "%25"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace irikteu::archive
