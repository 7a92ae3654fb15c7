#include "checks/place.hpp"

#include <cstdlib>
#include <vector>

#include "base/utf8.hpp"

namespace irikteu::checks {
namespace {

constexpr std::size_t kMaxQuotation = 160;

/// The first `characters` of UTF-8 text; with an ellipsis where something was cut.
std::string shorten(std::string text, std::size_t characters) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (base::goes_on(text[i])) continue;
        if (count++ == characters) {
            text.resize(i);
            return text + "\xE2\x80\xA6";
        }
    }
    return text;
}

std::string own_text(xml::Node node) {
    if (node.kind() == xml::Node::Kind::attribute) return std::string(node.content());
    if (!node.is_element()) return xml::normalize_space(node.text());
    if (node.name() == "section") return xml::normalize_space(node.first_element("heading").text());
    if (node.first_element()) return {};
    return xml::normalize_space(node.text());
}

long level(xml::Node heading) {
    const std::string written(heading.attribute_or("level", "1"));
    return std::strtol(written.c_str(), nullptr, 10);
}

/// Titles of the prescribed sections around a node of an outline, outermost first.
void outline_path(xml::Node node, std::vector<std::string>& path) {
    for (xml::Node at = node; at.is_element(); at = at.parent())
        if (at.name() == "section") path.insert(path.begin(), at.child_text("title"));
}

/// Headings before a node of running text, each of a lower level than the one after it.
void text_path(xml::Node node, std::vector<std::string>& path, KnownHeadings* known) {
    xml::Node block = node;
    while (block.is_element() && block.parent().is_element() && block.parent().name() != "text") block = block.parent();
    if (!block.is_element() || !block.parent().is_element()) return;
    const bool is_heading = block.name() == "heading";
    long above = is_heading ? level(block) : 1000;
    for (xml::Node at = block.previous_sibling(); at && above > 1; at = at.previous_sibling()) {
        if (known != nullptr && !is_heading && path.empty()) {  // Between the two there is no heading.
            if (const auto found = known->find(at.raw()); found != known->end()) {
                path = found->second;
                break;
            }
        }
        if (!at.is_element() || at.name() != "heading" || level(at) >= above) continue;
        above = level(at);
        path.insert(path.begin(), xml::normalize_space(at.text()));
    }
    if (known != nullptr && !is_heading) known->emplace(block.raw(), path);
}

}  // namespace

Place place_of(xml::Node node, KnownHeadings* known) {
    Place result;
    if (!node) return result;
    result.quotation = shorten(own_text(node), kMaxQuotation);
    const xml::Node element = node.is_element() || node.kind() == xml::Node::Kind::document ? node : node.parent();
    bool in_outline = false;
    bool in_text = false;
    for (xml::Node at = element; at.is_element(); at = at.parent()) {
        if (result.file.empty()) result.file = at.attribute_or("file", "");
        if (result.at.empty()) result.at = at.attribute_or("at", "");
        if (at.name() == "outline") in_outline = true;
        if (at.name() == "text") in_text = true;
        if (at.parent().is_element() && !at.parent().parent().is_element()) result.part = at.name();
    }
    std::vector<std::string> path;
    if (in_outline) outline_path(element, path);
    else if (in_text) text_path(element, path, known);
    for (const std::string& heading : path) {
        if (heading.empty()) continue;
        if (!result.headings.empty()) result.headings += " \xE2\x80\xBA ";
        result.headings += heading;
    }
    return result;
}

std::string Paths::of(xml::Node node) {
    if (!node.is_element()) return node.path();
    const xml::Node parent = node.parent();
    if (!parent.is_element()) return node.path();
    auto step = steps_.find(node.raw());
    if (step == steps_.end()) {
        std::unordered_map<std::string_view, int> counts;
        for (const xml::Node each : parent.elements()) {
            const std::string_view name = each.name();
            steps_.emplace(each.raw(), '/' + std::string(name) + '[' + std::to_string(++counts[name]) + ']');
        }
        step = steps_.find(node.raw());
    }
    return of(parent) + step->second;
}

}  // namespace irikteu::checks
