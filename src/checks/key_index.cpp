#include "checks/key_index.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace irikteu::checks {

namespace {
constexpr std::uint64_t kMaxWork = 1'000'000'000;  ///< To fill one index: a few seconds.
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;         ///< Of the values in one index.
}

KeyIndex::KeyIndex(const CompiledSchema& schema) : schema_(schema) {}

xml::Value KeyIndex::look_up(std::span<const xml::Value> arguments) {
    if (arguments.size() != 2) throw base::Error(base::ErrorCode::invalid, "key() takes two arguments");
    std::string name = xml::to_string(arguments[0]);
    if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
        const auto found = schema_.namespaces.find(name.substr(0, colon));
        if (found != schema_.namespaces.end()) name = "{" + found->second + "}" + name.substr(colon + 1);
    }
    const Index& values = index(name);
    xml::NodeSet result;
    const auto add = [&](const std::string& value) {
        if (const auto found = values.find(value); found != values.end())
            result.insert(result.end(), found->second.begin(), found->second.end());
    };
    if (const auto* nodes = std::get_if<xml::NodeSet>(&arguments[1])) {
        for (xml::Node node : *nodes) add(node.text());
    } else {
        add(xml::to_string(arguments[1]));
    }
    return result;
}

const KeyIndex::Index& KeyIndex::index(const std::string& name) {
    const std::pair<const void*, std::string> place(document_->raw(), name);
    if (const auto found = indexes_.find(place); found != indexes_.end()) return found->second;
    Index result;
    bool known = false;
    for (const CompiledKey& key : schema_.keys) {
        if (key.name != name) continue;
        known = true;
        fill(key, result);
    }
    if (!known) throw base::Error(base::ErrorCode::invalid, "there is no key named " + name);
    return indexes_.emplace(place, std::move(result)).first->second;
}

void KeyIndex::fill(const CompiledKey& key, Index& index) const {
    static const xml::Expression everything("//node() | //@*");
    xml::XPathContext context(*document_, schema_.namespaces, schema_.functions);
    context.allow(kMaxWork);
    const xml::Node root = document_->document_node();
    std::size_t bytes = 0;
    const auto add = [&](std::string value, xml::Node node) {
        const std::size_t size = value.size();
        auto [at, fresh] = index.try_emplace(std::move(value));
        if (fresh && (bytes += size) > kMaxBytes)
            throw base::Error(base::ErrorCode::limit_exceeded, "the values of the key " + key.name + " are larger than " + std::to_string(kMaxBytes) + " bytes in all");
        at->second.push_back(node);
    };
    for (const MatchPattern& match : key.match) {
        std::unordered_set<const void*> general;
        if (match.is_general()) general = match.nodes(root, context);
        for (xml::Node node : context.evaluate_nodes(everything, root)) {
            if (match.is_general() ? general.count(node.raw()) == 0 : !match.matches(node, context)) continue;
            const xml::Value value = key.use ? context.evaluate(*key.use, node) : xml::Value(key.constant);
            if (const auto* nodes = std::get_if<xml::NodeSet>(&value)) {
                for (xml::Node each : *nodes) add(each.text(), node);
            } else {
                add(xml::to_string(value), node);
            }
        }
    }
}

}  // namespace irikteu::checks
