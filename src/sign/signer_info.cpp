#include "sign/signer_info.hpp"

#include <openssl/ess.h>
#include <openssl/pkcs7.h>

#include <algorithm>

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

/// The only value of a signed or unsigned attribute; null where it is absent. Throws Error(malformed) where it stands twice.
const ASN1_TYPE* only_value(X509_ATTRIBUTE* attribute) {
    if (attribute == nullptr) return nullptr;
    if (X509_ATTRIBUTE_count(attribute) != 1) throw Error(ErrorCode::malformed, "an attribute of the CMS has not exactly one value");
    return X509_ATTRIBUTE_get0_type(attribute, 0);
}

const ASN1_TYPE* signed_value(const CMS_SignerInfo* signer, int nid) {
    const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
    if (at < 0) return nullptr;
    if (CMS_signed_get_attr_by_NID(signer, nid, at) >= 0) throw Error(ErrorCode::malformed, "an attribute of the CMS stands twice");
    return only_value(CMS_signed_get_attr(signer, at));
}

std::string_view bytes_of(const ASN1_STRING* string) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), static_cast<std::size_t>(ASN1_STRING_length(string))};
}

Check check_integrity(const CMS_SignerInfo* signer, const std::vector<std::string_view>& parts, int content_type, const ASN1_OBJECT* digest_name) {
    if (CMS_signed_get_attr_count(signer) <= 0) return not_checked("the CMS has no signed attributes");
    const ASN1_TYPE* type = signed_value(signer, NID_pkcs9_contentType);
    if (type == nullptr || type->type != V_ASN1_OBJECT || OBJ_obj2nid(type->value.object) != content_type) return invalid("the attribute content-type is absent or wrong");
    const ASN1_TYPE* stated = signed_value(signer, NID_pkcs9_messageDigest);
    if (stated == nullptr || stated->type != V_ASN1_OCTET_STRING) return invalid("the attribute message-digest is absent");
    const auto computed = digest_of(digest_name, parts);
    if (!computed) return not_checked("the digest algorithm " + name_of(digest_name) + " is not supported");
    if (computed->bytes != bytes_of(stated->value.octet_string)) return invalid("the signed bytes were changed: their digest is not the signed one");
    if (computed->weak) return invalid("the digest algorithm " + name_of(digest_name) + " is broken");
    return valid();
}

void free_pkcs7(PKCS7* old) { PKCS7_free(old); }

/// Whether the list at the head of a SignedData names the signer's digest (RFC 5652, 5.1). Only the older reader of the same structure tells.
bool lists_digest(CMS_ContentInfo* cms, const ASN1_OBJECT* digest) {
    const Owned<PKCS7, free_pkcs7> same(from_der<PKCS7>(der_of(cms, i2d_CMS_ContentInfo), d2i_PKCS7));
    if (!same || !PKCS7_type_is_signed(same.get())) return true;  // A newer form, which that reader does not know.
    const STACK_OF(X509_ALGOR)* list = same->d.sign->md_algs;
    for (int i = 0; i < sk_X509_ALGOR_num(list); ++i) {
        if (OBJ_cmp(sk_X509_ALGOR_value(list, i)->algorithm, digest) == 0) return true;
    }
    return false;
}

std::vector<Certificate> certificates_of(CMS_ContentInfo* cms) {
    std::vector<Certificate> all;
    const OwnedCertificates found(CMS_get1_certs(cms));
    for (int i = 0; i < sk_X509_num(found.get()); ++i) all.emplace_back(sk_X509_value(found.get(), i));
    return all;
}

Check check_signature(CMS_SignerInfo* signer, const Certificate& certificate, const X509_ALGOR* algorithm, const ASN1_OBJECT* digest_name) {
    if (CMS_signed_get_attr_count(signer) <= 0) return not_checked("the CMS has no signed attributes");
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    int digest = NID_undef, key = NID_undef;
    const int nid = OBJ_obj2nid(name);
    const bool known = nid == NID_rsaEncryption || nid == NID_rsassaPss || (OBJ_find_sigid_algs(nid, &digest, &key) == 1 && key != NID_undef);
    EVP_PKEY* public_key = X509_get0_pubkey(certificate.handle());
    const int kind = public_key != nullptr ? EVP_PKEY_get_base_id(public_key) : NID_undef;
    if (!known || (kind != EVP_PKEY_RSA && kind != EVP_PKEY_RSA_PSS && kind != EVP_PKEY_EC && kind != EVP_PKEY_ED25519 && kind != EVP_PKEY_ED448)) {
        latest_failure();
        return not_checked("the signature algorithm " + name_of(name) + " is not supported");
    }
    if (digest == NID_sha1 || digest == NID_md5) return invalid("the signature algorithm " + name_of(name) + " is broken");
    if (digest != NID_undef && digest != OBJ_obj2nid(digest_name)) return invalid("the signature algorithm " + name_of(name) + " goes with another digest than " + name_of(digest_name));
    CMS_SignerInfo_set1_signer_cert(signer, certificate.handle());
    const bool good = CMS_SignerInfo_verify(signer) == 1;
    latest_failure();
    return good ? valid() : invalid("the signature was not made by the certificate's key over these attributes");
}

void free_ess(ESS_SIGNING_CERT* ess) { ESS_SIGNING_CERT_free(ess); }
void free_ess_v2(ESS_SIGNING_CERT_V2* ess) { ESS_SIGNING_CERT_V2_free(ess); }

Check check_signing_certificate(const CMS_SignerInfo* signer, const std::vector<Certificate>& certificates) {
    const ASN1_TYPE* v2 = signed_value(signer, NID_id_smime_aa_signingCertificateV2);
    const ASN1_TYPE* v1 = signed_value(signer, NID_id_smime_aa_signingCertificate);
    if (v1 == nullptr && v2 == nullptr) return invalid("there is no attribute signing-certificate-v2");
    for (const ASN1_TYPE* value : {v1, v2}) {
        if (value != nullptr && value->type != V_ASN1_SEQUENCE) return invalid("the attribute signing-certificate-v2 is broken");
    }
    const Owned<ESS_SIGNING_CERT, free_ess> first(v1 ? from_der<ESS_SIGNING_CERT>(bytes_of(v1->value.sequence), d2i_ESS_SIGNING_CERT) : nullptr);
    const Owned<ESS_SIGNING_CERT_V2, free_ess_v2> second(v2 ? from_der<ESS_SIGNING_CERT_V2>(bytes_of(v2->value.sequence), d2i_ESS_SIGNING_CERT_V2) : nullptr);
    if ((v1 != nullptr && !first) || (v2 != nullptr && !second)) return invalid("the attribute signing-certificate-v2 is broken");
    const CertificateList chain(sk_X509_new_null());
    for (const Certificate& certificate : certificates) sk_X509_push(chain.get(), certificate.handle());
    const bool named = OSSL_ESS_check_signing_certs(first.get(), second.get(), chain.get(), 1) == 1;
    latest_failure();
    return named ? valid() : invalid("the attribute signing-certificate-v2 names another certificate");
}

void read_unsigned(const CMS_SignerInfo* signer, SignerChecks& checks) {
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    if (at < 0) return;
    const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
    if (value != nullptr && value->type == V_ASN1_SEQUENCE) checks.timestamp_token = std::string(bytes_of(value->value.sequence));
}

void read_signing_time(const CMS_SignerInfo* signer, SignerChecks& checks) {
    const ASN1_TYPE* value = signed_value(signer, NID_pkcs9_signingTime);
    if (value != nullptr && (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME)) checks.signing_time = moment_of(value->value.utctime);
}

}  // namespace

std::optional<ComputedDigest> digest_of(const ASN1_OBJECT* algorithm, const std::vector<std::string_view>& parts) {
    const int nid = OBJ_obj2nid(algorithm);
    const bool weak = nid == NID_sha1 || nid == NID_md5 || nid == NID_md4 || nid == NID_ripemd160;
    const EVP_MD* digest = EVP_get_digestbyobj(algorithm);
    const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    if (digest == nullptr || EVP_DigestInit_ex(context.get(), digest, nullptr) != 1) {
        latest_failure();
        return std::nullopt;
    }
    for (const std::string_view part : parts) EVP_DigestUpdate(context.get(), part.data(), part.size());
    ComputedDigest result;
    result.weak = weak;
    result.bytes.resize(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(result.bytes.data()), nullptr);
    return result;
}

namespace {

/// Names are compared as RFC 5280, 7.1 has it, without regard to case; but the issuer's name in the signer's part is signed by nobody, so it has to be
/// the certificate's own to the letter.
bool names_issuer_exactly(CMS_SignerInfo* signer, const Certificate& certificate) {
    X509_NAME* issuer = nullptr;
    if (CMS_SignerInfo_get0_signer_id(signer, nullptr, &issuer, nullptr) != 1 || issuer == nullptr) return true;
    return der_of(issuer, i2d_X509_NAME) == der_of(X509_get_issuer_name(certificate.handle()), i2d_X509_NAME);
}

}  // namespace

SignerChecks check_signer(CMS_ContentInfo* cms, const std::vector<std::string_view>& parts, int content_type, const std::vector<Certificate>& more) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1) throw Error(ErrorCode::malformed, "the CMS has not exactly one signer");
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    if (OBJ_obj2nid(CMS_get0_eContentType(cms)) != content_type) throw Error(ErrorCode::malformed, "the CMS is about another type of content");
    SignerChecks checks;
    X509_ALGOR *digest = nullptr, *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &algorithm);
    const ASN1_OBJECT *digest_name = nullptr, *algorithm_name = nullptr;
    X509_ALGOR_get0(&digest_name, nullptr, nullptr, digest);
    X509_ALGOR_get0(&algorithm_name, nullptr, nullptr, algorithm);
    checks.digest = name_of(digest_name);
    checks.algorithm = name_of(algorithm_name);
    checks.signature_value = bytes_of(CMS_SignerInfo_get0_signature(signer));
    checks.integrity = check_integrity(signer, parts, content_type, digest_name);
    if (!lists_digest(cms, digest_name)) checks.integrity = invalid("the CMS does not list the signer's digest algorithm");
    read_unsigned(signer, checks);
    read_signing_time(signer, checks);
    checks.names_certificate = signed_value(signer, NID_id_smime_aa_signingCertificateV2) != nullptr || signed_value(signer, NID_id_smime_aa_signingCertificate) != nullptr;

    checks.certificates = certificates_of(cms);
    add_certificates(checks.certificates, more);
    const auto own = std::find_if(checks.certificates.begin(), checks.certificates.end(),
                                  [&](const Certificate& candidate) { return CMS_SignerInfo_cert_cmp(signer, candidate.handle()) == 0; });
    if (own == checks.certificates.end()) {
        checks.certificates.clear();
        checks.signature = not_checked("the signer's certificate is not in the file");
        checks.signing_certificate = not_checked("the signer's certificate is not in the file");
        return checks;
    }
    std::rotate(checks.certificates.begin(), own, own + 1);
    checks.signature = check_signature(signer, checks.certificates.front(), algorithm, digest_name);
    if (checks.signature.answer == Answer::valid && !names_issuer_exactly(signer, checks.certificates.front())) {
        checks.signature = not_checked("the CMS spells the issuer's name otherwise than the certificate does");
    }
    checks.signing_certificate = check_signing_certificate(signer, checks.certificates);
    return checks;
}

}  // namespace irikteu::sign
