#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/moment.hpp"
#include "cli/summary.hpp"
#include "cli/wording.hpp"
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
    bool fetch = false, strict = false;
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

/// "verify.notice.same-signer" …; of the notice's place in messages and JSON.
std::string kind_of(const seal::Notice& notice) {
    switch (notice.kind) {
        case seal::Notice::Kind::out_of_order: return "out-of-order";
        case seal::Notice::Kind::passed_over: return "passed-over";
        case seal::Notice::Kind::other_name: return "other-name";
        case seal::Notice::Kind::filled_later: return "filled-later";
        case seal::Notice::Kind::same_signer: break;
    }
    return "same-signer";
}

std::string what_of(const seal::Notice& notice, const Wording& words) { return words.say("verify.notice." + kind_of(notice), {notice.field, notice.other, notice.who}); }

Json to_json(const std::string& path, const seal::FileReport& report, const Wording& words) {
    Json json = {{"file", path}, {"answer", report.signatures.empty() ? "not signed" : sign::to_string(report.answer())}, {"signatures", Json::array()}, {"open_fields", Json::array()}};
    for (const auto& one : report.signatures) json["signatures"].push_back(to_json(one));
    for (const auto& field : report.open_fields) json["open_fields"].push_back(field.name);
    json["notices"] = Json::array();
    for (const auto& notice : report.notices) {
        Json one = {{"kind", kind_of(notice)}, {"field", notice.field}};
        one[notice.kind == seal::Notice::Kind::other_name ? "declared" : notice.kind == seal::Notice::Kind::filled_later ? "filled" : "other_field"] = notice.other;
        if (notice.kind == seal::Notice::Kind::other_name) one["signatory"] = notice.who;
        one["what"] = what_of(notice, words);
        json["notices"].push_back(std::move(one));
    }
    return json;
}

std::string word_of(Answer answer, const Wording& words) {
    std::string key = sign::to_string(answer);
    std::replace(key.begin(), key.end(), ' ', '-');
    return words.say("verify.answer." + key);
}

std::string padded(std::string label) {
    const std::size_t width = display_width(label);
    return label.append(width < 20 ? 20 - width : 0, ' ');
}

void print(const std::string& path, const seal::FileReport& report, const Wording& words) {
    std::cout << path << ": " << (report.signatures.empty() ? words.say("verify.answer.not-signed") : word_of(report.answer(), words));
    // Valid says nothing of those who have not signed.
    if (!report.signatures.empty() && !report.open_fields.empty()) std::cout << words.say("verify.but-open", {std::to_string(report.open_fields.size())});
    std::cout << '\n';
    for (const auto& one : report.signatures) {
        std::cout << "  " << one.signature.field << ": " << word_of(one.answer(), words);
        if (one.verification.signer) std::cout << ", " << one.verification.signer->common_name();
        std::cout << '\n';
        for (const auto& [name, check] : checks_of(one)) {
            std::cout << "    " << padded(words.say(std::string("verify.check.") + name)) << ' ' << word_of(check->answer, words) << (check->reason.empty() ? "" : ": ")
                      << words.translated(check->reason, "verify.reason.") << '\n';
        }
    }
    for (const auto& field : report.open_fields) std::cout << "  " << words.say("verify.open", {field.name}) << '\n';
    for (const auto& notice : report.notices) std::cout << "  " << words.say("verify.notice", {what_of(notice, words)}) << '\n';
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
    const Wording words(session);
    Json answers = Json::array();
    int status = 0;
    for (const std::string& path : arguments.files) {
        try {
            const seal::FileReport report = seal::verify_file(session.disk.read(path, kMostPdfBytes), options);
            status = more_severe(status, status_of(report.answer()));
            if (arguments.strict && !report.notices.empty()) status = more_severe(status, 1);
            if (session.json) {
                answers.push_back(to_json(path, report, words));
            } else {
                print(path, report, words);
            }
        } catch (const base::Error& error) {  // One unreadable file does not keep the others from being verified.
            status = more_severe(status, error.exit_status());
            if (session.json) {
                answers.push_back({{"file", path}, {"answer", "not checked"}, {"reason", error.message()}});
            } else {
                std::cout << path << ": " << words.say("verify.answer.not-checked") << ": " << words.translated(error.message(), "verify.reason.", {"os."}) << '\n';
            }
        }
    }
    if (session.json) std::cout << (answers.size() == 1 ? answers[0] : answers).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return status;
}

}  // namespace

void add_verify(Command app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command("verify", "Verify a PDF's signatures: exit 0 all valid, 1 invalid or none, 3 something could not be checked");
    end_help(command, {{"irikteu verify protocol.pdf --trust roots.pem", "every signature: coverage, integrity, certificate, time, revocation"},
                       {"irikteu verify --json --at 2015-10-09T10:00:00+06:00 *.pdf --trust roots", "as of a moment, for a program"},
                       {"irikteu verify --strict protocol.pdf --trust roots.pem", "exit 1 also where somebody signed out of turn, or with another's certificate"}},
             "Not applicable (of revocation): the certificate is itself a trusted one. Who signed out of the declared order, who was passed over, which\n"
             "certificate signed twice or is in another's name, and which fields were filled in behind a signature is told behind the signatures; only --strict lets it change the exit status.");
    command.add_option("FILE", arguments->files, "PDFs, also of other makers").required().type_name("");
    command.add_option("--trust", arguments->trust, "Trusted certificates: a PEM file or a folder of them").type_name("PEM");
    command.add_option("--at", arguments->moment, "Moment as of which is verified, as 2015-10-09T10:00:00+06:00 [now]").type_name("MOMENT");
    command.add_option("--evidence", arguments->evidence, "CRLs, OCSP answers, certificates, beside what the file holds").type_name("FILE");
    command.add_flag("--fetch", arguments->fetch, "Fetch missing revocation answers, from the http addresses that trusted certificates name");
    command.add_flag("--strict", arguments->strict, "Exit status 1 also where there are notes: out of turn, passed over, one certificate for several fields, another's name, fields filled in later");
    command.when_chosen([&session, &action, arguments] { action = [&session, arguments] { return verify(session, *arguments); }; });
}

}  // namespace irikteu::cli
