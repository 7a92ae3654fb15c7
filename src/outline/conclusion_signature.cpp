#include "outline/conclusion_signature.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_signature = 400;  ///< Characters of a line that holds one.

class SignatureReader {
  public:
    SignatureReader(FormReader& reader, const act::Act& act, const SignaturePlace& place)
        : reader_(reader), place_(place), institution_(kazakh::matching_key(place.institution).folded) {
        for (const auto& phrase : act.wording("signature")) words_.push_back(kazakh::matching_key(phrase).folded);
    }

    std::optional<Signed> read() {
        auto value = reader_.value_of_caption(place_.caption);
        if (!value) value = signed_line();
        if (!value) {
            if (auto ruled = reader_.signed_by_rule(place_.from)) return ruled;
            value = line_of_institution();
        }
        if (!value) return std::nullopt;
        std::string name;
        std::string signature;
        bool only_caption = false;
        auto all = pieces(behind_institution(value->raw.empty() ? value->text : value->raw, place_.organ));
        for (const std::string& piece : all) {
            const std::size_t word = place_of_signature(piece);
            const std::string before = without_marks(std::string_view(piece).substr(0, std::min(word, piece.size())));
            // "/қолы/" stands for a signature, "(қолы)" says where one would have to stand.
            const bool is_caption = word != std::string::npos && word > 0 && piece[word - 1] == '(';
            only_caption = only_caption || is_caption;
            if (word != std::string::npos && !is_caption) signature = without_marks(std::string_view(piece).substr(word));
            if (!before.empty()) name += (name.empty() ? "" : ", ") + before;
        }
        // Two pieces and no word of a signature: the second one is the signature itself.
        if (all.size() == 2 && is_position(all[0]) && place_of_signature(all[1]) == std::string::npos) name = all[1];
        else if (signature.empty() && !only_caption && all.size() == 2 && tokens_of(all[1]).size() <= 2) name = all[0], signature = all[1];
        if (signature.empty()) signature = picture_in(value->node);
        if (is_position(name)) name.clear();
        return Signed{{}, {name, value->node, {}}, {signature, value->node, {}}};
    }

  private:
    /// "Басқарма басшысы": without an initial, and the last word in small letters.
    static bool is_position(const std::string& text) {
        const auto space = text.rfind(' ');
        if (space == std::string::npos || text.find('.') != std::string::npos) return false;
        std::size_t at = space + 1;
        const char32_t first = at < text.size() ? base::next_code_point(text, at) : U' ';
        return kazakh::is_letter(first) && !kazakh::is_upper(first);
    }

    /// Where the caption was not copied: the last line below the confirmation that speaks of a signature, with its row in a table or, where
    /// nothing else is in it, the line above.
    std::optional<FieldValue> signed_line() {
        for (std::size_t i = reader_.form().lines().size(); i-- > place_.from;) {
            const FormLine& line = reader_.form().lines()[i];
            const std::size_t word = place_of_signature(line.text);
            if (word == std::string::npos || visible_characters(line.text) > longest_signature) continue;
            std::string text = line.text;
            if (line.cell != nullptr) {
                text.clear();
                for (const GridCell* cell : reader_.form().grids()[static_cast<std::size_t>(line.table)].row(line.cell->row)) text += (text.empty() ? "" : ", ") + cell->text;
            } else if (without_marks(std::string_view(text).substr(0, word)).empty() && i > place_.from) {
                text = reader_.form().lines()[i - 1].text + ", " + text;
            }
            return FieldValue{reader_.value(text), line.node, text};
        }
        return std::nullopt;
    }

    /// The last line that goes on behind the institution. The one that names the body in the text is no signature where nothing follows.
    std::optional<FieldValue> line_of_institution() {
        const auto& lines = reader_.form().lines();
        for (std::size_t i = lines.size(); i-- > place_.from;) {
            if (lines[i].key.folded.find(institution_) == std::string::npos || visible_characters(lines[i].text) > longest_signature) continue;
            if (i == place_.organ_line && reader_.value(behind_institution(without_captions(lines[i].text), place_.organ)).empty()) continue;
            return FieldValue{reader_.value(lines[i].text), lines[i].node, lines[i].text};
        }
        return std::nullopt;
    }

    static std::string without_captions(std::string text) {
        for (auto open = text.find('('); open != std::string::npos; open = text.find('(')) {
            const auto close = text.find(')', open);
            text.erase(open, close == std::string::npos ? close : close - open + 1);
        }
        return text;
    }

    /// Without blanks, solidi and parentheses at its ends.
    static std::string without_marks(std::string_view text) {
        const auto is_mark = [](char c) { return c == ' ' || c == '/' || c == '(' || c == ')'; };
        while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
        return std::string(text);
    }

    /// What follows the institution's name in the line of the signature; the whole text where it is not named.
    std::string behind_institution(const std::string& text, const std::string& organ) const {
        const std::string& suffix = institution_;
        std::size_t start = 0;
        std::string before;
        for (std::size_t at = 0; at < std::min<std::size_t>(text.size(), 1200);) {
            base::next_code_point(text, at);
            if (kazakh::matching_key(std::string_view(text).substr(0, at)).folded.ends_with(suffix)) start = at;
        }
        std::string_view rest = std::string_view(text).substr(start);
        std::string bare = kazakh::matching_key(organ).folded;
        if (bare.ends_with(suffix)) bare.resize(bare.size() - suffix.size());
        if (start == 0 || bare.empty()) return std::string(rest);
        for (std::size_t at = 0; at < std::min<std::size_t>(rest.size(), 600);) {
            base::next_code_point(rest, at);
            if (kazakh::matching_key(rest.substr(0, at)).folded != bare) continue;
            while (at < rest.size() && (rest[at] == '"' || rest.substr(at).starts_with("\xC2\xBB"))) at += rest[at] == '"' ? 1 : 2;
            return std::string(rest.substr(at));
        }
        return std::string(behind_quotes(rest));
    }

    /// What follows a name in quotes that a text begins with; the opening one may be cut off. The whole text where it begins otherwise.
    static std::string_view behind_quotes(std::string_view text) {
        static constexpr std::string_view opening = "\xC2\xAB", closing = "\xC2\xBB";
        const auto end = text.find(closing);
        const auto open = text.find(opening);
        const bool begins = open == std::string_view::npos || open > end || xml::trim(text.substr(0, open)).empty();
        return end == std::string_view::npos || !begins ? text : text.substr(end + closing.size());
    }

    /// Parts of a text between commas, rules, tabs and gaps of three spaces and more.
    std::vector<std::string> pieces(const std::string& text) const {
        std::vector<std::string> all;
        std::string piece;
        const auto end = [&] {
            const std::string cleaned = reader_.value(piece);
            if (!cleaned.empty()) all.push_back(cleaned);
            piece.clear();
        };
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool gap = text.compare(i, 3, "   ") == 0 || text.compare(i, 3, "___") == 0;
            if (text[i] == ',' || text[i] == '\t' || gap) end();
            else piece += text[i];
        }
        end();
        return all;
    }

    /// Where the first word for a signature begins in a text; npos where there is none.
    std::size_t place_of_signature(std::string_view text) const { return place_of_word(text, words_); }

    FormReader& reader_;
    const SignaturePlace& place_;
    std::string institution_;         ///< Key.
    std::vector<std::string> words_;  ///< Keys of those for a signature.
};

}  // namespace

std::optional<Signed> read_conclusion_signature(FormReader& reader, const act::Act& act, const SignaturePlace& place) {
    return SignatureReader(reader, act, place).read();
}

}  // namespace irikteu::outline
