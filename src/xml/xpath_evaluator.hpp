#pragma once

#include <libxml/tree.h>

#include <deque>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "xml/quick_names.hpp"
#include "xml/text_memo.hpp"
#include "xml/xpath.hpp"
#include "xml/xpath_syntax.hpp"

namespace irikteu::xml::xpath {

/// The evaluation is left to libxml2, which gives the value or names the fault: an unknown name, a wrong type, a function
/// that failed.
struct Undecided {};

/// Evaluates parsed expressions over libxml2's trees, several times as fast as libxml2 does. For this folder only; one a
/// context, not for several threads.
class Evaluator {
  public:
    /// A variable's value; nullptr where there is none of that name.
    struct Variable {
        const Value* value = nullptr;
        std::uint64_t version = 0;  ///< Of no other value of any variable; 0 where that is not known.
    };
    /// May throw Error.
    using Variables = std::function<Variable(const std::string& name)>;

    /// What is kept between evaluations takes for granted that the tree does not change.
    Evaluator(const Namespaces& namespaces, const FunctionLibrary* functions, Variables variables);
    ~Evaluator();

    /// How much work evaluations may do from now on, together: nodes visited, about. What is left of it is spare().
    /// Where nobody says, each evaluation may do 500 million.
    void allow(std::uint64_t work) {
        budget_ = work;
        is_shared_ = true;
    }
    std::uint64_t spare() const { return budget_; }

    /// The tree that lives as long as this. Of others nothing is kept longer than until they are gone, which forget_passing() says.
    void set_document(const xmlDoc* document) { document_ = document; }
    void forget_passing() { ++passed_; }

    // Each throws Undecided, or Error(limit_exceeded) where it takes too long. `current` is what current() gives.
    bool truth(const Expr& expression, xmlNode* node, xmlNode* current);
    Value value(const Expr& expression, xmlNode* node, xmlNode* current);
    std::string string(const Expr& expression, xmlNode* node, xmlNode* current);

  private:
    /// One evaluation; a variable may need another within it.
    class Run;
    struct Frame {
        xmlNode* node;
        double position, size;
    };
    /// A namespace that expressions name, and the declaration of it that was met last.
    struct Space {
        std::string prefix, uri;
        const xmlNs* met = nullptr;
    };
    class Nodes;
    struct Operand;
    struct Foreign;
    /// What visits nodes; true ends the visit.
    struct Sink {
        bool (*call)(void*, xmlNode*);
        void* to;
        bool operator()(xmlNode* node) const { return call(to, node); }
    };

    void work(std::uint64_t amount) {
        if (amount > budget_) give_up();
        budget_ -= amount;
    }
    [[noreturn]] void give_up();
    /// As string_value(), with the work of joining texts.
    std::string_view value_of(const xmlNode* node, std::string& room);

    // Values by type (xpath_evaluator.cpp).
    bool truth(const Expr& e, const Frame& frame);
    double number(const Expr& e, const Frame& frame);
    std::string_view text(const Expr& e, const Frame& frame, std::string& room);
    Value value(const Expr& e, const Frame& frame);
    const Value& dynamic(const Expr& e, const Frame& frame, Value& room);
    bool compare(const Expr& e, const Frame& frame);
    bool compare_sets(Op op, const Operand& left, const Operand& right);
    bool compare_set(Op op, const Operand& set, const Operand& other);
    std::pair<double, double> extremes(const Operand& operand);
    const std::unordered_set<std::string>* values(const Operand& operand);
    bool plain_truth(const Expr& e, const Frame& frame);
    double plain_number(const Expr& e, const Frame& frame);
    std::string_view plain_text(const Expr& e, const Frame& frame, std::string& room);

    // Functions (xpath_functions.cpp).
    bool boolean_call(const Expr& e, const Frame& frame);
    double number_call(const Expr& e, const Frame& frame);
    std::string_view text_call(const Expr& e, const Frame& frame, std::string& room);
    Value foreign_call(const Expr& e, const Frame& frame);
    Value call_of_texts(Foreign& foreign, const Expr& e, const Frame& frame);
    Value call(const xml::Function& function, std::span<const Value> arguments);

    // Node-sets (xpath_nodes.cpp).
    void nodes(const Expr& e, const Frame& frame, NodeSet& into);
    void unordered_nodes(const Expr& e, const Frame& frame, NodeSet& into);
    void plain_nodes(const Expr& e, const Frame& frame, NodeSet& into);
    void plain_unordered_nodes(const Expr& e, const Frame& frame, NodeSet& into);
    bool plain_exists(const Expr& e, const Frame& frame);
    xmlNode* first_node(const Expr& e, const Frame& frame);
    bool exists(const Expr& e, const Frame& frame);
    std::size_t count(const Expr& e, const Frame& frame);
    bool stream(const Expr& path, std::size_t index, xmlNode* node, const Sink& sink);
    bool each(const Step& step, xmlNode* node, const Sink& sink);
    void path_by_sets(const Expr& path, NodeSet start, NodeSet& into);
    void start_of(const Expr& path, const Frame& frame, NodeSet& into);
    template <class Accept>
    bool each_accepted(const Step& step, xmlNode* node, Accept accept, const Sink& sink);
    template <class Accept>
    bool each_below(const Step& step, xmlNode* node, Accept accept, const Sink& sink, bool& stopped);
    void filter(const std::vector<Expr>& predicates, NodeSet& nodes);
    bool holds(const Expr& predicate, const Frame& frame);
    void sort(NodeSet& nodes);
    Space& space(const std::string& prefix);

    // What is kept (xpath_index.cpp).
    struct Kept;
    /// Counts text that is kept for later evaluations; throws Error(limit_exceeded) where it is too much.
    void keep(Kept& place, std::size_t bytes);
    Kept* kept(const Expr& e, const Frame& frame);
    Kept* kept_for(std::uint64_t id, const xmlNode* scope);
    Kept* kept_for_value(std::uint64_t id, std::uint64_t version);
    Kept* kept_for(std::uint64_t id, std::uintptr_t scope, bool passes);
    const NodeSet* kept_nodes(Kept* place, const Expr& e, const Frame& frame);
    Kept* scope_of(const Join& join, Axis axis, xmlNode* node);
    const std::vector<xmlNode*>& members(Kept& scope, const Join& join);
    void index_by_text(Kept& scope, const Join& join);
    void index_by_number(Kept& scope, const Join& join);
    bool look_up(Kept& scope, const Join& join, const Operand& wanted, std::vector<xmlNode*>& room, const std::vector<xmlNode*>*& found);
    template <class Visit>
    bool visit_found(const std::vector<xmlNode*>& found, Axis axis, xmlNode* node, Visit visit);
    bool each_looked_up(const Step& step, xmlNode* node, const Sink& sink, bool& stopped);
    bool path_looked_up(const Expr& path, const Frame& frame, const Sink& sink, bool& stopped);
    bool filter_looked_up(const Expr& filter, const Frame& frame, NodeSet& into);
    bool tail_looked_up(const Expr& equal, const Frame& frame, bool& holds);
    bool count_looked_up(const Expr& path, const Frame& frame, std::size_t& result);
    bool count_by_order(const Step& step, xmlNode* node, std::size_t& result);
    static bool is_in(const xmlNs* declared, Space& space);

    // Elements by name (xpath_names.cpp).
    class ElementsByName;
    /// The document's elements of the step's local name, in document order, that lie on its descendant axis; nothing where that is not known.
    std::optional<std::span<xmlNode* const>> below(const Step& step, xmlNode* node);

    const Namespaces& namespaces_;
    const FunctionLibrary* functions_;
    Variables variables_;
    const xmlDoc* document_ = nullptr;
    std::uint64_t passed_ = 0;  ///< How often other trees went.
    xmlNode* current_ = nullptr;
    std::uint64_t budget_;
    std::size_t kept_bytes_ = 0;
    bool is_shared_ = false;  ///< The budget is for several evaluations.
    int running_ = 0;
    std::deque<Space> spaces_;  ///< References into it stay good.
    std::vector<NodeSet> spare_;
    /// A function that is not evaluated here.
    struct Foreign {
        const xml::Function* function = nullptr;
        bool of_texts = false;
        TextMemo given;  ///< Of one of texts: what it gave, by its arguments.
    };
    QuickNames<Foreign> called_;  ///< By name as written.
    std::string asked_;  ///< The arguments of a function of texts.
    std::size_t given_bytes_ = 0;  ///< Of what such functions gave, with their arguments.
    std::shared_ptr<ElementsByName> elements_;  ///< Of the document, made when several steps went through all that lies below a node.
    unsigned descents_ = 0;                     ///< How many did.
    std::unordered_map<std::uint64_t, std::unique_ptr<Kept>> kept_;  ///< By id of expression or join.
};

/// A borrowed vector of nodes: its room is kept for the next.
class Evaluator::Nodes {
  public:
    explicit Nodes(Evaluator& owner) : owner_(owner) {
        if (owner_.spare_.empty()) return;
        set.swap(owner_.spare_.back());
        owner_.spare_.pop_back();
    }
    ~Nodes() {
        set.clear();
        owner_.spare_.push_back(std::move(set));
    }
    Nodes(const Nodes&) = delete;
    Nodes& operator=(const Nodes&) = delete;
    NodeSet set;

  private:
    Evaluator& owner_;
};

}  // namespace irikteu::xml::xpath
