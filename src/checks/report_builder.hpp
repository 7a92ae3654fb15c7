#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"
#include "checks/checker.hpp"
#include "checks/messages.hpp"
#include "checks/place.hpp"
#include "checks/schematron.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::checks {

/// How a clause is served: by which rules (ids with blanks between), and how the act's map says it is.
struct ClauseCoverage {
    std::string rules, mode;
};
using Coverage = std::map<std::string, ClauseCoverage>;
Coverage coverage_of(const Schematron& rules, const RuleBook& book);

/// Writes one report (urn:irikteu:report:1, templates/schema/report.xsd). The verdict is non-conforming where there is a
/// finding of severity error, else undetermined where anything could not be checked, else conforming.
class ReportBuilder {
  public:
    /// Places are worded in Kazakh.
    ReportBuilder(const xml::Document& dossier, std::string_view stage, const RuleBook& book, const MessageBook& messages);

    /// SHA-256 of the dossier in canonical form.
    void by_input(const base::Digest& digest);
    /// SHA-256 of the rules that the dossier is checked by.
    void by_rules(const std::string& digest);

    /// A breach of the dossier's schema: the dossier may then not be what the rules take it for.
    void add(const xml::SchemaFault& fault);
    /// Findings by their role: error, warning, info, undetermined, manual; "none" leaves it out. Any other role counts
    /// as error. Run-time errors become findings of severity undetermined.
    void add(Result result);
    /// The act has no rules for the stage.
    void no_rules(std::string_view stage);
    /// Finishes the report; `coverage` says which clauses were asked about, by which rules.
    xml::Document finish(const Coverage& coverage);

  private:
    void head();
    xml::Node finding(const std::string& severity, xml::Node where);
    void add_outcome(const Outcome& outcome);
    /// Says the message of that key in the language of the messages.
    using Say = std::function<std::string(const Messages& messages, const std::string& key)>;
    xml::Node undetermined(std::string_view cause, xml::Node where, const Say& say_cause);
    xml::Node undetermined(std::string_view cause, xml::Node where, std::initializer_list<std::string_view> arguments);
    void ledger();
    void readings();
    void severities();

    const xml::Document& dossier_;
    const RuleBook& book_;
    const MessageBook& messages_;
    xml::Document report_;
    KnownHeadings headings_;
    Paths paths_;
    std::array<std::size_t, 5> counts_{};
    std::map<std::string, std::size_t> changed_;  ///< Rules that the organisation weighs otherwise, and how many findings that touched.
};

}  // namespace irikteu::checks
