#pragma once

#include <string>
#include <vector>

#include "compose/composer.hpp"

namespace irikteu::compose::testing {

/// The act and the templates of this repository, loaded once for all tests.
const Composer& composer();

/// Names of the files in data/, without ending, sorted: KIND-VARIANT.
std::vector<std::string> samples();
/// The kind that a sample is of: its name without the last part.
std::string kind_of(const std::string& sample);
xml::Document data_of(const std::string& sample);
/// The sample composed.
xml::Document composed(const std::string& sample);
/// A file of this folder.
std::string file(const std::string& path);

}  // namespace irikteu::compose::testing
