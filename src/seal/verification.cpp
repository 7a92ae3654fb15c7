#include "seal/verification.hpp"

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "seal/signatory.hpp"

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

/// Where a field stands in the document's own order; nullopt where it declares none of that name.
std::optional<std::size_t> place_of(const std::vector<pdf::SignatureField>& fields, const std::string& name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&name](const pdf::SignatureField& field) { return field.name == name; });
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

bool is_signature(const SignatureReport& report) { return report.signature.kind == pdf::FileSignature::Kind::signature && !report.signature.pending; }

/// Of each signature: the one before it that should have come after it, the field that it passed over, who signed with the same certificate, and
/// whether the certificate is in another's name than the field.
std::vector<Notice> notices_of(const std::vector<SignatureReport>& signatures, const std::vector<pdf::SignatureField>& declared) {
    std::vector<Notice> notices;
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        if (!is_signature(signatures[i])) continue;
        const std::string& field = signatures[i].signature.field;
        const auto place = place_of(declared, field);
        const auto later = [&](std::size_t k) { return is_signature(signatures[k]) && place && place_of(declared, signatures[k].signature.field) < place; };
        for (std::size_t k = i + 1; k < signatures.size(); ++k) {
            if (!later(k)) continue;
            notices.push_back({Notice::Kind::out_of_order, field, signatures[k].signature.field, {}});
            break;
        }
        const auto open = std::find_if(declared.begin(), declared.begin() + static_cast<std::ptrdiff_t>(place.value_or(0)), [](const pdf::SignatureField& f) { return !f.is_signed; });
        if (place && open != declared.begin() + static_cast<std::ptrdiff_t>(*place)) notices.push_back({Notice::Kind::passed_over, field, open->name, {}});
        if (const auto& filled = signatures[i].signature.changes.filled; !filled.empty()) {
            std::string names;
            for (const std::string& name : filled) names += (names.empty() ? "" : ", ") + name;
            notices.push_back({Notice::Kind::filled_later, field, names, {}});
        }
        const auto& signer = signatures[i].verification.signer;
        const std::string declared_name = place ? declared_signatory(declared[*place].tooltip) : std::string();
        if (signer && !declared_name.empty() && !may_be_of(*signer, declared_name)) notices.push_back({Notice::Kind::other_name, field, declared_name, full_name(*signer)});
        for (std::size_t k = 0; signer && k < i; ++k) {
            if (!is_signature(signatures[k]) || !signatures[k].verification.signer || !(*signatures[k].verification.signer == *signer)) continue;
            notices.push_back({Notice::Kind::same_signer, field, signatures[k].signature.field, signer->common_name()});
            break;
        }
    }
    return notices;
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
    report.notices = notices_of(report.signatures, read.fields);
    for (pdf::SignatureField& field : read.fields) {
        if (!field.is_signed) report.open_fields.push_back(std::move(field));
    }
    return report;
}

}  // namespace irikteu::seal
