#include "sign/certificate.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "sign/openssl.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kLongestPath = 16;

void free_bignum(BIGNUM* number) { BN_free(number); }
void free_access(AUTHORITY_INFO_ACCESS* access) { AUTHORITY_INFO_ACCESS_free(access); }
void free_points(CRL_DIST_POINTS* points) { CRL_DIST_POINTS_free(points); }

std::string text_of(const X509_NAME* name) {
    const OwnedBio bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

/// Whether a character in UTF-8 at `i` could change how its neighbours are shown: controls, U+200B to U+200F, U+202A to U+202E,
/// U+2060 to U+206F, U+FEFF. Moves `i` behind it.
bool invisible(std::string_view text, std::size_t& i) {
    const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
    const unsigned first = byte(i);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const unsigned second = byte(i + 1), third = byte(i + 2);
    i = std::min(i + length, text.size());
    if (length == 1) return first < 0x20 || first == 0x7f;
    if (length == 2) return first == 0xc2 && second < 0xa0;
    if (length != 3) return false;
    if (first == 0xe2 && second == 0x80) return (third >= 0x8b && third <= 0x8f) || (third >= 0xa8 && third <= 0xae);
    if (first == 0xe2 && second == 0x81) return third >= 0xa0 && third <= 0xaf;
    return first == 0xef && second == 0xbb && third == 0xbf;
}

std::string visible(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        if (!invisible(text, i)) out += text.substr(start, i - start);
    }
    return out;
}

void add_address(std::vector<std::string>& addresses, const GENERAL_NAME* name) {
    if (name->type != GEN_URI) return;
    const auto* uri = name->d.uniformResourceIdentifier;
    std::string address(reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)), static_cast<std::size_t>(ASN1_STRING_length(uri)));
    if (address.starts_with("http://")) addresses.push_back(std::move(address));
}

std::vector<std::string> access_addresses(X509* certificate, int method) {
    std::vector<std::string> addresses;
    const Owned<AUTHORITY_INFO_ACCESS, free_access> access(
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const auto* description = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        if (OBJ_obj2nid(description->method) == method) add_address(addresses, description->location);
    }
    return addresses;
}

/// The last value of a part of a name, as people should see it; empty where it has none.
std::string part_of(const X509_NAME* name, int part) {
    int last = -1;
    for (int i = -1; (i = X509_NAME_get_index_by_NID(name, part, i)) >= 0;) last = i;
    if (last < 0) return {};
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
    const Owned<unsigned char, free_buffer> owner(utf8);
    return size < 0 ? std::string() : visible({reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(size)});
}

std::shared_ptr<X509> share(X509* handle) { return {handle, X509_free}; }

}  // namespace

Certificate::Certificate(x509_st* handle) {
    X509_up_ref(handle);
    handle_ = share(handle);
    der_ = sign::der_of(handle, i2d_X509);
}

Certificate Certificate::from_der(std::string_view der) {
    std::string_view rest;
    const Owned<X509, X509_free> certificate(sign::from_der<X509>(der, d2i_X509, &rest));
    if (!certificate || !rest.empty()) throw Error(ErrorCode::malformed, "not an X.509 certificate");
    return Certificate(certificate.get());
}

std::vector<Certificate> Certificate::read(std::string_view bytes, const std::string& file) {
    std::vector<Certificate> certificates;
    if (bytes.find("-----BEGIN") == std::string_view::npos) {
        try {
            certificates.push_back(from_der(bytes));
            return certificates;
        } catch (const Error& error) {
            throw Error(error.code(), error.message(), {file, 0, 0, {}});
        }
    }
    const OwnedBio bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    while (X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        const Owned<X509, X509_free> owner(certificate);
        certificates.emplace_back(certificate);
    }
    const std::string reason = latest_failure();
    if (certificates.empty() || BIO_ctrl_pending(bio.get()) != 0) {
        throw Error(ErrorCode::malformed, certificates.empty() ? "no certificate in it" : "a certificate in it is broken (" + reason + ")", {file, 0, 0, {}});
    }
    return certificates;
}

std::string Certificate::common_name() const {
    const std::string name = part_of(X509_get_subject_name(handle()), NID_commonName);
    return name.empty() ? visible(subject()) : name;
}

std::string Certificate::surname() const { return part_of(X509_get_subject_name(handle()), NID_surname); }
std::string Certificate::given_name() const { return part_of(X509_get_subject_name(handle()), NID_givenName); }

std::string Certificate::subject() const { return text_of(X509_get_subject_name(handle())); }
std::string Certificate::issuer() const { return text_of(X509_get_issuer_name(handle())); }

std::string Certificate::serial_number() const {
    const Owned<BIGNUM, free_bignum> number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(handle()), nullptr));
    char* digits = number ? BN_bn2hex(number.get()) : nullptr;
    const Owned<unsigned char, free_buffer> owner(reinterpret_cast<unsigned char*>(digits));
    return digits != nullptr ? digits : "";
}

base::Moment Certificate::not_before() const { return moment_of(X509_get0_notBefore(handle())); }
base::Moment Certificate::not_after() const { return moment_of(X509_get0_notAfter(handle())); }

bool Certificate::self_issued() const { return X509_NAME_cmp(X509_get_subject_name(handle()), X509_get_issuer_name(handle())) == 0; }

bool Certificate::names_as_issuer(const Certificate& other) const { return X509_check_issued(other.handle(), handle()) == X509_V_OK; }

std::vector<std::string> Certificate::crl_addresses() const {
    std::vector<std::string> addresses;
    const Owned<CRL_DIST_POINTS, free_points> points(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(handle(), NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const auto* point = sk_DIST_POINT_value(points.get(), i);
        if (point->distpoint == nullptr || point->distpoint->type != 0) continue;
        const auto* names = point->distpoint->name.fullname;
        for (int k = 0; k < sk_GENERAL_NAME_num(names); ++k) add_address(addresses, sk_GENERAL_NAME_value(names, k));
    }
    return addresses;
}

std::vector<std::string> Certificate::ocsp_addresses() const { return access_addresses(handle(), NID_ad_OCSP); }
std::vector<std::string> Certificate::issuer_addresses() const { return access_addresses(handle(), NID_ad_ca_issuers); }

std::vector<Certificate> issuers_of(const Certificate& leaf, const std::vector<Certificate>& pool) {
    std::vector<Certificate> path{leaf};
    while (!path.back().self_issued() && path.size() < kLongestPath) {
        const auto issuer = std::find_if(pool.begin(), pool.end(), [&](const Certificate& candidate) {
            return path.back().names_as_issuer(candidate) && std::find(path.begin(), path.end(), candidate) == path.end();
        });
        if (issuer == pool.end()) break;
        path.push_back(*issuer);
    }
    return path;
}

void add_certificates(std::vector<Certificate>& pool, const std::vector<Certificate>& more) {
    for (const Certificate& certificate : more) {
        if (std::find(pool.begin(), pool.end(), certificate) == pool.end()) pool.push_back(certificate);
    }
}

}  // namespace irikteu::sign
