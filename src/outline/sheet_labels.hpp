#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "outline/keys.hpp"
#include "outline/labels.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// A label of the company sheet: of a row, of a cell of a row, or of an indicator.
struct SheetLabel {
    std::string id;     ///< "address", "address.street", "turnover"
    Wordings wordings;  ///< The prescribed one first.
    std::vector<Token> tokens;  ///< Of the prescribed one.
};

/// What a text is to the sheet; nothing where all is null.
struct SheetRole {
    const SheetLabel* row = nullptr;
    const SheetLabel* part = nullptr;
    const SheetLabel* indicator = nullptr;
    std::string year = {};  ///< Of an indicator that names it: "Айналым, мың теңге (2013 ж.)".
    explicit operator bool() const { return row != nullptr || part != nullptr || indicator != nullptr; }
};

/// The prescribed sheet of act.xml: its labels in all their wordings.
class SheetLabels {
  public:
    explicit SheetLabels(xml::Node sheet);
    SheetLabels(const SheetLabels&) = delete;
    SheetLabels& operator=(const SheetLabels&) = delete;

    const std::vector<SheetLabel>& rows() const { return rows_; }
    const std::vector<SheetLabel>& parts() const { return parts_; }
    const std::vector<SheetLabel>& indicators() const { return indicators_; }

    /// The label that a text is: to the letter, a row with its part ("Жауапты қызметкердің тегі", "Мекенжайы (көше)"), the same in other
    /// words or, of an indicator, by most of its words. No text of more than 160 characters is one.
    SheetRole role_of(std::string_view text) const;
    /// The part of that row that a text names; nullptr where it names none.
    const SheetLabel* part_of(const std::string& row_id, std::string_view text) const;
    bool has_parts(const std::string& row_id) const { return !parts_of(row_id).empty(); }
    /// Ids of a row's parts.
    const std::vector<std::string>& parts_of(const std::string& row_id) const;
    /// Id of a row's first part; its own where it has none.
    const std::string& first_part(const std::string& row_id) const;
    bool says_years(std::string_view text) const { return says(years_.wordings, text); }

  private:
    /// A wording of any label.
    struct Known {
        Letters letters;
        SheetRole role;
    };

    void learn(const std::vector<SheetLabel>& labels, const SheetLabel* SheetRole::*kind);
    SheetRole exact(const Key& key) const;
    const SheetLabel* compound(const Key& key) const;

    std::vector<SheetLabel> rows_, parts_, indicators_;
    SheetLabel years_;
    std::unordered_map<std::string, SheetRole> by_key_;  ///< By the folded key of every wording.
    std::unordered_map<std::string, std::vector<std::string>> parts_of_;  ///< By a divided row's id.
    std::vector<Known> known_;
    std::size_t longest_ = 0;  ///< Bytes of the longest wording's key.
};

/// A year that a text begins with and says little else: "2013", "2013 ж.", "2014 (болжам)"; empty where it is none.
std::string year_of(std::string_view text);

}  // namespace irikteu::outline
