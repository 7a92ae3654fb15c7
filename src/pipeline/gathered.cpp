#include "pipeline/gathered.hpp"

#include "report/csv.hpp"

namespace irikteu::pipeline {

void Gathered::add(const xml::Document& brief, const xml::Document& report, const report::Messages& messages) {
    findings_ += report::csv_rows(report, messages);
    hits_.add(report);
    briefs_.push_back(brief.serialize_compact());
    reports_.push_back(report.serialize_compact());
}

void Gathered::append_to(xml::Node document) const {
    for (const auto* all : {&briefs_, &reports_}) {
        for (const std::string& one : *all) document.append_copy(xml::Document::parse(one, {}).root());
    }
}

}  // namespace irikteu::pipeline
