#include "compose/house_inspection.hpp"

#include <set>

#include "xml/document.hpp"

namespace irikteu::compose {

namespace {

constexpr std::uint64_t kMaxFileBytes = 16u << 20;
constexpr std::string_view kXsl = "http://www.w3.org/1999/XSL/Transform";

/// "param font-size": what a stylesheet defines at its top, by kind and name.
std::string defined(xml::Node node) {
    if (node.namespace_uri() != kXsl) return {};
    const std::string_view kind = node.name();
    if (kind != "param" && kind != "variable" && kind != "attribute-set" && kind != "template") return {};
    const std::string name(node.attribute_or("name", ""));
    // A variable takes a parameter's place, and the other way round.
    return name.empty() ? std::string() : std::string(kind == "param" ? "variable" : kind) + ' ' + name;
}

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.'; }

/// What the stylesheet itself uses: "variable x" of $x, templates called, attribute sets taken.
void collect_uses(xml::Node node, std::set<std::string>& used) {
    for (const xml::Node attribute : node.attributes()) {
        const std::string value(attribute.content());
        for (std::size_t at = value.find('$'); at != std::string::npos; at = value.find('$', at + 1)) {
            std::size_t end = at + 1;
            while (end < value.size() && (is_name(value[end]) || value[end] == ':')) ++end;
            used.insert("variable " + value.substr(at + 1, end - at - 1));
        }
        if (attribute.name() != "use-attribute-sets") continue;
        const std::string sets = xml::normalize_space(value) + ' ';
        for (std::size_t from = 0, to = sets.find(' '); to != std::string::npos; from = to + 1, to = sets.find(' ', from)) used.insert("attribute-set " + sets.substr(from, to - from));
    }
    if (node.namespace_uri() == kXsl && node.name() == "call-template") used.insert("template " + std::string(node.attribute_or("name", "")));
    for (const xml::Node child : node.elements()) collect_uses(child, used);
}

}  // namespace

std::vector<TemplateFault> inspect_house_style(const base::Disk& disk, const act::Act& act, const std::string& path) {
    std::set<std::string> known;
    for (const std::string& folder : {base::join_path(act.templates_folder(), "style"), base::join_path(act.folder(), "documents"), base::join_path(act.folder(), "documents/parts"), base::join_path(act.folder(), "blanks")}) {
        if (!disk.is_folder(folder)) continue;
        for (const base::DirectoryEntry& entry : disk.list(folder)) {
            if (!entry.name.ends_with(".xsl")) continue;
            const std::string file = base::join_path(folder, entry.name);
            const xml::Document sheet = xml::Document::parse(disk.read(file, kMaxFileBytes), file);
            for (const xml::Node child : sheet.root().elements()) known.insert(defined(child));
        }
    }
    const xml::Document house = xml::Document::parse(disk.read(path, kMaxFileBytes), path);
    collect_uses(house.root(), known);
    std::vector<TemplateFault> faults;
    for (const xml::Node child : house.root().elements()) {
        const std::string what = defined(child);
        if (what.empty() || known.count(what) > 0) continue;
        const std::string kind(child.name() == "attribute-set" ? std::string_view("attribute set") : child.name() == "param" ? std::string_view("parameter") : child.name());
        faults.push_back({TemplateFault::Severity::warning, path + ':' + std::to_string(child.line()), "gives the " + kind + ' ' + std::string(child.attribute_or("name", "")) + ", which no style and no document has"});
    }
    return faults;
}

}  // namespace irikteu::compose
