#include "cli/program.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/memory.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/misuse.hpp"
#include "cli/refusal.hpp"

namespace irikteu::cli {

using base::Error;

namespace {

constexpr int kInternalError = 70;

/// The folder share/irikteu beside the program, or beside its bin folder.
std::string beside_program() {
    std::array<char, 4096> path{};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    std::string folder(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    const auto up = [&folder] { folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/')); };
    up();
    if (base::RealDisk().is_folder(folder + "/share/irikteu")) return folder + "/share/irikteu";
    up();
    return folder + "/share/irikteu";
}

pipeline::Judge* kept_judge = nullptr;

/// One line to the standard error, whole, whichever thread says it: the answer of a command stays what it is.
void warn(const Session& session, const layout::Overflow& overflow) {
    static std::mutex one_at_a_time;
    const base::SourcePosition& where = overflow.where;
    std::string line;
    if (session.json) {
        nlohmann::json json = {{"warning", overflow.what}, {"file", where.file}};
        if (overflow.more > 0) json["more"] = overflow.more;
        else json["line"] = where.line;
        line = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    } else {
        line = "irikteu: warning: " + where.file + (where.line > 0 ? ":" + std::to_string(where.line) : "") + ": " + (overflow.more > 0 ? said_of_more(session, overflow) : overflow.what);
    }
    const std::lock_guard lock(one_at_a_time);
    std::cerr << line << '\n';
}

/// The status, unless the answer did not get out.
int after_answering(const Session& session, int status) {
    std::cout.flush();
    if (!std::cout) return explain(session, Error(base::ErrorCode::environment, "the answer cannot be written", {"standard output", 0, 0, {}}));
    return status;
}

/// "irikteu help check" and "irikteu version" for those who look for them so.
std::vector<char*> usual_spelling(const CLI::App& app, int argc, char** argv) {
    static char help[] = "--help", version[] = "--version";
    std::vector<char*> words(argv, argv + argc);
    if (argc > 1 && std::string_view(argv[1]) == "version") words[1] = version;
    if (argc > 1 && std::string_view(argv[1]) == "help") {
        words.erase(words.begin() + 1);
        // Of "irikteu help nosuch" the unknown word is left, and said to be none: --help would hide it.
        const auto is_named = [&words](const CLI::App* command) { return command->get_name() == words[1]; };
        if (words.size() < 2 || words[1][0] == '-' || !app.get_subcommands(is_named).empty()) words.push_back(help);
    }
    words.push_back(nullptr);
    return words;
}

/// Folders and files that the program's own options name are there, or it is said which are not: whoever mistypes one would look
/// for the fault in the installation.
void expect_named(const Session& session, bool act_given) {
    const pipeline::EngineOptions options = session.engine_options();
    if (!session.data_folder.empty() && !session.disk.is_folder(options.templates_folder))
        throw Error(base::ErrorCode::usage, "--data: holds no folder templates", {session.data_folder, 0, 0, {}});
    if (!session.house_style.empty() && !session.disk.exists(session.house_style))
        throw Error(base::ErrorCode::usage, "--house: there is no such file", {session.house_style, 0, 0, {}});
    const auto is_act = [&](const std::string& id) { return session.disk.exists(base::join_path(base::join_path(options.templates_folder, id), "act.xml")); };
    if (!act_given || !session.disk.is_folder(options.templates_folder) || is_act(session.act)) return;
    std::string known;
    for (const base::DirectoryEntry& entry : session.disk.list(options.templates_folder)) {
        if (is_act(entry.name)) known += (known.empty() ? "" : ", ") + entry.name;
    }
    throw Error(base::ErrorCode::usage, "--act " + session.act + ": there is no such act; there are " + known, {options.templates_folder, 0, 0, {}});
}

}  // namespace

pipeline::EngineOptions Session::engine_options() const {
    pipeline::EngineOptions options;
    const std::string folder = data_folder.empty() ? beside_program() : data_folder;
    options.templates_folder = base::join_path(folder, "templates");
    options.fonts_folder = base::join_path(folder, "fonts");
    options.act = act;
    options.house_style = house_style;
    options.overflow = [this](const layout::Overflow& overflow) { warn(*this, overflow); };
    options.font_trust = allow_unknown_fonts ? pdf::FontTrust::trust_files : pdf::FontTrust::verify;
    return options;
}

pipeline::Judge& Session::judge(pipeline::JudgeOptions options) {
    kept_judge = new pipeline::Judge(disk, std::move(options));
    return *kept_judge;
}

Session::~Session() {
    if (kept_judge != nullptr) kept_judge->rest();
}

int more_severe(int a, int b) {
    for (int status : {kInternalError, 4, 3, 2, 1}) {
        if (a == status || b == status) return status;
    }
    return 0;
}

int run_with(std::span<const AddCommand> commands, int argc, char** argv, SignedFormCheck signed_form) {
    std::ios::sync_with_stdio(false);
    base::reuse_memory();
    Session session;
    session.signed_form = signed_form;
    Action action;
    CLI::App app("irikteu checks the dossiers of the selection of territorial clusters (Government decree No. 535 of\n"
                 "16 July 2015), writes the procedure's Kazakh documents as PDF, and keeps what was issued.", "irikteu");
    app.set_version_flag("--version", pipeline::engine_version());
    app.set_help_all_flag("--help-all", "Help of all commands");
    const Command program(&app);
    end_help(program, {{"irikteu run samples/kz-535-2015/competition-1 --out build/demo", "check a whole inbox, issue and archive the documents"},
                   {"irikteu check my-dossier.zip", "what is missing before I hand in?"},
                   {"irikteu render form.fo -o form.pdf", "a page as PDF/A-3a and PDF/UA-1"},
                   {"irikteu archive verify build/demo/archive", "has anything changed since it was issued?"},
                   {"irikteu COMMAND --help", "each command's options and examples"}});
    app.require_subcommand(1);
    app.fallthrough();
    program.add_option("--data", session.data_folder, "Folder with templates/ and fonts/ [beside the program]").type_name("DIR");
    const Option act = program.add_option("--act", session.act, "Folder of the act under templates/").shows_default().type_name("ID");
    program.add_option("--house", session.house_style, "Stylesheet that overrides the house style of documents").type_name("HOUSE.xsl");
    const Option language = program.add_option("--lang", session.language, "Language of findings; sign, verify, archive, validate and render answer in English unless it is given; misuse is explained in English").shows_default().one_of({"kk", "ru", "en"});
    program.add_flag("--json", session.json, "Answer in JSON, for programs; failures and warnings too, an object a line");
    program.add_flag("--allow-unknown-fonts", session.allow_unknown_fonts, "Use font files whose SHA-256 is not in the manifest");
    for (AddCommand add : commands) add(program, session, action);
    std::vector<char*> words = usual_spelling(app, argc, argv);
    argc = static_cast<int>(words.size()) - 1, argv = words.data();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return after_answering(session, app.exit(error, std::cout, std::cerr));
        std::cerr << explain_misuse(app, argc, argv, error);
        return 2;
    }
    session.language_given = language.given();
    try {
        expect_named(session, act.given());
        return after_answering(session, action());
    } catch (const Error& error) {
        return explain(session, error);
    } catch (const std::filesystem::filesystem_error& error) {  // A folder without rights, a full disk.
        return explain(session, Error(base::ErrorCode::environment, error.code().message(), {error.path1().string(), 0, 0, {}}));
    } catch (const std::bad_alloc&) {
        return explain(session, Error(base::ErrorCode::environment, "out of memory"));
    } catch (const std::exception& error) {
        std::cerr << "irikteu: internal error: " << error.what() << '\n';
        return kInternalError;
    }
}

}  // namespace irikteu::cli
