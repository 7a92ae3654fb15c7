#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "base/clock.hpp"
#include "pipeline/competition.hpp"
#include "pipeline/copies.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/submission.hpp"

namespace irikteu::pipeline {

/// Issues documents once: what was made from the same data, act, fonts and engine before is fetched from the archive.
/// Everything goes into the archive and, as a copy, into the out folder.
class Issuer {
  public:
    Issuer(Engine& engine, base::Disk& disk, const std::string& out_folder, const std::string& archive_folder,
           const Competition& competition, base::Moment moment);

    /// Whom an entry concerns, so that it is found by that: the dossier's number, applicant and cluster, as far as they are known.
    using About = std::vector<std::pair<std::string, std::string>>;
    static About about(const std::string& number, xml::Node dossier);

    /// Keeps the submitted bytes. What can't be collected is left to the reader to report.
    void keep_submission(const std::string& dossier, const About& about, const std::function<Submission()>& collect);

    /// The input of a document (templates/schema/document.xsd): the competition, dossiers without texts, reports. With `only`, the document
    /// of that one dossier: of the register it holds that dossier's entry alone. How competition.xml is laid out changes nothing.
    xml::Document data(const std::string& kind, const std::string& number, const std::vector<const xml::Document*>& dossiers,
                       const std::vector<const xml::Document*>& reports, const std::string* only = nullptr) const;

    /// Whether a document prints the head of the archive's log as it was when the document was issued.
    enum class Head { omit, print };
    /// Issues a document and writes its copy; gives its path relative to the out folder. `folder` and `dossier` are
    /// empty for a document of the whole competition. `make_data` gives the same whenever it is called: once to see whether the document was issued, and once
    /// to issue it, for a copy of the data of thousands of dossiers would be as large as they are.
    std::string issue(const std::string& kind, const std::string& folder, const std::string& dossier, const std::function<xml::Document()>& make_data, Head head = Head::omit);

    /// Writes report.xml, report.json and report.txt and keeps the first; adds their paths to `files`.
    void write_report(const std::string& folder, const std::string& dossier, const About& about, const xml::Document& report,
                      std::vector<std::string>& files);

    /// Writes a file that is not archived; gives its path relative to the out folder, as issue() does.
    std::string write_copy(const std::string& relative, const std::string& bytes) { return copies_.write(relative, bytes); }
    /// Removes the copy of a document that is no longer so; it stays in the archive, and where somebody signed or changed it, in the out folder.
    void take_away(const std::string& relative) { copies_.withdraw(relative); }
    /// Lets what was issued of a dossier stand in the archive no longer: an event of that name, with these bytes, corrects it. Nothing where nothing stands.
    void let_fall(const std::string& dossier, const std::string& name, std::string bytes);
    /// Lets the answers of that kind to notices stand no longer, and takes their copies away, but those in `folders`: the register has the others' notices no more.
    void let_answers_fall(const std::string& kind, const std::set<std::string>& folders);
    /// Call it last: remembers what was written.
    void finish_copies() { copies_.finish(); }
    const std::vector<KeptFile>& kept() const { return copies_.kept(); }

    /// Puts what has been issued since the last call into the archive, in one durable step.
    void finish_batch();
    /// Forgets what was prepared since the last finish_batch().
    void drop_batch() { batch_.clear(); }

    std::size_t issued() const { return issued_; }
    std::size_t fetched() const { return fetched_; }
    std::string archive_root() { return archive().root().hex(); }

  private:
    /// The archive, made where it is absent. The default one, below the out folder, is not made before something is kept: what comes to nothing leaves none,
    /// and takes none away from another run.
    archive::Archive& archive();
    /// What stands in the archive of something that is to be kept under `wanted`'s key, as it stands there now: nothing where it is new, or where another
    /// entry of its kind and name came after it. `wanted` says then what it corrects; where it was there before, it becomes that entry anew and cites it.
    std::optional<archive::Entry> standing(archive::NewEntry& wanted);
    /// The event that an entry fell by (let_fall); 0 where it didn't.
    std::int64_t event_against(const archive::Entry& entry);
    /// Puts it into the batch, linked with the entry of its kind and name that stands before it.
    void keep(archive::NewEntry wanted);
    archive::NewEntry entry(const std::string& kind, const std::string& name, const std::string& media_type,
                            const std::string& dossier) const;
    std::string key(const std::string& kind, const std::string& about) const;
    std::string render(const std::string& kind, const xml::Document& data, archive::NewEntry& wanted) const;
    bool was_issued(const std::string& relative, const base::Digest& digest);

    Engine& engine_;
    base::Disk& disk_;
    Copies copies_;
    std::string archive_folder_;
    std::optional<archive::Archive> archive_;
    const Competition& competition_;
    base::Moment moment_;
    std::vector<std::pair<std::string, base::Digest>> materials_;
    std::vector<archive::NewEntry> batch_;
    std::size_t issued_ = 0, fetched_ = 0;
};

}  // namespace irikteu::pipeline
