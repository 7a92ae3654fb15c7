// Time stamps, validation data, certification and signing in two steps.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../pdf/page_maker.hpp"
#include "base/error.hpp"
#include "conformance.hpp"
#include "programs.hpp"
#include "sign/cms.hpp"
#include "sign/timestamp.hpp"
#include "signed_samples.hpp"

namespace irikteu::sign_test {

using pdf_test::keep;
using sign::Answer;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string stamped(seal::SignOptions options, const std::string& file) {
    const LoopbackServer server([](const std::string&, const std::string& body) { return ok(Authority::shared().answer_timestamp(body)); });
    pdf::FontSession fonts(pdf_test::library());
    sign::HttpNetwork network;
    options.timestamp_authority = server.address("/tsa");
    return seal::sign_file(file, Authority::shared().key(0), options, fonts, network);
}

seal::SignOptions at_level(seal::SignOptions::Level level) {
    seal::SignOptions options = options_for(0);
    options.level = level;
    return options;
}

}  // namespace

TEST(Timestamp, IsTakenFromTheAuthorityAndTellsTheTimeOfSigning) {
    const auto file = stamped(at_level(seal::SignOptions::Level::timestamp), signed_protocol(0));
    auto options = verification();
    options.now.seconds += 3600;
    const auto report = seal::verify_file(file, options);
    const auto& found = report.signatures.at(0).verification;
    ASSERT_TRUE(found.timestamp);
    EXPECT_EQ(found.time.answer, Answer::valid) << found.time.reason;
    EXPECT_EQ(found.as_of, *found.timestamp);
    EXPECT_LT(found.as_of, options.now);
    EXPECT_EQ(report.answer(), Answer::valid) << found.revocation.reason << found.chain.reason;
    EXPECT_THAT(pdf_test::conformance_faults(keep("stamped.pdf", file)), IsEmpty());
    EXPECT_THAT(pdf_test::run({"pdfsig", "-nocert", keep("stamped.pdf", file)}).output, HasSubstr("Signature is Valid"));
}

TEST(Timestamp, OfAnAuthorityThatIsNotTrustedIsNotChecked) {
    const auto file = stamped(at_level(seal::SignOptions::Level::timestamp), signed_protocol(0));
    auto options = verification();
    options.trust = {};
    options.trust.anchors.push_back(Authority::shared().key(0).certificate());
    const auto found = seal::verify_file(file, options).signatures.at(0).verification;
    EXPECT_EQ(found.time.answer, Answer::not_checked) << found.time.reason;
    EXPECT_EQ(found.as_of, options.now) << "an untrusted time stamp proves no time";
}

TEST(Timestamp, AboutOtherBytesIsInvalid) {
    const auto& authority = Authority::shared();
    const LoopbackServer server([&](const std::string&, const std::string& body) { return ok(authority.answer_timestamp(body)); });
    sign::HttpNetwork network;
    const auto token = sign::request_timestamp("one", server.address("/"), network);
    EXPECT_EQ(sign::read_timestamp(token, {"one"}).check.answer, Answer::valid) << sign::read_timestamp(token, {"one"}).check.reason;
    EXPECT_EQ(sign::read_timestamp(token, {"o", "ne"}).check.answer, Answer::valid);
    EXPECT_EQ(sign::read_timestamp(token, {"two"}).check.answer, Answer::invalid);
    std::string changed = token;
    changed[changed.size() - 20] = static_cast<char>(changed[changed.size() - 20] ^ 1);
    EXPECT_EQ(sign::read_timestamp(changed, {"one"}).check.answer, Answer::invalid);
}

TEST(Timestamp, ThatAnswersAnotherRequestIsRefused) {
    std::string first;
    const LoopbackServer server([&](const std::string&, const std::string& body) {
        if (first.empty()) first = Authority::shared().answer_timestamp(body);
        return ok(first);
    });
    sign::HttpNetwork network;
    EXPECT_NO_THROW(sign::request_timestamp("one", server.address("/"), network));
    EXPECT_THROW(sign::request_timestamp("one", server.address("/"), network), base::Error) << "the nonce is an old one";
}

TEST(Timestamp, LeavesNothingSignedWhereTheAuthorityIsOut) {
    pdf::FontSession fonts(pdf_test::library());
    sign::HttpNetwork network({std::chrono::milliseconds(2000), 1 << 20});
    auto options = at_level(seal::SignOptions::Level::timestamp);
    const LoopbackServer broken([](const std::string&, const std::string&) { return std::string("HTTP/1.1 503 Busy\r\n\r\n"); });
    options.timestamp_authority = broken.address("/tsa");
    try {
        seal::sign_file(signed_protocol(0), Authority::shared().key(0), options, fonts, network);
        FAIL() << "signed without a time stamp";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::environment);
        EXPECT_THAT(error.what(), HasSubstr("503"));
    }
}

TEST(LongTerm, PutsCertificatesAndRevocationIntoTheFileSoThatNothingElseIsNeeded) {
    auto options = at_level(seal::SignOptions::Level::long_term);
    options.given.crls = {Authority::shared().crl({}), Authority::shared().root_crl()};
    options.given.certificates = Authority::shared().trust().anchors;
    // A CRL that was made a second before the time stamp is still in force then.
    const auto file = stamped(options, signed_protocol(0));
    const auto read = pdf::read_signed_file(file);
    EXPECT_EQ(read.crls.size(), 2u);
    EXPECT_EQ(read.certificates.size(), 4u) << "signatory, issuing authority, root, time-stamping authority";
    const auto report = seal::verify_file(file, verification_without_revocation());
    const auto& one = report.signatures.at(0);
    EXPECT_EQ(report.answer(), Answer::valid) << one.verification.revocation.reason;
    EXPECT_TRUE(one.signature.changes.validation_data);
    EXPECT_EQ(one.signature.coverage, pdf::Coverage::later_changes);
    EXPECT_THAT(pdf_test::conformance_faults(keep("long-term.pdf", file)), IsEmpty());
    EXPECT_EQ(pdf_test::run({"qpdf", "--check", keep("long-term.pdf", file)}).status, 0);

    pdf::FontSession fonts(pdf_test::library());
    const auto next = signed_by(file, 1, fonts);
    EXPECT_EQ(seal::verify_file(next, verification()).answer(), Answer::valid);
}

TEST(LongTerm, RefusesWhereAnAnswerIsMissing) {
    auto options = at_level(seal::SignOptions::Level::long_term);
    options.given.certificates = Authority::shared().trust().anchors;
    EXPECT_THROW(stamped(options, signed_protocol(0)), base::Error);
    options.given.crls = {Authority::shared().crl({0}), Authority::shared().root_crl()};
    EXPECT_THROW(stamped(options, signed_protocol(0)), base::Error) << "the signatory's certificate is revoked";
}

TEST(TwoSteps, GiveTheDigestAndTakeACmsMadeElsewhere) {
    const auto& authority = Authority::shared();
    pdf::FontSession fonts(pdf_test::library());
    auto request = options_for(0).request;
    const auto prepared = pdf::prepare_signature(signed_protocol(0), pdf::read_signed_file(signed_protocol(0)), request, fonts);
    const auto parts = prepared.signed_parts();
    const auto content = keep("to-be-signed.bin", std::string(parts[0]) + std::string(parts[1]));
    const auto cms = authority.path("external.cms");
    openssl({"cms", "-sign", "-binary", "-cades", "-md", "sha256", "-in", content, "-signer", authority.path("signatory-0.pem"), "-inkey",
             authority.path("signatory-0.key"), "-certfile", authority.path("issuing.pem"), "-outform", "PEM", "-out", cms});
    const auto der = sign::read_cms(authority.read("external.cms"), cms);
    NoNetwork network;
    const auto file = seal::finish_file(prepared.bytes, der, {}, network);
    EXPECT_EQ(seal::verify_file(file, verification()).answer(), Answer::valid);
    EXPECT_EQ(sign::read_cms(der, cms), der);

    EXPECT_EQ(seal::verify_file(prepared.bytes, verification()).answer(), Answer::invalid) << "prepared is not signed";
    EXPECT_THROW(seal::finish_file(file, der, {}, network), base::Error) << "finished already";
    EXPECT_THROW(signed_by(prepared.bytes, 1, fonts), base::Error) << "the field before awaits its CMS";
    std::string changed = prepared.bytes;
    changed[changed.find("stream") + 20] ^= 1;
    EXPECT_THROW(seal::finish_file(changed, der, {}, network), base::Error) << "the prepared file was changed";
}

TEST(TwoSteps, RefuseACmsWithoutRoom) {
    pdf::FontSession fonts(pdf_test::library());
    auto request = options_for(0).request;
    request.room = 100;
    auto prepared = pdf::prepare_signature(signed_protocol(0), pdf::read_signed_file(signed_protocol(0)), request, fonts);
    EXPECT_THROW(pdf::embed_signature(prepared, std::string(101, 'x')), base::Error);
    EXPECT_NO_THROW(pdf::embed_signature(prepared, std::string(100, 'x')));
}

TEST(Certification, AllowsSignaturesAndFillingBehindIt) {
    pdf::FontSession fonts(pdf_test::library());
    NoNetwork network;
    auto options = options_for(0);
    options.request.certification = pdf::SignatureRequest::Certification::fill_and_sign;
    auto file = seal::sign_file(signed_protocol(0), Authority::shared().key(0), options, fonts, network);
    EXPECT_THROW(seal::sign_file(file, Authority::shared().key(1), options, fonts, network), base::Error) << "only the first signature can certify";
    file = signed_by(file, 1, fonts);
    const auto report = seal::verify_file(file, verification());
    EXPECT_EQ(report.signatures.at(0).signature.certification, 2);
    EXPECT_EQ(report.answer(), Answer::valid);
    EXPECT_THAT(pdf_test::conformance_faults(keep("certified.pdf", file)), IsEmpty());
}

}  // namespace irikteu::sign_test
