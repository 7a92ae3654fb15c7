#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/command.hpp"
#include "cli/help.hpp"

namespace irikteu::cli {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::uint64_t kMaxFileBytes = 16u << 20;
constexpr const char* kLanguages[] = {"kk", "ru", "en"};

/// The schemas whose values documents are made from, by namespace.
const std::map<std::string, std::string, std::less<>> kSchemas = {{"urn:irikteu:document:1", "document.xsd"},
                                                                  {"urn:irikteu:competition:1", "competition.xsd"},
                                                                  {"urn:irikteu:dossier:1", "dossier.xsd"},
                                                                  {"urn:irikteu:report:1", "report.xsd"},
                                                                  {"urn:irikteu:act:1", "act.xsd"}};

/// What is wrong with templates, file by file, before anybody prints.
class Inspection {
  public:
    Inspection(const base::Disk& disk, const act::Act& act) : disk_(disk), act_(act) {}

    void perform() {
        for (const auto& [uri, file] : kSchemas) declared_[uri] = names_in(base::join_path(act_.templates_folder(), "schema/" + file));
        inspect_folder(base::join_path(act_.folder(), "documents"));
        inspect_folder(base::join_path(act_.folder(), "documents/parts"));
        inspect_folder(base::join_path(act_.folder(), "blanks"));
        for (const std::string& called : called_) {
            if (defined_.count(called) == 0 && styles().count(called) == 0) add("error", called_in_[called], "calls the template " + called + ", which nobody defines");
        }
        for (const auto& [name, file] : defined_) {
            if (called_.count(name) == 0) add("warning", file, "defines the template " + name + ", which nobody calls");
        }
        for (const std::string& name : declared_["urn:irikteu:document:1"]) {
            if (used_["urn:irikteu:document:1"].count(name) == 0) add("warning", "schema/document.xsd", "declares " + name + ", which no template uses");
        }
        inspect_documents();
        inspect_messages();
    }
    const Json& faults() const { return faults_; }

  private:
    void add(const std::string& severity, const std::string& file, const std::string& message) {
        faults_.push_back({{"severity", severity}, {"file", file}, {"message", message}});
    }
    xml::Document parse(const std::string& path) const { return xml::Document::parse(disk_.read(path, kMaxFileBytes), path); }

    /// Every name that a schema gives to an element or an attribute.
    std::set<std::string> names_in(const std::string& path) const {
        std::set<std::string> names;
        const xml::Document schema = parse(path);
        collect_names(schema.root(), names);
        return names;
    }
    void collect_names(const xml::Node node, std::set<std::string>& names) const {
        for (const xml::Node child : node.elements()) {
            if ((child.name() == "element" || child.name() == "attribute") && child.attribute("name")) names.emplace(*child.attribute("name"));
            collect_names(child, names);
        }
    }

    void inspect_folder(const std::string& folder) {
        if (!disk_.is_folder(folder)) return;
        for (const base::DirectoryEntry& entry : disk_.list(folder)) {
            if (!entry.name.ends_with(".xsl")) continue;
            const std::string path = base::join_path(folder, entry.name);
            const xml::Document stylesheet = parse(path);
            prefixes_.clear();
            collect_prefixes(disk_.read(path, kMaxFileBytes));
            inspect(stylesheet.root(), path.substr(act_.templates_folder().size() + 1));
        }
    }
    /// Declarations of prefixes; every template declares them at its root.
    void collect_prefixes(const std::string& text) {
        for (std::size_t at = text.find("xmlns:"); at != std::string::npos; at = text.find("xmlns:", at + 1)) {
            const std::size_t equals = text.find('=', at), end = text.find(text[equals + 1], equals + 2);
            prefixes_[text.substr(at + 6, equals - at - 6)] = text.substr(equals + 2, end - equals - 2);
        }
    }
    void inspect(const xml::Node node, const std::string& file) {
        const bool xsl = node.namespace_uri() == "http://www.w3.org/1999/XSL/Transform";
        if (xsl && node.name() == "template" && node.attribute("name")) defined_[std::string(*node.attribute("name"))] = file;
        if (xsl && node.name() == "call-template") {
            const std::string name(node.attribute_or("name", ""));
            called_.insert(name);
            called_in_[name] = file;
        }
        for (xml::Node attribute = node.first_attribute(); attribute; attribute = attribute.next_sibling()) {
            if (attribute.name() != "name") expressions(std::string(attribute.content()), file, node.line());
        }
        for (const xml::Node child : node.elements()) inspect(child, file);
    }
    /// The qualified names of an expression that are elements of our data, and its attributes.
    void expressions(const std::string& text, const std::string& file, int line) {
        const auto is_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; };
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\'') at = std::min(text.find('\'', at + 1), text.size() - 1);
            if (text[at] == '@') {
                std::size_t end = at + 1;
                while (end < text.size() && is_name(text[end])) ++end;
                for (auto& [uri, names] : used_) names.insert(text.substr(at + 1, end - at - 1));
                used_["urn:irikteu:document:1"].insert(text.substr(at + 1, end - at - 1));
            }
            if (text[at] != ':' || at == 0 || at + 1 >= text.size() || !is_name(text[at + 1]) || !is_name(text[at - 1])) continue;
            std::size_t start = at, end = at + 1;
            while (start > 0 && is_name(text[start - 1])) --start;
            while (end < text.size() && is_name(text[end])) ++end;
            if ((start > 0 && text[start - 1] == '$') || (end < text.size() && (text[end] == '(' || text[end] == ':'))) continue;
            const auto prefix = prefixes_.find(text.substr(start, at - start));
            if (prefix == prefixes_.end()) continue;
            const auto schema = declared_.find(prefix->second);
            if (schema == declared_.end()) continue;
            const std::string name = text.substr(at + 1, end - at - 1);
            used_[prefix->second].insert(name);
            if (schema->second.count(name) == 0) {
                add("error", file + ":" + std::to_string(line), "uses " + text.substr(start, end - start) + ", which " + kSchemas.find(prefix->second)->second + " does not know");
            }
        }
    }

    /// Templates that the house style defines.
    const std::set<std::string>& styles() {
        if (styles_.empty()) {
            const std::string folder = base::join_path(act_.templates_folder(), "style");
            for (const base::DirectoryEntry& entry : disk_.list(folder)) {
                if (!entry.name.ends_with(".xsl")) continue;
                const xml::Document stylesheet = parse(base::join_path(folder, entry.name));
                for (const xml::Node child : stylesheet.root().elements()) {
                    if (child.name() == "template" && child.attribute("name")) styles_.emplace(*child.attribute("name"));
                }
            }
        }
        return styles_;
    }

    void inspect_documents() {
        const std::string path = base::join_path(act_.folder(), "documents/README.md");
        const std::string readme = disk_.exists(path) ? disk_.read(path, kMaxFileBytes) : std::string();
        for (const xml::Node document : act_.document().root().first_element("documents").elements()) {
            const std::string id(document.attribute_or("id", "")), file(document.attribute_or("template", ""));
            if (!disk_.exists(act_.document_template(file))) add("error", "act.xml", "the document " + id + " has no template " + file);
            for (const char* language : kLanguages) {
                bool there = false;
                for (const xml::Node title : document.elements()) there = there || title.attribute("lang", "http://www.w3.org/XML/1998/namespace") == language;
                if (!there) add("error", "act.xml", "the document " + id + " has no title in " + language);
            }
            if (readme.find("`" + id + "`") == std::string::npos) add("warning", "documents/README.md", "says nothing of the document " + id);
        }
    }

    /// Which {0}, {1} … a message has.
    static std::set<std::string> places(const std::string& message) {
        std::set<std::string> found;
        for (std::size_t at = message.find('{'); at != std::string::npos; at = message.find('{', at + 1)) found.insert(message.substr(at, message.find('}', at) - at + 1));
        return found;
    }
    void inspect_messages() {
        std::map<std::string, std::map<std::string, std::set<std::string>>> by_key;
        for (const char* language : kLanguages) {
            const xml::Document messages = parse(act_.messages(language));
            for (const xml::Node message : messages.root().elements()) by_key[std::string(message.attribute_or("key", ""))][language] = places(message.text());
        }
        for (const auto& [key, languages] : by_key) {
            for (const char* language : kLanguages) {
                if (languages.count(language) == 0) {
                    add("error", std::string("messages/") + language + ".xml", "lacks the message " + key);
                } else if (languages.at(language) != languages.begin()->second) {
                    add("error", std::string("messages/") + language + ".xml", "the message " + key + " is filled in at other places than in " + languages.begin()->first);
                }
            }
        }
    }

    const base::Disk& disk_;
    const act::Act& act_;
    Json faults_ = Json::array();
    std::map<std::string, std::string> prefixes_;
    std::map<std::string, std::set<std::string>, std::less<>> declared_, used_;
    std::map<std::string, std::string> defined_, called_in_;
    std::set<std::string> called_, styles_;
};

int check(Session& session) {
    pipeline::Engine engine(session.disk, session.engine_options());
    Inspection inspection(session.disk, engine.act());
    inspection.perform();
    bool wrong = false;
    for (const Json& fault : inspection.faults()) {
        wrong = wrong || fault["severity"] == "error";
        if (!session.json) std::cout << fault["severity"].get<std::string>() << ": " << fault["file"].get<std::string>() << ": " << fault["message"].get<std::string>() << '\n';
    }
    if (session.json) std::cout << inspection.faults().dump(2) << '\n';
    return wrong ? 1 : 0;
}

}  // namespace

void add_templates(CLI::App& app, Session& session, Action& action) {
    CLI::App* command = app.add_subcommand("templates", "The act's templates, for whoever changes them");
    command->require_subcommand(1);
    end_help(*command, {{"irikteu templates check", "what is wrong with them, before anybody prints"}});
    CLI::App* checking = command->add_subcommand("check", "Unknown and unused values, templates nobody defines or calls, missing titles, messages and languages");
    end_help(*checking, {{"irikteu templates check", "errors and warnings, one a line"}, {"irikteu templates check --json", "the same for a program"}});
    checking->callback([&session, &action] { action = [&session] { return check(session); }; });
}

}  // namespace irikteu::cli
