#include "cli/progress.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "base/utf8.hpp"

namespace irikteu::cli {

namespace {
constexpr std::uint64_t kBarCells = 24;
constexpr std::size_t kMaxWhat = 40;

/// The first characters of UTF-8 text, no more than `limit` bytes, cut between characters.
std::string shortened(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    while (limit > 0 && base::goes_on(text[limit])) --limit;
    return std::string(text.substr(0, limit));
}
}  // namespace

Progress::Progress(Show show) {
    const char* terminal = std::getenv("TERM");
    visible_ = show == Show::on_terminal && ::isatty(STDERR_FILENO) != 0 && terminal != nullptr &&
               std::string_view(terminal) != "dumb";
}

void Progress::at(std::uint64_t done, std::uint64_t all, std::string_view what) {
    if (!visible_ || all == 0) return;
    std::string line = "\r\x1b[K[";
    const std::uint64_t filled = done * kBarCells / all;
    for (std::uint64_t i = 0; i < kBarCells; ++i) line += i < filled ? '#' : '.';
    line += "] " + std::to_string(done * 100 / all) + "% " + shortened(what, kMaxWhat);
    if (line == last_) return;
    std::cerr << line << std::flush;
    last_ = line;
    drawn_ = true;
}

void Progress::clear() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

}  // namespace irikteu::cli
