#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace irikteu::sign {

struct NetworkLimits {
    std::chrono::milliseconds time{15'000};  ///< For one whole exchange, the name's look-up included.
    std::size_t bytes = 16u << 20;           ///< Of one answer, its head included.
};

/// How time stamps, revocation answers and certificates come in. Failures are Error(environment): nobody there, too slow, an answer
/// other than 200; limit_exceeded where the answer is too large.
class Network {
  public:
    virtual ~Network() = default;
    virtual std::string get(const std::string& address) = 0;
    virtual std::string post(const std::string& address, std::string_view media_type, std::string_view body) = 0;
};

/// Plain HTTP/1.1 (RFC 9112) over TCP, a connection an exchange, for addresses that begin with http://: what is fetched is signed anyway.
/// Follows no redirections. Throws Error(unsupported) for any other address, before anything is sent.
class HttpNetwork final : public Network {
  public:
    explicit HttpNetwork(NetworkLimits limits = {}) : limits_(limits) {}
    std::string get(const std::string& address) override;
    std::string post(const std::string& address, std::string_view media_type, std::string_view body) override;

  private:
    NetworkLimits limits_;
};

/// The body of a complete HTTP answer. Throws Error(environment) where the status is not 200 or the answer is broken or cut off.
std::string body_of(std::string_view answer, const std::string& address);

}  // namespace irikteu::sign
