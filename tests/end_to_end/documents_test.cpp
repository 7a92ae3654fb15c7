// Independent programs look at every PDF of the demo.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/disk.hpp"
#include "end_to_end/program.hpp"
#include "pdf/conformance.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;

namespace {

struct Documents {
    Scratch scratch{"documents"};
    support::Finished finished = irikteu({"run", kCompetition, "--out", scratch.path, "--json"});
    Json summary = Json::parse(finished.out, nullptr, false);

    std::vector<std::string> pdfs() const {
        std::vector<std::string> paths;
        for (const auto& entry : fs::recursive_directory_iterator(scratch.path)) {
            if (entry.path().extension() == ".pdf") paths.push_back(entry.path().string());
        }
        std::sort(paths.begin(), paths.end());
        return paths;
    }
};

const Documents& documents() {
    static const Documents once;
    return once;
}

/// Without white space and the marks of broken words: how a value is looked for in a page's text.
std::string squeezed(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '\f' || text[i] == '\r') continue;
        if (text.compare(i, 2, "\xC2\xA0") == 0 || text.compare(i, 2, "\xC2\xAD") == 0) {
            ++i;
            continue;
        }
        out += text[i];
    }
    return out;
}

std::string text_of(const std::string& pdf) { return squeezed(support::run({"pdftotext", "-raw", pdf, "-"}).out); }

}  // namespace

TEST(Documents, AreRefusedWhereTheirDataHaveAnEmptyPlace) {
    const Scratch scratch("empty-place");
    for (const std::string kind : {"letter-28", "return-1", "protocol-15", "announcement", "results"}) {
        std::string data = base::RealDisk().read(kSamples + "/documents/" + kind + ".xml", 1u << 24);
        for (std::size_t at = data.find("</"); at != std::string::npos; at = data.find("</", at + 2)) {
            const std::size_t open = data.rfind('>', at);
            if (open == std::string::npos || data.find('<', open) != at) continue;
            data.erase(open + 1, at - open - 1);
            at = open + 1;
        }
        const std::string file = scratch.path + "/" + kind + ".xml";
        base::RealDisk().write(file, data);
        const auto made = irikteu({"document", "make", kind, file, "-o", scratch.path + "/out.pdf"});
        EXPECT_NE(made.status, 0) << kind;
        EXPECT_THAT(made.err, ::testing::HasSubstr(file + ":")) << kind;
        EXPECT_FALSE(fs::exists(scratch.path + "/out.pdf")) << kind;
    }
}

TEST(Documents, KeepTheRulesOfPdfAAndPdfUa) {
    ASSERT_GT(documents().pdfs().size(), 25u);
    for (const std::string& pdf : documents().pdfs()) {
        EXPECT_THAT(pdf_test::conformance_faults(pdf), ::testing::IsEmpty()) << pdf;
    }
}

TEST(Documents, AreSoundToIndependentPrograms) {
    for (const std::string& pdf : documents().pdfs()) {
        EXPECT_EQ(support::run({"qpdf", "--check", pdf}).status, 0) << pdf;
        const auto fonts = support::run({"pdffonts", pdf});
        std::istringstream lines(fonts.out);
        int seen = 0;
        for (std::string line; std::getline(lines, line); ++seen) {
            if (seen < 2) continue;
            EXPECT_THAT(line, ::testing::HasSubstr("yes yes yes")) << pdf;
        }
        EXPECT_GT(seen, 2) << pdf;
        EXPECT_EQ(support::run({"mutool", "info", pdf}).status, 0) << pdf;
        EXPECT_THAT(support::run({"pdfinfo", "-struct-text", pdf}).out, ::testing::HasSubstr("H1")) << pdf;
    }
}

TEST(Documents, ShowEveryValueOfTheirData) {
    const std::string protocol = text_of(documents().scratch.path + "/protocol-15.pdf");
    for (const Json& d : documents().summary["dossiers"]) {
        for (const char* value : {"number", "cluster", "applicant"}) {
            const std::string text = squeezed(d[value].get<std::string>());
            EXPECT_THAT(protocol, ::testing::HasSubstr(text)) << d["dossier"];
        }
        for (const Json& file : d["files"]) {
            const std::string path = documents().scratch.path + '/' + file.get<std::string>();
            if (!path.ends_with(".pdf")) continue;
            const std::string text = text_of(path);
            EXPECT_THAT(text, ::testing::HasSubstr(squeezed(d["cluster"].get<std::string>()))) << path;
            EXPECT_THAT(text, ::testing::HasSubstr(squeezed(d["number"].get<std::string>()))) << path;
        }
    }
}

TEST(Documents, SayWhatTheReportSays) {
    for (const Json& d : documents().summary["dossiers"]) {
        if (d["verdict"] != "non-conforming" || d["late"] == true) continue;
        std::string notice, report;
        for (const Json& file : d["files"]) {
            const std::string path = documents().scratch.path + '/' + file.get<std::string>();
            if (path.ends_with("return-1.pdf")) notice = text_of(path);
            if (path.ends_with("report.json")) report = slurp(path);
        }
        for (const Json& finding : Json::parse(report)["findings"]) {
            if (finding["severity"] != "error") continue;
            std::string message = finding["message"]["kk"];
            while (message.ends_with('.')) message.pop_back();
            EXPECT_THAT(notice, ::testing::HasSubstr(squeezed(message))) << d["dossier"];
        }
    }
}

}  // namespace irikteu::end_to_end
