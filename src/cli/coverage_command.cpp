#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "act/coverage.hpp"
#include "cli/command.hpp"
#include "cli/contradiction.hpp"
#include "cli/help.hpp"
#include "cli/summary.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<act::ClauseService>;

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
    return out;
}

std::string modes(const act::ClauseService& row, const report::Messages& messages) {
    std::vector<std::string> names;
    for (const std::string& mode : row.modes) names.push_back(messages.say("coverage.mode." + mode));
    return joined(names, ", ");
}

std::string title_of(const act::Act& act, const std::string& language) {
    for (xml::Node citation : act.document().root().elements()) {
        if (citation.name() == "citation" && citation.attribute("lang", "http://www.w3.org/XML/1998/namespace") == language) return citation.text();
    }
    return act.id();
}

/// A clause as the language names it: "appendix 5, 9" is «5-қосымша, 9-бөлім»; a clause of the Rules keeps its bare number, "7(5)".
std::string name_of(const std::string& clause, const report::Messages& messages) {
    const auto behind = [&](std::string_view word) { return clause.starts_with(word) ? clause.substr(word.size()) : std::string(); };
    if (const std::string number = behind("decree "); !number.empty()) return messages.has("coverage.decree") ? messages.say("coverage.decree", {number}) : clause;
    if (const std::string number = behind("criteria "); !number.empty()) return messages.say("ground.criterion", {number});
    const std::string appendix = behind("appendix ");
    if (appendix.empty()) return clause;
    const std::size_t comma = appendix.find(", ");
    if (comma == std::string::npos) return messages.say("ground.appendix", {appendix});
    return messages.say("ground.section", {appendix.substr(0, comma), appendix.substr(comma + 2)});
}

std::string json_face(const act::Act& act, const Rows& rows) {
    Json json = {{"act", act.id()}, {"clauses", Json::array()}};
    for (const act::ClauseService& row : rows) {
        Json clause = {{"clause", row.id}};
        if (!row.of.empty()) clause["of"] = row.of;
        clause.update({{"mode", row.modes}, {"rules", row.rules}, {"terms", row.terms}, {"documents", row.documents}, {"note", row.note}});
        json["clauses"].push_back(std::move(clause));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// One block a clause: lines that fit a terminal whatever the number of rules.
std::string text_face(const std::string& title, const Rows& rows, const report::Messages& messages) {
    std::string out = messages.say("coverage.title", {title}) + '\n';
    const auto line = [&out](const std::string& indent, const std::string& name, const std::vector<std::string>& words) {
        if (words.empty()) return;
        std::string text = indent + name + ':';
        std::size_t width = display_width(text);
        for (const std::string& word : words) {
            if (width + 1 + display_width(word) > 110) text += '\n' + indent + "    ", width = indent.size() + 4;
            text += ' ' + word;
            width += 1 + display_width(word);
        }
        out += text + '\n';
    };
    for (const act::ClauseService& row : rows) {
        const std::string indent = row.of.empty() ? "  " : "    ";
        out += '\n' + indent.substr(2) + name_of(row.id, messages) + ": " + modes(row, messages) + '\n';
        line(indent, messages.say("coverage.rules"), row.rules);
        line(indent, messages.say("coverage.terms"), row.terms);
        line(indent, messages.say("coverage.documents"), row.documents);
        if (row.note.empty()) continue;
        std::vector<std::string> words;
        for (std::size_t from = 0; from < row.note.size();) {
            const std::size_t to = std::min(row.note.find(' ', from), row.note.size());
            words.push_back(row.note.substr(from, to - from));
            from = to + 1;
        }
        line(indent, messages.say("coverage.note"), words);
    }
    return out;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

/// A page by itself: no script, no network, readable in print.
std::string html_face(const std::string& title, const Rows& rows, const report::Messages& messages) {
    const std::string heading = escaped(messages.say("coverage.title", {title}));
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + messages.language() + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + heading +
                      "</title>\n<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid #999;"
                      "padding:.3em .5em;text-align:left;vertical-align:top}th{background:#eee}tr.part td:first-child{padding-left:1.5em}"
                      "code{white-space:nowrap}</style>\n</head>\n<body>\n<h1>" + heading + "</h1>\n<table>\n<thead><tr>";
    for (const char* column : {"clause", "mode", "rules", "terms", "documents", "note"}) {
        out += "<th scope=\"col\">" + escaped(messages.say("coverage." + std::string(column))) + "</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    const auto codes = [&out](const std::vector<std::string>& ids) {
        out += "<td>";
        for (const std::string& id : ids) out += "<code>" + escaped(id) + "</code> ";
        out += "</td>";
    };
    for (const act::ClauseService& row : rows) {
        out += row.of.empty() ? "<tr>" : "<tr class=\"part\">";
        out += "<td>" + escaped(name_of(row.id, messages)) + "</td><td>" + escaped(modes(row, messages)) + "</td>";
        codes(row.rules);
        codes(row.terms);
        codes(row.documents);
        out += "<td>" + escaped(row.note) + "</td></tr>\n";
    }
    return out + "</tbody>\n</table>\n</body>\n</html>\n";
}

int coverage(Session& session, const std::string& format) {
    pipeline::Judge& judge = session.judge(session.engine_options());
    const Rows rows = act::coverage_of(judge.act(), session.language);
    const std::string title = title_of(judge.act(), session.language);
    const report::Messages& messages = judge.messages(session.language);
    if (format == "json" || (format.empty() && session.json)) std::cout << json_face(judge.act(), rows);
    else if (format == "html") std::cout << html_face(title, rows, messages);
    else std::cout << text_face(title, rows, messages);
    return 0;
}

}  // namespace

void add_coverage(Command app, Session& session, Action& action) {
    auto format = std::make_shared<std::string>();
    const Command command = app.add_command("coverage", "What serves each clause of the act: rules, terms, documents, or a person");
    end_help(command, {{"irikteu coverage --lang en", "every clause of the decree and what serves it"},
                       {"irikteu coverage --format html > coverage.html", "a page to print"}});
    command.add_option("--format", *format, "text, json, html [text]").one_of({"text", "json", "html"}).type_name("FORMAT");
    command.when_chosen([&session, &action, format, command] {
        action = [&session, format, command] {
            refuse_json_and_other_format(session, command);
            return coverage(session, *format);
        };
    });
}

}  // namespace irikteu::cli
