#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "pipeline/judge.hpp"

namespace irikteu::pipeline {

/// What documents are made with, each by its SHA-256: the labels Rules, Templates and Fonts of an archive's entry. A folder's digest is over the
/// lines "SHA-256 path" of its files.
std::vector<std::pair<std::string, base::Digest>> materials(const base::Disk& disk, const JudgeOptions& options);

}  // namespace irikteu::pipeline
