#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "act/act.hpp"
#include "base/disk.hpp"
#include "checks/messages.hpp"
#include "checks/rule_files.hpp"
#include "checks/schematron.hpp"
#include "checks/severity_overlay.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"
#include "xml/xpath.hpp"

namespace irikteu::checks {

inline constexpr std::string_view kReportNamespace = "urn:irikteu:report:1";

/// By what a dossier is checked: an act's folder, the edition in force, and how the act is read where it is ambiguous.
struct RuleBook {
    std::string templates_folder;  ///< Holds schema/dossier.xsd and, in a folder named like the act, rules/stage-N.sch and messages.
    std::string act_id;            ///< "kz-535-2015"
    std::string edition;           ///< "2015-07-16"; empty where it isn't known.
    std::map<std::string, std::string, std::less<>> settings;  ///< Every setting of the act: rules ask by f:setting('id').
    std::map<std::string, std::string, std::less<>> defaults;  ///< Of settings that are read otherwise than by default: the default.
    std::map<std::string, std::string, std::less<>> clauses;   ///< Clause to how the act's map says it is served: "check by-hand".
    xml::FunctionLibrary functions;                            ///< What rules may call besides f:setting.
    SeverityOverlay severities;                                ///< What the organisation weighs otherwise.
    std::string engine = "irikteu 0.1.0";                      ///< Name and version of the program, for provenance.
};

/// The book of an act: its folder, settings and language functions. `edition` is the id of the one in force on the
/// dossier's day. The act must outlive the book.
RuleBook rule_book(const act::Act& act, std::string edition = {});

/// Checks dossiers by an act's rules. Compiled once; check() may run on several threads at once.
class Checker {
  public:
    /// Throws Error: unreadable_file, malformed or invalid where files lack or the organisation's severities are at fault.
    /// Schema, messages and a stage's rules are read when they are first asked for; whatever asks then throws where they are
    /// at fault.
    Checker(const base::Disk& disk, RuleBook book);
    /// With what was read before; `files` are of the book's act.
    Checker(std::unique_ptr<RuleFiles> files, RuleBook book);
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;
    ~Checker();

    /// Checks a canonical dossier (urn:irikteu:dossier:1) after the outline stage and gives the report
    /// (urn:irikteu:report:1, templates/schema/report.xsd). `phase` restricts the rules to one phase of theirs, for a
    /// single document: "application", "concept", "local_conclusion"; or to several with a space between. Never throws because of the dossier's content:
    /// what can't be checked is an entry of the report. Throws Error(usage) for an unknown phase.
    xml::Document check(const xml::Document& dossier, std::string_view phase = {}) const;

    /// Checks the organiser's own record, competition.xml (templates/schema/competition.xsd, already valid), by the rules of
    /// rules/competition.sch. The report's dossier is the competition's id; without findings where the act has no such rules.
    xml::Document check_competition(const xml::Document& competition) const;

    /// What the program says, "kk", "ru" or "en". Throws Error(usage) for another language. Any thread.
    const Messages& messages(std::string_view language) const;
    /// SHA-256 over the files of a stage's rules, in hexadecimal; empty where the act has none.
    const std::string& rules_digest(std::string_view stage = "1") const;
    /// The rules of a stage, "1" or "2", or those of the "competition"; nullptr where the act has none.
    const Schematron* rules(std::string_view stage) const;

  private:
    struct State;  // Rules hold pointers into it: it never moves.
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::checks
