#include "outline/application.hpp"

#include <algorithm>

#include "kazakh/date.hpp"
#include "outline/form_reader.hpp"
#include "outline/source.hpp"

namespace irikteu::outline {

namespace {

void put(xml::Node parent, std::string_view element, const std::optional<FieldValue>& value) {
    if (value) copy_source(parent.append_with_text(element, value->text), value->node);
}

/// What stands before the title: whom the form addresses. The reference to the rules' appendix above it is left out.
std::optional<FieldValue> lines_before(FormReader& reader, std::size_t title, const Wording& wording) {
    auto& lines = reader.form().lines();
    FieldValue found;
    for (std::size_t i = 0; i < std::min(title, lines.size()); ++i) {
        const bool reference = names_annex(lines[i].text, wording);
        if (reference) {
            found = {};
            continue;
        }
        const std::string text = reader.value(lines[i].text);
        if (text.empty()) continue;
        if (!found.node) found.node = lines[i].node;
        found.text += (found.text.empty() ? "" : " ") + text;
    }
    if (found.text.empty()) return std::nullopt;
    return found;
}

/// Whether a text is written as a date is, though its numbers name no day: "2015 жылғы «39» қыркүйек", "29.13.2015", "29.09.15".
bool is_written_as_date(std::string_view text) {
    std::string possible;
    std::size_t groups = 0, years = 0, last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
        if (end == at) {
            possible += text[at++];
            continue;
        }
        ++groups;
        last = possible.size();
        years += end - at == 4 ? 1 : 0;
        possible += end - at == 4 ? "2015" : end - at <= 2 ? "01" : std::string(text.substr(at, end - at));
        at = end;
    }
    if (groups == 3 && years == 0) possible.replace(last, 2, "2015");
    return groups >= 2 && kazakh::parse_date(possible).has_value();
}

/// A line that is a date and nothing else: forms bear it at their end.
std::optional<FieldValue> date_of(FormReader& reader) {
    std::optional<FieldValue> found;
    FormLine* impossible = nullptr;
    for (FormLine& line : reader.form().lines()) {
        if (line.anchor) continue;
        const std::string_view text = xml::trim(line.text);
        const auto day = kazakh::parse_date(text);
        if (!day && is_written_as_date(text)) impossible = &line;
        if (!day) continue;
        found = FieldValue{day->iso(), line.node};
        line.anchor = true;
    }
    if (!found && impossible != nullptr) {  // For the rules to say so.
        found = FieldValue{std::string(xml::trim(impossible->text)), impossible->node};
        impossible->anchor = true;
    }
    return found;
}

struct Field {
    std::string id, how, text, caption;
    Wordings wordings;  ///< Of the caption.
};

std::vector<Field> fields_of(xml::Node appendix) {
    std::vector<Field> fields;
    for (xml::Node node : appendix.first_element("form").elements()) {
        if (node.name() != "field") continue;
        fields.push_back({std::string(node.attribute_or("id", "")), std::string(node.attribute_or("how", "")), node.child_text("text"),
                          node.child_text("caption"), wordings_of(node, "caption")});
    }
    return fields;
}

/// The twelve digits that a БСН is, where the form names one.
std::string bin_of(const Form& form, const act::Act& act) {
    std::vector<std::u32string> names;
    for (const auto& phrase : act.wording("bin")) {
        for (const Token& token : tokens_of(phrase)) names.push_back(token.folded);
    }
    for (const FormLine& line : form.lines()) {
        const auto words = tokens_of(line.text);
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const bool named = std::find(names.begin(), names.end(), words[i].folded) != names.end();
            const auto& digits = words[i + 1].word;
            if (named && digits.size() == 12 && digits.find_first_not_of("0123456789") == std::string::npos) return digits;
        }
    }
    return {};
}

/// The kind of participant whose name the applicant's own name contains, for that stage.
std::string kind_of(const std::string& applicant, const act::Act& act, std::string_view stage) {
    const auto words = tokens_of(applicant);
    for (xml::Node kind : act.document().root().first_element("participant_kinds").elements()) {
        if (kind.attribute_or("stage", "") != stage) continue;
        const auto name = tokens_of(kind.child_text("name"));
        const auto common = std::count_if(name.begin(), name.end(), [&](const Token& token) {
            return std::any_of(words.begin(), words.end(), [&](const Token& word) { return same_stem(word.folded, token.folded); });
        });
        if (common > 0 && common * 4 >= static_cast<std::ptrdiff_t>(name.size()) * 3) return std::string(kind.attribute_or("id", ""));
    }
    return {};
}

}  // namespace

xml::Node read_application(xml::Node dossier, xml::Node text, xml::Node appendix, const act::Act& act, const Wording& wording) {
    FormReader reader(text, wording);
    if (xml::Node intake = appendix.first_element("intake")) {
        if (xml::Node first = intake.first_element("text")) reader.cut_from(first.text());
    }
    const auto fields = fields_of(appendix);
    std::vector<std::string> captions;
    std::vector<Wordings> labels;
    for (const Field& field : fields) {
        if (field.how != "caption") continue;
        captions.push_back(field.caption);
        labels.push_back(field.wordings);
    }
    for (const xml::Node field : appendix.first_element("form").elements()) {
        for (const xml::Node alias : field.elements()) {
            if (alias.name() == "alias") captions.push_back(alias.text());
        }
    }
    reader.mark_captions(captions);
    reader.set_labels(std::move(labels));

    const auto printed = [&](std::string_view id) -> std::optional<FieldValue> {
        for (const Field& field : fields) {
            if (field.id == id) return reader.printed(field.text, FormReader::Likeness::words);
        }
        return std::nullopt;
    };
    xml::Node application = dossier.append("application");
    application.set_attribute("appendix", appendix.attribute_or("id", ""));
    copy_source(application, text);
    auto addressee = printed("addressee");
    // "… министрлігі (Индустриялық-инновациялық қызметті … уәкілетті орган)": the printed words explain who is meant.
    if (addressee && addressee->text.starts_with('(') && addressee->text.ends_with(')') && reader.printed_at() > 0) {
        const std::string above = reader.value(reader.form().lines()[reader.printed_at() - 1].text);
        if (!above.empty()) addressee->text = above + ' ' + addressee->text;
    }
    std::size_t head = addressee ? reader.printed_at() + 1 : 0;
    auto title = printed("title");
    if (!title) title = reader.line_naming("application", act);
    if (title && !addressee) addressee = lines_before(reader, reader.printed_at(), wording);
    // Nothing above the title is a value of a field below it; where that is missing, nothing down to the addressee.
    if (title) head = reader.printed_at();
    else if (!reader.captions().empty() && reader.captions().front().line < head) head = 0;
    for (std::size_t i = 0; i < head; ++i) reader.form().lines()[i].anchor = true;
    put(application, "addressee", addressee);
    put(application, "title", title);
    put(application, "statement", printed("statement"));
    const std::size_t titled = title ? reader.printed_at() : 0;
    const auto date = date_of(reader);
    reader.place_captions(captions);
    xml::Node signatory;
    std::string applicant_name;
    for (const Field& field : fields) {
        if (field.how != "caption") continue;
        auto value = reader.value_of_caption(field.wordings);
        if (!value) value = reader.value_of_label(field.wordings);
        // People sign on paper, or put a picture of their signature there.
        if (field.id == "signatory.signature" && value && value->text.empty()) {
            if (auto picture = reader.picture_of_caption(field.caption)) value = std::move(picture);
        }
        if (field.id == "applicant_name" && value) applicant_name = value->text;
        if (!field.id.starts_with("signatory.")) {
            put(application, field.id, value);
        } else if (value) {
            if (!signatory) signatory = application.append("signatory");
            put(signatory, std::string_view(field.id).substr(std::string_view("signatory.").size()), value);
        }
    }
    if (!signatory || (!signatory.first_element("position") && !signatory.first_element("name"))) {
        if (const auto line = reader.signed_by_rule(titled + 1)) {
            if (!signatory) signatory = application.append("signatory");
            put(signatory, "position", line->position);
            put(signatory, "name", line->name);
            if (!signatory.first_element("signature")) put(signatory, "signature", line->signature);
        }
    }
    put(application, "date", date);
    const std::string kind = kind_of(applicant_name, act, appendix.attribute_or("stage", ""));
    const std::string bin = bin_of(reader.form(), act);
    if (!kind.empty() || !bin.empty()) {
        xml::Node applicant = application.append("applicant");
        if (!kind.empty()) applicant.set_attribute("kind", kind);
        if (!bin.empty()) applicant.set_attribute("bin", bin);
    }
    return application;
}

void name_kind(xml::Node application, const act::Act& act, std::string_view stage) {
    if (application.first_element("applicant")) return;
    const std::string kind = kind_of(application.child_text("applicant_name"), act, stage);
    if (!kind.empty()) application.append("applicant").set_attribute("kind", kind);
}

}  // namespace irikteu::outline
