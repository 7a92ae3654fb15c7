#pragma once

#include <string>
#include <utility>
#include <vector>

#include "outline/company_record.hpp"

namespace irikteu::outline {

/// Reads one table; a company may go on in the next.
class SheetTable {
  public:
    SheetTable(const SheetLabels& labels, const CompanyFiller& filler, const Wording& wording, xml::Node table);

    enum class Piece { none, sheet, indicators, remnant };
    /// Whether the table holds a sheet, what may be the indicators of a sheet before it, or a few rows that may be what a
    /// page parted from it.
    Piece piece() const;
    /// Whether each row begins with a label that the company lacks.
    bool completes(const Company& company) const;
    /// Reads sheets below each other, one a row or one a column.
    void read(std::vector<Company>& companies);
    /// Reads indicators whose rows name companies that are known. Whether there were any.
    bool read_of_named(std::vector<Company>& companies) const;
    /// Reads indicators into one company, whichever of indicators and years are rows.
    void read_figures(Company& company);

  private:
    using Columns = std::vector<std::pair<SheetRole, int>>;

    const SheetRole& role_of(const GridCell& cell) const { return roles_[static_cast<std::size_t>(&cell - grid_.cells().data())]; }
    const SheetLabel* part_of(const std::string& row_id, const GridCell& cell) const {
        const SheetLabel* part = role_of(cell).part;
        return part != nullptr && part->id.starts_with(row_id + ".") ? part : nullptr;
    }
    bool blank(const GridCell& cell) const { return is_blank(cell.key, wording_); }
    bool leads(const GridCell& cell) const;
    bool begins_nameless(const std::vector<Company>& companies) const;
    bool has_row_above(const GridCell& cell) const;
    const GridCell* value_cell(const GridCell& label) const;
    int last_row(const GridCell& label) const;
    void read_down(std::vector<Company>& companies);
    void read_row(const GridCell& cell, const SheetLabel& label, Company& company) const;
    bool read_part(const GridCell& cell, const std::string& row_id, int last, Company& company) const;
    bool is_part(const GridCell& cell, const std::string& row_id) const;
    void read_years(const GridCell& cell, Company& company);
    void read_indicator(const GridCell& cell, const SheetLabel& indicator, Company& company);
    void find_years(int row, Company& company);
    bool read_across(std::vector<Company>& companies) const;
    Columns columns_below(int& row) const;
    bool read_columns(std::vector<Company>& companies) const;
    std::vector<int> company_columns(int& name_row) const;
    std::string year_at(const GridCell& cell) const;
    std::pair<const SheetLabel*, std::string> figure_of(const GridCell& cell) const;
    bool is_label(const GridCell& cell) const { return role_of(cell) || !year_at(cell).empty() || labels_.says_years(cell.text); }

    const SheetLabels& labels_;
    const CompanyFiller& filler_;
    const Wording& wording_;
    xml::Node table_;
    Grid grid_;
    std::vector<SheetRole> roles_;  ///< Of grid_'s cells.
    std::vector<std::pair<std::string, int>> years_;  ///< Years and their columns in the table being read.
};

}  // namespace irikteu::outline
