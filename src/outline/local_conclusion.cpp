#include "outline/local_conclusion.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/display_text.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"
#include "outline/conclusion_body.hpp"
#include "outline/conclusion_signature.hpp"
#include "outline/contacts.hpp"
#include "outline/form_reader.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

constexpr std::string_view number_sign = "\xE2\x84\x96";  // U+2116

void put(xml::Node parent, std::string_view element, const std::optional<FieldValue>& value) {
    if (value) copy_source(parent.append_with_text(element, value->text), value->node);
}

xml::Node field_of(xml::Node appendix, std::string_view id) {
    for (xml::Node node : appendix.first_element("form").elements()) {
        if (node.attribute_or("id", "") == id) return node;
    }
    return {};
}

bool is_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// Where a year of four digits begins in a line: there the date begins.
std::size_t find_year(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool year = (text.substr(i, 2) == "20" || text.substr(i, 2) == "19") && is_digits(text.substr(i, 4));
        const bool alone = (i == 0 || !is_digits(text.substr(i - 1, 1))) && (i + 4 == text.size() || !is_digits(text.substr(i + 4, 1)));
        if (year && alone) return i;
    }
    return std::string_view::npos;
}

constexpr std::size_t longest_date_line = 200;  // Bytes; a longer line is a paragraph that speaks of a day.

class ConclusionReader {
  public:
    ConclusionReader(xml::Node text, xml::Node appendix, const act::Act& act, const Wording& wording)
        : reader_(text, wording), appendix_(appendix), act_(act) {}

    void read(xml::Node conclusion) {
        const std::string printed_title = field_of(appendix_, "title").child_text("text");
        auto title = reader_.printed(printed_title);
        if (!title) title = reader_.line_naming("local_conclusion", act_);
        const ConclusionBody body(reader_, act_, field_of(appendix_, "organ_name"));
        if (!title) {
            body.mark_lines_unlike(printed_title);
            title = reader_.printed(printed_title, FormReader::Likeness::words);
        }
        put(conclusion, "title", title);
        std::vector<std::string> captions;
        for (const char* id : {"cluster_name", "organ_name", "signatory.name"}) captions.push_back(field_of(appendix_, id).child_text("caption"));
        reader_.mark_captions(captions);
        body.mark_lines();
        read_number_and_date(conclusion);
        put(conclusion, "cluster_name", cluster_name(captions[0]));
        read_address(conclusion);
        const auto organ = body.read();
        if (organ) put(conclusion, "organ_name", organ->name);
        read_confirmation(conclusion);
        read_table(conclusion);
        read_signatory(conclusion, organ);
        read_seal(conclusion);
    }

  private:
    std::vector<FormLine>& lines() { return reader_.form().lines(); }

    /// The number and the date stand on one line or two, in any order: "№ 15 2015 жылғы 10 қыркүйек", "10.09.2015 ж. № 15".
    void read_number_and_date(xml::Node conclusion) {
        for (FormLine& line : lines()) {
            const auto begin = number_begin(line);
            if (begin == std::string::npos || line.anchor || is_table_header(line)) continue;
            line.anchor = true;
            const std::string_view text = std::string_view(line.text).substr(begin);
            const auto date = kazakh::find_date(text);
            std::string_view number = text.substr(0, std::min(date ? date->begin : find_year(text), text.size()));
            number = xml::trim(number);
            // "№ 15 20___ жылғы": the blank date is no part of the number.
            number = number.substr(0, std::min(number.find_first_of(" \t"), number.size()));
            while (number.ends_with(',') || number.ends_with(';')) number.remove_suffix(1);
            put(conclusion, "number", FieldValue{reader_.value(number), line.node});
            break;
        }
        for (FormLine& line : lines()) {
            if (line.text.size() > longest_date_line) continue;
            const auto date = kazakh::find_date(line.text);
            if (!date) continue;
            line.anchor = true;
            put(conclusion, "date", FieldValue{date->date.iso(), line.node});
            return;
        }
        for (FormLine& line : lines()) {
            auto year = find_year(line.text);
            if (year == std::string::npos) continue;
            // "31.09.2015" ends in its year.
            if (year >= 6 && line.text[year - 1] == '.' && line.text[year - 4] == '.' && is_digits(line.text.substr(year - 6, 2)) && is_digits(line.text.substr(year - 3, 2))) year -= 6;
            const std::string text = reader_.value(std::string_view(line.text).substr(year));
            if (text.size() > 80) continue;
            line.anchor = true;
            put(conclusion, "date", FieldValue{text, line.node});
            return;
        }
        // The blank is still there: "20___ жылғы «___» ____".
        for (FormLine& line : lines()) {
            if (line.text.find("20__") == std::string::npos) continue;
            line.anchor = true;
            put(conclusion, "date", FieldValue{"", line.node});
            return;
        }
    }

    /// Where the number begins in a line: behind "№", or behind a label that the act's wording gives; npos where it has none.
    std::size_t number_begin(const FormLine& line) const {
        const auto sign = line.text.find(number_sign);
        if (sign != std::string::npos) return sign + number_sign.size();
        for (const auto& label : act_.wording("document-number")) {
            const auto rest = behind_words(line.text, label);
            if (!rest) continue;
            const auto at = rest->find_first_not_of(" :\t.");
            if (at != std::string_view::npos) return static_cast<std::size_t>(rest->data() + at - line.text.data());
        }
        return std::string::npos;
    }

    bool is_table_header(const FormLine& line) const { return line.cell != nullptr && visible_characters(line.text) <= 2; }

    /// The line that begins with a label, and what follows the label in it.
    std::optional<std::pair<std::size_t, std::string>> labelled(const std::vector<std::string>& labels) {
        for (std::size_t i = 0; i < lines().size(); ++i) {
            const std::string_view text = kazakh::split_numbering(lines()[i].text).rest;
            if (text.substr(std::min(text.find_first_not_of("_. "), text.size())).starts_with('(')) continue;  // A caption, under a rule or behind it.
            for (const auto& label : labels) {
                const auto cut = behind_words(text, label);
                if (cut && !goes_on_within_word(text, *cut)) return std::pair(i, std::string(*cut));
            }
        }
        return std::nullopt;
    }

    /// Soft hyphens and spaces without width stand within words.
    static bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

    /// Whether the rest of a text begins within a word.
    static bool goes_on_within_word(std::string_view text, std::string_view rest) {
        if (rest.empty() || rest.data() == text.data()) return false;
        std::size_t at = static_cast<std::size_t>(rest.data() - text.data());
        char32_t next = base::next_code_point(text, at);
        while (at < text.size() && is_invisible(next)) next = base::next_code_point(text, at);
        at = static_cast<std::size_t>(rest.data() - text.data()) - 1;
        while (at > 0 && base::goes_on(text[at])) --at;
        return kazakh::is_letter(next) && kazakh::is_letter(base::next_code_point(text, at));
    }

    void read_address(xml::Node conclusion) {
        const std::string both = field_of(appendix_, "address").child_text("label");
        if (auto line = labelled({both})) return read_both(conclusion, line->first, line->second);
        if (auto value = reader_.value_of_caption('(' + both + ')'); value && !value->text.empty()) return part_contacts(conclusion, *value);
        if (auto line = labelled_with(act_.wording("address"))) {
            const std::string label = lines()[line->first].text.substr(0, lines()[line->first].text.size() - line->second.size());
            const std::string value = reader_.value(line->second);
            if (phone_in(label, act_) < label.size() || phone_in(value, act_) < value.size()) return read_both(conclusion, line->first, line->second);
        }
        for (const char* field : {"address", "phone"}) {
            const auto line = labelled(act_.wording(field));
            if (!line) continue;
            lines()[line->first].anchor = true;
            std::string text = reader_.value(line->second);
            if (text.empty() && !opens_field(line->first + 1)) text = value_below(line->first).text;
            put(conclusion, field, FieldValue{std::string(field) == "phone" ? phone(text) : text, lines()[line->first].node});
        }
    }

    /// Address and telephones behind one label, on its line or on those below it.
    void read_both(xml::Node conclusion, std::size_t index, const std::string& rest) {
        lines()[index].anchor = true;
        FieldValue value{reader_.value(rest), lines()[index].node};
        if (value.text.empty()) {
            const FieldValue below = values_below(index);
            value.text = below.text;
            if (below.node) value.node = below.node;
        }
        part_contacts(conclusion, value);
    }

    void part_contacts(xml::Node conclusion, const FieldValue& value) {
        const auto split = phone_in(value.text, act_);
        put(conclusion, "address", FieldValue{trimmed(std::string_view(value.text).substr(0, split)), value.node});
        put(conclusion, "phone", FieldValue{phone(std::string_view(value.text).substr(split)), value.node});
    }

    /// The line with a short label before its colon that has one of these words in it, and what follows the colon.
    std::optional<std::pair<std::size_t, std::string>> labelled_with(const std::vector<std::string>& words) const {
        constexpr std::size_t longest_label = 120;  // Bytes.
        for (std::size_t i = 0; i < reader_.form().lines().size(); ++i) {
            const FormLine& line = reader_.form().lines()[i];
            const auto colon = line.text.find(':');
            if (colon == std::string::npos || colon > longest_label || line.anchor) continue;
            const std::string label = line.text.substr(0, colon);
            const auto tokens = tokens_of(kazakh::display_text(label));
            const bool has = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                const std::string key = kazakh::matching_key(word).folded;
                return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return kazakh::to_utf8(token.folded) == key; });
            });
            if (has) return std::pair(i, std::string(xml::trim(std::string_view(line.text).substr(colon + 1))));
        }
        return std::nullopt;
    }

    /// The cluster's name above its caption; where nobody copied that, behind a label, or what stands quoted as point 1.
    std::optional<FieldValue> cluster_name(const std::string& caption) {
        auto captioned = reader_.value_of_caption(caption);
        if (captioned) captioned->text = std::string(kazakh::split_numbering(captioned->text).rest);
        if (captioned && !captioned->text.empty()) return captioned;
        std::vector<std::string> labels{caption.substr(caption.starts_with('('), caption.size() - 2 * caption.starts_with('('))};
        for (const auto& phrase : act_.wording("cluster_name")) labels.push_back(phrase);
        if (const auto line = labelled(labels)) {
            std::string_view rest = xml::trim(line->second);
            for (std::size_t at = 0; at < rest.size();) {
                if (!kazakh::is_dash(base::next_code_point(rest, at))) break;
                rest = xml::trim(rest.substr(at));
                at = 0;
            }
            lines()[line->first].anchor = true;
            FieldValue value{reader_.value(rest), lines()[line->first].node};
            if (value.text.empty() && !opens_field(line->first + 1)) value = value_below(line->first);
            if (!value.node && line->first > 0 && quotes_first(lines()[line->first - 1].text)) {
                value = {reader_.value(kazakh::split_numbering(lines()[line->first - 1].text).rest), lines()[line->first - 1].node};
            }
            if (!value.node) value.node = lines()[line->first].node;
            return value;
        }
        if (captioned) return captioned;
        const std::string number = std::string(field_of(appendix_, "cluster_name").attribute_or("number", ""));
        for (const FormLine& line : lines()) {
            if (line.cell != nullptr || line.anchor || !quotes_first(line.text)) continue;
            const auto numbered = kazakh::split_numbering(line.text);
            if (xml::trim(numbered.number) == number) return FieldValue{reader_.value(numbered.rest), line.node};
        }
        return std::nullopt;
    }

    /// Whether a line begins with something in quotation marks, behind its number.
    static bool quotes_first(std::string_view line) {
        std::string_view rest = kazakh::split_numbering(line).rest;
        std::size_t at = 0;
        const char32_t first = rest.empty() ? U' ' : base::next_code_point(rest, at);
        return first == U'"' || first == U'\u00AB' || first == U'\u201C' || first == U'\u201E';
    }

    /// Whether a line outside of tables begins with the label of an address or a telephone, so that it is no value of the label above it.
    bool opens_field(std::size_t index) const {
        if (index >= reader_.form().lines().size() || reader_.form().lines()[index].cell != nullptr) return false;
        const std::string_view text = reader_.form().lines()[index].text;
        for (const char* use : {"address", "phone"}) {
            for (const auto& label : act_.wording(use)) {
                const auto rest = behind_words(text, label);
                if (rest && !goes_on_within_word(text, *rest)) return true;
            }
        }
        return false;
    }

    /// The lines below a label, up to the next numbered or printed one, as one value.
    FieldValue values_below(std::size_t index) {
        constexpr std::size_t most_below = 3;
        FieldValue value = value_below(index);
        if (lines()[index].cell != nullptr || !value.node) return value;
        for (std::size_t i = index + 2; i < std::min(index + 1 + most_below, lines().size()); ++i) {
            const FormLine& line = lines()[i];
            if (line.anchor || line.cell != nullptr || (line.text.starts_with('(') && phone(line.text).size() < 7) || !kazakh::split_numbering(line.text).number.empty()) break;
            value.text += ", " + reader_.value(line.text);
        }
        return value;
    }

    /// The value that stands in the cell beside a label, or on the line below it.
    FieldValue value_below(std::size_t index) {
        const FormLine& line = lines()[index];
        if (line.cell != nullptr) {
            const GridCell* cell = reader_.form().grids()[static_cast<std::size_t>(line.table)].right_of(*line.cell);
            if (cell != nullptr) return {reader_.value(cell->text), cell->node};
        }
        if (index + 1 < lines().size() && !lines()[index + 1].anchor && kazakh::split_numbering(lines()[index + 1].text).number.empty()) {
            return {reader_.value(lines()[index + 1].text), lines()[index + 1].node};
        }
        return {};
    }

    void read_confirmation(xml::Node conclusion) {
        const xml::Node field = field_of(appendix_, "confirmation");
        for (FormLine& line : lines()) {
            confirmed_at_ = static_cast<std::size_t>(&line - lines().data());
            std::string participants = said_otherwise(line, "participants", {"present", "absent"});
            std::string organising = said_otherwise(line, "organising", {"expedient", "inexpedient"});
            for (xml::Node alternative : field.elements()) {
                if (alternative.name() != "alternative") continue;
                const std::string word = kazakh::matching_key(alternative.text()).folded;
                const auto words = tokens_of(spaced(line.text));
                const bool stands = std::any_of(words.begin(), words.end(), [&](const Token& token) { return kazakh::to_utf8(token.folded) == word; });
                if (!stands) continue;
                std::string& found = alternative.attribute_or("attribute", "") == "participants" ? participants : organising;
                found = found.empty() ? std::string(alternative.attribute_or("value", "")) : "both";
            }
            if (participants.empty() && organising.empty()) continue;
            xml::Node confirmation = conclusion.append_with_text("confirmation", xml::normalize_space(line.text));
            if (!participants.empty()) confirmation.set_attribute("participants", participants);
            if (!organising.empty()) confirmation.set_attribute("organising", organising);
            copy_source(confirmation, line.node);
            line.anchor = true;
            return;
        }
        confirmed_at_ = 0;
    }

    /// What a line says of one of the two in words of its own, of those of act.xml: "participants.present" …; empty where neither is said.
    std::string said_otherwise(const FormLine& line, const std::string& of, std::initializer_list<const char*> values) const {
        std::string said;
        for (const char* value : values) {
            const auto phrases = act_.wording(of + '.' + value);
            const bool stands = std::any_of(phrases.begin(), phrases.end(), [&](const auto& phrase) {
                return line.key.folded.find(kazakh::matching_key(phrase).folded) != std::string::npos;
            });
            if (stands) said = said.empty() ? value : "both";
        }
        return said;
    }

    /// Solidi as spaces: "болуын/болмауын" are two words.
    static std::string spaced(std::string text) {
        std::replace(text.begin(), text.end(), '/', ' ');
        return text;
    }

    void read_table(xml::Node conclusion) {
        std::vector<Wordings> titles;
        for (xml::Node column : field_of(appendix_, "table").elements()) titles.push_back(wordings_of(column, "title"));
        for (const Grid& grid : reader_.form().grids()) {
            for (int row = 0; row < std::min(grid.rows(), 3); ++row) {
                std::vector<int> columns(titles.size(), -1);
                for (const GridCell* cell : grid.row(row)) {
                    for (std::size_t k = 1; k < titles.size(); ++k) {
                        if (columns[k] < 0 && says(titles[k], cell->text)) columns[k] = cell->column;
                    }
                }
                if (columns[1] < 0 && columns[2] < 0) continue;
                if (columns[1] > 0) columns[0] = 0;
                write_rows(conclusion, grid, row + 1, columns);
                mark_table(grid);
                return;
            }
        }
    }

    /// No participant signs.
    void mark_table(const Grid& grid) {
        for (FormLine& line : lines()) {
            if (line.cell != nullptr && &reader_.form().grids()[static_cast<std::size_t>(line.table)] == &grid) line.anchor = true;
        }
    }

    void write_rows(xml::Node conclusion, const Grid& grid, int first, const std::vector<int>& columns) {
        static constexpr const char* elements[] = {"number", "participant", "activity"};
        xml::Node table = conclusion.append("table");
        if (!grid.cells().empty()) copy_source(table, grid.cells().front().node.parent().parent());
        for (int r = first; r < grid.rows(); ++r) {
            std::vector<FieldValue> values;
            for (const int column : columns) {
                const GridCell* cell = column < 0 ? nullptr : grid.at(r, column);
                values.push_back(cell ? FieldValue{reader_.value(cell->text), cell->node} : FieldValue{});
            }
            if (values[1].text.empty() && values[2].text.empty()) continue;
            xml::Node row = table.append("row");
            for (std::size_t k = 0; k < values.size(); ++k) {
                if (columns[k] >= 0) put(row, elements[k], values[k]);
            }
            if (values[1].node) copy_source(row, values[1].node.parent());
        }
    }

    void read_signatory(xml::Node conclusion, const std::optional<ConclusionBody::Found>& organ) {
        const SignaturePlace place{.caption = field_of(appendix_, "signatory.name").child_text("caption"),
                                   .institution = field_of(appendix_, "organ_name").first_element("label").next_element("label").text(),
                                   .organ = organ ? organ->name.text : std::string(),
                                   .organ_line = organ ? organ->line : std::string::npos,
                                   .from = confirmed_at_ + 1};
        const auto found = read_conclusion_signature(reader_, act_, place);
        if (!found) return;
        xml::Node signatory = conclusion.append("signatory");
        copy_source(signatory, found->name.node);
        put(signatory, "name", found->name);
        put(signatory, "signature", found->signature);
    }

    void read_seal(xml::Node conclusion) {
        for (const auto& phrase : act_.wording("seal")) {
            for (const FormLine& line : lines()) {
                const auto rest = behind_words(line.text, phrase);
                if (!rest || visible_characters(line.text) > 60) continue;
                std::string_view text = xml::trim(*rest);
                while (!text.empty() && (text.front() == '.' || text.front() == '(' || text.front() == ' ')) text.remove_prefix(1);
                while (!text.empty() && (text.back() == ')' || text.back() == ' ')) text.remove_suffix(1);
                std::string seal = reader_.value(text);
                if (seal.empty()) seal = picture_in(line.cell != nullptr ? line.cell->node : line.node);
                // A file for a word processor bears no stamp: its printed place is all that can stand there. A rule behind it is a blank.
                if (seal.empty() && text.empty()) seal = field_of(appendix_, "seal").child_text("label");
                put(conclusion, "seal", FieldValue{seal, line.node});
                return;
            }
        }
    }

    FormReader reader_;
    xml::Node appendix_;
    const act::Act& act_;
    std::size_t confirmed_at_ = 0;  ///< Line of the confirmation; 0 where there is none.
};

}  // namespace

xml::Node read_local_conclusion(xml::Node dossier, xml::Node text, xml::Node appendix, const act::Act& act, const Wording& wording) {
    xml::Node conclusion = dossier.append("local_conclusion");
    copy_source(conclusion, text);
    ConclusionReader(text, appendix, act, wording).read(conclusion);
    return conclusion;
}

}  // namespace irikteu::outline
