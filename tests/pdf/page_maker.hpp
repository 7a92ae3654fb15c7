#pragma once

#include <string>
#include <string_view>

#include "layout/pages.hpp"
#include "pdf/font_session.hpp"

namespace irikteu::pdf_test {

/// The font library of the build, opened once.
const pdf::FontLibrary& library();

struct TextStyle {
    std::string_view family = "serif";
    layout::Weight weight = layout::Weight::regular;
    layout::Slant slant = layout::Slant::upright;
    base::Length size = base::points(12);
    layout::Color color = {};
    base::Length letter_spacing = {};
};

/// Makes pages by hand: the least that stands in for layout. Lengths in whole points.
class PageMaker {
  public:
    explicit PageMaker(pdf::FontSession& fonts);

    layout::Page& page(int width = 595, int height = 842);
    layout::ElementId element(std::string type, layout::ElementId parent = 0);
    /// A line of words and spaces, each an item of its own as layout gives them, with fallback faces. Returns its right end.
    base::Length line(layout::ElementId element, int x, int baseline, std::string_view text, const TextStyle& style = {});
    /// A new element with one line.
    layout::ElementId paragraph(std::string type, int x, int baseline, std::string_view text, const TextStyle& style = {}, layout::ElementId parent = 0);
    void box(layout::ElementId element, int x, int y, int width, int height, layout::Color color, layout::ArtifactKind artifact = layout::ArtifactKind::layout);
    void artifact_line(layout::ArtifactKind kind, int x, int baseline, std::string_view text, const TextStyle& style = {});
    void item(layout::Item item);
    /// A Form element with its field, placed on the current page.
    layout::Field& field(layout::Field::Kind kind, std::string name, std::string tooltip, int x, int y, int width, int height, layout::ElementId parent = 0);
    /// A Link element with a word.
    layout::ElementId link(layout::ElementId parent, int x, int baseline, std::string_view text, layout::Link link);

    layout::Pages pages;

    /// One run of a face; x goes on behind it.
    void run(layout::ElementId element, layout::ArtifactKind artifact, base::Length& x, int baseline, layout::FaceId face, std::string_view text, const TextStyle& style);

  private:
    base::Length place(layout::ElementId element, layout::ArtifactKind artifact, int x, int baseline, std::string_view text, const TextStyle& style);

    pdf::FontSession& fonts_;
};

layout::Rectangle area(int x, int y, int width, int height);

}  // namespace irikteu::pdf_test
