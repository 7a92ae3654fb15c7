#pragma once

#include <string>
#include <vector>

#include "report/hit_list.hpp"
#include "xml/document.hpp"

namespace irikteu::pipeline {

/// What of a run's dossiers is wanted when all have been dealt with: for the protocol, and for the tables of findings. Texts, not trees: these take ten
/// times the memory.
class Gathered {
  public:
    /// `brief`: the dossier without its texts. In the order of the calls they come out again.
    void add(const xml::Document& brief, const xml::Document& report, const report::Messages& messages);
    /// Appends the dossiers and behind them the reports.
    void append_to(xml::Node document) const;

    /// Rows of report::csv_head()'s table.
    const std::string& findings() const { return findings_; }
    const report::HitList& hits() const { return hits_; }

  private:
    std::vector<std::string> briefs_, reports_;
    std::string findings_;
    report::HitList hits_;
};

}  // namespace irikteu::pipeline
