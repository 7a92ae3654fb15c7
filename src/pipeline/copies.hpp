#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/disk.hpp"

namespace irikteu::pipeline {

/// A file of the out folder that is not as it was written there, and was left as it is.
struct KeptFile {
    enum class Why { was_signed, was_changed } why = Why::was_changed;
    std::string file;     ///< Relative to the out folder.
    std::string instead;  ///< Where what would have stood there was written; empty where it is only no longer issued.
};

/// The files of the out folder. What somebody signed or changed there is never replaced nor removed: the new one stands beside it,
/// "protocol-15 (2).pdf" beside "protocol-15.pdf".
class Copies {
  public:
    /// Whether these bytes were issued under that name at some time, by a record that outlives the folder.
    using WasIssued = std::function<bool(const std::string& relative, const base::Digest& digest)>;
    Copies(base::Disk& disk, std::string folder, WasIssued was_issued);

    /// Writes it, and gives its path relative to the folder.
    std::string write(const std::string& relative, const std::string& bytes);
    /// Removes what was written under that name, because it is no longer so.
    void withdraw(const std::string& relative);
    /// Remembers in the folder what was written there since the last call, so that an interrupted run's files are known as well.
    void remember();
    /// Writes the whole of that list anew, in order. Throws Error(environment).
    void finish();

    const std::vector<KeptFile>& kept() const { return kept_; }

  private:
    enum class State { absent, ours, this_one, foreign };
    State state_of(const std::string& relative, const std::string& issued_as, const std::string& wanted, KeptFile::Why& why) const;
    bool is_ours(const std::string& relative, const std::string& issued_as, const std::string& bytes) const;
    void remove(const std::string& relative);
    void note(const std::string& relative, const std::string& digest);

    base::Disk& disk_;
    std::string folder_;
    WasIssued was_issued_;
    bool remembers_ = false;                      ///< False where the folder is of a version that did not remember.
    std::map<std::string, std::string> written_;  ///< Relative path to the digest of what was written there.
    std::string noted_;                           ///< Lines for that list that are not there yet.
    std::vector<KeptFile> kept_;
};

}  // namespace irikteu::pipeline
