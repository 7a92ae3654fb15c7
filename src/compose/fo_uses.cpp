#include "compose/fo_uses.hpp"

#include "base/error.hpp"
#include "xml/document.hpp"

namespace irikteu::compose {

namespace {

constexpr std::uint64_t kMaxFileBytes = 16u << 20;
constexpr std::string_view kXsl = "http://www.w3.org/1999/XSL/Transform", kFo = "http://www.w3.org/1999/XSL/Format", kOurs = "urn:irikteu:fo:1";

void collect(const xml::Node node, const std::string& file, std::vector<FoUse>& uses) {
    const std::string at = file + ':' + std::to_string(node.line());
    const bool object = node.namespace_uri() == kFo || node.namespace_uri() == kOurs;
    if (object) {
        uses.push_back({at, std::string(node.namespace_uri()), std::string(node.name()), {}, {}});
        for (const xml::Node attribute : node.attributes()) {
            if (!attribute.namespace_uri().empty()) continue;  // xsl:use-attribute-sets, xml:lang, ir:role
            const std::string value(attribute.content());
            uses.push_back({at, std::string(node.namespace_uri()), std::string(node.name()), std::string(attribute.name()), value.find('{') == std::string::npos ? value : std::string()});
        }
    }
    if (node.namespace_uri() == kXsl && node.name() == "attribute") {
        const std::string name(node.attribute_or("name", ""));
        const xml::Node parent = node.parent();
        const bool of_fo = parent.namespace_uri() == kFo || parent.namespace_uri() == kOurs;
        if (name.find(':') == std::string::npos && name.find('{') == std::string::npos && (of_fo || parent.name() == "attribute-set")) {
            uses.push_back({at, of_fo ? std::string(parent.namespace_uri()) : std::string(), of_fo ? std::string(parent.name()) : std::string(), name,
                            node.first_element() ? std::string() : xml::normalize_space(node.text())});
        }
    }
    for (const xml::Node child : node.elements()) collect(child, file, uses);
}

}  // namespace

std::vector<FoUse> fo_uses(const base::Disk& disk, const act::Act& act) {
    std::vector<FoUse> uses;
    for (const std::string& folder : {base::join_path(act.templates_folder(), "style"), base::join_path(act.folder(), "documents/parts"), base::join_path(act.folder(), "documents")}) {
        if (!disk.is_folder(folder)) continue;
        for (const base::DirectoryEntry& entry : disk.list(folder)) {
            if (!entry.name.ends_with(".xsl")) continue;
            const std::string path = base::join_path(folder, entry.name);
            try {
                collect(xml::Document::parse(disk.read(path, kMaxFileBytes), path).root(), path.substr(act.templates_folder().size() + 1), uses);
            } catch (const base::Error&) {
                // inspect_templates() says what is wrong with it.
            }
        }
    }
    return uses;
}

}  // namespace irikteu::compose
