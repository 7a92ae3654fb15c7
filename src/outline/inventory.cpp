#include "outline/inventory.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "kazakh/letters.hpp"
#include "outline/grid.hpp"
#include "outline/recognise.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

bool has_word(const std::string& text, const std::vector<std::u32string>& words) {
    const auto tokens = tokens_of(text);
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        // "1-том" is one token.
        const auto letters = std::find_if_not(token.folded.begin(), token.folded.end(), kazakh::is_digit);
        const std::u32string_view stem(token.folded.data() + (letters - token.folded.begin()), static_cast<std::size_t>(token.folded.end() - letters));
        return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) { return stem.starts_with(word); });
    });
}

std::vector<std::u32string> words_of(const act::Act& act, std::string_view use) {
    std::vector<std::u32string> words;
    for (const auto& phrase : act.wording(use)) {
        for (Token& token : tokens_of(phrase)) words.push_back(std::move(token.folded));
    }
    return words;
}

std::vector<int> integers_of(std::string_view text) {
    std::vector<int> all;
    for (std::size_t i = 0; i < text.size();) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), value);
        if (error == std::errc() && value >= 0) {
            all.push_back(value);
            i = static_cast<std::size_t>(end - text.data());
        } else {
            ++i;
            while (error == std::errc::result_out_of_range && i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
        }
    }
    return all;
}

/// Columns of an inventory's table.
struct Columns {
    int header = -1;  ///< Row.
    int title = -1, sheets = -1;
};

class InventoryReader {
  public:
    InventoryReader(const act::Act& act, const Wording& wording)
        : act_(act), wording_(wording), sheets_(words_of(act, "sheets")), volumes_(words_of(act, "volume")) {}

    void read(xml::Node inventory, xml::Node text) {
        for (xml::Node node : text.elements()) {
            if (node.name() == "table") {
                read_table(inventory, node);
            } else if (visible_characters(node.text()) < 80 && has_word(node.text(), volumes_) && !integers_of(node.text()).empty()) {
                begin_volume(inventory, node, integers_of(node.text()).front());
                state_sheets(node.text());
            } else if (volume_ && has_word(node.text(), sheets_)) {
                state_sheets(node.text());
            }
        }
    }

  private:
    void begin_volume(xml::Node inventory, xml::Node origin, int number) {
        volume_ = inventory.append("volume");
        copy_source(volume_, origin);
        if (number > 0) volume_.set_attribute("number", std::to_string(number));
    }

    /// "парақ саны – 25", "25 парақ": the last number of the line.
    void state_sheets(const std::string& text) {
        const auto numbers = integers_of(text);
        if (!numbers.empty() && has_word(text, sheets_)) volume_.set_attribute("sheets", std::to_string(numbers.back()));
    }

    Columns columns_of(const Grid& grid) const {
        for (int row = 0; row < std::min(grid.rows(), 3); ++row) {
            Columns columns;
            for (const GridCell* cell : grid.row(row)) {
                if (has_word(cell->text, sheets_)) columns.sheets = cell->column;
                else if (columns.title < 0 && visible_characters(cell->text) > 3) columns.title = cell->column;
            }
            if (columns.sheets < 0 || columns.title < 0) continue;
            columns.header = row;
            return columns;
        }
        return {};
    }

    void read_table(xml::Node inventory, xml::Node table) {
        const Grid grid(table);
        const Columns columns = columns_of(grid);
        if (columns.header < 0) return;
        if (!volume_) begin_volume(inventory, table, 1);
        int last = 0;
        for (int row = columns.header + 1; row < grid.rows(); ++row) {
            const GridCell* title = grid.at(row, columns.title);
            const GridCell* sheets = grid.at(row, columns.sheets);
            if (title == nullptr || is_blank(title->key, wording_)) continue;
            if (title->columns > 1 && has_word(title->text, volumes_)) {
                begin_volume(inventory, title->node, integers_of(title->text).empty() ? 0 : integers_of(title->text).front());
                continue;
            }
            write_item(*title, sheets, last);
        }
        if (!volume_.attribute("sheets") && last > 0) volume_.set_attribute("sheets", std::to_string(last));
    }

    void write_item(const GridCell& title, const GridCell* sheets, int& last) {
        xml::Node item = volume_.append_with_text("item", xml::normalize_space(title.text));
        const auto numbers = sheets ? integers_of(sheets->text) : std::vector<int>();
        if (!numbers.empty() && numbers.front() > 0) {
            item.set_attribute("from", std::to_string(numbers.front()));
            last = std::max(numbers.front(), numbers.size() > 1 ? numbers[1] : numbers.front());
            item.set_attribute("to", std::to_string(last));
        }
        item.set_attribute("document", kind_of_entry(title.text, act_));
        copy_source(item, title.node);
    }

    const act::Act& act_;
    const Wording& wording_;
    std::vector<std::u32string> sheets_, volumes_;
    xml::Node volume_;
};

}  // namespace

xml::Node read_inventory(xml::Node dossier, xml::Node text, const act::Act& act, const Wording& wording) {
    xml::Node inventory = dossier.append("inventory");
    copy_source(inventory, text);
    InventoryReader(act, wording).read(inventory, text);
    return inventory;
}

}  // namespace irikteu::outline
