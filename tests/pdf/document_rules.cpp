#include <algorithm>
#include <regex>
#include <set>

#include "pdf_file.hpp"

// Rules on the document as a whole: trailer, catalog, filters, output intent, colour, images, files.
namespace irikteu::pdf_test {

namespace {

bool is_language(const Json& value) {
    const auto text = text_of(value);
    static const std::regex tag("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    return text && std::regex_match(*text, tag);
}

void each_name(const Json& value, const std::function<void(const std::string&)>& visit) {
    if (value.is_string()) {
        visit(value.get_ref<const std::string&>());
    } else if (value.is_array()) {
        for (const auto& entry : value) each_name(entry, visit);
    }
}

void check_trailer_and_catalog(const PdfFile& file, Faults& faults) {
    const auto& trailer = file.trailer();
    const auto& id = file.get(trailer, "/ID");
    faults.require(id.is_array() && id.size() == 2 && text_of(id[0]).value_or("").size() > 0, "6.1.3", "the trailer has no /ID of two strings");
    faults.require(!trailer.contains("/Encrypt"), "6.1.3", "the file is encrypted");
    const auto& catalog = file.catalog();
    faults.require(file.get(file.get(catalog, "/MarkInfo"), "/Marked") == Json(true), "6.7.2.2", "MarkInfo does not say Marked true");
    faults.require(file.get(file.get(catalog, "/MarkInfo"), "/Suspects") != Json(true), "UA 7.1", "MarkInfo says Suspects true");
    faults.require(file.get(file.get(catalog, "/ViewerPreferences"), "/DisplayDocTitle") == Json(true), "UA 7.1", "DisplayDocTitle is not true");
    faults.require(is_language(file.get(catalog, "/Lang")), "6.7.4", "the catalog has no /Lang that is a language tag");
    for (const char* key : {"/AA", "/OpenAction", "/Requirements", "/NeedsRendering", "/OCProperties"}) {
        faults.require(!file.has(catalog, key), "6.5.2, 6.9, 6.11, 6.4.2", std::string("the catalog has ") + key);
    }
    for (const auto& [key, permission] : file.get(catalog, "/Perms").items()) {
        faults.require(key == "/DocMDP" || key == "/UR3", "6.1.12", "the permissions have " + key);
    }
    faults.require(!file.has(file.get(catalog, "/Names"), "/AlternatePresentations"), "6.10", "there are alternate presentations");
    faults.require(!file.has(file.get(catalog, "/Names"), "/JavaScript"), "6.5.1", "there is JavaScript");
}

void check_streams(const PdfFile& file, Faults& faults) {
    static const std::set<std::string> allowed{"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/DCTDecode"};
    for (const auto& [reference, value] : file.objects()) {
        if (!file.is_stream(Json(reference))) continue;
        const auto& where = reference;
        for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) faults.require(!value.contains(key), "6.1.7.1", where + ": a stream with " + key);
        each_name(file.get(value, "/Filter"), [&](const std::string& name) { faults.require(allowed.count(name) > 0, "6.1.7.2", where + ": filter " + name); });
    }
}

unsigned u32(const std::string& bytes, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

void check_output_intent(const PdfFile& file, Faults& faults) {
    const auto& intents = file.get(file.catalog(), "/OutputIntents");
    int found = 0;
    for (const auto& entry : intents) {
        const auto& intent = file.resolve(entry);
        if (!is_name(file.get(intent, "/S"), "/GTS_PDFA1")) continue;
        ++found;
        faults.require(text_of(file.get(intent, "/OutputConditionIdentifier")).has_value(), "6.2.3", "the output intent has no condition identifier");
        const auto profile = file.data(intent.value("/DestOutputProfile", Json()));
        if (!profile || profile->size() < 132 || u32(*profile, 0) != profile->size()) {
            faults.add("6.2.3", "the output intent has no whole ICC profile");
            continue;
        }
        const bool kind = profile->substr(12, 4) == "mntr" || profile->substr(12, 4) == "prtr";
        faults.require(kind && profile->substr(16, 4) == "RGB " && profile->at(8) < 5 && profile->substr(36, 4) == "acsp", "6.2.3", "the profile is none for RGB output");
        faults.require(file.get(file.resolve(intent["/DestOutputProfile"]), "/N") == Json(3), "6.2.3", "the profile's /N is not 3");
    }
    faults.require(found == 1, "6.2.3", "there is not exactly one PDF/A output intent");
}

/// A whole profile for that many components, of the kinds and spaces of 6.2.4.2.
bool is_input_profile(const PdfFile& file, const Json& reference) {
    const auto profile = file.data(reference);
    if (!profile || profile->size() < 132 || u32(*profile, 0) != profile->size() || profile->at(8) >= 5 || profile->substr(36, 4) != "acsp") return false;
    static const std::set<std::string> kinds{"prtr", "mntr", "scnr", "spac"};
    static const std::map<std::string, int> components{{"RGB ", 3}, {"CMYK", 4}, {"GRAY", 1}, {"Lab ", 3}};
    const auto space = components.find(profile->substr(16, 4));
    return kinds.count(profile->substr(12, 4)) > 0 && space != components.end() && file.get(reference, "/N") == Json(space->second);
}

/// Colour spaces that an RGB output intent and their own profiles allow; inks without profile only with an RGB alternate.
bool is_allowed_color_space(const PdfFile& file, const Json& value) {
    const auto& space = file.resolve(value);
    if (is_name(space, "/DeviceRGB") || is_name(space, "/DeviceGray")) return true;
    if (!space.is_array() || space.empty()) return false;
    if (is_name(space[0], "/ICCBased")) return space.size() == 2 && is_input_profile(file, space[1]);
    if (is_name(space[0], "/DeviceN")) {
        static const std::set<std::string> process{"/Cyan", "/Magenta", "/Yellow", "/Black"};  // Spot colours would need /Colorants.
        for (const auto& ink : file.resolve(space[1])) {
            if (!ink.is_string() || process.count(ink.get<std::string>()) == 0) return false;
        }
        return space.size() == 4 && is_allowed_color_space(file, space[2]);
    }
    return space.size() == 4 && is_name(space[0], "/Indexed") && is_allowed_color_space(file, space[1]);
}

void check_x_objects(const PdfFile& file, Faults& faults) {
    for (const auto& [reference, value] : file.objects()) {
        const auto& subtype = file.get(value, "/Subtype");
        if (!file.is_stream(Json(reference))) continue;
        if (is_name(subtype, "/Image")) {
            for (const char* key : {"/Alternates", "/OPI", "/ImageMask"}) faults.require(!value.contains(key), "6.2.8", reference + ": an image with " + key);
            faults.require(file.get(value, "/Interpolate") != Json(true), "6.2.8", reference + ": an interpolated image");
            const auto bits = file.get(value, "/BitsPerComponent");
            const std::set<int> depths{1, 2, 4, 8, 16};
            faults.require(bits.is_number_integer() && depths.count(bits.get<int>()) > 0, "6.2.8", reference + ": bits per component");
            faults.require(is_allowed_color_space(file, file.get(value, "/ColorSpace")), "6.2.4.3", reference + ": colour space");
        } else if (is_name(subtype, "/Form")) {
            for (const char* key : {"/OPI", "/PS", "/Ref", "/Subtype2"}) faults.require(!value.contains(key), "6.2.9", reference + ": a form with " + key);
            faults.require(value.contains("/Resources"), "6.2.2", reference + ": a form without resources");
        } else {
            faults.require(!is_name(subtype, "/PS"), "6.2.9", reference + ": PostScript");
        }
    }
}

void check_pages(const PdfFile& file, Faults& faults) {
    faults.require(!file.pages().empty(), "6.1", "no pages");
    for (const auto& reference : file.pages()) {
        const auto& page = file.resolve(Json(reference));
        for (const char* key : {"/AA", "/PresSteps"}) faults.require(!page.contains(key), "6.5.2, 6.10", "page " + reference + " has " + key);
        faults.require(page.contains("/Resources"), "6.2.2", "page " + reference + " has no resources of its own");
        for (const char* key : {"/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) {
            const auto& box = file.get(page, key);
            if (box.is_null()) continue;
            const auto side = [&](std::size_t i) { return std::abs(box.at(i + 2).get<double>() - box.at(i).get<double>()); };
            faults.require(box.size() == 4 && side(0) >= 3 && side(0) <= 14400 && side(1) >= 3 && side(1) <= 14400, "6.1.13", "page " + reference + ": size");
        }
    }
}

void check_embedded_files(const PdfFile& file, Faults& faults) {
    const auto& associated = file.get(file.catalog(), "/AF");
    static const std::regex mime("/[-\\w+.]+/[-\\w+.]+");
    static const std::set<std::string> relations{"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"};
    for (const auto& [reference, value] : file.objects()) {
        if (!value.is_object() || !value.contains("/EF")) continue;
        const auto where = "file " + reference;
        faults.require(!text_of(file.get(value, "/F")).value_or("").empty() && !text_of(file.get(value, "/UF")).value_or("").empty(), "6.8, UA 7.11", where + ": no /F and /UF");
        const auto& relation = file.get(value, "/AFRelationship");
        faults.require(relation.is_string() && relations.count(relation.get<std::string>()) > 0, "6.8", where + ": /AFRelationship");
        faults.require(!text_of(file.get(value, "/Desc")).value_or("").empty(), "6.8", where + ": no /Desc");
        faults.require(associated.is_array() && std::find(associated.begin(), associated.end(), Json(reference)) != associated.end(), "6.8", where + " is not associated");
        const auto& stream = file.get(file.get(value, "/EF"), "/F");
        const auto& type = file.get(stream, "/Subtype");
        faults.require(type.is_string() && std::regex_match(type.get<std::string>(), mime), "6.8", where + ": no MIME type");
        faults.require(text_of(file.get(file.get(stream, "/Params"), "/ModDate")).has_value(), "6.8", where + ": no ModDate");
    }
}

void check_everywhere(const PdfFile& file, const Json& value, const std::string& where, Faults& faults) {
    if (value.is_array()) {
        for (const auto& entry : value) check_everywhere(file, entry, where, faults);
        return;
    }
    if (!value.is_object()) return;
    static const std::set<std::string> actions{"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"};
    static const std::set<std::string> intents{"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"};
    for (const auto& [key, entry] : value.items()) {
        if (key == "/Lang") faults.require(is_language(file.resolve(entry)), "6.7.4", where + ": /Lang is no language tag");
        if (key == "/A" && file.resolve(entry).is_object() && file.get(entry, "/S").is_string()) {
            faults.require(actions.count(file.get(entry, "/S").get<std::string>()) > 0, "6.5.1", where + ": action");
        }
        if (key == "/Intent" || key == "/RI") faults.require(intents.count(entry.get<std::string>()) > 0, "6.2.6", where + ": rendering intent");
        for (const char* never : {"/TR", "/HTP", "/HalftoneType", "/XFA"}) faults.require(key != never, "6.2.5, 6.4.2", where + ": " + key);
        if (key == "/BM") faults.require(is_name(entry, "/Normal"), "6.2.10", where + ": blend mode");
        check_everywhere(file, entry, where, faults);
    }
}

}  // namespace

void check_document(const PdfFile& file, Faults& faults) {
    check_trailer_and_catalog(file, faults);
    check_streams(file, faults);
    check_output_intent(file, faults);
    check_x_objects(file, faults);
    check_pages(file, faults);
    check_embedded_files(file, faults);
    for (const auto& [reference, value] : file.objects()) check_everywhere(file, value, "object " + reference, faults);
}

}  // namespace irikteu::pdf_test
