#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/disk.hpp"
#include "cli/arguments.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/judge.hpp"
#include "seal/signed_form.hpp"

namespace irikteu::cli {

/// How a file is compared with what it is said to sign; null in the parts that read no signatures.
using SignedFormCheck = seal::SignedForm (*)(std::string_view file, std::string_view original, base::Moment now);

/// What every command gets: the disk, where the data is, and how answers are wanted.
struct Session {
    base::RealDisk disk;
    std::string data_folder;      ///< "…/share/irikteu"; --data.
    std::string act = "kz-535-2015";
    std::string house_style;      ///< An organisation's stylesheet over templates/style; --house.
    std::string language = "kk";  ///< Of findings: kk, ru, en.
    bool language_given = false;  ///< --lang stands on the command line.
    bool json = false;
    bool allow_unknown_fonts = false;

    SignedFormCheck signed_form = nullptr;

    pipeline::EngineOptions engine_options() const;
    /// The judge of a command that ends with its answer. It is never taken apart, for that costs time and the process ends.
    pipeline::Judge& judge(pipeline::JudgeOptions options);

    Session() = default;
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
};

/// Runs the command that was chosen on the command line; gives the exit status.
using Action = std::function<int()>;

/// Each adds one command to the program; when that is chosen, it sets `action`.
void add_run(Command app, Session& session, Action& action);
void add_check(Command app, Session& session, Action& action);
void add_read(Command app, Session& session, Action& action);
void add_validate(Command app, Session& session, Action& action);
void add_render(Command app, Session& session, Action& action);
void add_archive(Command app, Session& session, Action& action);
void add_document(Command app, Session& session, Action& action);
void add_blank(Command app, Session& session, Action& action);
void add_templates(Command app, Session& session, Action& action);
void add_sign(Command app, Session& session, Action& action);
void add_verify(Command app, Session& session, Action& action);
void add_terms(Command app, Session& session, Action& action);
void add_coverage(Command app, Session& session, Action& action);

using AddCommand = void (*)(Command app, Session& session, Action& action);
/// A program of these commands: reads the arguments, runs one command, gives the exit status.
int run_with(std::span<const AddCommand> commands, int argc, char** argv, SignedFormCheck signed_form = nullptr);

/// The more severe of two exit statuses, in the order 70, 4, 3, 2, 1, 0.
int more_severe(int a, int b);

}  // namespace irikteu::cli
