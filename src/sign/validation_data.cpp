#include "sign/validation_data.hpp"

#include <openssl/pem.h>

#include <algorithm>

#include "base/error.hpp"
#include "sign/openssl.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMostFileBytes = 64u << 20;
constexpr std::size_t kMostAddresses = 4;  ///< Of one certificate.
constexpr int kMostIssuers = 6;

using OwnedAnswer = Owned<OCSP_RESPONSE, OCSP_RESPONSE_free>;

void add_bytes(std::vector<std::string>& list, std::string bytes) {
    if (std::find(list.begin(), list.end(), bytes) == list.end()) list.push_back(std::move(bytes));
}

std::string crl_of(std::string_view bytes) {
    std::string_view rest;
    const OwnedCrl crl(from_der<X509_CRL>(bytes, d2i_X509_CRL, &rest));
    return crl && rest.empty() ? der_of(crl.get(), i2d_X509_CRL) : std::string();
}

std::string answer_of(std::string_view bytes) {
    std::string_view rest;
    const OwnedAnswer answer(from_der<OCSP_RESPONSE>(bytes, d2i_OCSP_RESPONSE, &rest));
    if (!answer || !rest.empty() || OCSP_response_status(answer.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL) return {};
    return der_of(answer.get(), i2d_OCSP_RESPONSE);
}

void add_pem(std::string_view text, ValidationData& data) {
    const OwnedBio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    while (X509_CRL* crl = PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr)) {
        const OwnedCrl owner(crl);
        add_bytes(data.crls, der_of(crl, i2d_X509_CRL));
    }
    latest_failure();
}

std::string ocsp_request(const Certificate& certificate, const Certificate& issuer) {
    const Owned<OCSP_REQUEST, OCSP_REQUEST_free> request(OCSP_REQUEST_new());
    OCSP_CERTID* id = OCSP_cert_to_id(EVP_sha1(), certificate.handle(), issuer.handle());  // The one that every responder knows.
    if (id == nullptr || OCSP_request_add0_id(request.get(), id) == nullptr) refuse(ErrorCode::environment, "an OCSP request can't be made");
    return der_of(request.get(), i2d_OCSP_REQUEST);
}

}  // namespace

void ValidationData::add(const ValidationData& more) {
    add_certificates(certificates, more.certificates);
    for (const std::string& crl : more.crls) add_bytes(crls, crl);
    for (const std::string& answer : more.ocsp_answers) add_bytes(ocsp_answers, answer);
}

void ValidationData::add_file(const base::Disk& disk, const std::string& path) {
    const std::string bytes = disk.read(path, kMostFileBytes);
    if (bytes.find("-----BEGIN CERTIFICATE-----") != std::string::npos) {
        add_certificates(certificates, Certificate::read(bytes, path));
    }
    if (bytes.find("-----BEGIN X509 CRL-----") != std::string::npos) {
        add_pem(bytes, *this);
    }
    if (bytes.find("-----BEGIN") != std::string::npos) return;
    if (std::string crl = crl_of(bytes); !crl.empty()) return add_bytes(crls, std::move(crl));
    if (std::string answer = answer_of(bytes); !answer.empty()) return add_bytes(ocsp_answers, std::move(answer));
    add_certificates(certificates, Certificate::read(bytes, path));
}

void fetch_revocation(const Certificate& certificate, const Certificate& issuer, Network& network, ValidationData& data) {
    std::string failures;
    std::size_t asked = 0;
    const auto attempt = [&](const std::string& address, auto&& ask) {
        if (++asked > kMostAddresses) return false;
        try {
            if (ask()) return true;
            failures += "; " + address + ": not an answer of the kind";
        } catch (const Error& error) {
            failures += std::string("; ") + error.what();
        }
        return false;
    };
    for (const std::string& address : certificate.ocsp_addresses()) {
        const bool got = attempt(address, [&] {
            std::string answer = answer_of(network.post(address, "application/ocsp-request", ocsp_request(certificate, issuer)));
            if (answer.empty()) return false;
            add_bytes(data.ocsp_answers, std::move(answer));
            return true;
        });
        if (got) return;
    }
    for (const std::string& address : certificate.crl_addresses()) {
        const bool got = attempt(address, [&] {
            std::string crl = crl_of(network.get(address));
            if (crl.empty()) return false;
            add_bytes(data.crls, std::move(crl));
            return true;
        });
        if (got) return;
    }
    throw Error(ErrorCode::environment, failures.empty() ? "the certificate of " + certificate.common_name() + " names no http address for its revocation"
                                                         : "no answer about revocation" + failures);
}

void fetch_issuers(const Certificate& leaf, Network& network, std::vector<Certificate>& pool) {
    for (int fetched = 0; fetched < kMostIssuers; ++fetched) {
        const Certificate last = issuers_of(leaf, pool).back();
        if (last.self_issued()) return;
        const auto addresses = last.issuer_addresses();
        if (addresses.empty()) return;
        const std::size_t before = pool.size();
        add_certificates(pool, Certificate::read(network.get(addresses.front()), addresses.front()));
        if (pool.size() == before) return;
    }
}

}  // namespace irikteu::sign
