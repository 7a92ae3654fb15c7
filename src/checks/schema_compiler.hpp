#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/faults.hpp"
#include "base/once.hpp"
#include "base/several_errors.hpp"
#include "checks/compiled_schema.hpp"
#include "checks/parameters.hpp"
#include "checks/prefix_scope.hpp"
#include "checks/variable_scope.hpp"
#include "xml/xpath_tokens.hpp"

namespace irikteu::checks {

/// Made of a proven schema, whose tree outlives it.
class LaterParts {
  public:
    LaterParts(SchemaElement element, std::shared_ptr<const Parameters> parameters) : element_(element), parameters_(std::move(parameters)) {}
    const std::vector<MessagePart>& get();

  private:
    SchemaElement element_;
    std::shared_ptr<const Parameters> parameters_;
    base::Once once_;
    std::vector<MessagePart> parts_;
};

/// Compiles one schema. Used once. Every fault of the schema is an Error with file, line and element; what is wrong with its patterns, or with its phases,
/// is told together (base::SeveralErrors).
class SchemaCompiler {
  public:
    SchemaCompiler(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions, MessageContext messages, bool proven);
    std::shared_ptr<const CompiledSchema> run();

  private:
    using Elements = std::vector<SchemaElement>;
    using ById = std::map<std::string, SchemaElement>;
    /// A let of a pattern, with what its placeholders stand for.
    struct PatternLet {
        SchemaElement element;
        Parameters parameters;
    };
    /// A diagnostic or property that many assertions refer to: compiled once, checked in each scope.
    struct SharedText {
        std::shared_ptr<const CompiledText> text;
        std::vector<VariableUse> uses;
    };
    using SharedTexts = std::map<std::string, SharedText>;

    /// Compiles a part. What is wrong with it is kept for the end; its neighbours are looked at nevertheless.
    template <class Part>
    void attempt(const Part& part) {
        try {
            part();
        } catch (const base::SeveralErrors&) {  // So many that no more are looked for.
            throw;
        } catch (const base::Error& fault) {
            recording_ = nullptr;
            faults_.add(fault);
        }
    }

    // The schema (compile_schema.cpp).
    void read_head(MessageContext messages);
    void collect(const SchemaElement& element);
    void collect_texts(const SchemaElement& element, std::string_view kind, ById& into);
    void add_namespace(const SchemaElement& element);
    void compile_top(const SchemaElement& element);
    bool pays_to_share() const;
    void share_patterns();
    void key(const SchemaElement& element);
    void phase(const SchemaElement& element);
    void phase_of_all();
    void plan_walks(CompiledPhase& phase) const;
    void check_default_phase() const;
    void register_id(const SchemaElement& element, ById& ids) const;
    void read_language();
    void number_variables();
    void read_language_element(const SchemaElement& element, int depth);

    // Expressions (compile_expressions.cpp).
    xml::Expression expression(const SchemaElement& element, const std::string& written);
    std::string with_own_prefixes(const SchemaElement& element, const std::string& written);
    std::optional<xml::Expression> optional_expression(const SchemaElement& element, std::string_view name, const Parameters& parameters);
    std::vector<MatchPattern> match(const SchemaElement& element, const std::string& written);
    const std::vector<xml::XPathToken>& names_in(const std::string& text);
    void inspect(const SchemaElement& element, const std::string& text);
    void check_prefix(const SchemaElement& element, std::string_view name, const std::string& text) const;
    std::vector<CompiledLet> lets(const Elements& elements, VariableScope::Level level, const Parameters& parameters);
    CompiledLet let(const SchemaElement& element, const Parameters& parameters);
    CompiledText text(const SchemaElement& element, const Parameters& parameters);
    void refer(const SchemaElement& element, std::string_view attribute, const ById& known, SharedTexts& shared,
               const Parameters& parameters, std::vector<std::shared_ptr<const CompiledText>>& into);

    // Patterns (compile_pattern.cpp).
    void share_lets(const SchemaElement& pattern);
    const SchemaElement& abstract_pattern(const SchemaElement& instance) const;
    Parameters parameters_of(const SchemaElement& instance, const SchemaElement& body);
    void pattern(const SchemaElement& element);
    void read_pattern(const SchemaElement& body, CompiledPattern& result, Elements& lets, Elements& rules, ById& abstract_rules);
    void compile_pattern(const SchemaElement& instance, const SchemaElement& body, const Parameters& parameters);
    void check_parameters(const SchemaElement& instance, const SchemaElement& body, const Parameters& parameters);
    std::vector<CompiledLet> borrowed_lets();
    CompiledRule rule(const SchemaElement& element, const Parameters& parameters, const ById& abstract_rules);
    void read_rule(const SchemaElement& element, const ById& abstract_rules, Elements& lets, Elements& checks, int depth);
    CompiledCheck check(const SchemaElement& element, const Parameters& parameters, const Labels& rule);
    Labels labels(const SchemaElement& element, const Parameters& parameters);

    std::shared_ptr<CompiledSchema> schema_;
    std::vector<CompiledPattern> compiled_;  ///< Patterns that are not in the schema yet.
    base::Faults faults_;
    SchemaTree& tree_;
    bool proven_;  ///< Nothing is wrong with the schema.
    std::shared_ptr<const Parameters> instance_;  ///< What the placeholders of the pattern at hand stand for, for its messages; none where it has none.
    VariableScope scope_;
    PrefixScope prefixes_;
    std::unordered_map<std::string, std::vector<xml::XPathToken>> names_;  ///< By the expression's text, into which they point.
    std::unordered_map<std::string, xml::Expression> expressions_;
    std::vector<VariableUse>* recording_ = nullptr;  ///< Where uses are kept instead of checked.
    Elements top_, phases_, language_elements_;
    bool needs_language_ = false;
    ById diagnostics_, properties_, shared_rules_, abstract_patterns_, pattern_ids_, phase_ids_;
    std::map<std::string, PatternLet> pattern_lets_;
    SharedTexts shared_diagnostics_, shared_properties_;
};

/// What the content of an assertion, diagnostic or property says. Each expression in it is made by `make`.
std::vector<MessagePart> message_parts(const SchemaElement& element, const Parameters& parameters,
                                       const std::function<xml::Expression(const SchemaElement& element, const std::string& text)>& make);

/// The names of the variables that an expression refers to.
std::set<std::string> variables_in(std::string_view expression);

/// The words of a list with blanks between.
std::vector<std::string> words(std::string_view list);

/// The declarations of the XSLT binding that stand in a schema (xsl:key apart), as an XSLT 1.0 stylesheet. Functions of
/// XSLT 2.0 (xsl:function) become EXSLT's func:function.
xml::Document language_stylesheet(const std::vector<SchemaElement>& declarations, const xml::Namespaces& namespaces);

}  // namespace irikteu::checks
