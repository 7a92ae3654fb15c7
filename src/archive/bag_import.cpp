#include "archive/bag_import.hpp"

#include <filesystem>
#include <map>

#include "archive/bag_check.hpp"
#include "archive/bag_export.hpp"
#include "archive/bag_text.hpp"
#include "archive/known_head.hpp"
#include "archive/proof.hpp"
#include "archive/storage.hpp"
#include "base/error.hpp"
#include "kazakh/normalize.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBatchEntries = 1000;
constexpr std::uint64_t kBatchBytes = 64u << 20;
constexpr std::uint64_t kMostObjectBytes = 1u << 30;

/// A bag of ours, read and checked.
struct OurBag {
    KnownHead head;
    std::vector<Entry> entries;
    std::vector<std::string> records;
    std::map<std::int64_t, std::string> files;  ///< By entry: the path in the bag.
    bool whole = false;                         ///< All entries of its archive.
};

class BagReader {
  public:
    explicit BagReader(std::string folder) : folder_(std::move(folder)) {}

    OurBag read() {
        bag_.head = from_checkpoint(bytes(kBagCheckpoint), folder_ + '/' + kBagCheckpoint);
        read_records();
        read_files();
        check_head();
        for (const Entry& entry : bag_.entries) {
            const auto file = bag_.files.find(entry.number);
            if (file == bag_.files.end()) refuse("has no file for entry " + std::to_string(entry.number));
            const std::string path = folder_ + '/' + file->second;
            if (file_size(path) != entry.size || file_digest(path) != entry.object) refuse("holds other bytes than the record of entry " + std::to_string(entry.number) + " says, in " + file->second);
        }
        return std::move(bag_);
    }

  private:
    [[noreturn]] void refuse(const std::string& why) const { throw Error(ErrorCode::invalid, why, {folder_, 0, 0, {}}); }
    std::string bytes(const std::string& path) const { return read_range(folder_ + '/' + path, 0, UINT64_MAX); }

    void read_records() {
        const std::string all = bytes(kBagRecords);
        for (std::size_t at = 0; at < all.size();) {
            const auto end = all.find("\n\n", at);
            if (end == std::string::npos) refuse("ends inside a record");
            bag_.records.push_back(all.substr(at, end + 2 - at));
            bag_.entries.push_back(from_record(bag_.records.back()));
            if (bag_.entries.size() > 1 && bag_.entries.back().number <= bag_.entries[bag_.entries.size() - 2].number) refuse("has its records in disorder");
            at = end + 2;
        }
    }

    void read_files() {
        const std::string text = bytes(kBagFiles);
        for (const std::string_view line : lines_of(text)) {
            const auto tab = line.find('\t');
            const std::string number(line.substr(0, tab));
            const std::string path = tab == std::string_view::npos ? "" : decode_path(line.substr(tab + 1), PercentSign::encoded);
            const bool safe = path.starts_with("data/files/") && ('/' + path + '/').find("/../") == std::string::npos;
            if (number.empty() || number.size() > 18 || number.find_first_not_of("0123456789") != std::string::npos || !safe) refuse("has a line in data/archive/files that says nothing");
            bag_.files[std::stoll(number)] = path;
        }
    }

    /// The records make up the whole log, or each has its proof.
    void check_head() {
        MerkleFrontier tree;
        for (const std::string& record : bag_.records) tree.append(leaf_hash(record));
        bag_.whole = tree.leaves() == bag_.head.entries && tree.root() == bag_.head.root;
        if (bag_.whole) return;
        for (std::size_t i = 0; i < bag_.records.size(); ++i) {
            const std::string path = std::string(kBagProofs) + '/' + std::to_string(bag_.entries[i].number) + ".proof";
            const Proof proof = proof_from_text(bytes(path), folder_ + '/' + path);
            const bool same = proof.record == bag_.records[i] && proof.size == bag_.head.entries && proof.root == bag_.head.root &&
                              proof.index + 1 == static_cast<std::uint64_t>(bag_.entries[i].number);
            if (!same || !holds(proof)) refuse("does not prove that entry " + std::to_string(bag_.entries[i].number) + " was in the archive that it names");
        }
    }

    std::string folder_;
    OurBag bag_;
};

/// Adds in batches, keeping the order.
class Adder {
  public:
    Adder(Archive& archive, Imported& result) : archive_(archive), result_(result) {}
    void add(NewEntry entry) {
        bytes_ += entry.bytes.size();
        batch_.push_back(std::move(entry));
        if (batch_.size() >= kBatchEntries || bytes_ >= kBatchBytes) finish();
    }
    void finish() {
        if (batch_.empty()) return;
        Added added = archive_.add(batch_);
        result_.added += added.added;
        for (Entry& entry : added.entries) result_.entries.push_back(std::move(entry));
        batch_.clear();
        bytes_ = 0;
    }

  private:
    Archive& archive_;
    Imported& result_;
    std::vector<NewEntry> batch_;
    std::uint64_t bytes_ = 0;
};

NewEntry new_entry(const Entry& entry, std::string bytes) {
    return {entry.kind, entry.name, entry.media_type, entry.time, entry.key, {}, std::move(bytes), {}};
}

/// The same record again: its registration follows from the order.
NewEntry restored(const Entry& entry, std::string bytes) {
    NewEntry wanted = new_entry(entry, std::move(bytes));
    wanted.series = entry.series();
    for (const auto& label : entry.labels) {
        if (label.first != "Series" && label.first != "Registered") wanted.labels.push_back(label);
    }
    return wanted;
}

/// An entry of another archive: what would be untrue here is kept under another name.
NewEntry adopted(const Entry& entry, std::string bytes, const KnownHead& head, const std::map<std::int64_t, std::int64_t>& numbers) {
    NewEntry wanted = new_entry(entry, std::move(bytes));
    for (const auto& [name, value] : entry.labels) {
        if (is_relation(name)) {
            const auto here = numbers.find(std::stoll(value));
            if (here != numbers.end()) wanted.labels.emplace_back(name, std::to_string(here->second));
            else wanted.labels.emplace_back("Original-" + name, value);
        } else if (name == "Series" || name == "Registered" || name == "Head") {
            wanted.labels.emplace_back("Original-" + name, value);
        } else {
            wanted.labels.emplace_back(name, value);
        }
    }
    wanted.labels.emplace_back("Imported-From", to_string(head) + ' ' + std::to_string(entry.number));
    if (wanted.key.empty()) wanted.key = "imported:" + base::sha256(to_string(head) + ' ' + std::to_string(entry.number)).hex();
    return wanted;
}

void take_ours(Archive& archive, const OurBag& bag, const ImportRequest& request, Imported& result) {
    result.ours = true;
    result.restored = bag.whole && archive.size() == 0;
    std::map<std::int64_t, std::int64_t> numbers;
    Adder adder(archive, result);
    for (std::size_t i = 0; i < bag.entries.size(); ++i) {
        const Entry& entry = bag.entries[i];
        if (request.progress) request.progress(i, bag.entries.size());
        std::string bytes = read_range(request.folder + '/' + bag.files.at(entry.number), 0, kMostObjectBytes);
        if (result.restored) {
            adder.add(restored(entry, std::move(bytes)));
            continue;
        }
        if (!entry.links().empty()) {  // its numbers here have to be known
            adder.finish();
            for (std::size_t k = 0; k < result.entries.size(); ++k) numbers[bag.entries[k].number] = result.entries[k].number;
        }
        adder.add(adopted(entry, std::move(bytes), bag.head, numbers));
    }
    adder.finish();
    if (result.restored && archive.root() != bag.head.root) {
        throw Error(ErrorCode::invalid, "was taken in, but the archive's root is not the one that the bag states", {request.folder, 0, 0, {}});
    }
}

void take_foreign(Archive& archive, const ImportRequest& request, Imported& result) {
    Adder adder(archive, result);
    for_each_file(request.folder, [&](const std::string& path) {
        if (!path.starts_with("data/") || !fs::is_regular_file(fs::symlink_status(request.folder + '/' + path))) return;
        NewEntry entry{"submission", request.prefix + kazakh::composed(path.substr(5)), "application/octet-stream", request.time, {}, {}, {}, {}};
        entry.bytes = read_range(request.folder + '/' + path, 0, kMostObjectBytes);
        entry.labels = {{"Imported-From", "bag " + fs::path(request.folder).lexically_normal().filename().string()}, {"Engine", request.engine}};
        entry.key = "imported:" + base::sha256(entry.name + '\n' + base::sha256(entry.bytes).hex()).hex();
        adder.add(std::move(entry));
    });
    adder.finish();
}

}  // namespace

Imported import_bag(Archive& archive, const ImportRequest& request) {
    return import_bag([&archive]() -> Archive& { return archive; }, request);
}

Imported import_bag(const std::function<Archive&()>& open, const ImportRequest& request) {
    Imported result;
    result.report = check_bag(request.folder, request.progress);
    if (!result.report.valid()) return result;
    if (fs::is_regular_file(request.folder + '/' + kBagRecords) && fs::is_regular_file(request.folder + '/' + kBagCheckpoint)) {
        const OurBag bag = BagReader(request.folder).read();
        take_ours(open(), bag, request, result);
    } else {
        take_foreign(open(), request, result);
    }
    return result;
}

}  // namespace irikteu::archive
