#include "outline/companies.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "kazakh/letters.hpp"
#include "outline/grid.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t longest_label = 160;  ///< Characters of a cell that may be a label.
constexpr int least_labels = 4;  ///< Labels that make a table a company sheet.

/// A label of the sheet: a row, or a cell of a row.
struct Label {
    std::string id;     ///< "address", "address.street", "turnover"
    std::string title;
    Key key;
    std::vector<Token> tokens;
    std::vector<Key> parts;  ///< Of the title without its explanation or unit, and of its other wordings.
};

struct Sheet {
    std::vector<Label> rows, cells, indicators;
    Label years;
};

Label label_of(std::string id, xml::Node node) {
    Label label;
    label.id = std::move(id);
    label.title = node.child_text("title");
    label.key = kazakh::matching_key(label.title);
    label.tokens = tokens_of(label.title);
    // The explanation in parentheses and the unit after a comma may be left out.
    for (const char* end : {" (", ", "}) {
        const auto cut = label.title.find(end);
        if (cut != std::string::npos) label.parts.push_back(kazakh::matching_key(label.title.substr(0, cut)));
    }
    for (xml::Node alias : node.elements()) {
        if (alias.name() == "alias") label.parts.push_back(kazakh::matching_key(alias.text()));
    }
    return label;
}

Sheet sheet_of(xml::Node node) {
    Sheet sheet;
    for (xml::Node row : node.elements()) {
        if (row.name() == "row") {
            sheet.rows.push_back(label_of(std::string(row.attribute_or("id", "")), row));
            for (xml::Node cell : row.elements()) {
                if (cell.name() == "cell") sheet.cells.push_back(label_of(std::string(cell.attribute_or("id", "")), cell));
            }
        } else if (row.name() == "indicators") {
            sheet.years = label_of(std::string(row.attribute_or("id", "")), row);
            for (xml::Node indicator : row.elements()) {
                if (indicator.name() == "row") sheet.indicators.push_back(label_of(std::string(indicator.attribute_or("id", "")), indicator));
            }
        }
    }
    return sheet;
}

bool says(const Label& label, const Key& key) {
    if (nearly_equal(key, label.key)) return true;
    return std::any_of(label.parts.begin(), label.parts.end(), [&](const Key& part) { return part.folded == key.folded; });
}

/// Long titles of indicators are shortened in many ways: then the words decide.
bool says_by_words(const Label& label, const std::vector<Token>& words) {
    if (label.tokens.size() < 4 || words.size() < 3) return false;
    const auto common = std::count_if(words.begin(), words.end(), [&](const Token& word) {
        return std::any_of(label.tokens.begin(), label.tokens.end(), [&](const Token& token) { return same_stem(token.folded, word.folded); });
    });
    return common * 10 >= static_cast<std::ptrdiff_t>(words.size()) * 8 && common * 10 >= static_cast<std::ptrdiff_t>(label.tokens.size()) * 4;
}

const Label* find_label(const std::vector<Label>& labels, const Key& key) {
    for (const Label& label : labels) {
        if (says(label, key)) return &label;
    }
    return nullptr;
}

/// A year as the heading of a column: "2013", "2013 ж.", "2013 жыл".
std::string year_of(const GridCell& cell) {
    const std::string& key = cell.key.folded;
    const bool begins = key.size() >= 4 && std::all_of(key.begin(), key.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (!begins || !(key.starts_with("19") || key.starts_with("20")) || kazakh::to_code_points(key).size() > 10) return {};
    if (key.size() > 4 && key[4] >= '0' && key[4] <= '9') return {};
    return key.substr(0, 4);
}

struct Value {
    std::string text;
    xml::Node node;
};

/// What was read of one company.
struct Company {
    std::map<std::string, Value> fields;   ///< By id, without the additional codes.
    std::vector<Value> extra;              ///< Additional codes.
    std::vector<std::string> years;        ///< In the order of their columns.
    std::map<std::pair<std::string, std::string>, Value> figures;  ///< By year and indicator.
    xml::Node last_table;
    bool empty() const { return fields.empty() && extra.empty() && figures.empty(); }
};

/// What a cell of a table is to the sheet.
struct Role {
    const Label* row = nullptr;
    const Label* part = nullptr;
    const Label* indicator = nullptr;
};

/// Reads one table; a company may go on in the next.
class SheetReader {
  public:
    SheetReader(const Sheet& sheet, const Wording& wording, xml::Node table)
        : sheet_(sheet), wording_(wording), table_(table), grid_(table) {
        roles_.reserve(grid_.cells().size());
        for (const GridCell& cell : grid_.cells()) roles_.push_back(make_role(cell));
    }

    enum class Piece { none, sheet, indicators, remnant };
    /// Whether the table holds a sheet, what may be the indicators of a sheet before it, or a few rows that may be what a
    /// page parted from it.
    Piece piece() const {
        int labels = 0;
        int parts = 0;
        int indicators = 0;
        for (const Role& role : roles_) {
            labels += role.row != nullptr;
            parts += role.row == nullptr && role.part != nullptr;
            indicators += role.indicator != nullptr;
        }
        if (labels >= least_labels || (labels >= 2 && labels + parts >= least_labels)) return Piece::sheet;
        if (labels + indicators >= 3) return Piece::indicators;
        return labels + indicators > 0 ? Piece::remnant : Piece::none;
    }

    /// Whether each row begins with a label that the company lacks.
    bool completes(const Company& company) const {
        for (int row = 0; row < grid_.rows(); ++row) {
            bool known = false;
            for (const GridCell* cell : grid_.row(row)) {
                const Role& role = role_of(*cell);
                if (role.row != nullptr && leads(*cell)) {
                    if (company.fields.contains(role.row->id) || company.fields.contains(first_part(role.row->id))) return false;
                    known = true;
                }
                known = known || role.indicator != nullptr || role.part != nullptr || says(sheet_.years, cell->key) || cell->row < row;
            }
            for (int column = 0; column < 2; ++column) {
                const GridCell* above = grid_.at(row, column);
                known = known || (above != nullptr && above->row < row);
            }
            if (!known) return false;
        }
        return true;
    }

    void read(std::vector<Company>& companies) {
        if (read_across(companies)) return;
        if (begins_nameless(companies)) companies.emplace_back();
        for (const GridCell& cell : grid_.cells()) {
            const Role& role = role_of(cell);
            if (role.row != nullptr && role.row->id == "name" && leads(cell)) companies.emplace_back();
            if (companies.empty()) continue;
            Company& company = companies.back();
            company.last_table = table_;
            if (role.row != nullptr) read_row(cell, *role.row, company);
            else if (role.part != nullptr && leads(cell) && !has_row_above(cell)) set(company, role.part->id, value_of(value_cell(cell)));
            else if (says(sheet_.years, cell.key)) read_years(cell, company);
            else if (role.indicator != nullptr) read_indicator(cell, *role.indicator, company);
        }
    }

  private:
    /// Whether a table without the row of the name is a sheet of its own: it has rows that the last company has already,
    /// or there is no company yet.
    bool begins_nameless(const std::vector<Company>& companies) const {
        bool repeats = companies.empty();
        for (const GridCell& cell : grid_.cells()) {
            const Label* label = role_of(cell).row != nullptr && leads(cell) ? role_of(cell).row : nullptr;
            if (label == nullptr) continue;
            if (label->id == "name") return false;
            repeats = repeats || companies.back().fields.contains(label->id) || companies.back().fields.contains(first_part(label->id));
        }
        return repeats;
    }

    /// Whether a cell stands in the rows of a divided label, which reads its parts itself.
    bool has_row_above(const GridCell& cell) const {
        for (const GridCell& other : grid_.cells()) {
            const Label* row = role_of(other).row;
            if (row != nullptr && other.row < cell.row && other.column + other.columns <= cell.column && last_row(other) >= cell.row) return true;
        }
        return false;
    }

    /// Whether nothing but a number stands to the left of a cell in its row: there the labels stand.
    bool leads(const GridCell& cell) const {
        for (int column = 0; column < cell.column; ++column) {
            const GridCell* before = grid_.at(cell.row, column);
            if (before == nullptr || is_blank(before->key, wording_)) continue;
            if (!std::all_of(before->key.folded.begin(), before->key.folded.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
        }
        return true;
    }

    Role make_role(const GridCell& cell) const {
        if (cell.key.folded.empty() || visible_characters(cell.text) > longest_label) return {};
        const auto numbered = kazakh::split_numbering(cell.text);
        const Key key = numbered.number.empty() ? cell.key : kazakh::matching_key(numbered.rest);
        Role role{find_label(sheet_.rows, key), find_label(sheet_.cells, key), find_label(sheet_.indicators, key)};
        if (role.row != nullptr || role.part != nullptr || role.indicator != nullptr) return role;
        const auto words = tokens_of(cell.text);
        for (const Label& label : sheet_.indicators) {
            if (role.indicator == nullptr && says_by_words(label, words)) role.indicator = &label;
        }
        return role;
    }
    const Role& role_of(const GridCell& cell) const { return roles_[static_cast<std::size_t>(&cell - grid_.cells().data())]; }

    Value value_of(const GridCell* cell) const {
        if (cell == nullptr || is_blank(cell->key, wording_)) return {{}, cell ? cell->node : xml::Node()};
        return {xml::normalize_space(cell->text), cell->node};
    }

    void set(Company& company, const std::string& id, Value value) const {
        if (id == "eqjj.extra") {
            if (!value.text.empty()) company.extra.push_back(std::move(value));
        } else if (const auto [it, is_new] = company.fields.emplace(id, value); !is_new && it->second.text.empty()) {
            it->second = std::move(value);
        }
    }

    /// The cell with a label's value: the first one beside it that is filled, up to the next label; where the label takes the
    /// whole row, the cell below.
    const GridCell* value_cell(const GridCell& label) const {
        const GridCell* first = grid_.right_of(label);
        if (first == nullptr) {
            const GridCell* under = grid_.below(label);
            const bool labelled = under != nullptr && (role_of(*under).row != nullptr || role_of(*under).part != nullptr || role_of(*under).indicator != nullptr);
            return labelled ? nullptr : under;
        }
        for (const GridCell* cell = first; cell != nullptr && role_of(*cell).row == nullptr; cell = grid_.right_of(*cell)) {
            if (!is_blank(cell->key, wording_)) return cell;
        }
        return role_of(*first).row == nullptr ? first : nullptr;
    }

    /// The last row that belongs to a label: its span, or up to the next label at the left.
    int last_row(const GridCell& label) const {
        int last = label.row + label.rows - 1;
        for (int row = last + 1; row < grid_.rows(); ++row) {
            const GridCell* first = grid_.at(row, label.column);
            if (first == nullptr || !is_blank(first->key, wording_)) break;
            last = row;
        }
        return last;
    }

    void read_row(const GridCell& cell, const Label& label, Company& company) const {
        const bool has_parts = std::any_of(sheet_.cells.begin(), sheet_.cells.end(),
                                           [&](const Label& part) { return part.id.starts_with(label.id + "."); });
        if (!has_parts) {
            set(company, label.id, value_of(value_cell(cell)));
            return;
        }
        const int last = last_row(cell);
        bool found = false;
        for (const GridCell& part : grid_.cells()) {
            if (part.row < cell.row || part.row > last || part.column < cell.column + cell.columns) continue;
            found = read_part(part, label.id, last, company) || found;
        }
        // Nothing is labelled inside: the whole of it is the first part.
        if (!found) set_parts(company, label.id, value_of(value_cell(cell)));
    }

    /// A row of parts that was filled in as one text: "Абай көшесі, 5, Семей, 071400" is street, city and postcode, "Қалиев Ерлан,
    /// директор" surname, name and position. What cannot be told apart goes to the first part.
    void set_parts(Company& company, const std::string& id, const Value& value) const {
        std::vector<std::string> pieces;
        for (std::string_view rest = value.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
            if (const auto piece = xml::trim(rest.substr(0, end)); !piece.empty()) pieces.emplace_back(piece);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        std::vector<std::string> ids;
        for (const Label& part : sheet_.cells) {
            if (part.id.starts_with(id + ".")) ids.push_back(part.id);
        }
        const auto is_code = [](const std::string& piece) {
            return piece.find_first_not_of("0123456789.") == std::string::npos;
        };
        const auto code = std::find_if(pieces.begin(), pieces.end(), is_code);
        if (ids.size() == 3 && pieces.size() >= 3 && code != pieces.end()) {
            // Codes stand at either end of an address; its last words are the place.
            set(company, ids[2], {*code, value.node});
            pieces.erase(code);
            set(company, ids[1], {pieces.back(), value.node});
            pieces.pop_back();
            set(company, ids[0], {joined(pieces), value.node});
        } else if (ids.size() == 3 && pieces.size() == 2 && code == pieces.end() && pieces.front().find(' ') != std::string::npos) {
            const auto space = pieces.front().find(' ');
            set(company, ids[0], {pieces.front().substr(0, space), value.node});
            set(company, ids[1], {pieces.front().substr(space + 1), value.node});
            set(company, ids[2], {pieces.back(), value.node});
        } else if (ids.size() == 2 && !pieces.empty()) {
            set(company, ids[0], {pieces.front(), value.node});
            for (std::size_t i = 1; i < pieces.size(); ++i) set(company, ids[1], {pieces[i], value.node});
        } else {
            set(company, first_part(id), value);
        }
    }

    static std::string joined(const std::vector<std::string>& pieces) {
        std::string text;
        for (const auto& piece : pieces) text += (text.empty() ? "" : ", ") + piece;
        return text;
    }

    std::string first_part(const std::string& id) const {
        for (const Label& part : sheet_.cells) {
            if (part.id.starts_with(id + ".")) return part.id;
        }
        return id;
    }

    bool read_part(const GridCell& cell, const std::string& row_id, int last, Company& company) const {
        bool found = false;
        if (const Label* part = part_label(cell.key, row_id)) {
            const GridCell* beside = grid_.right_of(cell);
            const GridCell* under = grid_.below(cell);
            const bool captions = beside == nullptr || is_part(*beside, row_id);
            const bool has_under = under != nullptr && under->row <= last && part_label(under->key, row_id) == nullptr;
            set(company, part->id, value_of(captions && has_under ? under : captions ? nullptr : beside));
            return true;
        }
        // "Көше: Абай көшесі, 5", line by line or one behind the other.
        std::string_view rest = cell.text;
        const Label* open = nullptr;
        std::string value;
        const auto close = [&] {
            std::string_view text = xml::trim(value);
            while (!text.empty() && (text.back() == ',' || text.back() == ';')) text = xml::trim(text.substr(0, text.size() - 1));
            if (open != nullptr) set(company, open->id, {is_blank(kazakh::matching_key(text), wording_) ? "" : std::string(text), cell.node});
            value.clear();
        };
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of("\n,;"), rest.size());
            const std::string_view piece = rest.substr(0, std::min(end + 1, rest.size()));
            rest.remove_prefix(piece.size());
            const auto colon = piece.find(':');
            const Label* part = colon == std::string_view::npos ? nullptr : part_label(kazakh::matching_key(piece.substr(0, colon)), row_id);
            if (part != nullptr) {
                close();
                open = part;
                value = piece.substr(colon + 1);
                found = true;
            } else if (open != nullptr) {
                value += piece;
            }
        }
        close();
        return found;
    }

    /// Whether a cell is a label of a part, or begins with one: "Қала: Семей".
    bool is_part(const GridCell& cell, const std::string& row_id) const {
        if (part_label(cell.key, row_id) != nullptr) return true;
        const auto colon = cell.text.find(':');
        return colon != std::string::npos && part_label(kazakh::matching_key(std::string_view(cell.text).substr(0, colon)), row_id) != nullptr;
    }

    const Label* part_label(const Key& key, const std::string& row_id) const {
        for (const Label& part : sheet_.cells) {
            if (part.id.starts_with(row_id + ".") && says(part, key)) return &part;
        }
        return nullptr;
    }

    void read_years(const GridCell& cell, Company& company) {
        columns_.clear();
        // A title over the years may push them into the row below.
        for (int row = cell.row; row <= std::min(cell.row + cell.rows, grid_.rows() - 1) && columns_.empty(); ++row) {
            for (const GridCell* other : grid_.row(row)) {
                const std::string year = year_of(*other);
                if (year.empty()) continue;
                columns_.emplace_back(year, other->column);
                if (std::find(company.years.begin(), company.years.end(), year) == company.years.end()) company.years.push_back(year);
            }
        }
    }

    void read_indicator(const GridCell& cell, const Label& indicator, Company& company) {
        if (columns_.empty()) find_years(cell.row, company);
        for (const auto& [year, column] : columns_) {
            const GridCell* figure = grid_.at(cell.row, column);
            if (figure == nullptr || figure == &cell) continue;
            company.figures.emplace(std::pair(year, indicator.id), value_of(figure));
        }
    }

    /// Years above an indicator whose table has no title row of its own.
    void find_years(int row, Company& company) {
        for (int r = row - 1; r >= 0 && columns_.empty(); --r) {
            for (const GridCell* cell : grid_.row(r)) {
                if (!year_of(*cell).empty()) {
                    read_years(*cell, company);
                    break;
                }
            }
        }
    }

    /// One row a company below a row of labels.
    bool read_across(std::vector<Company>& companies) const {
        for (int row = 0; row < std::min(grid_.rows(), 3); ++row) {
            std::vector<std::pair<std::string, int>> columns;
            int rows = 0;
            for (const GridCell* cell : grid_.row(row)) {
                const Role& role = role_of(*cell);
                rows += role.row != nullptr;
                const Label* label = role.row != nullptr ? role.row : role.part;
                if (label != nullptr) columns.emplace_back(label->id.find('.') == std::string::npos ? first_part(label->id) : label->id, cell->column);
            }
            if (static_cast<int>(columns.size()) < least_labels || rows < 3) continue;
            for (int below = row + 1; below < grid_.rows(); ++below) {
                Company company;
                company.last_table = table_;
                for (const auto& [id, column] : columns) set(company, id, value_of(grid_.at(below, column)));
                const bool blank = std::all_of(company.fields.begin(), company.fields.end(), [](const auto& field) { return field.second.text.empty(); });
                if (!blank) companies.push_back(std::move(company));
            }
            return true;
        }
        return false;
    }

    const Sheet& sheet_;
    const Wording& wording_;
    xml::Node table_;
    Grid grid_;
    std::vector<Role> roles_;  ///< Of grid_'s cells.
    std::vector<std::pair<std::string, int>> columns_;  ///< Years and their columns in the table being read.
};

void write_field(xml::Node parent, std::string_view element, const Company& company, const std::string& id) {
    const auto found = company.fields.find(id);
    if (found == company.fields.end()) return;
    copy_source(parent.append_with_text(element, found->second.text), found->second.node);
}

void write_company(xml::Node company_node, const Company& company, const Sheet& sheet) {
    copy_source(company_node, company.last_table);
    for (const Label& row : sheet.rows) {
        std::vector<const Label*> parts;
        for (const Label& part : sheet.cells) {
            if (part.id.starts_with(row.id + ".") && (company.fields.contains(part.id) || (part.id == "eqjj.extra" && !company.extra.empty()))) parts.push_back(&part);
        }
        if (parts.empty()) {
            write_field(company_node, row.id, company, row.id);
            continue;
        }
        xml::Node group = company_node.append(row.id);
        for (const Label* part : parts) {
            const std::string element = part->id.substr(row.id.size() + 1);
            if (part->id != "eqjj.extra") write_field(group, element, company, part->id);
            else for (const Value& code : company.extra) copy_source(group.append_with_text(element, code.text), code.node);
        }
    }
    if (company.years.empty()) return;
    xml::Node indicators = company_node.append("indicators");
    for (const std::string& year : company.years) {
        xml::Node year_node = indicators.append("year");
        year_node.set_attribute("value", year);
        for (const Label& indicator : sheet.indicators) {
            const auto figure = company.figures.find({year, indicator.id});
            if (figure != company.figures.end()) copy_source(year_node.append_with_text(indicator.id, figure->second.text), figure->second.node);
        }
    }
}

/// Whether nothing but blank or short lines parts two tables: a sheet that goes on.
bool stands_behind(xml::Node table, xml::Node before) {
    for (xml::Node node = before.next_element(); node; node = node.next_element()) {
        if (node == table) return true;
        if (node.name() != "p" || visible_characters(node.text()) > 60) return false;
    }
    return false;
}

constexpr int deepest = 6;  ///< Tables within tables.

/// The sheets that a table is, goes on with, or has in its cells.
void read_sheets(xml::Node table, const Sheet& sheet, const Wording& wording, std::vector<Company>& companies, int depth) {
    SheetReader reader(sheet, wording, table);
    const auto piece = reader.piece();
    const bool continues = !companies.empty() && stands_behind(table, companies.back().last_table);
    const bool remnant = piece == SheetReader::Piece::remnant && continues && reader.completes(companies.back());
    if (piece == SheetReader::Piece::sheet || (piece == SheetReader::Piece::indicators && continues) || remnant) return reader.read(companies);
    if (depth == deepest) return;
    for (xml::Node row : table.elements()) {
        for (xml::Node cell : row.elements()) {
            for (xml::Node inner : cell.elements()) {
                if (inner.name() == "table") read_sheets(inner, sheet, wording, companies, depth + 1);
            }
        }
    }
}

}  // namespace

void add_companies(xml::Node text, xml::Node sheet_node, const Wording& wording) {
    if (!text || !sheet_node || text.first_element("company")) return;
    const Sheet sheet = sheet_of(sheet_node);
    std::vector<Company> companies;
    for (xml::Node table : text.elements()) {
        if (table.name() == "table") read_sheets(table, sheet, wording, companies, 0);
    }
    for (const Company& company : companies) {
        if (company.empty()) continue;
        xml::Node top = company.last_table;  // A sheet may stand in a cell of a page's layout.
        while (!(top.parent() == text)) top = top.parent();
        const xml::Node next = top.next_element();
        // Several companies of one table stay in their order.
        xml::Node behind = next;
        while (behind && behind.name() == "company") behind = behind.next_element();
        xml::Node node = behind ? xml::Node(behind).insert_before("company") : text.append("company");
        write_company(node, company, sheet);
    }
}

}  // namespace irikteu::outline
