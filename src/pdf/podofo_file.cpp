#include <podofo/podofo.h>

#include "pdf/podofo.hpp"

// The only place that knows PoDoFo. Version 0.9 is object store and writer here, nothing else: no fonts, no painter, no document
// classes. Its default write mode leaves out line ends that ISO 19005-3 (6.1.9) demands, hence ePdfWriteMode_Clean. Streams are
// raw data as well: PdfStream would want a PdfDictionary and a second copy.
namespace irikteu::pdf {

namespace {

PoDoFo::PdfVariant raw(std::string_view value) { return PoDoFo::PdfVariant(PoDoFo::PdfData(value.data(), value.size())); }

}  // namespace

bool write_podofo(const PodofoInput& input, std::string& out) {
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    try {
        PoDoFo::PdfVecObjects store;
        store.SetAutoDelete(true);
        for (std::size_t i = 0; i < input.object_count; ++i) store.CreateObject(raw(input.objects[i]));
        // The one object that PoDoFo looks into, to make /ID of it.
        auto* info = store.CreateObject();
        for (std::size_t i = 0; i < input.info_count; ++i) info->GetDictionary().AddKey(std::string(input.info[i].key), raw(input.info[i].value));
        PoDoFo::PdfObject dictionary;
        dictionary.GetDictionary().AddKey("Root", PoDoFo::PdfReference(input.catalog, 0));
        dictionary.GetDictionary().AddKey("Info", info->Reference());
        PoDoFo::PdfWriter writer(&store, &dictionary);
        writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
        writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
        PoDoFo::PdfRefCountedBuffer buffer;
        PoDoFo::PdfOutputDevice device(&buffer);
        writer.Write(&device);
        out.assign(buffer.GetBuffer(), device.GetLength());
        return true;
    } catch (const PoDoFo::PdfError& error) {
        out = PoDoFo::PdfError::ErrorName(error.GetError());
        return false;
    }
}

}  // namespace irikteu::pdf
