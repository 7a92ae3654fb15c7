#pragma once

#include <string>

namespace irikteu::pipeline {

/// The path of a file of results below its folder. No link on the way is followed, for somebody may have planted it: one in the place of a folder is an
/// Error(environment), one in the file's own place is taken away. The folder itself is the user's, who may name a link.
std::string place_of_result(const std::string& folder, const std::string& relative);

}  // namespace irikteu::pipeline
