#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "base/disk.hpp"

namespace irikteu::checks {

/// What the program says in one language, by key: an act's messages/{kk,ru,en}.xml. May be read by several threads.
class Messages {
  public:
    /// Throws Error: unreadable_file, malformed, invalid where the file is of another language or has a key twice.
    static Messages load(const base::Disk& disk, const std::string& path, std::string_view language);

    const std::string& language() const { return language_; }
    /// The message of that key, with {0}, {1} … filled in. Throws Error(environment) where there is no such key.
    std::string say(std::string_view key, std::initializer_list<std::string_view> arguments = {}) const;
    bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
    const std::map<std::string, std::string, std::less<>>& texts() const { return texts_; }

  private:
    std::string path_, language_;
    std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace irikteu::checks
