#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "base/error.hpp"
#include "cli/program/form_answer.hpp"
#include "pdf/form_reading.hpp"
#include "pdf/text_reading.hpp"

// In the programs that hold no libqpdf, this stands in the place of pdf/form_reading.cpp and pdf/text_reading.cpp: a stranger's PDF is read by
// irikteu-whole, a process of its own anyway.
namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kNotStarted = 127;

[[noreturn]] void no_process() { throw Error(ErrorCode::environment, "no process could be started to read a PDF"); }

std::string beside(const char* name) {
    std::array<char, 4096> path{};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    std::string program(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    program.erase(program.rfind('/') + 1);
    return program + name;
}

/// A file in memory that holds the bytes, read from its beginning.
int memory_file(std::string_view bytes) {
    const int file = ::memfd_create("form", MFD_CLOEXEC);
    for (std::size_t done = 0; file >= 0 && done < bytes.size();) {
        const auto written = ::write(file, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) no_process();
        done += static_cast<std::size_t>(written);
    }
    if (file < 0 || ::lseek(file, 0, SEEK_SET) != 0) no_process();
    return file;
}

std::string answer_of_whole(std::string_view bytes) {
    const std::string program = beside("irikteu-whole");
    const int input = memory_file(bytes);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) no_process();
    const pid_t child = ::fork();
    if (child < 0) no_process();
    if (child == 0) {
        const char* const arguments[] = {"irikteu-whole", cli::kReadForm, nullptr};
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        // dup2() leaves a descriptor that is already the wanted one as it is: closed on exec.
        if (input == 0) ::fcntl(0, F_SETFD, 0);
        if (ends[1] == 1) ::fcntl(1, F_SETFD, 0);
        if (::dup2(input, 0) == 0 && ::dup2(ends[1], 1) == 1) ::execv(program.c_str(), const_cast<char* const*>(arguments));
        ::_exit(kNotStarted);
    }
    ::close(input);
    ::close(ends[1]);
    std::string answer;
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto count = ::read(ends[0], buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    // Of one file only: whatever else is to be read can be.
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNotStarted) {
        throw Error(ErrorCode::unreadable_file, "is a PDF, and irikteu-whole, which reads PDFs, could not be started (is the program installed whole?)");
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || answer.empty()) throw Error(ErrorCode::unreadable_file, "could not be read: the program that reads PDFs broke off");
    return answer;
}

}  // namespace

FilledForm read_filled_form(std::string_view bytes) { return from_wire(cli::form_of_answer(answer_of_whole(bytes))); }

ReadText read_text(std::string_view) { throw Error(ErrorCode::environment, "this part of the program reads no PDF back; irikteu-whole does"); }

}  // namespace irikteu::pdf
