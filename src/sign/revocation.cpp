#include "sign/revocation.hpp"

#include <openssl/x509v3.h>

#include <algorithm>
#include <optional>

#include "sign/openssl.hpp"

namespace irikteu::sign {

namespace {

/// How old an answer without an end may be and still count as of now.
constexpr std::int64_t kFreshSeconds = 3600;

using OwnedBasic = Owned<OCSP_BASICRESP, OCSP_BASICRESP_free>;
void free_issuing_point(ISSUING_DIST_POINT* point) { ISSUING_DIST_POINT_free(point); }
void free_points(CRL_DIST_POINTS* points) { CRL_DIST_POINTS_free(points); }
void free_extended_usage(EXTENDED_KEY_USAGE* usage) { EXTENDED_KEY_USAGE_free(usage); }
void free_id(OCSP_CERTID* id) { OCSP_CERTID_free(id); }

std::string who(const Certificate& certificate) { return certificate.common_name() + " (" + certificate.serial_number() + ")"; }

/// Whether an answer of these times says anything about the moment.
bool speaks_of(base::Moment at, base::Moment this_update, const std::optional<base::Moment>& next_update, const Certificate& certificate) {
    // An authority may forget what has expired: an answer made after the certificate's end proves nothing.
    if (this_update > certificate.not_after()) return false;
    if (this_update.seconds >= at.seconds) return true;
    if (next_update) return at.seconds <= next_update->seconds;
    return at.seconds <= this_update.seconds + kFreshSeconds;
}

Check verdict(const Certificate& certificate, const std::optional<base::Moment>& revoked, base::Moment at, const std::string& source) {
    if (!revoked) return valid(source + ": " + who(certificate) + " not revoked");
    if (revoked->seconds > at.seconds) return valid(source + ": " + who(certificate) + " revoked only later, at " + revoked->iso());
    return invalid("the certificate of " + who(certificate) + " was revoked at " + revoked->iso() + " (" + source + ")");
}

std::optional<base::Moment> moment_or_none(const ASN1_TIME* time) {
    if (time == nullptr) return std::nullopt;
    return moment_of(time);
}

// --- CRLs -----------------------------------------------------------------------------------------------------------

bool same_name(const GENERAL_NAMES* a, const GENERAL_NAMES* b) {
    for (int i = 0; i < sk_GENERAL_NAME_num(a); ++i) {
        for (int k = 0; k < sk_GENERAL_NAME_num(b); ++k) {
            if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(a, i), sk_GENERAL_NAME_value(b, k)) == 0) return true;
        }
    }
    return false;
}

/// A CRL for some of an authority's certificates must be for this one (RFC 5280, 6.3.3 b).
bool covers(const ISSUING_DIST_POINT* point, const Certificate& certificate) {
    if (point->onlyattr > 0 || point->indirectCRL > 0 || point->onlysomereasons != nullptr) return false;
    const bool authority = X509_check_ca(certificate.handle()) != 0;
    if ((point->onlyuser > 0 && authority) || (point->onlyCA > 0 && !authority)) return false;
    if (point->distpoint == nullptr) return true;
    if (point->distpoint->type != 0) return false;
    const Owned<CRL_DIST_POINTS, free_points> own(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate.handle(), NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; own && i < sk_DIST_POINT_num(own.get()); ++i) {
        const DIST_POINT_NAME* name = sk_DIST_POINT_value(own.get(), i)->distpoint;
        if (name != nullptr && name->type == 0 && same_name(name->name.fullname, point->distpoint->name.fullname)) return true;
    }
    return false;
}

bool usable(X509_CRL* crl, const Certificate& certificate) {
    for (int i = 0; i < X509_CRL_get_ext_count(crl); ++i) {
        X509_EXTENSION* extension = X509_CRL_get_ext(crl, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (nid == NID_delta_crl) return false;
        if (nid != NID_issuing_distribution_point) {
            if (X509_EXTENSION_get_critical(extension) != 0) return false;
            continue;
        }
        const Owned<ISSUING_DIST_POINT, free_issuing_point> point(static_cast<ISSUING_DIST_POINT*>(X509V3_EXT_d2i(extension)));
        if (!point || !covers(point.get(), certificate)) return false;
    }
    return true;
}

bool signed_by(X509_CRL* crl, const Certificate& issuer) {
    if (X509_NAME_cmp(X509_CRL_get_issuer(crl), X509_get_subject_name(issuer.handle())) != 0) return false;
    if ((X509_get_extension_flags(issuer.handle()) & EXFLAG_KUSAGE) != 0 && (X509_get_key_usage(issuer.handle()) & KU_CRL_SIGN) == 0) return false;
    EVP_PKEY* key = X509_get0_pubkey(issuer.handle());
    const bool good = key != nullptr && X509_CRL_verify(crl, key) == 1;
    if (!good) latest_failure();
    return good;
}

std::optional<Check> by_crl(const std::string& der, const Certificate& certificate, const Certificate& issuer, base::Moment at) {
    const OwnedCrl crl(from_der<X509_CRL>(der, d2i_X509_CRL));
    if (!crl || !signed_by(crl.get(), issuer) || !usable(crl.get(), certificate)) return std::nullopt;
    const auto this_update = moment_of(X509_CRL_get0_lastUpdate(crl.get()));
    if (!speaks_of(at, this_update, moment_or_none(X509_CRL_get0_nextUpdate(crl.get())), certificate)) return std::nullopt;
    X509_REVOKED* entry = nullptr;
    std::optional<base::Moment> revoked;
    if (X509_CRL_get0_by_cert(crl.get(), &entry, certificate.handle()) == 1) revoked = moment_of(X509_REVOKED_get0_revocationDate(entry));
    return verdict(certificate, revoked, at, "CRL of " + this_update.iso());
}

// --- OCSP -----------------------------------------------------------------------------------------------------------

bool certified_for_ocsp(const Certificate& responder) {
    const Owned<EXTENDED_KEY_USAGE, free_extended_usage> usage(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(responder.handle(), NID_ext_key_usage, nullptr, nullptr)));
    for (int i = 0; usage && i < sk_ASN1_OBJECT_num(usage.get()); ++i) {
        if (OBJ_obj2nid(sk_ASN1_OBJECT_value(usage.get(), i)) == NID_OCSP_sign) return true;
    }
    return false;
}

/// The issuer itself, or whom it certified for this (RFC 6960, 4.2.2.2).
bool may_answer(const Certificate& responder, const Certificate& issuer, base::Moment produced) {
    if (responder == issuer) return true;
    EVP_PKEY* key = X509_get0_pubkey(issuer.handle());
    const bool good = key != nullptr && responder.names_as_issuer(issuer) && X509_verify(responder.handle(), key) == 1 && certified_for_ocsp(responder) &&
                      responder.not_before() <= produced && produced <= responder.not_after();
    if (!good) latest_failure();
    return good;
}

bool signed_by_responder(OCSP_BASICRESP* basic, const Certificate& issuer, const std::vector<Certificate>& pool) {
    const CertificateList extra(sk_X509_new_null());
    sk_X509_push(extra.get(), issuer.handle());
    for (const Certificate& certificate : pool) sk_X509_push(extra.get(), certificate.handle());
    X509* signer = nullptr;
    if (OCSP_resp_get0_signer(basic, &signer, extra.get()) != 1 || signer == nullptr) {
        latest_failure();
        return false;
    }
    if (!may_answer(Certificate(signer), issuer, moment_of(OCSP_resp_get0_produced_at(basic)))) return false;
    const bool good = OCSP_basic_verify(basic, extra.get(), nullptr, OCSP_NOVERIFY) == 1;
    if (!good) latest_failure();
    return good;
}

bool about(const OCSP_SINGLERESP* single, const Certificate& certificate, const Certificate& issuer) {
    auto* id = const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single));
    ASN1_OBJECT* algorithm = nullptr;
    OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, id);
    const EVP_MD* digest = EVP_get_digestbyobj(algorithm);
    if (digest == nullptr) return false;
    const Owned<OCSP_CERTID, free_id> own(OCSP_cert_to_id(digest, certificate.handle(), issuer.handle()));
    return own && OCSP_id_cmp(own.get(), id) == 0;
}

std::optional<Check> by_single(OCSP_SINGLERESP* single, const Certificate& certificate, base::Moment at) {
    int reason = 0;
    ASN1_GENERALIZEDTIME *revoked = nullptr, *this_update = nullptr, *next_update = nullptr;
    const int status = OCSP_single_get0_status(single, &reason, &revoked, &this_update, &next_update);
    if (!speaks_of(at, moment_of(this_update), moment_or_none(next_update), certificate)) return std::nullopt;
    const std::string source = "OCSP answer of " + moment_of(this_update).iso();
    if (status == V_OCSP_CERTSTATUS_GOOD) return verdict(certificate, std::nullopt, at, source);
    if (status == V_OCSP_CERTSTATUS_REVOKED) return verdict(certificate, moment_of(revoked), at, source);
    return std::nullopt;
}

std::optional<Check> by_ocsp(const std::string& der, const Certificate& certificate, const Certificate& issuer, base::Moment at, const std::vector<Certificate>& pool) {
    const Owned<OCSP_RESPONSE, OCSP_RESPONSE_free> answer(from_der<OCSP_RESPONSE>(der, d2i_OCSP_RESPONSE));
    const OwnedBasic basic(answer ? OCSP_response_get1_basic(answer.get()) : nullptr);
    if (!basic) {
        latest_failure();
        return std::nullopt;
    }
    for (int i = 0; i < OCSP_resp_count(basic.get()); ++i) {
        OCSP_SINGLERESP* single = OCSP_resp_get0(basic.get(), i);
        if (!about(single, certificate, issuer)) continue;
        if (!signed_by_responder(basic.get(), issuer, pool)) return std::nullopt;
        return by_single(single, certificate, at);
    }
    return std::nullopt;
}

}  // namespace

Check check_revocation(const Certificate& certificate, const Certificate& issuer, base::Moment at, const ValidationData& data) {
    std::optional<Check> best;
    const auto consider = [&](std::optional<Check> found) {
        if (found && (!best || found->answer == Answer::invalid)) best = std::move(found);
    };
    for (const std::string& answer : data.ocsp_answers) consider(by_ocsp(answer, certificate, issuer, at, data.certificates));
    for (const std::string& crl : data.crls) consider(by_crl(crl, certificate, issuer, at));
    if (best) return *best;
    return not_checked("no answer about the revocation of " + who(certificate) + " as of " + at.iso());
}

}  // namespace irikteu::sign
