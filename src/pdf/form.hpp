#pragma once

#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/deflate.hpp"
#include "pdf/document_fonts.hpp"
#include "pdf/font_session.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// Writes form fields (ISO 32000-1, 12.7), each merged with its only widget and with a ready appearance: signature fields without a
/// value, text fields, check boxes. Typing needs no other font: text fields' faces get the whole Kazakh, Russian and Latin set.
class FormWriter {
  public:
    /// `font_resources`: the object that DocumentFonts::write will fill.
    FormWriter(FontSession& session, DocumentFonts& fonts, Reference font_resources, Objects& objects, Deflater& deflater);

    /// The entries of a field and widget dictionary, from /FT on, without what every annotation has.
    /// Throws Error(missing_glyph) naming the field, Error(invalid) where a name is empty, dotted or used twice.
    std::string entries(const layout::Field& field);
    /// /AcroForm over the given widgets; /NeedAppearances is never set.
    Reference write(const std::vector<Reference>& widgets);

  private:
    Reference appearance(const layout::Field& field, const std::string& content);
    std::string signature_content(const layout::Field& field);
    std::string text_content(const layout::Field& field);
    std::string check_box_content(const layout::Field& field, bool ticked);
    std::string label(const layout::Field& field, const std::string& text, bool wrapped, bool from_top);
    std::string default_appearance(const layout::Field& field);

    FontSession& session_;
    DocumentFonts& fonts_;
    Reference font_resources_;
    Objects& objects_;
    Deflater& deflater_;
    std::vector<std::string> names_;
    std::string form_default_;  ///< /DA of the form: the first text field's.
    bool has_signatures_ = false;
};

}  // namespace irikteu::pdf
