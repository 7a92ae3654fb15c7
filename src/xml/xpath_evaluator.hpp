#pragma once

#include <libxml/tree.h>

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
    /// A variable's value; nullptr where there is none of that name. May throw Error.
    using Variables = std::function<const Value*(const std::string& name)>;

    Evaluator(const Namespaces& namespaces, const FunctionLibrary* functions, Variables variables);

    // Each throws Undecided, or Error where it takes too long. `current` is what current() gives.
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
    /// What visits nodes; true ends the visit.
    struct Sink {
        bool (*call)(void*, xmlNode*);
        void* to;
        bool operator()(xmlNode* node) const { return call(to, node); }
    };

    void work(std::size_t amount);

    // Values by type (xpath_evaluator.cpp).
    bool truth(const Expr& e, const Frame& frame);
    double number(const Expr& e, const Frame& frame);
    std::string_view text(const Expr& e, const Frame& frame, std::string& room);
    Value value(const Expr& e, const Frame& frame);
    const Value& dynamic(const Expr& e, const Frame& frame, Value& room);
    bool compare(const Expr& e, const Frame& frame);
    bool compare_sets(Op op, const NodeSet& left, const NodeSet& right);
    bool compare_set(Op op, const NodeSet& set, const Operand& other);

    // Functions (xpath_functions.cpp).
    bool boolean_call(const Expr& e, const Frame& frame);
    double number_call(const Expr& e, const Frame& frame);
    std::string_view text_call(const Expr& e, const Frame& frame, std::string& room);
    Value foreign_call(const Expr& e, const Frame& frame);

    // Node-sets (xpath_nodes.cpp).
    void nodes(const Expr& e, const Frame& frame, NodeSet& into);
    void unordered_nodes(const Expr& e, const Frame& frame, NodeSet& into);
    xmlNode* first_node(const Expr& e, const Frame& frame);
    bool exists(const Expr& e, const Frame& frame);
    std::size_t count(const Expr& e, const Frame& frame);
    bool stream(const Expr& path, std::size_t index, xmlNode* node, const Sink& sink);
    bool each(const Step& step, xmlNode* node, const Sink& sink);
    void path_by_sets(const Expr& path, NodeSet start, NodeSet& into);
    void start_of(const Expr& path, const Frame& frame, NodeSet& into);
    template <class Accept>
    bool each_accepted(const Step& step, xmlNode* node, Accept accept, const Sink& sink);
    void filter(const std::vector<Expr>& predicates, NodeSet& nodes);
    bool holds(const Expr& predicate, const Frame& frame);
    void sort(NodeSet& nodes);
    Space& space(const std::string& prefix);
    static bool is_in(const xmlNs* declared, Space& space);

    const Namespaces& namespaces_;
    const FunctionLibrary* functions_;
    Variables variables_;
    xmlNode* current_ = nullptr;
    std::size_t budget_ = 0;
    int running_ = 0;
    std::deque<Space> spaces_;  ///< References into it stay good.
    std::vector<NodeSet> spare_;
    std::unordered_map<std::string, const xml::Function*> called_;  ///< By name as written.
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
