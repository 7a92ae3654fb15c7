#pragma once

#include <map>
#include <string>
#include <vector>

#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// A number tree (ISO 32000-1, 7.9.7) with keys 0 … n-1; each value is PDF text that can stand behind a key.
Reference write_number_tree(const std::vector<std::string>& values, Objects& objects);
/// A name tree (7.9.6). Keys are UTF-8; they are written, and ordered, as the bytes of text strings. Values are PDF text.
Reference write_name_tree(const std::map<std::string, std::string>& values, Objects& objects);

}  // namespace irikteu::pdf
