#include "checks/severity_overlay.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::checks {

namespace {
constexpr std::uint64_t kMaxBytes = 4u << 20;
}  // namespace

const SeverityOverlay::Change* SeverityOverlay::change(const std::string& rule, const std::string& severity) const {
    if (severity == "undetermined" || severity == "manual") return nullptr;
    const auto found = changes.find(rule);
    return found == changes.end() || found->second.severity == severity ? nullptr : &found->second;
}

SeverityOverlay load_severities(const base::Disk& disk, const std::string& path, const std::string& templates_folder) {
    const std::string bytes = disk.read(path, kMaxBytes);
    const xml::Document document = xml::Document::parse(bytes, path);
    const xml::Schema schema = xml::Schema::load(disk, base::join_path(templates_folder, "schema/severities.xsd"));
    for (const xml::SchemaFault& fault : schema.validate(document)) throw base::Error(base::ErrorCode::invalid, fault.message, {path, fault.line, 0, {}});
    SeverityOverlay overlay;
    overlay.path = path;
    overlay.organisation = xml::normalize_space(document.root().attribute_or("organisation", ""));
    overlay.digest = base::sha256(bytes).hex();
    for (const xml::Node entry : document.root().elements()) {
        SeverityOverlay::Change& change = overlay.changes[std::string(entry.attribute_or("rule", ""))];
        change.severity = entry.attribute_or("is", "");
        change.author = xml::normalize_space(entry.attribute_or("author", ""));
        change.date = entry.attribute_or("date", "");
        change.reason = xml::normalize_space(entry.child_text("reason"));
        change.line = entry.line();
    }
    return overlay;
}

}  // namespace irikteu::checks
