#include "cli/refusal.hpp"

#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/one_line.hpp"
#include "base/several_errors.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;

void tell_as_json(const base::Error& error) {
    const base::SourcePosition& where = error.where();
    Json json = {{"error", error.message()}, {"code", base::to_string(error.code())}, {"file", where.file}, {"line", where.line}};
    if (where.column > 0) json["column"] = where.column;
    if (!where.place.empty()) json["place"] = where.place;
    std::cerr << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void tell(const base::Error& error, const std::optional<Wording>& words) {
    std::string what = error.what();
    // The place stands before the message.
    if (words && what.ends_with(error.message())) what.replace(what.size() - error.message().size(), std::string::npos, refusal(*words, error.message()));
    std::cerr << "irikteu: " << base::one_line(what) << '\n';
}

/// Nothing where the failure is told in English: that needs no files, which may be what fails.
std::optional<Wording> words_of(const Session& session) {
    if (session.json || !session.language_given || session.language == "en") return std::nullopt;
    try {
        return Wording(session);
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

/// Of an object, or of a file, which may have spaces.
bool is_name(std::string_view text) { return text.find(' ') == std::string_view::npos || text.find_first_of("/.") != std::string_view::npos; }

}  // namespace

std::string refusal(const Wording& words, std::string_view message) {
    for (std::size_t at = 0;;) {
        const std::string_view rest = message.substr(at);
        if (std::string said = words.translated(rest, "refused.", {"archive.record.", "os.", "refused.cms.", "verify.reason."}); said != rest) return std::string(message.substr(0, at)) + said;
        // In front of what is wrong may stand the object and the file that it is about: "fo:external-graphic: none.png: cannot be read".
        const auto end = rest.find(": ");
        if (end == std::string_view::npos || !is_name(rest.substr(0, end))) return std::string(message);
        at += end + 2;
    }
}

std::string said_of_more(const Session& session, const layout::Overflow& overflow) {
    const std::string english = "and " + std::to_string(overflow.more) + " more of that kind: " + overflow.what;
    const std::optional<Wording> words = words_of(session);
    return words ? words->translated(english, "warnings.more", {"warnings.kind."}) : english;
}

int explain(const Session& session, const base::Error& error) {
    const std::optional<Wording> words = words_of(session);
    const auto say = [&](const base::Error& one) { session.json ? tell_as_json(one) : tell(one, words); };
    say(error);
    if (const auto* several = dynamic_cast<const base::SeveralErrors*>(&error)) {
        for (const base::Error& other : several->others()) say(other);
    }
    return error.exit_status();
}

}  // namespace irikteu::cli
