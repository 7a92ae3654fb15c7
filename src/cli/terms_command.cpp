#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "act/icalendar.hpp"
#include "act/terms.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/summary.hpp"
#include "cli/terminal.hpp"
#include "pipeline/competition.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string competition, clock, ics;
    bool wants_ics = false;
};

base::Moment moment_of(const std::string& clock, const pipeline::Competition& competition) {
    if (clock.empty()) return competition.clock() ? *competition.clock() : base::SystemClock().now();
    if (const auto moment = base::Moment::parse(clock)) return *moment;
    if (const auto day = base::Date::parse(clock)) return *base::Moment::parse(day->iso() + "T12:00:00+06:00");
    throw Error(ErrorCode::usage, "--clock needs a day or a moment, as 2015-10-09 or 2015-10-09T10:00:00+06:00");
}

/// What the entry of act.xml is called in the language.
std::string name_of(xml::Node entry, const std::string& language) {
    for (xml::Node name : entry ? entry.elements() : xml::Node().elements()) {
        if (name.name() == "name" && name.attribute("lang", "http://www.w3.org/XML/1998/namespace") == language) return name.text();
    }
    return std::string(entry ? entry.attribute_or("id", "") : "");
}

/// Everything that the faces of the answer need.
struct Answer {
    const act::Act& act;
    const pipeline::Competition& competition;
    const report::Messages& messages;
    std::string language;
    base::Moment now;
    std::vector<act::RunningTerm> terms;

    std::string title(const act::RunningTerm& term) const {
        const std::string name = name_of(term.entry, language);
        return term.about.empty() ? name : name + " (" + term.about + ')';
    }
    std::string who(const act::RunningTerm& term) const { return name_of(act.entry("role", term.entry.attribute_or("who", "")), language); }
    std::string event(const act::RunningTerm& term) const { return name_of(act.entry("event", term.event), language); }
    /// The event with its day, and whether that is still to come.
    std::string from(const act::RunningTerm& term) const {
        if (!term.event_day) return event(term);
        if (*term.event_day > now.date()) return messages.say("term.from.planned", {event(term), term.event_day->iso()});
        return event(term) + ": " + term.event_day->iso();
    }
    std::string clause(const act::RunningTerm& term) const { return std::string(term.entry.attribute_or("clause", "")); }
    std::string state(const act::RunningTerm& term) const { return messages.say("term." + std::string(to_string(term.state))); }
    /// "5 working days"
    std::string length(const act::RunningTerm& term) const {
        return messages.say("term.unit." + term.unit, {std::string(term.entry.attribute_or("length", ""))});
    }
};

std::string iso(const std::optional<base::Date>& day) { return day ? day->iso() : std::string(); }

Json optional_day(const std::optional<base::Date>& day) { return day ? Json(day->iso()) : Json(); }

std::string json_face(const Answer& answer) {
    Json json = {{"competition", answer.competition.id()}, {"act", answer.act.id()}, {"stage", answer.competition.stage()},
                 {"clock", answer.now.iso()}, {"overdue", 0}, {"terms", Json::array()}};
    int overdue = 0;
    for (const act::RunningTerm& term : answer.terms) {
        overdue += term.state == act::TermState::overdue;
        Json entry = {{"id", term.entry.attribute_or("id", "")}, {"clause", answer.clause(term)}, {"name", name_of(term.entry, answer.language)},
                      {"of", term.about}, {"who", term.entry.attribute_or("who", "")},
                      {"length", std::stoi(std::string(term.entry.attribute_or("length", "0")))}, {"unit", term.unit},
                      {"bound", term.entry.attribute_or("bound", "")}, {"direction", term.entry.attribute_or("direction", "")},
                      {"event", term.event}, {"event_date", optional_day(term.event_day)}, {"due", optional_day(term.due)},
                      {"done", optional_day(term.done)}, {"state", to_string(term.state)}, {"certain", term.certain}};
        if (const auto setting = term.entry.attribute("setting")) entry["reading"] = {{"setting", *setting}, {"value", answer.act.setting(*setting)}};
        json["terms"].push_back(std::move(entry));
    }
    json["overdue"] = overdue;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Whether no line is longer than the terminal.
bool fits(const std::string& table) {
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        if (display_width(line) > columns()) return false;
    }
    return true;
}

/// For a narrow terminal: what is to be done stands behind the first three columns, who does it and from when the term runs below.
std::string narrow(const std::vector<std::vector<std::string>>& rows) {
    constexpr std::size_t kLeastText = 24, kTold = 3;
    std::vector<std::vector<std::string>> heads;
    for (const auto& row : rows) heads.emplace_back(row.begin(), row.begin() + kTold);
    std::istringstream told(table_text(heads, std::vector<bool>(kTold, false)));
    std::string heading, rule;
    std::getline(told, heading);
    std::getline(told, rule);
    const std::size_t before = display_width(rule) + 2;
    const bool beside = before + kLeastText <= columns();
    const std::size_t width = beside ? columns() - before : columns() - 4;
    const std::string indent(beside ? before : 4, ' ');
    const auto block = [&](std::string line, const std::vector<std::string>& row) {
        std::vector<std::string> lines = wrapped(row[kTold], width);
        for (std::size_t i = kTold + 1; i < row.size(); ++i) {
            for (std::string& part : wrapped(row[i], width)) lines.push_back(std::move(part));
        }
        std::string out;
        if (beside) line += std::string(before - display_width(line), ' ') + lines.front();
        out += line + '\n';
        for (std::size_t i = beside ? 1 : 0; i < lines.size(); ++i) out += indent + lines[i] + '\n';
        return out;
    };
    std::string out = heading;
    if (beside) out += std::string(before - display_width(heading), ' ') + rows.front()[kTold];
    out += '\n' + rule;
    if (beside) {
        out += "  ";
        for (std::size_t i = 0; i < width; ++i) out += "\xE2\x94\x80";
    }
    out += '\n';
    std::size_t n = 1;
    for (std::string line; std::getline(told, line); ++n) {
        const auto& row = rows[n];
        out += block(line, {row[0], row[1], row[2], row[3], row[4] + "; " + row[5] + ", " + row[6]});
    }
    return out;
}

std::string text_face(const Answer& answer) {
    const report::Messages& say = answer.messages;
    std::vector<std::vector<std::string>> rows = {{say.say("term.due"), say.say("term.state"), say.say("term.clause"), say.say("term.what"),
                                                   say.say("term.who"), say.say("term.length"), say.say("term.from")}};
    for (const act::RunningTerm& term : answer.terms) {
        rows.push_back({term.due ? iso(term.due) + (term.certain ? "" : " ?") : "-",
                        answer.state(term) + (term.done ? ' ' + iso(term.done) : ""), answer.clause(term), answer.title(term), answer.who(term),
                        answer.length(term), answer.from(term)});
    }
    const auto paragraph = [](const std::string& text) {
        std::string lines;
        for (const std::string& line : wrapped(text, columns())) lines += line + '\n';
        return lines;
    };
    std::string out = paragraph(say.say("term.heading", {answer.competition.id(), answer.now.date().iso()})) + '\n';
    const std::string table = table_text(rows, std::vector<bool>(rows.front().size(), false));
    out += fits(table) ? table : narrow(rows);
    bool uncertain = false;
    for (const act::RunningTerm& term : answer.terms) uncertain = uncertain || !term.certain;
    if (uncertain) out += '\n' + paragraph(say.say("term.uncertain"));
    return out;
}

std::string ics_face(const Answer& answer) {
    std::vector<act::CalendarEntry> entries;
    for (const act::RunningTerm& term : answer.terms) {
        if (!term.due) continue;
        const std::string uid = answer.competition.id() + '.' + std::string(term.entry.attribute_or("id", "")) + (term.about.empty() ? "" : '.' + term.about);
        std::string description = answer.messages.say("term.description", {answer.clause(term), answer.length(term), answer.event(term), iso(term.event_day)});
        description += '\n' + answer.who(term) + '\n' + answer.state(term) + (term.done ? ' ' + iso(term.done) : "");
        entries.push_back({uid + "@irikteu", *term.due, answer.title(term), description, term.done.has_value()});
    }
    const std::string title = xml::normalize_space(answer.competition.root().child_text("title"));
    return act::icalendar(title, entries, answer.now);
}

int terms(Session& session, Arguments arguments) {
    if (arguments.competition.empty()) std::swap(arguments.competition, arguments.ics);  // "terms --ics competition.xml"
    if (arguments.competition.empty()) throw Error(ErrorCode::usage, "terms needs a competition.xml, or the folder that holds it");
    pipeline::EngineOptions options = session.engine_options();
    const auto schema = xml::Schema::load(session.disk, base::join_path(options.templates_folder, "schema/competition.xsd"));
    const auto competition = pipeline::Competition::load(session.disk, arguments.competition, schema);
    options.act = competition.act();
    pipeline::Judge& judge = session.judge(options);
    judge.read_act_for(competition);
    const base::Moment now = moment_of(arguments.clock, competition);
    const Answer answer{judge.act(), competition, judge.messages(session.language), session.language, now,
                        act::terms_of(judge.act(), competition.stage(), competition.events(judge.act()), now.date())};
    if (!arguments.ics.empty()) write_output(session, arguments.ics, ics_face(answer), {competition.document().source()});
    else if (arguments.wants_ics) std::cout << ics_face(answer);
    if (session.json) std::cout << json_face(answer);
    else if (!arguments.wants_ics || !arguments.ics.empty()) std::cout << text_face(answer);
    return 0;
}

}  // namespace

void add_terms(Command app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command("terms", "What is due when in a competition, and what is overdue");
    end_help(command, {{"irikteu terms competition.xml", "what is due when, by competition.xml's clock"},
                       {"irikteu terms competition-1 --clock 2015-12-01 --json", "as of another day, for programs"},
                       {"irikteu terms competition.xml --ics terms.ics", "a calendar file besides"}});
    command.add_option("COMPETITION", arguments->competition, "competition.xml, or the folder that holds it");
    command.add_option("--clock", arguments->clock, "Today, as 2015-10-09 or 2015-10-09T10:00:00+06:00 [competition.xml's clock, else the computer's]");
    const Option ics = command.add_option("--ics", arguments->ics, "Write an iCalendar file (RFC 5545) there, or to standard output where no file is named")
                           .with_or_without_value().type_name("FILE");
    command.when_chosen([&session, &action, arguments, ics] {
        arguments->wants_ics = ics.given();
        action = [&session, arguments] { return terms(session, *arguments); };
    });
}

}  // namespace irikteu::cli
