#include "pdf/form_reading.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/error.hpp"
#include "base/isolated.hpp"
#include "pdf/qpdf_reading.hpp"
#include "pdf/text_reading.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMostText = 1u << 20;        ///< Bytes of one value or note.
constexpr std::size_t kMostAttached = 24u << 20;   ///< Bytes of one embedded file.
constexpr std::size_t kMostNotes = 10'000;
constexpr int kDeepest = 50;

FilledField filled(const FormField& field) {
    FilledField out;
    out.name = field.name;
    QPDFObjectHandle value = field.value;
    if (field.type == "/Tx" || field.type == "/Ch") {
        out.kind = FilledField::Kind::text;
        out.value = text_of(value);
        if (value.isStream()) {
            const auto data = value.getStreamData(qpdf_dl_generalized);
            out.value.assign(reinterpret_cast<const char*>(data->getBuffer()), std::min(data->getSize(), kMostText));
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

void collect_attachments(QPDFObjectHandle node, int depth, std::map<std::string, std::string>& out) {
    if (depth > kDeepest) return;
    QPDFObjectHandle names = get(node, "/Names"), kids = get(node, "/Kids");
    for (int i = 0; names.isArray() && i + 1 < names.getArrayNItems(); i += 2) {
        QPDFObjectHandle stream = get(get(names.getArrayItem(i + 1), "/EF"), "/F");
        if (!stream.isStream()) continue;
        const auto data = stream.getStreamData(qpdf_dl_generalized);
        if (data->getSize() > kMostAttached) throw Error(ErrorCode::limit_exceeded, "an attachment of the PDF is too large");
        out[text_of(names.getArrayItem(i))].assign(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    }
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) collect_attachments(kids.getArrayItem(i), depth + 1, out);
}

void append(std::string& out, std::string_view text) {
    out += std::to_string(text.size()) + ':';
    out += text;
}

std::string taken(std::string_view& from) {
    const auto colon = from.find(':');
    const auto size = static_cast<std::size_t>(std::stoull(std::string(from.substr(0, colon))));
    std::string text(from.substr(colon + 1, size));
    from.remove_prefix(colon + 1 + size);
    return text;
}

std::string in_the_child(std::string_view bytes) {
    const auto pdf = open_pdf(bytes);
    std::string out;
    std::vector<FilledField> fields;
    for (const FormField& field : form_fields(*pdf)) fields.push_back(filled(field));
    append(out, std::to_string(fields.size()));
    for (const auto& field : fields) {
        append(out, field.name);
        append(out, std::to_string(static_cast<int>(field.kind)) + (field.is_signed ? "s" : "-"));
        append(out, field.value);
    }
    std::vector<std::string> notes;
    collect_notes(*pdf, notes);
    append(out, std::to_string(notes.size()));
    for (const auto& note : notes) append(out, note);
    std::map<std::string, std::string> attachments;
    collect_attachments(get(get(pdf->getRoot(), "/Names"), "/EmbeddedFiles"), 0, attachments);
    append(out, std::to_string(attachments.size()));
    for (const auto& [name, content] : attachments) {
        append(out, name);
        append(out, content);
    }
    std::string text;
    try {
        const auto read = read_text(bytes);
        for (const auto& element : read.elements) text += element.text + '\n';
        for (const auto& artifact : read.artifacts) text += artifact + '\n';
    } catch (const Error&) {
        text.clear();  // Not tagged as ours are.
    }
    append(out, text);
    append(out, std::to_string(pdf->getAllPages().size()));
    return out;
}

}  // namespace

FilledForm read_filled_form(std::string_view bytes) {
    const std::string answer = base::run_isolated([bytes] {
        try {
            return in_the_child(bytes);
        } catch (const std::runtime_error& error) {  // qpdf's own
            throw Error(ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what());
        } catch (const std::logic_error& error) {
            throw Error(ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what());
        }
    });
    std::string_view left = answer;
    FilledForm form;
    for (auto count = std::stoul(taken(left)); count > 0; --count) {
        auto& field = form.fields.emplace_back();
        field.name = taken(left);
        const auto kind = taken(left);
        field.kind = static_cast<FilledField::Kind>(kind[0] - '0');
        field.is_signed = kind[1] == 's';
        field.value = taken(left);
    }
    for (auto count = std::stoul(taken(left)); count > 0; --count) form.notes.push_back(taken(left));
    for (auto count = std::stoul(taken(left)); count > 0; --count) {
        auto name = taken(left);
        form.attachments[std::move(name)] = taken(left);
    }
    form.page_text = taken(left);
    form.pages = std::stoul(taken(left));
    return form;
}

}  // namespace irikteu::pdf
