#pragma once

#include <deque>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/faults.hpp"
#include "layout/objects.hpp"
#include "layout/overflow.hpp"
#include "layout/style.hpp"
#include "layout/style_builder.hpp"
#include "xml/node.hpp"

namespace irikteu::layout {

/// Turns attributes into computed styles, once for each distinct set of attributes in a context.
class StyleResolver {
  public:
    /// `file` names the document in errors. `faults` has those of the attributes.
    StyleResolver(FontSource& fonts, std::string file, ReportOverflow report, base::Faults& faults);

    /// The initial values, that the root inherits.
    const Style& initial() const { return initial_; }
    /// The style of an element below one with the style `parent`. It lives as long as the resolver.
    /// An unknown property or value is a fault, Error(unsupported). Text in a family that there is none of is set in sans-serif, and that is reported.
    const Style& resolve(Object object, xml::Node element, const Style& parent);
    /// The style of an object without attributes.
    /// Keeps a style that was made otherwise.
    const Style& keep(const Style& style) { return styles_.emplace_back(style); }
    const Style& anonymous(Object object, const Style& parent);

    const std::string& file() const { return file_; }

  private:
    const Style& compute(Object object, xml::Node element, const Style& parent);
    void apply_all(StyleBuilder& builder, xml::Node element) const;
    void finish(StyleBuilder& builder);
    void align(StyleBuilder& builder) const;
    Extent extent(FaceId face, std::int32_t font_size) const;
    void finish_edges(StyleBuilder& builder) const;
    void choose_face(StyleBuilder& builder);
    void choose_another_face(StyleBuilder& builder, const base::Error& error);
    FaceId face(std::uint16_t family, Weight weight, Slant slant);
    std::uint16_t family_index(std::string_view families);

    FontSource& fonts_;
    std::string file_;
    CellColumns columns_;
    ReportOverflow report_;
    base::Faults& faults_;
    Style initial_;
    std::deque<Style> styles_;
    std::string key_;
    std::unordered_map<std::string, const Style*> cache_;
    std::vector<std::string> families_;
    std::unordered_map<std::uint32_t, FaceId> faces_;
    std::set<std::uint16_t> missing_;  // Families that were reported.
};

}  // namespace irikteu::layout
