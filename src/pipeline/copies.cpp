#include "pipeline/copies.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "pipeline/results_folder.hpp"

namespace irikteu::pipeline {

namespace {

constexpr const char* kWritten = ".written";  ///< A line for each file: the SHA-256 of what was written, a space, the path. Of several for a path the last counts.
constexpr std::uint64_t kMostBytes = 1u << 30, kMostListBytes = 64u << 20;
constexpr int kMostBeside = 1000;

/// "a/b.pdf", "a/b (2).pdf", "a/b (3).pdf" …
std::string beside(const std::string& relative, int n) {
    if (n == 1) return relative;
    const auto slash = relative.rfind('/'), dot = relative.rfind('.');
    const bool ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
    const std::string number = " (" + std::to_string(n) + ')';
    return ending ? relative.substr(0, dot) + number + relative.substr(dot) : relative + number;
}

bool holds_signature(std::string_view bytes) { return bytes.starts_with("%PDF-") && bytes.find("/ByteRange") != std::string_view::npos; }

}  // namespace

Copies::Copies(base::Disk& disk, std::string folder, WasIssued was_issued) : disk_(disk), folder_(std::move(folder)), was_issued_(std::move(was_issued)) {
    const std::string list = base::join_path(folder_, kWritten);
    if (!disk_.exists(list)) return;
    remembers_ = true;
    std::istringstream lines(disk_.read(list, kMostListBytes));
    for (std::string line; std::getline(lines, line);) {
        if (const auto cut = line.find(' '); cut != std::string::npos) written_[line.substr(cut + 1)] = line.substr(0, cut);
    }
}

bool Copies::is_ours(const std::string& relative, const std::string& issued_as, const std::string& bytes) const {
    const base::Digest digest = base::sha256(bytes);
    if (const auto known = written_.find(relative); known != written_.end() && known->second == digest.hex()) return true;
    // Reports in other faces and tables are in no archive: of a folder that remembers nothing, they count as written.
    if (!remembers_ && !relative.ends_with(".pdf")) return true;
    return was_issued_(issued_as, digest);
}

Copies::State Copies::state_of(const std::string& relative, const std::string& issued_as, const std::string& wanted, KeptFile::Why& why) const {
    const std::string path = place_of_result(folder_, relative);
    if (!disk_.exists(path) || disk_.is_folder(path)) return State::absent;  // Of a folder, whoever writes there says so.
    why = KeptFile::Why::was_changed;
    std::string bytes;
    try {
        bytes = disk_.read(path, kMostBytes);
    } catch (const base::Error&) {  // What cannot be looked at is not known to be ours.
        return State::foreign;
    }
    if (!wanted.empty() && bytes == wanted) return State::this_one;
    const bool is_signed = holds_signature(bytes);
    if (!wanted.empty() && is_signed && bytes.starts_with(wanted)) return State::this_one;  // A signature only appends.
    if (is_ours(relative, issued_as, bytes)) return State::ours;
    if (is_signed) why = KeptFile::Why::was_signed;
    return State::foreign;
}

void Copies::remove(const std::string& relative) {
    std::error_code ignored;
    std::filesystem::remove(place_of_result(folder_, relative), ignored);
    written_.erase(relative);
}

std::string Copies::write(const std::string& relative, const std::string& bytes) {
    std::vector<KeptFile> left;
    for (int n = 1; n <= kMostBeside; ++n) {
        KeptFile file;
        file.file = beside(relative, n);
        const State state = state_of(file.file, relative, bytes, file.why);
        if (state == State::foreign) {
            left.push_back(std::move(file));
            continue;
        }
        if (state != State::this_one) disk_.write(place_of_result(folder_, file.file), bytes);
        note(file.file, base::sha256(bytes).hex());
        for (KeptFile& kept : left) {
            kept.instead = file.file;
            kept_.push_back(std::move(kept));
        }
        // A later one is an edition that stood beside a file that is no longer there.
        for (int more = n + 1; more <= kMostBeside; ++more) {
            KeptFile::Why why{};
            const std::string later = beside(relative, more);
            const State beyond = state_of(later, relative, {}, why);
            if (beyond == State::absent) break;
            if (beyond == State::ours) remove(later);
        }
        return file.file;
    }
    throw base::Error(base::ErrorCode::environment, "stands there in too many changed editions", {base::join_path(folder_, relative), 0, 0, {}});
}

void Copies::withdraw(const std::string& relative) {
    for (int n = 1; n <= kMostBeside; ++n) {
        KeptFile file;
        file.file = beside(relative, n);
        const State state = state_of(file.file, relative, {}, file.why);
        if (state == State::absent) return;
        if (state == State::ours) remove(file.file);
        else kept_.push_back(std::move(file));
    }
}

void Copies::note(const std::string& relative, const std::string& digest) {
    std::string& known = written_[relative];
    if (known == digest) return;
    known = digest;
    noted_ += digest + ' ' + relative + '\n';
}

void Copies::remember() {
    if (noted_.empty()) return;
    std::ofstream list(place_of_result(folder_, kWritten), std::ios::binary | std::ios::app);
    list << noted_;  // Where that fails, finish() says so.
    noted_.clear();
}

void Copies::finish() {
    std::string list;
    for (const auto& [relative, digest] : written_) list += digest + ' ' + relative + '\n';
    disk_.write(place_of_result(folder_, kWritten), list);
}

}  // namespace irikteu::pipeline
