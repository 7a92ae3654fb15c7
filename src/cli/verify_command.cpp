#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/moment.hpp"
#include "seal/verification.hpp"

namespace irikteu::cli {

namespace {

using Json = nlohmann::ordered_json;
using sign::Answer;
using sign::Check;

constexpr std::uint64_t kMostPdfBytes = 512u << 20;

struct Arguments {
    std::vector<std::string> files, trust, evidence;
    std::string moment;
    bool fetch = false;
};

struct NamedCheck {
    const char* name;
    const Check* check;
};

std::vector<NamedCheck> checks_of(const seal::SignatureReport& report) {
    const sign::Verification& found = report.verification;
    return {{"coverage", &report.coverage}, {"integrity", &found.integrity},   {"signature", &found.signature}, {"signing_certificate", &found.signing_certificate},
            {"time", &found.time},          {"chain", &found.chain},           {"revocation", &found.revocation}};
}

int status_of(Answer answer) { return answer == Answer::valid ? 0 : answer == Answer::invalid ? 1 : 3; }

Json to_json(const seal::SignatureReport& report) {
    const sign::Verification& found = report.verification;
    Json json = {{"field", report.signature.field},
                 {"kind", report.signature.kind == pdf::FileSignature::Kind::signature ? "signature" : "document time stamp"},
                 {"format", report.signature.sub_filter},
                 {"answer", sign::to_string(report.answer())},
                 {"byte_range", report.signature.byte_range}};
    if (report.signature.certification != 0) json["certification"] = report.signature.certification;
    if (found.signer) {
        json["signer"] = {{"name", found.signer->common_name()}, {"subject", found.signer->subject()}, {"issuer", found.signer->issuer()},
                          {"serial_number", found.signer->serial_number()}};
    }
    json["as_of"] = found.as_of.iso();
    if (found.timestamp) json["timestamp"] = found.timestamp->iso();
    if (!report.signature.claimed_time.empty()) json["claimed_time"] = report.signature.claimed_time;
    if (!found.digest_algorithm.empty()) json["algorithms"] = {found.digest_algorithm, found.signature_algorithm};
    for (const auto& [name, check] : checks_of(report)) json["checks"][name] = {{"answer", sign::to_string(check->answer)}, {"reason", check->reason}};
    return json;
}

Json to_json(const std::string& path, const seal::FileReport& report) {
    Json json = {{"file", path}, {"answer", report.signatures.empty() ? "not signed" : sign::to_string(report.answer())}, {"signatures", Json::array()}, {"open_fields", Json::array()}};
    for (const auto& one : report.signatures) json["signatures"].push_back(to_json(one));
    for (const auto& field : report.open_fields) json["open_fields"].push_back(field.name);
    return json;
}

void print(const std::string& path, const seal::FileReport& report) {
    std::cout << path << ": " << (report.signatures.empty() ? "not signed" : sign::to_string(report.answer()));
    // Valid says nothing of those who have not signed.
    if (!report.signatures.empty() && !report.open_fields.empty()) std::cout << ", but " << report.open_fields.size() << " not signed yet";
    std::cout << '\n';
    for (const auto& one : report.signatures) {
        std::cout << "  " << one.signature.field << ": " << sign::to_string(one.answer());
        if (one.verification.signer) std::cout << ", " << one.verification.signer->common_name();
        std::cout << '\n';
        for (const auto& [name, check] : checks_of(one)) {
            std::string label = name;
            label.resize(20, ' ');
            std::cout << "    " << label << ' ' << sign::to_string(check->answer) << (check->reason.empty() ? "" : ": ") << check->reason << '\n';
        }
    }
    for (const auto& field : report.open_fields) std::cout << "  " << field.name << ": not signed yet\n";
}

seal::VerifyOptions options_of(Session& session, const Arguments& arguments, sign::Network& network) {
    seal::VerifyOptions options;
    for (const std::string& path : arguments.trust) options.trust.add(session.disk, path);
    for (const std::string& path : arguments.evidence) options.given.add_file(session.disk, path);
    options.now = arguments.moment.empty() ? base::SystemClock().now() : moment_given(arguments.moment, "--at");
    if (arguments.fetch) options.network = &network;
    return options;
}

int verify(Session& session, const Arguments& arguments) {
    sign::HttpNetwork network;
    const seal::VerifyOptions options = options_of(session, arguments, network);
    Json answers = Json::array();
    int status = 0;
    for (const std::string& path : arguments.files) {
        try {
            const seal::FileReport report = seal::verify_file(session.disk.read(path, kMostPdfBytes), options);
            status = more_severe(status, status_of(report.answer()));
            if (session.json) {
                answers.push_back(to_json(path, report));
            } else {
                print(path, report);
            }
        } catch (const base::Error& error) {  // One unreadable file does not keep the others from being verified.
            status = more_severe(status, error.exit_status());
            if (session.json) {
                answers.push_back({{"file", path}, {"answer", "not checked"}, {"reason", error.message()}});
            } else {
                std::cout << path << ": not checked: " << error.message() << '\n';
            }
        }
    }
    if (session.json) std::cout << (answers.size() == 1 ? answers[0] : answers).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return status;
}

}  // namespace

void add_verify(CLI::App& app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("verify", "Verify a PDF's signatures: exit 0 all valid, 1 invalid or none, 3 something could not be checked");
    end_help(*command, {{"irikteu verify protocol.pdf --trust roots.pem", "every signature: coverage, integrity, certificate, time, revocation"},
                        {"irikteu verify --json --at 2015-10-09T10:00:00+06:00 *.pdf --trust roots", "as of a moment, for a program"}});
    command->add_option("FILE", arguments->files, "PDFs, also of other makers")->required()->type_name("");
    command->add_option("--trust", arguments->trust, "Trusted certificates: a PEM file or a folder of them")->type_name("PEM");
    command->add_option("--at", arguments->moment, "Moment as of which is verified, as 2015-10-09T10:00:00+06:00 [now]")->type_name("MOMENT");
    command->add_option("--evidence", arguments->evidence, "CRLs, OCSP answers, certificates, beside what the file holds")->type_name("FILE");
    command->add_flag("--fetch", arguments->fetch, "Fetch missing revocation answers, from the http addresses that trusted certificates name");
    command->callback([&session, &action, arguments] { action = [&session, arguments] { return verify(session, *arguments); }; });
}

}  // namespace irikteu::cli
