#include "pdf/objects.hpp"

#include <podofo/podofo.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "pdf/syntax.hpp"

// PoDoFo 0.9 is object store and writer here, nothing else: no fonts, no painter, no document classes. Its default write mode
// leaves out line ends that ISO 19005-3 (6.1.9) demands, hence ePdfWriteMode_Clean.
namespace irikteu::pdf {

struct Objects::State {
    State() { objects.SetAutoDelete(true); }
    PoDoFo::PdfVecObjects objects;
    std::vector<PoDoFo::PdfObject*> by_number{nullptr};
};

void append_reference(std::string& out, Reference reference) {
    append_integer(out, reference.number);
    out += " 0 R";
}

std::string to_string(Reference reference) {
    std::string out;
    append_reference(out, reference);
    return out;
}

Objects::Objects() : state_(std::make_unique<State>()) {
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
}

Objects::~Objects() = default;

Reference Objects::reserve(std::size_t count) {
    const Reference first{static_cast<std::uint32_t>(state_->by_number.size())};
    for (std::size_t i = 0; i < count; ++i) state_->by_number.push_back(state_->objects.CreateObject(PoDoFo::PdfVariant()));
    return first;
}

void Objects::fill(Reference reference, std::string_view value) {
    *static_cast<PoDoFo::PdfVariant*>(state_->by_number.at(reference.number)) = PoDoFo::PdfVariant(PoDoFo::PdfData(value.data(), value.size()));
}

Reference Objects::add(std::string_view value) {
    const auto reference = reserve();
    fill(reference, value);
    return reference;
}

void Objects::fill_stream(Reference reference, std::string_view entries, std::string_view bytes) {
    // Raw data as well: PdfStream would want a PdfDictionary and a second copy.
    std::string value;
    value.reserve(entries.size() + bytes.size() + 64);
    value += "<<";
    value += entries;
    value += "/Length ";
    append_integer(value, static_cast<std::int64_t>(bytes.size()));
    value += ">>\nstream\n";
    value += bytes;
    value += "\nendstream";
    fill(reference, value);
}

Reference Objects::add_stream(std::string_view entries, std::string_view bytes) {
    const auto reference = reserve();
    fill_stream(reference, entries, bytes);
    return reference;
}

namespace {

/// PoDoFo makes /ID from Info alone, so that two documents can share one: put a hash of all bytes before it in its place.
void identify(std::string& file) {
    const auto start = file.rfind("/ID");
    const auto fail = [] { throw base::Error(base::ErrorCode::malformed, "the PDF writer left no /ID of the expected form"); };
    if (start == std::string::npos) fail();
    const auto digits = base::sha256({file.data(), start}).hex().substr(0, 32);
    auto position = start;
    for (int half = 0; half < 2; ++half) {
        position = file.find('<', position) + 1;
        if (position == 0 || file.size() < position + 33 || file[position + 32] != '>') fail();
        file.replace(position, 32, digits);
    }
}

}  // namespace

std::string Objects::finish(Reference catalog, const std::vector<InfoEntry>& info) {
    try {
        // The one object that PoDoFo looks into, to make /ID of it.
        auto* dictionary = state_->objects.CreateObject();
        for (const auto& [key, value] : info) dictionary->GetDictionary().AddKey(key, PoDoFo::PdfVariant(PoDoFo::PdfData(value.data(), value.size())));
        PoDoFo::PdfObject trailer;
        trailer.GetDictionary().AddKey("Root", PoDoFo::PdfReference(catalog.number, 0));
        trailer.GetDictionary().AddKey("Info", dictionary->Reference());
        PoDoFo::PdfWriter writer(&state_->objects, &trailer);
        writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
        writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
        PoDoFo::PdfRefCountedBuffer buffer;
        PoDoFo::PdfOutputDevice device(&buffer);
        writer.Write(&device);
        std::string file(buffer.GetBuffer(), device.GetLength());
        identify(file);
        return file;
    } catch (const PoDoFo::PdfError& error) {
        throw base::Error(base::ErrorCode::malformed, std::string("the PDF writer failed: ") + PoDoFo::PdfError::ErrorName(error.GetError()));
    }
}

}  // namespace irikteu::pdf
