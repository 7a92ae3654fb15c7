#include "seal/signing.hpp"

#include <optional>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "seal/signatory.hpp"
#include "sign/cms.hpp"
#include "sign/timestamp.hpp"
#include "sign/verify.hpp"

namespace irikteu::seal {

using base::Error;
using base::ErrorCode;

namespace {

/// What a token with its authority's certificates takes at most; longer ones are refused when they come.
constexpr std::size_t kTimestampRoom = 10'000;
constexpr std::size_t kMostRoom = 32767;

base::Digest digest_of(const std::vector<std::string_view>& parts) {
    base::Sha256 sha;
    for (const std::string_view part : parts) sha.update(part);
    return sha.finish();
}

std::vector<std::string> der_of(const std::vector<sign::Certificate>& certificates) {
    std::vector<std::string> list;
    for (const sign::Certificate& certificate : certificates) list.push_back(certificate.der());
    return list;
}

bool stamped(const SignOptions& options) { return options.level != SignOptions::Level::basic; }

void require_authority(const SignOptions& options) {
    if (stamped(options) && options.timestamp_authority.empty()) throw Error(ErrorCode::usage, "a time stamp needs the address of an authority");
}

/// Embeds the CMS, with a time stamp and with validation data behind it where the level asks for them.
std::string embed(pdf::PreparedFile prepared, std::string cms, const SignOptions& options, sign::Network& network) {
    if (stamped(options)) cms = sign::with_timestamp(cms, sign::request_timestamp(sign::signature_value(cms), options.timestamp_authority, network));
    std::string file = pdf::embed_signature(std::move(prepared), cms);
    if (options.level != SignOptions::Level::long_term) return file;
    sign::Network* allowed = options.missing == SignOptions::Missing::fetch ? &network : nullptr;
    const sign::ValidationData data = sign::collect_validation_data(cms, options.given, options.now, allowed);
    return pdf::add_validation_data(file, pdf::read_signed_file(file), der_of(data.certificates), data.crls, data.ocsp_answers);
}

/// What is told of signing `field` with a certificate, where that is known.
Signed told_of(const pdf::SignedFile& read, const std::string& field, const std::optional<sign::Certificate>& signer) {
    Signed told;
    const std::string certificate = signer ? signer->der() : std::string();
    if (signer) told.signatory = full_name(*signer);
    for (const pdf::SignatureField& one : read.fields) {
        if (one.name == field) told.field = one;
        else if (!one.is_signed) told.open.push_back(one);
    }
    for (const pdf::FileSignature& earlier : read.signatures) {
        // A signatory's certificate stands in the CMS as it is.
        const bool same = earlier.field != field && !certificate.empty() && earlier.contents.find(certificate) != std::string::npos;
        if (same && told.same_signer.empty()) told.same_signer = earlier.field;
    }
    const std::string declared = declared_signatory(told.field.tooltip);
    if (signer && !declared.empty() && !may_be_of(*signer, declared)) told.other_name = declared;
    return told;
}

/// Where nobody named the field: whoever has a field of their own in this document does not sign another's by it being the next.
void refuse_anothers_field(const pdf::SignedFile& read, const Signed& told, const sign::Certificate& signer) {
    if (told.other_name.empty()) return;
    for (const pdf::SignatureField& own : read.fields) {
        const std::string declared = declared_signatory(own.tooltip);
        if (own.name == told.field.name || declared.empty() || !may_be_of(signer, declared)) continue;
        throw Error(ErrorCode::usage, "the next field, " + told.field.name + ", is for " + told.other_name + "; the certificate is in the name of " + told.signatory + ", whose field is " + own.name +
                                          (own.is_signed ? " and is signed already" : "") + ": to sign nevertheless name a field with --field");
    }
}

}  // namespace

std::string sign_file(std::string_view file, const sign::SigningKey& key, const SignOptions& options, pdf::FontSession& fonts, sign::Network& network, Signed* told) {
    require_authority(options);
    pdf::SignatureRequest request = options.request;
    request.room = std::min(kMostRoom, sign::most_cms_bytes(key) + (stamped(options) ? kTimestampRoom : 0));
    const pdf::SignedFile read = pdf::read_signed_file(file);
    pdf::PreparedFile prepared = pdf::prepare_signature(file, read, request, fonts);
    Signed known = told_of(read, pdf::choose_field(read, request).name, key.certificate());
    if (request.field.empty()) refuse_anothers_field(read, known, key.certificate());
    if (told != nullptr) *told = std::move(known);
    std::string cms = sign::make_cms(key, digest_of(prepared.signed_parts()));
    return embed(std::move(prepared), std::move(cms), options, network);
}

std::string finish_file(std::string prepared, std::string cms, const SignOptions& options, sign::Network& network, Signed* told) {
    require_authority(options);
    const pdf::SignedFile read = pdf::read_signed_file(prepared);
    pdf::PreparedFile open = pdf::reopen_prepared(std::move(prepared), read);
    const sign::TrustStore nobody;
    const sign::ValidationData nothing;
    const auto profile = read.signatures.back().sub_filter == "ETSI.CAdES.detached" ? sign::Profile::pades : sign::Profile::pkcs7;
    const sign::Verification found = sign::verify_signature(cms, open.signed_parts(), profile, {nobody, nothing, {}});
    for (const sign::Check* check : {&found.integrity, &found.signature, &found.signing_certificate}) {
        if (check->answer == sign::Answer::invalid) throw Error(ErrorCode::invalid, "this CMS does not fit the file: " + check->reason);
    }
    if (told != nullptr) *told = told_of(read, read.signatures.back().field, found.signer);
    return embed(std::move(open), std::move(cms), options, network);
}

}  // namespace irikteu::seal
