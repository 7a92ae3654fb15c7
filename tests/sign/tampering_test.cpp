// A changed byte anywhere in what a signature signs is noticed, for each signature that signs it; so is everything that is smuggled in behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "../pdf/page_maker.hpp"
#include "base/error.hpp"
#include "pdf/file_update.hpp"
#include "pdf/signature_slot.hpp"
#include "sign/cms.hpp"
#include "signed_samples.hpp"

namespace irikteu::sign_test {

using testing::HasSubstr;

namespace {

/// Positions to be changed: every so many bytes, and every byte of what holds the file together.
std::set<std::size_t> positions(const std::string& file, std::size_t step) {
    std::set<std::size_t> chosen;
    for (std::size_t i = 0; i < file.size(); i += step) chosen.insert(i);
    for (const char* word : {"xref", "trailer", "startxref", "%%EOF", "/ByteRange", "/Type/Sig", "/Root", "/Prev", "obj"}) {
        for (std::size_t at = 0; (at = file.find(word, at)) != std::string::npos; at += 4) {
            for (std::size_t i = at; i < std::min(file.size(), at + (std::string_view(word) == "obj" ? 1 : 24)); i += 5) chosen.insert(i);
        }
    }
    return chosen;
}

/// Which signatures the changed file no longer vouches for; all, where it can't be read.
std::vector<bool> noticed(const std::string& file, std::size_t count) {
    std::vector<bool> answer(count, true);
    try {
        const auto report = seal::verify_file(file, verification_without_revocation());
        for (const auto& one : report.signatures) {
            const std::size_t index = static_cast<std::size_t>(one.signature.field.back() - '1');
            const auto& found = one.verification;
            const bool sound = one.coverage.answer == sign::Answer::valid && found.integrity.answer == sign::Answer::valid &&
                               found.signature.answer == sign::Answer::valid && found.signing_certificate.answer == sign::Answer::valid;
            if (index < count && sound) answer[index] = false;
        }
    } catch (const base::Error&) {
        return answer;
    }
    return answer;
}

std::string with_update(const std::string& file, const std::function<void(pdf::FileUpdate&)>& change) {
    pdf::FileUpdate update(file);
    change(update);
    return update.finish();
}

const seal::SignatureReport& first(const seal::FileReport& report) { return report.signatures.at(0); }

}  // namespace

TEST(Tampering, IsNoticedForEverySignatureThatSignsTheByte) {
    const std::string& file = signed_protocol(5);
    const auto signatures = pdf::read_signed_file(file).signatures;
    ASSERT_EQ(noticed(file, 5), std::vector<bool>(5, false));
    std::size_t changed = 0;
    for (const std::size_t at : positions(file, 997)) {
        std::string copy = file;
        copy[at] = static_cast<char>(copy[at] ^ 0x01);
        const auto found = noticed(copy, 5);
        for (std::size_t i = 0; i < 5; ++i) {
            const auto& range = signatures[i].byte_range;
            const auto position = static_cast<std::int64_t>(at);
            if (position < range[1] || (position >= range[2] && position < range[2] + range[3])) {
                EXPECT_TRUE(found[i]) << "byte " << at << ", signature " << i + 1;
                ++changed;
            }
        }
    }
    EXPECT_GT(changed, 1000u);
}

TEST(Tampering, IsNoticedInsideTheCms) {
    const std::string& file = signed_protocol(1);
    const auto signature = pdf::read_signed_file(file).signatures.at(0);
    const auto start = static_cast<std::size_t>(signature.byte_range[1]), end = static_cast<std::size_t>(signature.byte_range[2]);
    std::size_t tried = 0;
    for (std::size_t at = start; at < end; at += 37) {
        std::string copy = file;
        copy[at] = copy[at] == '5' ? '6' : '5';
        const auto report = seal::verify_file(copy, verification());
        EXPECT_NE(report.answer(), sign::Answer::valid) << at - start << " of " << end - start;
        ++tried;
    }
    EXPECT_GT(tried, 100u);
}

TEST(Tampering, IsNoticedWhereAPageIsReplacedByAnUpdate) {
    const auto file = with_update(signed_protocol(2), [](pdf::FileUpdate& update) {
        const auto pages = *update.referred(update.catalog(), "Pages");
        update.set_entry(pages, "Count", "1");
    });
    const auto report = seal::verify_file(file, verification());
    ASSERT_EQ(report.signatures.size(), 2u);
    for (const auto& one : report.signatures) {
        EXPECT_EQ(one.signature.coverage, pdf::Coverage::changed);
        EXPECT_THAT(one.coverage.reason, HasSubstr("changed after signing"));
        EXPECT_EQ(one.verification.integrity.answer, sign::Answer::valid) << "the signed bytes themselves are untouched";
        EXPECT_EQ(one.answer(), sign::Answer::invalid);
    }
}

TEST(Tampering, IsNoticedInTheCatalogTheTrailerAndSignedFields) {
    const std::string& file = signed_protocol(1);
    const auto fields = pdf::read_signed_file(file).fields;
    const std::vector<std::pair<std::string, std::function<void(pdf::FileUpdate&)>>> changes{
        {"catalog: /OpenAction", [](pdf::FileUpdate& u) { u.set_entry(u.catalog(), "OpenAction", "<</S/JavaScript/JS(app.alert(1))>>"); }},
        {"catalog: /Perms", [](pdf::FileUpdate& u) { u.set_entry(u.catalog(), "Perms", "<<>>"); }},
        {"catalog: /Lang", [](pdf::FileUpdate& u) { u.set_entry(u.catalog(), "Lang", "(ru)"); }},
        {"form: /NeedAppearances", [](pdf::FileUpdate& u) { u.set_entry(*u.referred(u.catalog(), "AcroForm"), "NeedAppearances", "true"); }},
        {"field sign-1: /AP", [&](pdf::FileUpdate& u) { u.set_entry({fields[0].object}, "AP", "<<>>"); }},
        {"field sign-1: /Rect", [&](pdf::FileUpdate& u) { u.set_entry({fields[0].object}, "Rect", "[0 0 500 500]"); }},
        {"field sign-2: /Rect", [&](pdf::FileUpdate& u) { u.set_entry({fields[1].object}, "Rect", "[0 0 500 500]"); }},
        {"field sign-2: /AP", [&](pdf::FileUpdate& u) { u.set_entry({fields[1].object}, "AP", "<<>>"); }},
        {"(Metadata)", [](pdf::FileUpdate& u) {
             u.set_entry(*u.referred(u.catalog(), "StructTreeRoot"), "Lang", "(x)");
             u.set_entry(u.catalog(), "Metadata", to_string(u.added().add("null")));
         }}};
    for (const auto& [what, change] : changes) {
        const auto report = seal::verify_file(with_update(file, change), verification());
        EXPECT_EQ(first(report).signature.coverage, pdf::Coverage::changed) << what;
        if (what.front() != '(') {
            EXPECT_THAT(first(report).coverage.reason, HasSubstr(what));
        }
    }
}

TEST(Tampering, IsNoticedWhereSomethingIsLaidOverSlippedInOrPutInMotion) {
    const auto page = [](pdf::FileUpdate& u) {
        const std::string kids = *u.entry(*u.referred(u.catalog(), "Pages"), "Kids");
        return pdf::Reference{static_cast<std::uint32_t>(std::stoul(kids.substr(kids.find_first_of("0123456789"))))};
    };
    const auto with_item = [](std::string array, const std::string& item) { return array.insert(array.rfind(']'), ' ' + item); };
    const auto new_field = [&](pdf::FileUpdate& u, const std::string& more) {
        const auto form = *u.referred(u.catalog(), "AcroForm");
        const auto field = u.added().add("<</Type/Annot/Subtype/Widget/FT/Sig/T(more)/Rect[0 0 0 0]/F 2" + more + ">>");
        u.set_entry(form, "Fields", with_item(*u.entry(form, "Fields"), to_string(field)));
    };
    const std::vector<std::pair<const char*, std::function<void(pdf::FileUpdate&)>>> attacks{
        {"a note over the text", [&](pdf::FileUpdate& u) {
             const auto note = u.added().add("<</Type/Annot/Subtype/FreeText/Rect[50 50 500 700]/Contents(1 000 000)/DA(/Helv 40 Tf)>>");
             u.set_entry(page(u), "Annots", with_item(u.entry(page(u), "Annots").value_or("[]"), to_string(note)));
         }},
        {"other content on a page", [&](pdf::FileUpdate& u) { u.set_entry(page(u), "Contents", to_string(u.added().add("null"))); }},
        {"other fonts on a page", [&](pdf::FileUpdate& u) { u.set_entry(page(u), "Resources", "<<>>"); }},
        {"a page turned", [&](pdf::FileUpdate& u) { u.set_entry(page(u), "Rotate", "90"); }},
        {"a page cropped", [&](pdf::FileUpdate& u) { u.set_entry(page(u), "CropBox", "[0 0 10 10]"); }},
        {"an action on a page", [&](pdf::FileUpdate& u) { u.set_entry(page(u), "AA", "<</O<</S/URI/URI(http://example.org)>>>>"); }},
        {"a page added", [&](pdf::FileUpdate& u) {
             const auto pages = *u.referred(u.catalog(), "Pages");
             const auto more = u.added().add("<</Type/Page/MediaBox[0 0 595 842]/Parent " + to_string(pages) + ">>");
             u.set_entry(pages, "Kids", with_item(*u.entry(pages, "Kids"), to_string(more)));
         }},
        {"a visible signature field", [&](pdf::FileUpdate& u) {
             const auto form = *u.referred(u.catalog(), "AcroForm");
             const auto field = u.added().add("<</Type/Annot/Subtype/Widget/FT/Sig/T(more)/Rect[50 50 500 700]>>");
             u.set_entry(form, "Fields", with_item(*u.entry(form, "Fields"), to_string(field)));
         }},
        {"a script in an invisible signature field", [&](pdf::FileUpdate& u) { new_field(u, "/AA<</PO<</S/JavaScript/JS(app.alert\\(1\\))>>>>"); }},
        {"an action in an invisible signature field", [&](pdf::FileUpdate& u) { new_field(u, "/A<</S/URI/URI(http://example.org)>>"); }},
        {"a text field", [&](pdf::FileUpdate& u) {
             const auto form = *u.referred(u.catalog(), "AcroForm");
             const auto field = u.added().add("<</Type/Annot/Subtype/Widget/FT/Tx/T(t)/Rect[0 0 0 0]/F 2/V(1)>>");
             u.set_entry(form, "Fields", with_item(*u.entry(form, "Fields"), to_string(field)));
         }},
        {"an XFA form", [](pdf::FileUpdate& u) { u.set_entry(*u.referred(u.catalog(), "AcroForm"), "XFA", "(x)"); }},
        {"layers", [](pdf::FileUpdate& u) { u.set_entry(u.catalog(), "OCProperties", "<</OCGs[]/D<<>>>>"); }},
        {"another language of the tags", [](pdf::FileUpdate& u) { u.set_entry(*u.referred(u.catalog(), "StructTreeRoot"), "Lang", "(ru)"); }},
        {"other names", [](pdf::FileUpdate& u) { u.set_entry(u.catalog(), "Names", "<</JavaScript<</Names[]>>>>"); }}};
    for (const auto& [what, attack] : attacks) {
        for (const int count : {1, 5}) {
            const auto report = seal::verify_file(with_update(signed_protocol(count), attack), verification());
            for (const auto& one : report.signatures) {
                EXPECT_EQ(one.signature.coverage, pdf::Coverage::changed) << what << ", " << count;
                EXPECT_EQ(one.answer(), sign::Answer::invalid) << what << ", " << count;
            }
            EXPECT_EQ(report.answer(), sign::Answer::invalid) << what;
        }
    }
    const auto harmless = seal::verify_file(with_update(signed_protocol(1), [&](pdf::FileUpdate& u) { new_field(u, ""); }), verification());
    EXPECT_EQ(first(harmless).signature.coverage, pdf::Coverage::later_changes) << "the next signatory's own field: " << first(harmless).coverage.reason;
}

TEST(Tampering, LeavesRoomForFillingAFormField) {
    const auto with_note = with_update(signed_protocol(1), [](pdf::FileUpdate& update) {
        const auto form = *update.referred(update.catalog(), "AcroForm");
        std::string fields = *update.entry(form, "Fields");
        const auto number = static_cast<std::uint32_t>(std::stoul(fields.substr(fields.find_first_of("0123456789"))));
        update.set_entry({number}, "V", "(ok)");
    });
    const auto report = seal::verify_file(with_note, verification());
    EXPECT_EQ(first(report).signature.coverage, pdf::Coverage::later_changes) << first(report).coverage.reason;
    EXPECT_TRUE(first(report).signature.changes.forms);
    EXPECT_EQ(report.answer(), sign::Answer::valid);
    ASSERT_FALSE(report.notices.empty()) << "and it is told";
    EXPECT_EQ(report.notices.back().kind, seal::Notice::Kind::filled_later);
}

TEST(Tampering, IsNoticedWhereAFieldGetsAnotherValueThanWasSigned) {
    const auto field_of = [](pdf::FileUpdate& update) {
        const std::string fields = *update.entry(*update.referred(update.catalog(), "AcroForm"), "Fields");
        return static_cast<std::uint32_t>(std::stoul(fields.substr(fields.find_first_of("0123456789"))));
    };
    const auto filled = with_update(signed_protocol(0), [&](pdf::FileUpdate& update) { update.set_entry({field_of(update)}, "V", "(6)"); });
    pdf::FontSession fonts(pdf_test::library());
    const std::string signed_file = signed_by(filled, 0, fonts);
    EXPECT_EQ(seal::verify_file(signed_file, verification()).answer(), sign::Answer::valid);
    const auto changed = with_update(signed_file, [&](pdf::FileUpdate& update) { update.set_entry({field_of(update)}, "V", "(1)"); });
    const auto report = seal::verify_file(changed, verification());
    EXPECT_EQ(first(report).signature.coverage, pdf::Coverage::changed);
    EXPECT_THAT(first(report).coverage.reason, testing::HasSubstr("another value"));
    EXPECT_EQ(report.answer(), sign::Answer::invalid);
}

TEST(Tampering, IsNoticedWhereBytesFollowTheLastRevision) {
    const auto report = seal::verify_file(signed_protocol(1) + "% more\n", verification());
    EXPECT_NE(first(report).signature.coverage, pdf::Coverage::whole_file);
    EXPECT_THROW(seal::verify_file(signed_protocol(1).substr(0, 20000), verification()), base::Error) << "half a file";
}

TEST(Tampering, IsNoticedWhereByteRangeLeavesOutMoreThanTheSignature) {
    // The gap of signature 1 is made wider by its neighbours, as in the attacks of 2019 (universal signature forgery, signature wrapping).
    std::string file = signed_protocol(1);
    const auto at = file.find("/ByteRange[0 ") + 13;
    const auto first_number = std::stoul(file.substr(at));
    const auto digits = std::to_string(first_number).size();
    file.replace(at, digits, std::to_string(first_number - 1));
    const auto report = seal::verify_file(file, verification());
    EXPECT_EQ(first(report).signature.coverage, pdf::Coverage::broken);
    EXPECT_EQ(report.answer(), sign::Answer::invalid);
}

TEST(Tampering, KeepsAChangedFileFromBeingSignedFurther) {
    pdf::FontSession fonts(pdf_test::library());
    const auto changed = with_update(signed_protocol(1), [](pdf::FileUpdate& update) { update.set_entry(update.catalog(), "Lang", "(ru)"); });
    EXPECT_THROW(signed_by(changed, 1, fonts), base::Error);
    std::string garbled = signed_protocol(1);
    garbled.replace(garbled.rfind("startxref") + 10, 3, "999");
    EXPECT_THROW(signed_by(garbled, 1, fonts), base::Error);
}

namespace {

/// The protocol certified at a DocMDP level (ISO 32000-1, table 254); ours is always 2.
std::string certified_at(char level) {
    pdf::FontSession fonts(pdf_test::library());
    auto request = options_for(0).request;
    request.certification = pdf::SignatureRequest::Certification::fill_and_sign;
    pdf::PreparedFile prepared = pdf::prepare_signature(signed_protocol(0), pdf::read_signed_file(signed_protocol(0)), request, fonts);
    prepared.bytes.at(prepared.bytes.find("/P 2/V/1.2", signed_protocol(0).size()) + 3) = level;
    base::Sha256 sha;
    for (const std::string_view part : prepared.signed_parts()) sha.update(part);
    return pdf::embed_signature(prepared, sign::make_cms(Authority::shared().key(0), sha.finish()));
}

void fill_note(pdf::FileUpdate& update) {
    const std::string fields = *update.entry(*update.referred(update.catalog(), "AcroForm"), "Fields");
    update.set_entry({static_cast<std::uint32_t>(std::stoul(fields.substr(fields.find_first_of("0123456789"))))}, "V", "(ok)");
}

void annotate(pdf::FileUpdate& update) {
    const std::string kids = *update.entry(*update.referred(update.catalog(), "Pages"), "Kids");
    const pdf::Reference page{static_cast<std::uint32_t>(std::stoul(kids.substr(kids.find_first_of("0123456789"))))};
    std::string annotations = update.entry(page, "Annots").value_or("[]");
    annotations.insert(annotations.rfind(']'), ' ' + to_string(update.added().add("<</Type/Annot/Subtype/Text/Rect[50 50 70 70]/Contents(?)>>")));
    update.set_entry(page, "Annots", annotations);
}

void turn_pages(pdf::FileUpdate& update) { update.set_entry(*update.referred(update.catalog(), "Pages"), "Rotate", "90"); }

}  // namespace

TEST(Tampering, IsWhatTheCertificationDoesNotAllow) {
    struct Case {
        char level;
        void (*change)(pdf::FileUpdate&);
        bool allowed;
    };
    for (const auto& [level, change, allowed] : {Case{'1', fill_note, false}, {'1', annotate, false}, {'1', turn_pages, false}, {'2', fill_note, true}, {'2', annotate, false},
                                                 {'2', turn_pages, false}, {'3', fill_note, true}, {'3', annotate, true}, {'3', turn_pages, false}}) {
        const std::string file = certified_at(level);
        ASSERT_EQ(first(seal::verify_file(file, verification())).answer(), sign::Answer::valid) << level;
        const auto report = seal::verify_file(with_update(file, change), verification());
        EXPECT_EQ(first(report).signature.certification, level - '0');
        EXPECT_EQ(first(report).signature.coverage, allowed ? pdf::Coverage::later_changes : pdf::Coverage::changed) << level << ": " << first(report).coverage.reason;
        EXPECT_EQ(report.answer(), allowed ? sign::Answer::valid : sign::Answer::invalid) << level;
    }
}

TEST(Tampering, KeepsAFileThatAllowsNoChangesFromBeingSignedFurther) {
    pdf::FontSession fonts(pdf_test::library());
    EXPECT_THROW(signed_by(certified_at('1'), 1, fonts), base::Error);
    EXPECT_EQ(seal::verify_file(signed_by(certified_at('3'), 1, fonts), verification()).answer(), sign::Answer::valid);
}

TEST(Tampering, IsNoticedWhereTheSignatureIsUnmadeOrEmptied) {
    // Universal signature forgery: without a range, with a range of nothing, with no contents, a verifier may have nothing left to fail.
    const std::string& file = signed_protocol(1);
    const auto range = file.find("/ByteRange["), contents = file.find("/Contents<", range);
    const std::vector<std::pair<const char*, std::function<void(std::string&)>>> attacks{
        {"no range", [&](std::string& f) { f.replace(range, 10, "/ByteRangX"); }},
        {"a range of null", [&](std::string& f) { f.replace(range, f.find(']', range) + 1 - range, "/ByteRange null" + std::string(f.find(']', range) + 1 - range - 15, ' ')); }},
        {"an empty range", [&](std::string& f) { f.replace(range, f.find(']', range) + 1 - range, "/ByteRange[0 0 0 0]" + std::string(f.find(']', range) + 1 - range - 19, ' ')); }},
        {"a negative range", [&](std::string& f) { f.replace(range, 13, "/ByteRange[-1"); }},
        {"no contents", [&](std::string& f) { f.replace(contents, 9, "/ContentX"); }},
        {"contents of zeros", [&](std::string& f) { for (std::size_t i = contents + 10; f[i] != '>'; ++i) f[i] = '0'; }},
        {"another kind", [&](std::string& f) { f.replace(f.find("ETSI.CAdES.detached"), 19, "adbe.x509.rsa_sha1 "); }}};
    for (const auto& [what, attack] : attacks) {
        std::string changed = file;
        attack(changed);
        ASSERT_EQ(changed.size(), file.size()) << what;
        try {
            EXPECT_NE(seal::verify_file(changed, verification()).answer(), sign::Answer::valid) << what;
        } catch (const base::Error&) {
            continue;  // No PDF that can be read any more.
        }
    }
}

}  // namespace irikteu::sign_test
