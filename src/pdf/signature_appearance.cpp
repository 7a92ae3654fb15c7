#include "pdf/signature_appearance.hpp"

#include "base/error.hpp"
#include "pdf/document_fonts.hpp"
#include "pdf/label.hpp"
#include "pdf/syntax.hpp"
#include "pdf/text_writer.hpp"

namespace irikteu::pdf {

namespace {

constexpr base::Length kPadding = base::points(2);
constexpr base::Length kLargest = base::points(9), kSmallest = base::points(4), kStep = base::millipoints(250);
constexpr base::Length kLine = base::millipoints(500);

base::Length line_height(base::Length size) { return size.scaled(23, 20); }

Label set(const SignatureAppearance& appearance, base::Length size, base::Length width, const std::string& field, FontSession& fonts) {
    std::string text;
    for (const std::string& line : appearance.lines) text += (text.empty() ? "" : "\n") + line;
    return set_label(fonts, fonts.face({appearance.family}), size, text, Wrap::at_width, width - kPadding * 2, "field " + field);
}

bool too_wide(const Label& label, base::Length size, base::Length width, FontSession& fonts) {
    for (const Label::Run& run : label.runs) {
        if (run.shaped->text != " " && run.x + size.scaled(run.shaped->advance, fonts.metrics(run.shaped->face).units_per_em) > width - kPadding * 2) return true;
    }
    return false;
}

std::string border(base::Length width, base::Length height) {
    std::string content = "q 0.5 G ";
    append_length(content, kLine);
    content += " w ";
    for (const base::Length length : {kLine / 2, kLine / 2, width - kLine, height - kLine}) {
        append_length(content, length);
        content += ' ';
    }
    return content + "re S Q\n";
}

}  // namespace

Reference write_appearance(const SignatureAppearance& appearance, base::Length width, base::Length height, const std::string& field, FontSession& fonts,
                           Objects& objects, Deflater& deflater) {
    base::Length size = kLargest;
    Label label = set(appearance, size, width, field, fonts);
    const auto fits = [&] {
        return line_height(size) * static_cast<std::int64_t>(label.lines) + kPadding * 2 <= height && !too_wide(label, size, width, fonts);
    };
    while (!fits()) {
        size = size - kStep;
        if (size < kSmallest) throw base::Error(base::ErrorCode::limit_exceeded, "the signature's text does not fit into the box of field " + field);
        label = set(appearance, size, width, field, fonts);
    }
    DocumentFonts document_fonts(fonts.library());
    std::string content = border(width, height);
    TextWriter writer(content);
    const auto& metrics = fonts.metrics(fonts.face({appearance.family}));
    const auto top = height - kPadding - size.scaled(metrics.ascender, metrics.units_per_em);
    for (const Label::Run& run : label.runs) {
        writer.show(kPadding + run.x, top - line_height(size) * static_cast<std::int64_t>(run.line), document_fonts.encode(*run.shaped), size, {}, {});
    }
    writer.end();
    const Reference resources = objects.reserve();
    document_fonts.write(resources, objects, deflater);
    std::string entries = "/Type/XObject/Subtype/Form/BBox";
    append_rectangle(entries, {{}, {}, width, height}, height);
    entries += "/Resources<</Font " + to_string(resources) + ">>/Filter/FlateDecode";
    return objects.add_stream(entries, deflater.deflate(content));
}

}  // namespace irikteu::pdf
