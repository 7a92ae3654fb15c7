#include "outline/road_map_parts.hpp"

#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

void put(xml::Node parent, std::string_view element, const Value& value) {
    copy_source(parent.append_with_text(element, value.text), value.node);
}

void write_event(xml::Node node, const Event& event) {
    if (!event.number.empty()) node.set_attribute("number", event.number);
    copy_source(node, event.node);
    static constexpr const char* before[] = {"title", "form", "executor"};
    static constexpr const char* behind[] = {"source", "deadline", "concept", "results", "target_group", "evaluation"};
    const auto field = [&](const char* element) {
        if (const auto found = event.fields.find(element); found != event.fields.end()) put(node, element, found->second);
    };
    for (const char* element : before) field(element);
    const auto told = event.fields.find("volume");
    if (!event.volumes.empty() || told != event.fields.end()) {
        xml::Node volumes = node.append("volumes");
        for (const auto& [year, value] : event.volumes) {
            xml::Node volume = volumes.append_with_text("volume", value.text);
            if (!year.empty()) volume.set_attribute("year", year);
            copy_source(volume, value.node);
        }
        if (event.volumes.empty()) put(volumes, "volume", told->second);
    }
    for (const char* element : behind) field(element);
}

}  // namespace

void write_group(xml::Node node, const Group& group) {
    if (group.number > 0) node.set_attribute("number", std::to_string(group.number));
    if (group.title.node) copy_source(node, group.title.node);
    if (!group.title.text.empty()) put(node, "title", group.title);
    for (const Event& event : group.events) write_event(node.append("event"), event);
}

}  // namespace irikteu::outline
