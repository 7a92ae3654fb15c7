#include "sign/network.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

#include "base/ascii.hpp"
#include "base/error.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

using SteadyClock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& address, const std::string& what, ErrorCode code = ErrorCode::environment) {
    throw Error(code, what, {address, 0, 0, {}});
}

struct Address {
    std::string host, port = "80", path = "/";
};

Address parse(const std::string& address) {
    constexpr std::string_view kScheme = "http://";
    if (!address.starts_with(kScheme)) fail(address, "only http:// addresses can be asked", ErrorCode::unsupported);
    for (const char c : address) {
        if (c <= ' ' || c > '~') fail(address, "the address holds a character that it may not", ErrorCode::unsupported);
    }
    Address parsed;
    const auto slash = address.find('/', kScheme.size());
    std::string authority = address.substr(kScheme.size(), slash == std::string::npos ? std::string::npos : slash - kScheme.size());
    if (slash != std::string::npos) parsed.path = address.substr(slash, address.find('#') - slash);
    if (authority.find('@') != std::string::npos) fail(address, "user names in an address are not supported", ErrorCode::unsupported);
    const auto bracket = authority.rfind(']');
    const auto colon = authority.find(':', bracket == std::string::npos ? 0 : bracket);
    if (colon != std::string::npos) {
        parsed.port = authority.substr(colon + 1);
        authority.resize(colon);
    }
    if (bracket != std::string::npos) authority = authority.substr(1, bracket - 1);
    if (authority.empty() || parsed.port.empty()) fail(address, "the address names no host", ErrorCode::unsupported);
    parsed.host = authority;
    return parsed;
}

/// Owns a socket.
class Socket {
  public:
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    ~Socket() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int get() const { return descriptor_; }

  private:
    int descriptor_;
};

/// One request and its answer, until a moment.
class Exchange {
  public:
    Exchange(const std::string& address, NetworkLimits limits) : address_(address), limits_(limits), end_(SteadyClock::now() + limits.time) {}

    std::string run(const Address& to, const std::string& request) {
        const Socket socket = connect(to);
        send(socket, request);
        return receive(socket);
    }

  private:
    std::chrono::milliseconds left() const {
        const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - SteadyClock::now());
        if (rest.count() <= 0) fail(address_, "no answer in time");
        return rest;
    }

    void wait(const Socket& socket, short events) const {
        pollfd waiting{socket.get(), events, 0};
        for (;;) {
            const int ready = ::poll(&waiting, 1, static_cast<int>(left().count()));
            if (ready > 0) return;
            if (ready < 0 && errno != EINTR) fail(address_, std::string("waiting failed: ") + std::strerror(errno));
        }
    }

    /// What a look-up works on: it outlives this exchange where it can't be called off.
    struct LookUp {
        std::string host, port;
        addrinfo hints{};
        gaicb request{};
        ~LookUp() {
            if (request.ar_result != nullptr) ::freeaddrinfo(request.ar_result);
        }
    };

    std::unique_ptr<LookUp> look_up(const Address& to) const {
        auto look_up = std::make_unique<LookUp>();
        look_up->host = to.host;
        look_up->port = to.port;
        look_up->hints.ai_socktype = SOCK_STREAM;
        look_up->request.ar_name = look_up->host.c_str();
        look_up->request.ar_service = look_up->port.c_str();
        look_up->request.ar_request = &look_up->hints;
        gaicb* list[] = {&look_up->request};
        if (::getaddrinfo_a(GAI_NOWAIT, list, 1, nullptr) != 0) fail(address_, "the host's name can't be looked up");
        while (::gai_error(list[0]) == EAI_INPROGRESS) {
            const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - SteadyClock::now()).count();
            if (rest <= 0) {
                // Where the look-up can't be called off, its thread still writes here: leave it the memory.
                if (::gai_cancel(list[0]) == EAI_NOTCANCELED) static_cast<void>(look_up.release());
                fail(address_, "the host's name can't be looked up in time");
            }
            const timespec pause{rest / 1000, rest % 1000 * 1'000'000};
            ::gai_suspend(list, 1, &pause);
        }
        if (::gai_error(list[0]) != 0 || look_up->request.ar_result == nullptr) fail(address_, "there is no host of this name");
        return look_up;
    }

    Socket connect(const Address& to) const {
        const auto found = look_up(to);
        int reason = 0;
        for (const addrinfo* at = found->request.ar_result; at != nullptr; at = at->ai_next) {
            Socket socket(::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, at->ai_protocol));
            if (socket.get() < 0) continue;
            if (::connect(socket.get(), at->ai_addr, at->ai_addrlen) == 0) return socket;
            reason = errno;
            if (reason != EINPROGRESS) continue;
            wait(socket, POLLOUT);
            socklen_t size = sizeof reason;
            if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &reason, &size) == 0 && reason == 0) return socket;
        }
        fail(address_, std::string("no connection: ") + std::strerror(reason));
    }

    void send(const Socket& socket, std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent >= 0) {
                bytes.remove_prefix(static_cast<std::size_t>(sent));
            } else if (errno == EAGAIN || errno == EINTR) {
                wait(socket, POLLOUT);
            } else {
                fail(address_, std::string("sending failed: ") + std::strerror(errno));
            }
        }
    }

    std::string receive(const Socket& socket) const {
        std::string answer;
        char buffer[16384];
        for (;;) {
            const ssize_t got = ::recv(socket.get(), buffer, sizeof buffer, 0);
            if (got == 0) return answer;
            if (got > 0) {
                if (answer.size() + static_cast<std::size_t>(got) > limits_.bytes) fail(address_, "the answer is too large", ErrorCode::limit_exceeded);
                answer.append(buffer, static_cast<std::size_t>(got));
                left();
            } else if (errno == EAGAIN || errno == EINTR) {
                wait(socket, POLLIN);
            } else {
                fail(address_, std::string("receiving failed: ") + std::strerror(errno));
            }
        }
    }

    const std::string& address_;
    NetworkLimits limits_;
    SteadyClock::time_point end_;
};

/// The value of a header field; empty where there is none.
std::string field(std::string_view head, std::string_view name) {
    const std::string all = base::ascii_lower(head);
    const auto at = all.find("\r\n" + std::string(name) + ':');
    if (at == std::string::npos) return {};
    const auto start = all.find_first_not_of(" \t", at + 3 + name.size());
    return all.substr(start, all.find("\r\n", start) - start);
}

std::size_t number(std::string_view digits, int base, const std::string& address) {
    std::size_t value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (end.ec != std::errc() || end.ptr == digits.data()) fail(address, "the answer is broken");
    return value;
}

std::string unchunked(std::string_view body, const std::string& address) {
    std::string out;
    for (;;) {
        const auto line = body.find("\r\n");
        if (line == std::string_view::npos) fail(address, "the answer is cut off");
        const std::size_t size = number(body.substr(0, line), 16, address);
        body.remove_prefix(line + 2);
        if (size == 0) return out;
        if (body.size() < 2 || size > body.size() - 2) fail(address, "the answer is cut off");
        out += body.substr(0, size);
        body.remove_prefix(size + 2);
    }
}

std::string host_field(const Address& to) {
    const std::string host = to.host.find(':') == std::string::npos ? to.host : '[' + to.host + ']';
    return to.port == "80" ? host : host + ':' + to.port;
}

}  // namespace

std::string body_of(std::string_view answer, const std::string& address) {
    const auto end = answer.find("\r\n\r\n");
    if (!answer.starts_with("HTTP/1.") || end == std::string_view::npos) fail(address, "the answer is no HTTP");
    const std::string_view head = answer.substr(0, end + 2), body = answer.substr(end + 4);
    const std::string status(head.substr(9, 3));
    if (status != "200") fail(address, "the answer is " + status);
    if (field(head, "transfer-encoding") == "chunked") return unchunked(body, address);
    const std::string length = field(head, "content-length");
    if (length.empty()) return std::string(body);
    const std::size_t size = number(length, 10, address);
    if (body.size() < size) fail(address, "the answer is cut off");
    return std::string(body.substr(0, size));
}

std::string HttpNetwork::get(const std::string& address) {
    const Address to = parse(address);
    const std::string request = "GET " + to.path + " HTTP/1.1\r\nHost: " + host_field(to) + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    return body_of(Exchange(address, limits_).run(to, request), address);
}

std::string HttpNetwork::post(const std::string& address, std::string_view media_type, std::string_view body) {
    const Address to = parse(address);
    std::string request = "POST " + to.path + " HTTP/1.1\r\nHost: " + host_field(to) + "\r\nContent-Type: ";
    request += media_type;
    request += "\r\nAccept: */*\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n";
    request += body;
    return body_of(Exchange(address, limits_).run(to, request), address);
}

}  // namespace irikteu::sign
