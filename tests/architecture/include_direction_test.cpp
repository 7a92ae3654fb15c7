// Compares every #include in src/ with what the folder's CMakeLists.txt says that it uses.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/folders.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(irikteu::support::source_path()) / "src";

/// First component (or whole name) of a third-party header -> the EXTERNAL name that allows it.
const std::map<std::string, std::string> kExternalHeaders = {
    {"openssl", "OpenSSL"}, {"unicode", "ICU"},       {"libxml", "LibXml2"},    {"libxslt", "LibXslt"},
    {"libexslt", "LibXslt"}, {"zip.h", "LibZip"},      {"zlib.h", "Zlib"}, {"libdeflate.h", "Deflate"},       {"podofo", "PoDoFo"},
    {"hb.h", "HarfBuzz"},   {"hb-ot.h", "HarfBuzz"},  {"hb-subset.h", "HarfBuzz"}, {"ft2build.h", "FreeType"},
    {"freetype", "FreeType"}, {"sqlite3.h", "SQLite"}, {"CLI", "CLI11"},         {"nlohmann", "Json"},
    {"qpdf", "Qpdf"}, {"qrencode.h", "QrEncode"}, {"png.h", "Png"}};

/// Where src/README.md allows each library to be, and nowhere else.
const std::map<std::string, std::set<std::string>> kAllowedFolders = {
    {"OpenSSL", {"base", "sign"}}, {"ICU", {"kazakh"}},      {"LibXml2", {"xml"}},  {"LibXslt", {"xml"}},
    {"LibZip", {"readers"}},       {"Zlib", {"pdf", "readers"}}, {"Deflate", {"pdf", "readers"}},       {"PoDoFo", {"pdf"}},   {"HarfBuzz", {"pdf"}},
    {"SQLite", {"archive"}},  {"CLI11", {"cli"}},    {"Json", {"report", "cli"}},
    {"QrEncode", {"layout"}}};

std::string read(const fs::path& path) {
    std::ifstream file(path);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
}

struct Module {
    std::set<std::string> uses, external;
};

std::map<std::string, Module> modules() {
    std::map<std::string, Module> all;
    for (const auto& entry : fs::directory_iterator(kSource)) {
        if (!fs::exists(entry.path() / "CMakeLists.txt")) continue;
        const std::string text = read(entry.path() / "CMakeLists.txt");
        std::smatch call;
        if (!std::regex_search(text, call, std::regex(R"(irikteu_module\(([^)]*)\))"))) continue;
        std::istringstream words(call[1].str());
        std::string word;
        std::string name;
        words >> name;
        Module module;
        std::set<std::string>* into = nullptr;
        while (words >> word) {
            if (word == "USES") into = &module.uses;
            else if (word == "EXTERNAL") into = &module.external;
            else if (into) into->insert(word);
        }
        all[name] = module;
    }
    return all;
}

/// What a folder may see: what it uses, and what that uses, since headers include headers.
std::set<std::string> reachable(const std::string& name, const std::map<std::string, Module>& all) {
    std::set<std::string> seen = {name};
    std::vector<std::string> left = {name};
    while (!left.empty()) {
        const std::string next = left.back();
        left.pop_back();
        for (const std::string& used : all.at(next).uses) {
            if (seen.insert(used).second) left.push_back(used);
        }
    }
    return seen;
}

}  // namespace

TEST(Architecture, IncludesOnlyWhatEachFolderNames) {
    const auto all = modules();
    ASSERT_GE(all.size(), 3u);
    int includes = 0;
    for (const auto& [name, module] : all) {
        for (const auto& entry : fs::directory_iterator(kSource / name)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            const std::string text = read(entry.path());
            const std::regex include(R"(#\s*include\s*([<"])([^>"]+)[>"])");
            for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
                ++includes;
                const std::string header = (*it)[2];
                const std::string first = header.substr(0, header.find('/'));
                const std::string where = name + '/' + entry.path().filename().string() + " includes " + header;
                if ((*it)[1] == "\"") {
                    EXPECT_TRUE(first == name || module.uses.contains(first)) << where << ", which its CMakeLists.txt does not name";
                } else if (const auto external = kExternalHeaders.find(first); external != kExternalHeaders.end()) {
                    EXPECT_TRUE(module.external.contains(external->second)) << where << ", whose library it does not name";
                } else {
                    const bool system = header.find('.') == std::string::npos || first == "sys" || first.ends_with(".h");
                    EXPECT_TRUE(system) << where << ", which this test does not know";
                }
            }
        }
    }
    EXPECT_GT(includes, 50);
}

TEST(Architecture, KeepsEachLibraryInItsFolder) {
    for (const auto& [name, module] : modules()) {
        for (const std::string& external : module.external) {
            const auto allowed = kAllowedFolders.find(external);
            if (allowed == kAllowedFolders.end()) continue;
            EXPECT_TRUE(allowed->second.contains(name)) << name << " may not use " << external;
        }
    }
}

TEST(Architecture, PointsOneWay) {
    const auto all = modules();
    for (const auto& [name, module] : all) {
        for (const std::string& used : module.uses) {
            ASSERT_TRUE(all.contains(used)) << name << " uses " << used;
            EXPECT_FALSE(reachable(used, all).contains(name)) << name << " and " << used << " use each other";
        }
        if (name != "cli" && name != "http") {
            EXPECT_FALSE(module.uses.contains("pipeline")) << name;
        }
        if (name == "layout" || name == "pdf") {
            for (const char* dossier_side : {"act", "readers", "outline", "checks", "report", "compose"}) {
                EXPECT_FALSE(reachable(name, all).contains(dossier_side)) << name << " knows " << dossier_side;
            }
        }
    }
}

TEST(Architecture, LeavesKazakhAndRussianToTheTemplates) {
    for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
        // Hyphenation patterns are letters, no sentences.
        if (entry.path().parent_path() == fs::path(kSource) / "kazakh/patterns") continue;
        const std::string text = read(entry.path());
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte < 0xD0 || byte > 0xD4) continue;  // lead bytes of U+0400 to U+052F in UTF-8
            // Comments quote the forms; only literals are sentences.
            const auto line_start = text.rfind('\n', i) + 1;
            const std::string before = text.substr(line_start, i - line_start);
            if (before.find("//") != std::string::npos) continue;
            ADD_FAILURE() << entry.path().filename() << ": Cyrillic in code: " << before;
            break;
        }
    }
}
