#include "readers/table_reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "readers/block_reader.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

namespace {

constexpr int widest_span = 1000;
constexpr std::size_t layout_paragraphs = 7;  // A cell with as many, headings among them, is a page, not a datum.

enum class Merge { none, first, continued };

struct CellProperties {
    int columns = 1;
    Merge vertical = Merge::none;
    Merge horizontal = Merge::none;
    bool deleted = false;
    bool coloured = false;
};

Merge merge_of(xml::Node element) {
    return attribute(element, "val").value_or("continue") == "restart" ? Merge::first : Merge::continued;
}

CellProperties read_cell_properties(xml::Node tc) {
    CellProperties properties;
    const xml::Node tcPr = tc.first_element("tcPr");
    if (!tcPr) return properties;
    for (const xml::Node e : tcPr.elements()) {
        const std::string_view name = e.name();
        if (name == "gridSpan") properties.columns = std::clamp(integer_attribute(e, "val", 1), 1, widest_span);
        else if (name == "vMerge") properties.vertical = merge_of(e);
        else if (name == "hMerge") properties.horizontal = merge_of(e);
        else if (name == "cellDel") properties.deleted = true;
        else if (name == "shd") properties.coloured = is_coloured(e);
    }
    return properties;
}

class TableReader {
  public:
    explicit TableReader(Story& story) : story_(story) { table_.index = ++story_.tables; }

    void rows(xml::Node container) {
        for (const xml::Node e : container.elements()) {
            switch (story_.classify.word(e)) {
                case Word::tr: row(e); break;
                case Word::sdt: {
                    const ContentControl control = read_content_control(e, story_.classify);
                    const ControlScope scope(control, story_);
                    if (control.content) rows(control.content);
                    break;
                }
                case Word::customXml:
                case Word::ins:
                case Word::moveTo: rows(e); break;
                case Word::del: story_.leave_out(e, reason::deleted); break;
                case Word::moveFrom: story_.leave_out(e, reason::moved_from); break;
                case Word::tblPr:
                case Word::tblGrid: break;
                default: other(e, &TableReader::rows); break;
            }
        }
    }

    Table take() { return std::move(table_); }

  private:
    struct Origin {  ///< The cell from which a vertical merge comes down.
        std::size_t row = 0;
        std::size_t cell = 0;
        int columns = 1;
    };

    void other(xml::Node e, void (TableReader::*inside)(xml::Node)) {
        if (story_.classify.vocabulary(e) == Vocabulary::compatibility && e.name() == "AlternateContent") {
            const xml::Node branch = choose_alternative(e, story_);
            if (branch) (this->*inside)(branch);
        } else {
            story_.report_unknown(e);
        }
    }

    void row(xml::Node tr) {
        ++row_index_;
        Row row;
        row.index = row_index_;
        int before = 0;
        int height = 0;
        bool may_split = true;
        if (const xml::Node trPr = tr.first_element("trPr")) {
            for (const xml::Node e : trPr.elements()) {
                const std::string_view name = e.name();
                if (name == "del") return story_.leave_out(tr, reason::deleted);
                if (name == "hidden" && *on_off(e)) return story_.leave_out(tr, reason::hidden);
                if (name == "tblHeader") row.header = *on_off(e);
                if (name == "cantSplit") may_split = !*on_off(e);
                if (name == "trHeight") height = std::clamp(integer_attribute(e, "val", 0), 0, 31'680);
                if (name == "gridBefore") before = std::clamp(integer_attribute(e, "val", 0), 0, widest_span);
            }
        }
        story_.meter.open_row(height, may_split);
        table_.rows.push_back(std::move(row));
        column_ = before;
        ordinal_ = 0;
        if (before > 0) {
            Cell gap;
            gap.columns = before;
            table_.rows.back().cells.push_back(std::move(gap));
        }
        cells(tr);
        story_.meter.close_row();
        origins_ = std::move(kept_);
        kept_.clear();
    }

    void cells(xml::Node container) {
        for (const xml::Node e : container.elements()) {
            switch (story_.classify.word(e)) {
                case Word::tc: cell(e); break;
                case Word::sdt: {
                    const ContentControl control = read_content_control(e, story_.classify);
                    const ControlScope scope(control, story_);
                    if (control.content) cells(control.content);
                    break;
                }
                case Word::customXml:
                case Word::ins:
                case Word::moveTo: cells(e); break;
                case Word::del: story_.leave_out(e, reason::deleted); break;
                case Word::moveFrom: story_.leave_out(e, reason::moved_from); break;
                case Word::trPr:
                case Word::tblPrEx: break;
                default: other(e, &TableReader::cells); break;
            }
        }
    }

    void cell(xml::Node tc) {
        ++ordinal_;
        const CellProperties properties = read_cell_properties(tc);
        if (properties.deleted) return story_.leave_out(tc, reason::deleted);
        std::vector<Cell>& row = table_.rows.back().cells;
        if (properties.horizontal == Merge::continued && !row.empty() && row.back().ordinal > 0) {
            row.back().columns += properties.columns;
            column_ += properties.columns;
            return story_.leave_out(tc, reason::merged_cell);
        }
        if (properties.vertical == Merge::continued) {
            const auto above = origins_.find(column_);
            if (above != origins_.end() && above->second.columns == properties.columns) {
                table_.rows[above->second.row].cells[above->second.cell].rows += 1;
                kept_[column_] = above->second;
                story_.meter.continue_cell(column_);
                column_ += properties.columns;
                return story_.leave_out(tc, reason::merged_cell);
            }
        }
        if (properties.vertical != Merge::none) {
            kept_[column_] = {table_.rows.size() - 1, row.size(), properties.columns};
        }
        story_.meter.open_cell(column_, properties.columns, properties.vertical == Merge::first);
        column_ += properties.columns;
        Cell read;
        read.row = row_index_;
        read.ordinal = ordinal_;
        read.columns = properties.columns;
        BlockSink sink;
        story_.on_colour += properties.coloured;
        read_blocks(tc, story_, sink);
        story_.on_colour -= properties.coloured;
        read.blocks = sink.finish();
        story_.meter.close_cell();
        table_.rows.back().cells.push_back(std::move(read));
    }

    Story& story_;
    Table table_;
    int row_index_ = 0;
    int ordinal_ = 0;
    int column_ = 0;
    std::map<int, Origin> origins_;  ///< By grid column, of the row above.
    std::map<int, Origin> kept_;     ///< The same for the row being read.
};

bool has_heading(const Cell& cell) {
    return std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const Block& block) {
        const Paragraph* p = block.paragraph();
        return p != nullptr && !p->text.empty() && (p->style_level > 0 || p->outline_level < 9);
    });
}

bool only_places_text(const Table& table) {
    const bool single = std::all_of(table.rows.begin(), table.rows.end(), [](const Row& r) { return r.cells.size() <= 1; });
    if (single) return true;
    bool headings = false;
    bool page = false;
    for (const Row& row : table.rows) {
        for (const Cell& cell : row.cells) {
            headings = headings || has_heading(cell);
            page = page || cell.blocks.size() >= layout_paragraphs;
        }
    }
    return headings && page;
}

/// The width of a table in per cent of the room (17.4.63), "100%" or in fiftieths; 0 where it says something else.
int percent_of(xml::Node tblW) {
    if (!tblW) return 0;
    const std::string_view width = attribute(tblW, "w").value_or("");
    const int value = std::clamp(integer_attribute(tblW, "w", 0), 0, 10'000);
    if (width.ends_with("%")) return value;
    return attribute(tblW, "type") == "pct" ? value / 50 : 0;
}

CellMargins cell_margins(xml::Node tblCellMar) {
    CellMargins margins;
    for (const xml::Node e : tblCellMar.elements()) {
        const std::string_view side = e.name();
        const int width = std::clamp(integer_attribute(e, "w", 0), 0, 5'000);
        if (side == "top") margins.top = width;
        else if (side == "bottom") margins.bottom = width;
        else if (side == "left" || side == "start") margins.left = width;
        else if (side == "right" || side == "end") margins.right = width;
    }
    return margins;
}

}  // namespace

void read_table(xml::Node tbl, Story& story, BlockSink& sink) {
    std::vector<int> columns;
    for (const xml::Node column : tbl.first_element("tblGrid").elements()) {
        if (column.name() == "gridCol") columns.push_back(std::clamp(integer_attribute(column, "w", 0), 0, 31'680));
    }
    const xml::Node properties = tbl.first_element("tblPr");
    story.meter.open_table(std::move(columns), percent_of(properties.first_element("tblW")), cell_margins(properties.first_element("tblCellMar")));
    const xml::Node style = properties.first_element("tblStyle");
    const std::string_view id = style ? attribute(style, "val").value_or("") : "";
    const Spacing* const around = std::exchange(story.table_spacing, style ? story.styles.table(id) : nullptr);
    const xml::Node shading = properties.first_element("shd");
    const bool is_shaded = story.styles.colours_table(id) || (shading && is_coloured(shading));
    story.on_colour += is_shaded;
    TableReader reader(story);
    reader.rows(tbl);
    story.on_colour -= is_shaded;
    story.table_spacing = around;
    story.meter.close_table();
    add_table(reader.take(), sink);
}

void add_table(Table table, BlockSink& sink) {
    if (table.rows.empty()) return;
    if (only_places_text(table)) {
        for (Row& row : table.rows) {
            for (Cell& cell : row.cells) sink.add(std::move(cell.blocks));
        }
        return;
    }
    sink.add(std::move(table));
}

}  // namespace irikteu::readers
