#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>

#include "act/functions.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "xml/stylesheet.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxInputBytes = 512u << 20;
constexpr std::uint64_t kMaxImageBytes = 64u << 20;

struct Arguments {
    std::string input, output, stylesheet, moment;
    bool attach = false;
};

/// The moment that the document bears: --date, else SOURCE_DATE_EPOCH, else what the document itself says.
std::optional<base::Moment> moment_of(const Arguments& arguments) {
    if (!arguments.moment.empty()) {
        const auto moment = base::Moment::parse(arguments.moment);
        if (!moment) throw Error(ErrorCode::usage, "--date needs a moment as 2015-10-09T10:00:00+06:00");
        return moment;
    }
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        char* end = nullptr;
        const long long seconds = std::strtoll(epoch, &end, 10);
        if (end != epoch && *end == '\0') return base::Moment{seconds, 0};
    }
    return std::nullopt;
}

xml::Document formatting_objects(Session& session, pipeline::Engine& engine, const Arguments& arguments, const xml::Document& input) {
    if (arguments.stylesheet.empty()) return input.clone();
    // Whoever names a stylesheet here trusts it: it may import what it likes from this disk, but not from the network.
    const std::string path = std::filesystem::weakly_canonical(arguments.stylesheet).string();
    const auto stylesheet = xml::Stylesheet::load(session.disk, path, "/");
    const xml::FunctionLibrary functions = act::language_functions(engine.act());
    return stylesheet.apply(input, {}, functions);
}

int render(Session& session, const Arguments& arguments) {
    pipeline::Engine engine(session.disk, session.engine_options());
    xml::Limits limits;
    limits.max_bytes = kMaxInputBytes;
    limits.max_nodes = 100'000'000;
    const std::string bytes = session.disk.read(arguments.input, kMaxInputBytes);
    const xml::Document input = xml::Document::parse(bytes, arguments.input, limits);
    const xml::Document fo = formatting_objects(session, engine, arguments, input);
    std::vector<layout::Attachment> attachments;
    if (arguments.attach) attachments.push_back({"source.xml", bytes, "application/xml", "Source data (XML)", "Source"});
    // Images stand beside the document, or where their absolute path says; nothing is fetched from a network.
    layout::FormatOptions options;
    const std::filesystem::path folder = std::filesystem::path(arguments.input).parent_path();
    options.load_image = [&session, folder](std::string_view uri) {
        if (uri.substr(0, 7) == "file://") uri.remove_prefix(7);
        if (uri.substr(0, 5) == "file:") uri.remove_prefix(5);
        return session.disk.read((folder / std::filesystem::path(uri)).string(), kMaxImageBytes);
    };
    const std::string pdf = engine.render(fo, std::move(attachments), moment_of(arguments), options);
    if (arguments.output == "-") {
        std::cout << pdf;
    } else {
        session.disk.write(arguments.output, pdf);
    }
    return 0;
}

}  // namespace

void add_render(CLI::App& app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("render", "XSL-FO, or data through an XSLT template, to PDF/A-3a and PDF/UA-1");
    end_help(*command, {{"irikteu render form.fo -o form.pdf", "XSL-FO as it stands"},
                        {"irikteu render --template letter.xsl data.xml -o letter.pdf --attach", "data through a template; the data goes into the PDF as well"},
                        {"irikteu render form.fo -o - | lp", "to standard output"}});
    command->add_option("INPUT", arguments->input, "The .fo; with --template, the data")->required();
    command->add_option("--template", arguments->stylesheet, "XSLT 1.0 stylesheet that makes XSL-FO of the data")->type_name("T.xsl");
    command->add_option("-o,--out", arguments->output, "The PDF to write; - is standard output")->required()->type_name("FILE");
    command->add_option("--date", arguments->moment, "Moment of issue in the file's metadata, as 2015-10-09T10:00:00+06:00 "
                                                     "[SOURCE_DATE_EPOCH, else what the document says, else none]");
    command->add_flag("--attach", arguments->attach, "Put the input into the PDF as an attachment");
    command->callback([&session, &action, arguments] { action = [&session, arguments] { return render(session, *arguments); }; });
}

}  // namespace irikteu::cli
