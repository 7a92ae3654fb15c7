#include "pipeline/notices.hpp"

#include <algorithm>
#include <map>

#include "pipeline/examination.hpp"

namespace irikteu::pipeline {

namespace {

/// How many findings name each place.
std::map<std::string, std::size_t> faults_of(const xml::Document& report) {
    std::map<std::string, std::size_t> faults;
    for (const xml::Node finding : report.root().elements()) {
        if (finding.name() == "finding") ++faults[std::string(finding.attribute_or("xpath", ""))];
    }
    return faults;
}

/// The names of the registered dossiers, by their applications' numbers.
std::map<std::string, std::string> dossiers_of(const Competition& competition) {
    std::map<std::string, std::string> dossiers;
    for (const xml::Node entry : competition.root().first_element("register").elements()) {
        if (entry.name() == "entry") dossiers.emplace(entry.attribute_or("number", ""), entry.attribute_or("dossier", ""));
    }
    return dossiers;
}

}  // namespace

std::vector<Notice> notices_of(const Competition& competition, const xml::Document& report) {
    const auto faults = faults_of(report);
    const auto dossiers = dossiers_of(competition);
    std::vector<Notice> notices;
    std::set<std::string> folders;
    std::size_t place = 0;
    for (const xml::Node node : competition.root().first_element("register").elements()) {
        if (node.name() != "notice") continue;
        ++place;
        const std::string of(node.attribute_or("of", ""));
        const auto dossier = dossiers.find(of);
        if (of.empty() || dossier == dossiers.end()) continue;
        Notice notice;
        notice.node = node;
        notice.dossier = dossier->second;
        notice.number = xml::normalize_space(node.attribute_or("number", ""));
        if (notice.number.empty()) notice.number = of;
        const auto received = base::Moment::parse(node.attribute_or("received", ""));
        notice.in_time = received && *received <= competition.acceptance_until();
        const auto fault = faults.find("/competition[1]/register[1]/notice[" + std::to_string(place) + ']');
        if (fault != faults.end() && fault->second > (notice.in_time ? 0U : 1U)) continue;
        std::string name = shown_name(notice.number);
        std::replace(name.begin(), name.end(), '/', '-');
        if (name.starts_with('.')) name[0] = '_';
        notice.folder = "notices/" + name;
        for (int n = 2; !folders.insert(notice.folder).second; ++n) notice.folder = "notices/" + name + " (" + std::to_string(n) + ')';
        notices.push_back(std::move(notice));
    }
    return notices;
}

bool is_withdrawal(const Notice& notice) { return notice.in_time && notice.node.attribute_or("kind", "") == "withdrawal"; }

std::string record_of(const Notice& notice) {
    xml::Document record = xml::Document::create("notice", kCompetitionNamespace);
    for (const xml::Node attribute : notice.node.attributes()) record.root().set_attribute(attribute.name(), attribute.content());
    record.root().append_text(notice.node.text());
    return record.serialize();
}

std::set<std::string> withdrawn_by(const std::vector<Notice>& notices) {
    std::set<std::string> dossiers;
    for (const Notice& notice : notices) {
        if (is_withdrawal(notice)) dossiers.insert(notice.dossier);
    }
    return dossiers;
}

}  // namespace irikteu::pipeline
