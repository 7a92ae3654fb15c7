#include "pdf/deflate.hpp"
#include "pdf/file_update.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

constexpr int kCompression = 6;

void stand(std::string& out, std::uint32_t number, std::string_view value) {
    append_integer(out, number);
    out += " 0 obj\n";
    out += value;
    out += "\nendobj\n";
}

/// Type 1 and an offset of eight bytes (7.5.8.3).
void append_entry(std::string& rows, std::uint64_t offset) {
    rows += '\x01';
    for (int shift = 56; shift >= 0; shift -= 8) rows += static_cast<char>(offset >> shift & 0xff);
}

}  // namespace

std::string append_compact(const AppendedObjects& update) {
    std::string out(update.file);
    if (!out.ends_with('\n')) out += '\n';
    std::string rows, index;
    std::uint32_t first = 0, count = 0;
    const auto section = [&](std::uint32_t number) {
        if (count > 0 && number == first + count) {
            ++count;
            return;
        }
        if (count > 0) index += std::to_string(first) + ' ' + std::to_string(count) + ' ';
        first = number;
        count = 1;
    };
    for (const auto& [number, value] : update.objects) {
        section(number);
        append_entry(rows, out.size());
        stand(out, number, value);
    }
    const std::uint64_t table = out.size();
    section(update.size);
    append_entry(rows, table);
    index += std::to_string(first) + ' ' + std::to_string(count);
    std::string entries = "/Type/XRef/Size " + std::to_string(update.size + 1) + "/W[1 8 0]/Index[" + index + "]/Root " + to_string(update.catalog);
    if (update.info) entries += "/Info " + to_string(*update.info);
    entries += "/Prev " + std::to_string(update.previous_table) + "/ID[<" + update.first_id + "><" + second_id(out) + ">]/Filter/FlateDecode";
    Deflater deflater(kCompression);
    stand(out, update.size, stream_value(entries, deflater.deflate(rows)));
    out += "startxref\n" + std::to_string(table) + "\n%%EOF\n";
    return out;
}

}  // namespace irikteu::pdf
