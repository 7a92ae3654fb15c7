#include "outline/road_map_columns.hpp"

#include <algorithm>

#include "kazakh/letters.hpp"

namespace irikteu::outline {

namespace {

constexpr int most_title_rows = 4;
constexpr int least_columns = 3;  ///< Prescribed columns that make a table a road map.
constexpr int least_titles = 2;   ///< Titles that make a row the row of titles.

/// "executor" of "table.col.executor"; the measure's own column is its title.
std::string element_of(const std::string& column_id) {
    const std::string name = column_id.substr(column_id.rfind('.') + 1);
    return name == "event" ? "title" : name;
}

/// A year of three centuries: rules say which of them can be.
std::string year_in(const std::string& text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool is_century = text.compare(i, 2, "20") == 0 || text.compare(i, 2, "19") == 0 || text.compare(i, 2, "21") == 0;
        const bool begins = is_century && (i == 0 || text[i - 1] < '0' || text[i - 1] > '9');
        const auto digit = [&](std::size_t k) { return text[k] >= '0' && text[k] <= '9'; };
        if (begins && digit(i + 2) && digit(i + 3) && (i + 4 == text.size() || !digit(i + 4))) return text.substr(i, 4);
    }
    return {};
}

/// Whether a cell names a year or a span of years and nothing else: "2016", "2016 ж.", "2016–2018 жылдар".
bool is_year_title(const GridCell& cell) {
    const auto letters = kazakh::to_code_points(cell.key.folded);
    const auto digits = std::count_if(letters.begin(), letters.end(), kazakh::is_digit);
    return (digits == 4 || digits == 8) && kazakh::is_digit(letters.front()) && letters.size() <= 16 && cell.text.find("-\xD1\x82") == std::string::npos;
}

}  // namespace

int width_of(const Grid& grid) {
    int columns = 0;
    for (const GridCell& cell : grid.cells()) columns = std::max(columns, cell.column + cell.columns);
    return columns;
}

RoadMapColumns::RoadMapColumns(xml::Node table, const act::Act& act, const AttributeLabels& attributes) : attributes_(attributes) {
    for (const xml::Node column : table.elements()) {
        const std::string id(column.attribute_or("id", ""));
        columns_.push_back(choice_title(id, column.child_text("title")));
        for (const xml::Node node : column.elements()) {
            if (node.name() == "alias") aliases_.emplace_back(kazakh::matching_key(node.text()), static_cast<int>(columns_.size()) - 1);
        }
        if (column.attribute_or("required", "true") == "true") required_.push_back(id);
        if (id.ends_with(".event")) event_word_ = columns_.back().key.folded;
    }
    for (const auto& phrase : act.wording("sum")) sums_.insert(kazakh::matching_key(phrase).folded);
    for (const auto& phrase : act.wording("group")) group_columns_.insert(kazakh::matching_key(phrase).folded);
}

void RoadMapColumns::write(xml::Node columns) const {
    for (const std::string& id : required_) {
        xml::Node column = columns.append("column");
        column.set_attribute("item", id);
        column.set_attribute("status", found_.contains(id) ? "found" : "missing");
    }
}

TableLayout RoadMapColumns::layout_of(const Grid& grid, int& first) {
    TableLayout layout;
    std::set<std::string> found;
    int until = 0;
    for (int row = 0; row < std::min(grid.rows(), most_title_rows); ++row) {
        TableLayout with_row = layout;
        std::set<std::string> found_with_row = found;
        const auto [titles, others] = read_titles(grid, row, with_row, found_with_row);
        // A line above the titles may say what the table is; below them only titles of parts of columns go on.
        const bool is_title_row = found.empty() ? titles >= least_titles : others == 0;
        if (!is_title_row && !found.empty()) break;
        if (!is_title_row) continue;
        layout = std::move(with_row);
        found = std::move(found_with_row);
        until = row + 1;
    }
    for (const GridCell& cell : grid.cells()) {
        if (cell.row < until && layout.elements.contains(cell.column)) until = std::max(until, std::min(cell.row + cell.rows, most_title_rows));
    }
    if (static_cast<int>(found.size()) < least_columns) return {};
    layout.columns = width_of(grid);
    first = until;
    found_.insert(found.begin(), found.end());
    return layout;
}

/// How many cells of a row are titles, and how many are something else. Columns numbered 1, 2, 3 … are titles too.
std::pair<int, int> RoadMapColumns::read_titles(const Grid& grid, int row, TableLayout& layout, std::set<std::string>& found) const {
    int titles = 0;
    int others = 0;
    int counted = 0;
    for (const GridCell* cell : grid.row(row)) {
        if (cell->key.folded.empty() && cell->text.find("\xE2\x84\x96") == std::string::npos) continue;
        counted += cell->key.folded == std::to_string(counted + 1);
        const bool is_title = read_title(*cell, layout, found);
        ++(is_title ? titles : others);
    }
    if (!found.empty() && titles == 0 && others > 2 && counted == others) others = 0;
    return {titles, others};
}

/// The column that a title names: in one of its other wordings, but for what stands in parentheses or behind a comma, or
/// by most of its words.
int RoadMapColumns::choose_column(const std::string& text, const Key& key) const {
    const Key bare = kazakh::matching_key(std::string_view(text).substr(0, text.find_first_of(",(")));
    for (const Key* each : {&key, &bare}) {
        for (const auto& [alias, column] : aliases_) {
            if (nearly_equal(*each, alias)) return column;
        }
    }
    return choose_title(columns_, text, key);
}

bool RoadMapColumns::read_title(const GridCell& cell, TableLayout& layout, std::set<std::string>& found) const {
    const std::string text = xml::normalize_space(cell.text);
    const std::string year = year_in(text);
    if (!year.empty() && is_year_title(cell)) {
        for (int column = cell.column; column < cell.column + cell.columns; ++column) layout.elements[column] = "volume", layout.years[column] = year;
        found.insert("table.col.volume");
        return true;
    }
    if (group_columns_.contains(cell.key.folded)) return true;  // Which column has the groups, its cells say.
    const bool named_attribute = attributes_.is_alias(cell.key);
    const int column = named_attribute ? -1 : choose_column(text, cell.key);
    if (column >= 0) {
        const std::string& id = columns_[static_cast<std::size_t>(column)].id;
        if (found.contains(id) && id != "table.col.volume") return false;
        found.insert(id);
        if (id.ends_with(".number")) layout.number = cell.column;
        for (int c = cell.column; c < cell.column + (id == "table.col.volume" ? cell.columns : 1); ++c) layout.elements[c] = element_of(id);
        return true;
    }
    const int attribute = attributes_.choose(text);
    if (attribute >= 0) {
        layout.elements[cell.column] = attributes_.element(attribute);
        return true;
    }
    if (text.starts_with("\xE2\x84\x96")) {
        layout.number = cell.column;
        return true;
    }
    // The column of sums beside the years.
    if (layout.elements.contains(cell.column) && layout.elements.at(cell.column) == "volume" && sums_.contains(cell.key.folded)) {
        layout.years[cell.column] = "total";
        return true;
    }
    return false;
}

}  // namespace irikteu::outline
