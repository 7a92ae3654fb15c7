#include "report/comparison.hpp"

#include <array>
#include <functional>
#include <set>

#include "base/error.hpp"
#include "report/report_reading.hpp"

namespace irikteu::report {
namespace {

/// A finding of one of the reports, and whether its like was found in the other.
struct Fault {
    xml::Node node;
    std::string rule, document, item, list_item, xpath, quotation, message;
    bool matched = false;
};

std::vector<Fault> faults_of(const xml::Document& report) {
    std::vector<Fault> result;
    for (const xml::Node node : findings(report)) {
        const std::string severity = value(node, "severity");
        if (severity == "manual" || severity == "info") continue;
        const std::string item = value(node, "item");
        result.push_back({node, value(node, "rule"), value(node, "document"), item, without_indices(item), value(node, "xpath"),
                          node.child_text("quotation"), said(node, "message", "kk")});
    }
    return result;
}

using Same = bool (*)(const Fault&, const Fault&);

/// From the surest sign that two findings are of one fault to the weakest.
constexpr std::array<Same, 6> kSigns = {
    [](const Fault& a, const Fault& b) { return a.item == b.item && a.xpath == b.xpath && a.message == b.message; },
    [](const Fault& a, const Fault& b) { return a.item == b.item && a.message == b.message; },
    [](const Fault& a, const Fault& b) { return a.list_item == b.list_item && a.message == b.message; },
    [](const Fault& a, const Fault& b) { return a.list_item == b.list_item && !a.quotation.empty() && a.quotation == b.quotation; },
    [](const Fault& a, const Fault& b) { return a.item == b.item && a.xpath == b.xpath; },
    [](const Fault& a, const Fault& b) { return !a.item.empty() && a.item == b.item; },
};

/// Of one rule in one document there is one finding in each report, and it is about no item: the same fault.
bool is_only_one(const Fault& fault, const std::vector<Fault>& all) {
    std::size_t count = 0;
    for (const Fault& each : all) count += each.rule == fault.rule && each.document == fault.document;
    return count == 1 && fault.item.empty();
}

void match(std::vector<Fault>& now, std::vector<Fault>& before) {
    const auto pair_by = [&](const std::function<bool(const Fault&, const Fault&)>& same) {
        for (Fault& a : now) {
            for (Fault& b : before) {
                if (a.matched || b.matched || a.rule != b.rule || a.document != b.document || !same(a, b)) continue;
                a.matched = b.matched = true;
            }
        }
    };
    for (const Same sign : kSigns) pair_by(sign);
    pair_by([&](const Fault& a, const Fault& b) { return is_only_one(a, now) && is_only_one(b, before); });
}

/// The documents of which the report says nothing sure: not there, or not to be checked. "" stands for all of them.
std::set<std::string> documents_unseen(const xml::Document& report) {
    std::set<std::string> unseen;
    for (const xml::Node node : findings(report)) {
        const bool whole = value(node, "item") == "doc";
        if (value(node, "severity") == "undetermined") {
            const std::string document = value(node, "document");
            if (whole) unseen.insert("appendix " + value(node, "appendix"));
            else unseen.insert(document == "dossier" || document == "documents" ? "" : document);
        } else if (whole && value(node, "kind") == "missing") {
            unseen.insert("appendix " + value(node, "appendix"));
        }
    }
    return unseen;
}

/// What a report on a single document is on: its part and further papers in its file; empty for a report on a dossier.
std::set<std::string> papers_seen(const xml::Document& report) {
    std::set<std::string> papers;
    const std::string part = value(report.root(), "part");
    if (part.empty()) return papers;
    papers.insert(part);
    for (const xml::Node file : report.root().first_element("ledger").elements())
        if (const std::string kind = value(file, "kind"); !kind.empty()) papers.insert(kind);
    return papers;
}

/// A single document was checked, and the fault is of what was not handed in with it.
bool was_not_handed_in(const Fault& fault, const std::set<std::string>& papers, const std::set<std::string>& papers_before) {
    if (papers.empty() || papers.contains(fault.document)) return false;
    // That a file could not be read is of the file itself, where both reports are on one file.
    return !(fault.document == "documents" && !papers_before.empty());
}

bool may_be_there_still(const Fault& fault, const std::set<std::string>& unseen) {
    if (unseen.count("") != 0 || unseen.count(fault.document) != 0) return true;
    const std::string appendix = value(fault.node, "appendix");
    const bool whole = fault.item == "doc" && value(fault.node, "kind") == "missing";
    return !appendix.empty() && !whole && unseen.count("appendix " + appendix) != 0;
}

}  // namespace

void compare(xml::Document& report, const xml::Document& earlier) {
    std::vector<Fault> now = faults_of(report);
    std::vector<Fault> before = faults_of(earlier);
    match(now, before);
    xml::Node root = report.root();
    if (xml::Node old = root.first_element("comparison")) old.remove();
    std::array<std::size_t, 4> counts{};
    for (Fault& fault : now) {
        fault.node.set_attribute("state", fault.matched ? "open" : "new");
        ++counts[fault.matched ? 1 : 2];
    }
    const std::set<std::string> unseen = documents_unseen(report), papers = papers_seen(report), papers_before = papers_seen(earlier);
    xml::Node comparison = root.append("comparison");
    for (const Fault& fault : before) {
        if (fault.matched) continue;
        const bool unknown = was_not_handed_in(fault, papers, papers_before) || may_be_there_still(fault, unseen);
        comparison.append_copy(fault.node).set_attribute("state", unknown ? "unknown" : "mended");
        ++counts[unknown ? 3 : 0];
    }
    constexpr std::array<const char*, 4> names = {"mended", "open", "new", "unknown"};
    for (std::size_t i = 0; i < names.size(); ++i) comparison.set_attribute(names[i], std::to_string(counts[i]));
    comparison.set_attribute("verdict", value(earlier.root(), "verdict"));
    comparison.set_attribute("input", value(earlier.root(), "input"));
    const bool same = value(earlier.root(), "rules") == value(root, "rules") && value(earlier.root(), "stage") == value(root, "stage");
    comparison.set_attribute("same_rules", same ? "true" : "false");
}

const xml::Document& report_on(const std::vector<xml::Document>& reports, const std::string& dossier, const std::string& source) {
    if (reports.size() == 1) return reports.front();
    for (const xml::Document& report : reports)
        if (value(report.root(), "dossier") == dossier) return report;
    throw base::Error(base::ErrorCode::usage, "has no report on the dossier " + dossier, {source, 0, 0, {}});
}

std::string doubt_of_sameness(const xml::Document& report, const xml::Document& earlier, const std::string& source) {
    const xml::Node now = report.root(), before = earlier.root();
    const std::string stage = value(before, "stage"), own_stage = value(now, "stage");
    if (!stage.empty() && !own_stage.empty() && stage != own_stage)
        throw base::Error(base::ErrorCode::usage, "is a report on a dossier of stage " + stage + "; " + value(now, "dossier") + " is one of stage " + own_stage, {source, 0, 0, {}});
    if (!value(before, "input").empty() && value(before, "input") == value(now, "input")) return {};
    std::size_t known = 0, same = 0;
    std::string others;
    for (const char* name : {"cluster_name", "applicant_name"}) {
        const std::string then = xml::normalize_space(before.first_element("identity").child_text(name));
        const std::string here = xml::normalize_space(now.first_element("identity").child_text(name));
        if (then.empty() || here.empty()) continue;
        ++known;
        same += then == here;
        if (then != here) others += (others.empty() ? "" : ", ") + then + " (here: " + here + ")";
    }
    if (known == 2 && same == 0) throw base::Error(base::ErrorCode::usage, "is a report on another dossier: " + others, {source, 0, 0, {}});
    if (known > 0 && same == known) return {};
    if (known > 0) return "the earlier report is on " + others;
    if (value(before, "dossier") == value(now, "dossier")) return {};
    return "the earlier report is on " + value(before, "dossier") + "; whether that was an earlier state of " + value(now, "dossier") + " cannot be told, for cluster and applicant are not named";
}

}  // namespace irikteu::report
