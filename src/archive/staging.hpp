#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/digest.hpp"

namespace irikteu::archive {

/// Whether the object lies in the store with these very bytes. Throws Error(damaged_archive) where something else stands in its place.
bool has_object(const std::string& root, const base::Digest& digest, std::uint64_t size);

/// The objects of one batch on their way into the store. They are written under staging/ and flushed; when the log that
/// names them is on the medium too, they are renamed into objects/. What is not installed when this goes is removed.
class Staging {
  public:
    explicit Staging(std::string root) : root_(std::move(root)) {}
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    /// Writes an object, unless it is in the store or in this batch already.
    void put(const base::Digest& digest, std::string_view bytes);
    /// Takes up an object that an interrupted batch left under staging/; false where it isn't there whole.
    bool take_up(const base::Digest& digest, std::uint64_t size);
    /// Flushes the objects' bytes, then their names under staging/.
    void flush();
    /// Renames all into objects/ and flushes the folders.
    void install();
    /// Removes this batch's objects, installed or not.
    void undo();

  private:
    std::string root_;
    std::set<std::string> names_;  ///< Hexadecimal digests.
    bool kept_ = false;               ///< The log names them: not to be removed any more.
};

/// Removes everything under staging/: remains of interrupted writes, when nothing names them.
void clear_staging(const std::string& root);

}  // namespace irikteu::archive
