#pragma once

#include <array>
#include <string_view>

/// For this folder only: which command is served by which part.
namespace irikteu::cli {

constexpr std::array<std::string_view, 6> kJudging = {"check", "read", "terms", "coverage", "validate", "archive"};
constexpr std::array<std::string_view, 2> kSealing = {"sign", "verify"};
constexpr std::array<std::string_view, 5> kWriting = {"run", "document", "blank", "templates", "render"};

}  // namespace irikteu::cli
