#include "outline/companies.hpp"

#include <algorithm>
#include <set>

#include "outline/labels.hpp"
#include "outline/sheet_table.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

void write_field(xml::Node parent, std::string_view element, const Company& company, const std::string& id) {
    const auto found = company.fields.find(id);
    if (found == company.fields.end()) return;
    copy_source(parent.append_with_text(element, found->second.text), found->second.node);
}

void write_company(xml::Node company_node, const Company& company, const SheetLabels& labels) {
    copy_source(company_node, company.last);
    for (const SheetLabel& row : labels.rows()) {
        std::vector<const SheetLabel*> parts;
        for (const SheetLabel& part : labels.parts()) {
            if (part.id.starts_with(row.id + ".") && (company.fields.contains(part.id) || (part.id == "eqjj.extra" && !company.extra.empty()))) parts.push_back(&part);
        }
        if (parts.empty()) {
            write_field(company_node, row.id, company, row.id);
            continue;
        }
        xml::Node group = company_node.append(row.id);
        for (const SheetLabel* part : parts) {
            const std::string element = part->id.substr(row.id.size() + 1);
            if (part->id != "eqjj.extra") write_field(group, element, company, part->id);
            else for (const Company::Value& code : company.extra) copy_source(group.append_with_text(element, code.text), code.node);
        }
    }
    if (company.years.empty()) return;
    xml::Node indicators = company_node.append("indicators");
    for (const std::string& year : company.years) {
        xml::Node year_node = indicators.append("year");
        year_node.set_attribute("value", year);
        for (const SheetLabel& indicator : labels.indicators()) {
            const auto figure = company.figures.find({year, indicator.id});
            if (figure != company.figures.end()) copy_source(year_node.append_with_text(indicator.id, figure->second.text), figure->second.node);
        }
    }
}

/// Whether nothing but blank or short lines parts a table from what a sheet was read from: a sheet that goes on.
bool stands_behind(xml::Node table, xml::Node before) {
    for (xml::Node node = before.next_element(); node; node = node.next_element()) {
        if (node == table) return true;
        if (node.name() != "p" || visible_characters(node.text()) > 60) return false;
    }
    return false;
}

constexpr int deepest = 6;  ///< Tables within tables.
constexpr std::size_t least_fields = 5;  ///< Of a sheet written as lines.
constexpr std::size_t least_lines = 4;   ///< Labelled lines that make a table a sheet written as lines.
constexpr std::size_t most_between = 3;  ///< Lines between those of a sheet that have no label.
constexpr std::size_t longest_between = 120;  ///< Characters of one.

class CompanyReader {
  public:
    CompanyReader(xml::Node sheet, const Wording& wording) : labels_(sheet), filler_(labels_, sheet, wording), wording_(wording) {}

    void read(xml::Node text) {
        for (const xml::Node node : text.elements()) {
            if (node.name() == "table") {
                read_table(node, 0);
            } else if (node.name() == "p" || node.name() == "heading") {
                read_lines(node.text(), node, node);
            }
        }
        close_lines();
    }

    void write(xml::Node text) const {
        for (const Company& company : companies_) {
            if (company.empty()) continue;
            xml::Node top = company.last;  // A sheet may stand in a cell of a page's layout.
            while (!(top.parent() == text)) top = top.parent();
            // Several companies of one table stay in their order.
            xml::Node behind = top.next_element();
            while (behind && behind.name() == "company") behind = behind.next_element();
            xml::Node node = behind ? xml::Node(behind).insert_before("company") : text.append("company");
            write_company(node, company, labels_);
        }
    }

  private:
    // ---- sheets as lines: "Атауы: «Алтын дән» ЖШС"

    /// A line's label and what stands behind it.
    std::pair<SheetRole, std::string_view> labelled(std::string_view line) const {
        static constexpr std::string_view separators[] = {":", "\t", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", "__", "\xE2\x80\xA6", "..."};
        std::vector<std::pair<std::size_t, std::string_view>> cuts;
        for (const std::string_view separator : separators) {
            const auto cut = line.find(separator);
            if (cut != std::string_view::npos && cut > 0) cuts.emplace_back(cut, separator);
        }
        std::sort(cuts.begin(), cuts.end());
        for (const auto& [cut, separator] : cuts) {
            SheetRole role = labels_.role_of(line.substr(0, cut));
            if (role.row == nullptr && role.part == nullptr) continue;
            std::string_view value = xml::trim(line.substr(cut + (separator == "__" || separator == "..." ? 0 : separator.size())));
            // "ЭҚЖЖ кодировкасы: негізгі қызметі: 10.61.1".
            const auto colon = value.find(':');
            const SheetLabel* part = role.row == nullptr || colon == std::string_view::npos ? nullptr : labels_.part_of(role.row->id, value.substr(0, colon));
            const bool only = part != nullptr && value.find(':', colon + 1) == std::string_view::npos;
            if (only) role = {nullptr, part, nullptr}, value = xml::trim(value.substr(colon + 1));
            return {role, value};
        }
        return {};
    }

    void read_lines(std::string_view text, xml::Node node, xml::Node top) {
        for (;;) {
            const auto end = std::min(text.find('\n'), text.size());
            read_line(text.substr(0, end), node, top);
            if (end == text.size()) return;
            text.remove_prefix(end + 1);
        }
    }

    void read_line(std::string_view line, xml::Node node, xml::Node top) {
        const auto [role, value] = labelled(line);
        if (!role) {
            const std::size_t characters = visible_characters(line);
            const bool head = role_.row != nullptr && labels_.role_of(line).row != nullptr;
            if (characters > 0 && !head && (characters > longest_between || ++between_ > most_between)) close_lines();
            return;
        }
        between_ = 0;
        const std::string id = role.row != nullptr ? role.row->id : role.part->id;
        const auto known = open_.fields.find(open_.fields.contains(id) ? id : labels_.first_part(id));
        const bool repeats = !id.starts_with("eqjj") && known != open_.fields.end() && !known->second.text.empty();
        if (id == "name" || repeats) close_lines();
        role_ = role;
        open_.last = top;
        // "Жауапты қызметкер:" over lines of its parts says nothing of its own.
        const bool heads = value.empty() && role.row != nullptr && labels_.has_parts(id);
        if (!heads) filler_.take(open_, role, value, node);
    }

    /// Lines are a sheet where they have the name, some more fields and at least one that no letterhead has.
    void close_lines() {
        between_ = 0;
        role_ = {};
        std::set<std::string> fields;
        for (const auto& [id, value] : open_.fields) fields.insert(id.substr(0, id.find('.')));
        const bool own = std::any_of(fields.begin(), fields.end(), [](const std::string& id) { return id == "capital" || id == "clients" || id == "country" || id == "founded" || id == "eqjj"; });
        if (own && fields.contains("name") && fields.size() >= least_fields) {
            batch_ = companies_.size();
            companies_.push_back(std::move(open_));
        }
        open_ = {};
    }

    // ---- tables

    /// The known company that the line above a table names; nullptr where it names none.
    Company* named_above(xml::Node table) {
        const auto is_line = [](xml::Node node) { return node.name() == "p" || node.name() == "heading"; };
        xml::Node before = table.previous_sibling();
        while (before && (!before.is_element() || (is_line(before) && visible_characters(before.text()) == 0))) before = before.previous_sibling();
        if (!before || !is_line(before) || visible_characters(before.text()) > longest_between) return nullptr;
        const std::string key = kazakh::matching_key(before.text()).folded;
        Company* found = nullptr;
        for (Company& company : companies_) {
            const std::string name = company.name_key();
            if (name.size() < 8 || key.find(name) == std::string::npos) continue;
            if (found == nullptr || found->name_key().size() < name.size()) found = &company;
        }
        return found;
    }

    /// The first company of the last table that has no indicators yet: where it holds several, theirs follow in their order.
    Company& without_figures() {
        for (std::size_t i = batch_; i < companies_.size(); ++i) {
            if (companies_[i].figures.empty()) return companies_[i];
        }
        return companies_.back();
    }

    bool is_lines(xml::Node table, const SheetTable::Piece piece) const {
        if (piece == SheetTable::Piece::sheet) return false;
        std::size_t lines = 0;
        const Grid grid(table);
        for (const GridCell& cell : grid.cells()) {
            for (std::string_view rest = cell.text;;) {
                const auto end = std::min(rest.find('\n'), rest.size());
                lines += static_cast<bool>(labelled(rest.substr(0, end)).first);
                if (end == rest.size()) break;
                rest.remove_prefix(end + 1);
            }
        }
        return lines >= least_lines;
    }

    /// The sheets that a table is, goes on with, or has in its cells.
    void read_table(xml::Node table, int depth) {
        SheetTable reader(labels_, filler_, wording_, table);
        const auto piece = reader.piece();
        if (is_lines(table, piece)) {
            const Grid grid(table);
            for (const GridCell& cell : grid.cells()) read_lines(cell.text, cell.node, table);
            return;
        }
        close_lines();
        if (piece == SheetTable::Piece::sheet) {
            batch_ = companies_.size();
            return reader.read(companies_);
        }
        if (!companies_.empty() && reader.read_of_named(companies_)) return;
        const bool continues = !companies_.empty() && stands_behind(table, companies_.back().last);
        if (piece == SheetTable::Piece::indicators && !companies_.empty()) {
            Company* named = named_above(table);
            if (named == nullptr && continues) named = &without_figures();
            if (named != nullptr) return read_continued(reader, table, *named);
        }
        if (piece == SheetTable::Piece::remnant && continues && reader.completes(companies_.back())) return reader.read(companies_);
        if (depth == deepest) return;
        for (const xml::Node row : table.elements()) {
            for (const xml::Node cell : row.elements()) {
                for (const xml::Node inner : cell.elements()) {
                    if (inner.name() == "table") read_table(inner, depth + 1);
                }
            }
        }
    }

    /// What follows a sheet: its last rows with indicators, or indicators alone, years and indicators in rows or columns.
    void read_continued(SheetTable& reader, xml::Node table, Company& company) {
        if (&company == &companies_.back()) {
            const std::size_t figures = company.figures.size();
            reader.read(companies_);
            if (companies_.back().figures.size() == figures) reader.read_figures(companies_.back());
            return;
        }
        const xml::Node last = company.last;
        reader.read_figures(company);
        company.last = last;
        companies_.back().last = table;
    }

    SheetLabels labels_;
    CompanyFiller filler_;
    const Wording& wording_;
    std::vector<Company> companies_;
    std::size_t batch_ = 0;   ///< The first company of the last table with sheets.
    Company open_;            ///< Of the lines being read.
    SheetRole role_;          ///< Of the last labelled line.
    std::size_t between_ = 0;
};

}  // namespace

void add_companies(xml::Node text, xml::Node sheet, const Wording& wording) {
    if (!text || !sheet || text.first_element("company")) return;
    CompanyReader reader(sheet, wording);
    reader.read(text);
    reader.write(text);
}

}  // namespace irikteu::outline
