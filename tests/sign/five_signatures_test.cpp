// A protocol signed by five people in order: valid for us, for pdfsig, for openssl and qpdf; still PDF/A-3a and PDF/UA-1.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../pdf/page_maker.hpp"
#include "base/error.hpp"
#include "conformance.hpp"
#include "programs.hpp"
#include "signed_samples.hpp"

namespace irikteu::sign_test {

using pdf_test::keep;
using pdf_test::run;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string file_of(int count) { return keep("signed-" + std::to_string(count) + ".pdf", signed_protocol(count)); }

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

}  // namespace

TEST(FiveSignatures, AreAllValidAndEachStillCoversItsRevision) {
    const auto report = seal::verify_file(signed_protocol(5), verification());
    ASSERT_EQ(report.signatures.size(), 5u);
    EXPECT_THAT(report.open_fields, IsEmpty());
    for (std::size_t i = 0; i < 5; ++i) {
        const auto& one = report.signatures[i];
        EXPECT_EQ(one.signature.field, "sign-" + std::to_string(i + 1));
        EXPECT_EQ(one.signature.name, Authority::names()[i]);
        EXPECT_EQ(one.answer(), sign::Answer::valid) << one.coverage.reason << one.verification.integrity.reason << one.verification.signature.reason
                                                    << one.verification.chain.reason << one.verification.revocation.reason;
        EXPECT_EQ(one.signature.coverage, i == 4 ? pdf::Coverage::whole_file : pdf::Coverage::later_changes) << one.signature.coverage_reason;
        EXPECT_EQ(one.signature.changes.signatures, i != 4);
        EXPECT_FALSE(one.signature.changes.forms);
    }
    EXPECT_EQ(report.answer(), sign::Answer::valid);
}

TEST(FiveSignatures, LeaveEveryFormerByteAsItWas) {
    for (int count = 1; count <= 5; ++count) EXPECT_TRUE(signed_protocol(count).starts_with(signed_protocol(count - 1))) << count;
}

TEST(FiveSignatures, AreValidForPdfsig) {
    const auto all = run({"pdfsig", "-nocert", file_of(5)});
    EXPECT_EQ(occurrences(all.output, "Signature Validation: Signature is Valid."), 5u) << all.output;
    EXPECT_EQ(occurrences(all.output, "ETSI.CAdES.detached"), 5u);
    EXPECT_EQ(occurrences(all.output, "Total document signed"), 1u) << all.output;
    EXPECT_THAT(all.output, HasSubstr("Қожахметов Нұрлан"));
}

TEST(FiveSignatures, AreValidForOpenssl) {
    const std::string& file = signed_protocol(5);
    const auto read = pdf::read_signed_file(file);
    for (const auto& signature : read.signatures) {
        const auto parts = signature.signed_parts(file);
        const auto content = keep("content.bin", std::string(parts[0]) + std::string(parts[1]));
        // A CMS may itself end in zeros: what DER says of its length counts.
        const auto length = 4 + static_cast<std::size_t>(static_cast<unsigned char>(signature.contents[2])) * 256 + static_cast<unsigned char>(signature.contents[3]);
        ASSERT_EQ(signature.contents[1], '\x82');
        const auto der = keep("signature.der", signature.contents.substr(0, length));
        const auto result = run({"openssl", "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", der, "-content", content, "-CAfile",
                                 Authority::shared().path("root.pem"), "-purpose", "any", "-out", "/dev/null"});
        EXPECT_EQ(result.status, 0) << signature.field << result.output;
        const auto printed = run({"openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", der}).output;
        EXPECT_THAT(printed, testing::Not(HasSubstr("signingTime"))) << "PAdES wants it left out (EN 319 142-1, 6.3)";
        EXPECT_THAT(printed, HasSubstr("signingCertificateV2"));
    }
}

TEST(FiveSignatures, KeepTheFileSoundForQpdf) {
    for (int count : {1, 5}) {
        const auto result = run({"qpdf", "--check", file_of(count)});
        EXPECT_EQ(result.status, 0) << result.output;
    }
}

TEST(FiveSignatures, KeepTheFilePdfA3aAndPdfUa1) {
    for (int count = 0; count <= 5; ++count) EXPECT_THAT(pdf_test::conformance_faults(file_of(count)), IsEmpty()) << count << " signatures";
}

TEST(FiveSignatures, ShowTheKazakhNamesInTheirBoxes) {
    const auto text = run({"pdftotext", "-layout", "-f", "2", file_of(5), "-"}).output;
    for (const auto& name : Authority::names()) EXPECT_THAT(text, HasSubstr(name.substr(0, name.find(' '))));
}

TEST(FiveSignatures, AreTheSameBytesAgainWithAnRsaKey) {
    pdf::FontSession fonts(pdf_test::library());
    EXPECT_EQ(signed_by(signed_protocol(0), 0, fonts), signed_protocol(1));
}

TEST(FiveSignatures, ComeInTheDeclaredOrderOnly) {
    pdf::FontSession fonts(pdf_test::library());
    NoNetwork network;
    auto options = options_for(1);
    options.request.field = "sign-2";
    EXPECT_THROW(seal::sign_file(signed_protocol(0), Authority::shared().key(1), options, fonts, network), base::Error);
    options.request.order = pdf::SignatureRequest::Order::any;
    const auto file = seal::sign_file(signed_protocol(0), Authority::shared().key(1), options, fonts, network);
    const auto report = seal::verify_file(file, verification());
    ASSERT_EQ(report.signatures.size(), 1u);
    EXPECT_EQ(report.signatures[0].signature.field, "sign-2");
    EXPECT_EQ(report.open_fields.size(), 4u);
}

TEST(FiveSignatures, WorkOnACompactFileAsWell) {
    pdf::FontSession fonts(pdf_test::library());
    std::string file = protocol(fonts, pdf::Container::compact);
    for (int i = 0; i < 3; ++i) file = signed_by(file, i, fonts);
    const auto path = keep("signed-compact.pdf", file);
    EXPECT_EQ(run({"qpdf", "--check", path}).status, 0);
    EXPECT_EQ(occurrences(run({"pdfsig", "-nocert", path}).output, "Signature is Valid"), 3u);
    EXPECT_THAT(pdf_test::conformance_faults(path), IsEmpty());
    const auto report = seal::verify_file(file, verification());
    EXPECT_EQ(report.signatures.size(), 3u);
    EXPECT_EQ(report.answer(), sign::Answer::valid) << report.signatures[0].coverage.reason;
}

}  // namespace irikteu::sign_test
