#pragma once

#include <map>
#include <memory>
#include <string>

#include "act/act.hpp"
#include "base/digest.hpp"
#include "base/disk.hpp"
#include "checks/checker.hpp"
#include "outline/align.hpp"
#include "pipeline/competition.hpp"
#include "report/messages.hpp"
#include "xml/schema.hpp"

namespace irikteu::pipeline {

/// What a judge is made of: where the act's data are and how the act is read.
struct JudgeOptions {
    std::string templates_folder;  ///< "share/irikteu/templates"
    std::string fonts_folder;      ///< "share/irikteu/fonts"; named in provenance() only.
    std::string act = "kz-535-2015";
    std::string house_style;  ///< Stylesheet over the house style of templates/style; empty: none.
    std::string severities;   ///< File of an organisation's severities; empty: the act's.
    std::map<std::string, std::string> settings;  ///< Readings of the act where it is ambiguous, over its defaults.
};

/// Version of this program, as it stands in reports and documents: "irikteu 0.1.0".
std::string engine_version();

/// What examining a dossier needs, compiled once and then only read: the act, its rules, its messages. Each part is made
/// at its first use, so that a command pays only for what it needs. It knows nothing of pages, PDF or XSLT, so that a
/// program that only judges starts without them. One judge serves one
/// thread.
class Judge {
  public:
    Judge(const base::Disk& disk, JudgeOptions options);
    virtual ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    const base::Disk& disk() const { return disk_; }
    const JudgeOptions& options() const { return options_; }
    const act::Act& act();
    /// By what papers are aligned with the act; there once the act is.
    const outline::Outline& outline();
    const checks::Checker& checker();
    /// Makes the act here and meanwhile, on a thread of its own, the checker with the rules of `stage`, which checker() and
    /// checking wait for: for who will judge at once. To be called before anything else; on one processor it does nothing.
    /// Throws as act().
    void begin(const std::string& stage);
    /// Waits for what begin() began.
    void rest();
    const xml::Schema& competition_schema();
    /// Reads the act as that competition says: its settings over those of the options, the edition in force when it was
    /// announced. Call it before anything is checked. Throws Error(invalid) with the line of a setting that the act does
    /// not know or whose value it does not understand.
    void read_act_for(const Competition& competition);
    /// Reads the act again as the options say, without what a competition set.
    void read_act_plainly();
    /// SHA-256 over everything but the data that a document is made of: the act's folder, house style, schemas, calendar
    /// and the fonts' manifest. Known once the act is loaded.
    const base::Digest& provenance();
    const report::Messages& messages(const std::string& language);

  protected:
    /// The act is read in another way from now on: what was made from it is out of date.
    virtual void act_changed() {}

  private:
    struct Parts;
    void make_act();
    void make_checker(std::unique_ptr<checks::RuleFiles> files);
    const base::Disk& disk_;
    JudgeOptions options_;
    std::unique_ptr<Parts> parts_;
};

}  // namespace irikteu::pipeline
