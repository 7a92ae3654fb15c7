#include <algorithm>
#include <map>

#include "layout/structure.hpp"

namespace irikteu::layout {

namespace {

/// Children of the elements of tables, in order; of no others.
using Children = std::map<ElementId, std::vector<ElementId>>;

bool is_part(const std::string& type) { return type == "THead" || type == "TBody" || type == "TFoot"; }
bool is_cell(const std::string& type) { return type == "TD" || type == "TH"; }

class TableCompleter {
  public:
    TableCompleter(std::vector<StructureElement>& elements, Children& children) : elements_(elements), children_(children) {}

    void complete(ElementId table) {
        std::size_t widest = 0;
        std::vector<Row> rows;
        bool head_or_foot = false, body = false;
        for (const ElementId part : children_[table]) {
            const std::string& type = elements_[part].type;
            if (type == "TR") place({part}, rows);
            if (!is_part(type)) continue;
            (type == "TBody" ? body : head_or_foot) = true;
            place(children_[part], rows);
        }
        for (const Row& row : rows) widest = std::max(widest, row.taken);
        if (head_or_foot && !body) rows.push_back({add("TR", add("TBody", table)), 0});
        for (const Row& row : rows) {
            for (std::size_t column = row.taken; column < std::max<std::size_t>(widest, 1); ++column) add("TD", row.element);
        }
    }

  private:
    struct Row {
        ElementId element = 0;
        std::size_t taken = 0;  ///< Columns.
    };

    ElementId add(const char* type, ElementId parent) {
        StructureElement& element = elements_.emplace_back();
        element.type = type;
        element.parent = parent;
        return static_cast<ElementId>(elements_.size() - 1);
    }

    /// Puts the cells of one part's rows where a reader puts them: each in the first free column.
    void place(const std::vector<ElementId>& part, std::vector<Row>& rows) {
        std::vector<int> hanging;  // Rows that a cell above still reaches into, by column.
        for (std::size_t r = 0; r < part.size(); ++r) {
            const int left = static_cast<int>(part.size() - r);
            std::size_t column = 0, taken = static_cast<std::size_t>(std::count_if(hanging.begin(), hanging.end(), [](int n) { return n > 0; }));
            std::vector<int> next = hanging;
            for (int& n : next) n = std::max(n - 1, 0);
            for (const ElementId id : children_[part[r]]) {
                StructureElement& cell = elements_[id];
                while (column < hanging.size() && hanging[column] > 0) ++column;
                cell.row_span = std::clamp(cell.row_span, 1, left);
                int span = 1;
                while (span < cell.column_span && (column + static_cast<std::size_t>(span) >= hanging.size() || hanging[column + static_cast<std::size_t>(span)] == 0)) ++span;
                cell.column_span = span;
                const auto end = column + static_cast<std::size_t>(span);
                if (next.size() < end) next.resize(end, 0);
                std::fill(next.begin() + static_cast<std::ptrdiff_t>(column), next.begin() + static_cast<std::ptrdiff_t>(end), cell.row_span - 1);
                taken += static_cast<std::size_t>(span);
                column = end;
            }
            hanging = std::move(next);
            rows.push_back({part[r], taken});
        }
    }

    std::vector<StructureElement>& elements_;
    Children& children_;
};

}  // namespace

void complete_tables(std::vector<StructureElement>& elements) {
    std::vector<ElementId> tables;
    Children children;
    for (ElementId e = 1; e < elements.size(); ++e) {
        const std::string& type = elements[e].type;
        const std::string& parent = elements[elements[e].parent].type;
        if (type == "Table") tables.push_back(e);
        const bool kept = parent == "Table" ? type == "TR" || is_part(type) : is_part(parent) ? type == "TR" : parent == "TR" && is_cell(type);
        if (kept) children[elements[e].parent].push_back(e);
    }
    for (const ElementId table : tables) TableCompleter(elements, children).complete(table);
}

}  // namespace irikteu::layout
