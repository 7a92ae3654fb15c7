#include "archive/bag_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "archive/bag_manifest.hpp"
#include "archive/bag_metadata.hpp"
#include "archive/bag_text.hpp"
#include "archive/bag_tree.hpp"
#include "archive/storage.hpp"
#include "base/error.hpp"
#include "base/message_digest.hpp"
#include "kazakh/normalize.hpp"

namespace irikteu::archive {

using Severity = BagFinding::Severity;
using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

namespace {

/// One check: each step states what it finds and leaves the rest to the others.
class BagChecker {
  public:
    BagChecker(const std::string& folder, const Progress& progress) : tree_(folder, report_.findings), progress_(progress) {}

    BagReport run() {
        declare();
        count_payload();
        read_manifests();
        read_fetch_file();
        read_metadata();
        check_completeness();
        check_names();
        check_digests();
        std::stable_sort(report_.findings.begin(), report_.findings.end(), [](const BagFinding& a, const BagFinding& b) {
            return std::tie(a.severity, a.path, a.line) < std::tie(b.severity, b.path, b.line);
        });
        return std::move(report_);
    }

  private:
    void say(Severity severity, std::string code, std::string path, std::string what, std::string clause, int line = 0) {
        report_.findings.push_back({severity, std::move(code), std::move(path), line, std::move(what), std::move(clause)});
    }
    bool rfc() const { return declaration_.rules == BagRules::rfc; }

    void declare() {
        if (!tree_.has("bagit.txt")) {
            say(Severity::error, "no-declaration", "bagit.txt", "The file that makes a folder a bag is missing.", "2.1.1");
        } else if (const auto bytes = tree_.read_tag_file("bagit.txt", report_.findings)) {
            declaration_ = read_declaration(*bytes, report_.findings);
        }
        report_.version = declaration_.version;
        report_.encoding = declaration_.encoding;
        if (declaration_.encoding.empty()) declaration_.encoding = "UTF-8";  // to find what else is wrong
        if (!tree_.has_payload_folder()) say(Severity::error, "no-payload-folder", "data", "The folder of the payload is missing.", "2.1.2");
    }

    void count_payload() {
        for (const auto& [path, size] : tree_.files()) {
            if (!path.starts_with("data/")) continue;
            ++report_.payload_files;
            report_.payload_bytes += size;
        }
    }

    /// A tag file in UTF-8; a finding where it is not what bagit.txt declares.
    std::optional<std::string> text_of(const std::string& path) {
        const auto bytes = tree_.read_tag_file(path, report_.findings);
        if (!bytes) return std::nullopt;
        if (bytes->starts_with("\xEF\xBB\xBF")) say(Severity::warning, "byte-order-mark", path, "The file begins with a byte order mark.", "2.2");
        auto text = decode_text(*bytes, declaration_.encoding);
        if (!text) say(Severity::error, "wrong-encoding", path, "The file is not text in " + declaration_.encoding + ", as bagit.txt says.", "2.1.1");
        return text;
    }

    void read_manifests() {
        for (const auto& [path, size] : tree_.files()) {
            const auto name = manifest_name(path);
            if (!name) continue;
            const auto text = text_of(path);
            auto& manifests = name->kind == ManifestName::Kind::payload ? payload_ : tag_;
            manifests.push_back(read_manifest(path, *name, text.value_or(""), declaration_.rules, tree_, report_.findings));
            if (!manifests.back().checkable) {
                say(Severity::warning, "unknown-algorithm", path, "The algorithm \"" + name->algorithm + "\" is not known, so these checksums were not checked.", "2.4");
            }
        }
        if (payload_.empty()) say(Severity::error, "no-manifest", "manifest-sha512.txt", "There is no payload manifest at all.", "2.1.3");
    }

    void read_fetch_file() {
        if (!tree_.has("fetch.txt")) return;
        const auto text = text_of("fetch.txt");
        if (!text) return;
        for (FetchItem& item : read_fetch(*text, declaration_.rules, tree_, report_.findings)) {
            for (const BagManifest& manifest : payload_) {
                if (manifest.files.contains(item.path) || manifest.missing.contains(item.path)) continue;
                say(rfc() ? Severity::error : Severity::warning, "fetch-not-in-manifest", "fetch.txt",
                    "\"" + item.path + "\" is not listed in " + manifest.path + '.', "2.2.3", item.line);
            }
            const auto there = tree_.files().find(item.path);
            if (there == tree_.files().end()) {
                say(Severity::error, "not-fetched", item.path, "This file is still to be fetched from " + item.url + ", so the bag is not complete.", "2.2.3");
            } else if (item.length && *item.length != there->second) {
                say(Severity::warning, "wrong-length", "fetch.txt", "\"" + item.path + "\" has " + std::to_string(there->second) + " bytes, not " +
                    std::to_string(*item.length) + '.', "2.2.3", item.line);
            }
            to_fetch_.insert(std::move(item.path));
        }
    }

    void read_metadata() {
        for (const char* path : {"bag-info.txt", "package-info.txt"}) {
            if (!tree_.has(path)) continue;
            const auto text = text_of(path);
            if (!text) continue;
            const auto items = read_bag_info(path, *text, declaration_.rules, report_.findings);
            check_payload_oxum(path, items, report_.payload_bytes, report_.payload_files, declaration_.rules, report_.findings);
        }
    }

    void check_completeness() {
        for (const auto* manifests : {&payload_, &tag_}) {
            for (const BagManifest& manifest : *manifests) {
                for (const auto& [path, line] : manifest.missing) {
                    if (!to_fetch_.contains(path)) say(Severity::error, "missing-file", path, "This file is listed in " + manifest.path + " (line " + std::to_string(line) + ") but is not there.", "3");
                }
            }
        }
        for (const auto& [path, size] : tree_.files()) {
            if (path.starts_with("data/")) check_listed(path);
        }
        for (const BagManifest& tag : tag_) {
            for (const BagManifest& manifest : payload_) {
                if (tag.files.contains(manifest.path)) continue;
                say(rfc() ? Severity::error : Severity::warning, "manifest-not-in-tag-manifest", tag.path, "It does not list " + manifest.path + '.', "2.2.1");
            }
        }
    }

    void check_listed(const std::string& path) {
        std::size_t listed = 0, checkable = 0;
        for (const BagManifest& manifest : payload_) {
            const bool here = manifest.files.contains(path);
            listed += here;
            checkable += here && manifest.checkable;
            if (!here && rfc()) say(Severity::error, "not-in-manifest", path, "This payload file is not listed in " + manifest.path + '.', "2.1.3");
        }
        if (listed == 0 && !rfc() && !payload_.empty()) say(Severity::error, "not-in-manifest", path, "This payload file is listed in no manifest.", "2.1.3");
        if (listed > 0 && checkable == 0) say(Severity::error, "not-checked", path, "No algorithm of its checksums is known.", "2.4");
    }

    /// Names that are sound here but may be one file, or none, elsewhere.
    void check_names() {
        std::map<std::string, std::string> folded;
        for (const auto& [path, size] : tree_.files()) {
            const auto [other, added] = folded.try_emplace(kazakh::composed_and_folded(path), path);
            if (!added) {
                say(Severity::warning, "similar-names", path, "On some systems it is the same name as \"" + other->second + "\".", "5.2");
            }
            const std::string name = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
            if (name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" || name == ".Spotlight-V100" || name == ".Trashes" || name.starts_with("._")) {
                say(Severity::warning, "system-file", path, "This file was left by an operating system or a file manager.", "5.2");
            }
            if (name.find_first_of("<>:\"|?*\\") != std::string::npos) {
                say(Severity::warning, "unportable-name", path, "Windows can't have a file of this name.", "5.2.1");
            }
        }
    }

    void check_digests() {
        std::map<std::string, std::vector<std::pair<const BagManifest*, const BagManifest::Line*>>> wanted;
        std::uint64_t all = 0, done = 0;
        for (const auto* manifests : {&payload_, &tag_}) {
            for (const BagManifest& manifest : *manifests) {
                if (!manifest.checkable) continue;
                for (const auto& [path, line] : manifest.files) wanted[path].emplace_back(&manifest, &line);
            }
        }
        for (const auto& [path, checks] : wanted) all += tree_.files().at(path);
        for (const auto& [path, checks] : wanted) {
            check_file(path, checks);
            done += tree_.files().at(path);
            if (progress_) progress_(done, all);
        }
    }

    /// Reads a file once for all its checksums.
    void check_file(const std::string& path, const std::vector<std::pair<const BagManifest*, const BagManifest::Line*>>& checks) {
        std::map<std::string, base::MessageDigest> digests;
        for (const auto& [manifest, line] : checks) digests.try_emplace(manifest->name.algorithm, manifest->name.algorithm);
        try {
            for_each_piece(tree_.at(path), Links::follow, [&digests](std::string_view piece) {
                for (auto& [algorithm, digest] : digests) digest.update(piece);
            });
        } catch (const base::Error& error) {
            return say(Severity::error, "unreadable", path, "The file " + error.message() + '.', "3");
        }
        std::map<std::string, std::string> found;
        for (auto& [algorithm, digest] : digests) found[algorithm] = digest.finish_hex();
        for (const auto& [manifest, line] : checks) {
            const std::string& is = found[manifest->name.algorithm];
            if (is == line->checksum) continue;
            say(Severity::error, "wrong-checksum", path, "Its " + manifest->name.algorithm + " checksum is " + is + ", not " + line->checksum + " as in " +
                manifest->path + " (line " + std::to_string(line->number) + ").", "3");
        }
    }

    BagReport report_;
    BagTree tree_;
    const Progress& progress_;
    BagDeclaration declaration_;
    std::vector<BagManifest> payload_, tag_;
    std::set<std::string> to_fetch_;
};

}  // namespace

bool BagReport::valid() const {
    return std::none_of(findings.begin(), findings.end(), [](const BagFinding& f) { return f.severity == Severity::error; });
}

BagReport check_bag(const std::string& folder, const Progress& progress) { return BagChecker(folder, progress).run(); }

}  // namespace irikteu::archive
