#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>

#include "archive/batch.hpp"
#include "base/error.hpp"
#include "cli/archive_commands.hpp"
#include "cli/help.hpp"
#include "cli/moment.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/refusal.hpp"
#include "pipeline/engine.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

constexpr std::uint64_t kMostFileBytes = 1u << 30;
constexpr std::uint64_t kMostBatchBytes = 64u << 20;
constexpr std::size_t kMostBatchFiles = 1000;

struct Arguments {
    std::string folder, kind = "document", name, prefix, media_type, moment, title, applicant, number, series, key;
    std::vector<std::string> files, labels;
    std::map<std::string, std::vector<std::string>> links;  ///< By relation; entries as people name them.
};

std::string media_type_of(const std::string& name) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {".pdf", "application/pdf"}, {".xml", "application/xml"}, {".zip", "application/zip"}, {".json", "application/json"}, {".txt", "text/plain"},
        {".p7s", "application/pkcs7-signature"}, {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}};
    for (const auto& [ending, type] : known) {
        if (name.ends_with(ending)) return std::string(type);
    }
    return "application/octet-stream";
}

/// A file to be added, and what it is to be called.
struct Source {
    std::string path, name;
};

std::vector<Source> sources_of(const Arguments& arguments) {
    std::vector<Source> sources;
    for (const std::string& path : arguments.files) {
        if (path != "-" && !archive_around(path).empty()) throw Error(ErrorCode::usage, "lies within an archive: what is archived is not added again", {path, 0, 0, {}});
        if (path == "-" || !fs::is_directory(path)) {
            sources.push_back({path, arguments.prefix + fs::path(path).filename().string()});
            continue;
        }
        const fs::path parent = fs::path(path).lexically_normal().has_filename() ? fs::path(path).lexically_normal().parent_path()
                                                                                 : fs::path(path).lexically_normal().parent_path().parent_path();
        for (const auto& item : fs::recursive_directory_iterator(path)) {
            if (item.is_regular_file() && !item.is_symlink()) sources.push_back({item.path().string(), arguments.prefix + item.path().lexically_normal().lexically_relative(parent.empty() ? fs::path(".") : parent).string()});
        }
    }
    std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
    if (!arguments.name.empty()) {
        if (sources.size() != 1) throw Error(ErrorCode::usage, "--name is for one file; use --prefix for several");
        sources.front().name = arguments.prefix + arguments.name;
    } else if (std::any_of(sources.begin(), sources.end(), [](const Source& source) { return source.path == "-"; })) {
        throw Error(ErrorCode::usage, "what comes from standard input needs --name");
    }
    return sources;
}

std::string bytes_of(const Session& session, const std::string& path) {
    if (path != "-") return session.disk.read(path, kMostFileBytes);
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

/// What is signed is found by what it says and whom it concerns; so is the signed copy, unless it is told of otherwise.
std::vector<std::pair<std::string, std::string>> inherited(archive::Archive& archive, const Arguments& arguments) {
    std::vector<std::pair<std::string, std::string>> labels;
    for (const std::string& name : arguments.links.at("Signs")) {
        for (const auto& label : entry_named(archive, name).labels) {
            constexpr std::string_view told[] = {"Title", "Document", "Number", "Applicant", "Cluster", "Competition", "Dossier"};
            const bool given = std::any_of(arguments.labels.begin(), arguments.labels.end(), [&label](const std::string& own) { return own.starts_with(label.first + '='); });
            const bool wanted = std::find(std::begin(told), std::end(told), label.first) != std::end(told);
            if (wanted && !given && std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
        }
    }
    return labels;
}

/// Labels in a fixed order: links, what was said of it, provenance.
std::vector<std::pair<std::string, std::string>> labels_of(archive::Archive& archive, const Arguments& arguments) {
    std::vector<std::pair<std::string, std::string>> labels;
    for (const auto& [relation, names] : arguments.links) {
        for (const std::string& name : names) labels.emplace_back(relation, std::to_string(entry_named(archive, name).number));
    }
    for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"Title", arguments.title}, {"Applicant", arguments.applicant}, {"Number", arguments.number}}) {
        if (!value.empty()) labels.emplace_back(name, value);
    }
    const auto own = labels;
    for (const auto& label : inherited(archive, arguments)) {
        if (std::none_of(own.begin(), own.end(), [&label](const auto& given) { return given.first == label.first; })) labels.push_back(label);
    }
    for (const std::string& label : arguments.labels) {
        labels.push_back(name_and_value(label, "--label"));
        if (archive::is_relation(labels.back().first)) throw Error(ErrorCode::usage, "what " + labels.back().first + " another entry is told by its own option, which checks it");
    }
    labels.emplace_back("Engine", pipeline::engine_version());
    return labels;
}

/// The bytes of the entries that an option names.
std::vector<std::pair<std::string, std::string>> originals_of(archive::Archive& archive, const Arguments& arguments, const char* relation) {
    std::vector<std::pair<std::string, std::string>> originals;
    for (const std::string& name : arguments.links.at(relation)) originals.emplace_back(name, archive.read(entry_named(archive, name)));
    return originals;
}

/// Holds a new entry to what its links say of it: that it signs, or corrects, what they name.
class LinkCheck {
  public:
    LinkCheck(const Session& session, archive::Archive& archive, const Arguments& arguments)
        : examine_(session.signed_form), now_(base::SystemClock().now()), signed_(originals_of(archive, arguments, "Signs")), corrected_(originals_of(archive, arguments, "Corrects")) {}

    /// Adds who signed to the labels. Throws Error where the links don't hold.
    void require(const Source& source, archive::NewEntry& entry) const {
        for (const auto& [name, original] : corrected_) {
            if (entry.bytes == original) throw Error(ErrorCode::invalid, "it corrects nothing: its bytes are those of entry " + name, {source.path, 0, 0, {}});
        }
        for (const auto& [name, original] : signed_) {
            if (!examine_) throw Error(ErrorCode::environment, "this part of the program reads no signatures; irikteu-seal does");
            const seal::SignedForm form = examine_(entry.bytes, original, now_);
            if (form.check.answer != sign::Answer::valid) {
                throw Error(form.check.answer == sign::Answer::invalid ? ErrorCode::invalid : ErrorCode::unsupported,
                            (form.check.answer == sign::Answer::invalid ? "it does not sign entry " : "whether it signs can't be told of entry ") + name + ": " + form.check.reason +
                                ". Nothing of it was added; a scan of a copy signed on paper goes in with --cites", {source.path, 0, 0, {}});
            }
            for (const std::string& signatory : form.signatories) {
                require_label(entry, {"Signatory", signatory});
            }
            if (!form.signatories.empty()) require_label(entry, {"Signatory-Trust", "not checked"});
            if (!form.filled.empty()) require_label(entry, {"Filled-Fields", joined(form.filled)});
        }
    }

  private:
    static std::string joined(const std::vector<std::string>& names) {
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        return all;
    }
    static void require_label(archive::NewEntry& entry, const std::pair<std::string, std::string>& label) {
        if (std::find(entry.labels.begin(), entry.labels.end(), label) == entry.labels.end()) entry.labels.push_back(label);
    }

    SignedFormCheck examine_;
    base::Moment now_;
    std::vector<std::pair<std::string, std::string>> signed_, corrected_;  ///< As people name them, and their bytes.
};

/// Tells of what is durable, at once, so that whoever reads the answer knows what is kept even if the program is stopped later.
class Answers {
  public:
    explicit Answers(const Session& session) : json_(session.json), words_(session) {}
    void tell(const archive::Added& added, std::size_t known_before) {
        for (const archive::Entry& entry : added.entries) {
            const bool is_new = static_cast<std::size_t>(entry.number) > known_before;
            if (!json_) {
                std::cout << words_.say(is_new ? "archive.added" : "archive.stands") << '\t';
                print_line(entry, &words_);
                continue;
            }
            Json json = to_json(entry);
            json["new"] = is_new;
            all_.push_back(std::move(json));
        }
        std::cout.flush();
    }
    void end(const archive::Archive& archive) {
        if (json_) print_json({{"archive", archive.folder()}, {"size", archive.size()}, {"root", archive.root().hex()}, {"entries", all_}});
    }

  private:
    bool json_;
    Wording words_;
    Json all_ = Json::array();
};

/// A register that the archive has keeps its name, whatever it is.
bool goes_on_with_register(const Session& session, const Arguments& arguments) {
    // FORMAT is written last: another process may be making the archive just now.
    if (arguments.series.empty() || !session.disk.exists(arguments.folder + "/FORMAT")) return false;
    const auto kinds = archive::entry_kinds();
    if (std::find(kinds.begin(), kinds.end(), arguments.kind) == kinds.end()) return false;
    return archive::Archive::open(arguments.folder).last_registered(arguments.series) > 0;
}

int add(const Session& session, const Arguments& arguments) {
    const std::vector<Source> sources = sources_of(arguments);
    const std::string time = moment_of(arguments.moment).iso();
    for (const Source& source : sources) {
        const archive::NewEntry entry{arguments.kind, source.name, arguments.media_type, time, arguments.key, {}, {}, arguments.series};
        if (goes_on_with_register(session, arguments)) archive::require_fit(entry);
        else archive::require_plain(entry);
    }
    archive::Archive archive = archive::Archive::open_or_create(arguments.folder);
    const auto labels = labels_of(archive, arguments);
    const LinkCheck links(session, archive, arguments);
    Progress progress(session.json ? Progress::Show::never : Progress::Show::on_terminal);
    Answers answers(session);
    std::vector<archive::NewEntry> batch;
    std::uint64_t bytes = 0;
    const auto finish = [&] {
        if (batch.empty()) return;
        const archive::Added added = archive.add(batch);
        answers.tell(added, static_cast<std::size_t>(archive.size()) - added.added);
        batch.clear();
        bytes = 0;
    };
    for (std::size_t i = 0; i < sources.size(); ++i) {
        progress.at(i, sources.size(), "add");
        archive::NewEntry entry{arguments.kind, sources[i].name, arguments.media_type.empty() ? media_type_of(sources[i].name) : arguments.media_type,
                                time, arguments.key, labels, bytes_of(session, sources[i].path), arguments.series};
        if (entry.key.empty()) {
            std::string about = entry.kind + '\n' + entry.name + '\n' + entry.series + '\n' + base::sha256(entry.bytes).hex();
            for (const auto& [name, value] : labels) {
                if (archive::is_relation(name)) about += '\n' + name + ' ' + value;
            }
            entry.key = "added:" + base::sha256(about).hex();
        }
        links.require(sources[i], entry);
        bytes += entry.bytes.size();
        batch.push_back(std::move(entry));
        if (batch.size() >= kMostBatchFiles || bytes >= kMostBatchBytes) finish();
    }
    finish();
    progress.clear();
    answers.end(archive);
    return 0;
}

}  // namespace

void add_archive_add(Command archive, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = archive.add_command("add", "Add files; what was added before under the same name stands, and is said so");
    end_help(command, {{"irikteu archive add archive signed.pdf --kind signed-document --signs 7 --title \"Protocol No. 5\"", "a document signed by its signatories, linked with the one that was issued"},
                       {"irikteu archive add archive letter.pdf --series OUT", "with the next number of the register OUT"},
                       {"irikteu archive add archive letter-2.pdf --corrects OUT/7", "a correction is a new entry that cites the old one"},
                       {"irikteu archive add archive inbox --kind submission --prefix 2015-1/", "a whole folder, in batches"}});
    command.add_option("ARCHIVE", arguments->folder, "The archive's folder; made where it is absent").required().type_name("");
    command.add_option("FILE", arguments->files, "Files, folders, or - for standard input").required().type_name("");
    const Option kind = command.add_option("--kind", arguments->kind, "submission, report, document, signed-document, event [document; with --signs signed-document]").one_of(all_kinds()).type_name("KIND");
    command.add_option("--name", arguments->name, "What one file is to be called [its own name]").type_name("NAME");
    command.add_option("--prefix", arguments->prefix, "What stands before each name, as 2015-1/").type_name("TEXT");
    command.add_option("--media-type", arguments->media_type, "[by the name's ending]").type_name("TYPE");
    command.add_option("--title", arguments->title, "What it is, in words to be found by").type_name("TEXT");
    command.add_option("--applicant", arguments->applicant, "Whom it concerns").type_name("TEXT");
    command.add_option("--number", arguments->number, "The number that the document bears").type_name("NUMBER");
    command.add_option("--series", arguments->series, "Register it: it gets the next number of this series").type_name("SERIES");
    command.add_option("--label", arguments->labels, "A further label").type_name("NAME=VALUE");
    command.add_option("--corrects", arguments->links["Corrects"], "The entry that this one corrects; its bytes must differ").type_name("ENTRY");
    command.add_option("--signs", arguments->links["Signs"], "The entry that this one signs, which is checked: the same PDF with\n"
                                                            "signatures behind its last byte and nothing else, or a detached CMS.\n"
                                                            "It is found by what that one is found by: number, applicant, title").type_name("ENTRY");
    command.add_option("--answers", arguments->links["Answers"], "The entry that this one answers").type_name("ENTRY");
    command.add_option("--cites", arguments->links["Cites"], "An entry that this one cites").type_name("ENTRY");
    command.add_option("--key", arguments->key, "What it was made from: nothing is added twice under one key [kind, name, links and bytes]").type_name("KEY");
    command.add_option("--date", arguments->moment, "When it counts as added, as 2015-10-09T10:00:00+06:00 [SOURCE_DATE_EPOCH, else now]").type_name("MOMENT");
    command.when_chosen([&session, &action, arguments, kind] {
        if (!kind.given() && !arguments->links["Signs"].empty()) arguments->kind = "signed-document";
        action = [&session, arguments] {
            try {
                return add(session, *arguments);
            } catch (const Error& error) {
                if (error.code() != ErrorCode::invalid) throw;
                explain(session, error);
                return 1;  // Looked into and found wanting, which is not "could not be checked".
            }
        };
    });
}

}  // namespace irikteu::cli
