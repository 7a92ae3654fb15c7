#pragma once

#include <cstdint>
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

/// The objects of one new PDF file, or those that an update adds to one, as raw PDF text. Numbers are given out first and filled later, in any order.
class Objects {
  public:
    /// `first`: the first number to be given out.
    explicit Objects(std::uint32_t first = 1) : first_(first) {}

    /// How an object may stand in a compact file. `open` ones always stand by themselves, so that an incremental update finds and
    /// replaces them by plain means: the catalog, pages, the form and its fields. Streams are open by nature.
    enum class Packing : std::uint8_t { packed, open };

    struct Object {
        std::string value;
        Packing packing = Packing::packed;
    };

    /// New numbers, `count` in a row, of which the first is returned; each must be filled before the file is written.
    Reference reserve(std::size_t count = 1);
    /// Gives a reserved object its value, for example "<</Type/Page…>>".
    void fill(Reference reference, std::string value, Packing packing = Packing::packed);
    Reference add(std::string value, Packing packing = Packing::packed);
    /// A stream: `entries` are its dictionary's without /Length, for example "/Filter/FlateDecode".
    void fill_stream(Reference reference, std::string_view entries, std::string_view bytes);
    Reference add_stream(std::string_view entries, std::string_view bytes);

    /// The first number is at index 0.
    const std::vector<Object>& all() const { return objects_; }

  private:
    std::uint32_t first_;
    std::vector<Object> objects_;
};

/// A stream object's value.
std::string stream_value(std::string_view entries, std::string_view bytes);

/// What a trailer needs besides the objects.
struct Trailer {
    Reference catalog;
    /// The document information dictionary: keys without slash, values as PDF text.
    std::vector<std::pair<std::string, std::string>> info;
};

}  // namespace irikteu::pdf
