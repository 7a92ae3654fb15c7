#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/digest.hpp"

namespace irikteu::archive {

/// What can still be read of a record that from_record() refuses, for whoever has to find what it was about.
struct LeftOfRecord {
    std::string name;              ///< Empty where that line is the damaged one.
    std::optional<base::Digest> object;  ///< With its size.
    std::uint64_t size = 0;
};
LeftOfRecord left_of_record(std::string_view record);

}  // namespace irikteu::archive
