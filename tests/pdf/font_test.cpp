#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "page_maker.hpp"
#include "pdf/font_session.hpp"
#include "pdf/writer.hpp"
#include "support/folders.hpp"

namespace irikteu::pdf_test {
namespace {

using layout::Slant;
using layout::Weight;
using testing::HasSubstr;

base::ErrorCode code_of(const std::function<void()>& action, std::string* what = nullptr) {
    try {
        action();
    } catch (const base::Error& error) {
        if (what != nullptr) *what = error.what();
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return base::ErrorCode::usage;
}

const std::string& file_of(layout::FaceId face) { return library().manifest().faces.at(face).file; }

std::string document_of(const pdf::FontLibrary& library, std::string_view text) {
    pdf::FontSession fonts(library);
    PageMaker maker(fonts);
    maker.page();
    maker.paragraph("P", 60, 100, text);
    return pdf::write(maker.pages, fonts);
}

// What a library keeps of the faces it cut changes no byte: neither what is kept, nor what fell out, nor the same glyphs in another order.
TEST(Fonts, a_document_is_the_same_whatever_was_written_before) {
    const std::string folder = support::build_path("/share/irikteu/fonts");
    const auto fresh = [&](std::string_view text) { return document_of(pdf::FontLibrary(folder), text); };
    const pdf::FontLibrary one(folder);
    const std::string first = document_of(one, "Қазақстан");
    EXPECT_EQ(first, fresh("Қазақстан"));
    EXPECT_EQ(document_of(one, "натсқазаҚ"), fresh("натсқазаҚ"));
    EXPECT_EQ(document_of(one, "Қазақстан"), first);
    for (char a = 'a'; a <= 'j'; ++a) {
        for (char b = 'A'; b <= 'J'; ++b) document_of(one, std::string{a, b});
    }
    EXPECT_EQ(document_of(one, "Қазақстан"), first);
    EXPECT_EQ(document_of(one, "aJ"), fresh("aJ"));
}

TEST(Fonts, generic_names_and_metric_twins_lead_to_liberation) {
    pdf::FontSession fonts(library());
    const std::pair<const char*, const char*> names[] = {{"serif", "LiberationSerif-Bold.ttf"},      {"Times", "LiberationSerif-Bold.ttf"}, {"Times New Roman", "LiberationSerif-Bold.ttf"},
                                                         {"sans-serif", "LiberationSans-Bold.ttf"}, {"Helvetica", "LiberationSans-Bold.ttf"}, {"ARIAL", "LiberationSans-Bold.ttf"},
                                                         {"monospace", "LiberationMono-Bold.ttf"},  {"Courier", "LiberationMono-Bold.ttf"}, {"Courier New", "LiberationMono-Bold.ttf"},
                                                         {"Noto Serif", "NotoSerif-Bold.ttf"}};
    for (const auto& [name, file] : names) EXPECT_EQ(file_of(fonts.face({name, Weight::bold, Slant::upright})), file) << name;
    EXPECT_EQ(file_of(fonts.face({"serif", Weight::bold, Slant::italic})), "LiberationSerif-BoldItalic.ttf");
}

TEST(Fonts, an_unknown_family_is_an_error_that_names_it) {
    pdf::FontSession fonts(library());
    std::string what;
    EXPECT_EQ(code_of([&] { fonts.face({"Papyrus", Weight::regular, Slant::upright}); }, &what), base::ErrorCode::missing_font);
    EXPECT_THAT(what, HasSubstr("Papyrus"));
}

TEST(Fonts, metrics_are_those_of_os2_in_font_units) {
    pdf::FontSession fonts(library());
    const auto& metrics = fonts.metrics(fonts.face({"serif", Weight::regular, Slant::upright}));
    EXPECT_EQ(metrics.units_per_em, 2048);
    EXPECT_EQ(metrics.ascender, 1420);
    EXPECT_EQ(metrics.descender, -442);
    EXPECT_EQ(metrics.cap_height, 1341);
    EXPECT_EQ(metrics.x_height, 940);
    EXPECT_LT(metrics.underline_position, 0);
    EXPECT_GT(metrics.underline_thickness, 0);
    EXPECT_GT(metrics.strikeout_position, 0);
}

TEST(Fonts, widths_are_those_of_times) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    EXPECT_NEAR(static_cast<double>(fonts.shape(face, "A").advance) / 2048, 0.722, 0.0006);
    EXPECT_NEAR(static_cast<double>(fonts.shape(face, "0").advance) / 2048, 0.5, 0.0006);
}

TEST(Fonts, kerning_draws_letters_together_but_not_those_of_plain_texts) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    EXPECT_LT(fonts.shape(face, "AV").advance, fonts.shape(face, "A").advance + fonts.shape(face, "V").advance);
    EXPECT_EQ(fonts.shape_plain(face, "AV").advance, fonts.shape(face, "A").advance + fonts.shape(face, "V").advance);
    EXPECT_EQ(fonts.shape_plain(face, "fi").glyphs.size(), 2u);
}

TEST(Fonts, the_same_text_gives_the_same_object_after_many_others) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    const auto* first = &fonts.shape(face, "сөз");
    for (int i = 0; i < 10000; ++i) fonts.shape(face, std::to_string(i));
    EXPECT_EQ(&fonts.shape(face, "сөз"), first);
    EXPECT_EQ(first->text, "сөз");
    EXPECT_EQ(first->glyphs.size(), 3u);
}

TEST(Fonts, tenge_falls_back_to_noto_serif_in_the_same_weight) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::bold, Slant::upright});
    ASSERT_FALSE(fonts.has_glyph(face, U'₸'));
    const auto other = fonts.fallback(face, U'₸');
    ASSERT_TRUE(other);
    EXPECT_EQ(file_of(*other), "NotoSerif-Bold.ttf");
    EXPECT_FALSE(fonts.fallback(face, U'\U00013000'));
}

TEST(Fonts, all_letters_of_the_kazakh_alphabet_are_there_in_every_liberation_face) {
    pdf::FontSession fonts(library());
    for (const char* family : {"serif", "sans-serif", "monospace"}) {
        for (const auto weight : {Weight::regular, Weight::bold}) {
            for (const auto slant : {Slant::upright, Slant::italic}) {
                const auto face = fonts.face({family, weight, slant});
                for (const char32_t c : U"АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя№«»–—“”") {
                    if (c == 0) continue;
                    EXPECT_TRUE(fonts.has_glyph(face, c)) << file_of(face) << " " << static_cast<unsigned>(c);
                }
            }
        }
    }
}

TEST(Fonts, spaces_and_hyphens_of_every_kind_can_be_shaped) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    for (const char32_t c : {U'\u00a0', U'\u202f', U'\u2009', U'\u2011', U'\u00ad', U'\u200b', U'\u2060'}) EXPECT_TRUE(fonts.has_glyph(face, c)) << static_cast<unsigned>(c);
    EXPECT_GT(fonts.shape(face, "\u202f").advance, 0);
    EXPECT_GT(fonts.shape(face, "\u2011").advance, 0);
    EXPECT_EQ(fonts.shape(face, "\u2060").advance, 0);
}

TEST(Fonts, no_face_shows_a_control_character_and_marks_of_direction_have_no_width) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    for (const char32_t c : {U'\u0080', U'\u009b', U'\u009f', U'\u007f', U'\u202e', U'\ufff9'}) {
        EXPECT_FALSE(fonts.has_glyph(face, c)) << static_cast<unsigned>(c);
        EXPECT_FALSE(fonts.fallback(face, c)) << static_cast<unsigned>(c);
    }
    for (const char* mark : {"\u202a", "\u202c", "\u202d", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c"}) EXPECT_EQ(fonts.shape(face, mark).advance, 0) << mark;
}

TEST(Fonts, a_soft_hyphen_alone_is_a_visible_hyphen) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    EXPECT_EQ(fonts.shape(face, "\u00ad").glyphs.at(0).glyph, fonts.shape(face, "-").glyphs.at(0).glyph);
    EXPECT_EQ(fonts.shape(face, "\u00ad").text, "\u00ad");
}

TEST(Fonts, a_character_without_a_glyph_is_an_error_that_names_it) {
    pdf::FontSession fonts(library());
    const auto face = fonts.face({"serif", Weight::regular, Slant::upright});
    std::string what;
    EXPECT_EQ(code_of([&] { fonts.shape(face, "500 ₸"); }, &what), base::ErrorCode::missing_glyph);
    EXPECT_THAT(what, HasSubstr("U+20B8"));
    EXPECT_EQ(code_of([&] { fonts.shape(face, "\xff"); }), base::ErrorCode::malformed);
}

class FontFolder : public testing::Test {
  protected:
    void SetUp() override {
        const auto source = support::build_path("/share/irikteu/fonts/");
        folder = support::build_path("/tests/pdf-output/fonts");
        std::filesystem::create_directories(folder);
        base::RealDisk disk;
        disk.write(folder + "/faces.txt", disk.read(source + "faces.txt", 1 << 20));
        disk.write(folder + "/LiberationSerif-Regular.ttf", disk.read(source + "LiberationSans-Regular.ttf", 1 << 22));
    }
    std::string folder;
};

TEST_F(FontFolder, another_file_than_the_manifests_is_refused) {
    const pdf::FontLibrary other(folder);
    EXPECT_EQ(code_of([&] { other.face(other.find({"serif", Weight::regular, Slant::upright})); }), base::ErrorCode::missing_font);
}

TEST_F(FontFolder, another_file_is_refused_before_anything_goes_out_when_it_is_verified_meanwhile) {
    const pdf::FontLibrary meanwhile(folder, pdf::FontTrust::verify_meanwhile);
    meanwhile.face(meanwhile.find({"serif", Weight::regular, Slant::upright}));
    for (int asked = 0; asked < 2; ++asked) EXPECT_EQ(code_of([&] { meanwhile.require_verified(); }), base::ErrorCode::missing_font);
}

TEST_F(FontFolder, another_file_is_taken_on_trust_when_told_so) {
    const pdf::FontLibrary other(folder, pdf::FontTrust::trust_files);
    EXPECT_EQ(other.face(other.find({"serif", Weight::regular, Slant::upright})).postscript_name(), "LiberationSans");
}

TEST_F(FontFolder, an_absent_file_is_an_error_that_names_the_package) {
    const pdf::FontLibrary other(folder);
    std::string what;
    EXPECT_EQ(code_of([&] { other.face(other.find({"monospace", Weight::regular, Slant::upright})); }, &what), base::ErrorCode::missing_font);
    EXPECT_THAT(what, HasSubstr("fonts-liberation2"));
}

TEST(FontManifest, a_broken_manifest_is_an_error_with_its_line) {
    const auto parse = [](const std::string& text) { return code_of([&] { pdf::FontManifest::parse(text, "faces.txt"); }); };
    EXPECT_EQ(parse("something else\n"), base::ErrorCode::malformed);
    EXPECT_EQ(parse("irikteu-fonts 1\nfamily\tA\t\t\n"), base::ErrorCode::malformed);
    EXPECT_EQ(parse("irikteu-fonts 1\nface\tbold\n"), base::ErrorCode::malformed);
}

}  // namespace
}  // namespace irikteu::pdf_test
