#include "outline/labels.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "kazakh/numbering.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_label = 400;  ///< Bytes; the longest prescribed one has 320.

bool is_wording(const Wordings& label, std::string_view text) {
    const Key key = kazakh::matching_key(text);
    return std::any_of(label.begin(), label.end(), [&](const Key& wording) { return nearly_equal(wording, key); });
}

std::string_view unnumbered(std::string_view text) { return xml::trim(kazakh::split_numbering(xml::trim(text)).rest); }

/// Whether one of the parts between these signs is the label.
bool is_wording_between(const Wordings& label, std::string_view text, std::string_view separator) {
    if (text.find(separator) == std::string_view::npos) return false;
    for (;;) {
        const auto end = std::min(text.find(separator), text.size());
        if (is_wording(label, xml::trim(text.substr(0, end)))) return true;
        if (end == text.size()) return false;
        text.remove_prefix(end + separator.size());
    }
}

}  // namespace

Wordings wordings_of(xml::Node node, std::string_view name) {
    Wordings wordings;
    for (const xml::Node child : node.elements()) {
        if (child.name() == name || child.name() == "alias") wordings.push_back(kazakh::matching_key(child.text()));
    }
    return wordings;
}

bool says(const Wordings& label, std::string_view text) {
    if (text.empty() || text.size() > longest_label) return false;
    const std::string_view bare = unnumbered(text);
    if (is_wording(label, text) || is_wording(label, bare)) return true;
    // What has a colon inside says values behind its labels.
    if (const auto colon = bare.find(':'); colon != std::string_view::npos && colon + 1 < bare.size()) return false;
    for (const std::string_view end : {"(", ","}) {
        const auto cut = bare.find(end);
        if (cut != std::string_view::npos && cut > 0 && is_wording(label, bare.substr(0, cut))) return true;
    }
    for (const std::string_view separator : {" / ", "/", "\n", "|"}) {
        if (is_wording_between(label, bare, separator)) return true;
    }
    return false;
}

std::optional<std::string_view> behind_label(const Wordings& label, std::string_view line) {
    // In the order in which they part more surely.
    static constexpr std::array<std::string_view, 8> separators = {":", "\t", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", "__", "\xE2\x80\xA6", "..."};
    for (const std::string_view separator : separators) {
        const auto cut = line.find(separator);
        if (cut == std::string_view::npos || cut == 0 || !says(label, line.substr(0, cut))) continue;
        std::string_view value = xml::trim(line.substr(cut + (separator == "__" || separator == "..." ? 0 : separator.size())));
        // "Лауазымы: – директор" and tabs in a row.
        while (!value.empty() && (value.front() == ':' || value.front() == '\t')) value = xml::trim(value.substr(1));
        return value;
    }
    if (says(label, line)) return std::string_view();
    return std::nullopt;
}

std::optional<std::string_view> behind_words(std::string_view text, const std::string& words) {
    const std::string wanted = kazakh::matching_key(words).folded;
    if (!kazakh::matching_key(text).folded.starts_with(wanted)) return std::nullopt;
    for (std::size_t at = 0; at < text.size();) {
        base::next_code_point(text, at);
        if (kazakh::matching_key(text.substr(0, at)).folded != wanted) continue;
        std::string_view rest = text.substr(at);
        while (!rest.empty() && (rest.front() == ':' || rest.front() == ' ' || rest.front() == ',')) rest.remove_prefix(1);
        return rest;
    }
    return std::nullopt;
}

}  // namespace irikteu::outline
