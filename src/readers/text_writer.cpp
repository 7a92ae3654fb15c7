#include "readers/text_writer.hpp"

#include <string>

#include "kazakh/numbering.hpp"
#include "readers/story.hpp"

namespace irikteu::readers {

namespace {

std::string table_place(const Table& table) { return numbered("t", table.index); }

/// "2.35": begins on the third sheet, a third of the page down.
std::string sheets_before(const PageMeter& meter, const Paragraph& p) {
    const std::uint32_t hundredths = meter.position(p.index) / 100;
    std::string text = std::to_string(hundredths / 100);
    text += '.';
    text += static_cast<char>('0' + hundredths / 10 % 10);
    text += static_cast<char>('0' + hundredths % 10);
    return text;
}

xml::Node write_heading(xml::Node parent, const Paragraph& p) {
    std::string line = p.text;
    for (char& c : line) {
        if (c == '\n' || c == '\t') c = ' ';
    }
    kazakh::NumberedText parts{{}, line};
    if (p.number.empty() || p.bullet) parts = kazakh::split_numbering(line);
    if (parts.rest.empty()) parts = {{}, line};
    xml::Node heading = parent.append_with_text("heading", parts.rest);
    heading.set_attribute("level", std::to_string(p.heading_level));
    const std::string_view number = parts.number.empty() ? std::string_view(p.number) : parts.number;
    if (!number.empty()) heading.set_attribute("number", number);
    heading.set_attribute("how", p.how);
    heading.set_attribute("at", numbered("p", p.index));
    return heading;
}

/// In running text only what cannot be a plain figure counts as a typed number: "1)", "2.1.", a dash.
bool is_list_number(std::string_view number) {
    return !number.empty() && (number.back() == ')' || number.back() == '.' || static_cast<unsigned char>(number.back()) > 0x7F ||
                               number == "-" || number == "*");
}

xml::Node write_paragraph(xml::Node parent, const Paragraph& p) {
    kazakh::NumberedText parts{{}, p.text};
    if (p.number.empty()) parts = kazakh::split_numbering(p.text);
    if (parts.rest.empty() || !is_list_number(parts.number)) parts = {{}, p.text};
    xml::Node written = parent.append_with_text("p", parts.rest);
    const std::string_view number = parts.number.empty() ? std::string_view(p.number) : parts.number;
    if (!number.empty()) written.set_attribute("number", number);
    if (!p.picture.empty()) written.set_attribute("picture", p.picture);
    written.set_attribute("at", numbered("p", p.index));
    return written;
}

void write_table(xml::Node parent, const Table& table);

void write_cell_paragraph(xml::Node parent, const Paragraph& p, const std::string& place) {
    std::string text = p.bullet ? std::string() : p.number;
    if (!text.empty() && !p.text.empty()) text += ' ';
    text += p.text;
    if (text.empty() && p.picture.empty()) return;
    xml::Node written = parent.append_with_text("p", text);
    if (!p.picture.empty()) written.set_attribute("picture", p.picture);
    written.set_attribute("at", place);
}

void write_cell(xml::Node parent, const Table& table, const Cell& cell) {
    xml::Node written = parent.append("cell");
    if (cell.columns > 1) written.set_attribute("columns", std::to_string(cell.columns));
    if (cell.rows > 1) written.set_attribute("rows", std::to_string(cell.rows));
    if (cell.ordinal == 0) return;
    const std::string place =
        table_place(table) + numbered("r", cell.row) + numbered("c", cell.ordinal);
    written.set_attribute("at", place);
    for (const Block& block : cell.blocks) {
        if (const Paragraph* p = block.paragraph()) write_cell_paragraph(written, *p, place);
        else write_table(written, *block.table());
    }
}

void write_table(xml::Node parent, const Table& table) {
    xml::Node written = parent.append("table");
    written.set_attribute("at", table_place(table));
    for (const Row& row : table.rows) {
        xml::Node line = written.append("row");
        if (row.header) line.set_attribute("header", "true");
        line.set_attribute("at", table_place(table) + numbered("r", row.index));
        for (const Cell& cell : row.cells) write_cell(line, table, cell);
    }
}

}  // namespace

void write_text(xml::Node document, const std::vector<Block>& blocks, const PageMeter& meter) {
    const xml::Node text = document.append("text");
    for (const Block& block : blocks) {
        const Paragraph* p = block.paragraph();
        if (p == nullptr) {
            write_table(text, *block.table());
            continue;
        }
        xml::Node written = p->heading_level > 0 ? write_heading(text, *p) : write_paragraph(text, *p);
        written.set_attribute("sheet", sheets_before(meter, *p));
    }
}

}  // namespace irikteu::readers
