#include "pipeline/competition.hpp"

#include "base/error.hpp"

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

Competition Competition::load(const base::Disk& disk, const std::string& folder, const xml::Schema& schema) {
    Competition competition;
    competition.folder_ = folder;
    const std::string path = base::join_path(folder, "competition.xml");
    competition.document_ = xml::Document::parse(disk.read(path, kMaxCompetitionBytes), path);
    const auto faults = schema.validate(competition.document_);
    if (!faults.empty()) throw Error(ErrorCode::invalid, faults.front().message, {path, faults.front().line, 0, {}});
    const xml::Node root = competition.root();
    competition.until_ = moment(root.first_element("acceptance"), "until", path);
    if (root.attribute("clock")) moment(root, "clock", path);
    const xml::Node entries = root.first_element("register");
    for (xml::Node entry : entries.elements()) {
        moment(entry, "received", path);
        const std::string name(entry.attribute_or("dossier", ""));
        if (!(competition.entry(name) == entry)) {
            throw Error(ErrorCode::invalid, "the register names the dossier \"" + name + "\" twice", {path, entry.line(), 0, {}});
        }
    }
    return competition;
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
        if (entry.attribute_or("dossier", "") == dossier) return entry;
    }
    return {};
}

std::vector<std::string> Competition::registered() const {
    std::vector<std::string> names;
    for (xml::Node entry : root().first_element("register").elements()) {
        names.emplace_back(entry.attribute_or("dossier", ""));
    }
    return names;
}

}  // namespace irikteu::pipeline
