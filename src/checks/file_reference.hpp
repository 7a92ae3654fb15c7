#pragma once

#include <string>
#include <string_view>

namespace irikteu::checks {

/// The path of the file that a reference names, seen from the file in which it stands: "a/b.sch" seen from "x/y.sch" is
/// "x/a/b.sch". References are URIs (RFC 3986): "%20" is a blank, "file:///x" the path /x. Empty where it is no file ("http://…").
std::string file_beside(std::string_view file, std::string_view reference);

}  // namespace irikteu::checks
