#include "seal/signed_form.hpp"

#include "base/error.hpp"
#include "pdf/signed_file.hpp"
#include "seal/verification.hpp"
#include "sign/cms.hpp"

namespace irikteu::seal {

using base::Error;
using sign::Answer;
using sign::Check;

namespace {

/// The worst of what concerns the bytes and the key; trust, time and revocation are not asked for.
Check of_bytes_and_key(const sign::Verification& found) {
    for (const Answer wanted : {Answer::invalid, Answer::not_checked}) {
        for (const Check* check : {&found.integrity, &found.signature, &found.signing_certificate}) {
            if (check->answer == wanted) return *check;
        }
    }
    return sign::valid();
}

std::string first_of(const std::vector<std::string>& list) { return list.front() + (list.size() > 1 ? " and " + std::to_string(list.size() - 1) + " more" : ""); }

/// What a PDF holds behind the original beside signatures; empty where there is nothing.
/// `filled` are the form's fields that were empty.
std::string foreign_change(std::string_view file, std::string_view original, std::vector<std::string>& filled) {
    const pdf::LaterChanges changes = pdf::changes_since(original, file);
    if (!changes.forbidden.empty()) return "it was changed: " + first_of(changes.forbidden);
    if (changes.annotations) return "it was changed: annotations were added";
    filled = changes.filled;
    return {};
}

SignedForm by_pdf(std::string_view file, std::string_view original, base::Moment now) {
    if (!file.starts_with(original)) {
        return {sign::invalid("the PDF does not begin with the very bytes of what it should sign: it is another document, or was written anew after signing"), {}, {}};
    }
    if (file.size() == original.size()) return {sign::invalid("it is the same file, without a signature that was added"), {}, {}};
    std::vector<std::string> filled;
    const std::string change = foreign_change(file, original, filled);
    if (!change.empty()) return {sign::invalid(change), {}, {}};
    VerifyOptions options;
    options.now = now;
    SignedForm result{sign::invalid("it has no signature that is about all bytes of the original"), {}, {}};
    for (const SignatureReport& report : verify_file(file, options).signatures) {
        const auto& range = report.signature.byte_range;
        if (range[2] + range[3] <= static_cast<std::int64_t>(original.size())) continue;  // The original's own.
        for (const Check& check : {report.coverage, of_bytes_and_key(report.verification)}) {
            if (check.answer != Answer::valid) return {{check.answer, "the signature in field " + report.signature.field + ": " + check.reason}, {}, {}};
        }
        // What people fill in they sign: nothing is filled in behind anybody's signature.
        if (report.signature.changes.forms) return {sign::invalid("form fields were filled in after field " + report.signature.field + " had been signed: " + first_of(report.signature.changes.filled)), {}, {}};
        if (report.verification.signer) result.signatories.push_back(report.verification.signer->common_name());
        result.check = sign::valid();
    }
    result.filled = std::move(filled);
    return result;
}

SignedForm by_cms(std::string_view file, std::string_view original, base::Moment now) {
    const std::string cms = sign::read_cms(file, {});
    const sign::TrustStore nobody;
    const sign::ValidationData nothing;
    const sign::Verification found = sign::verify_signature(cms, {original}, sign::Profile::pkcs7, {nobody, nothing, now});
    SignedForm result{of_bytes_and_key(found), {}, {}};
    if (result.check.answer == Answer::valid && found.signer) result.signatories.push_back(found.signer->common_name());
    return result;
}

}  // namespace

SignedForm signed_form(std::string_view file, std::string_view original, base::Moment now) {
    if (original.empty()) return {sign::invalid("what it should sign is empty"), {}, {}};
    try {
        if (file.substr(0, 1024).find("%PDF-") != std::string_view::npos) return by_pdf(file, original, now);
        if (file.size() > sign::kMostCmsBytes * 2) return {sign::invalid("it is neither a signed PDF nor a detached CMS"), {}, {}};
        return by_cms(file, original, now);
    } catch (const Error& error) {
        return {{error.code() == base::ErrorCode::unsupported ? Answer::not_checked : Answer::invalid, "it is neither a signed PDF nor a detached CMS that can be read: " + error.message()}, {}, {}};
    }
}

}  // namespace irikteu::seal
