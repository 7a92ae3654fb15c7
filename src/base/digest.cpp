#include "base/digest.hpp"

// The plain functions, which OpenSSL 3 deprecates: EVP would first load configuration and providers, which costs a short
// run more than all its digests.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include "base/ascii.hpp"
#include "base/error.hpp"

namespace irikteu::base {

std::string Digest::hex() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

Digest Digest::from_hex(std::string_view hex) {
    if (hex.size() != 64) throw Error(ErrorCode::malformed, "a SHA-256 digest has 64 hexadecimal digits");
    Digest digest;
    for (std::size_t i = 0; i < 32; ++i) {
        const int high = hexadecimal(hex[2 * i]);
        const int low = hexadecimal(hex[2 * i + 1]);
        if (high < 0 || low < 0) throw Error(ErrorCode::malformed, "a SHA-256 digest has 64 hexadecimal digits");
        digest.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return digest;
}

struct Sha256::State {
    SHA256_CTX context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256_Init(&state_->context); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) { SHA256_Update(&state_->context, bytes.data(), bytes.size()); }

Digest Sha256::finish() {
    Digest digest;
    SHA256_Final(digest.bytes.data(), &state_->context);
    SHA256_Init(&state_->context);
    return digest;
}

Digest sha256(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

}  // namespace irikteu::base
