#include "pdf_file.hpp"

#include <zlib.h>

#include <stdexcept>

#include "base/disk.hpp"
#include "programs.hpp"

namespace irikteu::pdf_test {

namespace {

std::string from_base64(const std::string& text) {
    std::string out;
    unsigned bits = 0, value = 0;
    for (const char c : text) {
        unsigned digit = 0;
        if (c >= 'A' && c <= 'Z') digit = static_cast<unsigned>(c - 'A');
        else if (c >= 'a' && c <= 'z') digit = static_cast<unsigned>(c - 'a') + 26;
        else if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0') + 52;
        else if (c == '+') digit = 62;
        else if (c == '/') digit = 63;
        else continue;
        value = value << 6 | digit;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>(value >> bits & 0xff);
        }
    }
    return out;
}

std::optional<std::string> inflated(const std::string& bytes) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    char buffer[65536];
    int status = Z_OK;
    while (status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer, sizeof buffer - stream.avail_out);
    }
    inflateEnd(&stream);
    if (status != Z_STREAM_END) return std::nullopt;
    return out;
}

bool is_reference(const Json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.size() > 4 && text.compare(text.size() - 2, 2, " R") == 0 && text[0] >= '0' && text[0] <= '9';
}

const Json& null() {
    static const Json value;
    return value;
}

}  // namespace

PdfFile::PdfFile(const std::string& path) : bytes_(base::RealDisk().read(path, std::uint64_t{1} << 32)) {
    const auto result = run({"qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=none", "--no-warn", "--", path});
    if (result.status != 0 && result.status != 3) throw std::runtime_error("qpdf can't read " + path + ": " + result.output.substr(0, 500));
    const auto json = Json::parse(result.output);
    for (const auto& [name, object] : json.at("qpdf").at(1).items()) {
        if (name == "trailer") {
            trailer_ = object.at("value");
            continue;
        }
        const auto reference = name.substr(4);
        if (object.contains("stream")) {
            values_[reference] = object["stream"].at("dict");
            streams_[reference] = from_base64(object["stream"].at("data").get<std::string>());
        } else {
            values_[reference] = object.at("value");
        }
    }
    collect_pages(catalog().value("/Pages", Json()), 0);
}

void PdfFile::collect_pages(const Json& node, int depth) {
    if (depth > 50) throw std::runtime_error("page tree too deep");
    if (is_name(get(resolve(node), "/Type"), "/Page")) {
        pages_.push_back(node.get<std::string>());
        return;
    }
    for (const auto& kid : get(resolve(node), "/Kids")) collect_pages(kid, depth + 1);
}

const Json& PdfFile::resolve(const Json& value) const {
    if (!is_reference(value)) return value;
    const auto found = values_.find(value.get_ref<const std::string&>());
    return found == values_.end() ? null() : found->second;
}

const Json& PdfFile::get(const Json& dictionary, const char* key) const {
    const auto& where = resolve(dictionary);
    if (!where.is_object()) return null();
    const auto found = where.find(key);
    return found == where.end() ? null() : resolve(*found);
}

bool PdfFile::is_stream(const Json& reference) const { return is_reference(reference) && streams_.count(reference.get_ref<const std::string&>()) > 0; }

std::optional<std::string> PdfFile::data(const Json& reference) const {
    if (!is_stream(reference)) return std::nullopt;
    const auto& name = reference.get_ref<const std::string&>();
    const auto& filter = get(values_.at(name), "/Filter");
    if (filter.is_null()) return streams_.at(name);
    const bool flate = is_name(filter, "/FlateDecode") || (filter.is_array() && filter.size() == 1 && is_name(filter[0], "/FlateDecode"));
    return flate && !has(values_.at(name), "/DecodeParms") ? inflated(streams_.at(name)) : std::nullopt;
}

std::optional<std::string> text_of(const Json& value) {
    if (!value.is_string()) return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    if (text.starts_with("u:")) return text.substr(2);
    if (!text.starts_with("b:")) return std::nullopt;
    std::string out;
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) out += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
    return out;
}

bool is_name(const Json& value, const char* name) { return value.is_string() && value.get_ref<const std::string&>() == name; }

}  // namespace irikteu::pdf_test
