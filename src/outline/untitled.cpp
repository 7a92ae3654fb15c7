#include "outline/untitled.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "kazakh/numbering.hpp"
#include "outline/prescribed.hpp"

namespace irikteu::outline {

namespace {

constexpr int least_traces = 3;              ///< Of a form to which the paper does not refer.
constexpr std::size_t least_columns = 3;     ///< Of a table, with two of its groups.
constexpr int least_sections = 2;            ///< Of a structure to which the paper refers.
constexpr std::size_t head_lines = 14;       ///< Lines among which the reference to the appendix stands.
constexpr std::size_t lines_of_reference = 4;
constexpr std::size_t longest_form = 100;    ///< Paragraphs and tables of a form.
constexpr std::size_t shortest_caption = 12;  ///< Bytes of a key; shorter ones stand in any form.
constexpr std::size_t most_before_label = 4;  ///< Bytes of a key: a number.
constexpr std::size_t longest_line = 300;     ///< Characters of a line that may be a printed text.

using Tokens = std::vector<Token>;

bool has_word(const Tokens& words, const Token& word) {
    return std::any_of(words.begin(), words.end(), [&](const Token& each) { return same_stem(each.folded, word.folded); });
}

std::ptrdiff_t words_in(const Tokens& wanted, const Tokens& words) {
    return std::count_if(wanted.begin(), wanted.end(), [&](const Token& word) { return has_word(words, word); });
}

/// Whether a key begins with a label's key, behind a number perhaps.
bool begins_with(std::string_view key, const std::string& label) {
    return label.size() > shortest_caption && key.substr(0, label.size() + most_before_label).find(label) != std::string_view::npos;
}

/// Whether a line names the body between two labels: it has the end of the first one, in whatever case, and the second one.
bool names_body(const FormLine& line, const Tokens& words, xml::Node field) {
    constexpr std::ptrdiff_t end_of_label = 3;
    const xml::Node first = field.first_element("label");
    const Tokens label = tokens_of(first.text());
    if (std::ssize(label) < end_of_label || line.key.folded.find(kazakh::matching_key(first.next_element("label").text()).folded) == std::string::npos) return false;
    return std::search(words.begin(), words.end(), label.end() - end_of_label, label.end(), [](const Token& a, const Token& b) { return begin_alike(a.folded, b.folded); }) != words.end();
}

bool has_columns(const Grid& grid, xml::Node table, std::size_t least) {
    std::set<std::size_t> found;
    std::vector<Wordings> titles;
    for (const xml::Node column : table.elements()) titles.push_back(column.attribute_or("required", "true") == "true" ? wordings_of(column, "title") : Wordings());
    for (const GridCell& cell : grid.cells()) {
        if (cell.row > 2) break;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            if (says(titles[i], cell.text)) found.insert(i);
        }
    }
    return found.size() >= least;
}

std::size_t count_required(xml::Node table) {
    std::size_t count = 0;
    for (const xml::Node column : table.elements()) count += column.attribute_or("required", "true") == "true";
    return count;
}

bool has_table(const Form& form, xml::Node table, std::size_t least) {
    return table && std::any_of(form.grids().begin(), form.grids().end(), [&](const Grid& grid) { return has_columns(grid, table, least); });
}

/// Which fields of an appendix's form a paper has.
class FieldTraces {
  public:
    explicit FieldTraces(const FormReader& reader) : reader_(reader) {
        for (const FormLine& line : reader.form().lines()) words_.push_back(visible_characters(line.text) > longest_line ? Tokens() : tokens_of(line.text));
    }

    bool has(xml::Node field) const {
        const std::string_view how = field.attribute_or("how", "");
        // In other words the title may be another field's line, or another paper's title.
        if (how == "fixed") return has_printed(field.child_text("text"), field.attribute_or("id", "") != "title");
        if (how == "between") return any_line([&](const FormLine& line, const Tokens& words) { return names_body(line, words, field); });
        const Key caption = kazakh::matching_key(field.child_text(how == "caption" ? "caption" : "label"));
        if (caption.folded.size() <= shortest_caption) return false;
        const auto& captions = reader_.captions();
        return std::any_of(captions.begin(), captions.end(), [&](const Captioned& each) { return nearly_equal(each.key, caption); }) ||
               any_line([&](const FormLine& line, const Tokens&) { return begins_with(line.cell != nullptr ? line.cell->key.folded : line.key.folded, caption.folded); });
    }

    int count(xml::Node appendix) const {
        int count = 0;
        std::set<std::string> counted;  // Two fields may stand behind one label.
        for (const xml::Node field : appendix.first_element("form").elements()) {
            if (field.name() == "table") count += has_table(reader_.form(), field, 2);
            else if (field.name() == "field" && has(field)) count += counted.insert(field.child_text("label") + field.child_text("caption") + field.child_text("text")).second;
        }
        return count + has_intake(appendix.first_element("intake"));
    }

  private:
    /// The organiser's own block at the end of a form.
    bool has_intake(xml::Node intake) const {
        if (!intake) return false;
        for (const xml::Node text : intake.elements()) {
            const Key key = kazakh::matching_key(text.text());
            if (key.folded.size() > 2 * shortest_caption && any_line([&](const FormLine& line, const Tokens&) { return line.key.folded.ends_with(key.folded); })) return true;
        }
        return false;
    }

    template <class Test>
    bool any_line(Test test) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (test(reader_.form().lines()[i], words_[i])) return true;
        }
        return false;
    }

    bool has_printed(const std::string& text, bool in_other_words) const {
        const Key key = kazakh::matching_key(text);
        const Tokens wanted = tokens_of(text);
        return any_line([&](const FormLine& line, const Tokens& words) {
            const bool as_long = words.size() <= 2 * wanted.size() && wanted.size() <= 2 * words.size();
            return nearly_equal(line.key, key) || (in_other_words && as_long && share_most_words(words, wanted));
        });
    }

    const FormReader& reader_;
    std::vector<Tokens> words_;  ///< By line.
};

/// How many groups of measures a text names in lines or cells of their own.
std::size_t groups_in(const Form& form, xml::Node groups) {
    std::set<std::string> found;
    for (const xml::Node group : groups.elements()) {
        if (group.name() != "group") continue;
        const Key title = kazakh::matching_key(group.child_text("title"));
        for (const FormLine& line : form.lines()) {
            const bool as_short = line.key.folded.size() < title.folded.size() * 3 / 2;
            if (as_short && (nearly_equal(line.key, title) || (title.folded.size() > 2 * shortest_caption && line.key.folded.find(title.folded) != std::string::npos))) found.insert(title.folded);
        }
    }
    return found.size();
}

std::size_t count_groups(xml::Node groups) {
    std::size_t count = 0;
    for (const xml::Node group : groups.elements()) count += group.name() == "group";
    return count;
}

int sections_in(const Form& form, xml::Node appendix) {
    std::set<std::string> lines, said;
    for (const FormLine& line : form.lines()) lines.insert(kazakh::matching_key(kazakh::split_numbering(line.text).rest).folded);
    const Prescribed prescribed = Prescribed::of(appendix);
    for (const Item& item : prescribed.items) {
        for (const Key& key : item.keys) {
            if (lines.contains(key.folded)) said.insert(key.folded);
        }
    }
    return static_cast<int>(said.size());
}

/// The appendix of the act's rules to which the head of a paper refers, on one line or on some in a row.
xml::Node appendix_referred_to(const Form& form, const act::Act& act, const Wording& wording) {
    const Tokens rules = tokens_of(act.document().root().child_text("rules_title"));
    std::vector<const FormLine*> head;
    for (const FormLine& line : form.lines()) {
        if (head.size() == head_lines) break;
        if (!line.key.folded.empty()) head.push_back(&line);
    }
    for (std::size_t i = 0; i < head.size(); ++i) {
        std::string joined;
        for (std::size_t k = i; k < std::min(i + lines_of_reference, head.size()); ++k) {
            joined += (joined.empty() ? "" : " ") + head[k]->text;
            if (!names_annex(joined, wording) || words_in(rules, tokens_of(joined)) * 3 < std::ssize(rules) * 2) continue;
            const auto last = joined.find_last_of("0123456789");
            if (last == std::string::npos) continue;
            const auto before = joined.find_last_not_of("0123456789", last);
            const std::string number = joined.substr(before + 1, last - before);
            for (const xml::Node appendix : act.document().root().first_element("appendices").elements()) {
                if (appendix.attribute_or("id", "") == number) return appendix;
            }
        }
    }
    return {};
}

/// Whether a paper that refers to an appendix has something of it.
bool has_something_of(const FormReader& reader, xml::Node appendix) {
    const std::string_view nature = appendix.attribute_or("nature", "");
    if (nature == "form") return traces_of_form(reader, appendix) > 0;
    if (nature == "structure") return sections_in(reader.form(), appendix) >= least_sections;
    return has_table(reader.form(), appendix.first_element("table"), least_columns) || groups_in(reader.form(), appendix.first_element("groups")) > 0;
}

bool is_longer_than_forms(xml::Node text) {
    std::size_t elements = 0;
    for (xml::Node node : text.elements()) elements += node.is_element();
    return elements > longest_form;
}

}  // namespace

int traces_of_form(const FormReader& reader, xml::Node appendix) { return FieldTraces(reader).count(appendix); }

std::string kind_of_untitled(xml::Node text, const act::Act& act, const Wording& wording) {
    const FormReader reader(text, wording);
    const xml::Node appendix = appendix_referred_to(reader.form(), act, wording);
    if (appendix && has_something_of(reader, appendix)) return std::string(appendix.attribute_or("part", ""));
    std::string kind;
    int most = least_traces - 1;
    std::optional<FieldTraces> fields;
    if (!is_longer_than_forms(text)) fields.emplace(reader);
    for (const xml::Node each : act.document().root().first_element("appendices").elements()) {
        const std::string_view nature = each.attribute_or("nature", "");
        if (nature == "form" && fields) {
            const int traces = fields->count(each);
            if (traces > most) most = traces, kind = each.attribute_or("part", "");
        } else if (nature == "table" && kind.empty()) {
            const xml::Node groups = each.first_element("groups");
            const std::size_t found = groups_in(reader.form(), groups);
            // One group may be of any plan of measures, but for one with all the prescribed columns.
            const xml::Node columns = each.first_element("table");
            const std::size_t least = found >= 2 ? least_columns : count_required(columns);
            if (found * 2 > count_groups(groups) || (found > 0 && has_table(reader.form(), columns, least))) kind = each.attribute_or("part", "");
        }
    }
    return kind;
}

}  // namespace irikteu::outline
