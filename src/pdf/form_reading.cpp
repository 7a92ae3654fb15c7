#include "pdf/form_reading.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/error.hpp"
#include "base/isolated.hpp"
#include "pdf/qpdf_reading.hpp"
#include "pdf/signed_file.hpp"
#include "pdf/text_reading.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMostText = 1u << 20;        ///< Bytes of one value or note.
constexpr std::size_t kMostAttached = 24u << 20;   ///< Bytes of one embedded file.
constexpr std::size_t kMostNotes = 10'000;
constexpr std::string_view kOurData = "source.xml";  ///< The one attachment that papers of ours carry; nobody asks for others.
constexpr std::uint64_t kMostMemory = 128u << 20;

FilledField filled(const FormField& field) {
    FilledField out;
    out.name = field.name;
    QPDFObjectHandle value = field.value;
    if (field.type == "/Tx" || field.type == "/Ch") {
        out.kind = FilledField::Kind::text;
        out.value = text_of(value);
        if (value.isStream()) {
            out.value = stream_data(value, kMostText);
            out.value = QPDFObjectHandle::newString(out.value).getUTF8Value();
        }
    } else if (field.type == "/Btn") {
        out.kind = FilledField::Kind::check_box;
        // Some programs set only what is shown.
        std::string state = value.isName() ? value.getName() : std::string();
        for (QPDFObjectHandle widget : field.widgets) {
            QPDFObjectHandle shown = get(widget, "/AS");
            if (state.empty() && shown.isName()) state = shown.getName();
        }
        out.value = state.empty() || state == "/Off" ? "" : "on";
    } else if (field.type == "/Sig") {
        out.kind = FilledField::Kind::signature;
        out.is_signed = is_signature(value);
        if (out.is_signed) {
            out.value = text_of(get(value, "/Name"));
            QPDFObjectHandle format = get(value, "/SubFilter");
            if (out.value.empty() && format.isName()) out.value = format.getName().substr(1);
        }
    }
    if (out.value.size() > kMostText) throw Error(ErrorCode::limit_exceeded, "the value of the field " + field.name + " is too long");
    return out;
}

void collect_notes(QPDF& pdf, std::vector<std::string>& notes) {
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        QPDFObjectHandle annotations = get(page, "/Annots");
        if (!annotations.isArray()) continue;
        for (QPDFObjectHandle annotation : annotations.getArrayAsVector()) {
            QPDFObjectHandle type = get(annotation, "/Subtype");
            const std::string name = type.isName() ? type.getName() : std::string();
            if (name == "/Widget" || name == "/Link" || name == "/Popup" || name.empty()) continue;
            const auto text = text_of(get(annotation, "/Contents"));
            notes.push_back(text.empty() ? name.substr(1) : text.substr(0, kMostText));
            if (notes.size() > kMostNotes) throw Error(ErrorCode::limit_exceeded, "the PDF has too many annotations");
        }
    }
}

/// Whether what is signed is still what was signed: a form that was filled in after its signature bears none.
void doubt_signatures(std::string_view bytes, std::vector<FilledField>& fields) {
    const auto each_signed = [&fields](const auto& act) {
        for (FilledField& field : fields) {
            if (field.is_signed) act(field);
        }
    };
    bool any = false;
    each_signed([&any](const FilledField&) { any = true; });
    if (!any) return;
    try {
        for (const FileSignature& signature : read_signed_file(bytes).signatures) {
            if (!signature.pending && (signature.coverage == Coverage::whole_file || signature.coverage == Coverage::later_changes)) continue;
            each_signed([&signature](FilledField& field) {
                if (field.name == signature.field) field.doubt = signature.pending ? "prepared only, not signed" : signature.coverage_reason;
            });
        }
    } catch (const std::exception& error) {
        each_signed([&error](FilledField& field) { field.doubt = error.what(); });
    }
}

FilledForm read_here(std::string_view bytes) {
    const auto pdf = open_pdf(bytes);
    FilledForm form;
    for (const FormField& field : form_fields(*pdf)) form.fields.push_back(filled(field));
    doubt_signatures(bytes, form.fields);
    collect_notes(*pdf, form.notes);
    each_embedded_file(*pdf, [&form](const std::string& name, QPDFObjectHandle file) {
        if (name == kOurData) form.attachments[name] = stream_data(file, kMostAttached);
    });
    try {
        const auto read = read_text(bytes);
        for (const auto& element : read.elements) form.page_text += element.text + '\n';
        for (const auto& artifact : read.artifacts) form.page_text += artifact + '\n';
    } catch (const Error&) {
        form.page_text.clear();  // Not tagged as ours are.
    }
    form.pages = pdf->getAllPages().size();
    return form;
}

}  // namespace

FilledForm read_filled_form(std::string_view bytes) {
    return from_wire(base::run_isolated([bytes] {
        try {
            return to_wire(read_here(bytes));
        } catch (const std::runtime_error& error) {  // qpdf's own
            throw Error(ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what());
        } catch (const std::logic_error& error) {
            throw Error(ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what());
        }
    }, {.memory = kMostMemory}));
}

}  // namespace irikteu::pdf
