#include "sign/timestamp.hpp"

#include <openssl/rand.h>

#include "base/digest.hpp"
#include "sign/openssl.hpp"
#include "sign/signer_info.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

using OwnedRequest = Owned<TS_REQ, TS_REQ_free>;

OwnedRequest make_request(const base::Digest& digest) {
    OwnedRequest request(TS_REQ_new());
    const Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(TS_MSG_IMPRINT_new());
    const Owned<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
    const Owned<ASN1_INTEGER, ASN1_INTEGER_free> nonce(ASN1_INTEGER_new());
    std::uint64_t number = 0;
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    auto bytes = digest.bytes;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&number), sizeof number) != 1 || ASN1_INTEGER_set_uint64(nonce.get(), number) != 1 ||
        TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) != 1 ||
        TS_MSG_IMPRINT_set_msg(imprint.get(), bytes.data(), static_cast<int>(bytes.size())) != 1 || TS_REQ_set_version(request.get(), 1) != 1 ||
        TS_REQ_set_msg_imprint(request.get(), imprint.get()) != 1 || TS_REQ_set_nonce(request.get(), nonce.get()) != 1 ||
        TS_REQ_set_cert_req(request.get(), 1) != 1) {
        refuse(ErrorCode::environment, "a time-stamp request can't be made");
    }
    return request;
}

/// The TSTInfo inside a token; null where there is none.
OwnedTstInfo info_of(CMS_ContentInfo* token) {
    if (OBJ_obj2nid(CMS_get0_eContentType(token)) != NID_id_smime_ct_TSTInfo) return nullptr;
    ASN1_OCTET_STRING** content = CMS_get0_content(token);
    if (content == nullptr || *content == nullptr) return nullptr;
    const auto* start = reinterpret_cast<const char*>(ASN1_STRING_get0_data(*content));
    return OwnedTstInfo(from_der<TS_TST_INFO>({start, static_cast<std::size_t>(ASN1_STRING_length(*content))}, d2i_TS_TST_INFO));
}

/// Whether the token is about these bytes.
Check check_imprint(TS_TST_INFO* info, const std::vector<std::string_view>& parts) {
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const auto digest = digest_of(name, parts);
    if (!digest) return not_checked("the time stamp's digest " + name_of(name) + " is not supported");
    if (digest->weak) return invalid("the time stamp uses the broken digest " + name_of(name));
    const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(imprint);
    const std::string_view stated(reinterpret_cast<const char*>(ASN1_STRING_get0_data(message)), static_cast<std::size_t>(ASN1_STRING_length(message)));
    return stated == digest->bytes ? valid() : invalid("the time stamp is about other bytes");
}

}  // namespace

std::string request_timestamp(std::string_view bytes, const std::string& address, Network& network) {
    const base::SourcePosition where{address, 0, 0, {}};
    const OwnedRequest request = make_request(base::sha256(bytes));
    const std::string answer = network.post(address, "application/timestamp-query", der_of(request.get(), i2d_TS_REQ));
    const Owned<TS_RESP, TS_RESP_free> response(from_der<TS_RESP>(answer, d2i_TS_RESP));
    if (!response) throw Error(ErrorCode::environment, "the answer is no time-stamp response", where);
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response.get())));
    TS_TST_INFO* info = TS_RESP_get_tst_info(response.get());
    if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) {
        throw Error(ErrorCode::environment, "the time-stamping authority refuses (status " + std::to_string(status) + ")", where);
    }
    PKCS7* token = TS_RESP_get_token(response.get());
    if (token == nullptr || info == nullptr) throw Error(ErrorCode::environment, "the answer holds no token", where);
    const ASN1_INTEGER* nonce = TS_TST_INFO_get_nonce(info);
    if (nonce == nullptr || ASN1_INTEGER_cmp(nonce, TS_REQ_get_nonce(request.get())) != 0) {
        throw Error(ErrorCode::invalid, "the answer is to another request", where);
    }
    std::string der = der_of(token, i2d_PKCS7);
    const Timestamp read = read_timestamp(der, {bytes});
    if (read.check.answer != Answer::valid) throw Error(ErrorCode::invalid, read.check.reason, where);
    return der;
}

Timestamp read_timestamp(std::string_view token, const std::vector<std::string_view>& parts) {
    Timestamp stamp;
    std::string_view rest;
    const OwnedCms cms(from_der<CMS_ContentInfo>(token, d2i_CMS_ContentInfo, &rest));
    const OwnedTstInfo info = cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed ? info_of(cms.get()) : nullptr;
    if (!info) {
        stamp.check = invalid("the time stamp can't be read");
        return stamp;
    }
    const ASN1_OCTET_STRING* content = *CMS_get0_content(cms.get());
    const std::string_view bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(content)), static_cast<std::size_t>(ASN1_STRING_length(content)));
    try {
        stamp.time = moment_of(TS_TST_INFO_get_time(info.get()));
        const SignerChecks signer = check_signer(cms.get(), {bytes}, NID_id_smime_ct_TSTInfo, {});
        stamp.certificates = signer.certificates;
        stamp.check = check_imprint(info.get(), parts);
        for (const Check* part : {&signer.integrity, &signer.signature, &signer.signing_certificate}) {
            if (stamp.check.answer == Answer::valid) stamp.check = *part;
        }
        if (stamp.check.answer != Answer::valid && stamp.check.reason.find("time stamp") == std::string::npos) {
            stamp.check.reason = "the time stamp: " + stamp.check.reason;
        }
    } catch (const Error& error) {
        stamp.check = invalid(std::string("the time stamp can't be read: ") + error.what());
    }
    return stamp;
}

}  // namespace irikteu::sign
