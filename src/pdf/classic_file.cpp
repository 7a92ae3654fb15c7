#include "pdf/classic_file.hpp"

#include <podofo/podofo.h>

#include "base/digest.hpp"
#include "base/error.hpp"

// The only place that knows PoDoFo. Version 0.9 is object store and writer here, nothing else: no fonts, no painter, no document
// classes. Its default write mode leaves out line ends that ISO 19005-3 (6.1.9) demands, hence ePdfWriteMode_Clean. Streams are
// raw data as well: PdfStream would want a PdfDictionary and a second copy.
namespace irikteu::pdf {

namespace {

PoDoFo::PdfVariant raw(const std::string& value) { return PoDoFo::PdfVariant(PoDoFo::PdfData(value.data(), value.size())); }

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

std::string write_classic(const Objects& objects, const Trailer& trailer) {
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    try {
        PoDoFo::PdfVecObjects store;
        store.SetAutoDelete(true);
        for (const auto& object : objects.all()) store.CreateObject(raw(object.value));
        // The one object that PoDoFo looks into, to make /ID of it.
        auto* info = store.CreateObject();
        for (const auto& [key, value] : trailer.info) info->GetDictionary().AddKey(key, raw(value));
        PoDoFo::PdfObject dictionary;
        dictionary.GetDictionary().AddKey("Root", PoDoFo::PdfReference(trailer.catalog.number, 0));
        dictionary.GetDictionary().AddKey("Info", info->Reference());
        PoDoFo::PdfWriter writer(&store, &dictionary);
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
