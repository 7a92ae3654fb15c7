#include "sign/trust_store.hpp"

#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "base/error.hpp"
#include "sign/openssl.hpp"

namespace irikteu::sign {

namespace {

constexpr std::uint64_t kMostTrustBytes = 16u << 20;
constexpr int kAuthLevel = 2;  // RSA from 2048 bits, no SHA-1.
constexpr int kDepth = 10;

bool looks_like_certificates(const std::string& name) { return name.ends_with(".pem") || name.ends_with(".crt") || name.ends_with(".cer"); }

/// What RFC 5280 and the purpose demand of the leaf beyond what OpenSSL's path checks look at.
Check check_usage(const Certificate& leaf, Purpose purpose) {
    X509* certificate = leaf.handle();
    if ((X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) != 0 && (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
        return invalid("the certificate's key usage does not allow signatures");
    }
    if (purpose == Purpose::time_stamping && X509_check_purpose(certificate, X509_PURPOSE_TIMESTAMP_SIGN, 0) != 1) {
        return invalid("the certificate is not one for time stamping");
    }
    return valid();
}

bool no_path(int error) {
    return error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT || error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY ||
           error == X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN || error == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT ||
           error == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE || error == X509_V_ERR_CERT_UNTRUSTED;
}

/// Carries on behind an expired certificate, to learn whether there is anything worse.
int note_expiry(int ok, X509_STORE_CTX* context) {
    if (ok == 1 || X509_STORE_CTX_get_error(context) != X509_V_ERR_CERT_HAS_EXPIRED) return ok;
    *static_cast<bool*>(X509_STORE_CTX_get_app_data(context)) = true;
    return 1;
}

std::vector<Certificate> chain_of(X509_STORE_CTX* context) {
    std::vector<Certificate> chain;
    const STACK_OF(X509)* found = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; i < sk_X509_num(found); ++i) chain.emplace_back(sk_X509_value(found, i));
    return chain;
}

}  // namespace

void TrustStore::add(const base::Disk& disk, const std::string& path) {
    if (!disk.is_folder(path)) {
        add_certificates(anchors, Certificate::read(disk.read(path, kMostTrustBytes), path));
        return;
    }
    bool any = false;
    for (const base::DirectoryEntry& entry : disk.list(path)) {
        if (entry.kind != base::DirectoryEntry::Kind::file || !looks_like_certificates(entry.name)) continue;
        add(disk, base::join_path(path, entry.name));
        any = true;
    }
    if (!any) throw base::Error(base::ErrorCode::unreadable_file, "no .pem, .crt or .cer in the folder of trusted certificates", {path, 0, 0, {}});
}

Path find_path(const Certificate& leaf, const std::vector<Certificate>& pool, const TrustStore& trust, base::Moment at, Purpose purpose) {
    Path path;
    if (trust.anchors.empty()) {
        path.certificates = issuers_of(leaf, pool);
        path.check = not_checked("no trusted certificates were given");
        return path;
    }
    const Owned<X509_STORE, X509_STORE_free> store(X509_STORE_new());
    for (const Certificate& anchor : trust.anchors) X509_STORE_add_cert(store.get(), anchor.handle());
    const CertificateList untrusted(sk_X509_new_null());
    for (const Certificate& certificate : pool) sk_X509_push(untrusted.get(), certificate.handle());
    const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(X509_STORE_CTX_new());
    if (X509_STORE_CTX_init(context.get(), store.get(), leaf.handle(), untrusted.get()) != 1) refuse(base::ErrorCode::environment, "a certificate can't be checked");
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, at.seconds);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);  // Every anchor is trusted, root or not.
    X509_VERIFY_PARAM_set_depth(parameters, kDepth);
    X509_VERIFY_PARAM_set_auth_level(parameters, kAuthLevel);
    bool expired = false;
    X509_STORE_CTX_set_app_data(context.get(), &expired);
    X509_STORE_CTX_set_verify_cb(context.get(), note_expiry);
    const bool sound = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    latest_failure();
    path.certificates = chain_of(context.get());
    if (path.certificates.empty()) path.certificates = issuers_of(leaf, pool);
    path.expired_only = sound && expired;
    if (!sound && no_path(error)) {
        path.check = not_checked("no path to a trusted certificate");
    } else if (!sound) {
        path.check = invalid(X509_verify_cert_error_string(error));
    } else if (const Check usage = check_usage(leaf, purpose); usage.answer != Answer::valid) {
        path.check = usage;
        path.expired_only = false;
    } else if (expired) {
        path.check = invalid("a certificate had expired at " + at.iso());
    } else {
        path.check = valid("to " + path.certificates.back().common_name());
    }
    return path;
}

}  // namespace irikteu::sign
