#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "report/messages.hpp"
#include "xml/document.hpp"

namespace irikteu::report {

/// Which faults occur most in an inbox: errors, warnings and what could not be checked, by rule, severity and item (the number in a
/// list apart). Holds a few lines each, however many reports are added.
class HitList {
  public:
    struct Hit {
        std::string rule;
        std::string severity;
        std::string item;              ///< What the finding is about, "7.sheet[].phone"; empty where it is about none.
        std::size_t dossiers = 0;      ///< In how many reports.
        std::size_t findings = 0;      ///< How many times in all.
        xml::Document example;         ///< A report with the first of them alone.
    };

    void add(const xml::Document& report);

    std::size_t reports() const { return reports_; }
    bool empty() const { return hits_.empty(); }
    /// By number of dossiers, then of findings, then by rule, severity and item.
    std::vector<const Hit*> hits() const;

    /// A table for a spreadsheet, head included.
    std::string csv(const Messages& messages) const;
    /// For a terminal: the first `most`, a line each, with a heading; empty where there is none.
    std::string text(const Messages& messages, std::size_t most) const;

  private:
    std::size_t reports_ = 0;
    std::map<std::string, Hit> hits_;
};

}  // namespace irikteu::report
