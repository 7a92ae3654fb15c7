#include "outline/sheet_table.hpp"

#include <algorithm>
#include <array>

#include "kazakh/numbering.hpp"

namespace irikteu::outline {

namespace {

constexpr int least_labels = 4;      ///< Labels that make a table a company sheet.
constexpr int most_title_rows = 3;   ///< Of a table with a row a company, before and below the row of labels.
constexpr std::size_t longest_name = 120;  ///< Characters of a company's name in the row of a table's title.

bool is_number(const Key& key) {
    return !key.folded.empty() && std::all_of(key.folded.begin(), key.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_quoted(const std::string& text) {
    static constexpr std::array<std::string_view, 4> marks = {"\xC2\xAB", "\"", "\xE2\x80\x9C", "\xE2\x80\x9E"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark) != std::string::npos; });
}

}  // namespace

SheetTable::SheetTable(const SheetLabels& labels, const CompanyFiller& filler, const Wording& wording, xml::Node table)
    : labels_(labels), filler_(filler), wording_(wording), table_(table), grid_(table) {
    roles_.reserve(grid_.cells().size());
    for (const GridCell& cell : grid_.cells()) roles_.push_back(labels_.role_of(cell.text));
}

SheetTable::Piece SheetTable::piece() const {
    int labels = 0;
    int parts = 0;
    int indicators = 0;
    for (const SheetRole& role : roles_) {
        labels += role.row != nullptr;
        parts += role.row == nullptr && role.part != nullptr;
        indicators += role.indicator != nullptr;
    }
    if (labels >= least_labels || (labels >= 2 && labels + parts >= least_labels)) return Piece::sheet;
    if (labels + indicators >= 3) return Piece::indicators;
    return labels + indicators > 0 ? Piece::remnant : Piece::none;
}

bool SheetTable::completes(const Company& company) const {
    for (int row = 0; row < grid_.rows(); ++row) {
        bool known = false;
        for (const GridCell* cell : grid_.row(row)) {
            const SheetRole& role = role_of(*cell);
            if (role.row != nullptr && leads(*cell)) {
                if (company.has(labels_, role.row->id)) return false;
                known = true;
            }
            known = known || role.indicator != nullptr || role.part != nullptr || labels_.says_years(cell->text) || cell->row < row;
        }
        for (int column = 0; column < 2; ++column) {
            const GridCell* above = grid_.at(row, column);
            known = known || (above != nullptr && above->row < row);
        }
        if (!known) return false;
    }
    return true;
}

void SheetTable::read(std::vector<Company>& companies) {
    if (!read_across(companies) && !read_columns(companies)) read_down(companies);
}

// ---- one field a row

void SheetTable::read_down(std::vector<Company>& companies) {
    if (begins_nameless(companies)) {
        Company& company = companies.emplace_back();
        // The name as the table's title, over its whole width.
        const auto first = grid_.row(0);
        const bool titled = first.size() == 1 && first.front()->columns > 1 && !is_label(*first.front()) && visible_characters(first.front()->text) <= longest_name;
        if (titled && is_quoted(first.front()->text)) {
            const std::string text = xml::normalize_space(first.front()->text);
            filler_.set(company, "name", {std::string(kazakh::split_numbering(text).rest), first.front()->node});
        }
    }
    for (const GridCell& cell : grid_.cells()) {
        const SheetRole& role = role_of(cell);
        if (role.row != nullptr && role.row->id == "name" && leads(cell)) companies.emplace_back();
        if (companies.empty()) continue;
        Company& company = companies.back();
        company.last = table_;
        if (role.row != nullptr) read_row(cell, *role.row, company);
        else if (role.part != nullptr && leads(cell) && !has_row_above(cell)) filler_.set(company, role.part->id, filler_.value_of(value_cell(cell)));
        else if (labels_.says_years(cell.text)) read_years(cell, company);
        else if (role.indicator != nullptr) read_indicator(cell, *role.indicator, company);
    }
}

/// Whether a table without the row of the name is a sheet of its own: it has rows that the last company has already,
/// or there is no company yet.
bool SheetTable::begins_nameless(const std::vector<Company>& companies) const {
    bool repeats = companies.empty();
    for (const GridCell& cell : grid_.cells()) {
        const SheetLabel* label = leads(cell) ? role_of(cell).row : nullptr;
        if (label == nullptr) continue;
        if (label->id == "name") return false;
        repeats = repeats || companies.back().has(labels_, label->id);
    }
    return repeats;
}

/// Whether a cell stands in the rows of a divided label, which reads its parts itself.
bool SheetTable::has_row_above(const GridCell& cell) const {
    return std::any_of(grid_.cells().begin(), grid_.cells().end(), [&](const GridCell& other) {
        return role_of(other).row != nullptr && other.row < cell.row && other.column + other.columns <= cell.column && last_row(other) >= cell.row;
    });
}

/// Whether nothing but a number stands to the left of a cell in its row: there the labels stand.
bool SheetTable::leads(const GridCell& cell) const {
    for (int column = 0; column < cell.column; ++column) {
        const GridCell* before = grid_.at(cell.row, column);
        if (before != nullptr && !blank(*before) && !is_number(before->key)) return false;
    }
    return true;
}

/// The cell with a label's value: the first one beside it that is filled, up to the next label; where the label takes the
/// whole row, the cell below.
const GridCell* SheetTable::value_cell(const GridCell& label) const {
    const GridCell* first = grid_.right_of(label);
    if (first == nullptr) {
        const GridCell* under = grid_.below(label);
        return under != nullptr && role_of(*under) ? nullptr : under;
    }
    for (const GridCell* cell = first; cell != nullptr && role_of(*cell).row == nullptr; cell = grid_.right_of(*cell)) {
        if (!blank(*cell)) return cell;
    }
    return role_of(*first).row == nullptr ? first : nullptr;
}

/// The last row that belongs to a label: its span, or up to the next label at the left.
int SheetTable::last_row(const GridCell& label) const {
    int last = label.row + label.rows - 1;
    for (int row = last + 1; row < grid_.rows(); ++row) {
        const GridCell* first = grid_.at(row, label.column);
        if (first == nullptr || !blank(*first)) break;
        last = row;
    }
    return last;
}

void SheetTable::read_row(const GridCell& cell, const SheetLabel& label, Company& company) const {
    const GridCell* value = value_cell(cell);
    if (!labels_.has_parts(label.id)) return filler_.set(company, label.id, filler_.value_of(value, label.id == "site"));
    const int last = last_row(cell);
    bool found = false;
    for (const GridCell& part : grid_.cells()) {
        if (part.row < cell.row || part.row > last || part.column < cell.column + cell.columns) continue;
        found = read_part(part, label.id, last, company) || found;
    }
    if (found) return;
    // A title over rows that are labelled themselves says nothing of its own.
    const bool heads = (value == nullptr || blank(*value)) && last + 1 < grid_.rows() && std::any_of(grid_.cells().begin(), grid_.cells().end(), [&](const GridCell& below) {
        const SheetLabel* part = below.row == last + 1 ? role_of(below).part : nullptr;
        return part != nullptr && part->id.starts_with(label.id + ".");
    });
    // Nothing is labelled inside: one text for all parts.
    if (!heads) filler_.set_row(company, label.id, filler_.value_of(value), value == nullptr ? std::string_view() : std::string_view(value->text));
}

bool SheetTable::read_part(const GridCell& cell, const std::string& row_id, int last, Company& company) const {
    if (const SheetLabel* part = part_of(row_id, cell)) {
        const GridCell* beside = grid_.right_of(cell);
        const GridCell* under = grid_.below(cell);
        const bool captions = beside == nullptr || is_part(*beside, row_id);
        const bool has_under = under != nullptr && under->row <= last && part_of(row_id, *under) == nullptr;
        filler_.set(company, part->id, filler_.value_of(captions && has_under ? under : captions ? nullptr : beside));
        return true;
    }
    return filler_.read_labelled(company, row_id, cell.text, cell.node);
}

/// Whether a cell is a label of a part, or begins with one: "Қала: Семей".
bool SheetTable::is_part(const GridCell& cell, const std::string& row_id) const {
    if (part_of(row_id, cell) != nullptr) return true;
    const auto colon = cell.text.find(':');
    return colon != std::string::npos && labels_.part_of(row_id, std::string_view(cell.text).substr(0, colon)) != nullptr;
}

// ---- indicators

void SheetTable::read_years(const GridCell& cell, Company& company) {
    years_.clear();
    // A title over the years may push them into the row below.
    for (int row = cell.row; row <= std::min(cell.row + cell.rows, grid_.rows() - 1) && years_.empty(); ++row) {
        for (const GridCell* other : grid_.row(row)) {
            const std::string year = year_of(other->text);
            if (year.empty()) continue;
            years_.emplace_back(year, other->column);
            company.add_year(year);
        }
    }
}

void SheetTable::read_indicator(const GridCell& cell, const SheetLabel& indicator, Company& company) {
    if (!role_of(cell).year.empty()) return filler_.set_figure(company, role_of(cell).year, indicator.id, value_cell(cell));
    if (years_.empty()) find_years(cell.row, company);
    for (const auto& [year, column] : years_) {
        const GridCell* figure = grid_.at(cell.row, column);
        if (figure != nullptr && figure != &cell) filler_.set_figure(company, year, indicator.id, figure);
    }
}

/// Years above an indicator whose table has no title row of its own.
void SheetTable::find_years(int row, Company& company) {
    for (int r = row - 1; r >= 0 && years_.empty(); --r) {
        for (const GridCell* cell : grid_.row(r)) {
            if (year_of(cell->text).empty()) continue;
            read_years(*cell, company);
            break;
        }
    }
}

/// The year that a cell is the title of. A figure may look like one; it has an indicator of its own beside or above it.
std::string SheetTable::year_at(const GridCell& cell) const {
    const std::string year = year_of(cell.text);
    if (year.empty()) return year;
    for (int column = cell.column - 1; column >= 0; --column) {
        const GridCell* left = grid_.at(cell.row, column);
        if (left != nullptr && role_of(*left).indicator != nullptr && left->rows == 1) return {};
    }
    for (int row = cell.row - 1; row >= 0; --row) {
        const GridCell* above = grid_.at(row, cell.column);
        if (above != nullptr && role_of(*above).indicator != nullptr && above->columns == 1) return {};
    }
    return year;
}

/// Indicator and year of a figure: each stands in its row or above it.
std::pair<const SheetLabel*, std::string> SheetTable::figure_of(const GridCell& cell) const {
    std::pair<const SheetLabel*, std::string> figure;
    const auto look = [&](const GridCell* label) {
        if (label == nullptr || label == &cell) return;
        if (figure.first == nullptr) figure.first = role_of(*label).indicator;
        if (figure.second.empty()) figure.second = role_of(*label).year.empty() ? year_at(*label) : role_of(*label).year;
    };
    for (int column = cell.column - 1; column >= 0; --column) look(grid_.at(cell.row, column));
    for (int row = cell.row - 1; row >= 0 && (figure.first == nullptr || figure.second.empty()); --row) look(grid_.at(row, cell.column));
    return figure;
}

void SheetTable::read_figures(Company& company) {
    company.last = table_;
    for (const GridCell& cell : grid_.cells()) {
        if (is_label(cell)) continue;
        const auto [indicator, year] = figure_of(cell);
        if (indicator != nullptr && !year.empty()) filler_.set_figure(company, year, indicator->id, &cell);
    }
}

bool SheetTable::read_of_named(std::vector<Company>& companies) const {
    std::vector<std::pair<std::string, std::size_t>> names;
    for (std::size_t i = 0; i < companies.size(); ++i) {
        if (auto key = companies[i].name_key(); !key.empty()) names.emplace_back(std::move(key), i);
    }
    const auto named = [&](const GridCell& cell) {
        const Key key = kazakh::matching_key(kazakh::split_numbering(xml::normalize_space(cell.text)).rest);
        const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == key.folded || name.first == cell.key.folded; });
        return found == names.end() ? nullptr : &companies[found->second];
    };
    std::vector<Company*> of_row(static_cast<std::size_t>(grid_.rows()), nullptr);
    int rows = 0;
    for (const GridCell& cell : grid_.cells()) {
        Company* company = cell.key.folded.empty() || !role_of(cell) ? named(cell) : nullptr;
        if (company == nullptr) continue;
        ++rows;
        for (int row = cell.row; row < grid_.rows(); ++row) of_row[static_cast<std::size_t>(row)] = company;
    }
    if (rows == 0) return false;
    bool found = false;
    for (const GridCell& cell : grid_.cells()) {
        Company* company = of_row[static_cast<std::size_t>(cell.row)];
        if (company == nullptr || is_label(cell) || named(cell) != nullptr) continue;
        const auto [indicator, year] = figure_of(cell);
        if (indicator == nullptr || year.empty()) continue;
        filler_.set_figure(*company, year, indicator->id, &cell);
        found = true;
    }
    return found;
}

// ---- one company a row

/// What the columns are below the row of labels; `row` is then the first row of companies.
SheetTable::Columns SheetTable::columns_below(int& row) const {
    int width = 0;
    int end = row + 1;
    for (const GridCell* cell : grid_.row(row)) {
        width = std::max(width, cell->column + cell->columns);
        end = std::max(end, cell->row + cell->rows);
    }
    // Rows of parts and years, and one that counts the columns.
    for (; end < std::min(grid_.rows(), row + 1 + most_title_rows); ++end) {
        const auto cells = grid_.row(end);
        const bool titles = !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](const GridCell* cell) { return blank(*cell) || is_label(*cell); }) &&
                            std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) { return is_label(*cell); });
        const bool counts = cells.size() > 3 && std::all_of(cells.begin(), cells.end(), [&](const GridCell* cell) { return is_number(cell->key); }) &&
                            cells[1]->key.folded == std::to_string(cells[1]->column + 1);
        if (!titles && !counts) break;
    }
    Columns columns;
    for (int column = 0; column < width; ++column) {
        SheetRole role;
        for (int r = row; r < end; ++r) {
            const GridCell* cell = grid_.at(r, column);
            if (cell == nullptr) continue;
            const SheetRole& own = role_of(*cell);
            const SheetLabel* part = role.row != nullptr ? part_of(role.row->id, *cell) : nullptr;
            if (part != nullptr) role = {nullptr, part, nullptr};
            else if (own.row != nullptr) role = {own.row, nullptr, nullptr};
            else if (own.indicator != nullptr) role = {nullptr, nullptr, own.indicator, own.year.empty() ? role.year : own.year};
            else if (own.part != nullptr) role = {nullptr, own.part, nullptr};
            if (const std::string year = year_of(cell->text); !year.empty()) role.year = year;
        }
        // A title over several columns that have none of their own is that of the first one.
        const GridCell* lowest = grid_.at(end - 1, column);
        if (role && (lowest == nullptr || lowest->column == column)) columns.emplace_back(role, column);
    }
    row = end;
    return columns;
}

bool SheetTable::read_across(std::vector<Company>& companies) const {
    for (int row = 0; row < std::min(grid_.rows(), most_title_rows); ++row) {
        int labels = 0;
        int rows = 0;
        for (const GridCell* cell : grid_.row(row)) {
            const SheetRole& role = role_of(*cell);
            rows += role.row != nullptr;
            labels += role.row != nullptr || role.part != nullptr;
        }
        if (labels < least_labels || rows < 3) continue;
        int below = row;
        const Columns columns = columns_below(below);
        for (; below < grid_.rows(); ++below) {
            Company company;
            company.last = table_;
            for (const auto& [role, column] : columns) {
                const GridCell* cell = grid_.at(below, column);
                if (cell == nullptr || cell->row < below) continue;
                filler_.take(company, role, cell->text, cell->node);
            }
            const auto name = company.fields.find("name");
            const bool says_nothing = std::all_of(company.fields.begin(), company.fields.end(), [](const auto& field) { return field.second.text.empty(); });
            const bool counts = name != company.fields.end() && is_number(kazakh::matching_key(name->second.text));
            if (!says_nothing && !counts) companies.push_back(std::move(company));
        }
        return true;
    }
    return false;
}

// ---- one company a column

/// The columns whose cells are values of one company each: there the row of the name has several that are no labels, and most of
/// the other labelled rows have something too.
std::vector<int> SheetTable::company_columns(int& name_row) const {
    const auto name = std::find_if(grid_.cells().begin(), grid_.cells().end(), [&](const GridCell& cell) {
        return role_of(cell).row != nullptr && role_of(cell).row->id == "name" && leads(cell);
    });
    std::vector<int> columns;
    if (name == grid_.cells().end()) return columns;
    name_row = name->row;
    for (const GridCell* cell = grid_.right_of(*name); cell != nullptr; cell = grid_.right_of(*cell)) {
        if (is_label(*cell)) return {};
        if (!blank(*cell)) columns.push_back(cell->column);
    }
    std::erase_if(columns, [&](int column) {
        int labelled = 0;
        int filled = 0;
        for (int row = 0; row < grid_.rows(); ++row) {
            const auto cells = grid_.row(row);
            const bool has_label = std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) { return role_of(*cell) && cell->column < column; });
            const GridCell* cell = grid_.at(row, column);
            if (!has_label || cell == nullptr || cell->column != column) continue;
            ++labelled;
            filled += !blank(*cell) && !is_label(*cell);
        }
        return labelled < least_labels || filled * 2 < labelled;
    });
    return columns;
}

bool SheetTable::read_columns(std::vector<Company>& companies) const {
    int name_row = 0;
    const std::vector<int> columns = company_columns(name_row);
    if (columns.size() < 2) return false;
    std::vector<Company> found(columns.size());
    for (int row = 0; row < grid_.rows(); ++row) {
        SheetRole role;
        std::string year;
        for (int column = 0; column < columns.front(); ++column) {
            const GridCell* cell = grid_.at(row, column);
            if (cell == nullptr) continue;
            const SheetLabel* part = role.row != nullptr ? part_of(role.row->id, *cell) : nullptr;
            if (part != nullptr) role = {nullptr, part, nullptr};
            else if (role_of(*cell)) role = role_of(*cell);
            if (const std::string own = year_of(cell->text); !own.empty()) year = own;
        }
        if (!role) continue;
        if (role.year.empty()) role.year = year;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const GridCell* cell = grid_.at(row, columns[i]);
            found[i].last = table_;
            if (cell != nullptr) filler_.take(found[i], role, cell->text, cell->node);
        }
    }
    companies.insert(companies.end(), found.begin(), found.end());
    return true;
}

}  // namespace irikteu::outline
