#include <podofo/podofo.h>

#include "base/error.hpp"
#include "pdf/file_update.hpp"

namespace irikteu::pdf {

namespace {

/// Puts the trailer right, which PoDoFo makes of what it sees: /Size counts all objects of the file, the first half of /ID names the document and stays, the
/// second is made of all bytes before it.
void settle_trailer(std::string& file, const AppendedObjects& update) {
    const auto broken = [] { throw base::Error(base::ErrorCode::malformed, "the PDF writer left no trailer of the expected form"); };
    const auto trailer = file.rfind("trailer");
    if (trailer == std::string::npos || trailer < update.file.size()) broken();
    const auto size = file.find("/Size ", trailer);
    if (size == std::string::npos) broken();
    const auto digits = size + 6;
    file.replace(digits, file.find_first_not_of("0123456789", digits) - digits, std::to_string(update.size));
    const auto start = file.find("/ID", trailer);
    const auto end = start == std::string::npos ? start : file.find(']', start);
    if (end == std::string::npos) broken();
    const std::string id = "/ID[<" + update.first_id + "><" + second_id({file.data(), start}) + ">]";
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
        settle_trailer(file, update);
        return file;
    } catch (const PoDoFo::PdfError& error) {
        throw base::Error(base::ErrorCode::malformed, std::string("the PDF writer failed: ") + PoDoFo::PdfError::ErrorName(error.GetError()));
    }
}

}  // namespace irikteu::pdf
