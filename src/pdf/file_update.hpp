#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// New and changed objects that are appended to a file (ISO 32000-1, 7.5.6): not one of its bytes changes. The file is read by
/// libqpdf; no PDF library writes: the update is put together here.
class FileUpdate {
  public:
    /// The bytes must stay as they are as long as this lives. Throws Error: malformed where the file is damaged, unsupported where it is encrypted.
    explicit FileUpdate(std::string_view file);
    ~FileUpdate();

    /// What is to be added.
    Objects& added();

    Reference catalog() const;
    /// A dictionary's entry as PDF text; nullopt where there is none. Throws Error(malformed) where the object is no dictionary.
    std::optional<std::string> entry(Reference dictionary, const std::string& key);
    /// The object that a dictionary's entry refers to; nullopt where the entry is absent or direct.
    std::optional<Reference> referred(Reference dictionary, const std::string& key);
    /// Puts PDF text into an entry of an existing dictionary, which is then written anew. Keys are without slash.
    void set_entry(Reference dictionary, const std::string& key, const std::string& value);

    /// The file with the update behind it. The first half of /ID stays, the second becomes a hash of all bytes before it. To be called once.
    std::string finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// One update, ready to be written.
struct AppendedObjects {
    std::string_view file;
    std::uint64_t previous_table = 0;  ///< Offset of the file's latest cross-reference section.
    std::uint32_t size = 0;            ///< One more than the highest object number of all.
    Reference catalog;
    std::optional<Reference> info;
    std::string first_id;              ///< Hexadecimal digits.
    std::map<std::uint32_t, std::string> objects;  ///< By number: PDF text.
};
/// With a cross-reference table (ISO 32000-1, 7.5.4), as the file itself has one.
std::string append_classic(const AppendedObjects& update);
/// With a cross-reference stream (ISO 32000-1, 7.5.8), as the file itself has one.
std::string append_compact(const AppendedObjects& update);
/// The second half of a trailer's /ID, of all bytes before it: 32 hexadecimal digits.
std::string second_id(std::string_view before);

}  // namespace irikteu::pdf
