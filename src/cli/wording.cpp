#include "cli/wording.hpp"

#include <array>

namespace irikteu::cli {

namespace {

constexpr std::size_t kMostParts = 5;

report::Messages load(const Session& session, const std::string& language) {
    const pipeline::EngineOptions options = session.engine_options();
    const std::string folder = base::join_path(base::join_path(options.templates_folder, options.act), "messages");
    return report::Messages::load(session.disk, base::join_path(folder, language + ".xml"), language);
}

/// The texts in the places of {0}, {1} … where `sentence` is an instance of `pattern`, in which they stand in this order.
std::optional<std::array<std::string_view, kMostParts>> parts_of(std::string_view sentence, std::string_view pattern) {
    std::array<std::string_view, kMostParts> parts;
    for (std::size_t i = 0;; ++i) {
        const auto hole = pattern.find('{');
        if (!sentence.starts_with(pattern.substr(0, hole))) return std::nullopt;
        if (hole == std::string_view::npos) return sentence.size() == pattern.size() ? std::optional(parts) : std::nullopt;
        sentence.remove_prefix(hole);
        pattern.remove_prefix(std::min(hole + 3, pattern.size()));
        const std::string_view behind = pattern.substr(0, pattern.find('{'));
        // What ends the pattern ends the sentence: names of files have dots too.
        const bool last = behind.size() == pattern.size();
        const auto end = last ? (sentence.ends_with(behind) ? sentence.size() - behind.size() : std::string_view::npos) : sentence.find(behind);
        if (end == std::string_view::npos || i >= kMostParts) return std::nullopt;
        parts[i] = sentence.substr(0, end);
        sentence.remove_prefix(end);
    }
}

}  // namespace

Wording::Wording(const Session& session) : messages_(load(session, session.language_given ? session.language : "en")) {
    if (messages_.language() != "en") english_ = load(session, "en");
}

std::string Wording::translated(std::string_view english, std::string_view prefix, std::initializer_list<std::string_view> within) const {
    if (!english_) return std::string(english);
    std::string result(english);
    std::size_t best = 0;
    for (const auto& [key, pattern] : english_->texts()) {
        if (!key.starts_with(prefix)) continue;
        const auto parts = parts_of(english, pattern);
        if (!parts || pattern.size() <= best) continue;
        best = pattern.size();
        std::array<std::string, kMostParts> said;
        for (std::size_t i = 0; i < kMostParts; ++i) {
            said[i] = (*parts)[i];
            if (said[i].size() == english.size()) continue;
            for (const std::string_view inner : within) said[i] = translated(said[i], inner, within);
        }
        result = messages_.say(key, {said[0], said[1], said[2], said[3], said[4]});
    }
    return result;
}

}  // namespace irikteu::cli
