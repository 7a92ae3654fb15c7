#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>

#include "base/error.hpp"

namespace irikteu::layout {

/// Something that is wider or higher than its place, or that is passed over: where in the source, and what, in words.
struct Overflow {
    /// too_high: than its container, whose edge it crosses. lost: words that no paper shows, or that may have run off it. passed_over: not shown
    /// as the source says. left_out: text that is not shown at all.
    enum class Kind : std::uint8_t { too_wide, too_high, too_small, lost, passed_over, left_out };

    base::SourcePosition where;
    std::string what;
    Kind kind = Kind::too_wide;
    std::size_t more = 0;  ///< Not 0: how many more of the kind there are that were not said; `what` is the kind's name.

    /// Something of the source is not shown as it says, or not at all.
    bool is_passed_over() const { return kind == Kind::passed_over || kind == Kind::left_out; }
};
using ReportOverflow = std::function<void(const Overflow&)>;

/// Hands on what is said of one document: of each kind the first fifty, at last how many more there are. Lost text is always said.
class OverflowLimit {
  public:
    static constexpr std::size_t kMost = 50;  ///< Who reads more of them reads none.

    OverflowLimit(std::string file, const ReportOverflow& report) : file_(std::move(file)), report_(report) {}
    void say(const Overflow& overflow);
    void say_the_rest();

  private:
    std::string file_;
    const ReportOverflow& report_;
    std::array<std::size_t, 6> said_{};  // By kind.
};

}  // namespace irikteu::layout
