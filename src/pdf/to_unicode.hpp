#pragma once

#include <map>
#include <string>
#include <string_view>

namespace irikteu::pdf {

/// A font's /ToUnicode map (ISO 32000-1, 9.10.3), read: bfchar and bfrange entries of codes of two bytes.
class UnicodeMap {
  public:
    UnicodeMap() = default;
    /// What can't be read in the map is passed over.
    explicit UnicodeMap(std::string_view cmap);
    /// The text of a code in UTF-8; null where the map has none.
    const std::string* find(unsigned code) const;

  private:
    std::map<unsigned, std::string> texts_;
};

}  // namespace irikteu::pdf
