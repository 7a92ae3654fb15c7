#include "sign/cms.hpp"

#include <openssl/cms.h>

#include <algorithm>
#include <vector>

#include "sign/openssl.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

OwnedCms parse(std::string_view cms) {
    if (cms.size() > kMostCmsBytes) throw Error(ErrorCode::limit_exceeded, "the CMS is too large");
    std::string_view rest;
    OwnedCms parsed(from_der<CMS_ContentInfo>(cms, d2i_CMS_ContentInfo, &rest));
    if (!parsed || OBJ_obj2nid(CMS_get0_type(parsed.get())) != NID_pkcs7_signed) throw Error(ErrorCode::malformed, "not a CMS SignedData");
    return parsed;
}

CMS_SignerInfo* only_signer(CMS_ContentInfo* cms) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1) throw Error(ErrorCode::malformed, "a CMS in a PDF must have exactly one signer");
    return sk_CMS_SignerInfo_value(signers, 0);
}

void append_length(std::string& out, std::size_t length) {
    if (length < 0x80) {
        out += static_cast<char>(length);
        return;
    }
    std::string octets;
    for (; length > 0; length >>= 8) octets.insert(octets.begin(), static_cast<char>(length & 0xff));
    out += static_cast<char>(0x80 | octets.size());
    out += octets;
}

/// The DER of the signed attributes as SET OF, which is what gets signed (RFC 5652, 5.4).
std::string signed_attributes(const CMS_SignerInfo* signer) {
    std::vector<std::string> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) attributes.push_back(der_of(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    std::sort(attributes.begin(), attributes.end(), [](const std::string& a, const std::string& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                            [](char x, char y) { return static_cast<unsigned char>(x) < static_cast<unsigned char>(y); });
    });
    std::string content;
    for (const std::string& attribute : attributes) content += attribute;
    std::string set = "\x31";
    append_length(set, content.size());
    return set + content;
}

void name_algorithm(CMS_SignerInfo* signer, const SigningKey& key) {
    X509_ALGOR* algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &algorithm);
    const bool rsa = EVP_PKEY_get_base_id(key.handle()) == EVP_PKEY_RSA;
    X509_ALGOR_set0(algorithm, OBJ_nid2obj(rsa ? NID_sha256WithRSAEncryption : NID_ecdsa_with_SHA256), rsa ? V_ASN1_NULL : V_ASN1_UNDEF, nullptr);
}

}  // namespace

// OpenSSL's own way of signing always adds signing-time, which PAdES forbids: so the attributes are put together here and signed once.
std::string make_cms(const SigningKey& key, const base::Digest& document) {
    constexpr unsigned kFlags = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES;
    const OwnedCms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    CMS_SignerInfo* signer = cms ? CMS_add1_signer(cms.get(), key.certificate().handle(), key.handle(), EVP_sha256(), kFlags) : nullptr;
    if (signer == nullptr) refuse(ErrorCode::environment, "a CMS can't be made");
    for (const Certificate& issuer : key.issuers()) {
        if (!issuer.self_issued() && CMS_add1_cert(cms.get(), issuer.handle()) != 1) refuse(ErrorCode::environment, "a certificate can't be added to the CMS");
    }
    if (CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) != 1 ||
        CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, document.bytes.data(), static_cast<int>(document.bytes.size())) != 1) {
        refuse(ErrorCode::environment, "an attribute can't be added to the CMS");
    }
    name_algorithm(signer, key);
    const std::string signature = key.sign(signed_attributes(signer));
    if (ASN1_OCTET_STRING_set(CMS_SignerInfo_get0_signature(signer), data_of(signature), static_cast<int>(signature.size())) != 1) {
        refuse(ErrorCode::environment, "the signature can't be stored");
    }
    return der_of(cms.get(), i2d_CMS_ContentInfo);
}

std::size_t most_cms_bytes(const SigningKey& key) {
    constexpr std::size_t kAround = 1024;  // Attributes, algorithms, issuer's name and serial number's frame.
    std::size_t size = kAround + key.certificate().der().size() + key.certificate().issuer().size() * 2 + key.signature_size();
    for (const Certificate& issuer : key.issuers()) size += issuer.der().size();
    return size;
}

std::string signature_value(std::string_view cms) {
    const OwnedCms parsed = parse(cms);
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(only_signer(parsed.get()));
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), static_cast<std::size_t>(ASN1_STRING_length(value))};
}

std::string with_timestamp(std::string_view cms, std::string_view token) {
    const OwnedCms parsed = parse(cms);
    if (CMS_unsigned_add1_attr_by_NID(only_signer(parsed.get()), NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(), static_cast<int>(token.size())) != 1) {
        refuse(ErrorCode::malformed, "the time stamp can't be added to the CMS");
    }
    return der_of(parsed.get(), i2d_CMS_ContentInfo);
}

namespace {

/// What is between the BEGIN and END lines of a PEM text; the text itself where it has none.
std::string_view armoured(std::string_view text) {
    const auto begin = text.find("-----BEGIN");
    if (begin == std::string_view::npos) return text;
    const auto start = text.find('\n', begin);
    const auto end = text.find("-----END", begin);
    return start < end && end != std::string_view::npos ? text.substr(start, end - start) : std::string_view();
}

std::string from_base64(std::string_view text) {
    std::string clean;
    for (const char c : text) {
        if (c != '\r' && c != '\n' && c != ' ' && c != '\t') clean += c;
    }
    if (clean.empty() || clean.size() % 4 != 0) return {};
    std::string bytes(clean.size() / 4 * 3, '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), data_of(clean), static_cast<int>(clean.size()));
    if (size < 0) {
        latest_failure();
        return {};
    }
    bytes.resize(static_cast<std::size_t>(size) - (clean.ends_with("==") ? 2 : clean.ends_with("=") ? 1 : 0));
    return bytes;
}

}  // namespace

std::string read_cms(std::string_view bytes, const std::string& file) {
    if (bytes.size() > kMostCmsBytes * 2) throw Error(ErrorCode::limit_exceeded, "the CMS is too large", {file, 0, 0, {}});
    const std::string der = bytes.starts_with('\x30') ? std::string(bytes) : from_base64(armoured(bytes));
    try {
        return der_of(parse(der).get(), i2d_CMS_ContentInfo);
    } catch (const Error& error) {
        throw Error(error.code(), error.message(), {file, 0, 0, {}});
    }
}

}  // namespace irikteu::sign
