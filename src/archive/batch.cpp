#include "archive/batch.hpp"

#include <algorithm>

#include "archive/log_reader.hpp"
#include "archive/storage.hpp"
#include "archive/tree.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

namespace {

[[noreturn]] void refuse(const NewEntry& entry, const std::string& why) { throw Error(ErrorCode::usage, why, {entry.name, 0, 0, {}}); }

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// A name that is safe to be a path in an export: relative, without "..", without control characters.
void require_name(const NewEntry& entry) {
    const std::string& name = entry.name;
    if (name.empty() || name.front() == '/') refuse(entry, "an archive entry's name is empty or absolute");
    if (name.size() > 4000 || !base::is_utf8(name)) refuse(entry, "an archive entry's name is too long or no UTF-8");
    if (has_control(name)) refuse(entry, "an archive entry's name holds a control character");
    for (std::size_t start = 0; start <= name.size();) {
        const auto end = std::min(name.find('/', start), name.size());
        const std::string step = name.substr(start, end - start);
        if (step.size() > 255) refuse(entry, "an archive entry's name holds a step longer than 255 bytes");
        if (step.empty() || step == "." || step == "..") refuse(entry, "an archive entry's name holds an empty, \".\" or \"..\" step");
        start = end + 1;
    }
}

void require_known_kind(const NewEntry& entry) {
    const auto kinds = entry_kinds();
    if (std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end()) return;
    std::string known;
    for (const std::string_view kind : kinds) known.append(known.empty() ? "" : ", ").append(kind);
    refuse(entry, "an archive entry's kind can't be \"" + entry.kind + "\"; it is one of: " + known);
}

void require_kind(const NewEntry& entry) {
    const auto small = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    if (entry.kind.empty() || !std::all_of(entry.kind.begin(), entry.kind.end(), small)) refuse(entry, "an archive entry's kind is a word of small letters");
}

/// White space of any kind, and what can't be seen or turns the line's direction. `text` is UTF-8.
bool has_unseen(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = base::next_code_point(text, i);
        if (c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
            (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF)
            return true;
    }
    return false;
}

/// An entry is asked for as SERIES/NUMBER, and registers are listed line by line: so no slash, no white space, nothing that can't be seen.
void require_plain_series(const NewEntry& entry) {
    const std::string& series = entry.series;
    if (has_unseen(series) || series.find('/') != std::string::npos || series.size() > 100) {
        refuse(entry, "a register's name can't be \"" + series + "\": it has no slash and no white space, and at most 100 bytes");
    }
}

bool is_label_name(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'; };
    return !name.empty() && name.front() != '-' && std::all_of(name.begin(), name.end(), letter);
}

void require_labels(const NewEntry& entry) {
    constexpr std::string_view own[] = {"Entry", "Kind", "Name", "Media-Type", "Time", "Object", "Size", "Key", "Series", "Registered"};
    for (const auto& [name, value] : entry.labels) {
        if (!is_label_name(name) || std::find(std::begin(own), std::end(own), name) != std::end(own)) {
            refuse(entry, "an archive entry's label has the name \"" + name + "\"; letters and hyphens are allowed, and no name of the archive's own");
        }
        if (!base::is_utf8(value)) refuse(entry, "an archive entry's label " + name + " is no UTF-8");
    }
}

}  // namespace

void require_fit(const NewEntry& entry) {
    require_name(entry);
    require_kind(entry);
    for (const std::string* text : {&entry.media_type, &entry.time, &entry.key, &entry.series}) {
        if (!base::is_utf8(*text)) refuse(entry, "an archive entry's media type, time, key or series is no UTF-8");
    }
    if (has_control(entry.series)) refuse(entry, "a register's name holds a control character");
    require_labels(entry);
}

void require_plain(const NewEntry& entry) {
    require_fit(entry);
    require_known_kind(entry);
    require_plain_series(entry);
}

Batch::Batch(const std::string& folder, const Head& head, const Index& index)
    : folder_(folder), index_(index), before_(head), head_(head), staging_(folder) {}

std::int64_t Batch::next_in(const std::string& series) {
    auto known = registers_.find(series);
    if (known == registers_.end()) known = registers_.emplace(series, index_.last_registered(series)).first;
    return ++known->second;
}

void Batch::take(const NewEntry& wanted, const std::function<std::optional<Entry>(const std::string&)>& standing,
                 const std::function<std::string(std::int64_t)>& make) {
    if (!wanted.key.empty()) {
        if (const auto twin = keys_.find(wanted.key); twin != keys_.end()) {
            all_.push_back(all_[twin->second]);
            return;
        }
        if (auto known = standing(wanted.key)) {
            all_.push_back(std::move(*known));
            return;
        }
        keys_[wanted.key] = all_.size();
    }
    Entry entry{static_cast<std::int64_t>(head_.tree.leaves()) + 1, wanted.kind, wanted.name, wanted.media_type, wanted.time, {}, 0, wanted.key, {}};
    std::string made;
    if (!wanted.series.empty()) {
        const std::int64_t number = next_in(wanted.series);
        entry.labels = {{"Series", wanted.series}, {"Registered", std::to_string(number)}};
        if (make) made = make(number);
    }
    const std::string& bytes = make ? made : wanted.bytes;
    entry.labels.insert(entry.labels.end(), wanted.labels.begin(), wanted.labels.end());
    entry.object = base::sha256(bytes);
    entry.size = bytes.size();
    for (const auto& [name, value] : entry.labels) {
        const bool number = !value.empty() && value.size() < 19 && value.find_first_not_of("0123456789") == std::string::npos;
        if (is_relation(name) && (!number || std::stoll(value) < 1 || std::stoll(value) >= entry.number)) {
            refuse(wanted, "there is no entry " + value + " that it could refer to (" + name + ')');
        }
    }
    const std::string record = to_record(entry);
    if (record.size() > kMostRecordBytes) refuse(wanted, "an archive entry's labels are too long");
    staging_.put(entry.object, bytes);
    head_.tree.append(leaf_hash(record), hashes_);
    rows_.push_back({entry.number, head_.bytes, record.size()});
    head_.bytes += record.size();
    records_ += record;
    added_.push_back(entry);
    all_.push_back(std::move(entry));
}

Head Batch::write() {
    staging_.flush();
    std::string hashes;
    hashes.reserve(32 * hashes_.size());
    for (const Digest& hash : hashes_) hashes.append(reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size());
    try {
        append_durably(folder_ + "/log/entries", before_.bytes, records_);
        append_durably(folder_ + "/log/tree", 32 * tree_hashes(before_.tree.leaves()), hashes);
        staging_.install();
        replace_durably(folder_ + "/log/head", to_text(head_));
    } catch (const Error&) {
        undo();
        throw;
    }
    return head_;
}

/// Takes back what a failed write left, as far as that can be done; what is not done here recover() does.
void Batch::undo() {
    try {
        if (read_range(folder_ + "/log/head", 0, 1u << 16) != to_text(before_)) return;  // acknowledged after all
        staging_.undo();
        append_durably(folder_ + "/log/entries", before_.bytes, "");
        append_durably(folder_ + "/log/tree", 32 * tree_hashes(before_.tree.leaves()), "");
    } catch (const Error&) {
        return;  // the first failure is the one to tell of
    }
}

}  // namespace irikteu::archive
