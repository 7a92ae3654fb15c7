#include "pipeline/issue.hpp"

#include <map>
#include <tuple>

#include "base/error.hpp"
#include "pipeline/glyph_place.hpp"
#include "pipeline/materials.hpp"
#include "report/faces.hpp"

namespace irikteu::pipeline {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kDocumentNamespace = "urn:irikteu:document:1";

std::string media_type_of(const std::string& name) {
    const auto ends = [&name](std::string_view ending) { return name.ends_with(ending); };
    if (ends(".xml")) return "application/xml";
    if (ends(".zip")) return "application/zip";
    if (ends(".pdf")) return "application/pdf";
    if (ends(".docx")) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return "application/octet-stream";
}

/// What a document is found by: its kind, title and number, and whom it concerns.
void describe(archive::NewEntry& wanted, const std::string& kind, const xml::Document& data) {
    const xml::Node root = data.root(), dossier = root.first_element("dossier");
    wanted.labels.emplace_back("Document", kind);
    const bool of_one = dossier && !dossier.next_element("dossier");  // of several applicants, none is the document's
    for (auto& label : Issuer::about(std::string(root.attribute_or("number", "")), of_one ? dossier : xml::Node())) wanted.labels.push_back(std::move(label));
}

/// Of the register what concerns one dossier: the entry and the notices that `own` is a copy's original of. Other applicants' are none of its applicant's business.
void keep_own_entry(xml::Node entries, xml::Node own) {
    const std::string dossier(own ? own.attribute_or("dossier", "") : ""), number(own ? own.attribute_or("number", "") : "");
    for (xml::Node child = entries.first_element(); child;) {
        xml::Node here = child;
        child = child.next_element();
        const bool kept = own && (here.name() == "entry" ? here.attribute_or("dossier", "") == dossier : here.attribute_or("of", "") == number);
        if (!kept) here.remove();
    }
}

/// The data, written without those parts of competition.xml that a document of that kind says nothing of: another member of the commission is no reason
/// to issue an applicant's notice anew.
std::string without_unsaid(const compose::Composer& composer, const std::string& kind, xml::Document data) {
    xml::Node competition = data.root().first_element("competition");
    for (xml::Node child = competition ? competition.first_element() : xml::Node(); child;) {
        xml::Node here = child;
        child = child.next_element();
        if (!composer.may_show(kind, std::string(here.name()))) here.remove();
    }
    return data.serialize();
}

/// Takes away what says nothing: comments, instructions, white space between elements, the order of attributes.
void canonicalise(xml::Node element) {
    std::map<std::string, std::string> attributes;
    bool plain = true;
    for (const xml::Node attribute : element.attributes()) {
        attributes.emplace(attribute.name(), attribute.content());
        plain = plain && attribute.namespace_uri().empty();
    }
    if (plain) {
        for (const auto& [name, value] : attributes) element.remove_attribute(name);
        for (const auto& [name, value] : attributes) element.set_attribute(name, value);
    }
    const bool has_elements = static_cast<bool>(element.first_element());
    for (xml::Node child = element.first_child(); child;) {
        xml::Node here = child;
        child = child.next_sibling();
        const bool is_note = here.kind() == xml::Node::Kind::comment || here.kind() == xml::Node::Kind::processing_instruction;
        const bool is_layout = has_elements && here.kind() == xml::Node::Kind::text && xml::trim(here.content()).empty();
        if (here.is_element()) canonicalise(here);
        else if (is_note || is_layout) here.remove();
    }
}

}  // namespace

Issuer::About Issuer::about(const std::string& number, xml::Node dossier) {
    About about;
    if (!number.empty()) about.emplace_back("Number", number);
    const xml::Node application = dossier ? dossier.first_element("application") : dossier;
    for (const auto& [label, field] : {std::pair("Applicant", "applicant_name"), std::pair("Cluster", "cluster_name")}) {
        const std::string value = application ? application.child_text(field) : "";
        if (!value.empty()) about.emplace_back(label, value);
    }
    return about;
}

Issuer::Issuer(Engine& engine, base::Disk& disk, const std::string& out_folder, const std::string& archive_folder,
               const Competition& competition, base::Moment moment)
    : engine_(engine), disk_(disk),
      copies_(disk, out_folder, [this](const std::string& relative, const base::Digest& digest) { return was_issued(relative, digest); }),
      archive_folder_(archive_folder), competition_(competition), moment_(moment), materials_(materials(disk, engine.options())) {
    if (archive_folder_ != base::join_path(out_folder, "archive") || disk_.exists(archive_folder_)) archive();
}

archive::Archive& Issuer::archive() {
    if (!archive_) archive_.emplace(archive::Archive::open_or_create(archive_folder_));
    return *archive_;
}

std::optional<archive::Entry> Issuer::standing(archive::NewEntry& wanted) {
    if (!archive_) return std::nullopt;
    const auto before = archive_->by_key(wanted.key);
    // By this label a run's own entries are told from what people added under the same name.
    const auto last = archive_->last_named(wanted.kind, wanted.name, "Competition", competition_.id());
    const std::int64_t event = last ? event_against(*last) : 0;
    if (before && event == 0 && (!last || last->number <= before->number || last->object == before->object)) return before;
    if (!last) return std::nullopt;
    const std::string corrected = std::to_string(event > 0 ? event : last->number);
    if (event == 0 && !before && !wanted.bytes.empty() && base::sha256(wanted.bytes) == last->object) {  // made by other means, and the same: nothing to correct
        wanted.key = last->key;
        return last;
    }
    if (before) {
        // Undone: what stood before the last entry stands again. It is the same thing, so the bytes are those; the record says what came between.
        wanted.key += ":after-" + corrected;
        wanted.labels.clear();
        for (const auto& label : before->labels) {
            if (!archive::is_relation(label.first)) wanted.labels.push_back(label);
        }
        wanted.labels.emplace_back("Cites", std::to_string(before->number));
        if (wanted.bytes.empty()) wanted.bytes = archive_->read(*before);
    }
    wanted.labels.emplace_back("Corrects", corrected);
    return std::nullopt;
}

std::int64_t Issuer::event_against(const archive::Entry& entry) {
    std::int64_t event = 0;
    for (const archive::LinkRow& link : archive_->links_to(entry.number)) {
        const auto from = link.relation == "Corrects" ? archive_->by_number(link.from) : std::nullopt;
        if (from && from->kind == "event") event = link.from;
    }
    return event;
}

void Issuer::let_fall(const std::string& dossier, const std::string& name, std::string bytes) {
    if (!archive_) return;
    archive::Query query;
    std::tie(query.label_name, query.label_value, query.standing) = std::tuple("Dossier", dossier, true);
    archive::NewEntry event = entry("event", name, "application/xml", dossier);
    std::string fallen;
    for (const archive::Entry& there : archive_->list(query)) {
        const bool is_result = (there.kind == "document" || there.kind == "report") && there.name.starts_with(competition_.id() + "/dossiers/");
        if (!is_result || there.label("Competition") != competition_.id()) continue;
        event.labels.emplace_back("Corrects", std::to_string(there.number));
        fallen += std::to_string(there.number) + '\n';
    }
    if (fallen.empty()) return;
    event.key = "event:" + base::sha256(competition_.id() + '\n' + name + '\n' + fallen + bytes).hex();
    event.bytes = std::move(bytes);
    batch_.push_back(std::move(event));
}

void Issuer::let_answers_fall(const std::string& kind, const std::set<std::string>& folders) {
    if (!archive_) return;
    const std::string prefix = competition_.id() + '/', notices = prefix + "notices/";
    archive::Query query;
    std::tie(query.kind, query.name_contains, query.standing) = std::tuple("document", notices, true);
    for (const archive::Entry& there : archive_->list(query)) {
        if (!there.name.starts_with(notices) || !there.name.ends_with('/' + kind + ".pdf") || there.label("Competition") != competition_.id()) continue;
        const std::string answer = there.name.substr(prefix.size()), folder = answer.substr(0, answer.rfind('/'));
        if (folders.contains(folder)) continue;
        xml::Document record = xml::Document::create("no-notice", kCompetitionNamespace);
        record.root().set_attribute("answer", answer);
        archive::NewEntry event = entry("event", folder + "/no-notice.xml", "application/xml", std::string(there.label("Dossier")));
        event.labels.emplace_back("Corrects", std::to_string(there.number));
        event.key = "event:" + base::sha256(competition_.id() + '\n' + answer + '\n' + std::to_string(there.number)).hex();
        event.bytes = record.serialize();
        batch_.push_back(std::move(event));
        take_away(answer);
    }
}

void Issuer::keep(archive::NewEntry wanted) {
    standing(wanted);
    batch_.push_back(std::move(wanted));
}

archive::NewEntry Issuer::entry(const std::string& kind, const std::string& name, const std::string& media_type,
                                const std::string& dossier) const {
    archive::NewEntry entry;
    entry.kind = kind;
    entry.name = competition_.id() + '/' + name;
    entry.media_type = media_type;
    entry.time = moment_.iso();
    entry.labels.emplace_back("Competition", competition_.id());
    if (!dossier.empty()) entry.labels.emplace_back("Dossier", dossier);
    entry.labels.emplace_back("Engine", engine_version());
    entry.labels.emplace_back("Act", engine_.act().id() + " sha256:" + engine_.act().digest().hex());
    for (const auto& [material, digest] : materials_) entry.labels.emplace_back(material, "sha256:" + digest.hex());
    return entry;
}

std::string Issuer::key(const std::string& kind, const std::string& about) const {
    return kind + ':' + base::sha256(engine_version() + '\n' + engine_.provenance().hex() + '\n' + about).hex();
}

void Issuer::keep_submission(const std::string& dossier, const About& about, const std::function<Submission()>& collect) {
    Submission submission;
    try {
        submission = collect();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::unreadable_file && error.code() != ErrorCode::limit_exceeded) throw;
        return;  // the reader meets the same fault and reports it
    }
    for (SubmittedFile& file : submission.files) {
        const std::string inside = file.name == dossier ? dossier : dossier + '/' + file.name;
        archive::NewEntry kept = entry("submission", "submitted/" + inside, media_type_of(file.name), dossier);
        kept.key = "submission:" + base::sha256(competition_.id() + '\n' + inside + '\n' + file.digest.hex()).hex();
        kept.bytes = std::move(file.bytes);
        kept.labels.insert(kept.labels.end(), about.begin(), about.end());
        keep(std::move(kept));
    }
}

xml::Document Issuer::data(const std::string& kind, const std::string& number, const std::vector<const xml::Document*>& dossiers,
                           const std::vector<const xml::Document*>& reports, const std::string* only) const {
    xml::Document data = xml::Document::create("document", kDocumentNamespace);
    xml::Node root = data.root();
    root.set_attribute("kind", kind);
    if (!number.empty()) root.set_attribute("number", number);
    root.set_attribute("date", moment_.date().iso());
    root.set_attribute("clock", moment_.iso());
    root.set_attribute("act", engine_.act().id());
    root.set_attribute("engine", engine_version());
    xml::Node competition = root.append_copy(competition_.root());
    if (only != nullptr) keep_own_entry(competition.first_element("register"), competition_.entry(*only));
    canonicalise(competition);
    for (const xml::Document* dossier : dossiers) root.append_copy(dossier->root());
    for (const xml::Document* report : reports) root.append_copy(report->root());
    return data;
}

std::string Issuer::issue(const std::string& kind, const std::string& folder, const std::string& dossier, const std::function<xml::Document()>& make_data, Head head) {
    const std::string relative = (folder.empty() ? "" : folder + '/') + kind + ".pdf";
    archive::NewEntry wanted = entry("document", relative, "application/pdf", dossier);
    wanted.key = key(kind, without_unsaid(engine_.composer(), kind, make_data()));  // without the head, which every entry changes
    std::string bytes;
    if (const auto there = standing(wanted)) {
        bytes = archive_->read(*there);
        ++fetched_;
    } else if (!wanted.bytes.empty()) {
        bytes = wanted.bytes;
        batch_.push_back(std::move(wanted));
    } else {
        const xml::Node titled = engine_.act().entry("document", kind);
        if (titled) wanted.labels.emplace_back("Title", titled.child_text("title"));
        xml::Document data = make_data();
        describe(wanted, kind, data);
        if (head == Head::print) {
            xml::Node archive = data.root().append("archive");
            archive.set_attribute("entries", std::to_string(this->archive().size()));
            archive.set_attribute("root", archive_root());
            wanted.labels.emplace_back("Head", std::to_string(this->archive().size()) + ':' + archive_root());
        }
        bytes = render(kind, data, wanted);
        wanted.bytes = bytes;
        batch_.push_back(std::move(wanted));
    }
    return copies_.write(relative, bytes);
}

/// Makes the document, and says by its entry from which data.
std::string Issuer::render(const std::string& kind, const xml::Document& data, archive::NewEntry& wanted) const {
    const std::string source = data.serialize();
    wanted.labels.emplace_back("Data", "sha256:" + base::sha256(source).hex());
    layout::Attachment attachment{"source.xml", source, "application/xml", {}, "Source"};
    attachment.description = engine_.messages("kk").say("document.source");
    try {
        return engine_.render(engine_.composer().compose(kind, data), {std::move(attachment)}, moment_);
    } catch (const Error& error) {
        throw at_the_data(error, data, "data of " + kind, false);
    }
}

void Issuer::write_report(const std::string& folder, const std::string& dossier, const About& about, const xml::Document& report,
                          std::vector<std::string>& files) {
    archive::NewEntry kept = entry("report", folder + "/report.xml", "application/xml", dossier);
    kept.bytes = report.serialize();
    kept.labels.insert(kept.labels.end(), about.begin(), about.end());
    kept.key = key("report", competition_.id() + '\n' + dossier + '\n' + kept.bytes);
    const report::Messages& messages = engine_.messages("kk");
    const std::pair<std::string, std::string> faces[] = {
        {"report.xml", kept.bytes}, {"report.json", report::json_face(report)}, {"report.txt", report::text_face(report, messages)}};
    for (const auto& [name, bytes] : faces) {
        files.push_back(copies_.write(folder + '/' + name, bytes));
    }
    keep(std::move(kept));
}

void Issuer::finish_batch() {
    copies_.remember();
    if (batch_.empty()) return;
    const std::size_t added = archive().add(batch_).added;
    issued_ += added;
    fetched_ += batch_.size() - added;
    batch_.clear();
}

bool Issuer::was_issued(const std::string& relative, const base::Digest& digest) {
    if (!archive_) return false;
    archive::Query query;
    query.name_contains = competition_.id() + '/' + relative;
    for (const archive::Entry& entry : archive_->list(query)) {
        if (entry.name == query.name_contains && entry.object == digest && (entry.kind == "document" || entry.kind == "report")) return true;
    }
    return false;
}

}  // namespace irikteu::pipeline
