#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "outline/blocks.hpp"
#include "outline/grid.hpp"
#include "outline/sheet_labels.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// What was read of one company.
struct Company {
    struct Value {
        std::string text;
        xml::Node node;
    };
    std::map<std::string, Value> fields;   ///< By id, without the additional codes.
    std::vector<Value> extra;              ///< Additional codes.
    std::vector<std::string> years;        ///< In the order in which they came.
    std::map<std::pair<std::string, std::string>, Value> figures;  ///< By year and indicator.
    xml::Node last;                        ///< Of the tables and paragraphs that it was read from.

    bool empty() const { return fields.empty() && extra.empty() && figures.empty(); }
    bool has(const SheetLabels& labels, const std::string& row_id) const { return fields.contains(row_id) || fields.contains(labels.first_part(row_id)); }
    std::string name_key() const;
    void add_year(const std::string& year);
};

/// Puts values into companies: one text may be several parts of a row.
class CompanyFiller {
  public:
    /// `sheet` is that of act.xml, whose wording says what names a place and what says "none".
    CompanyFiller(const SheetLabels& labels, xml::Node sheet, const Wording& wording);

    /// A blank is no value; a dash is one only where `dash` says so.
    Company::Value value_of(std::string_view text, xml::Node node, bool dash = false) const;
    Company::Value value_of(const GridCell* cell, bool dash = false) const;
    /// The value of a row without parts, or of a part. A list of additional codes is several; of them none is an answer too.
    void set(Company& company, const std::string& id, Company::Value value) const;
    void set_figure(Company& company, const std::string& year, const std::string& indicator, const GridCell* cell) const;
    /// The value of a row: its labelled parts, or one text in which they follow each other.
    void set_row(Company& company, const std::string& row_id, const Company::Value& value, std::string_view raw) const;
    /// What a label says of a company; a figure where it names indicator and year.
    void take(Company& company, const SheetRole& role, std::string_view text, xml::Node node) const;
    /// "Көше: Абай көшесі, 5", line by line or one behind the other. Whether there was any label.
    bool read_labelled(Company& company, const std::string& row_id, std::string_view text, xml::Node node) const;

  private:
    void set_address(Company& company, const std::vector<std::string>& ids, std::vector<std::string> pieces, xml::Node node) const;
    void set_person(Company& company, const std::vector<std::string>& ids, std::vector<std::string> pieces, xml::Node node) const;
    bool is_place(const std::string& piece) const;
    bool says_none(const std::string& text) const;

    const SheetLabels& labels_;
    const Wording& wording_;
    std::vector<std::string> places_, none_;  ///< Keys.
};

}  // namespace irikteu::outline
