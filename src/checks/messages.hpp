#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

/// An act's messages in all its languages, each read when it is first asked for. Any thread may ask.
class MessageBook {
  public:
    /// Takes the bytes of messages/{kk,ru,en}.xml below `folder`, an act's. Throws Error(unreadable_file).
    MessageBook(const base::Disk& disk, const std::string& folder);
    MessageBook(const MessageBook&) = delete;
    MessageBook& operator=(const MessageBook&) = delete;
    ~MessageBook();

    /// kk, ru, en.
    static const std::vector<std::string>& languages();
    /// Throws Error as Messages::load(); usage for another language.
    const Messages& in(std::string_view language) const;

  private:
    struct Entry;
    base::MemoryDisk files_;
    std::vector<std::unique_ptr<Entry>> entries_;
};

}  // namespace irikteu::checks
