#include "report/hit_list.hpp"

#include <algorithm>
#include <tuple>

#include "report/csv.hpp"
#include "report/report_reading.hpp"
#include "report/words.hpp"

namespace irikteu::report {

void HitList::add(const xml::Document& report) {
    ++reports_;
    std::set<std::string> seen;
    // A rule may ask the same of many items: each is a fault of its own, with its own severity.
    for (const xml::Node finding : findings(report)) {
        const std::string severity = value(finding, "severity");
        if (severity == "manual" || severity == "info") continue;
        const std::string rule = value(finding, "rule");
        const std::string item = without_indices(value(finding, "item"));
        const std::string key = rule + '\n' + severity + '\n' + item;
        Hit& hit = hits_[key];
        if (hit.findings++ == 0) {
            hit.rule = rule;
            hit.severity = severity;
            hit.item = item;
            hit.example = xml::Document::create("report", "urn:irikteu:report:1");
            hit.example.root().append_copy(finding);
        }
        hit.dossiers += seen.insert(key).second;
    }
}

std::vector<const HitList::Hit*> HitList::hits() const {
    std::vector<const Hit*> list;
    for (const auto& [key, hit] : hits_) list.push_back(&hit);
    std::stable_sort(list.begin(), list.end(), [](const Hit* a, const Hit* b) { return std::tie(a->dossiers, a->findings) > std::tie(b->dossiers, b->findings); });
    return list;
}

std::string HitList::csv(const Messages& messages) const {
    std::vector<std::string> head;
    for (const char* column : {"place_in_list", "rule", "severity", "ground", "document", "dossiers", "share", "findings", "example"})
        head.push_back(messages.say("csv." + std::string(column)));
    std::string table = "\xEF\xBB\xBF" + csv_row(head);
    std::size_t place = 0;
    for (const Hit* hit : hits()) {
        const xml::Node example = hit->example.root().first_element();
        table += csv_row({std::to_string(++place), hit->rule, messages.say("severity." + hit->severity), ground_words(example, messages), part_words(example, messages),
                          std::to_string(hit->dossiers), std::to_string((hit->dossiers * 100 + reports_ / 2) / reports_) + "%", std::to_string(hit->findings),
                          said(example, "message", messages.language())});
    }
    return table;
}

std::string HitList::text(const Messages& messages, std::size_t most) const {
    std::string out;
    for (const Hit* hit : hits()) {
        if (most-- == 0) break;
        if (out.empty()) out = messages.say("hits.heading", {std::to_string(reports_)}) + "\n";
        const xml::Node example = hit->example.root().first_element();
        out += "  " + messages.say("hits.line", {std::to_string(hit->dossiers), std::to_string(hit->findings), part_words(example, messages), hit->rule,
                                                  said(example, "message", messages.language())}) + "\n";
    }
    return out;
}

}  // namespace irikteu::report
