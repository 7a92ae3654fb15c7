#include "conformance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk.hpp"
#include "page_maker.hpp"
#include "pdf/writer.hpp"
#include "programs.hpp"
#include "sample_pages.hpp"

namespace irikteu::pdf_test {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::StartsWith;

/// One edit of the finished file, of equal length, and the clause that it breaks.
struct Edit {
    std::string name, from, to, clause;
};

class Conformance : public testing::Test {
  protected:
    pdf::FontSession fonts{library()};
};

TEST_F(Conformance, a_document_with_everything_breaks_no_rule) {
    PageMaker maker(fonts);
    fill_with_everything(maker);
    const auto path = keep("everything.pdf", pdf::write(maker.pages, fonts));
    EXPECT_THAT(conformance_faults(path), IsEmpty());
    const auto check = run({"qpdf", "--check", path});
    EXPECT_EQ(check.status, 0) << check.output;
}

TEST_F(Conformance, a_compact_document_with_everything_breaks_no_rule) {
    PageMaker maker(fonts);
    fill_with_everything(maker);
    pdf::WriteOptions options;
    options.container = pdf::Container::compact;
    const auto path = keep("everything-compact.pdf", pdf::write(maker.pages, fonts, options));
    EXPECT_THAT(conformance_faults(path), IsEmpty());
    const auto check = run({"qpdf", "--check", path});
    EXPECT_EQ(check.status, 0) << check.output;
}

class BrokenConformance : public testing::TestWithParam<Edit> {};

TEST_P(BrokenConformance, is_found) {
    pdf::FontSession fonts(library());
    PageMaker maker(fonts);
    fill_with_everything(maker);
    auto file = pdf::write(maker.pages, fonts);
    const auto& edit = GetParam();
    ASSERT_EQ(edit.from.size(), edit.to.size());
    const auto at = file.find(edit.from);
    ASSERT_NE(at, std::string::npos) << edit.from;
    file.replace(at, edit.from.size(), edit.to);
    EXPECT_THAT(conformance_faults(keep("broken-" + edit.name + ".pdf", file)), Contains(StartsWith(edit.clause)));
}

INSTANTIATE_TEST_SUITE_P(
    Rules, BrokenConformance,
    testing::Values(Edit{"header", "%PDF-1.7\n", "%PDF-1.7 ", "6.1.2"}, Edit{"object_line", " 0 obj\n", " 0 obj ", "6.1.9"}, Edit{"lang", "/Lang(kk)", "/Lang(k?)", "6.7.4"},
                    Edit{"marked", "/Marked true", "/Marked null", "6.7.2.2"}, Edit{"title_shown", "/DisplayDocTitle true", "/DisplayDocTitle null", "UA 7.1"},
                    Edit{"part", "<pdfaid:part>3", "<pdfaid:part>2", "6.6.4"}, Edit{"level", "<pdfaid:conformance>A", "<pdfaid:conformance>B", "6.6.4"},
                    Edit{"ua", "<pdfuaid:part>1", "<pdfuaid:part>2", "UA 5"}, Edit{"schema", "<pdfaProperty:name>part", "<pdfaProperty:name>parT", "6.6.2.3.3"},
                    Edit{"producer", "<pdf:Producer>irikteu", "<pdf:Producer>irikteU", "6.6.3"}, Edit{"date", "<xmp:CreateDate>2015", "<xmp:CreateDate>2016", "6.6.3"},
                    Edit{"tabs", "/Tabs/S", "/Tabs/R", "UA 7.18.3"}, Edit{"print_flag", "/F 4/P", "/F 6/P", "6.3.2"}, Edit{"no_flag", "/F 4/P", "/X 4/P", "6.3.2"},
                    Edit{"tooltip", "/TU<", "/TX<", "UA 7.18.1"}, Edit{"link_words", "/Contents<FEFF", "/Contentz<FEFF", "UA 7.18.5"}, Edit{"scope", "/Scope/Column", "/Scopf/Column", "UA 7.5"},
                    Edit{"figure", "/Alt<", "/Alx<", "UA 7.3"}, Edit{"note", "/ID(note", "/IX(note", "UA 7.9"}, Edit{"heading", "/S/H2", "/S/H3", "UA 7.4.2"},
                    Edit{"type", "/S/LBody", "/S/LBodz", "6.7.3.4"}, Edit{"relation", "/AFRelationship/Source", "/AFRelationshix/Source", "6.8"},
                    Edit{"mime", "/Subtype/application#2Fxml", "/Subtypx/application#2Fxml", "6.8"}, Edit{"associated", "/AF[", "/AX[", "6.8"}, Edit{"file_date", "/Params<</ModDate", "/Params<</ModDatx", "6.8"},
                    Edit{"intent", "/GTS_PDFA1", "/GTS_PDFX1", "6.2.3"}, Edit{"unicode", "/ToUnicode", "/ToUnicodx", "6.2.11.7.2"}, Edit{"embedding", "/FontFile2", "/FontFile9", "6.2.11.4.1"},
                    Edit{"glyph_map", "/CIDToGIDMap", "/CIDToGIDMax", "6.2.11.3.2"}, Edit{"widths", "/W[1[", "/X[1[", "6.2.11.5"}, Edit{"field_struct", "/StructParent ", "/StructParenX ", "UA 7.18.4"},
                    Edit{"column_span", "/ColSpan 2", "/ColSpan 3", "UA 7.2"}, Edit{"parent_page", "/StructParents 0", "/StructParents 1", "UA 7.1"}, Edit{"appearance", "/AP<</N ", "/AP<</D ", "6.3.3"},
                    Edit{"xfa", "/SigFlags 1", "/XFA 5 0 R ", "6.4.2"},
                    Edit{"action", "/S/URI/URI(", "/S/Foo/URI(", "6.5.1"},
                    Edit{"image_opi", "/SMask ", "/OPI   ", "6.2.8"},
                    Edit{"row", "/S/TR/", "/S/TD/", "UA 7.2"},
                    Edit{"row_span", "/RowSpan 2", "/RowSpan 3", "UA 7.2"},
                    Edit{"label", "/S/Lbl", "/S/Div", "UA 7.2"},
                    Edit{"head", "/S/THead", "/S/Quote", "UA 7.2"},
                    Edit{"form_element", "/S/Form", "/S/Span", "UA 7.18.4"},
                    Edit{"link_element", "/S/Link", "/S/Span", "UA 7.18.5"},
                    Edit{"file_name", "/UF(source", "/UX(source", "6.8"},
                    Edit{"file_description", "/Desc<", "/Desx<", "6.8"},
                    Edit{"metadata_type", "/Type/Metadata", "/Type/Metadatx", "6.6.2.1"},
                    Edit{"xmp_namespace", "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/pdf/1.4/", "6.6.2.3.1"},
                    Edit{"xmp_form", "<dc:title>", "<dc:titlx>", "6.6.2.1"},
                    Edit{"structure", "/StructTreeRoot", "/StructTreeRoox", "6.7.3.3"},
                    Edit{"parent_tree", "/ParentTree ", "/ParentTrex ", "UA 7.1"},
                    Edit{"font_type", "/Subtype/Type0", "/Subtype/Type3", "6.2.11.2"},
                    Edit{"encoding", "/Identity-H", "/Identity-X", "6.2.11.3.1"},
                    Edit{"element_language", "/Lang(en)", "/Lang(e_)", "6.7.4"},
                    Edit{"root_type", "/S/Document", "/S/Documenu", "6.7.3.4"},
                    Edit{"field_action", "/MK<<", "/AA<<", "6.4.1"},
                    Edit{"profile_components", "/N 3/", "/N 4/", "6.2.3"},
                    Edit{"filter", "/Filter/FlateDecode", "/Filter/LZWDecode  ", "6.1.7.2"},
                    Edit{"resources", "/Resources ", "/Resourcex ", "6.2.2"},
                    Edit{"identification", "xmlns:pdfaid=", "xmlns:pdfaix=", "6.6.2.3.1"},
                    Edit{"schema_bag", "<pdfaExtension:schemas><rdf:Bag>", "<pdfaExtension:schemas><rdf:Bax>", "6.6.2.1"},
                    Edit{"tree_next", "/ParentTreeNextKey ", "/ParentTreeNextKex ", "6.7.3.3"},
                    Edit{"kid_page", "/Pg ", "/Px ", "UA 7.1"},
                    Edit{"comment", "%PDF-1.7\n%", "%PDF-1.7\n ", "6.1.2"},
                    Edit{"identifier", "/ID [", "/IX [", "6.1.3"},
                    Edit{"xref_line", "xref\n0 ", "xref 0 ", "6.1.4"},
                    Edit{"hexadecimal", "/Contents<FEFF", "/Contents<FEFG", "6.1.6"},
                    Edit{"stream_line", "\nendstream", " endstream", "6.1.7.1"},
                    Edit{"permission", "/MarkInfo<<", "/Perms   <<", "6.1.12"},
                    Edit{"page_size", "/MediaBox[0 0 595 842]", "/MediaBox[0 0 002 842]", "6.1.13"},
                    Edit{"halftone", "/Desc<", "/HTP <", "6.2.5"},
                    Edit{"rendering_intent", "/Desc<", "/RI  <", "6.2.6"},
                    Edit{"image_bits", "/BitsPerComponent 8/Filter", "/BitsPerComponent 7/Filter", "6.2.8"},
                    Edit{"form_opi", "/Subtype/Form/BBox[", "/Subtype/Form/OPI [", "6.2.9"},
                    Edit{"blend_mode", "/Desc<", "/BM  <", "6.2.10"},
                    Edit{"font_name", "/FontName/", "/FontNamx/", "6.2.11.2"},
                    Edit{"cid_set", "/CapHeight 655", "/CIDSet    655", "6.2.11.4.2"},
                    Edit{"annotation_type", "/Subtype/Link", "/Subtype/Text", "6.3.1"},
                    Edit{"need_appearances", "/DA(/F2 11 Tf 0 g)/SigFlags 1", "/NeedAppearances true        ", "6.4.1"},
                    Edit{"packet_header", " id=\"W5M", " bytes=\"", "6.6.2.1"},
                    Edit{"parent", "/S/LI/P ", "/S/LI/X ", "UA 7.1"},
                    Edit{"body", "/S/TBody", "/S/Quote", "UA 7.2"},
                    Edit{"contents", "/S/Note", "/S/TOCI", "UA 7.2"},
                    Edit{"plain_heading", "/S/H1/", "/S/H /", "UA 7.4.4"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace irikteu::pdf_test
