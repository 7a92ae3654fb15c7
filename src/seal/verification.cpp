#include "seal/verification.hpp"

#include "base/error.hpp"

namespace irikteu::seal {

using sign::Answer;
using sign::Check;

namespace {

Check coverage_of(const pdf::FileSignature& signature) {
    switch (signature.coverage) {
        case pdf::Coverage::whole_file: return sign::valid("the whole file");
        case pdf::Coverage::later_changes: return sign::valid(signature.coverage_reason);
        case pdf::Coverage::changed:
        case pdf::Coverage::broken: return sign::invalid(signature.coverage_reason);
        case pdf::Coverage::not_known: break;
    }
    return sign::not_checked(signature.coverage_reason);
}

sign::Verification nothing_but(const Check& check, base::Moment now) {
    sign::Verification result;
    result.integrity = result.signature = result.signing_certificate = check;
    result.time = result.chain = result.revocation = sign::not_checked(check.reason);
    result.as_of = now;
    return result;
}

sign::Verification verify_one(const pdf::FileSignature& signature, std::string_view file, const sign::VerifyContext& context) {
    if (signature.pending) return nothing_but(sign::invalid("the field awaits its CMS: it is prepared, not signed"), context.now);
    const auto parts = signature.signed_parts(file);
    if (parts.empty()) return nothing_but(sign::invalid("ByteRange does not fit the file"), context.now);
    if (signature.kind == pdf::FileSignature::Kind::document_timestamp) return sign::verify_document_timestamp(signature.contents, parts, context);
    if (signature.sub_filter == "ETSI.CAdES.detached") return sign::verify_signature(signature.contents, parts, sign::Profile::pades, context);
    if (signature.sub_filter == "adbe.pkcs7.detached") return sign::verify_signature(signature.contents, parts, sign::Profile::pkcs7, context);
    return nothing_but(sign::not_checked("signatures of the kind \"" + signature.sub_filter + "\" are not supported"), context.now);
}

/// What the file's DSS holds, as far as it can be read, and what was given beside it.
sign::ValidationData data_of(const pdf::SignedFile& read, const sign::ValidationData& given) {
    sign::ValidationData data;
    for (const std::string& der : read.certificates) {
        try {
            sign::add_certificates(data.certificates, {sign::Certificate::from_der(der)});
        } catch (const base::Error&) {
            continue;  // What is missing then shows as "not checked".
        }
    }
    data.crls = read.crls;
    data.ocsp_answers = read.ocsp_answers;
    data.add(given);
    return data;
}

}  // namespace

Answer FileReport::answer() const {
    if (signatures.empty()) return Answer::invalid;
    Answer all = Answer::valid;
    for (const SignatureReport& report : signatures) all = sign::worse(all, report.answer());
    return all;
}

FileReport verify_file(std::string_view file, const VerifyOptions& options) {
    pdf::SignedFile read = pdf::read_signed_file(file);
    const sign::ValidationData data = data_of(read, options.given);
    const sign::VerifyContext context{options.trust, data, options.now, options.network};
    FileReport report;
    for (pdf::FileSignature& signature : read.signatures) {
        SignatureReport one;
        one.coverage = coverage_of(signature);
        one.verification = verify_one(signature, file, context);
        one.signature = std::move(signature);
        report.signatures.push_back(std::move(one));
    }
    for (pdf::SignatureField& field : read.fields) {
        if (!field.is_signed) report.open_fields.push_back(std::move(field));
    }
    return report;
}

}  // namespace irikteu::seal
