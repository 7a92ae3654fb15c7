#pragma once

#define POINTERHOLDER_TRANSITION 4
#ifdef __clang__
#define JSON_HH  // qpdf 11.3's JSON.hh has a default destructor of a vector of an incomplete type, which clang refuses from C++20 on. Nothing here uses it.
class JSON;
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// For the sources of signed_file and later_changes only.
namespace irikteu::pdf {

/// Opens a PDF in memory, which must stay. Its warnings are kept, not printed. Throws base::Error as read_signed_file() does.
std::shared_ptr<QPDF> open_pdf(std::string_view bytes);

/// Calls `visit(field, name, type, value holder)` for every terminal field of the form, in declared order.
struct FormField {
    QPDFObjectHandle field;   ///< The terminal field, often merged with its widget.
    std::string name;         ///< Fully qualified, UTF-8.
    std::string type;         ///< "/Sig", "/Tx" …; inherited.
    QPDFObjectHandle value;   ///< /V, inherited; null where there is none.
    int flags = 0;            ///< /Ff, inherited.
    std::vector<QPDFObjectHandle> widgets;  ///< Kids without a name, or the field itself.
};
/// At most a hundred thousand fields, ten deep. Throws Error(limit_exceeded).
std::vector<FormField> form_fields(QPDF& pdf);

/// What a stream holds, with its usual filters undone. Throws Error(limit_exceeded) where that is more than `most` bytes, before it is in memory.
std::string stream_data(QPDFObjectHandle stream, std::size_t most);

/// Calls `visit(name, file)` for every embedded file with its stream. A name tree that runs in circles is walked once. Throws
/// Error(limit_exceeded) where the tree has more than ten thousand nodes or files.
void each_embedded_file(QPDF& pdf, const std::function<void(const std::string& name, QPDFObjectHandle file)>& visit);

/// The text of a string in UTF-8; empty where it is none.
std::string text_of(QPDFObjectHandle value);
/// Entry of what may not be a dictionary: then null.
QPDFObjectHandle get(QPDFObjectHandle dictionary, const char* key);
/// Whether something is a signature's dictionary with a value for a field.
bool is_signature(QPDFObjectHandle value);

}  // namespace irikteu::pdf
