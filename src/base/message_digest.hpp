#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace irikteu::base {

/// A digest of any algorithm that OpenSSL offers, for strangers' files; what we issue uses Sha256. One thread.
class MessageDigest {
  public:
    /// `algorithm` in lower case without hyphens: "md5", "sha1", "sha256", "sha3512" … Throws Error(unsupported).
    explicit MessageDigest(const std::string& algorithm);
    ~MessageDigest();
    MessageDigest(MessageDigest&&) noexcept;
    MessageDigest& operator=(MessageDigest&&) noexcept;

    static bool knows(const std::string& algorithm);
    /// Digits of the digest in hexadecimal: 64 for SHA-256.
    std::size_t hex_digits() const;
    void update(std::string_view bytes);
    /// The digest in lower-case hexadecimal; the object starts afresh.
    std::string finish_hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::base
