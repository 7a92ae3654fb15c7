#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/moment.hpp"
#include "cli/password.hpp"
#include "cli/wording.hpp"
#include "kazakh/letters.hpp"
#include "report/messages.hpp"
#include "seal/signing.hpp"
#include "sign/cms.hpp"

namespace irikteu::cli {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMostPdfBytes = 512u << 20, kMostKeyBytes = 1u << 20;

struct Arguments {
    std::string input, output, key, certificate, name, cms, digest_out, bytes_out, moment, format = "pades";
    std::string timestamp_authority;
    std::vector<std::string> evidence;
    int password_descriptor = -1;
    bool certify = false, any_order = false, no_appearance = false, long_term = false, fetch = false;
    pdf::SignatureRequest request;
};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "09.10.2015 18:05", as Kazakh documents write it.
std::string spelt(base::Moment moment) {
    const base::Date date = moment.date();
    return two(date.day) + '.' + two(date.month) + '.' + std::to_string(date.year) + ' ' + moment.time_of_day();
}

/// What the box shows, in the documents' language.
std::vector<std::string> appearance(Session& session, const Arguments& arguments, const std::string& name, const std::string& serial_number, base::Moment moment) {
    if (arguments.no_appearance || name.empty()) return {};
    const pipeline::EngineOptions options = session.engine_options();
    const std::string folder = base::join_path(base::join_path(options.templates_folder, options.act), "messages");
    const auto messages = report::Messages::load(session.disk, base::join_path(folder, "kk.xml"), "kk");
    std::vector<std::string> lines{messages.say("signature.signatory", {name}), messages.say("signature.time", {spelt(moment)})};
    if (!serial_number.empty()) lines.push_back(messages.say("signature.certificate", {serial_number}));
    return lines;
}

seal::SignOptions options_of(Session& session, const Arguments& arguments) {
    seal::SignOptions options;
    options.request = arguments.request;
    options.request.time = moment_of(arguments.moment);
    if (arguments.certify) options.request.certification = pdf::SignatureRequest::Certification::fill_and_sign;
    if (arguments.any_order) options.request.order = pdf::SignatureRequest::Order::any;
    if (arguments.format == "pkcs7") options.request.format = pdf::SignatureRequest::Format::pkcs7;
    options.timestamp_authority = arguments.timestamp_authority;
    if (!arguments.timestamp_authority.empty()) options.level = seal::SignOptions::Level::timestamp;
    if (arguments.long_term) options.level = seal::SignOptions::Level::long_term;
    if (arguments.fetch) options.missing = seal::SignOptions::Missing::fetch;
    for (const std::string& path : arguments.evidence) options.given.add_file(session.disk, path);
    options.now = base::SystemClock().now();
    return options;
}

/// The fonts for the box; opened only where something is to be shown.
std::string fonts_folder(Session& session) { return session.engine_options().fonts_folder; }

/// What is read beside the PDF, and must never be overwritten.
std::vector<std::string> keys_and_evidence(const Arguments& arguments) {
    std::vector<std::string> files = arguments.evidence;
    for (const std::string& file : {arguments.key, arguments.certificate, arguments.cms}) files.push_back(file);
    return files;
}

/// "signer-1 (who signs what)", as the document declares it.
std::string shown(const pdf::SignatureField& field) { return field.name + (field.tooltip.empty() ? "" : " (" + field.tooltip + ')'); }

/// Tells which field was signed by whom, and what is still to be signed; beside the file where that goes to standard output.
void tell(const Session& session, const std::string& output, const seal::Signed& told, const seal::SignOptions& options) {
    const std::string& signatory = told.signatory;
    std::ostream& out = output == "-" ? std::cerr : std::cout;
    const char* level = options.level == seal::SignOptions::Level::basic ? "B-B" : options.level == seal::SignOptions::Level::timestamp ? "B-T" : "B-LT";
    if (session.json) {
        nlohmann::ordered_json json = {{"file", output}, {"field", told.field.name}, {"declared", told.field.tooltip}, {"signatory", signatory}, {"level", level}, {"open_fields", nlohmann::ordered_json::array()}};
        for (const pdf::SignatureField& field : told.open) json["open_fields"].push_back(field.name);
        if (!told.other_name.empty()) json["not_in_the_name_of"] = told.other_name;
        if (!told.same_signer.empty()) json["same_signer_as"] = told.same_signer;
        out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return;
    }
    const Wording words(session);
    out << words.say("sign.done", {output, shown(told.field), signatory, level}) << '\n';
    if (!told.open.empty()) out << words.say("sign.next", {shown(told.open.front()), std::to_string(told.open.size())}) << '\n';
    if (!told.other_name.empty()) std::cerr << "irikteu: " << words.say("sign.other-name", {told.field.name, told.other_name, signatory}) << '\n';
    if (!told.same_signer.empty()) std::cerr << "irikteu: " << words.say("sign.same-signer", {signatory, told.same_signer}) << '\n';
}

int sign(Session& session, const Arguments& arguments) {
    if (arguments.input.empty() || arguments.key.empty()) throw Error(ErrorCode::usage, "sign needs FILE and --p12 (see irikteu sign --help)");
    const std::string file = session.disk.read(arguments.input, kMostPdfBytes);
    const std::string key_bytes = session.disk.read(arguments.key, kMostKeyBytes);
    std::string password = read_password(arguments.password_descriptor, Wording(session).say("sign.password", {arguments.key}) + ' ');
    const auto key = sign::SigningKey::from_pkcs12(key_bytes, password, arguments.key);
    password.assign(password.size(), '\0');
    seal::SignOptions options = options_of(session, arguments);
    options.request.name = key.certificate().common_name();
    options.request.appearance.lines = appearance(session, arguments, options.request.name, key.certificate().serial_number(), *options.request.time);
    const pdf::FontLibrary library(fonts_folder(session), session.engine_options().font_trust);
    pdf::FontSession fonts(library);
    sign::HttpNetwork network;
    seal::Signed told;
    const std::string result = about_file(arguments.input, [&] { return seal::sign_file(file, key, options, fonts, network, &told); });
    const std::string output = arguments.output.empty() ? arguments.input : arguments.output;
    if (output != arguments.input) {
        write_output(session, output, result, keys_and_evidence(arguments));
    } else if (const std::string around = archive_around(output); !around.empty()) {
        throw Error(ErrorCode::usage, "lies within the archive " + around + ": sign a copy, and archive that", {output, 0, 0, {}});
    } else {
        session.disk.write(output, result);  // Signed where it lies.
    }
    tell(session, output, told, options);
    return 0;
}

int prepare(Session& session, const Arguments& arguments) {
    const std::string file = session.disk.read(arguments.input, kMostPdfBytes);
    seal::SignOptions options = options_of(session, arguments);
    std::string serial_number;
    if (!arguments.name.empty() && !kazakh::has_letter(arguments.name)) throw Error(ErrorCode::usage, "--name: the name of a person has no letters: \"" + arguments.name + '"');
    options.request.name = arguments.name;
    if (!arguments.certificate.empty()) {
        const auto certificates = sign::Certificate::read(session.disk.read(arguments.certificate, kMostKeyBytes), arguments.certificate);
        options.request.name = certificates.front().common_name();
        serial_number = certificates.front().serial_number();
    }
    options.request.appearance.lines = appearance(session, arguments, options.request.name, serial_number, *options.request.time);
    const pdf::FontLibrary library(fonts_folder(session), session.engine_options().font_trust);
    pdf::FontSession fonts(library);
    const pdf::PreparedFile prepared = about_file(arguments.input, [&] { return pdf::prepare_signature(file, pdf::read_signed_file(file), options.request, fonts); });
    const auto parts = prepared.signed_parts();
    const std::string to_be_signed = std::string(parts[0]) + std::string(parts[1]);
    const std::vector<std::string> inputs = {arguments.input, arguments.certificate};
    write_output(session, arguments.output, prepared.bytes, inputs);
    const std::string digest = base::sha256(to_be_signed).hex();
    if (!arguments.digest_out.empty()) write_output(session, arguments.digest_out, digest + '\n', inputs);
    if (!arguments.bytes_out.empty()) write_output(session, arguments.bytes_out, to_be_signed, inputs);
    const pdf::SignedFile made = pdf::read_signed_file(prepared.bytes);
    const std::string field = made.signatures.empty() ? std::string() : made.signatures.back().field;
    if (session.json) {
        std::cout << nlohmann::ordered_json({{"file", arguments.output}, {"field", field}, {"sha256", digest}}).dump(2) << '\n';
        return 0;
    }
    if (arguments.digest_out.empty() && arguments.bytes_out.empty()) std::cout << digest << '\n';
    std::cerr << Wording(session).say("sign.prepared", {arguments.output, field}) << '\n';
    return 0;
}

int finish(Session& session, const Arguments& arguments) {
    std::string prepared = session.disk.read(arguments.input, kMostPdfBytes);
    std::string cms = sign::read_cms(session.disk.read(arguments.cms, sign::kMostCmsBytes * 2), arguments.cms);
    sign::HttpNetwork network;
    std::vector<std::string> inputs = keys_and_evidence(arguments);
    inputs.push_back(arguments.input);
    seal::Signed told;
    const seal::SignOptions options = options_of(session, arguments);
    write_output(session, arguments.output, about_file(arguments.input, [&] { return seal::finish_file(std::move(prepared), std::move(cms), options, network, &told); }), inputs);
    tell(session, arguments.output, told, options);
    return 0;
}

/// What a signature says beside who signed; `sign` and `sign prepare` share it.
void add_request(Command command, Arguments& arguments) {
    command.add_option("--field", arguments.request.field, "Name of the signature field [the first that is not signed]").type_name("NAME");
    command.add_option("--date", arguments.moment, "Claimed time of signing, as 2015-10-09T10:00:00+06:00 [SOURCE_DATE_EPOCH, else now]").type_name("MOMENT");
    command.add_option("--reason", arguments.request.reason, "Why it is signed").type_name("TEXT");
    command.add_option("--location", arguments.request.location, "Where it is signed").type_name("TEXT");
    command.add_flag("--certify", arguments.certify, "The issuer's seal: certify the file, which then allows filling and signing only (first signature)");
    command.add_flag("--any-order", arguments.any_order, "Don't insist on the order in which the document declares its signatories");
    command.add_flag("--no-appearance", arguments.no_appearance, "Leave the field's box as it is");
}

/// What goes beyond level B-B; `sign` and `sign finish` share it.
void add_levels(Command command, Arguments& arguments) {
    command.add_option("--tsa", arguments.timestamp_authority, "Time-stamping authority (RFC 3161), http:// only: PAdES B-T").type_name("URL");
    command.add_flag("--lt", arguments.long_term, "Put certificates and revocation answers into the file: PAdES B-LT (needs --tsa)");
    command.add_option("--evidence", arguments.evidence, "For --lt: CRLs, OCSP answers, certificates, as files").type_name("FILE");
    command.add_flag("--fetch", arguments.fetch, "For --lt: fetch what is missing, from the http addresses that the certificates name");
}

}  // namespace

void add_sign(Command app, Session& session, Action& action) {
    auto arguments = std::make_shared<Arguments>();
    const Command command = app.add_command("sign", "Sign a PDF's signature field (PAdES), with a PKCS#12 key or in two steps");
    end_help(command, {{"irikteu sign protocol.pdf --p12 me.p12", "the next field, in the order of the document; asks for the password"},
                       {"irikteu sign protocol.pdf --p12 me.p12 --tsa http://tsa.example/ --lt --fetch", "with a time stamp and all that is needed to verify it in ten years"},
                       {"irikteu sign prepare protocol.pdf -o prepared.pdf", "for a key that lives elsewhere: the digest to be signed …"},
                       {"irikteu sign finish prepared.pdf signature.p7s -o signed.pdf", "… and its signature put into the file"}});
    command.require_commands(0, 1);
    command.add_option("FILE", arguments->input, "The PDF").type_name("");
    command.add_option("--p12", arguments->key, "PKCS#12 file with key and certificate; its password is asked for, or read from\n"
                                                 "--password-fd or the environment variable IRIKTEU_PASSWORD").type_name("KEY");
    command.add_option("--password-fd", arguments->password_descriptor, "File descriptor whose first line is the password").type_name("N");
    command.add_option("-o,--out", arguments->output, "The signed PDF [FILE itself]").type_name("OUT");
    add_request(command, *arguments);
    add_levels(command, *arguments);
    const Command first = command.add_command("prepare", "Two steps, first: leave room in the field and tell the SHA-256 of what is to be signed elsewhere");
    const Command second = command.add_command("finish", "Two steps, second: put the CMS that was made elsewhere into its place");
    first.add_option("FILE", arguments->input, "The PDF").required().type_name("");
    first.add_option("-o,--out", arguments->output, "The prepared PDF").required().type_name("PREPARED");
    first.add_option("--digest-out", arguments->digest_out, "Where the SHA-256 goes, in hexadecimal [standard output]").type_name("FILE");
    first.add_option("--bytes-out", arguments->bytes_out, "Where the bytes to be signed go, for software that wants them whole").type_name("FILE");
    first.add_option("--certificate", arguments->certificate, "The signatory's certificate, for the box").type_name("CERT");
    first.add_option("--name", arguments->name, "The signatory's name, for the box, where there is no certificate yet").type_name("NAME");
    first.add_option("--format", arguments->format, "pades (the CMS must have signing-certificate-v2) or pkcs7").shows_default().one_of({"pades", "pkcs7"});
    first.add_option("--room", arguments->request.room, "Bytes to be left for the CMS").shows_default().type_name("N");
    add_request(first, *arguments);
    second.add_option("PREPARED", arguments->input, "What sign prepare wrote").required().type_name("");
    second.add_option("CMS", arguments->cms, "The detached CMS: DER, PEM or Base64").required().type_name("");
    second.add_option("-o,--out", arguments->output, "The signed PDF").required().type_name("OUT");
    add_levels(second, *arguments);
    command.when_chosen([&session, &action, arguments, first, second] {
        if (first.chosen()) {
            action = [&session, arguments] { return prepare(session, *arguments); };
        } else if (second.chosen()) {
            action = [&session, arguments] { return finish(session, *arguments); };
        } else {
            action = [&session, arguments] { return sign(session, *arguments); };
        }
    });
}

}  // namespace irikteu::cli
