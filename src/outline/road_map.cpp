#include "outline/road_map.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"
#include "outline/attribute_labels.hpp"
#include "outline/event_names.hpp"
#include "outline/grid.hpp"
#include "outline/group_titles.hpp"
#include "outline/road_map_columns.hpp"
#include "outline/road_map_parts.hpp"
#include "outline/source.hpp"
#include "outline/sum_rows.hpp"
#include "outline/title_choice.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t most_words_of_number = 3;  ///< "Бірінші бағыт".

constexpr std::size_t most_bytes_of_name = 400, most_bytes_before_label = 4;

class RoadMapReader {
  public:
    RoadMapReader(xml::Node appendix, const act::Act& act, const Wording& wording)
        : wording_(wording), attributes_(appendix.first_element("attributes")), columns_(appendix.first_element("table"), act, attributes_), sums_(columns_, act, wording) {
        for (const xml::Node node : appendix.first_element("groups").elements()) {
            if (node.name() == "group") groups_.push_back(choice_title(std::string(node.attribute_or("id", "")), node.child_text("title")));
        }
        titles_ = GroupTitles(groups_.size());
    }

    void read(xml::Node text) {
        for (const xml::Node node : text.elements()) {
            if (node.name() == "table") read_table(node);
            else if (node.name() == "p" || node.name() == "heading") read_line(node);
        }
        titles_.put_empty_into(read_groups_);
    }

    void write(xml::Node paper) {
        const xml::Node text = paper.first_element("text");
        xml::Node columns = xml::Node(text).insert_before("columns");
        columns_.write(columns);
        for (const Group& group : read_groups_) {
            if (group.number == 0 && group.events.empty()) continue;
            write_group(xml::Node(text).insert_before("group"), group);
        }
    }

  private:
    // ---- lines between the tables

    struct Line {
        std::string number, text;
        Key key;
    };
    static Line line_of(xml::Node node) {
        Line line{std::string(node.attribute_or("number", "")), node.text(), {}};
        if (line.number.empty()) {
            const std::string whole = line.text;
            const auto parts = kazakh::split_numbering(whole);
            line.number = parts.number;
            line.text = parts.rest;
        }
        line.key = kazakh::matching_key(line.text);
        return line;
    }

    void read_line(xml::Node node) {
        const Line line = line_of(node);
        if (is_blank(line.key, wording_)) return;
        if (read_described(node)) return;
        Event* event = names().named(line.number, line.key);
        if (event == nullptr) event = names().mentioned(node.text());
        if (event != nullptr) return describe(event);
        if (described_ != nullptr && read_pieces(*described_, line.text, node, 2)) {
            open_attribute_.clear();
            return;
        }
        if (described_ != nullptr && read_attribute_line(node, line)) return;
        const int group = choose_group(line.text, line.key);
        if (group < 0) return;
        titles_.add({group + 1, {line.text, node}});
        described_ = nullptr;
    }

    /// "1.1. Title. Label: value. Label: value." in one paragraph.
    bool read_described(xml::Node node) {
        const std::string whole = node.text();
        const auto pieces = attributes_.pieces(whole);
        if (pieces.empty() || pieces.front().label == 0 || pieces.front().label > most_bytes_of_name) return false;
        std::string_view head = xml::trim(std::string_view(whole).substr(0, pieces.front().label));
        while (head.ends_with('.') || head.ends_with(';')) head.remove_suffix(1);
        Event* event = described(std::string(head), nullptr);
        if (event == nullptr || !read_pieces(*event, std::string_view(whole).substr(pieces.front().label), node, 1)) return false;
        describe(event);
        return true;
    }

    /// The names of the measures that have been read.
    const EventNames& names() {
        if (!names_) names_.emplace(read_groups_, columns_.event_word());
        return *names_;
    }

    void describe(Event* event) {
        described_ = event;
        open_attribute_.clear();
    }

    /// "Label: value. Label – value." in one text; false where it has fewer than `least` labels.
    bool read_pieces(Event& event, std::string_view text, xml::Node node, std::size_t least) const {
        const auto pieces = attributes_.pieces(text);
        if (pieces.size() < least || xml::trim(text.substr(0, pieces.front().label)).size() > most_bytes_before_label) return false;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].label : text.size();
            add(event, attributes_.element(pieces[i].attribute), value_of(text.substr(pieces[i].value, end - pieces[i].value), node));
        }
        return true;
    }

    int choose_group(const std::string& text, const Key& key) const {
        const int group = choose_title(groups_, text, key);
        // A line that only shares some words is a sentence about the group, unless it is as short as a title.
        return group >= 0 && key.folded.size() < 4 + groups_[static_cast<std::size_t>(group)].key.folded.size() * 3 / 2 ? group : -1;
    }

    /// "Мақсатты топ: …", or such a line with its content below.
    bool read_attribute_line(xml::Node node, const Line& line) {
        if (read_pieces(*described_, line.text, node, 1)) {
            open_attribute_ = attributes_.element(attributes_.pieces(line.text).back().attribute);
            return true;
        }
        const auto colon = line.text.find(':');
        const std::string head = line.text.substr(0, colon);
        const int attribute = attributes_.choose(head);
        if (attribute >= 0) {
            open_attribute_ = attributes_.element(attribute);
            const std::string_view rest = colon == std::string::npos ? std::string_view() : xml::trim(std::string_view(line.text).substr(colon + 1));
            add(*described_, open_attribute_, value_of(rest, node));
            return true;
        }
        if (open_attribute_.empty() || node.name() == "heading") return false;
        add(*described_, open_attribute_, value_of(line.text, node));
        return true;
    }

    // ---- tables

    void read_table(xml::Node table) {
        const Grid grid(table);
        int first = 0;
        if (TableLayout layout = columns_.layout_of(grid, first); !layout.empty()) {
            layout_ = std::move(layout);
            layout_.group = group_column(grid, first);
            layout_.elements.erase(layout_.group);
        } else if (read_attribute_columns(grid) || read_labels(grid)) {
            return;
        } else if (layout_.empty() || width_of(grid) != layout_.columns) {
            return;
        }
        const bool has_groups = !titles_.empty() && (begins_with_group(grid, first) || (titles_.several() && has_group_rows(grid, first)));
        if (auto title = titles_.take(has_groups, read_groups_.size())) open_group(title->number, std::move(title->title));
        described_ = nullptr;
        names_.reset();  // Its rows add measures, or words to a title.
        for (int row = first; row < grid.rows(); ++row) read_row(grid, row);
    }

    /// The group whose title a cell is, behind "Бірінші бағыт." too; -1 where it is none.
    int group_of(const GridCell& cell) const {
        const std::string whole = xml::normalize_space(cell.text);
        const std::string text(kazakh::split_numbering(whole).rest);
        if (const int group = choose_group(text, kazakh::matching_key(text)); group >= 0) return group;
        for (const std::string_view end : {". ", ": "}) {
            const auto cut = text.find(end);
            if (cut == std::string::npos || tokens_of(std::string_view(text).substr(0, cut)).size() > most_words_of_number) continue;
            const std::string behind = text.substr(cut + end.size());
            if (const int group = choose_group(behind, kazakh::matching_key(behind)); group >= 0) return group;
        }
        return -1;
    }

    /// Whether the first row that says anything is the title of a group, or has one in the column of groups.
    bool begins_with_group(const Grid& grid, int first) const {
        if (layout_.group >= 0) return true;
        for (int row = first; row < grid.rows(); ++row) {
            std::vector<const GridCell*> filled;
            for (const GridCell* cell : grid.row(row)) {
                if (!is_blank(cell->key, wording_) && visible_characters(cell->text) > 3) filled.push_back(cell);
            }
            if (!filled.empty()) return filled.size() == 1 && group_of(*filled.front()) >= 0;
        }
        return false;
    }

    bool has_group_rows(const Grid& grid, int first) const {
        return std::any_of(grid.cells().begin(), grid.cells().end(), [&](const GridCell& cell) {
            return cell.row >= first && cell.columns * 2 > layout_.columns && group_of(cell) >= 0;
        });
    }

    /// The column left of the measures whose cells are titles of groups: named so, or none of the prescribed ones. -1 where
    /// there is none.
    int group_column(const Grid& grid, int first) const {
        for (int column = 0; column < layout_.column_of("title"); ++column) {
            const auto known = layout_.elements.find(column);
            const bool is_attribute = known != layout_.elements.end() && known->second != "target_group";
            if (column == layout_.number || is_attribute) continue;
            const GridCell* title = first > 0 ? grid.at(first - 1, column) : nullptr;
            const bool named = title != nullptr && columns_.names_groups(title->key);
            int groups = 0;
            int others = 0;
            for (const GridCell& cell : grid.cells()) {
                if (cell.row < first || cell.column != column || cell.columns * 2 > layout_.columns || is_blank(cell.key, wording_) || sums_.is_sum_text(cell)) continue;
                ++(group_of(cell) >= 0 ? groups : others);
            }
            if (groups > others || (named && groups + others > 0)) return column;
        }
        return -1;
    }

    void read_row(const Grid& grid, int row) {
        std::vector<const GridCell*> filled;
        for (const GridCell* cell : grid.row(row)) {
            const bool counts = cell->columns == 1 && (cell->column == layout_.number || cell->column == layout_.group);
            if (!is_blank(cell->key, wording_) && !counts) filled.push_back(cell);
        }
        if (sums_.is_sum(grid, row, layout_)) return;
        open_group_of_column(grid, row);
        if (filled.empty()) return open_group_of_number(grid, row);
        const GridCell* first = filled.front();
        const std::string text = xml::normalize_space(first->text);
        const auto numbered = kazakh::split_numbering(text);
        const std::string title(numbered.rest);
        const bool whole_row = first->columns * 2 > layout_.columns;
        if (filled.size() == 1 || whole_row) {
            // A row below a measure that describes it.
            if (last_event() != nullptr && read_pieces(*last_event(), first->text, first->node, 2)) return;
            const int group = group_of(*first);
            if (group >= 0) return open_group(group + 1, {title, first->node});
            if (whole_row && is_subtitle(title, path_of(std::string(numbered.number)))) return;
            if (whole_row && !columns_.is_sum(first->key)) return open_group(0, {title, first->node});
        }
        const GridCell* name = grid.at(row, std::max(layout_.column_of("title"), 0));
        const bool goes_on = last_event() != nullptr && ((name != nullptr && name->row < row) || goes_on_without_name(grid, row, name, filled.size()));
        if (!goes_on) begin_event(grid, row, name);
        read_cells(grid, row, *last_event(), goes_on);
    }

    /// The group of a row where a column says it, in the first of its rows or in each.
    void open_group_of_column(const Grid& grid, int row) {
        const GridCell* cell = layout_.group >= 0 ? grid.at(row, layout_.group) : nullptr;
        if (cell == nullptr || cell->columns * 2 > layout_.columns || is_blank(cell->key, wording_)) return;
        const std::string text = xml::normalize_space(cell->text);
        const std::string title(kazakh::split_numbering(text).rest);
        if (read_groups_.empty() || read_groups_.back().title.text != title) open_group(group_of(*cell) + 1, {title, cell->node});
    }

    /// A row that has nothing but a group's title in the narrow cell of the numbers.
    void open_group_of_number(const Grid& grid, int row) {
        const GridCell* cell = layout_.number >= 0 ? grid.at(row, layout_.number) : nullptr;
        if (cell == nullptr || cell->row < row) return;
        const std::string text = xml::normalize_space(cell->text);
        if (const int group = group_of(*cell); group >= 0) open_group(group + 1, {std::string(kazakh::split_numbering(text).rest), cell->node});
    }

    /// A row over the whole table right below a group's title parts its measures, "Міндет: …"; so do those that begin with the same word.
    /// One that is numbered or ends like a group is another group.
    bool is_subtitle(const std::string& title, const std::string& number) {
        const auto words = tokens_of(title);
        if (words.empty() || read_groups_.empty() || read_groups_.back().number == 0) return false;
        const bool like_group = std::any_of(groups_.begin(), groups_.end(), [&](const ChoiceTitle& group) { return group.tokens.back().folded == words.back().folded; });
        if (like_group || (!number.empty() && number.find('.') == std::string::npos)) return false;
        const auto known = [&](const std::u32string& word) { return same_stem(word, words.front().folded); };
        if (std::any_of(subtitles_.begin(), subtitles_.end(), known)) return true;
        if (!read_groups_.back().events.empty()) return false;
        subtitles_.push_back(words.front().folded);
        return true;
    }

    /// A row without number and title that has little else goes on with the measure above it, as where a page parts them.
    bool goes_on_without_name(const Grid& grid, int row, const GridCell* name, std::size_t filled) const {
        if (name != nullptr && !is_blank(name->key, wording_)) return false;
        const GridCell* number = layout_.number >= 0 ? grid.at(row, layout_.number) : nullptr;
        if (number != nullptr && !is_blank(number->key, wording_)) return false;
        return filled * 2 < static_cast<std::size_t>(layout_.columns);
    }

    void begin_event(const Grid& grid, int row, const GridCell* name) {
        if (read_groups_.empty()) read_groups_.emplace_back();
        Event& event = read_groups_.back().events.emplace_back();
        event.node = name != nullptr ? name->node.parent() : grid.row(row).front()->node.parent();
        const GridCell* number = layout_.number >= 0 ? grid.at(row, layout_.number) : nullptr;
        if (number != nullptr && group_of(*number) < 0) event.number = xml::normalize_space(number->text);
        if (name == nullptr) return;
        const std::string text = xml::normalize_space(name->text);
        const auto parts = kazakh::split_numbering(text);
        if (event.number.empty() && !path_of(std::string(parts.number)).empty()) event.number = parts.number;
    }

    Event* last_event() { return read_groups_.empty() || read_groups_.back().events.empty() ? nullptr : &read_groups_.back().events.back(); }

    /// "-//-", "– // –", "″": the same as above.
    static bool is_ditto(const std::string& text) {
        std::string marks;
        std::size_t at = 0;
        while (at < text.size()) {
            const char32_t c = base::next_code_point(text, at);
            if (c == U' ' || c == 0xA0 || c == U'-' || c == 0x2013 || c == 0x2014 || c == U'\n') continue;
            if (c != U'/' && c != U'"' && c != 0x2033 && c != 0x201D && c != 0x201E && c != 0xBB) return false;
            marks += c < 0x80 ? static_cast<char>(c) : '"';
        }
        return marks == "//" || marks == "\"" || marks == "\"\"";
    }

    /// `goes_on`: the row belongs to the measure above, which has the cells that reach down from there already. To another measure
    /// they say the same.
    void read_cells(const Grid& grid, int row, Event& event, bool goes_on) {
        for (const auto& [column, element] : layout_.elements) {
            const GridCell* cell = grid.at(row, column);
            if (cell == nullptr || element == "number") continue;
            const bool repeated = (cell->row < row && goes_on) || (column > 0 && grid.at(row, column - 1) == cell && element == "volume");
            if (repeated) continue;
            for (int above = row; above > 0 && cell != nullptr && is_ditto(cell->text); --above) {
                const GridCell* next = grid.at(above - 1, column);
                if (next == nullptr) break;
                cell = next;
            }
            std::string text = xml::normalize_space(cell->text);
            if (element == "title") text = kazakh::split_numbering(xml::normalize_space(cell->text)).rest;
            const Value value = value_of(text, cell->node);
            if (element != "volume") {
                add(event, element, value);
                continue;
            }
            const auto year = layout_.years.find(column);
            event.volumes.emplace_back(year == layout_.years.end() ? std::string() : year->second, value);
        }
    }

    /// A table with a row a measure, named by its number or title, and a column an attribute.
    bool read_attribute_columns(const Grid& grid) {
        std::map<int, std::string> columns;
        const auto titles = grid.rows() > 1 ? grid.row(0) : std::vector<const GridCell*>();
        for (const GridCell* cell : titles) {
            const std::string text(kazakh::split_numbering(cell->text).rest);
            const int attribute = attributes_.choose(text);
            if (attribute >= 0 && cell->column > 0) columns[cell->column] = attributes_.element(attribute);
        }
        if (columns.size() < 2) return false;
        for (int row = 1; row < grid.rows(); ++row) {
            Event* event = nullptr;
            for (int column = 0; column < columns.begin()->first; ++column) {
                const GridCell* cell = grid.at(row, column);
                if (cell == nullptr) continue;
                if (Event* named = described(xml::normalize_space(cell->text), nullptr)) event = named;
            }
            if (event == nullptr) continue;
            for (const auto& [column, element] : columns) {
                if (const GridCell* cell = grid.at(row, column)) add(*event, element, value_of(cell->text, cell->node));
            }
        }
        return true;
    }

    /// A table of labels and values that describes one measure.
    bool read_labels(const Grid& grid) {
        std::vector<std::pair<std::string, Value>> values;
        Event* event = described_;
        int labels = 0;
        for (int row = 0; row < grid.rows(); ++row) {
            const auto cells = grid.row(row);
            if (cells.size() < 2) {
                if (!cells.empty()) event = described(cells.front()->text, event);
                continue;
            }
            const GridCell* label = cells[cells.size() - 2];
            const std::string text(kazakh::split_numbering(label->text).rest);
            const int attribute = attributes_.choose(text);
            if (attribute < 0) {
                event = described(cells.back()->text, event);
                continue;
            }
            ++labels;
            values.emplace_back(attributes_.element(attribute), value_of(cells.back()->text, cells.back()->node));
        }
        if (event == nullptr || labels < 2) return false;
        for (const auto& [element, value] : values) add(*event, element, value);
        return true;
    }

    Event* described(const std::string& text, Event* otherwise) {
        const auto parts = kazakh::split_numbering(text);
        // "2.1" alone is a number too.
        const bool bare = parts.number.empty() && text.find_first_not_of("0123456789. ") == std::string::npos;
        Event* event = names().named(bare ? text : std::string(parts.number), kazakh::matching_key(bare ? std::string_view() : parts.rest));
        if (event == nullptr) event = names().mentioned(text);
        return event != nullptr ? event : otherwise;
    }

    void open_group(int number, Value title) {
        described_ = nullptr;
        // A table that goes on on the next page may repeat the title of its group.
        if (number > 0 && !read_groups_.empty() && read_groups_.back().number == number) return;
        read_groups_.push_back({number, std::move(title), {}});
    }

    Value value_of(std::string_view text, xml::Node node) const {
        const std::string clean = xml::normalize_space(text);
        return {is_blank(kazakh::matching_key(clean), wording_) && !is_dash(clean) ? std::string() : clean, node};
    }
    /// A dash alone says "none", which is an answer.
    static bool is_dash(const std::string& text) { return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94"; }

    static void add(Event& event, const std::string& element, const Value& value) {
        const auto [it, is_new] = event.fields.emplace(element, value);
        if (is_new || value.text.empty()) return;
        if (it->second.text.empty()) it->second = value;
        else if (it->second.text != value.text) it->second.text += "; " + value.text;
    }

    const Wording& wording_;
    AttributeLabels attributes_;
    RoadMapColumns columns_;
    SumRows sums_;
    std::vector<ChoiceTitle> groups_;
    std::vector<std::u32string> subtitles_;  ///< First words of the rows that part a group's measures.
    TableLayout layout_;                ///< Of the last table with titles.
    std::vector<Group> read_groups_;
    std::optional<EventNames> names_;  ///< Of read_groups_ as they are, once they are asked for.
    GroupTitles titles_{0};        ///< On lines between the tables.
    Event* described_ = nullptr;   ///< The measure that the lines describe.
    std::string open_attribute_;
};

}  // namespace

void add_road_map(xml::Node paper, xml::Node appendix, const act::Act& act, const Wording& wording) {
    const xml::Node text = paper.first_element("text");
    if (!text || paper.first_element("group")) return;
    RoadMapReader reader(appendix, act, wording);
    reader.read(text);
    reader.write(paper);
}

}  // namespace irikteu::outline
