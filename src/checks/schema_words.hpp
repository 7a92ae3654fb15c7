#pragma once

#include <string>

#include "checks/messages.hpp"
#include "xml/schema.hpp"

namespace irikteu::checks {

/// What breaks a schema, in the language of the messages ("schema.…"), names and values kept: "Element «year»: …". What the validator says in
/// English only is quoted.
std::string schema_words(const xml::SchemaFault& fault, const Messages& messages);

}  // namespace irikteu::checks
