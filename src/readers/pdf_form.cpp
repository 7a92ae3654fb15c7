#include "readers/pdf_form.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/error.hpp"
#include "kazakh/date.hpp"
#include "pdf/form_reading.hpp"
#include "readers/format.hpp"
#include "readers/shown_text.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;
using pdf::FilledField;

namespace {

constexpr std::string_view kDossier = "urn:irikteu:dossier:1", kDocument = "urn:irikteu:document:1";

std::uint64_t characters(std::string_view text) {
    return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// What XML may hold, on one line.
std::string clean(const std::string& value) {
    std::string out;
    for (const char c : value) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return xml::is_text(out) ? xml::normalize_space(out) : std::string();
}

std::vector<std::string> split(const std::string& name) {
    std::vector<std::string> parts(1);
    for (const char c : name) {
        if (c == '-') parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

bool is_number(const std::string& text) { return !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == std::string::npos; }

/// The part that a kind of document shows: of its own forms and papers.
std::string part_of_kind(std::string_view kind) {
    static const std::map<std::string, std::string, std::less<>> parts{{"application-1", "application"}, {"application-4", "application"}, {"local-conclusion-3", "local_conclusion"},
        {"road-map-6", "road_map"}, {"concept", "concept"}, {"strategy", "strategy"}, {"inventory", "inventory"}};
    const auto found = parts.find(kind);
    return found == parts.end() ? std::string() : found->second;
}

class FormWriter {
  public:
    FormWriter(const pdf::FilledForm& form, std::string file, const Limits& limits) : form_(form), file_(std::move(file)), limits_(limits) {}

    std::optional<PdfForm> read() {
        result_.document = xml::Document::create("dossier", kDossier);
        take_attached();
        find_paper();
        for (const auto& field : form_.fields) take(field);
        if (result_.part.empty()) return std::nullopt;
        write_date();
        write_choices();
        check_attached();
        if (!attached_ && (result_.part == "application" || result_.part == "local_conclusion")) write_printed();
        if (result_.part == "concept" || result_.part == "strategy") measure();
        for (const auto& note : form_.notes) result_.ledger.unknown("annotation", clean(note), {});
        part().set_attribute("file", file_);
        return std::move(result_);
    }

  private:
    xml::Node root() const { return result_.document.root(); }

    xml::Node part() {
        const xml::Node found = root().first_element(result_.part);
        return found ? found : root().append(result_.part);
    }

    /// The data that our own papers carry.
    void take_attached() {
        const auto attached = form_.attachments.find("source.xml");
        if (attached == form_.attachments.end()) return;
        xml::Document data;
        try {
            data = xml::Document::parse(attached->second, file_ + "/source.xml", limits_.for_dossier());
        } catch (const Error&) {
            return;  // Somebody else's attachment of that name.
        }
        xml::Node dossier = data.root();
        std::string wanted;
        if (dossier.is_element("document", kDocument)) {
            wanted = part_of_kind(dossier.attribute_or("kind", ""));
            dossier = dossier.first_element("dossier");
        }
        if (wanted.empty() || !dossier || dossier.namespace_uri() != kDossier) return;
        const xml::Node its = dossier.first_element(wanted);
        if (!its) return;
        result_.part = wanted;
        if (const auto stage = dossier.attribute("stage")) root().set_attribute("stage", *stage);
        xml::Node copy = root().append_copy(its);
        for (xml::Node outline = copy.first_element("outline"); outline; outline = copy.first_element("outline")) outline.remove();
        place(copy);
        attached_ = true;
    }

    void place(xml::Node node) {
        node.remove_attribute("file");
        node.remove_attribute("at");
        for (xml::Node child = node.first_child(); child;) {
            const xml::Node next = child.next_sibling();
            if (child.is_element()) {
                place(child);
            } else if (child.kind() != xml::Node::Kind::text || (node.first_element() && xml::trim(child.content()).empty())) {
                child.remove();
            }
            child = next;
        }
    }

    /// Concept and strategy: what stands below the prescribed headings, each in a field named after its section's id.
    void find_paper() {
        if (attached_) return;
        for (const FilledField& field : form_.fields) {
            const std::string name = split(field.name)[0];
            if (name != "concept" && name != "strategy") continue;
            result_.part = name;
            paper_ = part().append("text");
            paper_.set_attribute("form", "true");
            return;
        }
    }

    /// A field of a concept or a strategy.
    void take_typed(const FilledField& field, const std::vector<std::string>& names) {
        if (names[0] == "company") return take_company(field, names);
        const bool on_title_page = names.back() == "cluster_name";
        if (names.size() < 2 || (names[0] != result_.part && !on_title_page)) return stray(field);
        std::string section;
        for (std::size_t i = 1; i < names.size() && !on_title_page; ++i) section += (i > 1 ? "." : "") + names[i];
        std::string line;
        for (std::size_t i = 0; i <= field.value.size(); ++i) {
            if (i < field.value.size() && field.value[i] != '\n' && field.value[i] != '\r') {
                line += field.value[i];
                continue;
            }
            const std::string text = clean(line);
            if (text.empty() && line.find_first_not_of(" \t") != std::string::npos) result_.ledger.unknown("field " + field.name, {}, "field " + field.name);
            line.clear();
            if (text.empty()) continue;
            xml::Node p = paper_.append_with_text("p", text);
            if (!section.empty()) p.set_attribute("section", section);
            p.set_attribute("at", "field " + field.name);
            result_.ledger.use(characters(text));
        }
    }

    /// company-N-name, company-N-address-street, company-N-eqjj-extra-2, company-N-turnover-2013.
    void take_company(const FilledField& field, const std::vector<std::string>& names) {
        static const std::set<std::string, std::less<>> rows{"name", "capital", "founded", "clients", "country", "phone", "mobile", "email", "site"};
        static const std::set<std::string, std::less<>> cells{"address-street", "address-city", "address-zip", "responsible-surname", "responsible-name", "responsible-position", "eqjj-main"};
        static const std::set<std::string, std::less<>> figures{"turnover", "export", "netincome", "gva", "staff", "rdstaff", "rdcost"};
        const std::string value = clean(field.value);
        if (value.empty()) return stray(field);
        const bool numbered_sheet = names.size() > 2 && is_number(names[1]);
        const bool row = numbered_sheet && names.size() == 3 && rows.count(names[2]) > 0;
        const bool cell = numbered_sheet && names.size() == 4 && cells.count(names[2] + '-' + names[3]) > 0;
        const bool extra = numbered_sheet && names.size() == 5 && names[2] == "eqjj" && names[3] == "extra";
        const bool figure = numbered_sheet && names.size() == 4 && figures.count(names[2]) > 0 && names[3].size() == 4 && is_number(names[3]);
        if (!row && !cell && !extra && !figure) return stray(field);
        xml::Node company = numbered(paper_, "company", names[1]);
        xml::Node made;
        if (figure) {
            xml::Node& column = company_parts_[{company.raw(), names[3]}];
            if (!column) {
                column = company_part(company, "indicators").append("year");
                column.set_attribute("value", names[3]);
            }
            made = column.append_with_text(names[2], value);
        } else {
            made = (row ? company : company_part(company, names[2])).append_with_text(row ? names[2] : names[3], value);
        }
        made.set_attribute("at", "field " + field.name);
        result_.ledger.use(characters(value));
    }

    /// A part of a company's sheet, made where it is absent.
    xml::Node company_part(xml::Node company, const std::string& name) {
        xml::Node& found = company_parts_[{company.raw(), name}];
        if (!found) found = company.append(name);
        return found;
    }

    /// What the form itself says; the outline stage looks there for the act's own wording.
    void write_printed() {
        const std::string text = clean(form_.page_text);
        if (!text.empty()) part().append_with_text("printed", text);
    }

    /// Of a PDF it is known how many sheets it has.
    void measure() {
        if (form_.pages == 0) return;
        part().set_attribute("sheets", std::to_string(form_.pages));
        part().set_attribute("volume", "measured");
        part().remove_attribute("summary_sheets");
    }

    void take(const FilledField& field) {
        const auto names = split(field.name);
        if (field.kind == FilledField::Kind::signature) return sign(field);
        if (names[0] == "intake") return result_.ledger.ignore("intake", characters(field.value));
        if (names.back() == "copy") return result_.ledger.ignore("applicant-copy", characters(field.value));
        if (paper_) return take_typed(field, names);
        const bool known = (names[0] == "application" || names[0] == "local_conclusion" || names[0] == "road_map") && names.size() > 1;
        if (known && result_.part.empty()) result_.part = names[0];
        if (!known || names[0] != result_.part) return stray(field);
        if (field.kind == FilledField::Kind::check_box) {
            if (names.size() == 3) choices_[names[1]][names[2]] = field.value == "on";
            return;
        }
        const std::string value = clean(field.value);
        if (!field.value.empty() && value.empty() && field.value.find_first_not_of(" \t\r\n") != std::string::npos) return stray(field);
        if (names[1] == "date") {
            if (names.size() == 3) date_[names[2]] = value;
            return;
        }
        if (value.empty()) return;
        xml::Node holder = holder_of(names);
        if (!holder) return stray(field);
        set(holder, element_of(names), value, field.name);
    }

    void stray(const FilledField& field) {
        if (!field.value.empty() && field.kind != FilledField::Kind::signature) result_.ledger.unknown("field " + field.name, clean(field.value), "field " + field.name);
    }

    /// Where the field's element stands: made where it is absent.
    xml::Node holder_of(const std::vector<std::string>& names) {
        xml::Node at = part();
        if (names.size() == 2) return at;
        if (names.size() == 3 && names[1] == "signatory") return child(at, "signatory");
        if (names.size() == 4 && names[0] == "local_conclusion" && names[1] == "row" && is_number(names[2])) {
            xml::Node row = numbered(child(at, "table"), "row", names[2]);
            if (!row.first_element("number")) row.append_with_text("number", names[2] + ".");
            return row;
        }
        if (names.size() == 4 && names[0] == "road_map" && is_number(names[1]) && is_number(names[2])) {
            xml::Node group = numbered(at, "group", names[1]);
            xml::Node event = numbered(group, "event", names[1] + "." + names[2]);
            return names[3] == "volume" ? child(event, "volumes") : event;
        }
        return {};
    }

    static std::string element_of(const std::vector<std::string>& names) { return names[0] == "road_map" && names.back() == "event" ? "title" : names.back(); }

    static xml::Node child(xml::Node parent, std::string_view name) {
        const xml::Node found = parent.first_element(name);
        return found ? found : parent.append(name);
    }

    /// The child with that number: by @number, or for rows and company sheets by what counts them here.
    xml::Node numbered(xml::Node parent, const std::string& name, const std::string& number) {
        const auto key = std::pair{parent.raw(), name + number};
        const auto known = numbered_.find(key);
        if (known != numbered_.end()) return known->second;
        const bool bears_number = name != "row" && name != "company";
        for (xml::Node node = parent.first_element(name); node && bears_number; node = node.next_element(name)) {
            if (node.attribute_or("number", "") == number) return numbered_[key] = node;
        }
        xml::Node made = parent.append(name);
        if (bears_number) made.set_attribute("number", number);
        return numbered_[key] = made;
    }

    void set(xml::Node holder, const std::string& name, const std::string& value, const std::string& field) {
        if (const xml::Node old = holder.first_element(name); old && !typed_.count(old.raw())) {
            const std::string before = xml::normalize_space(old.text());
            if (before != value) result_.ledger.ignore("overtyped-data", characters(before));
            xml::Node(old).remove();
        }
        xml::Node made = holder.append_with_text(name, value);
        made.set_attribute("at", "field " + field);
        typed_.insert(made.raw());
        result_.ledger.use(characters(value));
    }

    void sign(const FilledField& field) {
        if (!field.is_signed) return;
        const auto is = [&](std::string_view name) { return field.name == name || field.name.starts_with(std::string(name) + '-'); };
        const std::string of = is("applicant") ? "application" : is("local-body") ? "local_conclusion" : "";
        if (of.empty() || (!result_.part.empty() && of != result_.part)) return;
        if (result_.part.empty()) result_.part = of;
        const std::string by = clean(field.value);
        const bool seal = is("local-body-seal");
        const xml::Node holder = seal ? part() : child(part(), "signatory");
        set(holder, seal ? "seal" : "signature", by.empty() ? "PAdES" : by, field.name);
        if (!field.doubt.empty()) holder.first_element(seal ? "seal" : "signature").set_attribute("doubt", clean(field.doubt));
    }

    /// Day, month and year that stand in three fields; the form prints the century.
    void write_date() {
        std::string year = date_["year"], day = date_["day"], month = date_["month"];
        if (year.empty() && day.empty() && month.empty()) return;
        if (is_number(year) && year.size() == 2) year.insert(0, "20");
        if (is_number(month)) month.insert(0, month.size() == 1 ? "0" : "");
        if (is_number(day)) day.insert(0, day.size() == 1 ? "0" : "");
        auto date = kazakh::parse_date(year + "-" + month + "-" + day);
        if (!date) date = kazakh::parse_date(day + " " + month + " " + year);
        set(part(), "date", date ? date->iso() : xml::normalize_space(year + " " + day + " " + month), result_.part + "-date");
    }

    void write_choices() {
        if (result_.part != "local_conclusion") return;
        for (auto& [name, ticked] : choices_) {
            std::vector<std::string> values;
            for (const auto& [value, on] : ticked) {
                if (on) values.push_back(value);
            }
            if (values.empty()) continue;
            child(part(), "confirmation").set_attribute(name, values.size() == 1 ? values[0] : "both");
        }
    }

    /// Attached data are no evidence of themselves: what the pages do not show was not submitted.
    void check_attached() {
        if (!attached_) return;
        const ShownText shown(form_.page_text);
        check(part(), shown);
    }

    /// Whether the element is to go.
    bool check(xml::Node node, const ShownText& shown) {
        if (typed_.count(node.raw()) > 0) return false;
        bool leaf = true;
        for (xml::Node element = node.first_element(); element;) {
            const xml::Node next = element.next_element();
            leaf = false;
            if (check(element, shown)) element.remove();
            element = next;
        }
        if (!leaf) return false;
        // Of the applicant's kind and number nothing but attributes tells.
        const std::string text = xml::normalize_space(node.name() == "applicant" ? node.attribute_or("bin", "") : node.text());
        if (text.empty()) return node.name() == "applicant";
        // A signature or a stamp described in words is none: a field may bear one.
        const bool kept = node.name() != "signature" && node.name() != "seal" && shown.shows(text);
        if (kept) result_.ledger.use(characters(text));
        else result_.ledger.ignore("not-shown", characters(text));
        return !kept;
    }

    const pdf::FilledForm& form_;
    std::string file_;
    const Limits& limits_;
    PdfForm result_;
    bool attached_ = false;
    xml::Node paper_;  ///< The text of a concept or a strategy that was typed into its form.
    std::map<std::string, std::string> date_;
    std::map<std::string, std::map<std::string, bool>> choices_;
    std::map<std::pair<_xmlNode*, std::string>, xml::Node> numbered_;
    std::map<std::pair<_xmlNode*, std::string>, xml::Node> company_parts_;  ///< Nothing of a company's sheet is ever taken away again.
    std::set<_xmlNode*> typed_;  ///< Elements that were typed.
};

/// Before anything is built: a small file may hold very many fields and lines.
void require_within(const pdf::FilledForm& form, const std::string& source, const Limits& limits) {
    std::uint64_t lines = 0;
    for (const FilledField& field : form.fields) lines += 1 + static_cast<std::uint64_t>(std::count_if(field.value.begin(), field.value.end(), [](char c) { return c == '\n' || c == '\r'; }));
    if (form.fields.size() > limits.max_form_fields) throw Error(ErrorCode::limit_exceeded, "has more than " + std::to_string(limits.max_form_fields) + " fields", {source, 0, 0, {}});
    if (lines > limits.max_form_lines) throw Error(ErrorCode::limit_exceeded, "has more than " + std::to_string(limits.max_form_lines) + " lines in its fields", {source, 0, 0, {}});
}

}  // namespace

PdfForm read_pdf_form(std::string_view bytes, const std::string& source, const std::string& file, const Limits& limits) {
    const auto form = [&] {
        try {
            return pdf::read_filled_form(bytes);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::unsupported) throw Error(ErrorCode::unsupported, error.message() + ": save it without a password", {source, 0, 0, {}});
            throw Error(error.code(), error.message(), {source, 0, 0, error.where().place});
        }
    }();
    require_within(form, source, limits);
    auto read = FormWriter(form, file, limits).read();
    if (!read) throw Error(ErrorCode::unsupported, std::string(advice(Format::pdf)), {source, 0, 0, {}});
    return std::move(*read);
}

}  // namespace irikteu::readers
