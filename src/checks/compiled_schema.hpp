#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "checks/match_pattern.hpp"
#include "checks/schema_tree.hpp"
#include "checks/schematron.hpp"
#include "xml/xslt_language.hpp"

namespace irikteu::checks {

struct CompiledLet {
    std::string name;
    std::size_t number = 0;  ///< Of the name, among those of the schema's variables.
    std::optional<xml::Expression> value;
    bool later = false;    ///< May wait for its first use: its value does not depend on when it is computed.
    xml::NodeSet content;  ///< Where there is no value attribute: the element's content without blank texts.
};

/// Where something of a schema is written.
struct Written {
    const std::string* file = nullptr;  ///< Of the schema's tree.
    int line = 0;
};

/// One part of a message.
struct MessagePart {
    enum class Kind { text, value_of, name, copy_of, dir, emph, span };
    Kind kind = Kind::text;
    std::string text;
    std::string attribute;
    xml::Expression expression;
    std::vector<MessagePart> parts;  ///< Of dir, emph and span.
};

/// The expression that a role, flag or severity stands for: "$name" (edition of 2025) or "{expression}" (an attribute value
/// template of one part, as other implementations take it). Empty where it stands for itself.
std::string label_expression(const std::string& label);

/// What a message says, compiled when it is first said.
class LaterParts;

struct CompiledText {
    std::string id, lang, role, scheme, see, icon, fpi;
    std::vector<MessagePart> parts;
    std::shared_ptr<LaterParts> later;  ///< In place of `parts`, where there is one.

    /// Any thread may ask.
    const std::vector<MessagePart>& said() const;
};

struct CompiledCheck {
    Outcome::Kind kind = Outcome::Kind::failed_assert;
    Labels labels;
    Written written;
    xml::Expression test;
    std::string test_written;  ///< Where that differs from the text of `test`.
    std::optional<xml::Expression> subject;
    CompiledText text;
    std::vector<std::shared_ptr<const CompiledText>> diagnostics, properties;

    const std::string& test_said() const { return test_written.empty() ? test.text() : test_written; }
};

struct CompiledRule {
    Labels labels;
    Written written;
    std::string context;
    std::vector<MatchPattern> alternatives;
    std::vector<CompiledLet> lets;
    std::optional<xml::Expression> subject, visit_each;
    std::vector<CompiledCheck> checks;
};

struct CompiledPattern {
    Labels labels;
    std::string title;
    std::optional<xml::Expression> documents;
    bool group = false;
    bool borrows = false;                    ///< Variables of another pattern are among its own.
    bool own_variables_in_contexts = false;  ///< Its rules must be matched while its own variables are set.
    std::vector<CompiledLet> lets;
    std::vector<CompiledRule> rules;
};

/// Where a rule might match: sorted by (pattern, rule).
struct Candidate {
    std::size_t pattern = 0, rule = 0;
    const MatchPattern* match = nullptr;
    bool operator<(const Candidate& other) const {
        return std::pair(pattern, rule) < std::pair(other.pattern, other.rule);
    }
};

/// Which rules to ask of which node, for one walk through a document.
class Dispatch {
  public:
    void add(std::size_t pattern_index, const CompiledPattern& pattern);
    const std::vector<Candidate>& named(xml::Node node) const;
    const std::vector<Candidate>& any(xml::Node::Kind kind) const;
    const std::vector<Candidate>& general() const { return general_; }
    bool wants_attributes() const { return !attributes_.empty() || !any_attribute_.empty() || !general_.empty(); }
    /// Whether any rule may match nodes of that kind, other than elements and attributes.
    bool wants(xml::Node::Kind kind) const { return !any(kind).empty() || !general_.empty(); }
    /// Whether no rule may match a node that is no element or attribute.
    bool wants_elements_alone() const { return texts_.empty() && comments_.empty() && instructions_.empty() && general_.empty(); }
    /// Whether rules for nodes of that kind are found by their name alone.
    bool is_by_name(xml::Node::Kind kind) const {
        if (!general_.empty()) return false;
        return kind == xml::Node::Kind::element ? any_element_.empty() : kind == xml::Node::Kind::attribute && any_attribute_.empty();
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using ByName = std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>>;
    ByName elements_, attributes_;
    std::vector<Candidate> any_element_, any_attribute_, texts_, comments_, instructions_, root_, general_;
};

struct CompiledPhase {
    std::string id;
    std::vector<CompiledLet> lets;
    std::vector<std::size_t> patterns;       ///< In the schema's order.
    std::optional<xml::Expression> when;
    std::vector<MatchPattern> from;
    std::vector<std::pair<std::vector<std::size_t>, Dispatch>> walks;  ///< Patterns matched in one walk each.
};

struct CompiledKey {
    std::string name;  ///< With its namespace as "{uri}local" where it has one.
    std::vector<MatchPattern> match;
    std::optional<xml::Expression> use;
    std::string constant;  ///< The element's content, where there is no `use`.
};

struct CompiledSchema {
    std::unique_ptr<SchemaTree> tree;  ///< Keeps the nodes of CompiledLet::content.
    const xml::FunctionLibrary* functions = nullptr;
    std::optional<xml::XsltLanguage> language;  ///< Where expressions need more than XPath.
    MessageContext messages = MessageContext::subject;
    std::size_t variables = 0;  ///< How many names they have.
    std::string title, schema_version, lang, default_phase;
    bool borrows = false;  ///< Some pattern uses variables of another one.
    std::vector<Text> paragraphs;
    xml::Namespaces namespaces;
    std::vector<std::pair<std::string, std::string>> namespaces_in_order;
    std::vector<CompiledLet> lets;
    std::vector<CompiledKey> keys;
    std::vector<CompiledPattern> patterns;
    std::vector<CompiledPhase> phases;  ///< The first has the id "#ALL".
    std::jthread helper;  ///< Compiled some patterns, and is about to end.
};

/// Throws Error: malformed, unsupported. `proven`: as for Schematron::load().
std::shared_ptr<const CompiledSchema> compile_schema(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions,
                                                     MessageContext messages, bool proven);

}  // namespace irikteu::checks
