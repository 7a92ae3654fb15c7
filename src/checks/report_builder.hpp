#pragma once

#include <string>
#include <string_view>

#include "checks/checker.hpp"
#include "checks/schematron.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::checks {

/// Writes one report (urn:irikteu:report:1, templates/schema/report.xsd). The verdict is non-conforming where there is a
/// finding of severity error, else undetermined where anything could not be checked, else conforming.
class ReportBuilder {
  public:
    ReportBuilder(const xml::Document& dossier, std::string_view stage);

    void provenance(const RuleBook& book, const std::string& rules_digest);
    /// A breach of the dossier's schema: the dossier may then not be what the rules take it for.
    void add(const xml::SchemaFault& fault);
    /// Findings by their role: error, warning, info; "unchecked" makes an entry of what could not be checked; "none"
    /// leaves it out. Any other role counts as error.
    void add(const Result& result);
    /// Says which clauses the rules ask about.
    void coverage(const Schematron& rules);
    /// The act has no rules for the stage.
    void no_rules();
    xml::Document finish();

  private:
    void head();
    void add_finding(const Outcome& outcome, const std::string& severity);
    xml::Node add_unchecked(std::string_view cause, xml::Node where);
    void messages(xml::Node entry, const Outcome& outcome);
    void labels(xml::Node entry, const Outcome& outcome);
    void place(xml::Node entry, xml::Node where);
    void ledger();

    const xml::Document& dossier_;
    xml::Document report_;
    xml::Node findings_, unchecked_, coverage_;
    std::size_t errors_ = 0, warnings_ = 0, infos_ = 0, unchecked_count_ = 0;
};

}  // namespace irikteu::checks
