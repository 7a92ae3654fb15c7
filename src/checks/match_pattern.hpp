#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "xml/node.hpp"
#include "xml/xpath.hpp"

namespace irikteu::checks {

/// What a step of a match pattern asks of a node, apart from predicates.
struct NodeTest {
    enum class Kind { any_element, any_of_namespace, named, text, comment, processing_instruction, any_node };
    Kind kind = Kind::any_element;
    bool attribute = false;     ///< On the attribute axis; otherwise on the child axis.
    std::string namespace_uri;  ///< For named and any_of_namespace.
    std::string name;           ///< For named; the target of a processing instruction, empty for any.

    bool accepts(xml::Node node) const;
};

/// One alternative of an XSLT 1.0 match pattern (XSLT 1.0, 5.2), compiled. It is asked of single nodes, so that a
/// document can be walked once for many patterns; only where a predicate counts positions, or the pattern starts with
/// id() or key(), are its nodes computed beforehand, once a document.
class MatchPattern {
  public:
    /// The alternatives of a pattern ("a | b/@c"). Throws Error(malformed) that quotes it, also for unknown prefixes.
    static std::vector<MatchPattern> compile(const std::string& text, const xml::Namespaces& namespaces);

    /// The document node itself ("/").
    bool is_root() const { return root_; }
    /// The test of the last step: what the dispatch goes by. Of no use where is_root() or is_general().
    const NodeTest& last_test() const { return steps_.back().test; }
    /// True where nodes() is needed and matches() can't be used.
    bool is_general() const { return general_; }
    const std::string& text() const { return text_; }
    /// Whether to ask takes the evaluation of expressions.
    bool has_predicates() const { return has_predicates_; }

    /// Whether the node matches. Predicates are evaluated in `context`. Throws Error(invalid) where that fails.
    bool matches(xml::Node node, xml::XPathContext& context) const;
    /// All matching nodes of the document to which `root` belongs.
    std::unordered_set<const void*> nodes(xml::Node root, xml::XPathContext& context) const;

  private:
    struct Step {
        NodeTest test;
        std::vector<xml::Expression> predicates;
        bool below_any = false;  ///< Joined to the step before by "//".
    };
    friend class PatternParser;
    bool matches_step(xml::Node node, std::size_t index, xml::XPathContext& context) const;

    std::string text_;
    std::vector<Step> steps_;
    bool root_ = false;
    bool anchored_ = false;  ///< Starts with a single "/".
    bool general_ = false;
    bool has_predicates_ = false;
    xml::Expression everywhere_;  ///< Where general: the nodes, from the root.
};

}  // namespace irikteu::checks
