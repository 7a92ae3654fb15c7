#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text of a bag's tag files (RFC 8493, 2.1.1, 2.2): their encodings and their lines.
namespace irikteu::archive {

/// Decodes tag-file bytes from an encoding by its IANA name, of any case, into UTF-8 without a byte order mark.
/// UTF-8, US-ASCII, ISO-8859-1 and UTF-16 are our own; UTF-16 without a mark is big-endian (RFC 2781, 4.3); the rest is
/// what the C library's iconv knows. nullopt where the bytes are not text of that encoding, or it is not known.
std::optional<std::string> decode_text(std::string_view bytes, const std::string& encoding);

/// Whether decode_text() can do anything with the name.
bool is_known_encoding(const std::string& encoding);

/// The lines, cut at LF, CR or CRLF; what stands behind the last of them is a line where it is not empty.
std::vector<std::string_view> lines_of(std::string_view text);

/// With %0A, %0D, and (where the percent sign itself is encoded, from version 1.0 on) %25 decoded, hexadecimal digits of either case (RFC 8493, 2.1.3).
enum class PercentSign { literal, encoded };
std::string decode_path(std::string_view path, PercentSign percent);
/// The inverse, for version 1.0.
std::string encode_path(std::string_view path);

}  // namespace irikteu::archive
