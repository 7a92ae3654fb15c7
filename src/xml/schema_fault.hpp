#pragma once

#include <string_view>

#include "xml/schema.hpp"

struct _xmlError;

namespace irikteu::xml {

/// For this folder only: a complaint of libxml2's validator, taken apart by its code and its strings. Names of the target namespace are
/// told without it, others as {namespace}name.
SchemaFault schema_fault(const _xmlError& error, std::string_view target_namespace);

}  // namespace irikteu::xml
