#include "checks/locator.hpp"

#include <map>
#include <tuple>
#include <vector>

#include "checks/schematron.hpp"

namespace irikteu::checks {

namespace {

using Kind = xml::Node::Kind;

/// A name test that needs no prefix.
std::string named(std::string test, std::string_view name, std::string_view uri) {
    return test.append("[local-name()='").append(name).append("' and namespace-uri()='").append(uri).append("']");
}

}  // namespace

int Locator::position(xml::Node node) {
    const xml::Node parent = node.parent();
    if (counted_.insert(parent.raw()).second) {
        std::map<std::tuple<Kind, std::string_view, std::string_view>, int> counts;
        for (xml::Node child : parent.children()) {
            // Comments and texts have no name; that of an instruction is its target.
            const Kind kind = child.kind();
            const bool has_name = kind == Kind::element || kind == Kind::processing_instruction;
            const std::string_view uri = kind == Kind::element ? child.namespace_uri() : std::string_view();
            positions_[child.raw()] = ++counts[{kind, has_name ? child.name() : std::string_view(), uri}];
        }
    }
    return positions_[node.raw()];
}

std::string Locator::step(xml::Node node) {
    const std::string_view name = node.name();
    const Kind kind = node.kind();
    if (kind == Kind::attribute) {
        const std::string_view uri = node.namespace_uri();
        return uri.empty() ? std::string("@").append(name) : named("@*", name, uri);
    }
    std::string test = "node()";
    if (kind == Kind::element) {
        const std::string_view uri = node.namespace_uri();
        test = uri.empty() ? std::string(name) : named("*", name, uri);
    } else if (kind == Kind::text) {
        test = "text()";
    } else if (kind == Kind::comment) {
        test = "comment()";
    } else if (kind == Kind::processing_instruction) {
        test = std::string("processing-instruction('").append(name).append("')");
    }
    return test.append("[").append(std::to_string(position(node))).append("]");
}

std::string Locator::locate(xml::Node node) {
    std::vector<std::string> steps;
    for (xml::Node at = node; at && at.kind() != Kind::document; at = at.parent()) steps.push_back(step(at));
    std::string result;
    for (auto each = steps.rbegin(); each != steps.rend(); ++each) result.append("/").append(*each);
    return result.empty() ? "/" : result;
}

std::string locate(xml::Node node) { return Locator().locate(node); }

}  // namespace irikteu::checks
