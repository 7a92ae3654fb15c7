#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace irikteu::cli {

/// A progress bar on standard error, where that is a terminal; silent otherwise.
class Progress {
  public:
    enum class Show { on_terminal, never };
    explicit Progress(Show show);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Redraws: `done` of `all`, and what is being done.
    void at(std::uint64_t done, std::uint64_t all, std::string_view what);
    /// Takes the bar off the screen.
    void clear();

  private:
    bool visible_ = false;
    bool drawn_ = false;
    std::string last_;
};

}  // namespace irikteu::cli
