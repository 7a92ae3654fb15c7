#include "archive/bag_export.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <set>

#include "archive/bag_text.hpp"
#include "archive/known_head.hpp"
#include "archive/proof.hpp"
#include "archive/storage.hpp"
#include "base/error.hpp"
#include "base/message_digest.hpp"
#include "kazakh/normalize.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostProofs = 10'000;

std::string digest_of(const char* algorithm, std::string_view bytes) {
    base::MessageDigest digest(algorithm);
    digest.update(bytes);
    return digest.finish_hex();
}

/// Paths for the entries' files that no file system confuses: in NFC, and no two alike but for case.
class Names {
  public:
    std::string path_for(const Entry& entry) {
        const std::string wanted = kazakh::composed(entry.name);
        if (take(wanted)) return wanted;
        const std::string apart = "entry-" + std::to_string(entry.number) + '/' + wanted;
        if (!take(apart)) throw Error(ErrorCode::invalid, "has a name that can't be made unlike the others", {entry.name, 0, 0, {}});
        return apart;
    }

  private:
    bool take(const std::string& path) {
        const std::string folded = kazakh::composed_and_folded(path);
        if (files_.contains(folded) || folders_.contains(folded)) return false;
        for (auto at = folded.find('/'); at != std::string::npos; at = folded.find('/', at + 1)) {
            if (files_.contains(folded.substr(0, at))) return false;
        }
        files_.insert(folded);
        for (auto at = folded.find('/'); at != std::string::npos; at = folded.find('/', at + 1)) folders_.insert(folded.substr(0, at));
        return true;
    }
    std::set<std::string> files_, folders_;
};

class BagWriter {
  public:
    explicit BagWriter(const std::string& folder) : folder_(folder) {}

    void payload(const std::string& path, std::string_view bytes) {
        write(path, bytes, payload_);
        payload_bytes_ += bytes.size();
    }
    void tag(const std::string& path, std::string_view bytes) { write(path, bytes, tags_); }
    std::string oxum() const { return std::to_string(payload_bytes_) + '.' + std::to_string(payload_.size()); }

    void manifests() {
        for (const char* algorithm : {"sha256", "sha512"}) tag("manifest-" + std::string(algorithm) + ".txt", lines(payload_, algorithm));
    }
    void finish(std::string_view declaration) {
        // The tag manifests name bagit.txt too, which is written behind them.
        tags_["bagit.txt"] = {digest_of("sha256", declaration), digest_of("sha512", declaration)};
        for (const char* algorithm : {"sha256", "sha512"}) {
            Sums none;
            write("tagmanifest-" + std::string(algorithm) + ".txt", lines(tags_, algorithm), none);
        }
        flush_file_system(folder_, WriteStep::flush_bag);
        Sums none;
        write("bagit.txt", declaration, none);
        flush_path(folder_ + "/bagit.txt", WriteStep::flush_bag);
        flush_path(folder_, WriteStep::flush_bag);
    }

  private:
    struct Sum {
        std::string sha256, sha512;
    };
    using Sums = std::map<std::string, Sum>;

    static std::string lines(const Sums& sums, std::string_view algorithm) {
        std::string text;
        for (const auto& [path, sum] : sums) text += (algorithm == "sha256" ? sum.sha256 : sum.sha512) + "  " + encode_path(path) + '\n';
        return text;
    }

    void write(const std::string& path, std::string_view bytes, Sums& sums) {
        const std::string whole = folder_ + '/' + path;
        make_folders(whole.substr(0, whole.rfind('/')));
        const Descriptor file(::open(whole.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644));
        if (file.fd < 0) fail(ErrorCode::environment, "cannot be written", whole);
        write_all(file.fd, bytes, WriteStep::write_bag, whole);
        sums[path] = {digest_of("sha256", bytes), digest_of("sha512", bytes)};
    }

    std::string folder_;
    Sums payload_, tags_;
    std::uint64_t payload_bytes_ = 0;
};

/// A line of bag-info.txt: no line end may come in by a value.
std::string info_line(const std::string& label, std::string value) {
    for (char& c : value) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    return label + ": " + value + '\n';
}

/// Where a bag is made: beside its place, and moved there when it is whole; in its place where that is an empty folder already, a medium's
/// perhaps. What does not become whole is taken away.
class BagPlace {
  public:
    explicit BagPlace(const std::string& folder) : folder_(folder) {
        while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
        std::error_code reason;
        stood_ = fs::exists(fs::symlink_status(folder_));
        if (stood_ && !(fs::is_directory(folder_, reason) && fs::is_empty(folder_, reason))) {
            throw Error(ErrorCode::usage, "is there already and not an empty folder", {folder, 0, 0, {}});
        }
        made_in_ = stood_ ? folder_ : folder_ + ".part-" + std::to_string(::getpid());
        make_folders(made_in_);
    }
    ~BagPlace() {
        std::error_code ignored;
        if (done_) return;
        if (!stood_) {
            fs::remove_all(made_in_, ignored);
            return;
        }
        for (const char* name : {"data", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt", "bagit.txt"}) fs::remove_all(fs::path(made_in_) / name, ignored);
    }
    BagPlace(const BagPlace&) = delete;
    BagPlace& operator=(const BagPlace&) = delete;

    const std::string& made_in() const { return made_in_; }
    void finish() {
        if (!stood_) {
            std::error_code reason;
            fs::rename(made_in_, folder_, reason);
            if (reason) throw Error(ErrorCode::environment, "cannot be made: " + reason.message(), {folder_, 0, 0, {}});
            const std::string parent = fs::path(folder_).parent_path().string();
            flush_path(parent.empty() ? "." : parent, WriteStep::flush_bag);
        }
        done_ = true;
    }

  private:
    std::string folder_, made_in_;
    bool stood_ = false, done_ = false;
};

}  // namespace

void export_bag(Archive& archive, const std::vector<Entry>& entries, const BagRequest& request) {
    BagPlace place(request.folder);
    BagWriter bag(place.made_in());
    const KnownHead head{archive.size(), archive.root(), {}};
    Names names;
    std::string records, files;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (request.progress) request.progress(i, entries.size());
        const std::string path = "data/files/" + names.path_for(entry);
        bag.payload(path, archive.read(entry));
        records += to_record(entry);
        files += std::to_string(entry.number) + '\t' + encode_path(path) + '\n';
        if (entries.size() <= kMostProofs) {
            const Proof proof = proof_of(archive, entry.number);
            if (proof.size != head.entries) throw Error(ErrorCode::environment, "grew while it was exported; export again", {archive.folder(), 0, 0, {}});
            bag.payload(std::string(kBagProofs) + '/' + std::to_string(entry.number) + ".proof", to_text(proof));
        }
    }
    bag.payload(kBagRecords, records);
    bag.payload(kBagFiles, files);
    bag.payload(kBagCheckpoint, checkpoint_text(head));
    for (const auto& [name, bytes] : request.extra) bag.payload("data/archive/" + name, bytes);
    std::string info = info_line("Bag-Software-Agent", request.agent) + info_line("Bagging-Date", request.day) + info_line("Payload-Oxum", bag.oxum()) +
                       info_line("External-Identifier", to_string(head)) + info_line("Internal-Sender-Description", request.what);
    for (const auto& [label, value] : request.info) info += info_line(label, value);
    bag.tag("bag-info.txt", info);
    bag.manifests();
    bag.finish("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    place.finish();
}

}  // namespace irikteu::archive
