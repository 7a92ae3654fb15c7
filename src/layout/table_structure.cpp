#include <algorithm>

#include "layout/structure.hpp"

namespace irikteu::layout {

namespace {

constexpr ElementId kNone = kArtifact;

bool is_part(std::string_view type) { return type == "THead" || type == "TBody" || type == "TFoot"; }
bool is_cell(std::string_view type) { return type == "TD" || type == "TH"; }

/// The children of tables, their parts and rows, in order; of no other elements. What is added later is not among them.
struct Children {
    std::vector<ElementId> first, next;
    explicit Children(const std::vector<StructureElement>& elements) : first(elements.size(), kNone), next(elements.size(), kNone) {
        for (auto e = static_cast<ElementId>(elements.size()); e-- > 1;) {
            const std::string_view type = elements[e].type;
            const ElementId parent = elements[e].parent;
            const std::string_view above = elements[parent].type;
            const bool kept = is_cell(type) ? above == "TR" : type == "TR" ? above == "Table" || is_part(above) : is_part(type) && above == "Table";
            if (!kept) continue;
            next[e] = first[parent];
            first[parent] = e;
        }
    }
};

class TableCompleter {
  public:
    TableCompleter(std::vector<StructureElement>& elements, const Children& children) : elements_(elements), children_(children) {}

    void complete(ElementId table) {
        rows_.clear();
        bool head_or_foot = false, body = false;
        for (ElementId part = children_.first[table]; part != kNone; part = children_.next[part]) {
            const std::string_view type = elements_[part].type;
            if (type == "TR") {
                place(part, children_.next[part]);
                continue;
            }
            (type == "TBody" ? body : head_or_foot) = true;
            place(children_.first[part], kNone);
        }
        std::size_t widest = 1;
        for (const Row& row : rows_) widest = std::max(widest, row.taken);
        if (head_or_foot && !body) rows_.push_back({add("TR", add("TBody", table)), 0});
        for (const Row& row : rows_) {
            for (std::size_t column = row.taken; column < widest; ++column) add("TD", row.element);
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

    /// Puts the cells of a part's rows, from `first` to before `end`, where a reader puts them: each in the first free column.
    void place(ElementId first, ElementId end) {
        int left = 0;
        for (ElementId row = first; row != end; row = children_.next[row]) ++left;
        hanging_.clear();
        bool hangs = false;
        for (ElementId row = first; row != end; row = children_.next[row], --left) {
            std::size_t taken = 0;
            bool plain = !hangs;
            for (ElementId id = children_.first[row]; id != kNone && plain; id = children_.next[id], ++taken) {
                plain = elements_[id].row_span == 1 && elements_[id].column_span == 1;
            }
            if (!plain) {
                taken = place_spans(row, left);
                hangs = std::any_of(hanging_.begin(), hanging_.end(), [](int n) { return n > 0; });
            }
            rows_.push_back({row, taken});
        }
    }

    /// The columns taken in a row with spans of its own, or of rows above.
    std::size_t place_spans(ElementId row, int left) {
        const auto above = hanging_;  // Rows that a cell above still reaches into, by column.
        for (int& n : hanging_) n = std::max(n - 1, 0);
        auto taken = static_cast<std::size_t>(std::count_if(above.begin(), above.end(), [](int n) { return n > 0; }));
        std::size_t column = 0;
        for (ElementId id = children_.first[row]; id != kNone; id = children_.next[id]) {
            StructureElement& cell = elements_[id];
            while (column < above.size() && above[column] > 0) ++column;
            const auto is_free = [&](std::size_t c) { return c >= above.size() || above[c] == 0; };
            int span = 1;
            while (span < cell.column_span && is_free(column + static_cast<std::size_t>(span))) ++span;
            cell.column_span = span;
            cell.row_span = std::clamp(cell.row_span, 1, left);
            const auto end = column + static_cast<std::size_t>(span);
            if (hanging_.size() < end) hanging_.resize(end, 0);
            for (; column < end; ++column) hanging_[column] = cell.row_span - 1;
            taken += static_cast<std::size_t>(span);
        }
        return taken;
    }

    std::vector<StructureElement>& elements_;
    const Children& children_;
    std::vector<Row> rows_;
    std::vector<int> hanging_;
};

}  // namespace

void complete_tables(std::vector<StructureElement>& elements) {
    std::vector<ElementId> tables;
    for (ElementId e = 1; e < elements.size(); ++e) {
        if (elements[e].type == "Table") tables.push_back(e);
    }
    if (tables.empty()) return;
    const Children children(elements);
    TableCompleter completer(elements, children);
    for (const ElementId table : tables) completer.complete(table);
}

}  // namespace irikteu::layout
