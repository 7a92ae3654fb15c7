#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "act/act.hpp"
#include "outline/attribute_labels.hpp"
#include "outline/grid.hpp"
#include "outline/keys.hpp"
#include "outline/title_choice.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// What the columns of a road map's table are.
struct TableLayout {
    std::map<int, std::string> elements;  ///< Column to element; volumes are "volume".
    std::map<int, std::string> years;     ///< Of volume columns.
    int columns = 0;
    int number = -1;                      ///< Column of the numbers, -1 where there is none.
    int group = -1;                       ///< Column that says to which group a row belongs, -1 where there is none.
    bool empty() const { return elements.empty(); }
    int column_of(std::string_view element) const {
        for (const auto& [column, name] : elements) {
            if (name == element) return column;
        }
        return -1;
    }
};

int width_of(const Grid& grid);

/// The prescribed columns of the road map, and which of them the tables that were read have.
class RoadMapColumns {
  public:
    /// `table` is the appendix's in act.xml. `attributes` must outlive this.
    RoadMapColumns(xml::Node table, const act::Act& act, const AttributeLabels& attributes);

    /// The columns by the titles in the first rows; `first` is then the first row below them. Empty where the table is no road map.
    TableLayout layout_of(const Grid& grid, int& first);
    /// Appends an element column for each required one, with its status.
    void write(xml::Node columns) const;

    const std::string& event_word() const { return event_word_; }  ///< Key of "measure".
    bool is_sum(const Key& key) const { return sums_.contains(key.folded); }
    bool names_groups(const Key& key) const { return group_columns_.contains(key.folded); }

  private:
    std::pair<int, int> read_titles(const Grid& grid, int row, TableLayout& layout, std::set<std::string>& found) const;
    int choose_column(const std::string& text, const Key& key) const;
    bool read_title(const GridCell& cell, TableLayout& layout, std::set<std::string>& found) const;

    const AttributeLabels& attributes_;
    std::vector<ChoiceTitle> columns_;
    std::vector<std::pair<Key, int>> aliases_;  ///< Other wordings of columns_.
    std::string event_word_;
    std::vector<std::string> required_;
    std::set<std::string> sums_, group_columns_;
    std::set<std::string> found_;  ///< Ids of the columns that the tables have.
};

}  // namespace irikteu::outline
