#include "pdf/form.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "pdf/label.hpp"
#include "pdf/syntax.hpp"
#include "pdf/text_writer.hpp"

namespace irikteu::pdf {

namespace {

constexpr base::Length kPadding = base::points(3);
constexpr base::Length kDefaultSize = base::points(10);
constexpr base::Length kLine = base::millipoints(500);

// Field flags (ISO 32000-1, tables 221, 226, 228).
constexpr int kReadOnly = 1, kRequired = 2, kMultiLine = 1 << 12;

base::Length size_of(const layout::Field& field) { return field.size > base::Length{} ? field.size : kDefaultSize; }

/// A hair line just inside the widget.
std::string border(const layout::Field& field) {
    std::string content = "q 0.5 G ";
    append_length(content, kLine);
    content += " w ";
    append_length(content, kLine / 2);
    content += ' ';
    append_length(content, kLine / 2);
    content += ' ';
    append_length(content, field.area.width - kLine);
    content += ' ';
    append_length(content, field.area.height - kLine);
    return content + " re S Q\n";
}

}  // namespace

FormWriter::FormWriter(FontSession& session, DocumentFonts& fonts, Reference font_resources, Objects& objects, Deflater& deflater)
    : session_(session), fonts_(fonts), font_resources_(font_resources), objects_(objects), deflater_(deflater) {}

Reference FormWriter::appearance(const layout::Field& field, const std::string& content) {
    std::string entries = "/Type/XObject/Subtype/Form/BBox";
    append_rectangle(entries, {{}, {}, field.area.width, field.area.height}, field.area.height);
    entries += "/Resources<</Font " + to_string(font_resources_) + ">>/Filter/FlateDecode";
    return objects_.add_stream(entries, deflater_.deflate(content));
}

/// Text from the upper left corner, or in the middle of the height.
std::string FormWriter::label(const layout::Field& field, const std::string& text, bool wrapped, bool from_top) {
    const auto size = size_of(field);
    const auto set = set_label(session_, field.face, size, text, wrapped ? Wrap::at_width : Wrap::never, field.area.width - kPadding * 2, "field " + field.name);
    const auto& metrics = session_.metrics(field.face);
    const auto ascent = size.scaled(metrics.ascender, metrics.units_per_em);
    const auto descent = size.scaled(metrics.descender, metrics.units_per_em);
    const auto line_height = size.scaled(6, 5);
    const auto baseline = from_top ? field.area.height - kPadding - ascent : (field.area.height - ascent - descent) / 2;
    std::string content;
    TextWriter writer(content);
    for (const auto& run : set.runs) {
        writer.show(kPadding + run.x, baseline - line_height * static_cast<std::int64_t>(run.line), fonts_.encode(*run.shaped), size, {}, {});
    }
    writer.end();
    return content;
}

std::string FormWriter::signature_content(const layout::Field& field) { return border(field) + label(field, field.caption, true, true); }

std::string FormWriter::text_content(const layout::Field& field) {
    std::string clip = "/Tx BMC\nq ";
    append_length(clip, kLine);
    clip += ' ';
    append_length(clip, kLine);
    clip += ' ';
    append_length(clip, field.area.width - kLine * 2);
    clip += ' ';
    append_length(clip, field.area.height - kLine * 2);
    return border(field) + clip + " re W n\n" + label(field, field.value, field.multi_line, field.multi_line) + "Q\nEMC\n";
}

std::string FormWriter::check_box_content(const layout::Field& field, bool ticked) {
    std::string content = border(field);
    if (!ticked) return content;
    const auto at = [&](int x, int y) {
        append_length(content, field.area.width.scaled(x, 100));
        content += ' ';
        append_length(content, field.area.height.scaled(y, 100));
        content += ' ';
    };
    content += "q ";
    append_length(content, std::min(field.area.width, field.area.height).scaled(1, 9));
    content += " w 1 J 1 j ";
    at(22, 52);
    content += "m ";
    at(42, 27);
    content += "l ";
    at(78, 76);
    return content + "l S Q\n";
}

std::string FormWriter::default_appearance(const layout::Field& field) {
    fonts_.add_repertoire(field.face);
    std::string operators;
    append_name(operators, fonts_.resource_name(fonts_.font_of(field.face)));
    operators += ' ';
    append_length(operators, size_of(field));
    std::string entry;
    append_byte_string(entry, operators + " Tf 0 g");
    if (form_default_.empty()) form_default_ = entry;
    return entry;
}

std::string FormWriter::entries(const layout::Field& field) {
    if (field.name.empty() || field.name.find('.') != std::string::npos || std::find(names_.begin(), names_.end(), field.name) != names_.end()) {
        throw base::Error(base::ErrorCode::invalid, "a field's name must be unique and without dots: \"" + field.name + "\"");
    }
    names_.push_back(field.name);
    int flags = (field.read_only ? kReadOnly : 0) | (field.required ? kRequired : 0);
    std::string out;
    switch (field.kind) {
        case layout::Field::Kind::signature:
            has_signatures_ = true;
            out = "/FT/Sig/AP<</N " + to_string(appearance(field, signature_content(field))) + ">>";
            break;
        case layout::Field::Kind::text:
            flags |= field.multi_line ? kMultiLine : 0;
            out = "/FT/Tx/DA" + default_appearance(field) + "/MK<</BC[0.5]>>/BS<</W 0.5>>/AP<</N " + to_string(appearance(field, text_content(field))) + ">>";
            if (field.max_length > 0) out += "/MaxLen " + std::to_string(field.max_length);
            if (!field.value.empty()) {
                out += "/V";
                append_readable_string(out, field.value);
            }
            break;
        case layout::Field::Kind::check_box: {
            const std::string state = field.value == "on" ? "/on" : "/Off";
            out = "/FT/Btn/MK<</BC[0.5]>>/BS<</W 0.5>>/V" + state + "/AS" + state + "/AP<</N<</on " + to_string(appearance(field, check_box_content(field, true))) +
                  "/Off " + to_string(appearance(field, check_box_content(field, false))) + ">>>>";
            break;
        }
    }
    if (flags != 0) out += "/Ff " + std::to_string(flags);
    out += "/T";
    append_text_string(out, field.name);
    out += "/TU";
    append_readable_string(out, !field.tooltip.empty() ? field.tooltip : !field.caption.empty() ? field.caption : field.name);
    return out;
}

Reference FormWriter::write(const std::vector<Reference>& widgets) {
    std::string form = "<</Fields[";
    for (std::size_t i = 0; i < widgets.size(); ++i) {
        if (i > 0) form += ' ';
        append_reference(form, widgets[i]);
    }
    form += "]/DR<</Font " + to_string(font_resources_) + ">>";
    if (!form_default_.empty()) form += "/DA" + form_default_;
    if (has_signatures_) form += "/SigFlags 1";
    return objects_.add(form + ">>", Objects::Packing::open);
}

}  // namespace irikteu::pdf
