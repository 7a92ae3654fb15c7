#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "outline/prescribed.hpp"
#include "xml/document.hpp"

/// Small papers for tests: lines as "element|number|text", sections by the act's own titles.
namespace irikteu::outline::testing {

const act::Act& act_535();
const Prescribed& concept_structure();   ///< Appendix 2.
const Prescribed& strategy_structure();  ///< Appendix 5.
const Item& item(const Prescribed& prescribed, const std::string& id);

/// One line of a paper.
struct Line {
    std::string element;  ///< heading, p
    std::string number;
    std::string text;
    int level = 0;
};

/// Every prescribed item as a heading with a sentence of content below those without items.
std::vector<Line> full_paper(const Prescribed& prescribed);
/// Index of the line whose text is the item's title, -1 where there is none. `nth` counts lines spelt alike, from 0.
int line_of(const std::vector<Line>& lines, const Prescribed& prescribed, const std::string& id);

/// A dossier whose concept (or strategy) has these lines.
xml::Document dossier_with(const std::vector<Line>& lines, const std::string& paper = "concept");

/// Item id to status after the outline has been written, without duplicates, which are in `duplicates`.
struct Outcome {
    std::map<std::string, std::string> status;
    std::map<std::string, std::string> how;
    std::map<std::string, std::string> headings;  ///< What was taken for it.
    std::vector<std::string> duplicates;
    std::vector<std::string> extras;
    /// Ids whose status is not "found", as "4.3 missing".
    std::vector<std::string> faults() const;
};
Outcome outline_of(xml::Node paper, const Prescribed& prescribed);
Outcome outline_of(const std::vector<Line>& lines, const Prescribed& prescribed = concept_structure());

}  // namespace irikteu::outline::testing
