#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace irikteu::base {

/// A SHA-256 digest (FIPS 180-4): 32 bytes.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Digest&) const = default;
    /// 64 lower-case hexadecimal digits.
    std::string hex() const;
    /// Reads 64 hexadecimal digits of either case; throws Error(malformed) on anything else.
    static Digest from_hex(std::string_view hex);
};

/// SHA-256 of the bytes.
Digest sha256(std::string_view bytes);

/// SHA-256 of a message that arrives in pieces.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(std::string_view bytes);
    /// The digest of everything so far; the object starts afresh.
    Digest finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::base
