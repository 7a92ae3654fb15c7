#include "sign/signing_key.hpp"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

#include <mutex>

#include "sign/openssl.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kLeastRsaBits = 2048, kLeastEcBits = 256;

struct Contents {
    OwnedKey key;
    Owned<X509, X509_free> certificate;
    OwnedCertificates others;
};

enum class Opened { yes, wrong_password, needs_old_ciphers, no };

Opened open(PKCS12* file, const std::string& password, Contents& contents) {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const int opened = PKCS12_parse(file, password.c_str(), &key, &certificate, &others);
    contents.key.reset(key);
    contents.certificate.reset(certificate);
    contents.others.reset(others);
    if (opened == 1) return Opened::yes;
    Opened why = Opened::no;
    while (const unsigned long error = ERR_get_error()) {
        if (ERR_GET_LIB(error) == ERR_LIB_PKCS12 && ERR_GET_REASON(error) == PKCS12_R_MAC_VERIFY_FAILURE) why = Opened::wrong_password;
        const bool unknown = ERR_GET_REASON(error) == ERR_R_UNSUPPORTED || (ERR_GET_LIB(error) == ERR_LIB_EVP && ERR_GET_REASON(error) == EVP_R_UNSUPPORTED_ALGORITHM);
        if (unknown && why == Opened::no) why = Opened::needs_old_ciphers;
    }
    return why;
}

/// Files of older issuers are enciphered with 40-bit RC2, which OpenSSL 3 keeps apart.
void allow_old_ciphers() {
    static std::once_flag once;
    std::call_once(once, [] { OSSL_PROVIDER_try_load(nullptr, "legacy", 1); });
}

void require_strength(EVP_PKEY* key) {
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC) throw Error(ErrorCode::unsupported, "the key is neither RSA nor EC");
    const int least = kind == EVP_PKEY_RSA ? kLeastRsaBits : kLeastEcBits;
    if (EVP_PKEY_get_bits(key) < least) throw Error(ErrorCode::invalid, "the key has fewer than " + std::to_string(least) + " bits");
}

}  // namespace

SigningKey SigningKey::from_pkcs12(std::string_view bytes, std::string_view password, const std::string& file) {
    const base::SourcePosition where{file, 0, 0, {}};
    std::string_view rest;
    const Owned<PKCS12, PKCS12_free> parsed(from_der<PKCS12>(bytes, d2i_PKCS12, &rest));
    if (!parsed) throw Error(ErrorCode::malformed, "not a PKCS#12 file", where);
    std::string secret(password);
    Contents contents;
    Opened opened = open(parsed.get(), secret, contents);
    if (opened == Opened::needs_old_ciphers) {
        allow_old_ciphers();
        opened = open(parsed.get(), secret, contents);
    }
    OPENSSL_cleanse(secret.data(), secret.size());
    if (opened == Opened::wrong_password) throw Error(ErrorCode::usage, "the password does not open it", where);
    if (opened == Opened::needs_old_ciphers) throw Error(ErrorCode::unsupported, "the key or its cipher is of an unsupported algorithm", where);
    if (opened == Opened::no) throw Error(ErrorCode::malformed, "its contents can't be read", where);
    if (!contents.key || !contents.certificate) throw Error(ErrorCode::invalid, "it holds no private key with its certificate", where);
    try {
        require_strength(contents.key.get());
    } catch (const Error& error) {
        throw Error(error.code(), error.message(), where);
    }
    SigningKey result({contents.key.release(), EVP_PKEY_free}, Certificate(contents.certificate.get()));
    std::vector<Certificate> pool;
    for (int i = 0; i < sk_X509_num(contents.others.get()); ++i) pool.emplace_back(sk_X509_value(contents.others.get(), i));
    result.issuers_ = issuers_of(result.certificate_, pool);
    result.issuers_.erase(result.issuers_.begin());
    return result;
}

std::string SigningKey::sign(std::string_view bytes) const {
    const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    std::string signature(signature_size(), '\0');
    std::size_t size = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, handle()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, data_of(bytes), bytes.size()) != 1) {
        refuse(ErrorCode::environment, "the key did not sign");
    }
    signature.resize(size);
    return signature;
}

std::size_t SigningKey::signature_size() const { return static_cast<std::size_t>(EVP_PKEY_get_size(handle())); }

}  // namespace irikteu::sign
