#include "pdf/navigation.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "pdf/syntax.hpp"
#include "pdf/trees.hpp"

namespace irikteu::pdf {

namespace {

std::string ascii_uri(const std::string& uri) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : uri) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f) {
            out += c;
        } else {
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return out;
}

}  // namespace

std::string uri_action(const std::string& uri) {
    std::string out = "/A<</S/URI/URI";
    append_byte_string(out, ascii_uri(uri));
    return out + ">>";
}

DestinationNames::DestinationNames(const layout::Pages& pages) {
    for (const auto& destination : pages.destinations) names_.insert(destination.name);
}

void DestinationNames::require(const std::string& name, const std::string& wanted_by) const {
    if (names_.count(name) > 0) return;
    throw base::Error(base::ErrorCode::invalid, wanted_by + " leads to \"" + name + "\", which is nowhere in the document");
}

std::optional<Reference> write_destinations(const layout::Pages& pages, const std::vector<Reference>& page_objects, Objects& objects) {
    if (pages.destinations.empty()) return std::nullopt;
    std::map<std::string, std::string> names;
    for (const auto& destination : pages.destinations) {
        std::string value("[");
        append_reference(value, page_objects.at(destination.page));
        value += "/XYZ ";
        append_length(value, destination.x);
        value += ' ';
        append_length(value, pages.pages[destination.page].height - destination.y);
        if (!names.emplace(destination.name, value + " null]").second) {
            throw base::Error(base::ErrorCode::invalid, "two destinations are named \"" + destination.name + "\"");
        }
    }
    return write_name_tree(names, objects);
}

namespace {

/// The bookmarks as a tree: index of the parent (or none), of neighbours and ends.
struct OutlineNode {
    std::size_t parent = SIZE_MAX, previous = SIZE_MAX, next = SIZE_MAX, first = SIZE_MAX, last = SIZE_MAX;
    std::int64_t shown = 0;  ///< Descendants that show when this one is open.
};

/// The last node is the root.
std::vector<OutlineNode> outline_tree(const std::vector<layout::Bookmark>& bookmarks) {
    std::vector<OutlineNode> nodes(bookmarks.size() + 1);
    const std::size_t root = bookmarks.size();
    std::vector<std::size_t> path{root};
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        const int level = bookmarks[i].level;
        if (level < 1 || static_cast<std::size_t>(level) > path.size()) {
            throw base::Error(base::ErrorCode::invalid, "the bookmark \"" + bookmarks[i].title + "\" skips a level");
        }
        path.resize(static_cast<std::size_t>(level));
        const auto parent = path.back();
        nodes[i].parent = parent;
        nodes[i].previous = nodes[parent].last;
        if (nodes[parent].last != SIZE_MAX) nodes[nodes[parent].last].next = i;
        if (nodes[parent].first == SIZE_MAX) nodes[parent].first = i;
        nodes[parent].last = i;
        path.push_back(i);
    }
    for (std::size_t i = bookmarks.size(); i-- > 0;) nodes[nodes[i].parent].shown += 1 + (bookmarks[i].open ? nodes[i].shown : 0);
    return nodes;
}

}  // namespace

std::optional<Reference> write_outlines(const layout::Pages& pages, const DestinationNames& destinations, Objects& objects) {
    const auto& bookmarks = pages.bookmarks;
    if (bookmarks.empty()) return std::nullopt;
    const auto nodes = outline_tree(bookmarks);
    const auto first = objects.reserve(nodes.size());
    const auto object = [&](std::size_t node) { return Reference{first.number + static_cast<std::uint32_t>(node)}; };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::string value = "<<";
        const auto link = [&](const char* key, std::size_t node) {
            if (node == SIZE_MAX) return;
            value += key;
            append_reference(value, object(node));
        };
        if (i < bookmarks.size()) {
            const bool outside = !bookmarks[i].uri.empty();
            if (!outside) destinations.require(bookmarks[i].destination, "the bookmark \"" + bookmarks[i].title + "\"");
            value += "/Title";
            append_readable_string(value, bookmarks[i].title);
            if (outside) {
                value += uri_action(bookmarks[i].uri);
            } else {
                value += "/Dest";
                append_text_string(value, bookmarks[i].destination);
            }
        } else {
            value += "/Type/Outlines";
        }
        link("/Parent ", nodes[i].parent);
        link("/Prev ", nodes[i].previous);
        link("/Next ", nodes[i].next);
        link("/First ", nodes[i].first);
        link("/Last ", nodes[i].last);
        if (nodes[i].first != SIZE_MAX) {
            value += "/Count ";
            append_integer(value, i == bookmarks.size() || bookmarks[i].open ? nodes[i].shown : -nodes[i].shown);
        }
        objects.fill(object(i), value + ">>");
    }
    return object(bookmarks.size());
}

std::optional<Reference> write_page_labels(const layout::Pages& pages, Objects& objects) {
    if (std::all_of(pages.pages.begin(), pages.pages.end(), [](const auto& page) { return page.label.empty(); })) return std::nullopt;
    const auto number = [](const std::string& label) -> std::int64_t {
        const bool decimal = !label.empty() && label.size() < 10 && label[0] != '0' && std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
        return decimal ? std::stoll(label) : -1;
    };
    std::string tree = "<</Nums[";
    std::int64_t expected = -1;  // What a page's label must be to go on with the range.
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const auto& label = pages.pages[i].label;
        const auto value = number(label);
        if (value < 0 || value != expected) {
            append_integer(tree, static_cast<std::int64_t>(i));
            tree += "<<";
            if (value >= 0) {
                tree += "/S/D/St " + std::to_string(value);
            } else if (!label.empty()) {
                tree += "/P";
                append_readable_string(tree, label);
            }
            tree += ">>";
        }
        expected = value < 0 ? -1 : value + 1;
    }
    return objects.add(tree + "]>>");
}

}  // namespace irikteu::pdf
