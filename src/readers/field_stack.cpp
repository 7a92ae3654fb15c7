#include "readers/field_stack.hpp"

#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace irikteu::readers {

bool FieldStack::lists_contents(std::string_view code) {
    const auto start = code.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return false;
    const std::string name = base::ascii_upper(code.substr(start, code.find_first_of(" \t\r\n\\\"", start) - start));
    return name == "TOC" || name == "TOA" || name == "INDEX";
}

void FieldStack::begin() {
    const int own = ordinal++;
    if (broken.contains(own)) return;
    Frame frame;
    frame.ordinal = own;
    frames_.push_back(std::move(frame));
    ++codes_;
}

void FieldStack::separate() {
    if (frames_.empty() || frames_.back().result) return;
    Frame& frame = frames_.back();
    frame.result = true;
    --codes_;
    frame.contents = lists_contents(frame.code);
    contents_ += frame.contents ? 1 : 0;
}

std::string FieldStack::end(Ledger& ledger) {
    if (frames_.empty()) return {};
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    codes_ -= frame.result ? 0 : 1;
    contents_ -= frame.contents ? 1 : 0;
    ledger.ignore(reason::field_code, base::count_characters(frame.code) + base::count_characters(frame.swallowed));
    return std::move(frame.code);
}

void FieldStack::finish(Ledger& ledger) {
    for (const Frame& frame : frames_) {
        ledger.ignore(reason::field_code, base::count_characters(frame.code));
        if (!frame.swallowed.empty()) ledger.unknown("w:fldChar", frame.swallowed, {});
        if (frame.contents) broken.insert(frame.ordinal);
    }
    frames_.clear();
    codes_ = contents_ = 0;
}

void FieldStack::code(std::string_view text) {
    if (!frames_.empty()) frames_.back().code += text;
}

void FieldStack::swallow(std::string_view text) {
    if (!frames_.empty()) frames_.back().swallowed += text;
}

}  // namespace irikteu::readers
