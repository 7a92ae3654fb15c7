#include "readers/reader.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "readers/package.hpp"
#include "readers/pdf_form.hpp"
#include "readers/submission.hpp"
#include "readers/text_writer.hpp"
#include "readers/word_document.hpp"
#include "readers/xml_dossier.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view dossier_namespace = "urn:irikteu:dossier:1";
constexpr std::string_view main_file = "dossier.xml";
constexpr std::uint64_t kBytesOfNode = 16;  ///< Of a dossier, about.

/// "oskemen" from "inbox/oskemen.zip" or "inbox/oskemen/".
std::string short_name(std::string path, bool folder) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    const auto slash = path.rfind('/');
    if (slash != std::string::npos && slash + 1 < path.size()) path.erase(0, slash + 1);
    const auto dot = path.rfind('.');
    if (!folder && dot != std::string::npos && dot > 0) path.erase(dot);
    return path;
}

/// What to look for in the file: its inner part and line, without the file's own name.
std::string place_of(const Error& error, const std::string& file) {
    base::SourcePosition where = error.where();
    const auto at = where.file.rfind(file);
    where.file = at == std::string::npos ? std::string() : where.file.substr(at + file.size());
    if (!where.file.empty() && where.file.front() == '/') where.file.erase(0, 1);
    return base::to_string(where);
}

void write_error(xml::Node document, const Error& error, const std::string& file) {
    xml::Node element = document.append_with_text("error", error.message());
    element.set_attribute("code", base::to_string(error.code()));
    const std::string place = place_of(error, file);
    if (!place.empty()) element.set_attribute("place", place);
}

Package open_package(std::string_view bytes, const std::string& source, Format format, const Limits& limits) {
    if (format == Format::docx || format == Format::docm) return Package::open_zip(bytes, source, limits);
    return Package::open_xml(bytes, source, limits);
}

/// The document, and what it took to read it, added to `spent`. The file's trees are gone then, before ours grows.
WordDocument read_word_file(std::string_view bytes, const std::string& source, Format format, const Limits& limits, std::uint64_t& spent) {
    try {
        const Package package = open_package(bytes, source, format, limits);
        WordDocument read = read_word(package);
        spent += limits.max_nodes - package.remaining_limits().max_nodes;
        return read;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::limit_exceeded) spent += limits.max_nodes;
        throw;
    }
}

/// Elements, attributes and texts below, in the measure of xml::Limits.
std::uint64_t count_nodes(xml::Node node) {
    std::uint64_t count = 1;
    for (xml::Node child : node.children()) {
        if (!child.is_element()) ++count;
        else count += count_nodes(child);
    }
    for ([[maybe_unused]] xml::Node attribute : node.attributes()) count += 2;
    return count;
}

/// Text and ledger of a text document; throws where it cannot be read, and has written nothing then.
void write_word(xml::Node document, std::string_view bytes, const std::string& source, Format format,
                const Limits& limits, std::uint64_t& spent) {
    const WordDocument read = read_word_file(bytes, source, format, limits, spent);
    write_text(document, read.blocks, read.meter);
    xml::Node volume = document.append("volume");
    volume.set_attribute("sheets", std::to_string(read.pages));
    if (read.pages_stated > 0) volume.set_attribute("stated", std::to_string(read.pages_stated));
    read.ledger.write(document);
}

class DossierReader {
  public:
    DossierReader(std::string source, std::string name, const Limits& limits)
        : source_(std::move(source)), name_(std::move(name)), limits_(limits) {}

    void take(SubmittedFile file) {
        Entry entry;
        entry.file = std::move(file.path);
        entry.error = std::move(file.error);
        entry.bytes = file.bytes.size();
        entry.known = !entry.error || entry.bytes > 0;
        if (entry.known) {
            entry.sha256 = base::sha256(file.bytes).hex();
            entry.format = is_system_file(entry.file) ? Format::unknown : detect(file.bytes);
        }
        if (!entry.error) read(entry, file.bytes);
        entries_.push_back(std::move(entry));
    }

    xml::Document finish() {
        xml::Document result = main_ ? std::move(*main_) : xml::Document::create("dossier", dossier_namespace);
        merge(result.root());
        xml::Node root = result.root();
        root.set_attribute("name", name_);
        xml::Node documents = root.append("documents");
        for (const Entry& entry : entries_) write(documents, entry);
        return result;
    }

  private:
    struct Entry {
        std::string file;
        Format format = Format::unknown;
        std::string sha256;
        std::uint64_t bytes = 0;
        bool known = false;  ///< Its bytes are.
        std::optional<Error> error;
        std::optional<xml::Document> content;  ///< <document> with text and ledger.
        std::optional<xml::Document> dossier;  ///< A further XML dossier, or the part that a filled form is.
        std::string kind;                      ///< Of a filled form: its part.
    };

    std::string source_of(const std::string& file) const { return source_.empty() ? file : source_ + "/" + file; }

    /// All PDFs of a dossier have one time together, so that many slow ones cost no more than few.
    PdfForm read_form(std::string_view bytes, const std::string& file) {
        if (pdf_time_ > limits_.max_pdf_time) throw Error(ErrorCode::limit_exceeded, "is not read: the other PDFs of the dossier took too long already", {source_of(file), 0, 0, {}});
        const auto began = std::chrono::steady_clock::now();
        struct Count {
            std::chrono::steady_clock::time_point began;
            std::chrono::steady_clock::duration& sum;
            ~Count() { sum += std::chrono::steady_clock::now() - began; }
        } const count{began, pdf_time_};
        return read_pdf_form(bytes, source_of(file), file, limits_);
    }

    void read(Entry& entry, std::string_view bytes) {
        if (is_system_file(entry.file)) {
            Ledger ledger;
            ledger.ignore(reason::system_file, 0);
            entry.content = xml::Document::create("document", dossier_namespace);
            ledger.write(entry.content->root());
            return;
        }
        const bool is_main = entry.file == main_file;
        try {
            if (spent_ > limits_.max_spent_nodes || kept_ > limits_.max_kept_nodes)
                throw Error(ErrorCode::limit_exceeded, "is not read: the other documents of the dossier are too large already", {source_of(entry.file), 0, 0, {}});
            if (entry.format == Format::xml_dossier || is_main) {
                xml::Document dossier = read_xml_dossier(bytes, source_of(entry.file), entry.file, limits_).document;
                const std::uint64_t nodes = count_nodes(dossier.root());
                spent_ += nodes;
                kept_ += nodes;
                if (is_main) main_ = std::move(dossier);
                else entry.dossier = std::move(dossier);
            } else if (entry.format == Format::pdf) {
                PdfForm form = read_form(bytes, entry.file);
                entry.kind = form.part;
                entry.content = xml::Document::create("document", dossier_namespace);
                form.ledger.write(entry.content->root());
                entry.dossier = std::move(form.document);
            } else if (is_readable(entry.format)) {
                xml::Document content = xml::Document::create("document", dossier_namespace);
                write_word(content.root(), bytes, source_of(entry.file), entry.format, limits_, spent_);
                kept_ += count_nodes(content.root());
                entry.content = std::move(content);
            } else {
                if (bytes.empty()) throw Error(ErrorCode::malformed, "is empty", {source_of(entry.file), 0, 0, {}});
                throw Error(ErrorCode::unsupported, std::string(advice(entry.format)), {source_of(entry.file), 0, 0, {}});
            }
        } catch (const Error& error) {
            if (is_main) throw;
            if (entry.format == Format::xml_dossier) spent_ += std::min<std::uint64_t>(limits_.max_dossier_nodes, bytes.size() / kBytesOfNode);
            entry.error = error;
        }
    }

    /// Further XML dossiers add the parts that are still absent.
    void merge(xml::Node root) {
        for (Entry& entry : entries_) {
            if (!entry.dossier) continue;
            const xml::Node other = entry.dossier->root();
            for (const char* name : {"stage", "entrant"}) {
                const auto value = other.attribute(name);
                if (value && !root.attribute(name)) root.set_attribute(name, *value);
            }
            for (const xml::Node part : other.elements()) {
                if (root.first_element(part.name())) {
                    entry.error = Error(ErrorCode::invalid, "gives a part that another file gives already: " +
                                                                std::string(part.name()),
                                        {source_of(entry.file), part.line(), 0, {}});
                } else {
                    root.append_copy(part);
                }
            }
            entry.dossier.reset();
        }
    }

    static void write(xml::Node documents, const Entry& entry) {
        xml::Node document = documents.append("document");
        document.set_attribute("file", entry.file);
        if (entry.known) {
            document.set_attribute("format", to_string(entry.format));
            if (!entry.kind.empty()) document.set_attribute("kind", entry.kind);
            document.set_attribute("sha256", entry.sha256);
            document.set_attribute("bytes", std::to_string(entry.bytes));
        }
        if (entry.content) {
            for (const xml::Node child : entry.content->root().elements()) document.append_copy(child);
        }
        if (entry.error) write_error(document, *entry.error, entry.file);
    }

    std::string source_;  ///< What stands before a file's path in errors.
    std::string name_;
    const Limits& limits_;
    std::optional<xml::Document> main_;
    std::vector<Entry> entries_;
    std::chrono::steady_clock::duration pdf_time_{};
    std::uint64_t spent_ = 0, kept_ = 0;  ///< Nodes of all documents.
};

}  // namespace

xml::Document read_dossier(const base::Disk& disk, const std::string& given, const Limits& limits, Carrier* carrier) {
    std::string path = given;
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    const auto came_in = [carrier](Carrier what) {
        if (carrier != nullptr) *carrier = what;
    };
    came_in(Carrier::file);
    if (disk.is_folder(path)) {
        came_in(Carrier::container);
        DossierReader reader(path, short_name(path, true), limits);
        walk_folder(disk, path, limits, [&](SubmittedFile file) { reader.take(std::move(file)); });
        return reader.finish();
    }
    const std::string bytes = disk.read(path, limits.max_file_bytes);
    if (detect(bytes) == Format::zip) {
        came_in(Carrier::container);
        DossierReader reader(path, short_name(path, false), limits);
        walk_zip(bytes, path, limits, [&](SubmittedFile file) { reader.take(std::move(file)); });
        return reader.finish();
    }
    return read_document(bytes, path, limits);
}

xml::Document read_document(std::string_view bytes, const std::string& name, const Limits& limits) {
    if (bytes.size() > limits.max_file_bytes) {
        throw Error(ErrorCode::limit_exceeded, "is larger than " + std::to_string(limits.max_file_bytes) + " bytes",
                    {name, 0, 0, {}});
    }
    const Format format = detect(bytes);
    const auto slash = name.rfind('/');
    const std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
    const bool is_pdf = format == Format::pdf;
    if (!is_readable(format) && format != Format::xml && !is_pdf) {
        if (bytes.empty()) throw Error(ErrorCode::malformed, "is empty", {name, 0, 0, {}});
        throw Error(ErrorCode::unsupported, std::string(advice(format)), {name, 0, 0, {}});
    }
    const bool is_xml = format == Format::xml_dossier || format == Format::xml;
    std::optional<PdfForm> form;
    if (is_pdf) form = read_pdf_form(bytes, name, file, limits);
    XmlDossier read = is_pdf ? XmlDossier{std::move(form->document), form->part}
                      : is_xml ? read_xml_dossier(bytes, name, file, limits)
                             : XmlDossier{xml::Document::create("dossier", dossier_namespace), {}};
    xml::Document& dossier = read.document;
    xml::Node root = dossier.root();
    root.set_attribute("name", short_name(name, false));
    xml::Node document = root.append("documents").append("document");
    document.set_attribute("file", file);
    document.set_attribute("format", to_string(format));
    if (!read.part.empty()) document.set_attribute("kind", read.part);
    document.set_attribute("sha256", base::sha256(bytes).hex());
    document.set_attribute("bytes", std::to_string(bytes.size()));
    if (form) form->ledger.write(document);
    std::uint64_t spent = 0;
    if (!is_xml && !is_pdf) write_word(document, bytes, name, format, limits, spent);
    return std::move(dossier);
}

}  // namespace irikteu::readers
