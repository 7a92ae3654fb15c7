#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"

namespace irikteu::pipeline {

/// Fetches the bytes that an address of an image names: a "data:" address (RFC 2397), a file's path or "file:" address,
/// a relative one in the first of `folders` that has it. It throws Error: unreadable_file, limit_exceeded (more than
/// 64 MiB), malformed (data: that is no Base64), unsupported (any other scheme: nothing is fetched from a network).
std::function<std::string(std::string_view)> image_loader(const base::Disk& disk, std::vector<std::string> folders);

/// The same for what goes into a PDF as a file of its own: of `folders` and what lies below them alone, links followed first. A document that somebody
/// sent must not carry other files of this disk away. Error(unsupported) for an absolute path, for "..", and for what leads out.
std::function<std::string(std::string_view)> attachment_loader(const base::Disk& disk, std::vector<std::string> folders);

}  // namespace irikteu::pipeline
