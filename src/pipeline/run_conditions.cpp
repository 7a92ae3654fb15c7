#include "pipeline/run_conditions.hpp"

#include <filesystem>

#include "base/error.hpp"

namespace irikteu::pipeline {

using base::Error;

std::string archive_folder(const RunRequest& request) {
    return request.archive_folder.empty() ? base::join_path(request.out_folder, "archive") : request.archive_folder;
}

void require_fit(const base::Disk& disk, const Competition& competition, const Engine& engine, const RunRequest& request) {
    const std::string file = base::join_path(request.competition_folder, "competition.xml");
    const auto refuse = [&file](base::ErrorCode code, const std::string& why) { throw Error(code, why, {file, 0, 0, {}}); };
    if (competition.act() != engine.options().act) {
        refuse(base::ErrorCode::usage, "is of the act " + competition.act() + ": run it with --act " + competition.act());
    }
    if (competition.id().empty() || competition.id().find_first_of("/\\\n") != std::string::npos || competition.id().starts_with('.')) {
        refuse(base::ErrorCode::invalid, "needs an id without slashes that does not begin with a dot");
    }
    if (const std::string whose = base::join_path(request.out_folder, kWhose); disk.exists(whose)) {
        const std::string id = xml::normalize_space(disk.read(whose, 4096));
        if (!id.empty() && id != xml::normalize_space(competition.id())) {
            throw Error(base::ErrorCode::usage, "holds the results of the competition " + id + ", and this is " + competition.id() + ": name another folder for them", {request.out_folder, 0, 0, {}});
        }
    }
    const auto inbox = std::filesystem::weakly_canonical(competition.inbox()).string() + '/';
    for (const std::string& folder : {request.out_folder, archive_folder(request)}) {
        if ((std::filesystem::weakly_canonical(folder).string() + '/').starts_with(inbox)) {
            throw Error(base::ErrorCode::usage, "lies in the inbox: what is written there would be read as a dossier", {folder, 0, 0, {}});
        }
    }
}

void require_arrived(const Competition& competition, const RunRequest& request, base::Moment moment) {
    const bool stated = request.moment || competition.clock();
    for (xml::Node entry : competition.root().first_element("register").elements()) {
        const bool is_notice = entry.name() == "notice";
        if (entry.name() != "entry" && !is_notice) continue;
        const auto received = base::Moment::parse(entry.attribute_or("received", ""));
        if (!received || received->seconds < moment.seconds + (stated ? 1 : 86400)) continue;
        const std::string limit = stated ? moment.iso() + ", when the documents count as issued (clock)" : moment.date().iso() + ", the day of the protocol";
        competition.refuse(entry, (is_notice ? "the notice of \"" : "the dossier \"") + std::string(entry.attribute_or(is_notice ? "of" : "dossier", "")) + "\" was received on " + received->iso() + ", after " + limit);
    }
}

base::Moment moment_of(const Competition& competition, const RunRequest& request) {
    if (request.moment) return *request.moment;
    if (competition.clock()) return *competition.clock();
    const auto day = base::Date::parse(competition.root().first_element("protocol").attribute_or("date", ""));
    const int offset = competition.acceptance_until().offset_minutes;
    if (!day) throw Error(base::ErrorCode::invalid, "the protocol's date needs no time zone: 2015-10-09", {competition.folder(), 0, 0, {}});
    return {day->days() * 86400 - offset * 60, offset};
}

}  // namespace irikteu::pipeline
