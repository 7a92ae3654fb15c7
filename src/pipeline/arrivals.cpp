#include "pipeline/arrivals.hpp"

#include <set>

#include "base/error.hpp"
#include "pipeline/examination.hpp"
#include "pipeline/submission.hpp"

namespace irikteu::pipeline {

using base::Error;

namespace {

constexpr std::size_t kMaxDossiers = 10'000;

/// The dossiers as registered, whether they are there or not; where nothing is registered at all, what is there, by name.
Arrivals in_order(const Competition& competition, const std::vector<InboxItem>& inbox) {
    std::map<std::string, bool> there;
    for (const InboxItem& item : inbox) there[item.name] = item.readable;
    const auto state = [&there](const std::string& name) {
        const auto found = there.find(name);
        if (found == there.end()) return Arrival::State::absent;
        return found->second ? Arrival::State::readable : Arrival::State::special;
    };
    Arrivals arrivals;
    for (const std::string& name : competition.registered()) arrivals.dossiers.push_back({name, state(name)});
    const bool has_register = !arrivals.dossiers.empty();
    for (const InboxItem& item : inbox) {
        if (!has_register) arrivals.dossiers.push_back({item.name, state(item.name)});
        else if (!competition.entry(item.name)) arrivals.unregistered.push_back(shown_name(item.name));
    }
    return arrivals;
}

/// A dossier's name without the ending of its file.
std::string stem_of(const std::string& dossier) {
    const std::string shown = shown_name(dossier);
    const auto dot = shown.rfind('.');
    const bool ending = dot != std::string::npos && dot > 0 && shown.size() - dot <= 5;
    return ending ? shown.substr(0, dot) : shown;
}

}  // namespace

Arrivals arrivals_of(const base::Disk& disk, const Competition& competition) {
    std::vector<InboxItem> passed_over, inbox = list_inbox(disk, competition.inbox(), &passed_over);
    if (inbox.size() > kMaxDossiers) {
        throw Error(base::ErrorCode::limit_exceeded, "holds more than " + std::to_string(kMaxDossiers) + " dossiers", {competition.inbox(), 0, 0, {}});
    }
    // What was registered is a dossier, whatever it is called.
    std::vector<std::string> left;
    for (InboxItem& item : passed_over) {
        if (competition.entry(item.name)) inbox.push_back(std::move(item));
        else left.push_back(shown_name(item.name));
    }
    Arrivals arrivals = in_order(competition, inbox);
    arrivals.passed_over = std::move(left);
    if (arrivals.dossiers.empty()) throw Error(base::ErrorCode::usage, "holds no dossier, and the register names none: there is nothing to check", {competition.inbox(), 0, 0, {}});
    return arrivals;
}

std::map<std::string, std::string> folders_of(const std::vector<Arrival>& arrivals) {
    std::map<std::string, int> stems;
    for (const Arrival& arrival : arrivals) ++stems[stem_of(arrival.name)];
    std::map<std::string, std::string> folders;
    std::set<std::string> taken;
    for (const Arrival& arrival : arrivals) {
        const std::string stem = stem_of(arrival.name);
        const std::string wanted = stems[stem] == 1 && stem != "." && stem != ".." ? stem : '_' + shown_name(arrival.name);
        std::string folder = wanted;
        for (int n = 2; !taken.insert(folder).second; ++n) folder = wanted + '-' + std::to_string(n);
        folders[arrival.name] = "dossiers/" + folder;
    }
    return folders;
}

}  // namespace irikteu::pipeline
