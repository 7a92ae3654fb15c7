#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "act/act.hpp"
#include "outline/form_reader.hpp"
#include "outline/keys.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// The state institution of the local body that a conclusion is of: it stands between two labels, "Облыстардың … органдарының «…» мемлекеттік
/// мекемесі". The first may be in the body's own words: "Қостанай облысының жергілікті атқарушы органының".
class ConclusionBody {
  public:
    struct Found {
        FieldValue name;   ///< With the second label; empty where nothing stands between them.
        std::size_t line;
    };

    /// `field`: organ_name of the appendix. Everything passed in has to outlive this.
    ConclusionBody(FormReader& reader, const act::Act& act, xml::Node field);

    /// The first such line; where there is none, the first short line outside of tables that ends in a word for a local body.
    std::optional<Found> read() const;
    /// Marks the lines with a label as no place for values: they stand in the text and above the signature.
    void mark_lines() const;
    /// Marks those of them that have no word of a title but the first label's: they only sound like the title.
    void mark_lines_unlike(const std::string& title) const;

  private:
    std::string_view behind_first_label(std::string_view text) const;
    bool ends(const FormLine& line) const { return line.key.folded.find(ending_) != std::string::npos; }
    std::optional<Found> short_name() const;

    FormReader& reader_;
    const act::Act& act_;
    std::string first_label_;
    std::string ending_;  ///< Key of the second label.
    Key caption_;
};

}  // namespace irikteu::outline
