#include "compose/inspection.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "act/functions.hpp"
#include "base/error.hpp"
#include "base/faults.hpp"
#include "compose/expression_names.hpp"
#include "compose/languages.hpp"
#include "xml/stylesheet.hpp"

namespace irikteu::compose {

namespace {

constexpr std::uint64_t kMaxFileBytes = 16u << 20;
constexpr const char* kLanguages[] = {"kk", "ru", "en"};
constexpr std::string_view kXsl = "http://www.w3.org/1999/XSL/Transform";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";
/// In an xs:appinfo of schema/document.xsd: the value is for the program, no page shows it.
constexpr std::string_view kNotPrinted = "not printed";

using Names = std::set<std::string>;

/// The schemas whose values documents are made from, by namespace.
const std::map<std::string, std::string, std::less<>> kSchemas = {{std::string("urn:irikteu:document:1"), "document.xsd"},
                                                                  {"urn:irikteu:competition:1", "competition.xsd"},
                                                                  {"urn:irikteu:dossier:1", "dossier.xsd"},
                                                                  {"urn:irikteu:report:1", "report.xsd"},
                                                                  {"urn:irikteu:act:1", "act.xsd"},
                                                                  {"urn:irikteu:russian:1", "russian-names.xsd"}};

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; }

/// A stylesheet as it is read: what it defines, and where it uses what.
struct Sheet {
    std::string file;  ///< Below the templates' folder.
    xml::Document document;
    std::map<std::string, std::string> prefixes;
    Names variables;   ///< Of any level: an expression may use those of its own file and the global ones of all.
    Names data_names;  ///< Names of elements and attributes of its own data islands.
};

class Inspection {
  public:
    Inspection(const base::Disk& disk, const act::Act& act) : disk_(disk), act_(act), functions_(act::language_functions(act)) {}

    std::vector<TemplateFault> perform() {
        for (const auto& [uri, file] : kSchemas) read_schema(uri, base::join_path(act_.templates_folder(), "schema/" + file));
        for (const std::string& folder : {base::join_path(act_.templates_folder(), "style"), base::join_path(act_.folder(), "documents/parts"),
                                          base::join_path(act_.folder(), "documents"), base::join_path(act_.folder(), "blanks")}) {
            read_folder(folder);
        }
        for (const Sheet& sheet : sheets_) inspect(sheet, sheet.document.root());
        unused_variables();
        for (const auto& [name, file] : templates_) {
            if (!file.starts_with("style/") && called_.count(name) == 0) add(TemplateFault::Severity::warning, file, "defines the template " + name + ", which nobody calls");
        }
        for (const std::string& name : elements_["urn:irikteu:document:1"]) {
            if (used_.count(name) == 0) add(TemplateFault::Severity::warning, "schema/document.xsd", "declares " + name + ", which no template uses");
        }
        inspect_documents();
        inspect_languages(act_.document().root());
        inspect_messages();
        return std::move(faults_);
    }

  private:
    /// A failure where it says that it is, below the templates' folder; else of `file`.
    void add(const base::Error& fault, const std::string& file) {
        base::SourcePosition where = fault.where();
        if (where.file.starts_with(act_.templates_folder() + '/')) where.file.erase(0, act_.templates_folder().size() + 1);
        if (where.file.empty()) where.file = file;
        add(TemplateFault::Severity::error, base::to_string(where), fault.message());
    }
    void add(TemplateFault::Severity severity, const std::string& file, const std::string& message) {
        faults_.push_back({severity, file, message});
    }
    void error(const Sheet& sheet, const xml::Node at, const std::string& message) {
        add(TemplateFault::Severity::error, sheet.file + ':' + std::to_string(at.line()), message);
    }
    xml::Document parse(const std::string& path) const { return xml::Document::parse(disk_.read(path, kMaxFileBytes), path); }

    void read_schema(const std::string& uri, const std::string& path) {
        const xml::Document schema = parse(path);
        collect_names(schema.root(), elements_[uri]);
    }
    void collect_names(const xml::Node node, Names& names) {
        for (const xml::Node child : node.elements()) {
            const auto name = child.attribute("name");
            if (name && (child.name() == "element" || child.name() == "attribute")) {
                if (child.name() == "attribute") {
                    attributes_.emplace(*name);
                    collect_values(child, std::string(*name));
                }
                const bool silent = child.first_element("annotation").first_element("appinfo").text() == kNotPrinted;
                if (!silent) names.emplace(*name);
            }
            collect_names(child, names);
        }
    }

    /// The values of an enumerated attribute; one that is free anywhere is free.
    void collect_values(const xml::Node attribute, const std::string& name) {
        Names values;
        const std::string_view type = attribute.attribute_or("type", "");
        if (type == "xs:boolean") values = {"true", "false", "1", "0"};
        for (const xml::Node simple : attribute.elements()) {
            for (const xml::Node restriction : simple.elements()) {
                for (const xml::Node value : restriction.elements()) {
                    if (value.name() == "enumeration") values.emplace(value.attribute_or("value", ""));
                }
            }
        }
        if (values.empty()) free_.insert(name);
        enumerations_[name].insert(values.begin(), values.end());
        if (free_.count(name) > 0) enumerations_.erase(name);
    }

    void read_folder(const std::string& folder) {
        if (!disk_.is_folder(folder)) return;
        for (const base::DirectoryEntry& entry : disk_.list(folder)) {
            if (!entry.name.ends_with(".xsl")) continue;
            const std::string path = base::join_path(folder, entry.name), file = path.substr(act_.templates_folder().size() + 1);
            try {
                Sheet sheet{file, parse(path), {}, {}, {}};
                collect_prefixes(disk_.read(path, kMaxFileBytes), sheet.prefixes);
                collect_definitions(sheet, sheet.document.root());
                sheets_.push_back(std::move(sheet));
                // Parts and styles are compiled with whatever imports them.
                if (folder.ends_with("documents") || folder.ends_with("blanks")) xml::Stylesheet::load(disk_, path, act_.templates_folder());
            } catch (const base::Error& error) {
                for (const base::Error& fault : base::all_of(error)) add(fault, file);
            }
        }
    }
    /// Declarations of prefixes; every template declares them at its root.
    static void collect_prefixes(const std::string& text, std::map<std::string, std::string>& prefixes) {
        for (std::size_t at = text.find("xmlns:"); at != std::string::npos; at = text.find("xmlns:", at + 1)) {
            const std::size_t equals = text.find('=', at), end = text.find(text[equals + 1], equals + 2);
            prefixes[text.substr(at + 6, equals - at - 6)] = text.substr(equals + 2, end - equals - 2);
        }
    }
    void collect_definitions(Sheet& sheet, const xml::Node node) {
        const std::string name(node.attribute_or("name", ""));
        if (node.namespace_uri() == kXsl && !name.empty()) {
            if (node.name() == "variable" || node.name() == "param") {
                sheet.variables.insert(name);
                if (node.parent() == sheet.document.root()) globals_.insert(name);
            }
            if (node.name() == "attribute-set") sets_.insert(name);
            if (node.name() == "template" && node.attribute("mode")) modes_.emplace(*node.attribute("mode"));
            if (node.name() == "template") {
                templates_[name] = sheet.file;
                Names& parameters = parameters_[name];
                for (const xml::Node child : node.elements()) {
                    if (child.namespace_uri() == kXsl && child.name() == "param") parameters.emplace(child.attribute_or("name", ""));
                }
            }
        } else if (node.namespace_uri() == kXsl) {
            if (node.name() == "template" && node.attribute("mode")) modes_.emplace(*node.attribute("mode"));
        } else {
            sheet.data_names.emplace(node.name());
            namespaces_.emplace(node.namespace_uri());
            for (const xml::Node attribute : node.attributes()) sheet.data_names.emplace(attribute.name());
        }
        for (const xml::Node child : node.elements()) collect_definitions(sheet, child);
    }

    void inspect(const Sheet& sheet, const xml::Node node) {
        const bool instruction = node.namespace_uri() == kXsl;
        if (instruction && node.name() == "call-template") inspect_call(sheet, node);
        if (instruction && node.name() == "apply-templates") {
            const std::string mode(node.attribute_or("mode", ""));
            if (!mode.empty() && modes_.count(mode) == 0) error(sheet, node, "applies templates of the mode " + mode + ", which none has");
        }
        if (instruction && (node.name() == "variable" || node.name() == "param")) inspect_variable(sheet, node);
        if (!instruction || node.name() == "text") inspect_text(sheet, node);
        for (const xml::Node attribute : node.attributes()) {
            const std::string value(attribute.content());
            if (attribute.name() == "use-attribute-sets") {
                inspect_sets(sheet, node, value);
            } else if (instruction && (attribute.name() == "select" || attribute.name() == "test" || attribute.name() == "match" || attribute.name() == "use")) {
                expression(sheet, node, value);
            } else {
                // Attribute value templates: what stands in braces.
                for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open + 1)) {
                    expression(sheet, node, value.substr(open + 1, std::min(value.find('}', open), value.size()) - open - 1));
                }
            }
        }
        for (const xml::Node child : node.elements()) inspect(sheet, child);
    }
    void inspect_call(const Sheet& sheet, const xml::Node call) {
        const std::string name(call.attribute_or("name", ""));
        called_.insert(name);
        const auto parameters = parameters_.find(name);
        if (parameters == parameters_.end()) {
            error(sheet, call, "calls the template " + name + ", which nobody defines");
            return;
        }
        for (const xml::Node given : call.elements()) {
            const std::string parameter(given.attribute_or("name", ""));
            if (given.name() == "with-param" && parameters->second.count(parameter) == 0) {
                error(sheet, given, "gives the template " + name + " the parameter " + parameter + ", which it does not have");
            }
        }
    }
    void inspect_sets(const Sheet& sheet, const xml::Node node, const std::string& names) {
        for (std::size_t at = 0; at < names.size();) {
            const std::size_t end = std::min(names.find(' ', at), names.size());
            const std::string name = names.substr(at, end - at);
            if (!name.empty() && sets_.count(name) == 0) error(sheet, node, "uses the attribute set " + name + ", which nobody defines");
            at = end + 1;
        }
    }

    /// An XPath expression, read as far as names go: @attribute, $variable, p:element, p:function().
    void expression(const Sheet& sheet, const xml::Node at, const std::string& text) {
        for (const std::string& fault : names_in_vain(text, sheet.prefixes)) error(sheet, at, fault);
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '\'' || c == '"') {
                const std::size_t end = std::min(text.find(c, i + 1), text.size() - 1);
                literal(sheet, at, text, i, text.substr(i + 1, end - i - 1));
                i = end;
                continue;
            }
            if (c == '@' || c == '$') {
                std::size_t end = i + 1;
                while (end < text.size() && (is_name(text[end]) || text[end] == ':')) ++end;
                const std::string name = text.substr(i + 1, end - i - 1);
                if (c == '@') use_attribute(sheet, at, name);
                if (c == '$') used_variables_[sheet.file].insert(name);
                if (c == '$' && sheet.variables.count(name) == 0 && globals_.count(name) == 0) error(sheet, at, "uses the variable $" + name + ", which nobody defines");
                i = end - 1;
                continue;
            }
            if (!is_name(c) || std::isdigit(static_cast<unsigned char>(c)) != 0) continue;
            std::size_t end = i;
            while (end < text.size() && is_name(text[end])) ++end;
            if (end + 1 < text.size() && text[end] == ':' && is_name(text[end + 1])) {
                const std::string prefix = text.substr(i, end - i);
                std::size_t last = end + 1;
                while (last < text.size() && is_name(text[last])) ++last;
                use_name(sheet, at, prefix, text.substr(end + 1, last - end - 1), last < text.size() && text[last] == '(');
                end = last;
            }
            i = end - 1;
        }
    }
    /// A string between quotation marks: what an attribute is compared with has to be one of its values, what document() reads has to be there.
    void literal(const Sheet& sheet, const xml::Node at, const std::string& text, std::size_t quote, const std::string& value) {
        std::size_t before = quote;
        const auto back_over = [&](std::string_view signs) {
            while (before > 0 && signs.find(text[before - 1]) != std::string_view::npos) --before;
        };
        back_over(" ");
        if (text.substr(0, before).ends_with("document(")) {
            const std::string path = base::join_path(act_.templates_folder(), sheet.file.substr(0, sheet.file.rfind('/') + 1) + value);
            if (!value.empty() && value.find(':') == std::string::npos && !disk_.exists(path)) error(sheet, at, "reads " + value + ", which is not there");
            return;
        }
        const std::size_t behind = before;
        back_over("=!");
        if (before == behind) return;
        back_over(" ");
        std::size_t start = before;
        while (start > 0 && is_name(text[start - 1])) --start;
        if (start == 0 || text[start - 1] != '@') return;
        const auto known = enumerations_.find(text.substr(start, before - start));
        if (known == enumerations_.end() || value.empty() || known->second.count(value) > 0) return;
        error(sheet, at, "compares @" + known->first + " with '" + value + "', which is none of its values");
    }
    /// A variable or a parameter that nobody asks for. Parameters of styles are for those who override them.
    void inspect_variable(const Sheet& sheet, const xml::Node node) {
        if (node.name() == "param" && (sheet.file.starts_with("style/") || node.parent() == sheet.document.root())) return;
        defined_variables_.push_back({sheet.file, node.line(), std::string(node.attribute_or("name", "")), node.parent() == sheet.document.root()});
    }
    void unused_variables() {
        Names anywhere;
        for (const auto& [file, names] : used_variables_) anywhere.insert(names.begin(), names.end());
        for (const Variable& variable : defined_variables_) {
            const Names& used = variable.global ? anywhere : used_variables_[variable.file];
            if (used.count(variable.name) == 0) add(TemplateFault::Severity::warning, variable.file + ':' + std::to_string(variable.line), "defines $" + variable.name + ", which nobody uses");
        }
    }
    /// What is printed as it stands: a token that somebody meant to replace is none.
    void inspect_text(const Sheet& sheet, const xml::Node node) {
        for (xml::Node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.kind() != xml::Node::Kind::text) continue;
            const std::string text(child.content());
            for (const char* token : {"{", "}", "TODO", "FIXME", "XXX", "???"}) {
                if (text.find(token) != std::string::npos) error(sheet, node, std::string("prints \"") + token + "\" as it stands: " + xml::normalize_space(text).substr(0, 60));
            }
        }
    }
    void use_attribute(const Sheet& sheet, const xml::Node at, const std::string& name) {
        used_.insert(name);
        if (name.empty() || name.find(':') != std::string::npos || attributes_.count(name) > 0 || sheet.data_names.count(name) > 0) return;
        // Of fo:* and ir:*, where a result is worked on further.
        if (sheet.file.starts_with("style/")) return;
        error(sheet, at, "uses @" + name + ", which no schema knows");
    }
    void use_name(const Sheet& sheet, const xml::Node at, const std::string& prefix, const std::string& name, bool call) {
        const auto uri = sheet.prefixes.find(prefix);
        if (uri == sheet.prefixes.end()) return;
        if (call) {
            if (uri->second == act::functions_namespace && functions_.functions().count({uri->second, name}) == 0) {
                error(sheet, at, "calls the function " + prefix + ':' + name + ", which the program does not have");
            }
            return;
        }
        const auto known = elements_.find(uri->second);
        if (known == elements_.end()) {
            // Of other people's namespaces we know nothing; of ours, what stands in the templates themselves.
            if (uri->second.starts_with("urn:irikteu:") && namespaces_.count(uri->second) == 0) error(sheet, at, "uses " + prefix + ':' + name + " of the namespace " + uri->second + ", which nothing is in");
            return;
        }
        if (uri->second == "urn:irikteu:document:1") used_.insert(name);
        if (known->second.count(name) == 0) error(sheet, at, "uses " + prefix + ':' + name + ", which " + kSchemas.find(uri->second)->second + " does not know");
    }

    void inspect_documents() {
        const std::string path = base::join_path(act_.folder(), "documents/README.md");
        const std::string readme = disk_.exists(path) ? disk_.read(path, kMaxFileBytes) : std::string();
        Names files;
        for (const xml::Node document : act_.document().root().first_element("documents").elements()) {
            const std::string id(document.attribute_or("id", "")), file(document.attribute_or("template", ""));
            files.insert(file);
            if (!disk_.exists(act_.document_template(file))) add(TemplateFault::Severity::error, "act.xml", "the document " + id + " has no template " + file);
            for (const char* language : kLanguages) {
                bool there = false;
                for (const xml::Node title : document.elements()) there = there || (title.attribute("lang", kXml) == language && !xml::normalize_space(title.text()).empty());
                if (!there) add(TemplateFault::Severity::error, "act.xml", "the document " + id + " has no title in " + language);
            }
            if (readme.find('`' + id + '`') == std::string::npos) add(TemplateFault::Severity::warning, "documents/README.md", "says nothing of the document " + id);
        }
        for (const base::DirectoryEntry& entry : disk_.list(base::join_path(act_.folder(), "documents"))) {
            if (entry.name.ends_with(".xsl") && files.count(entry.name) == 0) {
                add(TemplateFault::Severity::warning, "documents/" + entry.name, "is the template of no document of act.xml");
            }
        }
    }

    /// What act.xml says in one language, it says in all. (Titles of documents: inspect_documents().)
    void inspect_languages(const xml::Node node) {
        std::map<std::string, Names> said;
        for (const xml::Node child : node.elements()) {
            if (const auto language = child.attribute("lang", kXml); language && !xml::normalize_space(child.text()).empty()) said[std::string(child.name())].emplace(*language);
            inspect_languages(child);
        }
        if (node.name() == "document") return;
        for (const auto& [name, languages] : said) {
            for (const char* language : kLanguages) {
                if (languages.count(language) > 0) continue;
                const std::string id(node.attribute_or("id", ""));
                add(TemplateFault::Severity::error, "act.xml:" + std::to_string(node.line()), "the " + std::string(node.name()) + (id.empty() ? "" : ' ' + id) + " has no " + name + " in " + language);
            }
        }
    }

    /// Which {0}, {1} … a message has.
    static Names places(const std::string& message) {
        Names found;
        for (std::size_t at = message.find('{'); at != std::string::npos; at = message.find('{', at + 1)) found.insert(message.substr(at, message.find('}', at) - at + 1));
        return found;
    }
    void inspect_messages() {
        std::map<std::string, std::map<std::string, Names>> by_key;
        for (const char* language : kLanguages) {
            const std::string file = std::string("messages/") + language + ".xml";
            const xml::Document messages = parse(act_.messages(language));
            for (const xml::Node message : messages.root().elements()) {
                const std::string key(message.attribute_or("key", ""));
                const auto [place, fresh] = by_key[key].emplace(language, places(message.text()));
                if (!fresh) add(TemplateFault::Severity::error, file, "has the message " + key + " twice");
                if (xml::normalize_space(message.text()).empty()) add(TemplateFault::Severity::error, file, "leaves the message " + key + " empty");
            }
        }
        for (const auto& [key, languages] : by_key) {
            for (const char* language : kLanguages) {
                const std::string file = std::string("messages/") + language + ".xml";
                const auto there = languages.find(language);
                if (there == languages.end()) {
                    add(TemplateFault::Severity::error, file, "lacks the message " + key);
                } else if (there->second != languages.begin()->second) {
                    add(TemplateFault::Severity::error, file, "the message " + key + " is filled in at other places than in " + languages.begin()->first);
                }
            }
        }
    }

    const base::Disk& disk_;
    const act::Act& act_;
    xml::FunctionLibrary functions_;
    std::vector<TemplateFault> faults_;
    std::vector<Sheet> sheets_;
    std::map<std::string, Names, std::less<>> elements_;  ///< Of each schema, attributes among them.
    struct Variable {
        std::string file;
        int line;
        std::string name;
        bool global;
    };
    Names attributes_, used_, called_, sets_, globals_, modes_, free_, namespaces_;
    std::map<std::string, Names, std::less<>> enumerations_;  ///< Of attributes that have nothing but these values.
    std::map<std::string, Names> used_variables_;             ///< By file.
    std::vector<Variable> defined_variables_;
    std::map<std::string, std::string> templates_;  ///< Name to file.
    std::map<std::string, Names> parameters_;       ///< Of each named template.
};

}  // namespace

std::vector<TemplateFault> inspect_templates(const base::Disk& disk, const act::Act& act) {
    std::vector<TemplateFault> faults = Inspection(disk, act).perform();
    for (TemplateFault& fault : inspect_languages(disk, act)) faults.push_back(std::move(fault));
    return faults;
}

}  // namespace irikteu::compose
