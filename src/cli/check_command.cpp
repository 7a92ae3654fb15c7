#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/contradiction.hpp"
#include "cli/help.hpp"
#include "cli/refusal.hpp"
#include "cli/summary.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/notices.hpp"
#include "pipeline/single_document.hpp"
#include "pipeline/submission.hpp"
#include "readers/reader.hpp"
#include "report/comparison.hpp"
#include "report/csv.hpp"
#include "report/faces.hpp"
#include "report/hit_list.hpp"

namespace irikteu::cli {

namespace {

std::string name_of(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Coloured and as wide as the terminal; plain where the answer goes to a file.
report::TextOptions text_options() {
    report::TextOptions options;
    if (::isatty(STDOUT_FILENO) == 0) return options;
    if (std::getenv("NO_COLOR") == nullptr) options.colour = report::TextOptions::Colour::ansi;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) options.width = size.ws_col;
    return options;
}

/// The kind that --kind names. Throws Error(usage) with the names that there are.
std::optional<pipeline::DocumentKind> kind_named(pipeline::Judge& judge, const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto kind = pipeline::document_kind(judge.act(), name);
    if (kind) return kind;
    std::string known;
    for (const std::string& each : pipeline::document_kinds(judge.act())) known += (known.empty() ? "" : ", ") + each;
    throw base::Error(base::ErrorCode::usage, "--kind " + name + " is no kind of document; there are " + known);
}

/// What `check` was asked, besides what every command takes.
struct CheckRequest {
    std::vector<std::string> paths;
    std::string kind, format = "text", against, severities, fail_on = "error";
};

/// Takes reports one after the other and writes them in the face that was asked for; holds a few lines a rule, however many
/// there are.
class Answer {
  public:
    /// `judge` has the messages; it is asked for them only when there is something to say.
    Answer(const std::string& format, pipeline::Judge& judge, const std::string& language, bool single)
        : format_(format), judge_(judge), language_(language), single_(single), sarif_(language) {}

    void add(const xml::Document& report) {
        if (format_ == "text") {
            std::cout << (hits_.reports() == 0 ? "" : "\n") << report::text_face(report, messages(), text_options());
        } else if (format_ == "json") {
            add_json(report::json_face(report));
        } else if (format_ == "csv") {
            std::cout << (hits_.reports() == 0 ? report::csv_head(messages()) : "") << report::csv_rows(report, messages());
        } else if (format_ == "svrl") {
            std::cout << report::svrl_face(report).serialize();
        } else if (format_ == "xml") {
            std::cout << report.serialize();
        } else if (format_ == "sarif") {
            std::cout << sarif_.add(report);
        }
        hits_.add(report);
    }

    bool any() const { return hits_.reports() > 0; }
    void finish() {
        if (format_ == "json" && !single_) std::cout << (hits_.reports() == 0 ? "[]\n" : "\n]\n");
        if (format_ == "hits") std::cout << hits_.csv(messages());
        if (format_ == "text" && !single_ && !hits_.empty()) std::cout << '\n' << hits_.text(messages(), kMostHits);
        if (format_ == "sarif") std::cout << sarif_.finish();
    }

  private:
    static constexpr std::size_t kMostHits = 5;

    /// One object, or an array of them.
    void add_json(std::string text) {
        if (single_) {
            std::cout << text;
            return;
        }
        while (!text.empty() && text.back() == '\n') text.pop_back();
        std::string indented(hits_.reports() == 0 ? "[\n  " : ",\n  ");
        for (const char c : text) {
            indented += c;
            if (c == '\n') indented += "  ";
        }
        std::cout << indented;
    }
    const report::Messages& messages() { return judge_.messages(language_); }

    std::string format_;
    pipeline::Judge& judge_;
    std::string language_;
    bool single_;
    report::HitList hits_;
    report::SarifStream sarif_;
};

std::vector<xml::Document> earlier_reports(const Session& session, const std::string& path) {
    constexpr std::uint64_t kMaxBytes = 256u << 20;
    if (path.empty()) return {};
    return report::read_reports(session.disk.read(path, kMaxBytes), path);
}

/// Says on the side what concerns that file, in the language of --lang; with --json in English, as all failures are.
void note(const Session& session, const std::string& file, const std::string& what) {
    std::cerr << "irikteu: " << file << ": " << (session.json ? what : refusal(Wording(session), what)) << '\n';
}

/// 1 in place of 0 where warnings are asked to fail as well.
int status_of(const xml::Document& report, const std::string& fail_on) {
    const int status = pipeline::exit_status_of(pipeline::verdict_of(report));
    const bool warned = report.root().first_element("counts").attribute_or("warnings", "0") != "0";
    return status == 0 && warned && fail_on == "warning" ? 1 : status;
}

/// competition.xml, or a folder that has one: its inbox is checked, with what the register says of each dossier.
bool is_competition(const base::Disk& disk, const std::string& path) {
    return name_of(path) == "competition.xml" || (disk.is_folder(path) && disk.exists(base::join_path(path, "competition.xml")));
}

/// The dossiers that are to be examined: as registered, then the others by name; without those withdrawn. `record`: what is said of competition.xml.
std::vector<std::string> dossiers_of(const base::Disk& disk, const pipeline::Competition& competition, const xml::Document& record) {
    std::vector<std::string> names = competition.registered();
    for (const pipeline::InboxItem& item : pipeline::list_inbox(disk, competition.inbox()))
        if (!competition.entry(item.name)) names.push_back(item.name);
    std::erase_if(names, [withdrawn = pipeline::withdrawn_by(pipeline::notices_of(competition, record))](const std::string& name) { return withdrawn.contains(name); });
    return names;
}

/// Whether an entry of a folder is a dossier by itself: a .zip, a folder with dossier.xml, an .xml that begins as a dossier.
bool is_dossier(const base::Disk& disk, const std::string& folder, const base::DirectoryEntry& entry) {
    constexpr std::uint64_t kMaxBytes = 64u << 20;
    const std::string path = base::join_path(folder, entry.name);
    if (entry.kind == base::DirectoryEntry::Kind::folder) return disk.exists(base::join_path(path, "dossier.xml"));
    if (entry.kind != base::DirectoryEntry::Kind::file) return false;
    if (entry.name.ends_with(".zip")) return true;
    if (!entry.name.ends_with(".xml")) return false;
    try {
        return disk.read(path, kMaxBytes).substr(0, 4096).find("urn:irikteu:dossier:1") != std::string::npos;
    } catch (const base::Error&) {
        return false;
    }
}

/// A folder of several dossiers that is no competition: each is taken by itself, and that is said. Anything else is one dossier or document.
std::vector<std::string> dossiers_in(const base::Disk& disk, const std::string& path) {
    if (!disk.is_folder(path) || disk.exists(base::join_path(path, "dossier.xml"))) return {path};
    std::vector<std::string> found;
    std::size_t dossiers = 0;
    for (const base::DirectoryEntry& entry : disk.list(path)) {
        if (entry.name.starts_with('.')) continue;
        found.push_back(base::join_path(path, entry.name));
        dossiers += is_dossier(disk, path, entry);
    }
    if (dossiers < 2) return {path};
    std::sort(found.begin(), found.end());
    return found;
}

/// The paths with such folders taken apart.
std::vector<std::string> taken_apart(const Session& session, const std::vector<std::string>& paths) {
    std::vector<std::string> all;
    for (const std::string& path : paths) {
        if (is_competition(session.disk, path)) {
            all.push_back(path);
            continue;
        }
        const std::vector<std::string> found = dossiers_in(session.disk, path);
        if (found.size() > 1) {
            const std::string above = std::filesystem::path(path).lexically_normal().append("..").lexically_normal().string();
            const bool registered = session.disk.exists(base::join_path(above, "competition.xml"));
            std::cerr << "irikteu: " << path << ": holds " << found.size() << " dossiers, and each is checked by itself; "
                      << (registered ? "with the register and the terms: irikteu check " + above : "with a register: irikteu check COMPETITION, a folder with competition.xml and inbox/") << '\n';
        }
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

/// Dossiers of one applicant for one cluster among those that were checked.
class Twins {
  public:
    void add(const xml::Document& report) {
        const xml::Node identity = report.root().first_element("identity");
        if (!identity) return;
        const std::string key = pipeline::twin_key(identity.child_text("applicant_name"), identity.child_text("cluster_name"));
        if (!key.empty()) names_[key].emplace_back(report.root().attribute_or("dossier", ""));
    }
    void tell(const report::Messages& messages) const {
        for (const auto& [key, names] : names_) {
            if (names.size() > 1) std::cerr << "irikteu: " << messages.say("summary.twins", {listed(names)}) << '\n';
        }
    }
    bool any() const {
        return std::any_of(names_.begin(), names_.end(), [](const auto& one) { return one.second.size() > 1; });
    }

  private:
    std::map<std::string, std::vector<std::string>> names_;
};

bool has_faults(const xml::Document& report) {
    const xml::Node counts = report.root().first_element("counts");
    for (const char* what : {"errors", "warnings", "undetermined"})
        if (counts.attribute_or(what, "0") != "0") return true;
    return false;
}

unsigned threads() { return std::max(1u, std::thread::hardware_concurrency()); }

int check(Session& session, CheckRequest request) {
    request.paths = taken_apart(session, request.paths);
    const std::string format = session.json ? "json" : request.format;
    pipeline::JudgeOptions options = session.engine_options();
    options.severities = request.severities;
    pipeline::Judge& judge = session.judge(std::move(options));
    const auto kind = kind_named(judge, request.kind);
    const std::vector<xml::Document> earlier = earlier_reports(session, request.against);
    if (earlier.size() == 1 && request.paths.size() > 1)
        throw base::Error(base::ErrorCode::usage, "--against holds one report, but there are several FILEs to compare with it", {request.against, 0, 0, {}});
    int status = 0;
    if (!is_competition(session.disk, request.paths.front())) judge.begin("1");  // The commoner stage; rules of another are compiled when a dossier wants them.
    bool single = request.paths.size() == 1;
    for (const std::string& path : request.paths) single = single && !is_competition(session.disk, path);
    if (!single && (format == "svrl" || format == "xml"))
        throw base::Error(base::ErrorCode::usage, "--format " + format + " is of one dossier: give one FILE");
    Answer answer(format, judge, session.language, single);
    Twins twins;
    const auto answer_with = [&](xml::Document report) {
        if (!earlier.empty()) {
            const xml::Document& before = report::report_on(earlier, std::string(report.root().attribute_or("dossier", "")), request.against);
            if (const std::string doubt = report::doubt_of_sameness(report, before, request.against); !doubt.empty())
                note(session, request.against, doubt);
            report::compare(report, before);
        }
        status = more_severe(status, status_of(report, request.fail_on));
        answer.add(report);
        if (!single) twins.add(report);
    };
    // Dossiers are examined on all processors and answered in their order; a competition sets how the act is read.
    using Report = std::optional<xml::Document>;
    const auto examine = [&](const std::string& path) -> Report {
        if (format != "json" && !session.disk.exists(path)) return std::nullopt;  // Mistyped: a report on it would only hide that.
        return pipeline::examine_file(judge, path, name_of(path), kind).report;
    };
    const auto answer_on = [&](const std::string& path, Report report) {
        if (report) return answer_with(std::move(*report));
        note(session, path, "no such file or folder");
        status = more_severe(status, 3);
    };
    const auto answer_competition = [&](const std::string& path) {
        if (kind) throw base::Error(base::ErrorCode::usage, "--kind is of single documents, and this is a competition", {path, 0, 0, {}});
        const pipeline::Competition competition = pipeline::Competition::load(session.disk, path, judge.competition_schema());
        judge.read_act_for(competition);
        const checks::Checker& checker = judge.checker();
        xml::Document record = checker.check_competition(competition.document());
        const std::vector<std::string> names = dossiers_of(session.disk, competition, record);
        if (has_faults(record)) answer_with(std::move(record));
        pipeline::in_order<Report>(
            names.size(), threads(), [&](std::size_t n) { return pipeline::examine(judge, base::join_path(competition.inbox(), names[n]), names[n], &competition).report; },
            [&](Report report) { answer_with(std::move(*report)); });
        judge.read_act_plainly();  // What it set is nobody else's.
    };
    const auto answer_all = [&] {
        for (std::size_t first = 0; first < request.paths.size();) {
            std::size_t end = first;
            while (end < request.paths.size() && !is_competition(session.disk, request.paths[end])) ++end;
            if (end == first) {
                answer_competition(request.paths[first++]);
                continue;
            }
            if (end - first > 1) judge.checker();  // The threads share what is made here.
            pipeline::in_order<Report>(
                end - first, threads(), [&](std::size_t n) { return examine(request.paths[first + n]); },
                [&, n = first](Report report) mutable { answer_on(request.paths[n++], std::move(report)); });
            first = end;
        }
    };
    try {
        answer_all();
    } catch (...) {
        if (answer.any()) answer.finish();  // What was answered so far stands whole: a list that a program reads is closed. An empty one would say that nothing is wrong.
        throw;
    }
    answer.finish();
    if (twins.any()) twins.tell(judge.messages(session.language));
    return status;
}

/// An element as a program without an XML parser takes it: its name, its attributes, and texts and elements in their order.
nlohmann::ordered_json tree_json(xml::Node element) {
    nlohmann::ordered_json json = {{"element", element.name()}};
    for (const xml::Node attribute : element.attributes()) json["attributes"][std::string(attribute.name())] = attribute.content();
    for (xml::Node child = element.first_child(); child; child = child.next_sibling()) {
        if (child.is_element()) json["content"].push_back(tree_json(child));
        else if (child.kind() == xml::Node::Kind::text && !xml::trim(child.content()).empty()) json["content"].push_back(child.content());
    }
    return json;
}

}  // namespace

void add_check(Command app, Session& session, Action& action) {
    auto request = std::make_shared<CheckRequest>();
    const Command command = app.add_command("check", "Check dossiers or single documents and say what is wrong with them");
    end_help(command, {{"irikteu check my-dossier.zip", "findings in Kazakh, the most serious first"},
                       {"irikteu check concept.docx", "one document by itself"},
                       {"irikteu check --kind road-map plan.docx", "whatever its title says"},
                       {"irikteu check --lang ru dossier-folder", "the same in Russian"},
                       {"irikteu check --json a.xml b.zip", "for a program"},
                       {"irikteu check --format csv COMPETITION > findings.csv", "a whole inbox as a table; --format hits: its commonest defects"},
                       {"irikteu check --json d.zip > first.json; irikteu check d.zip --against first.json", "what was mended since, what is still open, what is new"}});
    command.add_option("FILE", request->paths, "A dossier (a folder, a .zip, an .xml), one document of it (.docx, .xml, a PDF form filled in), or a competition\n(its folder or competition.xml): every dossier of its inbox. Of a folder that holds several dossiers, each").required().type_name("");
    command.add_option("--kind", request->kind, "What a single document is: application, concept, local-conclusion, strategy,\nroad-map, inventory … [by its content]").type_name("KIND");
    command.add_option("--format", request->format, "text, json, xml (report.xsd), svrl, sarif, csv (a line a finding), hits (csv of the\ncommonest defects)")
        .shows_default().one_of({"text", "json", "xml", "svrl", "sarif", "csv", "hits"}).type_name("FORMAT");
    command.add_option("--against", request->against, "An earlier report on the dossier, report.xml or JSON: say what was mended, what is\nstill open, what is new").type_name("OLD-REPORT");
    command.add_option("--severities", request->severities, "File of an organisation that weighs faults otherwise than the act (schema/severities.xsd)").type_name("FILE");
    command.add_option("--fail-on", request->fail_on, "Exit status 1 from which severity on: error, warning").shows_default().one_of({"error", "warning"}).type_name("SEVERITY");
    command.when_chosen([&session, &action, request, command] {
        action = [&session, request, command] {
            refuse_json_and_other_format(session, command);
            return check(session, *request);
        };
    });
}

void add_read(Command app, Session& session, Action& action) {
    auto path = std::make_shared<std::string>();
    const Command command = app.add_command("read", "Write the canonical dossier XML of what the reader sees; --json: the same tree as JSON");
    end_help(command, {{"irikteu read concept.docx", "its sections, tables and text, and what was set aside"},
                       {"irikteu read dossier.zip > seen.xml", "the whole dossier in one file"}});
    command.add_option("FILE", *path, "A dossier (folder, .zip, .xml), or one document of it: .docx, .xml, a PDF form that was filled in").required().type_name("");
    command.when_chosen([&session, &action, path] {
        action = [&session, path] {
            // Left to the end of the process, which frees it at once and not node by node.
            static const auto* const dossier = new xml::Document(readers::read_dossier(session.disk, *path, {}));
            const xml::Node only = dossier->root().first_element();
            if (!only || (only.name() == "documents" && !only.first_element())) {
                throw base::Error(base::ErrorCode::unreadable_file, "holds nothing to read", {*path, 0, 0, {}});
            }
            if (session.json) std::cout << tree_json(dossier->root()).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
            else std::cout << dossier->serialize();
            return 0;
        };
    });
}

}  // namespace irikteu::cli
