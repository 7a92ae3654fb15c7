#include "checks/match_pattern.hpp"

#include "base/error.hpp"
#include "xml/xpath_tokens.hpp"

namespace irikteu::checks {

using Tokens = std::vector<xml::XPathToken>;

bool NodeTest::accepts(xml::Node node) const {
    using NodeKind = xml::Node::Kind;
    const NodeKind node_kind = node.kind();
    if ((node_kind == NodeKind::attribute) != attribute) return false;
    const NodeKind principal = attribute ? NodeKind::attribute : NodeKind::element;
    switch (kind) {
        case Kind::any_element: return node_kind == principal;
        case Kind::any_of_namespace: return node_kind == principal && node.namespace_uri() == namespace_uri;
        case Kind::named: return attribute ? node.name() == name && node.namespace_uri() == namespace_uri : node.is_element(name, namespace_uri);
        case Kind::text: return node_kind == NodeKind::text;
        case Kind::comment: return node_kind == NodeKind::comment;
        case Kind::processing_instruction:
            return node_kind == NodeKind::processing_instruction && (name.empty() || node.name() == name);
        case Kind::any_node:
            return attribute || node_kind == NodeKind::element || node_kind == NodeKind::text ||
                   node_kind == NodeKind::comment || node_kind == NodeKind::processing_instruction;
    }
    return false;
}

/// Recursive descent over XSLT 1.0's grammar of patterns ([1] to [7] in its section 5.2).
class PatternParser {
  public:
    PatternParser(const std::string& text, const xml::Namespaces& namespaces)
        : text_(text), namespaces_(namespaces), tokens_(xml::tokenize(text)) {}

    std::vector<MatchPattern> run() {
        std::vector<MatchPattern> alternatives;
        do {
            alternatives.push_back(alternative());
        } while (take("|"));
        if (at_ != tokens_.size()) fail();
        return alternatives;
    }

  private:
    [[noreturn]] void fail() const {
        throw base::Error(base::ErrorCode::malformed, "not a match pattern of XSLT 1.0: " + text_);
    }
    bool done() const { return at_ == tokens_.size() || tokens_[at_].is("|"); }
    bool sees(std::string_view symbol) const { return at_ < tokens_.size() && tokens_[at_].is(symbol); }
    bool take(std::string_view symbol) {
        if (!sees(symbol)) return false;
        ++at_;
        return true;
    }
    const xml::XPathToken& next() {
        if (at_ >= tokens_.size()) fail();
        return tokens_[at_++];
    }
    /// The text of the tokens from `first` to the present one, as written.
    std::string written(std::size_t first) const {
        if (first >= at_) return {};
        const char* begin = tokens_[first].text.data();
        const xml::XPathToken& last = tokens_[at_ - 1];
        return {begin, static_cast<std::size_t>(last.text.data() + last.text.size() - begin)};
    }

    MatchPattern alternative() {
        MatchPattern pattern;
        const std::size_t first = at_;
        bool below_any = false;
        bool from_root = false;
        if (take("//")) {
            from_root = true;
        } else if (take("/")) {
            from_root = pattern.anchored_ = true;
            if (done()) {
                pattern.root_ = true;
                pattern.text_ = written(first);
                return pattern;
            }
        } else if (at_ < tokens_.size() && tokens_[at_].kind == xml::XPathToken::Kind::call &&
                   (sees("id") || sees("key"))) {
            from_root = pattern.general_ = true;
            skip_call();
            if (!done() && !take_separator(below_any)) fail();
        }
        if (!(pattern.general_ && done())) {
            do {
                step(pattern, below_any);
            } while (take_separator(below_any));
        }
        if (!done()) fail();
        pattern.text_ = written(first);
        if (pattern.general_) pattern.everywhere_ = xml::Expression(std::string(from_root ? "" : "//").append(pattern.text_));
        return pattern;
    }

    bool take_separator(bool& below_any) {
        below_any = sees("//");
        return take("//") || take("/");
    }

    void skip_call() {
        ++at_;
        if (!take("(")) fail();
        while (!take(")")) {
            if (next().kind != xml::XPathToken::Kind::literal && !tokens_[at_ - 1].is(",")) fail();
        }
    }

    void step(MatchPattern& pattern, bool below_any) {
        MatchPattern::Step result;
        result.below_any = below_any;
        if (take("@")) {
            result.test.attribute = true;
        } else if (at_ < tokens_.size() && tokens_[at_].kind == xml::XPathToken::Kind::axis) {
            const std::string_view axis = next().text;
            if (axis != "child" && axis != "attribute") fail();
            result.test.attribute = axis == "attribute";
        }
        node_test(result.test);
        while (sees("[")) predicate(pattern, result);
        pattern.steps_.push_back(std::move(result));
    }

    void node_test(NodeTest& test) {
        const xml::XPathToken& token = next();
        if (token.kind == xml::XPathToken::Kind::call) return node_type(test, token.text);
        if (token.kind != xml::XPathToken::Kind::name) fail();
        if (token.text == "*") return;
        const std::size_t colon = token.text.find(':');
        test.kind = NodeTest::Kind::named;
        test.name = token.text.substr(colon == std::string_view::npos ? 0 : colon + 1);
        if (colon == std::string_view::npos) return;
        const std::string prefix(token.text.substr(0, colon));
        const auto found = namespaces_.find(prefix);
        if (prefix == "xml") {
            test.namespace_uri = "http://www.w3.org/XML/1998/namespace";
        } else if (found == namespaces_.end()) {
            throw base::Error(base::ErrorCode::malformed, "unknown namespace prefix \"" + prefix + "\" in pattern " + text_);
        } else {
            test.namespace_uri = found->second;
        }
        if (test.name == "*") test.kind = NodeTest::Kind::any_of_namespace;
    }

    void node_type(NodeTest& test, std::string_view type) {
        if (!take("(")) fail();
        if (type == "text") test.kind = NodeTest::Kind::text;
        else if (type == "comment") test.kind = NodeTest::Kind::comment;
        else if (type == "node") test.kind = NodeTest::Kind::any_node;
        else if (type == "processing-instruction") test.kind = NodeTest::Kind::processing_instruction;
        else fail();
        if (test.kind == NodeTest::Kind::processing_instruction && at_ < tokens_.size() &&
            tokens_[at_].kind == xml::XPathToken::Kind::literal) {
            const std::string_view literal = next().text;
            test.name = literal.substr(1, literal.size() - 2);
        }
        if (!take(")")) fail();
    }

    void predicate(MatchPattern& pattern, MatchPattern::Step& step) {
        ++at_;
        const std::size_t first = at_;
        for (int depth = 1; depth > 0;) {
            const xml::XPathToken& token = next();
            if (token.is("[")) ++depth;
            if (token.is("]")) --depth;
        }
        --at_;
        const std::string text = written(first);
        if (text.empty()) fail();
        if (!xml::is_position_free(Tokens(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(at_))))
            pattern.general_ = true;
        ++at_;
        step.predicates.emplace_back(text);
        pattern.has_predicates_ = true;
    }

    const std::string& text_;
    const xml::Namespaces& namespaces_;
    Tokens tokens_;
    std::size_t at_ = 0;
};

std::vector<MatchPattern> MatchPattern::compile(const std::string& text, const xml::Namespaces& namespaces) {
    return PatternParser(text, namespaces).run();
}

bool MatchPattern::matches_step(xml::Node node, std::size_t index, xml::XPathContext& context) const {
    const Step& step = steps_[index];
    if (!step.test.accepts(node)) return false;
    for (const xml::Expression& predicate : step.predicates)
        if (!context.evaluate_boolean(predicate, node)) return false;
    xml::Node parent = node.parent();
    if (index == 0) return !anchored_ || parent.kind() == xml::Node::Kind::document;
    if (!step.below_any) return parent && matches_step(parent, index - 1, context);
    for (; parent; parent = parent.parent())
        if (matches_step(parent, index - 1, context)) return true;
    return false;
}

bool MatchPattern::matches(xml::Node node, xml::XPathContext& context) const {
    if (root_) return node.kind() == xml::Node::Kind::document;
    return matches_step(node, steps_.size() - 1, context);
}

std::unordered_set<const void*> MatchPattern::nodes(xml::Node root, xml::XPathContext& context) const {
    std::unordered_set<const void*> result;
    for (xml::Node node : context.evaluate_nodes(everywhere_, root)) result.insert(node.raw());
    return result;
}

}  // namespace irikteu::checks
