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
        const auto table = pdf->getXRefTable();
        return table.empty() ? 0 : static_cast<std::uint32_t>(table.rbegin()->first.getObj());
    }

    QPDFObjectHandle dictionary(Reference reference) {
        const auto changed_object = changed.find(reference.number);
        QPDFObjectHandle object = changed_object != changed.end() ? changed_object->second : pdf->getObject(QPDFObjGen(static_cast<int>(reference.number), 0));
        if (!object.isDictionary()) throw Error(ErrorCode::malformed, "object " + std::to_string(reference.number) + " is no dictionary");
        return object;
    }

    std::string_view file;
    std::shared_ptr<QPDF> pdf;
    std::uint32_t size;
    Objects added;
    std::map<std::uint32_t, QPDFObjectHandle> changed;
};

FileUpdate::FileUpdate(std::string_view file) : state_(std::make_unique<State>(file)) {
    if (state_->pdf->anyWarnings()) throw Error(ErrorCode::malformed, "the file is damaged: " + state_->pdf->getWarnings().front().getMessageDetail());
}

FileUpdate::~FileUpdate() = default;

Objects& FileUpdate::added() { return state_->added; }

Reference FileUpdate::catalog() const { return reference_of(state_->pdf->getRoot()); }

std::optional<std::string> FileUpdate::entry(Reference dictionary, const std::string& key) {
    QPDFObjectHandle value = state_->dictionary(dictionary).getKey('/' + key);
    if (value.isNull()) return std::nullopt;
    return value.unparse();
}

std::optional<Reference> FileUpdate::referred(Reference dictionary, const std::string& key) {
    QPDFObjectHandle value = state_->dictionary(dictionary).getKey('/' + key);
    if (value.isNull() || !value.isIndirect()) return std::nullopt;
    return reference_of(value);
}

void FileUpdate::set_entry(Reference dictionary, const std::string& key, std::string value) {
    QPDFObjectHandle object = state_->dictionary(dictionary);
    object.replaceKey('/' + key, QPDFObjectHandle::parse(state_->pdf.get(), value));
    state_->changed.insert_or_assign(dictionary.number, object);
}

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
    for (auto& [number, object] : state_->changed) update.objects.emplace(number, object.unparseResolved());
    std::uint32_t number = state_->size;
    for (const Objects::Object& object : state_->added.all()) update.objects.emplace(number++, object.value);
    update.size = number;
    const bool classic = state_->file.substr(update.previous_table).starts_with("xref");
    return classic ? append_classic(update) : append_compact(update);
}

std::string second_id(std::string_view before) { return base::sha256(before).hex().substr(0, 32); }

}  // namespace irikteu::pdf
