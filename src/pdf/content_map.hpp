#pragma once

#include <cstdint>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// Items of one page in a row that belong together: one marked-content sequence, or one artifact.
struct ContentRun {
    std::size_t first = 0, last = 0;  ///< Items [first, last); those without paint (links, fields) are to be skipped.
    layout::ElementId element = layout::kArtifact;
    layout::ArtifactKind artifact = layout::ArtifactKind::none;
    std::uint32_t mcid = 0;  ///< Where there is an element.
};

struct PageContentMap {
    std::vector<ContentRun> runs;
    std::vector<layout::ElementId> marked;    ///< Element of each MCID.
    std::vector<std::size_t> annotations;     ///< Indexes into ContentMap::annotations, in reading order.
};

/// Something of a page that an element owns: marked content, or an annotation.
struct ElementContent {
    layout::ElementId element = layout::kArtifact;
    std::uint32_t page = 0;
    std::uint32_t mcid = 0;       ///< Where object is 0.
    std::uint32_t object = 0;     ///< The annotation's object number.
};

/// A link's or a field's annotation.
struct AnnotationPlace {
    enum class Kind : std::uint8_t { link, field } kind = Kind::link;
    std::uint32_t index = 0;  ///< Into Pages::links or Pages::fields.
    std::uint32_t page = 0;
    layout::Rectangle area;
    layout::ElementId element = layout::kArtifact;
    Reference object;
};

/// Which content belongs to which structure element.
struct ContentMap {
    std::vector<PageContentMap> pages;
    std::vector<ElementContent> contents;  ///< In reading order.
    std::vector<AnnotationPlace> annotations;  ///< Its index plus the number of pages is an annotation's /StructParent.
};

/// Walks all items once; reserves an object for each annotation. A field that no item places comes last on its page.
ContentMap map_content(const layout::Pages& pages, Objects& objects);

/// Whether the item leaves marks on the paper by way of the page's content.
bool has_paint(const layout::Item& item);

}  // namespace irikteu::pdf
