#include "readers/entry_name.hpp"

#include <array>
#include <cstdint>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace irikteu::readers {

namespace {

// CP866, B0…DF: shades and box drawing. 80…AF and E0…F1 are Cyrillic in order.
constexpr std::array<char16_t, 48> cp866_boxes = {
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255D, 0x255C, 0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580};
// CP866, F0…FF.
constexpr std::array<char16_t, 16> cp866_tail = {0x0401, 0x0451, 0x0404, 0x0454, 0x0407, 0x0457, 0x040E, 0x045E,
                                                 0x00B0, 0x2219, 0x00B7, 0x221A, 0x2116, 0x00A4, 0x25A0, 0x00A0};
// CP1251, 80…BF, with the unassigned 98 as U+FFFD.
constexpr std::array<char16_t, 64> cp1251_head = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

char32_t from_cp866(unsigned char b) {
    if (b < 0x80) return b;
    if (b < 0xB0) return static_cast<char32_t>(0x0410 + (b - 0x80));
    if (b < 0xE0) return cp866_boxes[b - 0xB0u];
    if (b < 0xF0) return static_cast<char32_t>(0x0440 + (b - 0xE0));
    return cp866_tail[b - 0xF0u];
}

char32_t from_cp1251(unsigned char b) {
    if (b < 0x80) return b;
    if (b < 0xC0) return cp1251_head[b - 0x80u];
    return static_cast<char32_t>(0x0410 + (b - 0xC0));
}

bool looks_like_cp1251(std::string_view raw) {
    int cp866 = 0;
    int cp1251 = 0;
    for (const char c : raw) {
        const auto b = static_cast<unsigned char>(c);
        if ((b >= 0x80 && b < 0xB0) || (b >= 0xE0 && b < 0xF0)) ++cp866;
        if (b >= 0xC0) ++cp1251;
    }
    return cp1251 > cp866;
}

}  // namespace

std::string decode_entry_name(std::string_view raw) {
    if (base::is_utf8(raw)) return std::string(raw);
    const bool cp1251 = looks_like_cp1251(raw);
    std::string name;
    for (const char c : raw) {
        const auto b = static_cast<unsigned char>(c);
        base::append_utf8(name, cp1251 ? from_cp1251(b) : from_cp866(b));
    }
    return name;
}

std::string decode_cp1251(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) base::append_utf8(text, from_cp1251(static_cast<unsigned char>(c)));
    return text;
}

std::string safe_entry_path(std::string_view name, const std::string& archive) {
    const auto refuse = [&](const char* why) {
        std::string shown;
        for (const char c : name.substr(0, 200)) shown += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
        throw base::Error(base::ErrorCode::malformed, std::string("entry name ") + why, {archive, 0, 0, shown});
    };
    std::string path(name);
    for (char& c : path) {
        if (c == '\\') c = '/';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) refuse("has a control character");
    }
    if (path.find("\xEF\xBF\xBE") != std::string::npos || path.find("\xEF\xBF\xBF") != std::string::npos) refuse("has a character that is none");
    if (path.empty()) refuse("is empty");
    if (path.front() == '/') refuse("is an absolute path");
    if (path.size() > 1 && path[1] == ':') refuse("begins with a drive letter");
    if (path.size() > 1024) refuse("is longer than 1024 bytes");
    std::size_t start = 0;
    while (start < path.size()) {
        const std::size_t slash = std::min(path.find('/', start), path.size());
        const std::string_view step = std::string_view(path).substr(start, slash - start);
        if (step == "..") refuse("leads out of the archive");
        if (step.empty() || step == ".") refuse("has an empty step");
        start = slash + 1;
    }
    return path;
}

}  // namespace irikteu::readers
