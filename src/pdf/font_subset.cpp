#include "pdf/font_subset.hpp"

#include <hb-subset.h>

#include <memory>

#include "base/error.hpp"

namespace irikteu::pdf {

namespace {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* object) const { destroy(object); }
};

/// What a PDF reader doesn't need of a CIDFontType2 program with a CIDToGIDMap (ISO 32000-1, 9.9, table 126).
constexpr const char* kDropped[] = {"GSUB", "GPOS", "GDEF", "kern", "DSIG", "cmap", "name", "post", "OS/2", "gasp", "STAT", "hdmx", "LTSH", "VDMX", "PCLT"};

}  // namespace

FontSubset subset(const Face& face, const std::vector<std::uint32_t>& glyphs) {
    const std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>> input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const auto glyph : glyphs) hb_set_add(wanted, glyph);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : kDropped) hb_set_add(dropped, hb_tag_from_string(tag, 4));

    const auto fail = [&] { throw base::Error(base::ErrorCode::malformed, "the face " + face.postscript_name() + " can't be subset"); };
    const std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>> plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
    if (!plan) fail();
    const std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>> cut(hb_subset_plan_execute_or_fail(plan.get()));
    if (!cut) fail();
    const std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>> blob(hb_face_reference_blob(cut.get()));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &length);

    FontSubset result{std::string(bytes, length), {}};
    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    result.glyphs.reserve(glyphs.size());
    for (const auto glyph : glyphs) result.glyphs.push_back(static_cast<std::uint16_t>(hb_map_get(renumbered, glyph)));
    return result;
}

}  // namespace irikteu::pdf
