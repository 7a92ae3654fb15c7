// Whether a file signs the very bytes that it is said to sign.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "base/error.hpp"
#include "../pdf/page_maker.hpp"
#include "pdf/file_update.hpp"
#include "seal/signed_form.hpp"
#include "sign/cms.hpp"
#include "signed_samples.hpp"

namespace irikteu::sign_test {

using seal::signed_form;
using sign::Answer;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string with_update(const std::string& file, const std::function<void(pdf::FileUpdate&)>& change) {
    pdf::FileUpdate update(file);
    change(update);
    return update.finish();
}

std::string signed_next(const std::string& file, int signatory) {
    pdf::FontSession fonts(pdf_test::library());
    return signed_by(file, signatory, fonts);
}

void expect_refused(const std::string& file, const std::string& original, const char* why) {
    const auto form = signed_form(file, original, now());
    EXPECT_EQ(form.check.answer, Answer::invalid) << why;
    EXPECT_THAT(form.check.reason, HasSubstr(why));
    EXPECT_TRUE(form.signatories.empty()) << why;
}

}  // namespace

TEST(FileUpdate, RefusesAFileWhoseOffsetsAreCountedOtherwise) {
    const std::string shifted = "junk\n" + signed_protocol(0);
    try {
        pdf::FileUpdate update(shifted);
        FAIL() << "libqpdf reads it, but what would be appended points to other bytes";
    } catch (const irikteu::base::Error& error) {
        EXPECT_EQ(error.code(), irikteu::base::ErrorCode::unsupported);
        EXPECT_THAT(error.message(), HasSubstr("%PDF-"));
    }
}

TEST(SignedForm, IsTheOriginalWithSignaturesBehindIt) {
    const auto once = signed_form(signed_protocol(1), signed_protocol(0), now());
    EXPECT_EQ(once.check.answer, Answer::valid) << once.check.reason;
    EXPECT_THAT(once.signatories, ElementsAre(Authority::names()[0]));
    const auto last_three = signed_form(signed_protocol(5), signed_protocol(2), now());
    EXPECT_EQ(last_three.check.answer, Answer::valid) << last_three.check.reason;
    EXPECT_THAT(last_three.signatories, ElementsAre(Authority::names()[2], Authority::names()[3], Authority::names()[4])) << "the first two were there before";
}

TEST(SignedForm, IsNotAnotherDocumentTheSameOneOrAChangedOne) {
    const std::string& original = signed_protocol(0);
    expect_refused(original, original, "the same file");
    expect_refused(signed_protocol(0), signed_protocol(1), "does not begin with the very bytes");
    std::string other = original;
    other[other.find("%%EOF")] = '%';
    other.replace(other.find("/Lang"), 5, "/Long");
    expect_refused(signed_protocol(1), other, "does not begin with the very bytes");
    expect_refused(original + "\n% more\n", original, "no signature");
}

TEST(SignedForm, IsNotWhatWasChangedFirstAndSignedThen) {
    const std::string& original = signed_protocol(0);
    const auto other_pages = with_update(original, [](pdf::FileUpdate& u) { u.set_entry(*u.referred(u.catalog(), "Pages"), "Count", "1"); });
    expect_refused(signed_next(other_pages, 0), original, "changed");
    const auto filled = with_update(original, [](pdf::FileUpdate& u) {
        const std::string fields = *u.entry(*u.referred(u.catalog(), "AcroForm"), "Fields");
        u.set_entry({static_cast<std::uint32_t>(std::stoul(fields.substr(fields.find_first_of("0123456789"))))}, "V", "(ok)");
    });
    EXPECT_EQ(signed_form(signed_next(filled, 0), original, now()).check.answer, Answer::valid) << "people fill in votes, and sign them";
    EXPECT_EQ(signed_form(signed_next(filled, 0), original, now()).filled.size(), 1u);
    const auto behind = with_update(signed_protocol(1), [](pdf::FileUpdate& u) { u.set_entry(u.catalog(), "Lang", "(ru)"); });
    expect_refused(behind, original, "/Lang");
}

TEST(SignedForm, IsNotABrokenSignature) {
    std::string broken = signed_protocol(1);
    const auto gap = pdf::read_signed_file(broken).signatures.at(0).byte_range[1];
    for (std::size_t at = static_cast<std::size_t>(gap) + 1400; at < static_cast<std::size_t>(gap) + 1500; ++at) broken[at] = broken[at] == '5' ? '6' : '5';
    const auto form = signed_form(broken, signed_protocol(0), now());
    EXPECT_NE(form.check.answer, Answer::valid);
    pdf::FontSession fonts(pdf_test::library());
    const auto request = options_for(0).request;
    const auto prepared = pdf::prepare_signature(signed_protocol(0), pdf::read_signed_file(signed_protocol(0)), request, fonts);
    expect_refused(prepared.bytes, signed_protocol(0), "awaits its CMS");
}

TEST(SignedForm, IsADetachedCmsAboutTheOriginal) {
    const std::string original = "Бұйрық № 5\n";
    const std::string cms = sign::make_cms(Authority::shared().key(1), base::sha256(original));
    const auto form = signed_form(cms, original, now());
    EXPECT_EQ(form.check.answer, Answer::valid) << form.check.reason;
    EXPECT_THAT(form.signatories, ElementsAre(Authority::names()[1]));
    EXPECT_EQ(signed_form(cms, original + ' ', now()).check.answer, Answer::invalid);
    expect_refused("some text", original, "neither a signed PDF nor a detached CMS");
    expect_refused("", original, "neither a signed PDF nor a detached CMS");
    expect_refused(cms, "", "empty");
}

}  // namespace irikteu::sign_test
