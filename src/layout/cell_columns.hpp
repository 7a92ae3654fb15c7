#pragma once

#include <vector>

#include "xml/node.hpp"

namespace irikteu::layout {

/// In which column of its table a cell begins, from 1, as from-table-column() wants it (XSL-FO 1.1, 5.10.4) before there is a table: cells are
/// asked for mostly in the document's order, and each is looked at once then.
class CellColumns {
  public:
    int of(xml::Node cell);

  private:
    void begin(xml::Node part);
    bool advance();
    void start_row();
    void place();

    xml::Node part_, row_, cell_;
    std::vector<int> spanned_;  // By column: how many rows from the current one on it is taken for.
    int next_ = 1;
    int column_ = 1;
};

}  // namespace irikteu::layout
