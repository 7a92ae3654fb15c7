#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace irikteu::pdf {

/// An indirect object's number; its generation is always 0.
struct Reference {
    std::uint32_t number = 0;
    bool operator==(const Reference&) const = default;
};

/// "12 0 R"
void append_reference(std::string& out, Reference reference);
std::string to_string(Reference reference);

/// The objects of one new PDF file. Numbers are given out first and filled later, in any order; every object is raw PDF text.
/// The only place that knows the library which keeps and writes them.
class Objects {
  public:
    Objects();
    ~Objects();
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;

    /// New numbers, `count` in a row, of which the first is returned; each must be filled before finish().
    Reference reserve(std::size_t count = 1);
    /// Gives a reserved object its value, for example "<</Type/Page…>>".
    void fill(Reference reference, std::string_view value);
    Reference add(std::string_view value);
    /// A stream: `entries` are its dictionary's without /Length, for example "/Filter/FlateDecode".
    void fill_stream(Reference reference, std::string_view entries, std::string_view bytes);
    Reference add_stream(std::string_view entries, std::string_view bytes);

    /// An entry of the document information dictionary: key without slash, value as PDF text.
    using InfoEntry = std::pair<std::string, std::string>;
    /// The file: version 1.7, classic cross-reference table, /ID made of the SHA-256 of everything before it. To be called once.
    std::string finish(Reference catalog, const std::vector<InfoEntry>& info);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::pdf
