#include "archive/damaged_record.hpp"

#include <charconv>

#include "base/error.hpp"

namespace irikteu::archive {

namespace {

/// Of the first line with that name; empty where there is none.
std::string_view value_of(std::string_view record, std::string_view line_begin) {
    auto at = record.find(line_begin);
    while (at != std::string_view::npos && at > 0 && record[at - 1] != '\n') at = record.find(line_begin, at + 1);
    if (at == std::string_view::npos) return {};
    record.remove_prefix(at + line_begin.size());
    return record.substr(0, record.find('\n'));
}

}  // namespace

LeftOfRecord left_of_record(std::string_view record) {
    LeftOfRecord left;
    left.name = value_of(record, "Name: ");
    const std::string_view object = value_of(record, "Object: sha256:"), size = value_of(record, "Size: ");
    const auto [end, reason] = std::from_chars(size.data(), size.data() + size.size(), left.size);
    if (size.empty() || reason != std::errc() || end != size.data() + size.size()) return left;
    try {
        left.object = base::Digest::from_hex(object);
    } catch (const base::Error&) {
        left.object.reset();
    }
    return left;
}

}  // namespace irikteu::archive
