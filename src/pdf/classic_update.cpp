#include <podofo/podofo.h>

#include "base/error.hpp"
#include "pdf/file_update.hpp"

namespace irikteu::pdf {

namespace {

/// Puts the trailer's /ID right: PoDoFo makes both halves of what it sees of Info. The first names the document and stays, the second is made of all bytes before it.
void identify(std::string& file, std::size_t update, const std::string& first_id) {
    const auto start = file.rfind("/ID");
    const auto end = start == std::string::npos ? start : file.find(']', start);
    if (end == std::string::npos || start < update) throw base::Error(base::ErrorCode::malformed, "the PDF writer left no /ID of the expected form");
    const std::string id = "/ID[<" + first_id + "><" + second_id({file.data(), start}) + ">]";
    file.replace(start, end + 1 - start, id);
}

}  // namespace

std::string append_classic(const AppendedObjects& update) {
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    try {
        PoDoFo::PdfVecObjects store;
        store.SetAutoDelete(true);
        for (const auto& [number, value] : update.objects) {
            auto* object = new PoDoFo::PdfObject(PoDoFo::PdfReference(number, 0), PoDoFo::PdfVariant());
            store.push_back(object);
            // Only what is assigned afterwards counts as changed, and only that is written.
            *static_cast<PoDoFo::PdfVariant*>(object) = PoDoFo::PdfVariant(PoDoFo::PdfData(value.data(), value.size()));
        }
        PoDoFo::PdfObject trailer;
        trailer.GetDictionary().AddKey("Root", PoDoFo::PdfReference(update.catalog.number, 0));
        if (update.info) {
            trailer.GetDictionary().AddKey("Info", PoDoFo::PdfReference(update.info->number, 0));
            if (!update.objects.contains(update.info->number)) {  // It wants to see one, to make /ID of it.
                store.push_back(new PoDoFo::PdfObject(PoDoFo::PdfReference(update.info->number, 0), PoDoFo::PdfVariant(PoDoFo::PdfDictionary())));
            }
        }
        PoDoFo::PdfWriter writer(&store, &trailer);
        writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
        writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
        writer.SetPrevXRefOffset(static_cast<PoDoFo::pdf_int64>(update.previous_table));
        PoDoFo::PdfRefCountedBuffer buffer;
        PoDoFo::PdfOutputDevice device(&buffer);
        device.Write(update.file.data(), static_cast<long>(update.file.size()));
        if (!update.file.ends_with('\n')) device.Write("\n", 1);
        writer.WriteUpdate(&device, nullptr, false);
        std::string file(buffer.GetBuffer(), device.GetLength());
        identify(file, update.file.size(), update.first_id);
        return file;
    } catch (const PoDoFo::PdfError& error) {
        throw base::Error(base::ErrorCode::malformed, std::string("the PDF writer failed: ") + PoDoFo::PdfError::ErrorName(error.GetError()));
    }
}

}  // namespace irikteu::pdf
