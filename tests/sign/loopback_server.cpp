#include "loopback_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace irikteu::sign_test {

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&at), size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size) != 0) {
        throw std::runtime_error("no loopback server");
    }
    port_ = ntohs(at.sin_port);
    thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
}

void LoopbackServer::serve() {
    for (;;) {
        const int connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0) return;
        answer(connection);
        ::close(connection);
    }
}

void LoopbackServer::answer(int connection) const {
    std::string request;
    char buffer[4096];
    const auto complete = [&] {
        const auto end = request.find("\r\n\r\n");
        if (end == std::string::npos) return false;
        const auto length = request.find("Content-Length: ");
        return length == std::string::npos || request.size() >= end + 4 + std::stoul(request.substr(length + 16));
    };
    while (!complete()) {
        pollfd waiting{connection, POLLIN, 0};
        const ssize_t got = ::poll(&waiting, 1, 5000) == 1 ? ::recv(connection, buffer, sizeof buffer, 0) : 0;
        if (got <= 0) return;
        request.append(buffer, static_cast<std::size_t>(got));
    }
    const auto path = request.find(' ') + 1;
    std::string reply;
    try {
        reply = handler_(request.substr(path, request.find(' ', path) - path), request.substr(request.find("\r\n\r\n") + 4));
    } catch (const std::exception&) {
        reply = "HTTP/1.1 500 Broken\r\n\r\n";
    }
    for (std::size_t sent = 0; sent < reply.size();) {
        const ssize_t n = ::send(connection, reply.data() + sent, reply.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) return;
        sent += static_cast<std::size_t>(n);
    }
}

std::string ok(const std::string& body) { return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body; }

}  // namespace irikteu::sign_test
