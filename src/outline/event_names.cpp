#include "outline/event_names.hpp"

#include <algorithm>

namespace irikteu::outline {

namespace {

constexpr std::size_t most_bytes_of_caption = 400;
constexpr std::size_t most_bytes_of_ending = 6;  ///< "іс-шарасы".

/// "1.1" in "1.1-іс-шара", "№ 1.1 іс-шара", "Title іс-шарасы (1.1)".
std::string path_in(const std::string& text) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!digit(at)) continue;
        std::size_t end = at;
        while (digit(end) || (end < text.size() && text[end] == '.' && digit(end + 1))) ++end;
        const std::string path = text.substr(at, end - at);
        if (path.find('.') != std::string::npos) return path;
        at = end;
    }
    return {};
}

std::string without_digits(std::string text) {
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

}  // namespace

std::string path_of(const std::string& number) {
    std::string path;
    for (const char c : number) {
        if (c >= '0' && c <= '9') path += c;
        else if (!path.empty() && path.back() != '.') path += '.';
    }
    while (!path.empty() && path.back() == '.') path.pop_back();
    return path;
}

EventNames::EventNames(std::vector<Group>& groups, std::string word) : word_(std::move(word)) {
    for (Group& group : groups) {
        int ordinal = 0;
        for (Event& event : group.events) {
            const auto title = event.fields.find("title");
            Key key = kazakh::matching_key(title == event.fields.end() ? std::string() : title->second.text);
            const std::size_t bare = without_digits(key.folded).size();
            names_.push_back({&event, std::move(key), bare, path_of(event.number), std::to_string(group.number) + '.' + std::to_string(++ordinal)});
        }
    }
}

Event* EventNames::named(const std::string& number, const Key& title) const {
    const std::string path = path_of(number);
    const bool has_path = path.find('.') != std::string::npos;
    Event* best = nullptr;
    int most = 0;
    for (const Name& name : names_) {
        const bool same = !name.title.folded.empty() && name.title.folded == title.folded;
        const bool numbered = has_path && (path == name.number || path == name.place);
        const int score = (same ? 4 : nearly_equal(name.title, title) ? 1 : 0) + (numbered ? 2 : 0);
        if (score > most) most = score, best = name.event;
    }
    return best;
}

Event* EventNames::mentioned(const std::string& text) const {
    if (text.size() > most_bytes_of_caption) return nullptr;
    const std::string whole = kazakh::matching_key(text).folded;
    if (whole.empty()) return nullptr;
    const std::string path = path_in(text);
    const std::string bare = without_digits(whole);
    const bool is_only_word = is_word(bare);
    for (const Name& name : names_) {
        const std::string& key = name.title.folded;
        // What stands beside the title is digits and the word at most.
        const bool may_have_title = !key.empty() && bare.size() >= name.bare && bare.size() - name.bare <= word_.size() + most_bytes_of_ending;
        const auto at = may_have_title ? whole.find(key) : std::string::npos;
        if (at == std::string::npos) {
            if (is_only_word && !path.empty() && (path == name.number || path == name.place)) return name.event;
            continue;
        }
        const std::string rest = without_digits(whole.substr(0, at) + whole.substr(at + key.size()));
        if (rest.empty() || is_word(rest)) return name.event;
    }
    return nullptr;
}

/// "іс-шара", "іс-шарасы".
bool EventNames::is_word(std::string_view folded) const {
    return !word_.empty() && folded.starts_with(word_) && folded.size() <= word_.size() + most_bytes_of_ending;
}

}  // namespace irikteu::outline
