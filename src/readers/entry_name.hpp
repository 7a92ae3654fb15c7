#pragma once

#include <string>
#include <string_view>

namespace irikteu::readers {

/// The name of a zip entry as UTF-8: taken as it is where the bytes are UTF-8, else read as CP866 or CP1251, whichever
/// gives more Cyrillic letters (APPNOTE.TXT 4.4.17 knows only CP437; Windows in Kazakhstan writes the OEM code page).
std::string decode_entry_name(std::string_view raw);

/// The bytes as CP1251, in UTF-8.
std::string decode_cp1251(std::string_view bytes);

/// "a/b" from "a\b" or "a/b": the path inside an archive with slashes. Throws Error(malformed) naming `archive` for an
/// absolute path, a drive letter, "..", an empty or "." step, or a control character. A folder keeps its last slash.
std::string safe_entry_path(std::string_view name, const std::string& archive);

}  // namespace irikteu::readers
