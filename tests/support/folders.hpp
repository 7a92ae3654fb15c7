#pragma once
/// \file Where the sources and the build stand: compiled into one object, so that every other test object is the same in every checkout (and a compiler cache serves them all).
#include <string>

namespace irikteu::support {

/// The path of `below` ("/samples/…") in the checkout.
std::string source_path(const std::string& below = "");

/// The path of `below` ("/share/irikteu/fonts") in the build folder.
std::string build_path(const std::string& below = "");

}  // namespace irikteu::support
