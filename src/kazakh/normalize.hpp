#pragma once

#include <string>
#include <string_view>

namespace irikteu::kazakh {

/// The text in Unicode's composed normal form (NFC, UAX 15): "й" as one code point, whatever it was. Ill-formed UTF-8
/// is given back unchanged. Any thread.
std::string composed(std::string_view utf8);

/// NFC with case folded (UAX 15, CaseFolding.txt): two names that differ only so are one file on Windows and macOS.
std::string composed_and_folded(std::string_view utf8);

}  // namespace irikteu::kazakh
