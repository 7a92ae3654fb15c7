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

/// A line "SHA-256 name" for an organisation's house style and for every file that it names (images, stylesheets, data), wherever in the
/// stylesheet the name stands; empty without a house style. A name that a stylesheet puts together at run time is not seen.
std::string house_digests(const base::Disk& disk, const std::string& house_style);

}  // namespace irikteu::pipeline
