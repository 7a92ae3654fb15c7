#include "base/message_digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <map>

#include "base/error.hpp"

namespace irikteu::base {

namespace {

/// OpenSSL's algorithm for a name without hyphens; null where there is none. Names of other kinds of function (XOF,
/// DSA aliases) are not asked for.
const EVP_MD* algorithm_of(const std::string& name) {
    static const std::map<std::string, const EVP_MD* (*)()> kAlgorithms = {
        {"md5", EVP_md5},           {"sha1", EVP_sha1},         {"sha224", EVP_sha224},     {"sha256", EVP_sha256},
        {"sha384", EVP_sha384},     {"sha512", EVP_sha512},     {"sha3224", EVP_sha3_224},  {"sha3256", EVP_sha3_256},
        {"sha3384", EVP_sha3_384},  {"sha3512", EVP_sha3_512},  {"sha512256", EVP_sha512_256},
        {"blake2b512", EVP_blake2b512}, {"blake2s256", EVP_blake2s256}};
    const auto found = kAlgorithms.find(name);
    return found == kAlgorithms.end() ? nullptr : found->second();
}

}  // namespace

struct MessageDigest::State {
    const EVP_MD* algorithm = nullptr;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
    void start() {
        if (EVP_DigestInit_ex(context, algorithm, nullptr) != 1) {
            throw Error(ErrorCode::unsupported, "this digest is switched off in OpenSSL");
        }
    }
};

MessageDigest::MessageDigest(const std::string& algorithm) : state_(std::make_unique<State>()) {
    state_->algorithm = algorithm_of(algorithm);
    if (!state_->algorithm) throw Error(ErrorCode::unsupported, "the digest algorithm " + algorithm + " is not known");
    state_->start();
}
MessageDigest::~MessageDigest() = default;
MessageDigest::MessageDigest(MessageDigest&&) noexcept = default;
MessageDigest& MessageDigest::operator=(MessageDigest&&) noexcept = default;

bool MessageDigest::knows(const std::string& algorithm) { return algorithm_of(algorithm) != nullptr; }

std::size_t MessageDigest::hex_digits() const { return 2 * static_cast<std::size_t>(EVP_MD_get_size(state_->algorithm)); }

void MessageDigest::update(std::string_view bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

std::string MessageDigest::finish_hex() {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(state_->context, value.data(), &size);
    state_->start();
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += kDigits[value[i] >> 4];
        hex += kDigits[value[i] & 15];
    }
    return hex;
}

}  // namespace irikteu::base
