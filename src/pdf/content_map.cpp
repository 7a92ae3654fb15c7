#include "pdf/content_map.hpp"

namespace irikteu::pdf {

namespace {

/// State of the walk over one page.
class PageWalk {
  public:
    PageWalk(const layout::Pages& pages, std::uint32_t page, ContentMap& map, Objects& objects, std::vector<bool>& placed)
        : pages_(pages), page_(page), map_(map), objects_(objects), placed_(placed) {}

    void visit(std::size_t index, const layout::Item& item) {
        if (const auto* link = std::get_if<layout::LinkItem>(&item.what)) {
            annotate({AnnotationPlace::Kind::link, link->link, page_, link->area, item.element, {}});
        } else if (const auto* place = std::get_if<layout::FieldItem>(&item.what)) {
            const auto& field = pages_.fields.at(place->field);
            placed_[place->field] = true;
            annotate({AnnotationPlace::Kind::field, place->field, page_, field.area, field.element, {}});
        } else {
            paint(index, item);
        }
    }

    void annotate(AnnotationPlace place) {
        place.object = objects_.reserve();
        map_.pages[page_].annotations.push_back(map_.annotations.size());
        if (place.element != layout::kArtifact) map_.contents.push_back({place.element, page_, 0, place.object.number});
        map_.annotations.push_back(place);
    }

  private:
    void paint(std::size_t index, const layout::Item& item) {
        auto& page = map_.pages[page_];
        const bool artifact = item.element == layout::kArtifact;
        if (!page.runs.empty()) {
            auto& run = page.runs.back();
            if (run.element == item.element && (!artifact || run.artifact == item.artifact)) {
                run.last = index + 1;
                return;
            }
        }
        ContentRun run{index, index + 1, item.element, item.artifact, 0};
        if (!artifact) {
            run.mcid = static_cast<std::uint32_t>(page.marked.size());
            page.marked.push_back(item.element);
            map_.contents.push_back({item.element, page_, run.mcid, 0});
        }
        page.runs.push_back(run);
    }

    const layout::Pages& pages_;
    std::uint32_t page_;
    ContentMap& map_;
    Objects& objects_;
    std::vector<bool>& placed_;
};

}  // namespace

bool has_paint(const layout::Item& item) {
    return !std::holds_alternative<layout::LinkItem>(item.what) && !std::holds_alternative<layout::FieldItem>(item.what);
}

ContentMap map_content(const layout::Pages& pages, Objects& objects) {
    ContentMap map;
    map.pages.resize(pages.pages.size());
    std::vector<bool> placed(pages.fields.size());
    for (std::uint32_t number = 0; number < pages.pages.size(); ++number) {
        PageWalk walk(pages, number, map, objects, placed);
        const auto& items = pages.pages[number].items;
        for (std::size_t i = 0; i < items.size(); ++i) walk.visit(i, items[i]);
    }
    for (std::uint32_t i = 0; i < pages.fields.size(); ++i) {
        if (placed[i]) continue;
        const auto& field = pages.fields[i];
        PageWalk(pages, field.page, map, objects, placed).annotate({AnnotationPlace::Kind::field, i, field.page, field.area, field.element, {}});
    }
    return map;
}

}  // namespace irikteu::pdf
