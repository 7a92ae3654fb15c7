#pragma once

#include <optional>
#include <string_view>

#include "xml/node.hpp"

namespace irikteu::xml {

/// Where an element's or attribute's name, and an element's namespace's URI, are kept: while the document lives, what is at one place is one name. For
/// who asks the same of very many elements. nullptr for other nodes, and where there is no namespace.
const void* name_mark(Node node);
const void* namespace_mark(Node element);

/// The element's first attribute of that local name, in any namespace or none.
std::optional<std::string_view> attribute_in_any_namespace(Node element, std::string_view name);

}  // namespace irikteu::xml
