#include "pipeline/possible_competition.hpp"

#include <map>
#include <set>

#include "kazakh/letters.hpp"

namespace irikteu::pipeline {

namespace {

using base::Date;
using base::Moment;

/// The day in an attribute that the schema knows to be a day. A time zone, which xs:date allows, has no meaning here.
Date day(const Competition& competition, xml::Node node, std::string_view attribute) {
    const auto value = Date::parse(node.attribute_or(attribute, ""));
    if (!value) competition.refuse(node, "the attribute " + std::string(attribute) + " of " + std::string(node.name()) + " needs a day without a time zone, as 2015-10-05");
    return *value;
}

Moment moment(const Competition& competition, xml::Node node, std::string_view attribute) {
    const auto value = Moment::parse(node.attribute_or(attribute, ""));
    if (!value) {
        competition.refuse(node, "the attribute " + std::string(attribute) + " of " + std::string(node.name()) +
                                     " needs a moment with its offset from UTC, as 2015-10-05T18:00:00+06:00");
    }
    return *value;
}

void check_dates(const Competition& competition) {
    const xml::Node root = competition.root();
    const xml::Node announcement = root.first_element("announcement"), acceptance = root.first_element("acceptance"),
                    protocol = root.first_element("protocol");
    const Date announced = day(competition, announcement, "date"), from = day(competition, acceptance, "from");
    const Date closed = competition.acceptance_until().date(), sat = day(competition, protocol, "date");
    if (announced > closed) {
        competition.refuse(announcement, "the competition is announced on " + announced.iso() + ", after acceptance closed on " + closed.iso());
    }
    if (from > closed) competition.refuse(acceptance, "acceptance opens on " + from.iso() + ", after it closes on " + closed.iso());
    if (sat < closed) {
        competition.refuse(protocol, "the protocol is of " + sat.iso() + ", before acceptance closed on " + closed.iso());
    }
    if (const xml::Node events = root.first_element("events")) {
        for (xml::Node event : events.elements()) day(competition, event, "date");
    }
}

void check_commission(const Competition& competition) {
    const xml::Node commission = competition.root().first_element("commission");
    xml::Node chair;
    bool led = false;
    for (xml::Node member : commission.elements()) {
        const std::string_view role = member.attribute_or("role", ""), present = member.attribute_or("present", "true");
        const bool there = present == "true" || present == "1";
        if (xml::normalize_space(member.child_text("name")).empty()) competition.refuse(member, "a member of the commission has no name");
        led = led || (there && (role == "chair" || role == "deputy"));
        if (role != "chair") continue;
        if (chair) competition.refuse(member, "the commission has two chairs");
        chair = member;
    }
    if (!chair) competition.refuse(commission, "the commission has no chair");
    if (!led) competition.refuse(commission, "neither the chair nor a deputy is present, so nobody leads the sitting");
}

/// Who signs or decides has a name that can be one.
void check_names(const Competition& competition) {
    const auto name = [&](xml::Node where, std::string_view said) {
        if (!kazakh::has_letter(said)) competition.refuse(where, "the name of a person has no letters: \"" + xml::normalize_space(said) + '"');
    };
    const auto person = [&](xml::Node node) {
        const xml::Node own = node.first_element("name");
        name(own, own.text());
        if (const auto russian = own.attribute("ru")) name(own, *russian);
    };
    const xml::Node root = competition.root();
    person(root.first_element("organiser").first_element("signatory"));
    for (const std::string_view group : {"commission", "experts"}) {
        if (const xml::Node people = root.first_element(group))
            for (const xml::Node each : people.elements()) person(each);
    }
    if (const xml::Node winners = root.first_element("winners"))
        for (const xml::Node winner : winners.elements())
            if (const auto signatory = winner.attribute("signatory")) name(winner, *signatory);
}

void check_register(const Competition& competition) {
    const Date opens = day(competition, competition.root().first_element("acceptance"), "from");
    std::map<std::string, int> numbers, dossiers;
    for (xml::Node entry : competition.root().first_element("register").elements()) {
        if (entry.name() == "notice") moment(competition, entry, "received");
        if (entry.name() != "entry") continue;
        const std::string dossier(entry.attribute_or("dossier", "")), number = xml::normalize_space(entry.attribute_or("number", ""));
        const Moment received = moment(competition, entry, "received");
        if (xml::normalize_space(dossier).empty()) competition.refuse(entry, "an entry of the register names no dossier");
        if (number.empty()) competition.refuse(entry, "the dossier \"" + dossier + "\" has no registration number");
        const auto [same, fresh] = numbers.emplace(number, entry.line());
        if (!fresh) competition.refuse(entry, "the registration number " + number + " stands twice, first in line " + std::to_string(same->second));
        if (!dossiers.emplace(dossier, entry.line()).second) competition.refuse(entry, "the register names the dossier \"" + dossier + "\" twice");
        if (received.date() < opens) {
            competition.refuse(entry, "the dossier \"" + dossier + "\" was received on " + received.date().iso() + ", before acceptance opened on " + opens.iso());
        }
    }
}

void check_settings(const Competition& competition) {
    if (!competition.settings()) return;
    std::set<std::string> seen;
    for (xml::Node setting : competition.settings().elements()) {
        const std::string name(setting.attribute_or("name", ""));
        if (setting.attribute_or("value", "").empty()) competition.refuse(setting, "the setting " + name + " has no value");
        if (!seen.insert(name).second) competition.refuse(setting, "the setting " + name + " stands twice");
    }
}

}  // namespace

void require_possible(const Competition& competition) {
    check_dates(competition);
    check_commission(competition);
    check_names(competition);
    check_register(competition);
    check_settings(competition);
}

}  // namespace irikteu::pipeline
