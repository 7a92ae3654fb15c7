#include "pdf/file_update.hpp"

#include <charconv>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "pdf/qpdf_reading.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint32_t kMostObjects = 8'388'607;  ///< ISO 32000-1, annex C; new ones get higher numbers.
constexpr std::size_t kTail = 1024;  ///< Where "startxref" stands (ISO 32000-1, 7.5.5).

std::uint64_t latest_table(std::string_view file) {
    constexpr std::string_view kWord = "startxref";
    const std::size_t tail = file.size() > kTail ? file.size() - kTail : 0;
    const auto word = file.rfind(kWord);
    const auto digits = word == std::string_view::npos ? word : file.find_first_of("0123456789", word);
    std::uint64_t offset = 0;
    if (word == std::string_view::npos || word < tail || digits == std::string_view::npos ||
        std::from_chars(file.data() + digits, file.data() + file.size(), offset).ec != std::errc() || offset >= file.size()) {
        throw Error(ErrorCode::malformed, "the file does not say where its cross-reference table is");
    }
    return offset;
}

std::string hex(std::string_view bytes) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

Reference reference_of(QPDFObjectHandle object) {
    if (object.getGeneration() != 0) throw Error(ErrorCode::unsupported, "objects of another generation can't be updated");
    return {static_cast<std::uint32_t>(object.getObjectID())};
}

}  // namespace

struct FileUpdate::State {
    explicit State(std::string_view bytes) : file(bytes), pdf(open_pdf(bytes)), size(highest() + 1), added(size) {}

    std::uint32_t highest() const {
        // Offsets count from the first byte here; who puts bytes before the header counts otherwise (ISO 32000-1, 7.5.2).
        if (!file.starts_with("%PDF-")) throw Error(ErrorCode::unsupported, "something stands before the file's %PDF- header: save it anew first");
        const auto table = pdf->getXRefTable();
        const auto most = table.empty() ? 0 : static_cast<std::uint32_t>(table.rbegin()->first.getObj());
        if (most >= kMostObjects) throw Error(ErrorCode::unsupported, "has objects with numbers above " + std::to_string(kMostObjects));
        return most;
    }

    /// Keys with slash, values as PDF text: libqpdf's own dictionaries can't refer to objects that are yet to come.
    using Dictionary = std::map<std::string, std::string>;

    QPDFObjectHandle object(Reference reference) {
        QPDFObjectHandle found = pdf->getObject(QPDFObjGen(static_cast<int>(reference.number), 0));
        if (!found.isDictionary()) throw Error(ErrorCode::malformed, "object " + std::to_string(reference.number) + " is no dictionary");
        return found;
    }

    Dictionary& to_be_changed(Reference reference) {
        const auto [place, fresh] = changed.try_emplace(reference.number);
        if (fresh) {
            QPDFObjectHandle found = object(reference);
            for (const std::string& key : found.getKeys()) place->second[key] = found.getKey(key).unparse();
        }
        return place->second;
    }

    std::string_view file;
    std::shared_ptr<QPDF> pdf;
    std::uint32_t size;
    Objects added;
    std::map<std::uint32_t, Dictionary> changed;
};

FileUpdate::FileUpdate(std::string_view file) : state_(std::make_unique<State>(file)) {
    if (state_->pdf->anyWarnings()) throw Error(ErrorCode::malformed, "the file is damaged: " + state_->pdf->getWarnings().front().getMessageDetail());
}

FileUpdate::~FileUpdate() = default;

Objects& FileUpdate::added() { return state_->added; }

Reference FileUpdate::catalog() const { return reference_of(state_->pdf->getRoot()); }

std::optional<std::string> FileUpdate::entry(Reference dictionary, const std::string& key) {
    if (const auto changed = state_->changed.find(dictionary.number); changed != state_->changed.end()) {
        const auto found = changed->second.find('/' + key);
        if (found == changed->second.end()) return std::nullopt;
        return found->second;
    }
    QPDFObjectHandle value = state_->object(dictionary).getKey('/' + key);
    if (value.isNull()) return std::nullopt;
    return value.unparse();
}

std::optional<Reference> FileUpdate::referred(Reference dictionary, const std::string& key) {
    QPDFObjectHandle value = state_->object(dictionary).getKey('/' + key);
    if (value.isNull() || !value.isIndirect()) return std::nullopt;
    return reference_of(value);
}

void FileUpdate::set_entry(Reference dictionary, const std::string& key, const std::string& value) { state_->to_be_changed(dictionary)['/' + key] = value; }

namespace {

std::string text_of_dictionary(const std::map<std::string, std::string>& dictionary) {
    std::string text = "<<";
    for (const auto& [key, value] : dictionary) {
        append_name(text, std::string_view(key).substr(1));
        text += ' ';
        text += value;
    }
    return text + ">>";
}

}  // namespace

std::string FileUpdate::finish() {
    AppendedObjects update;
    update.file = state_->file;
    update.previous_table = latest_table(state_->file);
    update.catalog = catalog();
    QPDFObjectHandle trailer = state_->pdf->getTrailer();
    if (trailer.getKey("/Info").isIndirect()) update.info = reference_of(trailer.getKey("/Info"));
    QPDFObjectHandle id = trailer.getKey("/ID");
    if (!id.isArray() || id.getArrayNItems() != 2 || !id.getArrayItem(0).isString()) throw Error(ErrorCode::unsupported, "the file has no /ID");
    update.first_id = hex(id.getArrayItem(0).getStringValue());
    for (const auto& [number, dictionary] : state_->changed) update.objects.emplace(number, text_of_dictionary(dictionary));
    std::uint32_t number = state_->size;
    for (const Objects::Object& object : state_->added.all()) update.objects.emplace(number++, object.value);
    update.size = number;
    const bool classic = state_->file.substr(update.previous_table).starts_with("xref");
    return classic ? append_classic(update) : append_compact(update);
}

std::string second_id(std::string_view before) { return base::sha256(before).hex().substr(0, 32); }

}  // namespace irikteu::pdf
