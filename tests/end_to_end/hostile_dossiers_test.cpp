// Dossiers that somebody made large on purpose: each is told by one clear error, or checked, within 200 MB.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

namespace {

std::string sample(const std::string& stage) { return slurp(kSamples + "/competition-" + stage + "/inbox/01-turkistan-textile.xml"); }

std::string repeated(const std::string& text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

/// The sample with `more` put in before the first `place`.
std::string with(const std::string& stage, const std::string& place, const std::string& more) {
    std::string dossier = sample(stage);
    const std::size_t at = dossier.find(place);
    EXPECT_NE(at, std::string::npos) << place;
    return dossier.insert(at, more);
}

/// The first element of that name in the sample, as it stands there.
std::string element(const std::string& stage, const std::string& begin, const std::string& end) {
    const std::string dossier = sample(stage);
    const std::size_t at = dossier.find(begin);
    return dossier.substr(at, dossier.find(end, at) + end.size() - at);
}

}  // namespace

TEST(HostileDossier, CostsLittle) {
    const std::string company = element("1", "<company", "</company>"), year = element("1", "<year", "</year>"), row = element("1", "<row", "</row>"), group = element("2", "<group", "</group>");
    const struct {
        const char* name;
        std::function<std::string()> dossier;
        const char* says;
    } cases[] = {
        {"instructions", [] { return with("1", "</attachments>", repeated("<?a?>", 3'000'000)); }, "more than 750000"},
        {"comments", [] { return with("1", "</attachments>", repeated("<!---->", 2'500'000)); }, "more than 750000"},
        {"empty elements", [] { return with("1", "</attachments>", repeated("<attachment/>", 480'000)); }, "more elements than a dossier may"},
        {"empty headings", [] { return with("1", "</text>", repeated("<heading level=\"1\">а</heading>", 120'000)); }, ""},
        {"short elements", [] { return with("1", "</attachments>", repeated("<attachment>а</attachment>", 499'000)); }, "more than 750000"},
        {"volumes of a measure", [] { return with("2", "</volumes>", repeated("<volume year=\"2016\">1</volume>", 120'000)); }, "larger than"},
        {"years of a sheet", [&] { return with("1", "</indicators>", repeated(year, 40'000)); }, ""},
        {"rows of a conclusion", [&] { return with("1", row, repeated(row, 40'000)); }, ""},
        {"sheets of companies", [&] { return with("1", company, repeated(company, 9'000)); }, "more than 750000"},
        {"groups of a road map", [&] { return with("2", group, repeated(group, 8'000)); }, "more than 750000"},
    };
    const Scratch scratch("hostile");
    fs::create_directories(scratch.path);
    for (const auto& c : cases) {
        const std::string path = scratch.path + "/dossier.xml";
        std::ofstream(path, std::ios::binary) << c.dossier();
        const auto run = irikteu({"check", "--lang", "en", "--format", "csv", path});
        EXPECT_TRUE(run.status == 1 || run.status == 3) << c.name << ": " << run.status;
        EXPECT_THAT(run.out, testing::HasSubstr(c.says)) << c.name;
        EXPECT_LT(run.peak_kilobytes, 240'000) << c.name;  // A dossier of 10 MB with a finding for each of its 6,000 headings has to pass.
        EXPECT_LT(run.seconds, 10.0) << c.name;  // A second on an idle machine.
    }
}

TEST(HostileDossier, OfManyDocumentsIsReadAsFarAsItsShareGoes) {
    const Scratch scratch("many");
    fs::create_directories(scratch.path);
    std::ofstream(scratch.path + "/dossier.xml", std::ios::binary) << sample("1");
    for (int i = 0; i < 12; ++i) {
        std::ofstream(scratch.path + "/more-" + std::to_string(i) + ".xml", std::ios::binary)
            << "<dossier xmlns=\"urn:irikteu:dossier:1\"><attachments>" << repeated("<attachment/>", 100'000) << "</attachments></dossier>";
    }
    const auto run = irikteu({"check", "--json", scratch.path + "/"});
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.out, testing::HasSubstr("the other documents of the dossier are too large already"));
    EXPECT_LT(run.peak_kilobytes, 500'000);
}

}  // namespace irikteu::end_to_end
