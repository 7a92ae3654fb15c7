// The CMS by itself: integrity, certificate, path, time, revocation, each with its own answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "sign/cms.hpp"
#include "sign/revocation.hpp"
#include "sign/verify.hpp"
#include "signed_samples.hpp"

namespace irikteu::sign_test {

using sign::Answer;
using testing::HasSubstr;

namespace {

const std::string kText = "Комиссия шешімі";

std::string cms_of(int signatory) { return sign::make_cms(Authority::shared().key(signatory), base::sha256(kText)); }

struct Setting {
    sign::TrustStore trust = Authority::shared().trust();
    sign::ValidationData data;
    base::Moment at = now();
    sign::Network* network = nullptr;

    sign::Verification verify(std::string_view cms, std::vector<std::string_view> parts = {kText}) const {
        return sign::verify_signature(cms, parts, sign::Profile::pades, {trust, data, at, network});
    }
};

Setting with_crls(const std::vector<int>& revoked) {
    Setting setting;
    setting.data.crls = {Authority::shared().crl(revoked), Authority::shared().root_crl()};
    setting.at = now();
    return setting;
}

}  // namespace

TEST(Verify, AnswersEveryQuestionForRsaAndEc) {
    for (int signatory : {0, 1}) {
        const auto found = with_crls({}).verify(cms_of(signatory));
        EXPECT_EQ(found.answer(), Answer::valid) << found.chain.reason << found.revocation.reason << found.signature.reason;
        ASSERT_TRUE(found.signer);
        EXPECT_EQ(found.signer->common_name(), Authority::names()[static_cast<std::size_t>(signatory)]);
        EXPECT_EQ(found.digest_algorithm, "SHA256");
        EXPECT_FALSE(found.claimed_time) << "PAdES wants no signing-time";
    }
}

TEST(Verify, TellsOtherBytesFromSignedOnes) {
    const auto found = with_crls({}).verify(cms_of(0), {"Комиссия ", "шешімi"});
    EXPECT_EQ(found.integrity.answer, Answer::invalid);
    EXPECT_EQ(found.signature.answer, Answer::valid) << "the attributes themselves are signed";
    EXPECT_EQ(found.answer(), Answer::invalid);
}

TEST(Verify, TakesZerosBehindTheCmsButNothingElse) {
    EXPECT_EQ(with_crls({}).verify(cms_of(0) + std::string(100, '\0')).answer(), Answer::valid);
    EXPECT_EQ(with_crls({}).verify(cms_of(0) + std::string(100, '\0') + "x").answer(), Answer::invalid);
    EXPECT_EQ(with_crls({}).verify("").answer(), Answer::invalid);
    EXPECT_EQ(with_crls({}).verify(std::string(1000, '\x30')).answer(), Answer::invalid);
}

TEST(Verify, NoticesEveryChangedByteOfTheCms) {
    const std::string cms = cms_of(1);
    const auto setting = with_crls({});
    for (std::size_t i = 0; i < cms.size(); ++i) {
        for (const int flip : {0x01, 0x10, 0x20, 0x80}) {
            std::string changed = cms;
            changed[i] = static_cast<char>(changed[i] ^ flip);
            EXPECT_NE(setting.verify(changed).answer(), Answer::valid) << "byte " << i << " of " << cms.size() << ", flipped by " << flip;
        }
    }
}

TEST(Verify, NeverCallsValidWhatCouldNotBeChecked) {
    Setting nobody_trusted = with_crls({});
    nobody_trusted.trust = {};
    EXPECT_EQ(nobody_trusted.verify(cms_of(0)).chain.answer, Answer::not_checked);
    EXPECT_EQ(nobody_trusted.verify(cms_of(0)).answer(), Answer::not_checked);
    Setting no_answers;
    const auto found = no_answers.verify(cms_of(0));
    EXPECT_EQ(found.chain.answer, Answer::valid) << found.chain.reason;
    EXPECT_EQ(found.revocation.answer, Answer::not_checked);
    EXPECT_EQ(found.answer(), Answer::not_checked);
    NoNetwork out;
    no_answers.network = &out;
    EXPECT_EQ(no_answers.verify(cms_of(0)).revocation.answer, Answer::not_checked) << "an outage is no answer";
}

TEST(Verify, TellsAStrangersRootFromOurs) {
    Setting stranger = with_crls({});
    const auto& authority = Authority::shared();
    openssl({"req", "-x509", "-new", "-utf8", "-key", authority.path("tsa.key"), "-config", authority.path("ca.cnf"), "-extensions", "ca_ext", "-days", "10", "-subj",
             "/C=KZ/CN=Сынақ түбірі", "-out", authority.path("stranger.pem")});
    stranger.trust = {};
    stranger.trust.add(base::RealDisk(), authority.path("stranger.pem"));
    EXPECT_NE(stranger.verify(cms_of(0)).chain.answer, Answer::valid);
}

TEST(Verify, JudgesRevocationAsOfTheMomentOfSigning) {
    const auto revoked = with_crls({0}).verify(cms_of(0));
    EXPECT_EQ(revoked.revocation.answer, Answer::invalid) << revoked.revocation.reason;
    EXPECT_EQ(with_crls({0}).verify(cms_of(1)).answer(), Answer::valid) << "somebody else's revocation";
    Setting before = with_crls({0});
    before.at.seconds -= 600;  // Far enough that a slow machine makes no difference; the certificates are an hour old.
    const auto earlier = before.verify(cms_of(0));
    EXPECT_EQ(earlier.revocation.answer, Answer::valid) << earlier.revocation.reason;
    EXPECT_THAT(earlier.revocation.reason, HasSubstr("only later"));
}

TEST(Verify, DoesNotTrustACrlThatIsTooOldOrSomebodyElses) {
    Setting later = with_crls({});
    later.at.seconds += 60 * 86400;  // The CRLs are for 30 days.
    EXPECT_EQ(later.verify(cms_of(0)).revocation.answer, Answer::not_checked);
    Setting wrong;
    wrong.data.crls = {Authority::shared().root_crl()};
    EXPECT_EQ(wrong.verify(cms_of(0)).revocation.answer, Answer::not_checked);
    Setting changed = with_crls({});
    changed.data.crls[0][changed.data.crls[0].size() - 10] ^= 1;
    EXPECT_EQ(changed.verify(cms_of(0)).revocation.answer, Answer::not_checked);
}

TEST(Verify, TellsExpiredFromForged) {
    Setting later = with_crls({});
    later.at.seconds += 400 * 86400;  // Certificates are for 365 days.
    const auto found = later.verify(cms_of(0));
    EXPECT_EQ(found.chain.answer, Answer::not_checked) << "nothing tells whether it was signed before";
    EXPECT_THAT(found.chain.reason, HasSubstr("expired"));
    Setting before = with_crls({});
    before.at.seconds -= 400 * 86400;
    EXPECT_EQ(before.verify(cms_of(0)).chain.answer, Answer::invalid) << "not valid yet";
}

TEST(Verify, AcceptsAnOcspAnswerInPlaceOfACrl) {
    const auto& authority = Authority::shared();
    openssl({"ocsp", "-issuer", authority.path("issuing.pem"), "-cert", authority.path("signatory-0.pem"), "-no_nonce", "-reqout", authority.path("r.ocsp")});
    Setting setting;
    setting.data.ocsp_answers = {authority.answer_ocsp(authority.read("r.ocsp"))};
    setting.data.crls = {authority.root_crl()};
    setting.at = now();
    const auto found = setting.verify(cms_of(0));
    EXPECT_EQ(found.answer(), Answer::valid) << found.revocation.reason;
    EXPECT_EQ(setting.verify(cms_of(1)).revocation.answer, Answer::not_checked) << "the answer is about another certificate";
    std::string forged = setting.data.ocsp_answers[0];
    forged[forged.size() - 1000] = static_cast<char>(forged[forged.size() - 1000] ^ 1);
    setting.data.ocsp_answers = {forged};
    EXPECT_EQ(setting.verify(cms_of(0)).revocation.answer, Answer::not_checked);
}

TEST(Verify, RefusesACmsWithoutSigningCertificate) {
    const auto& authority = Authority::shared();
    base::RealDisk().write(authority.path("text"), kText);
    openssl({"cms", "-sign", "-binary", "-md", "sha256", "-in", authority.path("text"), "-signer", authority.path("signatory-0.pem"), "-inkey",
             authority.path("signatory-0.key"), "-certfile", authority.path("issuing.pem"), "-outform", "DER", "-out", authority.path("plain.cms")});
    const auto cms = authority.read("plain.cms");
    const auto setting = with_crls({});
    EXPECT_EQ(setting.verify(cms).signing_certificate.answer, Answer::invalid);
    const auto older = sign::verify_signature(cms, {kText}, sign::Profile::pkcs7, {setting.trust, setting.data, setting.at, nullptr});
    EXPECT_EQ(older.answer(), Answer::valid) << older.signing_certificate.reason << older.revocation.reason;
    EXPECT_TRUE(older.claimed_time);
}

TEST(Verify, RefusesSha1) {
    const auto& authority = Authority::shared();
    base::RealDisk().write(authority.path("text"), kText);
    openssl({"cms", "-sign", "-binary", "-cades", "-md", "sha1", "-in", authority.path("text"), "-signer", authority.path("signatory-0.pem"), "-inkey",
             authority.path("signatory-0.key"), "-certfile", authority.path("issuing.pem"), "-outform", "DER", "-out", authority.path("sha1.cms")});
    EXPECT_EQ(with_crls({}).verify(authority.read("sha1.cms")).integrity.answer, Answer::invalid);
}

TEST(SigningKey, OpensWithItsPasswordOnly) {
    const auto& authority = Authority::shared();
    const auto bytes = authority.read("signatory-0.p12");
    EXPECT_EQ(sign::SigningKey::from_pkcs12(bytes, Authority::kPassword, "k").issuers().size(), 1u);
    const auto code = [&](std::string_view data, std::string_view password) {
        try {
            sign::SigningKey::from_pkcs12(data, password, "key.p12");
        } catch (const base::Error& error) {
            EXPECT_THAT(error.what(), HasSubstr("key.p12"));
            EXPECT_THAT(error.what(), testing::Not(HasSubstr(std::string(password)))) << "a password stays out of messages";
            return error.code();
        }
        return base::ErrorCode::damaged_archive;
    };
    EXPECT_EQ(code(bytes, "not the password"), base::ErrorCode::usage);
    EXPECT_EQ(code(bytes.substr(0, 500), "some password"), base::ErrorCode::malformed);
    openssl({"pkcs12", "-export", "-nokeys", "-in", authority.path("root.pem"), "-passout", "pass:some", "-out", authority.path("nokey.p12")});
    EXPECT_EQ(code(authority.read("nokey.p12"), "some"), base::ErrorCode::invalid);
}

TEST(SigningKey, OpensFilesOfOlderIssuers) {
    const auto& authority = Authority::shared();
    openssl({"pkcs12", "-export", "-legacy", "-inkey", authority.path("signatory-0.key"), "-in", authority.path("signatory-0.pem"), "-passout", "pass:some", "-out",
             authority.path("old.p12")});
    EXPECT_EQ(sign::SigningKey::from_pkcs12(authority.read("old.p12"), "some", "k").certificate().common_name(), Authority::names()[0]);
}

TEST(SigningKey, MustBeStrongEnough) {
    const auto& authority = Authority::shared();
    openssl({"req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", authority.path("weak.key"), "-config", authority.path("ca.cnf"), "-subj", "/CN=weak", "-out", authority.path("weak.pem")});
    openssl({"pkcs12", "-export", "-inkey", authority.path("weak.key"), "-in", authority.path("weak.pem"), "-passout", "pass:some", "-out", authority.path("weak.p12")});
    EXPECT_THROW(sign::SigningKey::from_pkcs12(authority.read("weak.p12"), "some", "k"), base::Error);
}

TEST(ReadCms, TakesPemBareBase64AndDerAndNothingElse) {
    const std::string der = cms_of(0);
    base::RealDisk().write(Authority::shared().path("x.der"), der);
    const auto base64 = openssl({"base64", "-in", Authority::shared().path("x.der")});
    EXPECT_EQ(sign::read_cms(der, "f"), der);
    EXPECT_EQ(sign::read_cms(base64, "f"), der);
    EXPECT_EQ(sign::read_cms("-----BEGIN CMS-----\n" + base64 + "-----END CMS-----\n", "f"), der);
    for (const std::string& other : {std::string(), std::string("hello"), std::string("-----BEGIN CMS-----"), der.substr(0, 100), base64.substr(0, 77)}) {
        EXPECT_THROW(sign::read_cms(other, "f"), base::Error) << other.substr(0, 20);
    }
}

}  // namespace irikteu::sign_test
