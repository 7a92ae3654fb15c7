#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk.hpp"
#include "pipeline/copies.hpp"
#include "pipeline/engine.hpp"

namespace irikteu::pipeline {

/// What a run is asked to do.
struct RunRequest {
    std::string competition_folder;
    std::string out_folder;
    std::string archive_folder;               ///< Empty: "archive" under the out folder.
    std::optional<base::Moment> moment;       ///< When the documents count as issued; else competition.xml's clock, else the sitting's day.
    /// Called before each dossier and once more at the end: how many are done, of how many, and which comes next.
    std::function<void(std::size_t done, std::size_t all, const std::string& next)> progress;
};

/// What came of one dossier of the inbox.
struct DossierOutcome {
    std::string name;
    std::string number;     ///< Of registration; empty where it was not registered.
    std::string cluster, applicant;
    std::string verdict;    ///< conforming, non-conforming, undetermined
    bool late = false;
    std::string same_as;    ///< Number (or name) of an earlier dossier that is the same application; mostly empty.
    int errors = 0, warnings = 0, unchecked = 0;
    std::vector<std::string> files;  ///< Written for it, relative to the out folder.
};

struct RunSummary {
    std::vector<DossierOutcome> dossiers;  ///< In order of registration; where nothing is registered, by name.
    std::vector<std::string> files;        ///< Written for the competition as a whole.
    std::vector<std::string> withdrawn;    ///< Withdrawn before acceptance closed (clause 10): not examined.
    std::vector<std::string> answers;      ///< Written to participants' notices of changes and withdrawals (clause 10).
    std::optional<xml::Document> record;   ///< The report on competition.xml itself, where it has findings.
    std::vector<std::string> record_files; ///< Written of that.
    std::map<std::string, std::pair<std::string, std::string>> readings;  ///< Of settings read otherwise than by default: value and default.
    std::map<std::string, std::string> weighed;  ///< Rules with findings that the organisation weighs otherwise than the act, and as what.
    std::string weighed_by;                      ///< Which organisation.
    std::vector<std::string> tables;       ///< findings.csv and hits.csv: all findings, and which are commonest.
    std::vector<std::string> absent;       ///< Registered, but not in the inbox.
    std::vector<std::vector<std::string>> twins;  ///< Dossiers of the same bytes, or of one applicant for one cluster, named together: clause 41 counts them once.
    std::vector<std::string> unregistered; ///< In the inbox, but in no entry of the register, which has some: not examined, nothing is issued for it.
    std::vector<std::string> passed_over;  ///< In the inbox, left behind by a system or an editor.
    std::vector<KeptFile> kept;            ///< In the out folder, signed or changed since they were written there: left as they are.
    std::vector<std::string> left_over;    ///< Dossiers' folders of an earlier run in the out folder, for which none was examined now.
    std::size_t issued = 0;                ///< Entries added to the archive by this run.
    std::size_t fetched = 0;               ///< Entries of this run that the archive had already, documents that were fetched from it among them.
    std::string archive_folder, archive_root;
    int conforming = 0;                    ///< Participants with a dossier that conforms and was not late; twins count once.
    /// Whether enough of them conform (clause 41; limit competition.applicants); nullopt while that hangs on dossiers that
    /// could not be checked.
    std::optional<bool> held;
    int exit_status = 0;                   ///< The most severe: 3, 1, 0.
};

/// Checks every dossier in the competition's inbox, issues the documents that are due and the protocol of clause 15,
/// and keeps everything in the archive. What was issued from the same data before is fetched, not made again.
/// A dossier that can't be read does not stop the others. Throws Error for what is wrong with the competition itself,
/// the disk, the fonts or the templates.
RunSummary run_competition(Engine& engine, base::Disk& disk, const RunRequest& request);

}  // namespace irikteu::pipeline
