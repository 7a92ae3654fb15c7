#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>

#include "base/error.hpp"
#include "xml/xpath_evaluator.hpp"
#include "xml/xpath_text.hpp"

namespace irikteu::xml::xpath {

namespace {

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }

bool has_namespace(const xmlNode* node) { return (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE) && node->ns != nullptr; }

std::string_view local_name(const xmlNode* node) {
    switch (node->type) {
        case XML_ELEMENT_NODE:
        case XML_ATTRIBUTE_NODE:
        case XML_PI_NODE: return view(node->name);
        default: return {};
    }
}

std::string_view qualified_name(const xmlNode* node, std::string& room) {
    if (!has_namespace(node) || node->ns->prefix == nullptr) return local_name(node);
    room = view(node->ns->prefix);
    room += ':';
    room += local_name(node);
    return room;
}


// What goes through a text costs as long as the visits of so many nodes take.
std::uint64_t searched(std::string_view text) { return text.size() / 16; }
std::uint64_t copied(std::string_view text) { return text.size() / 8; }
std::uint64_t rewritten(std::string_view text) { return text.size() / 4; }

/// As find(), in linear time whatever is looked for; memmem() is slower for what is short.
std::size_t find_in(std::string_view whole, std::string_view part) {
    if (part.size() <= 16 || whole.empty()) return whole.find(part);
    const void* found = memmem(whole.data(), whole.size(), part.data(), part.size());
    return found == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(found) - whole.data());
}

/// What a function gave is made, or copied, node by node.
std::uint64_t given(const Value& value) {
    if (const std::string* text = std::get_if<std::string>(&value)) return copied(*text);
    const NodeSet* set = std::get_if<NodeSet>(&value);
    return set == nullptr ? 0 : set->size() / 2;
}

}  // namespace

bool Evaluator::boolean_call(const Expr& e, const Frame& frame) {
    switch (e.function) {
        case Function::true_value: return true;
        case Function::false_value: return false;
        case Function::boolean: return truth(e.args[0], frame);
        case Function::negation: return !truth(e.args[0], frame);
        default: break;
    }
    std::string room, other_room;
    const std::string_view first = text(e.args[0], frame, room);
    if (e.function == Function::lang) return speaks(frame.node, first);
    const std::string_view second = text(e.args[1], frame, other_room);
    if (e.function == Function::starts_with) return first.substr(0, second.size()) == second;
    work(searched(first));
    return find_in(first, second) != std::string_view::npos;
}

double Evaluator::number_call(const Expr& e, const Frame& frame) {
    std::string room;
    const auto own_text = [&] { return e.args.empty() ? value_of(frame.node, room) : text(e.args[0], frame, room); };
    switch (e.function) {
        case Function::last: return frame.size;
        case Function::position: return frame.position;
        case Function::count: return static_cast<double>(count(e.args[0], frame));
        case Function::string_length: {
            const std::string_view whole = own_text();
            work(copied(whole));
            return string_length(whole);
        }
        case Function::number: return e.args.empty() ? to_number(own_text()) : number(e.args[0], frame);
        case Function::floor: return std::floor(number(e.args[0], frame));
        case Function::ceiling: return std::ceil(number(e.args[0], frame));
        case Function::round: return rounded(number(e.args[0], frame));
        default: break;
    }
    Nodes summed(*this);
    nodes(e.args[0], frame, summed.set);
    double result = 0;
    work(summed.set.size());
    for (Node each : summed.set) result += to_number(value_of(each.raw(), room));
    return result;
}

std::string_view Evaluator::text_call(const Expr& e, const Frame& frame, std::string& room) {
    std::string first_room, second_room, third_room;
    const auto argument = [&](std::size_t index, std::string& into) { return text(e.args[index], frame, into); };
    // What is a view into a room of this function goes out in the caller's; a view into the document may go as it is.
    const auto out = [&](std::string_view result) -> std::string_view {
        work(copied(result));
        for (std::string* own : {&first_room, &second_room}) {
            const auto at = static_cast<std::size_t>(result.data() - own->data());
            if (std::less<>()(result.data(), own->data()) || at > own->size()) continue;
            if (at + result.size() < own->size()) own->resize(at + result.size());
            if (at > 0) own->erase(0, at);
            room.swap(*own);
            return room;
        }
        return result;
    };
    switch (e.function) {
        case Function::string: return e.args.empty() ? value_of(frame.node, room) : argument(0, room);
        case Function::local_name:
        case Function::namespace_uri:
        case Function::name:
        case Function::generate_id: {
            const xmlNode* node = e.args.empty() ? frame.node : first_node(e.args[0], frame);
            if (node == nullptr) return {};
            if (e.function == Function::local_name) return local_name(node);
            if (e.function == Function::namespace_uri) return has_namespace(node) ? view(node->ns->href) : std::string_view();
            if (e.function == Function::name) return qualified_name(node, room);
            room = generated_id(node);
            return room;
        }
        case Function::concat: {
            std::string all;
            for (std::size_t i = 0; i < e.args.size(); ++i) {
                const std::string_view part = argument(i, first_room);
                work(copied(part));
                if (all.size() + part.size() > kMaxMade)
                    throw base::Error(base::ErrorCode::limit_exceeded, "concat() makes a string of more than " + std::to_string(kMaxMade) + " bytes");
                all += part;
            }
            room = std::move(all);
            return room;
        }
        case Function::normalize_space: {
            const std::string_view whole = e.args.empty() ? value_of(frame.node, first_room) : argument(0, first_room);
            work(rewritten(whole));
            return out(normalize_space(whole, second_room));
        }
        case Function::translate: {
            const std::string_view whole = argument(0, first_room);
            if (whole.empty()) return {};
            const std::string_view from = argument(1, second_room);
            work(rewritten(whole) + copied(from));
            const std::string_view to = argument(2, third_room);
            std::string made;
            const bool again = e.args[1].op == Op::literal || e.args[1].op == Op::variable;  // The same is asked of other texts.
            const std::string_view result = again ? translate(whole, from, to, made) : translate_once(whole, from, to, made);
            if (result.data() != made.data()) return out(result);
            work(copied(result));
            room.swap(made);
            return room;
        }
        case Function::substring: {
            const std::string_view whole = argument(0, first_room);
            const double from = number(e.args[1], frame);
            work(copied(whole));
            return out(e.args.size() == 2 ? substring(whole, from) : substring(whole, from, number(e.args[2], frame)));
        }
        case Function::substring_before:
        case Function::substring_after: {
            const std::string_view whole = argument(0, first_room);
            const std::string_view part = argument(1, second_room);
            work(searched(whole));
            const std::size_t at = find_in(whole, part);
            if (at == std::string_view::npos) return {};
            return out(e.function == Function::substring_before ? whole.substr(0, at) : whole.substr(at + part.size()));
        }
        default: throw Undecided();
    }
}

Value Evaluator::call(const xml::Function& function, std::span<const Value> arguments) {
    try {
        Value result = function(arguments);
        work(1 + given(result));
        return result;
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::limit_exceeded) throw;
        throw Undecided();
    }
}

namespace {

constexpr std::size_t kFewArguments = 3;
constexpr std::size_t kShort = 200;                      ///< Bytes of arguments that are worth keeping.
constexpr std::size_t kMaxGiven = std::size_t{4} << 20;  ///< Bytes kept at most.

bool are_texts(const std::vector<Expr>& arguments) {
    return arguments.size() <= kFewArguments && std::all_of(arguments.begin(), arguments.end(), [](const Expr& each) { return each.type == Type::string || each.type == Type::nodes; });
}

}  // namespace

/// The same amounts, days and settings are asked for by several assertions, and of several nodes.
Value Evaluator::call_of_texts(Foreign& foreign, const Expr& e, const Frame& frame) {
    std::array<std::string, kFewArguments> rooms;
    std::array<std::string_view, kFewArguments> texts;
    for (std::size_t i = 0; i < e.args.size(); ++i) texts[i] = text(e.args[i], frame, rooms[i]);
    asked_.clear();
    for (std::size_t i = 0; i < e.args.size(); ++i) {
        work(1 + copied(texts[i]));
        asked_.append(texts[i]).push_back('\0');  // No text of a document has it.
    }
    if (const Value* const known = foreign.given.find(asked_)) {
        work(1 + given(*known));
        return *known;
    }
    std::array<Value, kFewArguments> arguments;
    for (std::size_t i = 0; i < e.args.size(); ++i) arguments[i] = texts[i].data() == rooms[i].data() && texts[i].size() == rooms[i].size() ? std::move(rooms[i]) : std::string(texts[i]);
    Value result = call(*foreign.function, std::span(arguments).first(e.args.size()));
    const std::string* made = std::get_if<std::string>(&result);
    const std::size_t bytes = asked_.size() + (made == nullptr ? 0 : made->size());
    if (bytes <= kShort && given_bytes_ + bytes <= kMaxGiven && !std::holds_alternative<NodeSet>(result)) {
        given_bytes_ += bytes;
        foreign.given.put(asked_, result);
    }
    return result;
}

Value Evaluator::foreign_call(const Expr& e, const Frame& frame) {
    Foreign& foreign = called_[e.text];  // Stays where it is, whatever the arguments call.
    if (foreign.function == nullptr && functions_ != nullptr) {
        std::pair<std::string, std::string> name{"", e.text};
        if (const std::size_t colon = e.text.find(':'); colon != std::string::npos)
            name = {space(e.text.substr(0, colon)).uri, e.text.substr(colon + 1)};
        const auto found = functions_->functions().find(name);
        if (found != functions_->functions().end()) foreign.function = &found->second;
        foreign.of_texts = functions_->is_of_texts(name);
    }
    if (foreign.function == nullptr) throw Undecided();
    if (foreign.of_texts && are_texts(e.args)) return call_of_texts(foreign, e, frame);
    std::vector<Value> arguments;
    arguments.reserve(e.args.size());
    for (const Expr& each : e.args) {
        arguments.push_back(value(each, frame));
        work(given(arguments.back()));
    }
    return call(*foreign.function, arguments);
}

}  // namespace irikteu::xml::xpath
