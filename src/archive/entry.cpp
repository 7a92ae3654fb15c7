#include "archive/entry.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

namespace {

std::string escape(std::string_view value) {
    std::string out;
    out.reserve(value.size());
    for (char c : value) {
        switch (c) {
            case '\n': out += "%0A"; break;
            case '\r': out += "%0D"; break;
            case '%': out += "%25"; break;
            default: out += c;
        }
    }
    return out;
}

std::string unescape(std::string_view value) {
    std::string out;
    out.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '%') {
            out += value[i];
            continue;
        }
        const std::string_view code = value.substr(i, 3);
        if (code == "%0A") out += '\n';
        else if (code == "%0D") out += '\r';
        else if (code == "%25") out += '%';
        else throw Error(ErrorCode::damaged_archive, "a record holds an unknown escape");
        i += 2;
    }
    return out;
}

template <class Number>
Number number_of(std::string_view text) {
    Number value{};
    const auto [end, reason] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (reason != std::errc() || end != text.data() + text.size()) {
        throw Error(ErrorCode::damaged_archive, "a record holds a number that is none");
    }
    return value;
}

/// Takes the next line "Name: value" off the record.
std::pair<std::string_view, std::string_view> take_line(std::string_view& record) {
    const auto end = record.find('\n');
    const std::string_view line = record.substr(0, end);
    const auto colon = line.find(": ");
    if (end == std::string_view::npos || colon == std::string_view::npos) {
        throw Error(ErrorCode::damaged_archive, "a record's line is not \"Name: value\"");
    }
    record.remove_prefix(end + 1);
    return {line.substr(0, colon), line.substr(colon + 2)};
}

std::string_view take(std::string_view& record, std::string_view name) {
    const auto [found, value] = take_line(record);
    if (found != name) throw Error(ErrorCode::damaged_archive, "a record lacks " + std::string(name));
    return value;
}

}  // namespace

std::string Entry::label(std::string_view label_name) const {
    for (const auto& [name_, value] : labels) {
        if (name_ == label_name) return value;
    }
    return {};
}

std::int64_t Entry::registered() const {
    const std::string text = label("Registered");
    return text.empty() ? 0 : number_of<std::int64_t>(text);
}

std::vector<Link> Entry::links() const {
    std::vector<Link> links;
    for (const auto& [name_, value] : labels) {
        if (is_relation(name_)) links.push_back({name_, number_of<std::int64_t>(value)});
    }
    return links;
}

std::span<const std::string_view> entry_kinds() {
    static constexpr std::string_view kinds[] = {"submission", "report", "document", "signed-document", "event"};
    return kinds;
}

bool is_provenance(std::string_view label_name) {
    constexpr std::string_view names[] = {"Engine", "Act", "Rules", "Templates", "Fonts", "Data"};
    return std::find(std::begin(names), std::end(names), label_name) != std::end(names);
}

bool is_relation(std::string_view label_name) {
    constexpr std::string_view names[] = {"Corrects", "Signs", "Answers", "Cites"};
    return std::find(std::begin(names), std::end(names), label_name) != std::end(names);
}

std::string to_record(const Entry& entry) {
    std::string record;
    const auto line = [&record](std::string_view name, std::string_view value) {
        record.append(name).append(": ").append(escape(value)).push_back('\n');
    };
    line("Entry", std::to_string(entry.number));
    line("Kind", entry.kind);
    line("Name", entry.name);
    line("Media-Type", entry.media_type);
    line("Time", entry.time);
    line("Object", "sha256:" + entry.object.hex());
    line("Size", std::to_string(entry.size));
    line("Key", entry.key);
    for (const auto& [name, value] : entry.labels) line(name, value);
    record += '\n';
    return record;
}

Entry from_record(std::string_view record) {
    Entry entry;
    entry.number = number_of<std::int64_t>(take(record, "Entry"));
    entry.kind = unescape(take(record, "Kind"));
    entry.name = unescape(take(record, "Name"));
    entry.media_type = unescape(take(record, "Media-Type"));
    entry.time = unescape(take(record, "Time"));
    std::string_view object = take(record, "Object");
    if (!object.starts_with("sha256:")) throw Error(ErrorCode::damaged_archive, "a record's object is no SHA-256");
    entry.object = base::Digest::from_hex(object.substr(7));
    entry.size = number_of<std::uint64_t>(take(record, "Size"));
    entry.key = unescape(take(record, "Key"));
    while (!record.empty() && record != "\n") {
        const auto [name, value] = take_line(record);
        entry.labels.emplace_back(name, unescape(value));
    }
    return entry;
}

}  // namespace irikteu::archive
