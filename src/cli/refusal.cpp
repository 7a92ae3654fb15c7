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

}  // namespace

std::string refusal(const Wording& words, std::string_view message) { return words.translated(message, "refused.", {"archive.record.", "os.", "verify.reason."}); }

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
