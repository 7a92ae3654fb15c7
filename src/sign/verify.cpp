#include "sign/verify.hpp"

#include "sign/cms.hpp"
#include "sign/cms_form.hpp"
#include "sign/openssl.hpp"
#include "sign/revocation.hpp"
#include "sign/signer_info.hpp"
#include "sign/timestamp.hpp"

namespace irikteu::sign {

using base::Error;
using base::ErrorCode;

namespace {

/// A CMS in DER ends where it says; a PDF fills the rest of its place with zeros. Null, with the reason, where it is otherwise.
OwnedCms parse_padded(std::string_view bytes, std::string& reason) {
    std::string_view rest;
    if (bytes.size() > kMostCmsBytes) {
        reason = "the CMS is too large";
        return nullptr;
    }
    OwnedCms cms(from_der<CMS_ContentInfo>(bytes, d2i_CMS_ContentInfo, &rest));
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
        reason = "what stands in place of the signature is no CMS SignedData";
        return nullptr;
    }
    if (rest.find_first_not_of('\0') != std::string_view::npos) {
        reason = "something foreign follows the CMS";
        return nullptr;
    }
    return cms;
}

Verification broken(const std::string& reason, const VerifyContext& context) {
    Verification result;
    result.integrity = result.signature = result.signing_certificate = invalid(reason);
    result.time = result.chain = result.revocation = not_checked("the signature can't be read");
    result.as_of = context.now;
    return result;
}

/// Adds b to a check that speaks for both.
void join(Check& check, const Check& b) {
    const Answer answer = worse(check.answer, b.answer);
    if (b.answer == answer && (check.answer != answer || check.reason.empty())) {
        check = b;
    } else if (b.answer == answer && !b.reason.empty() && check.reason != b.reason) {
        check.reason += "; " + b.reason;
    }
}

/// A signature in a CMS that is not in its prescribed form may be good, but nobody answers for what is odd about it.
void check_form(std::string_view cms, Check& signature) {
    const std::string fault = fault_of_form(cms);
    if (!fault.empty()) join(signature, not_checked(fault));
}

/// Revocation of every certificate of a path but its anchor, as of a moment.
class PathRevocation {
  public:
    explicit PathRevocation(const VerifyContext& context) : context_(context), data_(context.data) {}

    void add_certificates(const std::vector<Certificate>& certificates) { sign::add_certificates(data_.certificates, certificates); }

    Check check(const Path& path, base::Moment at) {
        const auto& certificates = path.certificates;
        if (certificates.size() == 1 && path.check.answer == Answer::valid) {
            return not_applicable("the certificate is itself a trusted one: nobody but whoever trusts it can revoke it");
        }
        if (certificates.size() < 2) return not_checked("no issuer is known who could answer");
        Check all = valid();
        for (std::size_t i = 0; i + 1 < certificates.size(); ++i) join(all, one(certificates[i], certificates[i + 1], at, path.check.answer == Answer::valid));
        if (path.check.answer != Answer::valid && all.answer == Answer::valid) return not_checked("the path is not a trusted one");
        return all;
    }

  private:
    Check one(const Certificate& certificate, const Certificate& issuer, base::Moment at, bool trusted) {
        const Check known = check_revocation(certificate, issuer, at, data_);
        if (known.answer != Answer::not_checked || context_.network == nullptr || !trusted) return known;
        try {
            fetch_revocation(certificate, issuer, *context_.network, data_);
        } catch (const Error& error) {
            return not_checked(known.reason + ": " + error.what());
        }
        return check_revocation(certificate, issuer, at, data_);
    }

    const VerifyContext& context_;
    ValidationData data_;
};

/// A time stamp counts from its own moment on only where its authority is trusted now.
void check_timestamp(const Timestamp& stamp, const VerifyContext& context, PathRevocation& revocation, Verification& result, Check& stamp_revocation) {
    result.timestamp = stamp.time;
    result.time = stamp.check;
    if (stamp.check.answer != Answer::valid || stamp.certificates.empty()) return;
    std::vector<Certificate> pool = stamp.certificates;
    add_certificates(pool, context.data.certificates);
    revocation.add_certificates(stamp.certificates);
    const Path path = find_path(stamp.certificates.front(), pool, context.trust, context.now, Purpose::time_stamping);
    if (path.check.answer != Answer::valid) {
        result.time = path.check;
        result.time.reason = "the time-stamping authority: " + path.check.reason;
        if (path.expired_only) result.time.answer = Answer::not_checked;
        return;
    }
    if (stamp.time > context.now) {
        result.time = invalid("the time stamp is from the future: " + stamp.time.iso());
        return;
    }
    // A token is as old as it says only if its key had not been given away before: so revocation is asked as of the token's moment.
    stamp_revocation = revocation.check(path, stamp.time);
    if (stamp_revocation.answer == Answer::invalid) {
        result.time = invalid("the time-stamping authority: " + stamp_revocation.reason);
        return;
    }
    result.time = valid("time stamp of " + stamp.time.iso() + " by " + stamp.certificates.front().common_name());
    result.as_of = stamp.time;
}

void check_chain(const std::vector<Certificate>& certificates, const VerifyContext& context, PathRevocation& revocation, const Check& stamp_revocation, Verification& result) {
    if (certificates.empty()) {
        result.chain = result.revocation = not_checked("the signer's certificate is not in the file");
        return;
    }
    std::vector<Certificate> pool = certificates;
    add_certificates(pool, context.data.certificates);
    revocation.add_certificates(certificates);
    Path path = find_path(certificates.front(), pool, context.trust, result.as_of, Purpose::signing);
    const bool proven = result.timestamp && result.time.answer == Answer::valid;
    if (path.expired_only && !proven) {
        path.check = not_checked(path.check.reason + ", and no valid time stamp tells whether it was signed before");
    }
    result.chain = path.check;
    result.revocation = revocation.check(path, result.as_of);
    const bool says_nothing = stamp_revocation.answer == Answer::not_applicable || (stamp_revocation.answer == Answer::valid && result.revocation.answer == Answer::not_applicable);
    if (!says_nothing) join(result.revocation, stamp_revocation);
}

}  // namespace

Answer Verification::answer() const {
    Answer all = Answer::valid;
    for (const Check* check : {&integrity, &signature, &signing_certificate, &time, &chain, &revocation}) all = worse(all, check->answer);
    return all;
}

Verification verify_signature(std::string_view cms, const std::vector<std::string_view>& parts, Profile profile, const VerifyContext& context) {
    std::string reason;
    const OwnedCms parsed = parse_padded(cms, reason);
    if (!parsed) return broken(reason, context);
    try {
        if (CMS_is_detached(parsed.get()) != 1) return broken("the CMS has a content of its own", context);
        const SignerChecks signer = check_signer(parsed.get(), parts, NID_pkcs7_data, context.data.certificates);
        Verification result;
        result.integrity = signer.integrity;
        result.signature = signer.signature;
        check_form(cms, result.signature);
        result.signing_certificate = signer.signing_certificate;
        if (profile == Profile::pkcs7 && !signer.names_certificate) result.signing_certificate = valid("this format does not demand it");
        result.digest_algorithm = signer.digest;
        result.signature_algorithm = signer.algorithm;
        result.claimed_time = signer.signing_time;
        if (!signer.certificates.empty()) result.signer = signer.certificates.front();
        result.as_of = context.now;
        result.time = valid("no time stamp: as of " + context.now.iso());
        PathRevocation revocation(context);
        Check stamp_revocation = not_applicable({});  // No time stamp.
        if (signer.timestamp_token) {
            check_timestamp(read_timestamp(*signer.timestamp_token, {signer.signature_value}), context, revocation, result, stamp_revocation);
        }
        check_chain(signer.certificates, context, revocation, stamp_revocation, result);
        return result;
    } catch (const Error& error) {
        return broken(error.message(), context);
    }
}

Verification verify_document_timestamp(std::string_view token, const std::vector<std::string_view>& parts, const VerifyContext& context) {
    std::string reason;
    const OwnedCms parsed = parse_padded(token, reason);
    if (!parsed) return broken(reason, context);
    Verification result;
    result.as_of = context.now;
    const Timestamp stamp = read_timestamp(der_of(parsed.get(), i2d_CMS_ContentInfo), parts);
    result.integrity = result.signature = result.signing_certificate = stamp.check;
    check_form(token, result.signature);
    if (!stamp.certificates.empty()) result.signer = stamp.certificates.front();
    PathRevocation revocation(context);
    result.revocation = not_checked("the time stamp is not trusted");
    check_timestamp(stamp, context, revocation, result, result.revocation);
    result.chain = result.time;
    return result;
}

namespace {

void collect(const Certificate& leaf, base::Moment as_of, const ValidationData& given, Network* network, std::vector<Certificate> pool, ValidationData& out) {
    add_certificates(pool, given.certificates);
    if (network != nullptr) fetch_issuers(leaf, *network, pool);
    const std::vector<Certificate> path = issuers_of(leaf, pool);
    add_certificates(out.certificates, path);
    if (!path.back().self_issued()) throw Error(ErrorCode::environment, "the issuer of " + path.back().common_name() + " is not known, so its revocation can't be asked");
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        ValidationData known = given;
        known.add(out);
        Check check = check_revocation(path[i], path[i + 1], as_of, known);
        if (check.answer == Answer::not_checked && network != nullptr) {
            fetch_revocation(path[i], path[i + 1], *network, known);
            check = check_revocation(path[i], path[i + 1], as_of, known);
        }
        if (check.answer == Answer::not_checked) throw Error(ErrorCode::environment, check.reason);
        if (check.answer == Answer::invalid) throw Error(ErrorCode::invalid, check.reason);
        // Of all that is known, keep what answers for this one.
        const auto keep = [&](const std::vector<std::string>& from, std::vector<std::string> ValidationData::*list) {
            for (const std::string& bytes : from) {
                ValidationData single;
                single.certificates = known.certificates;
                (single.*list).push_back(bytes);
                if (check_revocation(path[i], path[i + 1], as_of, single).answer != Answer::valid) continue;
                ValidationData kept;
                (kept.*list).push_back(bytes);
                out.add(kept);
                return true;
            }
            return false;
        };
        if (!keep(known.ocsp_answers, &ValidationData::ocsp_answers)) keep(known.crls, &ValidationData::crls);
    }
}

}  // namespace

ValidationData collect_validation_data(std::string_view cms, const ValidationData& given, base::Moment now, Network* network) {
    std::string reason;
    const OwnedCms parsed = parse_padded(cms, reason);
    if (!parsed) throw Error(ErrorCode::malformed, reason);
    const SignerChecks signer = check_signer(parsed.get(), {}, NID_pkcs7_data, given.certificates);
    if (signer.certificates.empty()) throw Error(ErrorCode::malformed, "the signer's certificate is not in the CMS");
    ValidationData out;
    base::Moment as_of = now;
    if (signer.timestamp_token) {
        const Timestamp stamp = read_timestamp(*signer.timestamp_token, {signer.signature_value});
        if (stamp.check.answer != Answer::valid) throw Error(ErrorCode::invalid, stamp.check.reason);
        as_of = stamp.time;
        collect(stamp.certificates.front(), as_of, given, network, stamp.certificates, out);
    }
    collect(signer.certificates.front(), as_of, given, network, signer.certificates, out);
    return out;
}

}  // namespace irikteu::sign
