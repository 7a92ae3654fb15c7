#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <memory>

#include "act/functions.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/moment.hpp"
#include "cli/wording.hpp"
#include "layout/objects.hpp"
#include "pipeline/agreement.hpp"
#include "xml/large_heap.hpp"
#include "xml/stylesheet.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxInputBytes = 512u << 20;
constexpr std::size_t kWorthLargeHeap = 512u << 10;  ///< Bytes of input.

struct Arguments {
    std::string input, output, stylesheet, moment;
    bool attach = false, verify = false, verify_all = false;
};

constexpr std::size_t kMostListed = 20;

xml::Document formatting_objects(Session& session, pipeline::Engine& engine, const Arguments& arguments, const xml::Document& input) {
    // Whoever names a stylesheet here trusts it: it may import what it likes from this disk, but not from the network.
    const std::string path = std::filesystem::weakly_canonical(arguments.stylesheet).string();
    const auto stylesheet = xml::Stylesheet::load(session.disk, path, "/");
    const xml::FunctionLibrary functions = act::language_functions([&engine]() -> const act::Act& { return engine.act(); });
    xml::Document made = stylesheet.apply(input, {}, functions);
    const xml::Node root = made.root();
    if (!root) throw Error(ErrorCode::invalid, "this template makes no element of these data: it has to make fo:root", {arguments.stylesheet, 0, 0, {}});
    if (!root.is_element("root", layout::kFoNamespace)) {
        const std::string space = root.name() == "root" ? " of the namespace \"" + std::string(root.namespace_uri()) + '"' : "";
        throw Error(ErrorCode::invalid, "this template makes " + xml::qualified_name(root) + space + ", not fo:root", {arguments.stylesheet, root.line(), 0, {}});
    }
    return made;
}

void list(const Wording& words, const char* head, const std::vector<pipeline::StatedText>& texts, const std::string& file) {
    if (texts.empty()) return;
    std::cerr << words.say(head) << ":\n";
    for (std::size_t i = 0; i < std::min(texts.size(), kMostListed); ++i) {
        std::cerr << "  " << file << ':' << texts[i].line << ": " << texts[i].path << ": " << texts[i].text << (texts[i].off_page ? " (" + words.say("render.off-page") + ")\n" : "\n");
    }
    if (texts.size() > kMostListed) std::cerr << "  " << words.say("render.more", {std::to_string(texts.size() - kMostListed)}) << '\n';
}

nlohmann::ordered_json to_json(const std::vector<pipeline::StatedText>& texts) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const pipeline::StatedText& text : texts) {
        list.push_back({{"line", text.line}, {"path", text.path}, {"text", text.text}});
        if (text.off_page) list.back()["off_page"] = true;
    }
    return list;
}

/// Exit status 1 where the file lacks a text that it should show; with --verify-all also where it lacks a value of the data.
int verify(const Session& session, const Arguments& arguments, const std::string& pdf, const xml::Document& fo, const xml::Document& input) {
    const bool templated = !arguments.stylesheet.empty();
    const auto agreement = pipeline::compare_with_pdf(pdf, fo, templated ? &input : nullptr);
    if (session.json) {
        nlohmann::ordered_json answer = {{"file", arguments.output}, {"texts", agreement.texts}, {"missing", to_json(agreement.missing)}};
        if (templated) answer["values"] = agreement.values, answer["unshown"] = to_json(agreement.unshown);
        (arguments.output == "-" ? std::cerr : std::cout) << answer.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return agreement.missing.empty() && (!arguments.verify_all || agreement.unshown.empty()) ? 0 : 1;
    }
    const Wording words(session);
    list(words, "render.missing", agreement.missing, fo.source());
    list(words, "render.unshown", agreement.unshown, arguments.input);
    std::cerr << words.say("render.verified", {std::to_string(agreement.texts - agreement.missing.size()), std::to_string(agreement.texts)});
    if (templated) std::cerr << ", " << words.say("render.verified-values", {std::to_string(agreement.values - agreement.unshown.size()), std::to_string(agreement.values)});
    std::cerr << '\n';
    return agreement.missing.empty() && (!arguments.verify_all || agreement.unshown.empty()) ? 0 : 1;
}

int render(Session& session, const Arguments& arguments) {
    if (!session.house_style.empty())
        session.engine_options().overflow({{session.house_style, 0, 0, {}}, "--house has no effect on render: a stylesheet of --template imports it itself", layout::Overflow::Kind::passed_over});
    expect_name_of(arguments.output, "pdf", {arguments.input, arguments.stylesheet});
    pipeline::Engine engine(session.disk, session.engine_options());
    xml::Limits limits;
    limits.max_bytes = kMaxInputBytes;
    limits.max_nodes = 250'000'000;
    const bool verified = arguments.verify || arguments.verify_all;
    std::string bytes = session.disk.read(arguments.input, kMaxInputBytes);
    if (bytes.size() >= kWorthLargeHeap) xml::use_large_heap();
    xml::Document input = xml::Document::parse(bytes, arguments.input, limits);
    // The process ends soon after: taking a tree of a million nodes apart would only keep the user waiting.
    static auto& fo = *new xml::Document;
    fo = arguments.stylesheet.empty() ? std::move(input) : formatting_objects(session, engine, arguments, input);
    if (!verified) input = {};
    std::vector<layout::Attachment> attachments;
    if (arguments.attach) attachments.push_back({"source.xml", std::move(bytes), "application/xml", "Source data (XML)", "Source"});
    bytes = {};
    pipeline::RenderHints hints;
    const std::filesystem::path file(arguments.input);
    hints.of_others = true;
    hints.title = file.stem().string();
    hints.image_folders = {file.parent_path().string()};
    if (!arguments.stylesheet.empty()) hints.image_folders.push_back(std::filesystem::path(arguments.stylesheet).parent_path().string());
    const auto moment = moment_wanted(arguments.moment);
    const std::string pdf = about_file(arguments.input, [&] { return engine.render(fo, std::move(attachments), moment, hints); });
    write_output(session, arguments.output, pdf, {arguments.input, arguments.stylesheet});
    return verified ? verify(session, arguments, pdf, fo, input) : 0;
}

}  // namespace

void add_render(Command app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command("render", "XSL-FO, or data through an XSLT template, to PDF/A-3a and PDF/UA-1");
    end_help(command, {{"irikteu render form.fo -o form.pdf", "XSL-FO as it stands"},
                       {"irikteu render --template letter.xsl data.xml -o letter.pdf --attach", "data through a template; the data goes into the PDF as well"},
                       {"irikteu render --template letter.xsl data.xml -o letter.pdf --verify", "and see whether the finished PDF says what the data say"},
                       {"irikteu render form.fo -o - | lp", "to standard output"}});
    command.add_option("INPUT", arguments->input, "The .fo; with --template, the data").required();
    command.add_option("--template", arguments->stylesheet, "XSLT 1.0 stylesheet that makes XSL-FO of the data").type_name("T.xsl");
    command.add_option("-o,--out", arguments->output, "The PDF to write; - is standard output").required().type_name("FILE");
    command.add_option("--date", arguments->moment, "Moment of issue in the file's metadata, as 2015-10-09T10:00:00+06:00 "
                                                     "[SOURCE_DATE_EPOCH, else what the document says, else none]");
    command.add_flag("--attach", arguments->attach, "Put the input into the PDF as an attachment");
    command.add_flag("--verify", arguments->verify, "Take the text back out of the finished PDF and compare it: exit status 1 where it lacks a text of the "
                                                     "formatting objects; values of the data that it does not show are listed");
    command.add_flag("--verify-all", arguments->verify_all, "The same, and exit status 1 also where it does not show a value of the data");
    command.when_chosen([&session, &action, arguments] { action = [&session, arguments] { return render(session, *arguments); }; });
}

}  // namespace irikteu::cli
