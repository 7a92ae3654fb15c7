#include "pdf/trees.hpp"

#include <algorithm>

#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::size_t kLeaf = 64;  ///< Entries of one node: readers walk a node from end to end.

struct Entry {
    std::string key;    ///< As it is written.
    std::string value;
};

/// One node where everything fits in it, else a root over leaves.
Reference write_tree(const std::vector<Entry>& entries, const char* list, Objects& objects) {
    const auto body = [&](std::size_t first, std::size_t last) {
        std::string text = list;
        text += '[';
        for (std::size_t i = first; i < last; ++i) {
            text += entries[i].key;
            text += entries[i].value;
            text += '\n';
        }
        return text + "]";
    };
    if (entries.size() <= kLeaf) return objects.add("<<" + body(0, entries.size()) + ">>");
    std::string kids = "<</Kids[";
    for (std::size_t first = 0; first < entries.size(); first += kLeaf) {
        const auto last = std::min(entries.size(), first + kLeaf);
        append_reference(kids, objects.add("<</Limits[" + entries[first].key + ' ' + entries[last - 1].key + "]" + body(first, last) + ">>"));
        kids += ' ';
    }
    return objects.add(kids + "]>>");
}

}  // namespace

Reference write_number_tree(const std::vector<std::string>& values, Objects& objects) {
    std::vector<Entry> entries;
    entries.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) entries.push_back({std::to_string(i), values[i]});
    return write_tree(entries, "/Nums", objects);
}

Reference write_name_tree(const std::map<std::string, std::string>& values, Objects& objects) {
    std::vector<Entry> entries;
    for (const auto& [key, value] : values) {
        std::string text;
        append_text_string(text, key);
        entries.push_back({std::move(text), " " + value});
    }
    // ASCII keys are literals "(…", others are hexadecimal "<FEFF…": their bytes sort the other way round.
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const bool wide_a = a.key.front() == '<', wide_b = b.key.front() == '<';
        if (wide_a != wide_b) return wide_b;
        const std::string_view digits_a(a.key.data(), a.key.size() - 1), digits_b(b.key.data(), b.key.size() - 1);
        return wide_a && digits_a < digits_b;
    });
    return write_tree(entries, "/Names", objects);
}

}  // namespace irikteu::pdf
