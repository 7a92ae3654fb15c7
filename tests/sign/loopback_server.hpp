#pragma once

#include <functional>
#include <string>
#include <thread>

namespace irikteu::sign_test {

/// A tiny HTTP server on 127.0.0.1, one connection after the other, until it is destroyed.
class LoopbackServer {
  public:
    /// Gets path and body, gives the whole answer, head included.
    using Handler = std::function<std::string(const std::string& path, const std::string& body)>;
    explicit LoopbackServer(Handler handler);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    /// "http://127.0.0.1:PORT" and the path.
    std::string address(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  private:
    void serve();
    void answer(int connection) const;

    Handler handler_;
    int listener_ = -1;
    int port_ = 0;
    std::thread thread_;
};

/// A 200 answer with Content-Length.
std::string ok(const std::string& body);

}  // namespace irikteu::sign_test
