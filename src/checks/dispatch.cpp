#include "checks/compiled_schema.hpp"

namespace irikteu::checks {

void Dispatch::add(std::size_t pattern_index, const CompiledPattern& pattern) {
    // Patterns are added in ascending order and rules are visited in order: the lists stay sorted.
    for (std::size_t rule = 0; rule < pattern.rules.size(); ++rule) {
        for (const MatchPattern& match : pattern.rules[rule].alternatives) {
            const Candidate candidate{pattern_index, rule, &match};
            if (match.is_root()) {
                root_.push_back(candidate);
                continue;
            }
            if (match.is_general()) {
                general_.push_back(candidate);
                continue;
            }
            const NodeTest& test = match.last_test();
            switch (test.kind) {
                case NodeTest::Kind::named: (test.attribute ? attributes_ : elements_)[test.name].push_back(candidate); break;
                case NodeTest::Kind::any_element:
                case NodeTest::Kind::any_of_namespace: (test.attribute ? any_attribute_ : any_element_).push_back(candidate); break;
                case NodeTest::Kind::text: texts_.push_back(candidate); break;
                case NodeTest::Kind::comment: comments_.push_back(candidate); break;
                case NodeTest::Kind::processing_instruction: instructions_.push_back(candidate); break;
                case NodeTest::Kind::any_node:
                    if (test.attribute) {
                        any_attribute_.push_back(candidate);
                        break;
                    }
                    for (auto* list : {&any_element_, &texts_, &comments_, &instructions_}) list->push_back(candidate);
                    break;
            }
        }
    }
}

namespace {
const std::vector<Candidate> kNone;
}

const std::vector<Candidate>& Dispatch::named(xml::Node node) const {
    const bool attribute = node.kind() == xml::Node::Kind::attribute;
    if (!attribute && !node.is_element()) return kNone;
    const ByName& names = attribute ? attributes_ : elements_;
    const auto found = names.find(node.name());
    return found == names.end() ? kNone : found->second;
}

const std::vector<Candidate>& Dispatch::any(xml::Node::Kind kind) const {
    using Kind = xml::Node::Kind;
    switch (kind) {
        case Kind::element: return any_element_;
        case Kind::attribute: return any_attribute_;
        case Kind::text: return texts_;
        case Kind::comment: return comments_;
        case Kind::processing_instruction: return instructions_;
        case Kind::document: return root_;
        default: return kNone;
    }
}

}  // namespace irikteu::checks
