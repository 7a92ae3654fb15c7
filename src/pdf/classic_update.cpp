#include <array>
#include <cstdio>

#include "base/error.hpp"
#include "pdf/file_update.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

/// A cross-reference table's entry has twenty bytes, its line's end included (ISO 32000-1, 7.5.4).
void append_row(std::string& out, std::uint64_t offset) {
    constexpr std::uint64_t kMostOffset = 9'999'999'999;
    if (offset > kMostOffset) throw base::Error(base::ErrorCode::limit_exceeded, "the file is too large for a cross-reference table");
    std::array<char, 24> row{};
    std::snprintf(row.data(), row.size(), "%010llu 00000 n \n", static_cast<unsigned long long>(offset));
    out += row.data();
}

}  // namespace

std::string append_classic(const AppendedObjects& update) {
    std::string out;
    std::size_t room = 1024;
    for (const auto& [number, value] : update.objects) room += value.size() + 64;
    out.reserve(update.file.size() + room);
    out += update.file;
    if (!out.ends_with('\n')) out += '\n';
    std::map<std::uint32_t, std::uint64_t> offsets;
    for (const auto& [number, value] : update.objects) {
        offsets.emplace(number, out.size());
        append_integer(out, number);
        out += " 0 obj\n";
        out += value;
        out += "\nendobj\n";
    }
    const std::uint64_t table = out.size();
    out += "xref\n";
    for (auto first = offsets.begin(); first != offsets.end();) {
        auto end = first;
        std::uint32_t count = 0;
        for (; end != offsets.end() && end->first == first->first + count; ++end) ++count;
        append_integer(out, first->first);
        out += ' ';
        append_integer(out, count);
        out += '\n';
        for (; first != end; ++first) append_row(out, first->second);
    }
    out += "trailer\n<</Size " + std::to_string(update.size) + "/Root " + to_string(update.catalog);
    if (update.info) out += "/Info " + to_string(*update.info);
    out += "/Prev " + std::to_string(update.previous_table);
    const std::string id = second_id(out);
    out += "/ID[<" + update.first_id + "><" + id + ">]>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return out;
}

}  // namespace irikteu::pdf
