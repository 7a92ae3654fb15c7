#pragma once

#include <string>
#include <string_view>

#include "readers/zip_layout.hpp"

namespace irikteu::readers {

/// Whether an entry is stored or deflated and not encrypted, as programs mostly write them: the others are libzip's.
bool is_plain(const ZipMember& member);

/// Inflates a plain entry. On failure `why` says what is wrong, and the result is empty.
std::string read_plain_entry(std::string_view bytes, const ZipMember& member, std::string& why);

}  // namespace irikteu::readers
