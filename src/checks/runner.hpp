#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "checks/compiled_schema.hpp"
#include "checks/locator.hpp"
#include "checks/run_functions.hpp"

namespace irikteu::checks {

/// One run of a schema over one document. Used once.
class Runner {
  public:
    Runner(std::shared_ptr<const CompiledSchema> schema, const xml::Document& document, const Schematron::DocumentSource& subordinates);
    /// Throws Error(usage) where there is no such phase.
    Result run(std::string_view phase);

  private:
    struct Match {
        xml::Node node;
        std::size_t rule = 0;
    };
    /// A document, its XPath context, and for each pattern what matched in it.
    struct Place {
        const xml::Document& document;
        std::size_t index;
        xml::XPathContext context;
        std::map<std::size_t, std::vector<Match>> matches;
    };

    xml::XPathContext context_of(const xml::Document& document) const;
    const CompiledPhase& find_phase(std::string_view name);
    void set_globals(const std::vector<CompiledLet>& lets);
    /// What an outer scope had under the names of an inner scope's variables, in their order.
    using Hidden = std::vector<xml::XPathContext::Variable>;
    Hidden bind(Place& place, const std::vector<CompiledLet>& lets, xml::Node node, const Unchecked& where);
    void unbind(Place& place, const std::vector<CompiledLet>& lets, Hidden hidden);

    void run_walk(Place& place, const CompiledPhase& phase, const std::vector<std::size_t>& patterns, const Dispatch& dispatch);
    void walk_parts(Place& place, const CompiledPhase& phase, const Dispatch& dispatch);
    void walk(Place& place, const Dispatch& dispatch, xml::Node node);
    void ask(Place& place, const Dispatch& dispatch, xml::Node node);
    bool matches(Place& place, const Candidate& candidate, xml::Node node, bool& failed);

    void run_pattern(Place& place, std::size_t index, const CompiledPhase& phase);
    void run_subordinates(std::size_t index, const CompiledPhase& phase);
    void fire(Place& place, std::size_t pattern, const CompiledRule& rule, xml::Node node);
    void ask_check(Place& place, const CompiledRule& rule, const CompiledCheck& check, xml::Node node, const Unchecked& where);
    void report(Place& place, const CompiledRule& rule, const CompiledCheck& check, xml::Node node, const Unchecked& where);
    Text text(Place& place, const CompiledText& compiled, xml::Node node, const Unchecked& where);
    void say(Place& place, const std::vector<MessagePart>& parts, xml::Node node, const Unchecked& where, std::vector<TextRun>& runs);
    std::string label(Place& place, const std::string& written, xml::Node node, const Unchecked& where);
    void could_not(const Unchecked& where, const std::string& expression, xml::Node node, const std::string& message);

    std::shared_ptr<const CompiledSchema> schema_;
    const xml::Document& document_;
    const Schematron::DocumentSource& subordinates_;
    RunFunctions functions_;
    Locator locator_;
    Place main_;
    Result result_;
    std::map<std::size_t, std::size_t> active_;  ///< Pattern of the schema to that of the result.
    std::vector<std::unordered_set<const void*>> general_;
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, std::size_t> seen_;
};

}  // namespace irikteu::checks
