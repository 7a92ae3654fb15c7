#include "kazakh/normalize.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace irikteu::kazakh {

namespace {

constexpr std::size_t kMostBytes = 1u << 28;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u16string to_utf16(std::string_view utf8) {
    std::u16string out;
    out.reserve(utf8.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT_UNSAFE(bytes, at, c);
        if (c <= 0xFFFF) {
            out += static_cast<char16_t>(c);
        } else {
            out += static_cast<char16_t>(U16_LEAD(c));
            out += static_cast<char16_t>(U16_TRAIL(c));
        }
    }
    return out;
}

std::string to_utf8(const std::u16string& text) {
    std::string out(3 * text.size() + 1, '\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &length, text.data(), static_cast<std::int32_t>(text.size()), &status);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::optional<std::u16string> normalized(const std::u16string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return std::nullopt;
    std::u16string out(3 * text.size() + 1, u'\0');
    const std::int32_t length = unorm2_normalize(nfc, text.data(), static_cast<std::int32_t>(text.size()), out.data(),
                                                 static_cast<std::int32_t>(out.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    out.resize(static_cast<std::size_t>(length));
    return out;
}

}  // namespace

std::string composed(std::string_view utf8) {
    if (is_ascii(utf8) || utf8.size() > kMostBytes || !base::is_utf8(utf8)) return std::string(utf8);
    const auto out = normalized(to_utf16(utf8));
    return out ? to_utf8(*out) : std::string(utf8);
}

std::string composed_and_folded(std::string_view utf8) {
    if (utf8.size() > kMostBytes || !base::is_utf8(utf8)) return std::string(utf8);
    const std::u16string text = to_utf16(composed(utf8));
    std::u16string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 c = 0;
        U16_NEXT(text.data(), at, text.size(), c);
        c = u_foldCase(c, U_FOLD_CASE_DEFAULT);
        if (c <= 0xFFFF) {
            folded += static_cast<char16_t>(c);
        } else {
            folded += static_cast<char16_t>(U16_LEAD(c));
            folded += static_cast<char16_t>(U16_TRAIL(c));
        }
    }
    const auto out = normalized(folded);
    return to_utf8(out ? *out : folded);
}

}  // namespace irikteu::kazakh
