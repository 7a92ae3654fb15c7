#include "archive/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "archive/storage.hpp"
#include "archive/verify_log.hpp"
#include "base/error.hpp"

namespace irikteu::archive {

using Kind = ArchiveFault::Kind;
using Severity = ArchiveFault::Severity;
namespace fs = std::filesystem;

namespace {
constexpr std::size_t kMostFaults = 10'000;
}

std::string_view to_string(Kind kind) {
    switch (kind) {
        case Kind::changed: return "changed";
        case Kind::missing: return "missing";
        case Kind::foreign: return "foreign";
        case Kind::truncated: return "truncated";
        case Kind::reordered: return "reordered";
        case Kind::rolled_back: return "rolled-back";
        case Kind::unnamed: return "unnamed";
        case Kind::log: return "log";
        case Kind::head: return "head";
        case Kind::index: return "index";
        case Kind::leftover: return "leftover";
    }
    return "unknown";
}

bool Verification::sound() const {
    return std::none_of(faults.begin(), faults.end(), [](const auto& f) { return f.severity == Severity::error; });
}

void FaultList::error(Kind kind, std::string path, std::string what, std::string remedy, const Entry* entry) {
    add({kind, Severity::error, std::move(path), entry ? entry->number : 0, entry ? entry->name : "", std::move(what), std::move(remedy)});
}

void FaultList::warning(Kind kind, std::string path, std::string what, std::string remedy) {
    add({kind, Severity::warning, std::move(path), 0, {}, std::move(what), std::move(remedy)});
}

void FaultList::add(ArchiveFault fault) {
    if (result_.faults.size() < kMostFaults) {
        result_.faults.push_back(std::move(fault));
        return;
    }
    ++result_.faults_left_out;
    if (fault.severity == Severity::warning) return;
    const auto mild = std::find_if(result_.faults.begin(), result_.faults.end(), [](const auto& f) { return f.severity == Severity::warning; });
    if (mild != result_.faults.end()) *mild = std::move(fault);
}

Verification verify(const std::string& folder, const VerifyOptions& options) {
    if (!fs::is_directory(folder + "/log") && !fs::exists(folder + "/FORMAT")) {
        throw base::Error(base::ErrorCode::unreadable_file, "there is no archive here", {folder, 0, 0, {}});
    }
    const Lock lock(folder + "/lock", Lock::Mode::shared);
    Verification result;
    FaultList faults(folder, result);
    if (!fs::is_regular_file(fs::symlink_status(folder + "/FORMAT")) || read_range(folder + "/FORMAT", 0, 100) != "irikteu-archive 2\n") {
        faults.error(Kind::changed, "FORMAT", "The format mark is missing or changed.", "Write \"irikteu-archive 2\" and a line feed into it.");
    }
    verify_objects(faults, verify_log(faults, options), options);
    std::stable_sort(result.faults.begin(), result.faults.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.severity, a.path) < std::tie(b.severity, b.path); });
    return result;
}

}  // namespace irikteu::archive
