#include "readers/ledger.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace irikteu::readers {

namespace {
constexpr std::size_t quotation_bytes = 400;
constexpr std::size_t most_quotations = 100;  // More would only repeat what is said already.
}  // namespace

void Ledger::ignore(std::string_view reason, std::uint64_t characters) {
    const auto it = ignored_.find(reason);
    if (it == ignored_.end()) {
        ignored_.emplace(reason, characters);
    } else {
        it->second += characters;
    }
}

void Ledger::set_aside(std::string_view reason, std::uint64_t characters) {
    used_ -= std::min(used_, characters);
    ignore(reason, characters);
}

void Ledger::unknown(std::string_view element, std::string_view text, std::string at) {
    unknown_characters_ += base::count_characters(text);
    if (unknown_.size() >= most_quotations) return;
    std::size_t end = text.size();
    if (end > quotation_bytes) {
        end = quotation_bytes;
        while (end > 0 && base::goes_on(text[end])) --end;
    }
    std::string quotation(text.substr(0, end));
    if (end < text.size()) quotation += "\u2026";
    unknown_.push_back({std::string(element), std::move(at), std::move(quotation)});
}

std::uint64_t Ledger::ignored(std::string_view reason) const {
    const auto it = ignored_.find(reason);
    return it == ignored_.end() ? 0 : it->second;
}

void Ledger::write(xml::Node document) const {
    xml::Node ledger = document.append("ledger");
    ledger.set_attribute("used", std::to_string(used_));
    for (const auto& [why, characters] : ignored_) {
        xml::Node entry = ledger.append("ignored");
        entry.set_attribute("reason", why);
        entry.set_attribute("characters", std::to_string(characters));
    }
    for (const Unknown& item : unknown_) {
        xml::Node entry = ledger.append_with_text("unknown", item.quotation);
        entry.set_attribute("element", item.element);
        if (!item.at.empty()) entry.set_attribute("at", item.at);
    }
}

}  // namespace irikteu::readers
