#include "readers/field_stack.hpp"

#include <algorithm>

#include "readers/entry_name.hpp"

namespace irikteu::readers {

bool FieldStack::lists_contents(std::string_view code) {
    const auto start = code.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return false;
    const std::string_view name = code.substr(start, code.find_first_of(" \t\r\n\\\"", start) - start);
    std::string upper(name);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper == "TOC" || upper == "TOA" || upper == "INDEX";
}

void FieldStack::separate() {
    if (frames_.empty()) return;
    frames_.back().result = true;
    frames_.back().contents = lists_contents(frames_.back().code);
}

void FieldStack::end(Ledger& ledger) {
    if (frames_.empty()) return;
    const Frame& frame = frames_.back();
    ledger.ignore(reason::field_code, count_characters(frame.code) + count_characters(frame.swallowed));
    frames_.pop_back();
}

void FieldStack::finish(Ledger& ledger) {
    for (const Frame& frame : frames_) {
        ledger.ignore(reason::field_code, count_characters(frame.code));
        if (!frame.swallowed.empty()) ledger.unknown("w:fldChar", frame.swallowed, {});
    }
    frames_.clear();
}

bool FieldStack::in_code() const {
    return std::any_of(frames_.begin(), frames_.end(), [](const Frame& f) { return !f.result; });
}

bool FieldStack::in_contents() const {
    return std::any_of(frames_.begin(), frames_.end(), [](const Frame& f) { return f.contents && f.result; });
}

void FieldStack::code(std::string_view text) {
    if (!frames_.empty()) frames_.back().code += text;
}

void FieldStack::swallow(std::string_view text) {
    if (!frames_.empty()) frames_.back().swallowed += text;
}

}  // namespace irikteu::readers
