#include "cli/password.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kLongest = 4096;

/// Byte by byte, so that whoever comes next on the same descriptor finds what follows the line.
std::string first_line(int descriptor) {
    std::string line;
    for (char c = 0; line.size() < kLongest;) {
        const ssize_t got = ::read(descriptor, &c, 1);
        if (got < 0) throw Error(ErrorCode::usage, "the password can't be read from file descriptor " + std::to_string(descriptor));
        if (got == 0 || c == '\n') break;
        line += c;
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

/// The controlling terminal with its echo off, as long as this lives.
class SilentTerminal {
  public:
    SilentTerminal() : terminal_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (terminal_ < 0 || ::tcgetattr(terminal_, &before_) != 0) {
            if (terminal_ >= 0) ::close(terminal_);
            throw Error(ErrorCode::usage, "the key needs a password: set IRIKTEU_PASSWORD, give --password-fd, or run in a terminal");
        }
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(terminal_, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() {
        ::tcsetattr(terminal_, TCSAFLUSH, &before_);
        say("\n");
        ::close(terminal_);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    void say(const std::string& text) const { static_cast<void>(!::write(terminal_, text.data(), text.size())); }
    std::string line() const { return first_line(terminal_); }

  private:
    int terminal_;
    termios before_{};
};

}  // namespace

std::string read_password(int descriptor, const std::string& prompt) {
    if (descriptor >= 0) return first_line(descriptor);
    if (const char* password = std::getenv("IRIKTEU_PASSWORD")) return password;
    const SilentTerminal terminal;
    terminal.say(prompt);
    return terminal.line();
}

}  // namespace irikteu::cli
