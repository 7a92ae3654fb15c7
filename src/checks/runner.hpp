#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "checks/compiled_schema.hpp"
#include "checks/locator.hpp"
#include "checks/run_functions.hpp"

namespace irikteu::checks {

/// One run of a schema over one document. Used once.
class Runner {
  public:
    Runner(std::shared_ptr<const CompiledSchema> schema, const xml::Document& document, const Schematron::DocumentSource& subordinates, std::uint64_t work,
           std::size_t max_report);
    /// Throws Error(usage) where there is no such phase.
    Result run(std::string_view phase);

  private:
    struct Match {
        xml::Node node;
        std::size_t rule = 0;
    };
    /// Ids of what is being asked, for what cannot be checked; empty where there is none.
    struct Where {
        std::string_view pattern{}, rule{}, assertion{};
    };
    /// A document, its XPath context, and for each pattern what matched in it.
    struct Place {
        const xml::Document& document;
        std::size_t index;
        xml::XPathContext context;
        std::map<std::size_t, std::vector<Match>> matches;
        std::vector<xml::XPathContext::Variable*> variables{};  ///< By their numbers; those that were met.
    };

    /// Evaluations on account of a rule or assertion, which may do a quarter of the run's work in all.
    template <class Ask>
    auto on_account(Place& place, const void* of, Ask ask);
    bool is_spent(const void* of) const { return stopped_ || (!spent_.empty() && spent_.count(of) != 0); }
    /// Counts what the report holds; throws Error(limit_exceeded), and stops the run, where it is too large.
    void count(std::size_t bytes);
    /// The same of the variables that are known at once.
    void hold(const xml::Value& value, std::size_t& held);
    /// Counts a node that a rule matched; stops the run, and says so, where there are too many.
    bool may_match();
    /// Whether the rule may visit one more node.
    bool may_visit(const CompiledRule& rule);
    /// Notes that a rule or assertion takes too long, and stops the run where nothing is left.
    void gave_up(const Where& where, const std::string& expression, xml::Node node, std::string_view what, const Written& written, const void* of);

    xml::XPathContext context_of(const xml::Document& document) const;
    const CompiledPhase& find_phase(std::string_view name);
    void set_globals(const std::vector<CompiledLet>& lets);
    /// What an outer scope had under the names of an inner scope's variables, in their order: where it stands in hidden_.
    struct Hidden {
        std::size_t begin = 0, many = 0;
        std::size_t held = 0;  ///< Bytes of the inner scope's values.
    };
    Hidden bind(Place& place, const std::vector<CompiledLet>& lets, xml::Node node, const Where& where);
    void unbind(Place& place, const std::vector<CompiledLet>& lets, const Hidden& hidden);
    xml::XPathContext::Variable& variable(Place& place, const CompiledLet& let);

    void run_walk(Place& place, const CompiledPhase& phase, const std::vector<std::size_t>& patterns, const Dispatch& dispatch);
    void walk_parts(Place& place, const CompiledPhase& phase, const Dispatch& dispatch);
    void walk(Place& place, const Dispatch& dispatch, xml::Node node);
    void ask(Place& place, const Dispatch& dispatch, xml::Node node);
    const std::vector<Candidate>& named(const Dispatch& dispatch, xml::Node node);
    bool matches(Place& place, const Candidate& candidate, xml::Node node, bool& failed);

    void run_pattern(Place& place, std::size_t index, const CompiledPhase& phase);
    void run_subordinates(std::size_t index, const CompiledPhase& phase);
    void fire(Place& place, std::size_t pattern, const CompiledRule& rule, xml::Node node);
    void ask_check(Place& place, const CompiledRule& rule, const CompiledCheck& check, xml::Node node, const Where& where);
    void report(Place& place, const CompiledRule& rule, const CompiledCheck& check, xml::Node node, const Where& where);
    Text text(Place& place, const CompiledText& compiled, xml::Node node, const Where& where);
    void say(Place& place, const std::vector<MessagePart>& parts, xml::Node node, const Where& where, std::vector<TextRun>& runs);
    /// Whether the node lives as long as the result: one that a function made, or of a document that it read, does not.
    bool lasts(xml::Node node) const;
    /// Such a node for the report, in a document of the result's own.
    void keep_copy(xml::Node node, std::vector<TextRun>& runs);
    std::string label(Place& place, const std::string& written, xml::Node node, const Where& where);
    void could_not(const Where& where, const std::string& expression, xml::Node node, const std::string& message);

    std::shared_ptr<const CompiledSchema> schema_;
    const xml::Document& document_;
    const Schematron::DocumentSource& subordinates_;
    const std::uint64_t work_;
    const std::size_t max_report_;
    std::uint64_t left_;  ///< Of it.
    std::unordered_map<const void*, std::uint64_t> accounts_;  ///< Of what takes long.
    std::unordered_set<const void*> spent_;
    bool stopped_ = false;
    std::vector<xml::XPathContext::Variable> hidden_;  ///< Variables of outer scopes whose names inner ones have now.
    std::size_t held_ = 0;      ///< Bytes of variables.
    std::size_t reported_ = 0;  ///< Bytes of the report.
    std::size_t matched_ = 0;   ///< Nodes that rules matched.
    RunFunctions functions_;
    const xml::Document* asked_;           ///< The document that rules are run over now.
    std::shared_ptr<xml::Document> copies_;  ///< Made when it is first needed.
    Locator locator_;
    Place main_;
    Result result_;
    std::map<std::size_t, std::size_t> active_;  ///< Pattern of the schema to that of the result.
    std::vector<std::unordered_set<const void*>> general_;
    /// What a dispatch said of a name.
    struct Known {
        const Dispatch* dispatch = nullptr;
        const void* mark = nullptr;
        const std::vector<Candidate>* candidates = nullptr;
    };
    std::array<Known, 64> known_{}, known_attributes_{};
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, std::size_t> seen_;
};

}  // namespace irikteu::checks
