#include "pdf/content_map.hpp"

#include <algorithm>
#include <stdexcept>

namespace irikteu::pdf {

namespace {

void annotate(PageWalk& walk, AnnotationPlace place) {
    walk.annotations.push_back(place);
    walk.contents.push_back({place.element, place.page, 0, static_cast<std::uint32_t>(walk.annotations.size())});
}

void paint(PageWalk& walk, std::uint32_t page, std::size_t index, const layout::Item& item) {
    auto& map = walk.map;
    const bool artifact = item.element == layout::kArtifact;
    if (!map.runs.empty()) {
        auto& run = map.runs.back();
        if (run.element == item.element && (!artifact || run.artifact == item.artifact)) {
            run.last = index + 1;
            return;
        }
    }
    ContentRun run{index, index + 1, item.element, item.artifact, 0};
    if (!artifact) {
        run.mcid = static_cast<std::uint32_t>(map.marked.size());
        map.marked.push_back(item.element);
        walk.contents.push_back({item.element, page, run.mcid, 0});
    }
    map.runs.push_back(run);
}

}  // namespace

bool has_paint(const layout::Item& item) {
    return !std::holds_alternative<layout::LinkItem>(item.what) && !std::holds_alternative<layout::FieldItem>(item.what);
}

PageWalk walk_page(const layout::Page& page, std::uint32_t number) {
    PageWalk walk;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        const auto& item = page.items[i];
        if (item.element != layout::kArtifact) walk.last_element = std::max(walk.last_element, item.element);
        if (const auto* link = std::get_if<layout::LinkItem>(&item.what)) {
            annotate(walk, {AnnotationPlace::Kind::link, link->link, number, link->area, item.element, {}});
        } else if (const auto* place = std::get_if<layout::FieldItem>(&item.what)) {
            annotate(walk, {AnnotationPlace::Kind::field, place->field, number, {}, layout::kArtifact, {}});
        } else {
            paint(walk, number, i, item);
        }
    }
    return walk;
}

ContentMap join_walks(std::vector<PageWalk> walks, const layout::Pages& pages, Objects& objects) {
    ContentMap map;
    std::vector<bool> placed(pages.fields.size());
    const auto resolve = [&](AnnotationPlace& place) {
        if (place.kind == AnnotationPlace::Kind::field) {
            const auto& field = pages.fields.at(place.index);
            placed[place.index] = true;
            place.area = field.area;
            place.element = field.element;
        }
        place.object = objects.reserve();
    };
    for (auto& walk : walks) {
        if (walk.last_element >= pages.elements.size()) throw std::logic_error("an item names no structure element");
        for (auto content : walk.contents) {
            if (content.object != 0) {
                auto& place = walk.annotations[content.object - 1];
                resolve(place);
                content.element = place.element;
                content.object = place.object.number;
                walk.map.annotations.push_back(map.annotations.size());
                map.annotations.push_back(place);
            }
            if (content.element != layout::kArtifact) map.contents.push_back(content);
        }
        map.pages.push_back(std::move(walk.map));
    }
    for (std::uint32_t i = 0; i < pages.fields.size(); ++i) {
        if (placed[i]) continue;
        AnnotationPlace place{AnnotationPlace::Kind::field, i, pages.fields[i].page, {}, layout::kArtifact, {}};
        resolve(place);
        map.pages.at(place.page).annotations.push_back(map.annotations.size());
        if (place.element != layout::kArtifact) map.contents.push_back({place.element, place.page, 0, place.object.number});
        map.annotations.push_back(place);
    }
    return map;
}

}  // namespace irikteu::pdf
