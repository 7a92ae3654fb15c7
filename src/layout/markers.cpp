// Which marker a page shows.
#include <algorithm>

#include "layout/page_sequence.hpp"

namespace irikteu::layout {

namespace {

const FoNode* found(const std::map<std::string_view, const FoNode*>& markers, std::string_view name) {
    const auto at = markers.find(name);
    return at == markers.end() ? nullptr : at->second;
}

template <class Use>
void each_marker(const FoNode& parent, Use use) {
    for (const FoNode* child = parent.first_child; child != nullptr; child = child->next) {
        if (child->object == Object::marker) use(child->attribute("marker-class-name"), child);
    }
}

}  // namespace

void Markers::start_sequence() {
    start_page();
    for (ByName* names : {&sequence_, &first_begun_, &first_any_, &last_begun_, &last_ended_, &last_any_}) names->clear();
    open_.clear();
}

void Markers::start_page() {
    for (ByName* before : {&sequence_, &document_}) {
        for (const auto& [name, marker] : last_any_) (*before)[name] = marker;
        for (const auto& [name, marker] : last_ended_) (*before)[name] = marker;
    }
    for (ByName* names : {&first_begun_, &first_any_, &last_begun_, &last_ended_, &last_any_}) names->clear();
    for (const FoNode* parent : open_) {
        each_marker(*parent, [&](std::string_view name, const FoNode* marker) { first_any_.try_emplace(name, marker); });
    }
}

void Markers::begin(const FoNode& marker) {
    if (std::find(open_.begin(), open_.end(), marker.parent) == open_.end()) open_.push_back(marker.parent);
    const std::string_view name = marker.attribute("marker-class-name");
    first_begun_.try_emplace(name, &marker);
    first_any_.try_emplace(name, &marker);
    last_begun_[name] = &marker;
}

void Markers::keep_ends(const FoNode& parent, bool last) {
    each_marker(parent, [&](std::string_view name, const FoNode* marker) {
        if (last) last_ended_[name] = marker;
        last_any_[name] = marker;
    });
}

void Markers::end(const FoNode& parent) {
    const auto at = std::find(open_.begin(), open_.end(), &parent);
    if (at == open_.end()) return;
    open_.erase(at);
    keep_ends(parent, true);
}

// Called when all that the page holds has been told; what is found is asked for afterwards.
void Markers::end_page() {
    for (auto parent = open_.rbegin(); parent != open_.rend(); ++parent) keep_ends(**parent, false);
    for (const FoNode* parent : left_) open_.erase(std::remove(open_.begin(), open_.end(), parent), open_.end());
    left_.clear();
}

const FoNode* Markers::find(std::string_view name, std::string_view position, std::string_view boundary) const {
    const FoNode* marker = nullptr;
    if (position == "last-starting-within-page") {
        marker = found(last_begun_, name);
        if (marker == nullptr) marker = found(last_any_, name);
    } else if (position == "last-ending-within-page") {
        marker = found(last_ended_, name);
        if (marker == nullptr) marker = found(last_any_, name);
    } else if (position == "first-including-carryover") {
        marker = found(first_any_, name);
    } else {
        marker = found(first_begun_, name);
        if (marker == nullptr) marker = found(first_any_, name);
    }
    if (marker != nullptr || boundary == "page") return marker;
    return found(boundary == "document" ? document_ : sequence_, name);
}

}  // namespace irikteu::layout
