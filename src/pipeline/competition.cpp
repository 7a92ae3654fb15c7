#include "pipeline/competition.hpp"

#include "base/error.hpp"
#include "pipeline/possible_competition.hpp"

namespace irikteu::pipeline {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxCompetitionBytes = 8u << 20;

base::Moment moment(xml::Node node, std::string_view attribute, const std::string& path) {
    const auto value = base::Moment::parse(node.attribute_or(attribute, ""));
    if (!value) {
        throw Error(ErrorCode::invalid, "the attribute " + std::string(attribute) + " needs a moment with its offset from UTC, as 2015-10-05T18:00:00+06:00",
                    {path, node.line(), 0, {}});
    }
    return *value;
}

}  // namespace

Competition Competition::load(const base::Disk& disk, const std::string& path, const xml::Schema& schema) {
    Competition competition;
    const bool folder = disk.is_folder(path);
    const auto slash = path.rfind('/');
    competition.folder_ = folder ? path : slash == std::string::npos ? "." : path.substr(0, slash);
    const std::string file = folder || !disk.exists(path) ? base::join_path(path, "competition.xml") : path;
    // Whoever names one dossier wants it checked.
    const auto no_competition = [&path](const std::string& what) {
        throw Error(ErrorCode::usage, what + "; a single dossier is checked by: irikteu check " + path, {path, 0, 0, {}});
    };
    if (folder && !disk.exists(file)) {
        const std::size_t end = path.find_last_not_of('/') + 1, cut = path.rfind('/', end == 0 ? 0 : end - 1);
        const std::string above = cut == std::string::npos ? "." : cut == 0 ? "/" : path.substr(0, cut);
        if (disk.exists(base::join_path(above, "competition.xml")))
            throw Error(ErrorCode::usage, "is no competition: the competition.xml stands in the folder above, so say " + above, {path, 0, 0, {}});
    }
    if (folder && !disk.exists(file)) no_competition("is no competition: the folder has no competition.xml");
    const std::string bytes = disk.read(file, kMaxCompetitionBytes);
    if (bytes.starts_with("PK") || bytes.starts_with("%PDF-")) no_competition("is no competition.xml");
    competition.document_ = xml::Document::parse(bytes, file);
    if (!competition.root().is_element("competition", kCompetitionNamespace)) no_competition("is no competition.xml: it holds a " + std::string(competition.root().name()));
    const auto faults = schema.validate(competition.document_);
    if (!faults.empty()) throw Error(ErrorCode::invalid, faults.front().message, {file, faults.front().line, 0, {}});
    const xml::Node root = competition.root();
    competition.until_ = moment(root.first_element("acceptance"), "until", file);
    if (root.attribute("clock")) moment(root, "clock", file);
    require_possible(competition);
    return competition;
}

void Competition::refuse(xml::Node where, const std::string& why) const {
    throw Error(ErrorCode::invalid, why, {document_.source(), where.line(), 0, {}});
}

base::Date Competition::announced() const {
    return *base::Date::parse(root().first_element("announcement").attribute_or("date", ""));
}

std::vector<act::Event> Competition::events(const act::Act& act) const {
    std::vector<act::Event> events;
    for (xml::Node known : act.document().root().first_element("events").elements()) {
        const std::string at(known.attribute_or("at", ""));
        const auto cut = at.find("/@");
        if (cut == std::string::npos) continue;
        const xml::Node element = root().first_element(at.substr(0, cut));
        const std::string value(element ? element.attribute_or(at.substr(cut + 2), "") : "");
        if (value.empty()) continue;
        const auto moment = base::Moment::parse(value);
        const auto day = moment ? moment->date() : base::Date::parse(value);
        if (!day) refuse(element, "\"" + value + "\" is no day like 2015-10-05");
        events.push_back({std::string(known.attribute_or("id", "")), *day, {}});
    }
    const xml::Node list = root().first_element("events");
    if (!list) return events;
    for (xml::Node event : list.elements()) {
        const std::string id(event.attribute_or("id", ""));
        if (!act.entry("event", id)) refuse(event, "the act " + act.id() + " knows no event \"" + id + "\"");
        events.push_back({id, *base::Date::parse(event.attribute_or("date", "")), std::string(event.attribute_or("of", ""))});
    }
    return events;
}

std::string Competition::id() const { return std::string(root().attribute_or("id", "")); }
std::string Competition::act() const { return std::string(root().attribute_or("act", "")); }
std::string Competition::stage() const { return std::string(root().attribute_or("stage", "")); }

std::optional<base::Moment> Competition::clock() const {
    const auto value = root().attribute("clock");
    return value ? base::Moment::parse(*value) : std::nullopt;
}

xml::Node Competition::entry(const std::string& dossier) const {
    for (xml::Node entry : root().first_element("register").elements()) {
        if (entry.name() == "entry" && entry.attribute_or("dossier", "") == dossier) return entry;
    }
    return {};
}

std::vector<std::string> Competition::registered() const {
    std::vector<std::string> names;
    for (xml::Node entry : root().first_element("register").elements()) {
        if (entry.name() == "entry") names.emplace_back(entry.attribute_or("dossier", ""));
    }
    return names;
}

}  // namespace irikteu::pipeline
