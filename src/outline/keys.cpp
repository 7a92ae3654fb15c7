#include "outline/keys.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/utf8.hpp"
#include "kazakh/distance.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::outline {

std::string_view next_word(std::string_view text, std::size_t& at) {
    std::size_t start = at;
    while (at < text.size()) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        const bool is_mark = c >= 0x300 && c < 0x370;  // of a decomposed letter
        const bool in_word = is_mark || kazakh::is_letter(c) || kazakh::is_digit(c) || kazakh::is_dash(c) || kazakh::is_invisible(c);
        if (in_word) continue;
        if (before > start) return text.substr(start, before - start);
        start = at;
    }
    return text.substr(start);
}

std::vector<Token> tokens_of(std::string_view text, std::size_t most) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    for (std::string_view word = next_word(text, at); !word.empty() && tokens.size() < most; word = next_word(text, at)) {
        auto folded = kazakh::to_code_points(kazakh::matching_key(word).folded);
        if (folded.size() >= 2) tokens.push_back({std::string(word), std::move(folded)});
    }
    return tokens;
}

Letters::Letters(std::string_view folded) : points_(kazakh::to_code_points(folded)) {
    for (const char32_t c : points_) {
        std::uint8_t& count = counts_[c % counts_.size()];
        if (count < 255) ++count;
    }
}

int Letters::distance(const Letters& other, int limit) const {
    const auto more = [limit](std::size_t longer, std::size_t shorter) { return longer > shorter && longer - shorter > static_cast<std::size_t>(limit); };
    if (more(size(), other.size()) || more(other.size(), size())) return limit + 1;
    // One mistake changes two counts at most.
    int differing = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) differing += std::abs(counts_[i] - other.counts_[i]);
    return differing > 2 * limit ? limit + 1 : kazakh::bounded_distance(points_, other.points_, limit);
}

bool same_stem(const std::u32string& a, const std::u32string& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t common = 0;
    while (common < shorter && a[common] == b[common]) ++common;
    if (common == a.size() && common == b.size()) return true;
    return common >= 4 && common * 5 >= shorter * 3 && common * 2 >= std::max(a.size(), b.size());
}

bool begin_alike(const std::u32string& a, const std::u32string& b) {
    constexpr std::size_t letters = 4;
    return a.size() >= letters && b.size() >= letters && a.compare(0, letters, b, 0, letters) == 0;
}

bool share_most_words(const std::vector<Token>& a, const std::vector<Token>& b) {
    constexpr std::ptrdiff_t least_common_words = 70, least_of_few_words = 60;  // Per cent.
    if (a.size() < 3 || b.size() < 3) return false;
    const auto shared = [](const std::vector<Token>& from, const std::vector<Token>& in) {
        return std::count_if(from.begin(), from.end(), [&](const Token& word) {
            return std::any_of(in.begin(), in.end(), [&](const Token& other) { return same_stem(word.folded, other.folded); });
        });
    };
    const std::ptrdiff_t least = std::min(a.size(), b.size()) <= 4 ? least_of_few_words : least_common_words;
    return shared(a, b) * 100 >= std::ssize(a) * least && shared(b, a) * 100 >= std::ssize(b) * least;
}

int allowed_distance(std::size_t letters) {
    if (letters < 6) return 0;
    if (letters < 12) return 1;
    return std::max(2, static_cast<int>(letters * 8 / 100));
}

bool nearly_equal(const Key& a, const Key& b) {
    if (a.folded == b.folded) return !a.folded.empty();
    // Most pairs are told apart by their lengths: a code point of a key has at most four bytes.
    const std::size_t shorter = std::min(a.folded.size(), b.folded.size());
    const std::size_t difference = std::max(a.folded.size(), b.folded.size()) - shorter;
    if (difference > 4 * static_cast<std::size_t>(allowed_distance(shorter))) return false;
    const auto x = kazakh::to_code_points(a.folded);
    const auto y = kazakh::to_code_points(b.folded);
    const int limit = allowed_distance(std::min(x.size(), y.size()));
    return limit > 0 && kazakh::bounded_distance(x, y, limit) <= limit;
}

namespace {

constexpr std::size_t run = 32;  ///< Bytes that are counted together.

/// Characters that begin in `run` bytes at the beginning of one, if all of them are ASCII or Cyrillic; else nothing. Looks at one byte more.
/// Written so that compilers make a few instructions for many bytes of it.
std::optional<std::size_t> plain_visible(const char* bytes) {
    std::uint8_t odd = 0, hidden = 0;
    for (std::size_t i = 0; i < run; ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[i]), next = static_cast<std::uint8_t>(bytes[i + 1]);
        const bool trails = (byte & 0xC0) == 0x80, leads = static_cast<std::uint8_t>(byte - 0xD0) <= 4, next_trails = (next & 0xC0) == 0x80;
        const bool space = byte == 0x20 || static_cast<std::uint8_t>(byte - 0x09) <= 4;
        odd |= static_cast<std::uint8_t>(leads != next_trails) | static_cast<std::uint8_t>(byte >= 0xC0 && !leads);
        hidden = static_cast<std::uint8_t>(hidden + (trails || space));
    }
    if (odd != 0 || (bytes[0] & 0xC0) == 0x80) return std::nullopt;
    return run - hidden;
}

}  // namespace

std::size_t visible_characters(std::string_view text) {
    std::size_t count = 0;
    std::size_t odd_until = 0;  // To be looked at character by character.
    for (std::size_t at = 0; at < text.size();) {
        if (at >= odd_until && at + run < text.size()) {
            if (const auto plain = plain_visible(text.data() + at)) {
                count += *plain;
                at += run;
                at += (text[at] & 0xC0) == 0x80;  // The last one's second byte.
                continue;
            }
            odd_until = at + run;
        }
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            count += !kazakh::is_space(lead);
            ++at;
        } else if (lead >= 0xD0 && lead <= 0xD4 && at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0) == 0x80) {
            ++count;  // Cyrillic, all of it visible.
            at += 2;
        } else {
            const char32_t c = base::next_code_point(text, at);
            count += !kazakh::is_space(c) && !kazakh::is_invisible(c);
        }
    }
    return count;
}

std::size_t place_of_word(std::string_view text, const std::vector<std::string>& keys) {
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t before = at;
        const char32_t c = at < text.size() ? base::next_code_point(text, at) : U' ';
        if (at == before) ++at;
        if (kazakh::is_letter(c)) continue;
        const std::string word = kazakh::matching_key(text.substr(start, before - start)).folded;
        if (!word.empty() && std::find(keys.begin(), keys.end(), word) != keys.end()) return start;
        start = at;
    }
    return std::string_view::npos;
}

}  // namespace irikteu::outline
