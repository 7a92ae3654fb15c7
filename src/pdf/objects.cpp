#include "pdf/objects.hpp"

#include "pdf/syntax.hpp"

namespace irikteu::pdf {

void append_reference(std::string& out, Reference reference) {
    append_integer(out, reference.number);
    out += " 0 R";
}

std::string to_string(Reference reference) {
    std::string out;
    append_reference(out, reference);
    return out;
}

std::string stream_value(std::string_view entries, std::string_view bytes) {
    std::string value;
    value.reserve(entries.size() + bytes.size() + 48);
    value += "<<";
    value += entries;
    value += "/Length ";
    append_integer(value, static_cast<std::int64_t>(bytes.size()));
    value += ">>\nstream\n";
    value += bytes;
    value += "\nendstream";
    return value;
}

Reference Objects::reserve(std::size_t count) {
    objects_.resize(objects_.size() + count);
    return {static_cast<std::uint32_t>(objects_.size() - count) + first_};
}

void Objects::fill(Reference reference, std::string value, Packing packing) { objects_.at(reference.number - first_) = {std::move(value), packing}; }

Reference Objects::add(std::string value, Packing packing) {
    const auto reference = reserve();
    fill(reference, std::move(value), packing);
    return reference;
}

void Objects::fill_stream(Reference reference, std::string_view entries, std::string_view bytes) {
    fill(reference, stream_value(entries, bytes), Packing::open);
}

Reference Objects::add_stream(std::string_view entries, std::string_view bytes) {
    const auto reference = reserve();
    fill_stream(reference, entries, bytes);
    return reference;
}

}  // namespace irikteu::pdf
