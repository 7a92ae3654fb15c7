#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/error.hpp"

/// Owners of OpenSSL's objects and the few conversions that everything here needs. For this folder's sources only: the public
/// headers name no OpenSSL type but as a forward declaration.
namespace irikteu::sign {

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freeing<Free>>;

inline void free_certificates(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }
inline void free_certificate_list(STACK_OF(X509) * stack) { sk_X509_free(stack); }
inline void free_crls(STACK_OF(X509_CRL) * stack) { sk_X509_CRL_pop_free(stack, X509_CRL_free); }
inline void free_buffer(unsigned char* buffer) { OPENSSL_free(buffer); }

using OwnedCertificates = Owned<STACK_OF(X509), free_certificates>;  ///< With its certificates.
using CertificateList = Owned<STACK_OF(X509), free_certificate_list>;  ///< The list only.
using OwnedCrl = Owned<X509_CRL, X509_CRL_free>;
using OwnedCms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using OwnedBio = Owned<BIO, BIO_free_all>;
using OwnedKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using OwnedTstInfo = Owned<TS_TST_INFO, TS_TST_INFO_free>;

inline const unsigned char* data_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// DER of an object, by its i2d function. Throws Error(malformed) where OpenSSL can't encode it.
template <class T, class Encode>
std::string der_of(T* object, Encode encode) {
    unsigned char* buffer = nullptr;
    const int size = encode(object, &buffer);
    const Owned<unsigned char, free_buffer> owner(buffer);
    if (size < 0) throw base::Error(base::ErrorCode::malformed, "an ASN.1 object can't be encoded");
    return {reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size)};
}

/// An object from DER, by its d2i function; null where the bytes are none. `rest`, if given, gets what follows it; without it
/// nothing may follow.
template <class T, class Decode>
T* from_der(std::string_view der, Decode decode, std::string_view* rest = nullptr);

/// The reason of OpenSSL's latest failure in words, and forgets it.
std::string latest_failure();
/// Throws Error(code) with the message and OpenSSL's reason.
[[noreturn]] void refuse(base::ErrorCode code, const std::string& message);

/// Seconds since 1970 in UTC. Throws Error(malformed) where it is no time.
base::Moment moment_of(const ASN1_TIME* time);
/// An object identifier: its short name, or its dotted numbers where it has none.
std::string name_of(const ASN1_OBJECT* object);

template <class T, class Decode>
T* from_der(std::string_view der, Decode decode, std::string_view* rest) {
    const unsigned char* position = data_of(der);
    T* object = decode(nullptr, &position, static_cast<long>(der.size()));
    if (object == nullptr) {
        latest_failure();
        return nullptr;
    }
    if (rest != nullptr) *rest = der.substr(static_cast<std::size_t>(position - data_of(der)));
    return object;
}

}  // namespace irikteu::sign
