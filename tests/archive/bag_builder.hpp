#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/message_digest.hpp"

namespace irikteu::archive {

/// A bag made of files in memory: manifests are computed unless they are given.
struct BagBuilder {
    std::string version = "0.97";
    std::map<std::string, std::string> files = {{"data/hello.txt", "hello"}};
    std::vector<std::string> algorithms = {"md5"};
    std::set<std::string> without;  ///< Files that are not written, though listed; "data": not the folder either.

    static std::string digest(const std::string& algorithm, const std::string& bytes) {
        base::MessageDigest hash(algorithm);
        hash.update(bytes);
        return hash.finish_hex();
    }

    std::string manifest(const std::string& algorithm, bool payload) const {
        std::string text;
        for (const auto& [path, bytes] : files) {
            if (path.starts_with("data/") == payload && !path.starts_with("tagmanifest")) text += digest(algorithm, bytes) + "  " + path + '\n';
        }
        return text;
    }

    void write(const std::string& folder) {
        files.try_emplace("bagit.txt", "BagIt-Version: " + version + "\nTag-File-Character-Encoding: UTF-8\n");
        for (const auto& algorithm : algorithms) files.try_emplace("manifest-" + algorithm + ".txt", manifest(algorithm, true));
        for (const auto& algorithm : algorithms) files.try_emplace("tagmanifest-" + algorithm + ".txt", manifest(algorithm, false));
        std::filesystem::create_directories(folder + (without.contains("data") ? "" : "/data"));
        for (const auto& [path, bytes] : files) {
            if (without.contains(path)) continue;
            std::filesystem::create_directories(std::filesystem::path(folder + '/' + path).parent_path());
            std::ofstream(folder + '/' + path, std::ios::binary) << bytes;
        }
    }
};

}  // namespace irikteu::archive
