#include "outline/sum_rows.hpp"

#include <algorithm>

namespace irikteu::outline {

namespace {

constexpr std::size_t most_words_of_sum = 16;  ///< "Аумақтық кластерді басқару және дамыту стратегиясы бойынша жиыны".

}  // namespace

SumRows::SumRows(const RoadMapColumns& columns, const act::Act& act, const Wording& wording) : columns_(columns), wording_(wording) {
    for (const auto& phrase : act.wording("subtotal")) subtotals_.push_back(tokens_of(phrase));
}

bool SumRows::is_sum(const Grid& grid, int row, const TableLayout& layout) const {
    const int title = layout.column_of("title");
    bool ends_in_sum = false;
    for (const GridCell* cell : grid.row(row)) {
        if (cell->column > std::max(title, 1)) break;
        if (columns_.is_sum(cell->key)) return true;
        ends_in_sum = ends_in_sum || is_sum_text(*cell);
    }
    return ends_in_sum && says_only_sums(grid, row, layout);
}

bool SumRows::is_sum_text(const GridCell& cell) const {
    if (columns_.is_sum(cell.key)) return true;
    // "Барлығы, оның ішінде:".
    const auto words = tokens_of(std::string_view(cell.text).substr(0, cell.text.find(',')), most_words_of_sum + 1);
    if (words.size() > most_words_of_sum) return false;
    return std::any_of(subtotals_.begin(), subtotals_.end(), [&](const std::vector<Token>& sum) {
        const auto same = [](const Token& a, const Token& b) { return a.folded == b.folded; };
        return words.size() >= sum.size() && (std::equal(sum.begin(), sum.end(), words.begin(), same) || std::equal(sum.rbegin(), sum.rend(), words.rbegin(), same));
    });
}

bool SumRows::says_only_sums(const Grid& grid, int row, const TableLayout& layout) const {
    const int title = layout.column_of("title");
    for (const auto& [column, element] : layout.elements) {
        const GridCell* cell = grid.at(row, column);
        if (cell == nullptr || element == "volume" || element == "source" || column == title || cell->covers(row, std::max(title, 0))) continue;
        if (cell->row == row && !is_blank(cell->key, wording_) && !is_sum_text(*cell)) return false;
    }
    const GridCell* number = layout.number >= 0 && layout.number != title ? grid.at(row, layout.number) : nullptr;
    return number == nullptr || number->row < row || is_blank(number->key, wording_) || is_sum_text(*number);
}

}  // namespace irikteu::outline
