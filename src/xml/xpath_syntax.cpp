#include "xml/xpath_syntax.hpp"

#include <libxml/xpath.h>

#include <algorithm>
#include <string_view>

#include "base/error.hpp"
#include "xml/xpath_paths.hpp"
#include "xml/xpath_text.hpp"
#include "xml/xpath_tokens.hpp"

namespace irikteu::xml::xpath {

namespace {

/// The text is left to libxml2.
struct Declined {};

constexpr int kMaxNesting = 100;

struct Signature {
    std::string_view name;
    Function function;
    std::size_t least, most;
    Type result;
    bool takes_nodes;  ///< Its first argument has to be a node-set.
};

constexpr Signature kFunctions[] = {
    {"last", Function::last, 0, 0, Type::number, false},
    {"position", Function::position, 0, 0, Type::number, false},
    {"count", Function::count, 1, 1, Type::number, true},
    {"local-name", Function::local_name, 0, 1, Type::string, true},
    {"namespace-uri", Function::namespace_uri, 0, 1, Type::string, true},
    {"name", Function::name, 0, 1, Type::string, true},
    {"string", Function::string, 0, 1, Type::string, false},
    {"concat", Function::concat, 2, 1000, Type::string, false},
    {"starts-with", Function::starts_with, 2, 2, Type::boolean, false},
    {"contains", Function::contains, 2, 2, Type::boolean, false},
    {"substring-before", Function::substring_before, 2, 2, Type::string, false},
    {"substring-after", Function::substring_after, 2, 2, Type::string, false},
    {"substring", Function::substring, 2, 3, Type::string, false},
    {"string-length", Function::string_length, 0, 1, Type::number, false},
    {"normalize-space", Function::normalize_space, 0, 1, Type::string, false},
    {"translate", Function::translate, 3, 3, Type::string, false},
    {"boolean", Function::boolean, 1, 1, Type::boolean, false},
    {"not", Function::negation, 1, 1, Type::boolean, false},
    {"true", Function::true_value, 0, 0, Type::boolean, false},
    {"false", Function::false_value, 0, 0, Type::boolean, false},
    {"lang", Function::lang, 1, 1, Type::boolean, false},
    {"number", Function::number, 0, 1, Type::number, false},
    {"sum", Function::sum, 1, 1, Type::number, true},
    {"floor", Function::floor, 1, 1, Type::number, false},
    {"ceiling", Function::ceiling, 1, 1, Type::number, false},
    {"round", Function::round, 1, 1, Type::number, false},
    {"current", Function::current, 0, 0, Type::nodes, false},
    {"generate-id", Function::generate_id, 0, 1, Type::string, true},
};

constexpr std::pair<std::string_view, Axis> kAxes[] = {
    {"child", Axis::child}, {"attribute", Axis::attribute}, {"self", Axis::self}, {"parent", Axis::parent},
    {"descendant", Axis::descendant}, {"descendant-or-self", Axis::descendant_or_self}, {"ancestor", Axis::ancestor},
    {"ancestor-or-self", Axis::ancestor_or_self}, {"following", Axis::following}, {"following-sibling", Axis::following_sibling},
    {"preceding", Axis::preceding}, {"preceding-sibling", Axis::preceding_sibling}};

class Parser {
  public:
    explicit Parser(const std::string& text) : tokens_(tokenize(text)) {}

    Expr run() {
        Expr result = either();
        if (at_ != tokens_.size()) throw Declined();
        return result;
    }

  private:
    using Kind = XPathToken::Kind;

    bool sees(Kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
    bool sees(Kind kind, std::string_view text) const { return sees(kind) && tokens_[at_].text == text; }
    bool take(Kind kind, std::string_view text) {
        if (!sees(kind, text)) return false;
        ++at_;
        return true;
    }
    void expect(Kind kind, std::string_view text) {
        if (!take(kind, text)) throw Declined();
    }
    std::string_view next() {
        if (at_ == tokens_.size()) throw Declined();
        return tokens_[at_++].text;
    }

    // Operators, loosest first

    static Expr binary(Op op, Type type, Expr&& left, Expr&& right) {
        Expr result;
        result.op = op;
        result.type = type;
        result.args.reserve(2);
        result.args.push_back(std::move(left));
        result.args.push_back(std::move(right));
        return result;
    }

    /// How tightly the operator that stands next binds (XPath 1.0, 3.4 and 3.5): 1 "or" … 6 "*"; 0 where none stands.
    struct Operator {
        int tightness = 0;
        Op op = Op::literal;
    };
    Operator operator_here() const {
        if (!sees(Kind::op)) return {};
        const std::string_view sign = tokens_[at_].text;
        switch (sign.front()) {
            case 'o': return {1, Op::either};
            case 'a': return {2, Op::both};
            case '=': return {3, Op::equal};
            case '!': return {3, Op::unequal};
            case '<': return {4, sign.size() == 1 ? Op::less : Op::less_or_equal};
            case '>': return {4, sign.size() == 1 ? Op::greater : Op::greater_or_equal};
            case '+': return {5, Op::add};
            case '-': return {5, Op::subtract};
            case '*': return {6, Op::multiply};
            case 'd': return {6, Op::divide};
            case 'm': return {6, Op::modulo};
            default: return {};  // "/", "//" and "|" are of paths.
        }
    }

    Expr either() { return operation(1); }
    /// Operands joined by operators that bind at least so tightly; all of them bind to the left.
    Expr operation(int tightness) {
        if (++nesting_ > kMaxNesting) throw Declined();
        Expr left = negation();
        for (Operator found = operator_here(); found.tightness >= tightness; found = operator_here()) {
            ++at_;
            if (++joined_ > 1000) throw Declined();
            left = binary(found.op, found.tightness < 5 ? Type::boolean : Type::number, std::move(left), operation(found.tightness + 1));
        }
        --nesting_;
        return left;
    }

    Expr negation() {
        if (!take(Kind::op, "-")) return join();
        if (++nesting_ > kMaxNesting) throw Declined();
        Expr result;
        result.op = Op::negate;
        result.type = Type::number;
        result.args.push_back(negation());
        --nesting_;
        return result;
    }

    Expr join() {
        Expr left = path();
        while (take(Kind::op, "|")) {
            Expr right = path();
            for (const Expr* each : {&left, &right})
                if (each->type != Type::nodes && each->type != Type::unknown) throw Declined();
            if (++joined_ > 1000) throw Declined();
            left = binary(Op::join, Type::nodes, std::move(left), std::move(right));
        }
        return left;
    }

    // Paths

    bool sees_primary() const {
        return sees(Kind::variable) || sees(Kind::literal) || sees(Kind::number) || sees(Kind::symbol, "(") ||
               (sees(Kind::call) && !is_node_type(tokens_[at_].text));
    }
    bool sees_step() const {
        return sees(Kind::name) || sees(Kind::axis) || sees(Kind::symbol, "@") || sees(Kind::symbol, ".") || sees(Kind::symbol, "..") ||
               (sees(Kind::call) && is_node_type(tokens_[at_].text));
    }

    Expr path() {
        if (!sees_primary()) return location();
        Expr start = primary();
        if (sees(Kind::symbol, "[")) {
            require_nodes(start);
            Expr filter;
            filter.op = Op::filter;
            filter.type = Type::nodes;
            filter.args.push_back(std::move(start));
            filter.predicates = predicates();
            filter.places = places_of(filter.predicates);
            start = std::move(filter);
        }
        if (!sees(Kind::op, "/") && !sees(Kind::op, "//")) return start;
        require_nodes(start);
        Expr result;
        result.args.push_back(std::move(start));
        while (slashes(result.steps)) result.steps.push_back(step());
        return finished_path(std::move(result));
    }

    static void require_nodes(const Expr& expression) {
        if (expression.type != Type::nodes && expression.type != Type::unknown) throw Declined();
    }

    Expr location() {
        Expr result;
        if (take(Kind::op, "/")) {
            result.from_root = true;
            if (!sees_step()) return finished_path(std::move(result));
        } else if (sees(Kind::op, "//")) {
            result.from_root = true;
            slashes(result.steps);
        }
        do {
            result.steps.push_back(step());
        } while (slashes(result.steps));
        return finished_path(std::move(result));
    }

    /// "/" or "//" before a step.
    bool slashes(std::vector<Step>& steps) {
        if (take(Kind::op, "/")) return true;
        if (!take(Kind::op, "//")) return false;
        Step everything;
        everything.axis = Axis::descendant_or_self;
        steps.push_back(std::move(everything));
        return true;
    }

    Step step() {
        Step result;
        if (take(Kind::symbol, ".")) {
            result.axis = Axis::self;
            return result;
        }
        if (take(Kind::symbol, "..")) {
            result.axis = Axis::parent;
            return result;
        }
        if (take(Kind::symbol, "@")) {
            result.axis = Axis::attribute;
        } else if (sees(Kind::axis)) {
            const std::string_view name = next();
            const auto found = std::find_if(std::begin(kAxes), std::end(kAxes), [&](const auto& each) { return each.first == name; });
            if (found == std::end(kAxes)) throw Declined();
            result.axis = found->second;
        }
        result.test = test();
        result.predicates = predicates();
        result.places = places_of(result.predicates);
        return result;
    }

    NodeTest test() {
        using Test = NodeTest::Kind;
        NodeTest result;
        if (sees(Kind::call)) {
            const std::string_view type = next();
            if (!is_node_type(type)) throw Declined();
            expect(Kind::symbol, "(");
            result.kind = type == "text" ? Test::text : type == "comment" ? Test::comment : type == "node" ? Test::any : Test::instruction;
            if (result.kind == Test::instruction && sees(Kind::literal)) {
                const std::string_view literal = next();
                result.name = literal.substr(1, literal.size() - 2);
                if (result.name.empty()) throw Declined();
            }
            expect(Kind::symbol, ")");
            return result;
        }
        if (!sees(Kind::name)) throw Declined();
        const std::string_view name = next();
        const std::size_t colon = name.find(':');
        if (colon != std::string_view::npos) result.prefix = name.substr(0, colon);
        const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
        if (local == "*") {
            result.kind = result.prefix.empty() ? Test::principal : Test::principal_of_namespace;
        } else {
            result.kind = Test::named;
            result.name = local;
        }
        return result;
    }

    std::vector<Expr> predicates() {
        std::vector<Expr> result;
        while (take(Kind::symbol, "[")) {
            if (++nesting_ > kMaxNesting) throw Declined();
            result.push_back(either());
            --nesting_;
            expect(Kind::symbol, "]");
        }
        return result;
    }

    // Primary expressions

    Expr primary() {
        Expr result;
        if (sees(Kind::variable)) {
            result.op = Op::variable;
            result.text = next().substr(1);
            if (result.text.find(':') != std::string::npos) throw Declined();
            return result;
        }
        if (sees(Kind::literal)) {
            const std::string_view literal = next();
            result.type = Type::string;
            result.text = literal.substr(1, literal.size() - 2);
            return result;
        }
        if (sees(Kind::number)) {
            result.op = Op::number;
            result.type = Type::number;
            result.number = to_number(next());
            return result;
        }
        if (take(Kind::symbol, "(")) {
            if (++nesting_ > kMaxNesting) throw Declined();
            result = either();
            --nesting_;
            expect(Kind::symbol, ")");
            return result;
        }
        return call();
    }

    Expr call() {
        Expr result;
        result.op = Op::call;
        result.text = next();
        expect(Kind::symbol, "(");
        if (!take(Kind::symbol, ")")) {
            if (++nesting_ > kMaxNesting) throw Declined();
            do {
                result.args.push_back(either());
            } while (take(Kind::symbol, ","));
            --nesting_;
            expect(Kind::symbol, ")");
        }
        for (const Signature& each : kFunctions) {
            if (each.name != result.text) continue;
            if (result.args.size() < each.least || result.args.size() > each.most) throw Declined();
            if (each.takes_nodes && !result.args.empty()) require_nodes(result.args.front());
            result.function = each.function;
            result.type = each.result;
        }
        return result;
    }

    std::vector<XPathToken> tokens_;
    std::size_t at_ = 0;
    int nesting_ = 0;
    int joined_ = 0;
};

void collect_calls(const Expr& expression, std::vector<std::string>& into) {
    if (expression.op == Op::call && expression.function == Function::other) into.push_back(expression.text);
    for (const Expr& each : expression.args) collect_calls(each, into);
    for (const Expr& each : expression.predicates) collect_calls(each, into);
    for (const Step& step : expression.steps)
        for (const Expr& each : step.predicates) collect_calls(each, into);
}

}  // namespace

std::shared_ptr<const Expr> parse(const std::string& text) {
    try {
        auto result = std::make_shared<Expr>(Parser(text).run());
        analyse(*result);
        return result;
    } catch (const Declined&) {
        return nullptr;
    } catch (const base::Error&) {  // No tokens of XPath.
        return nullptr;
    }
}

std::vector<std::string> foreign_calls(const Expr& expression) {
    std::vector<std::string> result;
    collect_calls(expression, result);
    return result;
}

}  // namespace irikteu::xml::xpath
