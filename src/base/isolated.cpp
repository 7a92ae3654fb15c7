#include "base/isolated.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <new>

#include "base/error.hpp"

namespace irikteu::base {

namespace {

constexpr char kDone = 'R', kFailed = 'E', kNoMemory = 'M';

void set_limit(__rlimit_resource_t what, rlim_t value) {
    rlimit limit{};
    ::getrlimit(what, &limit);
    limit.rlim_cur = std::min(value, limit.rlim_max);
    limit.rlim_max = limit.rlim_cur;
    ::setrlimit(what, &limit);
}

/// Bytes that this process has mapped.
[[maybe_unused]] std::uint64_t mapped() {
    std::FILE* const file = std::fopen("/proc/self/statm", "r");
    if (file == nullptr) return 0;
    unsigned long pages = 0;
    const bool read = std::fscanf(file, "%lu", &pages) == 1;
    std::fclose(file);
    return read ? std::uint64_t{pages} * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

void confine(const IsolationLimits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_FSIZE, 0);
    set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count() / 1000 + 1));
#if !defined(__SANITIZE_ADDRESS__)  // Its shadow memory alone is more than any limit.
    set_limit(RLIMIT_AS, mapped() + limits.memory);
#endif
}

bool write_all(int to, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const auto written = ::write(to, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        done += static_cast<std::size_t>(written);
    }
    return true;
}

void append_field(std::string& out, const std::string& text) { out += std::to_string(text.size()) + ':' + text; }

std::string take_field(const std::string& from, std::size_t& at) {
    const auto colon = from.find(':', at);
    if (colon == std::string::npos) return {};
    const auto size = static_cast<std::size_t>(std::stoul(from.substr(at, colon - at)));
    at = colon + 1 + size;
    return from.substr(colon + 1, size);
}

/// The child's whole life.
[[noreturn]] void live(int to, const std::function<std::string()>& work, const IsolationLimits& limits) {
    confine(limits);
    std::string answer;
    try {
        answer = kDone + work();
    } catch (const Error& error) {
        answer = kFailed;
        append_field(answer, std::to_string(static_cast<int>(error.code())));
        append_field(answer, error.message());
        append_field(answer, error.where().file);
        append_field(answer, error.where().place);
    } catch (const std::bad_alloc&) {
        answer = kNoMemory;
    } catch (const std::exception& error) {
        answer = kFailed;
        append_field(answer, std::to_string(static_cast<int>(ErrorCode::malformed)));
        append_field(answer, error.what());
        append_field(answer, {});
        append_field(answer, {});
    }
    ::_exit(write_all(to, answer) ? 0 : 1);
}

enum class Ending { whole, late, large };

/// Reads until the child closes its end.
Ending read_all(int from, const IsolationLimits& limits, std::string& out) {
    const auto end = std::chrono::steady_clock::now() + limits.time;
    char buffer[65536];
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        if (left <= 0) return Ending::late;
        pollfd waiting{from, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(left));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return Ending::late;
        const auto count = ::read(from, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return Ending::whole;
        out.append(buffer, static_cast<std::size_t>(count));
        if (out.size() > limits.max_result_bytes) return Ending::large;
    }
}

}  // namespace

std::string run_isolated(const std::function<std::string()>& work, const IsolationLimits& limits) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw Error(ErrorCode::environment, "no pipe to a process of its own");
    const pid_t child = ::fork();
    if (child < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        throw Error(ErrorCode::environment, "no process of its own could be started");
    }
    if (child == 0) {
        ::close(ends[0]);
        live(ends[1], work, limits);
    }
    ::close(ends[1]);
    std::string answer;
    const Ending ending = read_all(ends[0], limits, answer);
    ::close(ends[0]);
    if (ending != Ending::whole) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (ending == Ending::large) throw Error(ErrorCode::limit_exceeded, "gives more than it may");
    const bool out_of_time = ending == Ending::late || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL));
    if (out_of_time) throw Error(ErrorCode::limit_exceeded, "could not be read within " + std::to_string(limits.time.count() / 1000) + " seconds");
    if (!answer.empty() && answer[0] == kNoMemory) throw Error(ErrorCode::limit_exceeded, "needs more memory than it may");
    if (!answer.empty() && answer[0] == kFailed) {
        std::size_t at = 1;
        const auto code = static_cast<ErrorCode>(std::stoi(take_field(answer, at)));
        const auto message = take_field(answer, at);
        SourcePosition where;
        where.file = take_field(answer, at);
        where.place = take_field(answer, at);
        throw Error(code, message, where);
    }
    if (answer.empty() || answer[0] != kDone || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw Error(ErrorCode::malformed, "is so damaged that the program reading it broke off");
    }
    answer.erase(0, 1);
    return answer;
}

}  // namespace irikteu::base
