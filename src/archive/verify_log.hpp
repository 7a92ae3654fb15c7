#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "archive/entry.hpp"
#include "archive/head.hpp"
#include "archive/index.hpp"
#include "archive/verify.hpp"

namespace irikteu::archive {

/// Where faults go. For the verification's sources only.
class FaultList {
  public:
    FaultList(std::string folder, Verification& result) : folder_(std::move(folder)), result_(result) {}
    void error(ArchiveFault::Kind kind, std::string path, std::string what, std::string remedy, const Entry* entry = nullptr);
    void warning(ArchiveFault::Kind kind, std::string path, std::string what, std::string remedy);
    std::string at(const std::string& relative) const { return folder_ + '/' + relative; }
    const std::string& folder() const { return folder_; }
    Verification& result() { return result_; }

  private:
    void add(ArchiveFault fault);
    std::string folder_;
    Verification& result_;
};

/// An object that an entry names.
struct KeptObject {
    Digest digest;
    std::uint64_t size = 0;
    std::uint64_t record = 0;  ///< Where the entry's record begins in the log.
};

/// What the log says, after it has been compared with head, tree and index.
struct VerifiedLog {
    std::vector<KeptObject> objects;  ///< In the order of the entries.
    std::vector<Digest> unacknowledged;  ///< Objects named behind the head.
    /// No head, kept elsewhere or cited, no index and no root says that entries are missing or other ones: what no entry names never had one.
    bool complete = true;
};

inline constexpr const char* kRestore = "Restore it from a backup or an exported bag; until then do not issue from this archive.";
inline constexpr const char* kRebuild = "Run archive rebuild-index: it is built again from the log.";

VerifiedLog verify_log(FaultList& faults, const VerifyOptions& options);
/// The entry whose record begins there, for messages; an empty one where it can't be read.
Entry entry_at_offset(const std::string& folder, std::uint64_t offset);

/// Compares the objects with what is on the disk, and names everything that doesn't belong there.
void verify_objects(FaultList& faults, VerifiedLog log, const VerifyOptions& options);

}  // namespace irikteu::archive
