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

/// What one page gives to the map; objects are numbered when all pages are known.
struct PageWalk {
    PageContentMap map;
    std::vector<ElementContent> contents;      ///< Of an annotation: `object` is 1 + its index in `annotations`.
    std::vector<AnnotationPlace> annotations;  ///< A field's area and element are those of Pages::fields, filled in later.
    layout::ElementId last_element = 0;        ///< The greatest that an item names.
};

PageWalk walk_page(const layout::Page& page, std::uint32_t number);

/// Joins the pages in their order and reserves an object for each annotation. A field that no item places comes last on its page.
ContentMap join_walks(std::vector<PageWalk> walks, const layout::Pages& pages, Objects& objects);

/// Whether the item leaves marks on the paper by way of the page's content.
bool has_paint(const layout::Item& item);

}  // namespace irikteu::pdf
