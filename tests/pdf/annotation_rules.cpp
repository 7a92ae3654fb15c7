#include <algorithm>
#include <set>

#include "pdf_file.hpp"

// Rules on annotations, fields and signatures (ISO 19005-3, 6.3 and 6.4; ISO 14289-1, 7.18).
namespace irikteu::pdf_test {

namespace {

void check_appearance(const PdfFile& file, const Json& annotation, const std::string& where, Faults& faults) {
    const auto& appearance = file.get(annotation, "/AP");
    if (is_name(file.get(annotation, "/Subtype"), "/Link") && appearance.is_null()) return;
    if (!appearance.is_object()) return faults.add("6.3.3", where + ": no appearance");
    faults.require(appearance.size() == 1 && appearance.contains("/N"), "6.3.3", where + ": the appearance has more than /N");
    const auto& normal = appearance.value("/N", Json());
    if (!is_name(file.get(annotation, "/FT"), "/Btn")) return faults.require(file.is_stream(normal), "6.3.3", where + ": /N is no stream");
    const auto& states = file.resolve(normal);
    faults.require(!file.is_stream(normal) && states.is_object() && !states.empty(), "6.3.3", where + ": /N of a button is no dictionary of states");
    const auto& state = file.get(annotation, "/AS");
    faults.require(state.is_string() && states.is_object() && states.contains(state.get<std::string>()), "6.3.3", where + ": /AS is no state of /N");
}

void check_annotation(const PdfFile& file, const Json& annotation, const std::string& page, const std::string& where, Faults& faults) {
    const auto& subtype = file.get(annotation, "/Subtype");
    const bool link = is_name(subtype, "/Link"), widget = is_name(subtype, "/Widget");
    faults.require(link || widget, "6.3.1", where + ": neither a link nor a widget");
    const auto flags = file.get(annotation, "/F").is_number_integer() ? file.get(annotation, "/F").get<int>() : -1;
    faults.require(flags >= 0, "6.3.2", where + ": no /F");
    faults.require((flags & 4) != 0 && (flags & (1 | 2 | 32 | 256)) == 0, "6.3.2", where + ": flags " + std::to_string(flags));
    faults.require(annotation.value("/P", Json()) == Json(page), "UA 7.18", where + ": /P is another page");
    check_appearance(file, annotation, where, faults);
    faults.require(file.get(annotation, "/StructParent").is_number_integer(), "UA 7.18.4", where + ": no /StructParent");
    if (link) {
        faults.require(!text_of(file.get(annotation, "/Contents")).value_or("").empty(), "UA 7.18.5", where + ": a link without /Contents");
        faults.require(annotation.contains("/A") != annotation.contains("/Dest"), "UA 7.18.5", where + ": a link that leads nowhere");
    }
    if (widget) {
        faults.require(!text_of(file.get(annotation, "/TU")).value_or("").empty(), "UA 7.18.1", where + ": a field without /TU");
        faults.require(!annotation.contains("/A") && !annotation.contains("/AA"), "6.4.1", where + ": a widget with an action");
    }
}

/// Bytes that each signature leaves out must be its own Contents, and it must reach the end of a revision: others, or validation data, may follow.
void check_signatures(const PdfFile& file, Faults& faults) {
    for (const auto& [reference, value] : file.objects()) {
        const auto& range = file.get(value, "/ByteRange");
        if (!range.is_array()) continue;
        const auto number = [&](std::size_t i) { return range.at(i).get<std::size_t>(); };
        const bool whole = range.size() == 4 && number(0) == 0 && number(1) < number(2) && number(2) + number(3) <= file.bytes().size() && file.bytes()[number(1)] == '<' &&
                           file.bytes()[number(2) - 1] == '>';
        faults.require(whole, "6.4.3", "signature " + reference + ": the byte range leaves out more than Contents");
        if (!whole) continue;
        const std::string revision = file.bytes().substr(0, number(2) + number(3));
        faults.require(revision.find_last_not_of("\r\n") + 1 >= 5 && revision.substr(revision.find_last_not_of("\r\n") - 4, 5) == "%%EOF", "6.4.3",
                       "signature " + reference + " does not cover a whole revision");
    }
}

}  // namespace

void check_annotations(const PdfFile& file, Faults& faults) {
    std::set<std::string> widgets, names;
    for (const auto& page : file.pages()) {
        const auto& value = file.resolve(Json(page));
        const auto& annotations = file.get(value, "/Annots");
        faults.require(is_name(file.get(value, "/Tabs"), "/S"), "UA 7.18.3", "page " + page + ": /Tabs is not /S");
        for (const auto& reference : annotations) {
            const auto& annotation = file.resolve(reference);
            check_annotation(file, annotation, page, "annotation " + reference.get<std::string>(), faults);
            if (is_name(file.get(annotation, "/Subtype"), "/Widget")) widgets.insert(reference.get<std::string>());
        }
    }
    const auto& form = file.get(file.catalog(), "/AcroForm");
    for (const auto& field : file.get(form, "/Fields")) {
        const auto reference = field.get<std::string>();
        faults.require(widgets.erase(reference) == 1, "6.4.1", "the field " + reference + " is on no page");
        const auto name = text_of(file.get(field, "/T")).value_or("");
        faults.require(!name.empty() && names.insert(name).second, "6.4.1", "the field " + reference + " has no name of its own");
        const auto& kind = file.get(field, "/FT");
        if (is_name(kind, "/Tx")) faults.require(file.get(field, "/DA").is_string() || file.get(form, "/DA").is_string(), "6.4.1", "the field " + reference + " has no /DA");
    }
    faults.require(widgets.empty(), "6.4.1", "a widget is not in the form");
    faults.require(!file.has(form, "/NeedAppearances") || file.get(form, "/NeedAppearances") == Json(false), "6.4.1", "NeedAppearances");
    faults.require(!file.has(form, "/XFA"), "6.4.2", "XFA");
    check_signatures(file, faults);
}

}  // namespace irikteu::pdf_test
