#include "outline/recognise.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "outline/form_reader.hpp"
#include "outline/grid.hpp"
#include "outline/prescribed.hpp"
#include "outline/untitled.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t head_lines = 14;       ///< Lines at the head of a paper among which its title stands.
constexpr std::size_t longest_title = 260;   ///< Characters of a line that may be a title.
constexpr std::size_t longest_entry = 150;   ///< Characters of a cell that names a paper.
constexpr std::size_t longest_form = 100;    ///< Paragraphs and tables of a form.
constexpr int captions_of_a_form = 2;
constexpr int sections_of_a_structure = 4;

std::vector<Phrase> phrases_of(const act::Act& act) {
    std::vector<Phrase> phrases;
    for (xml::Node part : act.document().root().first_element("parts").elements()) {
        for (xml::Node phrase : part.elements()) {
            if (phrase.name() != "phrase") continue;
            phrases.push_back({std::string(part.attribute_or("id", "")), kazakh::matching_key(phrase.text()).folded});
        }
    }
    return phrases;
}

/// The longest phrase in a key; nullptr where there is none.
const Phrase* longest_phrase(const std::vector<Phrase>& phrases, const std::string& key) {
    const Phrase* longest = nullptr;
    for (const Phrase& phrase : phrases) {
        if (key.find(phrase.key) == std::string::npos) continue;
        if (longest == nullptr || phrase.key.size() > longest->key.size()) longest = &phrase;
    }
    return longest;
}

std::string by_title(xml::Node text, const act::Act& act, const Wording& wording) {
    const auto phrases = phrases_of(act);
    std::vector<std::string> head;
    for (xml::Node node : text.elements()) {
        if (head.size() >= head_lines || node.name() == "table" || node.name() == "company") break;
        const std::string line = node.text();
        if (visible_characters(line) > longest_title) break;
        const Key key = kazakh::matching_key(line);
        if (std::find(wording.contents.begin(), wording.contents.end(), key.folded) != wording.contents.end()) break;
        if (!key.folded.empty()) head.push_back(key.folded);
    }
    for (std::size_t i = 0; i < head.size(); ++i) {
        // A title may be broken over three lines.
        const std::string two = head[i] + (i + 1 < head.size() ? head[i + 1] : "");
        const std::string three = two + (i + 2 < head.size() ? head[i + 2] : "");
        const Phrase* found = longest_phrase(phrases, head[i]);
        if (found == nullptr && longest_phrase(phrases, i + 1 < head.size() ? head[i + 1] : "") == nullptr) {
            found = longest_phrase(phrases, two);
            if (found == nullptr && longest_phrase(phrases, i + 2 < head.size() ? head[i + 2] : "") == nullptr) found = longest_phrase(phrases, three);
        }
        if (found != nullptr) return found->part;
    }
    return {};
}

/// How many captions and printed texts of an appendix's form a paper has.
int form_traces(const FormReader& reader, xml::Node appendix) {
    std::set<std::string> found;
    for (xml::Node field : appendix.first_element("form").elements()) {
        const Key caption = kazakh::matching_key(field.child_text("caption"));
        const Key printed = kazakh::matching_key(field.child_text("text"));
        for (const Captioned& each : reader.captions()) {
            if (caption.folded.size() > 12 && nearly_equal(each.key, caption)) found.insert(caption.folded);
        }
        if (printed.folded.empty()) continue;
        for (const FormLine& line : reader.form().lines()) {
            if (nearly_equal(line.key, printed)) found.insert(printed.folded);
        }
    }
    return static_cast<int>(found.size());
}

/// Whether one of the first rows of a table has more than half of the prescribed column titles.
bool has_table_of(xml::Node text, xml::Node table) {
    if (!table) return false;
    std::vector<Key> titles;
    for (xml::Node column : table.elements()) titles.push_back(kazakh::matching_key(column.child_text("title")));
    for (xml::Node node : text.elements()) {
        if (node.name() != "table") continue;
        std::set<std::size_t> found;
        int rows = 0;
        for (xml::Node row : node.elements()) {
            if (++rows > 3) break;
            for (xml::Node cell : row.elements()) {
                const Key key = kazakh::matching_key(cell.text());
                for (std::size_t i = 1; i < titles.size(); ++i) {
                    if (nearly_equal(key, titles[i])) found.insert(i);
                }
            }
        }
        if (found.size() * 2 > titles.size() - 1) return true;
    }
    return false;
}

/// The structure of which a paper without a title has most sections.
std::string by_sections(xml::Node text, const act::Act& act, const Wording& wording) {
    std::set<std::string> lines;
    for (const Block& block : blocks_of(text, wording)) {
        if (!block.contents) lines.insert(block.key.folded);
    }
    std::string best;
    int most = sections_of_a_structure - 1;
    for (xml::Node appendix : act.document().root().first_element("appendices").elements()) {
        if (appendix.attribute_or("nature", "") != "structure") continue;
        std::set<std::string> said;
        const Prescribed prescribed = Prescribed::of(appendix);
        for (const Item& item : prescribed.items) {
            for (const Key& key : item.keys) {
                if (lines.contains(key.folded)) said.insert(key.folded);
            }
        }
        if (static_cast<int>(said.size()) <= most) continue;
        most = static_cast<int>(said.size());
        best = appendix.attribute_or("part", "");
    }
    return best;
}

/// A table with a column of sheets, of whose short cells at least three name a part of a dossier each.
bool is_inventory(xml::Node text, const act::Act& act) {
    std::vector<std::string> sheets;
    for (const auto& phrase : act.wording("sheets")) sheets.push_back(kazakh::matching_key(phrase).folded);
    for (xml::Node node : text.elements()) {
        if (node.name() != "table") continue;
        std::set<std::string> named;
        bool counts_sheets = false;
        const Grid grid(node);
        for (const GridCell& cell : grid.cells()) {
            if (visible_characters(cell.text) > longest_entry) continue;
            counts_sheets = counts_sheets || (cell.row < 3 && std::any_of(sheets.begin(), sheets.end(), [&](const std::string& word) {
                return cell.key.folded.starts_with(word) || cell.key.folded.ends_with(word);
            }));
            const std::string kind = kind_of_entry(cell.text, act);
            if (kind != "attachment") named.insert(kind);
        }
        if (counts_sheets && named.size() >= 3) return true;
    }
    return false;
}

}  // namespace

KindsByTitle::KindsByTitle(const act::Act& act) : phrases_(phrases_of(act)) {}

std::string kind_by_title(const std::string& title, const act::Act& act) { return KindsByTitle(act).of(title); }

std::string KindsByTitle::of(const std::string& title) const {
    const Phrase* found = visible_characters(title) > longest_title ? nullptr : longest_phrase(phrases_, kazakh::matching_key(title).folded);
    return found ? found->part : "attachment";
}

std::string kind_of_entry(const std::string& title, const act::Act& act) {
    const std::string kind = kind_by_title(title, act);
    if (kind != "attachment") return kind;
    std::size_t end = 0;
    for (std::size_t at = 0; at < title.size(); end = at) {
        const char32_t c = base::next_code_point(title, at);
        const bool spaced_dash = kazakh::is_dash(c) && end > 0 && title[end - 1] == ' ';
        if (spaced_dash || c == U'(' || c == U'[' || c == U',' || c == U';' || c == U':') {
            if (tokens_of(std::string_view(title).substr(0, end), 1).empty()) continue;  // "1) …", "– …"
            break;
        }
    }
    std::vector<Token> words = tokens_of(std::string_view(title).substr(0, end));
    const auto begins_with_digit = [](const Token& word) { return kazakh::is_digit(word.folded.front()); };
    while (!words.empty() && begins_with_digit(words.back())) words.pop_back();  // "1-қосымша"
    while (!words.empty() && begins_with_digit(words.front())) words.erase(words.begin());
    for (xml::Node part : act.document().root().first_element("parts").elements()) {
        for (xml::Node entry : part.elements()) {
            if (entry.name() != "entry") continue;
            const std::vector<Token> wanted = tokens_of(entry.text());
            const bool alone = entry.attribute_or("alone", "") == "true";
            if (wanted.empty() || wanted.size() > words.size() || (alone && wanted.size() != words.size())) continue;
            if (std::equal(wanted.rbegin(), wanted.rend(), words.rbegin(), [](const Token& a, const Token& b) { return a.folded == b.folded; })) return std::string(part.attribute_or("id", ""));
        }
    }
    return kind;
}

namespace {

bool is_longer_than_forms(xml::Node text) {
    std::size_t elements = 0;
    for (xml::Node node : text.elements()) elements += node.is_element();
    return elements > longest_form;
}

/// The part whose form a paper is, by captions, printed texts and table; empty where it is none.
std::string by_form(xml::Node text, const act::Act& act, const Wording& wording) {
    if (is_longer_than_forms(text)) return {};
    const FormReader reader(text, wording);
    std::string form;
    int most = captions_of_a_form - 1;
    for (xml::Node appendix : act.document().root().first_element("appendices").elements()) {
        if (appendix.attribute_or("nature", "") == "form") {
            const int traces = form_traces(reader, appendix) + (has_table_of(text, appendix.first_element("form").first_element("table")) ? 1 : 0);
            if (traces > most) most = traces, form = appendix.attribute_or("part", "");
        }
    }
    return form;
}

/// The part whose prescribed table a paper has: the road map.
std::string by_table(xml::Node text, const act::Act& act) {
    for (xml::Node appendix : act.document().root().first_element("appendices").elements()) {
        if (has_table_of(text, appendix.first_element("table"))) return std::string(appendix.attribute_or("part", ""));
    }
    return {};
}

}  // namespace

int form_traces(xml::Node text, xml::Node appendix, const Wording& wording) { return form_traces(FormReader(text, wording), appendix); }

bool is_by_content(xml::Node text, std::string_view kind, const act::Act& act, const Wording& wording) {
    return by_form(text, act, wording) == kind || by_table(text, act) == kind || by_sections(text, act, wording) == kind ||
           kind_of_untitled(text, act, wording) == kind;
}

std::string recognise(xml::Node text, const act::Act& act, const Wording& wording) {
    std::string kind = by_form(text, act, wording);
    if (kind.empty()) kind = by_title(text, act, wording);
    if (kind.empty()) kind = by_table(text, act);
    if (kind.empty() && is_inventory(text, act)) kind = "inventory";
    if (kind.empty()) kind = by_sections(text, act, wording);
    if (kind.empty()) kind = kind_of_untitled(text, act, wording);
    return kind.empty() ? "attachment" : kind;
}

}  // namespace irikteu::outline
