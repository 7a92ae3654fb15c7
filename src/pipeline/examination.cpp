#include "pipeline/examination.hpp"

#include <algorithm>
#include <iterator>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "kazakh/date.hpp"
#include "kazakh/key.hpp"
#include "kazakh/normalize.hpp"
#include "outline/align.hpp"
#include "readers/reader.hpp"

namespace irikteu::pipeline {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kDossierNamespace = "urn:irikteu:dossier:1";

/// Faults that lie in the submitted file; all others are not the applicant's.
bool is_fault_of_submission(ErrorCode code) {
    switch (code) {
        case ErrorCode::unreadable_file:
        case ErrorCode::malformed:
        case ErrorCode::invalid:
        case ErrorCode::unsupported:
        case ErrorCode::limit_exceeded: return true;
        default: return false;
    }
}

xml::Document unreadable(const std::string& name, const Error& error) {
    xml::Document dossier = xml::Document::create("dossier", kDossierNamespace);
    xml::Node document = dossier.root().append("documents").append("document");
    document.set_attribute("file", name);
    document.set_attribute("kind", "unknown");
    xml::Node reason = document.append_with_text("error", error.message());
    reason.set_attribute("code", base::to_string(error.code()));
    base::SourcePosition inside = error.where();
    if (inside.line > 0) inside.file.clear();
    const std::string place = inside.line > 0 ? "line " + std::to_string(inside.line) : inside.place;
    if (!place.empty()) reason.set_attribute("place", place);
    return dossier;
}

void put_intake(xml::Document& dossier, const Competition& competition, const std::string& name) {
    xml::Node root = dossier.root();
    if (xml::Node own = root.first_element("intake")) own.remove();
    const xml::Node entry = competition.entry(name);
    const xml::Node first = root.first_element();
    xml::Node intake = first ? xml::Node(first).insert_before("intake") : root.append("intake");
    if (entry) {
        intake.append_with_text("number", entry.attribute_or("number", ""));
        intake.append_with_text("received", entry.attribute_or("received", ""));
        if (const auto by = entry.attribute("received_by")) intake.append_with_text("received_by", *by);
        xml::Node carriers = intake.append("carriers");
        for (const char* count : {"originals", "copies", "electronic"}) {
            carriers.set_attribute(count, entry.attribute_or(count, ""));
        }
        const auto received = base::Moment::parse(entry.attribute_or("received", ""));
        intake.set_attribute("late", received && *received > competition.acceptance_until() ? "true" : "false");
    }
    const xml::Node term = competition.root().first_element("acceptance");
    xml::Node acceptance = intake.append("acceptance");
    acceptance.set_attribute("announced", competition.announced().iso());
    acceptance.set_attribute("from", term.attribute_or("from", ""));
    acceptance.set_attribute("until", term.attribute_or("until", ""));
    intake.append_with_text("organiser", competition.root().first_element("organiser").child_text("name"));
    const xml::Node winners = competition.root().first_element("winners");
    if (!winners) return;
    xml::Node known = intake.append("winners");
    for (const xml::Node winner : winners.elements()) {
        xml::Node copy = known.append("winner");
        for (const char* what : {"cluster", "applicant", "signatory"})
            if (const auto said = winner.attribute(what)) copy.set_attribute(what, *said);
    }
}

/// A dossier by itself is judged by the edition in force on its application's day, where it bears one.
void state_edition(xml::Document& report, xml::Node dossier, const act::Act& act) {
    const auto day = kazakh::parse_date(dossier.first_element("application").child_text("date"));
    if (!day) return;
    const auto edition = act.edition(*day);
    report.root().set_attribute("edition", edition ? edition->id : "");
}

/// The stage that a dossier by itself is for: its application's form says it, else the parts that only one stage asks for.
std::string stage_shown(xml::Node dossier, const act::Act& act) {
    const xml::Node form = act.appendix(dossier.first_element("application").attribute_or("appendix", ""));
    if (form && form.attribute("stage")) return std::string(*form.attribute("stage"));
    std::string only;
    for (const xml::Node part : dossier.elements()) {
        const xml::Node known = act.entry("part", part.name());
        const std::string stages(known ? known.attribute_or("stages", "") : "");
        if (stages.size() == 1 && (only.empty() || stages < only)) only = stages;
    }
    return only.empty() ? "1" : only;
}

/// The stage of which a competition's dossier says or shows itself to be, where that is the other one; empty where nothing of it tells so.
std::string other_stage_shown(xml::Node dossier, const std::string& stated, const std::string& stage, const act::Act& act) {
    if (!stated.empty() && stated != stage) return stated;
    std::string other;
    const auto shows = [&](std::string_view of) {
        if (of.size() == 1 && of != stage) other = of;
        return of == stage;
    };
    const xml::Node form = act.appendix(dossier.first_element("application").attribute_or("appendix", ""));
    if (form && shows(form.attribute_or("stage", ""))) return {};
    for (const xml::Node part : dossier.elements()) {
        const xml::Node known = act.entry("part", part.name());
        if (known && shows(known.attribute_or("stages", ""))) return {};
    }
    return other;
}

Examination complete(Judge& judge, xml::Document dossier, const std::string& name, const std::string& shown,
                     const Competition* competition, bool may_replace = true) {
    Examination result;
    result.dossier = std::move(dossier);
    xml::Node root = result.dossier.root();
    root.set_attribute("name", shown);
    std::string stated;
    if (competition != nullptr) {
        stated = root.attribute_or("stage", "");
        root.set_attribute("stage", competition->stage());
        put_intake(result.dossier, *competition, name);
    }
    const bool staged = root.attribute("stage").has_value();
    if (!staged) root.set_attribute("stage", "1");
    for (xml::Node document : root.first_element("documents").elements()) {
        document.set_attribute("file", shown_name(std::string(document.attribute_or("file", ""))));
    }
    try {
        judge.outline().align(result.dossier);
    } catch (const Error& error) {  // More headings than anybody has: this dossier can't be checked, the others can.
        if (!may_replace || !is_fault_of_submission(error.code())) throw;
        return complete(judge, unreadable(shown, error), name, shown, competition, false);
    }
    if (!staged) root.set_attribute("stage", stage_shown(root, judge.act()));
    if (root.attribute("other_stage")) root.remove_attribute("other_stage");  // It is not the applicant's to write.
    if (competition != nullptr) {
        const std::string other = other_stage_shown(root, stated, competition->stage(), judge.act());
        if (!other.empty()) root.set_attribute("other_stage", other);
    }
    result.report = judge.checker().check(result.dossier);
    if (competition == nullptr) state_edition(result.report, root, judge.act());
    return result;
}

/// Of the three-byte characters those that people write in names: dashes, quotation marks, the ellipsis, the number sign. Never what
/// has no width or turns the direction of a line.
bool is_common_sign(std::string_view character) {
    constexpr std::string_view kSigns[] = {"\u2010", "\u2012", "\u2013", "\u2014", "\u2015", "\u2018", "\u2019", "\u201A", "\u201C", "\u201D",
                                           "\u201E", "\u2022", "\u2026", "\u2039", "\u203A", "\u2116"};
    return std::find(std::begin(kSigns), std::end(kSigns), character) != std::end(kSigns);
}

}  // namespace

Examination examine_unreadable(Judge& judge, const Error& reason, const std::string& name, const std::string& shown_name,
                               const Competition* competition) {
    return complete(judge, unreadable(shown_name, reason), name, shown_name, competition);
}

xml::Document read_or_say_why(const Judge& judge, const std::string& path, const std::string& shown_name, readers::Carrier* carrier) {
    try {
        return readers::read_dossier(judge.disk(), path, {}, carrier);
    } catch (const Error& error) {
        if (!is_fault_of_submission(error.code())) throw;
        return unreadable(shown_name, error);
    }
}

Examination examine_read(Judge& judge, xml::Document dossier, const std::string& name, const Competition* competition) {
    return complete(judge, std::move(dossier), name, shown_name(name), competition);
}

Examination examine(Judge& judge, const std::string& path, const std::string& name, const Competition* competition) {
    return examine_read(judge, read_or_say_why(judge, path, name), name, competition);
}

std::string shown_name(const std::string& given) {
    constexpr std::size_t kMostBytes = 120;
    const std::string name = base::is_utf8(given) ? kazakh::composed(given) : given;  // Some systems write й as two characters.
    std::string shown;
    for (std::size_t i = 0; i < name.size();) {
        const auto byte = static_cast<unsigned char>(name[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte >= 0xC2 && byte < 0xE0 ? 2 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xF0 && byte < 0xF5 ? 4 : 0;
        bool whole = length > 0 && i + length <= name.size();
        for (std::size_t k = 1; whole && k < length; ++k) whole = base::goes_on(name[i + k]);
        // Latin and Cyrillic letters, dashes, quotation marks and the number sign: every face of ours has them.
        const bool printable = whole && ((length == 1 && byte >= 0x20 && byte != 0x7F) ||
                                         (length == 2 && (byte == 0xC3 || (byte >= 0xD0 && byte <= 0xD3) || (byte == 0xC2 && static_cast<unsigned char>(name[i + 1]) >= 0xA0))) ||
                                         (length == 3 && is_common_sign(std::string_view(name).substr(i, 3))));
        if (printable) shown.append(name, i, length);
        else shown += '_';
        i += whole ? length : 1;
        if (shown.size() > kMostBytes) {
            std::size_t end = kMostBytes;
            while (end > 0 && base::goes_on(shown[end])) --end;
            return shown.substr(0, end) + "...";
        }
    }
    return shown;
}

xml::Document without_parts(const xml::Document& dossier) {
    xml::Document brief = xml::Document::create("dossier", kDossierNamespace);
    xml::Node root = brief.root();
    for (const char* name : {"name", "stage"}) root.set_attribute(name, dossier.root().attribute_or(name, ""));
    for (const char* name : {"intake", "documents"}) {
        if (const xml::Node part = dossier.root().first_element(name)) root.append_copy(part);
    }
    return without_texts(brief);
}

xml::Document without_texts(const xml::Document& dossier) {
    xml::Document brief = dossier.clone();
    for (xml::Node part : brief.root().elements()) {
        for (const char* name : {"text", "outline"}) {
            if (xml::Node text = part.first_element(name)) text.remove();
        }
        if (part.name() != "documents") continue;
        for (xml::Node document : part.elements()) {
            if (xml::Node text = document.first_element("text")) text.remove();
        }
    }
    // What was removed stays in the tree's memory until that goes.
    return brief.clone();
}

std::string twin_key(const std::string& applicant, const std::string& cluster) {
    const std::string first = kazakh::matching_key(applicant).folded, second = kazakh::matching_key(cluster).folded;
    return first.empty() || second.empty() ? std::string() : first + '\n' + second;
}

std::string verdict_of(const xml::Document& report) {
    return std::string(report.root().attribute_or("verdict", "undetermined"));
}

int exit_status_of(const std::string& verdict) {
    if (verdict == "conforming") return 0;
    if (verdict == "non-conforming") return 1;
    return 3;
}

}  // namespace irikteu::pipeline
