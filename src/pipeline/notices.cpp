#include "pipeline/notices.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/examination.hpp"

namespace irikteu::pipeline {

std::vector<Notice> notices_of(const Competition& competition, const xml::Document& report) {
    std::map<std::string, std::size_t> faults;  // By place.
    for (const xml::Node finding : report.root().elements()) {
        if (finding.name() == "finding") ++faults[std::string(finding.attribute_or("xpath", ""))];
    }
    std::vector<Notice> notices;
    std::set<std::string> folders;
    std::size_t place = 0;
    for (const xml::Node node : competition.root().first_element("register").elements()) {
        if (node.name() != "notice") continue;
        ++place;
        const std::string of(node.attribute_or("of", ""));
        Notice notice;
        notice.node = node;
        for (const std::string& dossier : competition.registered()) {
            if (competition.entry(dossier).attribute_or("number", "") == of) notice.dossier = dossier;
        }
        if (of.empty() || notice.dossier.empty()) continue;
        notice.number = node.attribute_or("number", of);
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

xml::Document answer_data(const Issuer& issuer, const Competition& competition, const std::string& kind, const Notice& notice, const xml::Document& brief) {
    xml::Document data = issuer.data(kind, competition.id() + '/' + notice.number, {&brief}, {}, &notice.dossier);
    xml::Node request = data.root().append_with_text("request", xml::normalize_space(notice.node.text()));
    for (const char* name : {"kind", "number", "received"}) {
        if (const auto value = notice.node.attribute(name)) request.set_attribute(name, *value);
    }
    request.set_attribute("accepted", notice.in_time ? "true" : "false");
    return data;
}

}  // namespace irikteu::pipeline
