// A protocol is made, kept, signed by all its signatories in order, verified by us and by others, and kept again as what signs the first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "end_to_end/program.hpp"
#include "pdf/conformance.hpp"

namespace irikteu::end_to_end {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

const std::map<std::string, std::string> kPassword = {{"IRIKTEU_PASSWORD", "құпия"}};

void must(const std::vector<std::string>& command) {
    const auto done = support::run(command);
    if (done.status != 0) throw std::runtime_error(command[0] + " " + command[1] + ": " + done.err);
}

/// A folder with the protocol, a key for each signatory, and an archive whose entry 1 is the protocol.
struct Office {
    Scratch scratch{"office"};
    std::string protocol = at("protocol.pdf"), archive = at("archive");
    std::vector<std::string> fields;

    Office() {
        fs::create_directories(scratch.path);
        must({support::build_path("/irikteu"), "document", "make", "protocol-25", kSamples + "/documents/protocol-25.xml", "-o", protocol});
        fields = Json::parse(irikteu({"verify", "--json", protocol}).out)["open_fields"].get<std::vector<std::string>>();
        for (std::size_t i = 0; i < fields.size(); ++i) make_key(i);
        must({support::build_path("/irikteu"), "archive", "add", archive, protocol, "--series", "Х", "--title", "Конкурстық комиссияның хаттамасы", "--number", "5", "--applicant",
              "«Тобыл астығы» бірлестігі", "--label", "Cluster=«Тобыл» кластері", "--label", "Competition=2015-1", "--label", "Place=Астана"});
    }

    std::string at(const std::string& name) const { return scratch.path + '/' + name; }
    std::string key(std::size_t signatory) const { return at("key-" + std::to_string(signatory) + ".p12"); }
    std::string certificate(std::size_t signatory) const { return at("certificate-" + std::to_string(signatory) + ".pem"); }

    void make_key(std::size_t signatory) const { make_key(signatory, "Қол қоюшы " + std::to_string(signatory + 1)); }
    void make_key(std::size_t signatory, const std::string& name) const {
        const std::string secret = at("secret.pem");
        must({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", secret, "-out", certificate(signatory), "-days", "3650", "-utf8",
              "-subj", "/CN=" + name + "/O=Комиссия"});
        must({"openssl", "pkcs12", "-export", "-inkey", secret, "-in", certificate(signatory), "-out", key(signatory), "-passout", "pass:құпия"});
    }

    /// The protocol signed by the first so many.
    std::string signed_by(std::size_t count) const {
        const std::string path = at("signed-" + std::to_string(count) + ".pdf");
        if (count == 0) return protocol;
        if (fs::exists(path)) return path;
        const auto done = irikteu({"sign", signed_by(count - 1), "--p12", key(count - 1), "-o", path}, kPassword);
        if (done.status != 0) throw std::runtime_error(done.err);
        return path;
    }

    support::Finished add(const std::string& file, std::vector<std::string> more) const {
        std::vector<std::string> arguments{"archive", "add", archive, file, "--kind", "signed-document"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return irikteu(arguments);
    }
};

const Office& office() {
    static const Office once;
    return once;
}

}  // namespace

TEST(SignedProtocol, StaysWhatItIsAndIsValidToOthers) {
    const std::size_t all = office().fields.size();
    ASSERT_GE(all, 5u);
    for (const std::size_t count : {std::size_t{1}, all}) EXPECT_THAT(pdf_test::conformance_faults(office().signed_by(count)), IsEmpty()) << count;
    const std::string told = support::run({"pdfsig", office().signed_by(all)}).out;
    std::size_t valid = 0;
    for (std::size_t i = 0; (i = told.find("Signature is Valid.", i)) != std::string::npos; ++i) ++valid;
    EXPECT_EQ(valid, all);
    EXPECT_THAT(told.substr(told.rfind("Signature #")), HasSubstr("Total document signed"));
    std::vector<std::string> arguments{"verify", "--json", office().signed_by(all)};
    for (std::size_t i = 0; i < all; ++i) arguments.insert(arguments.end(), {"--trust", office().certificate(i)});
    const Json report = Json::parse(irikteu(arguments).out);
    ASSERT_EQ(report["signatures"].size(), all);
    for (std::size_t i = 0; i < all; ++i) {
        EXPECT_EQ(report["signatures"][i]["field"], office().fields[i]) << "in the declared order";
        for (const char* check : {"coverage", "integrity", "signature", "signing_certificate", "chain"}) EXPECT_EQ(report["signatures"][i]["checks"][check]["answer"], "valid") << i << check;
    }
}

TEST(SignedProtocol, TellsWhichFieldWasSignedAndWhoSignedTwiceOrOutOfTurn) {
    const std::string first = office().at("told-1.pdf"), second = office().at("told-2.pdf"), third = office().at("told-3.pdf");
    const auto told = Json::parse(irikteu({"sign", office().protocol, "--p12", office().key(0), "-o", first, "--json"}, kPassword).out);
    EXPECT_EQ(told["field"], office().fields[0]);
    EXPECT_EQ(told["signatory"], "Қол қоюшы 1");
    EXPECT_EQ(told["open_fields"].size(), office().fields.size() - 1);
    const auto by_the_same = irikteu({"sign", first, "--p12", office().key(0), "--field", office().fields[2], "--any-order", "-o", second}, kPassword);
    EXPECT_EQ(told["not_in_the_name_of"], "Сүлейменов Берік Қанатұлы");
    EXPECT_THAT(by_the_same.err, HasSubstr("in the name of Қол қоюшы 1"));
    EXPECT_THAT(by_the_same.out, HasSubstr("field " + office().fields[2]));
    EXPECT_THAT(by_the_same.err, HasSubstr("has signed field " + office().fields[0]));
    irikteu({"sign", second, "--p12", office().key(1), "-o", third}, kPassword);
    std::set<std::string> kinds;
    const Json verified = Json::parse(irikteu({"verify", third, "--json"}).out);
    for (const auto& notice : verified["notices"]) kinds.insert(notice["kind"]);
    EXPECT_EQ(kinds, (std::set<std::string>{"out-of-order", "same-signer", "other-name"}));
    const auto trusted = irikteu({"verify", third, "--trust", office().certificate(0), "--trust", office().certificate(1), "--json"});
    EXPECT_EQ(trusted.status, 0);
    EXPECT_EQ(Json::parse(trusted.out)["signatures"][0]["checks"]["revocation"]["answer"], "not applicable");
    const auto strict = irikteu({"verify", third, "--trust", office().certificate(0), "--trust", office().certificate(1), "--strict"});
    EXPECT_EQ(strict.status, 1) << "out of turn, twice by one certificate";
    const auto& other_name = verified["notices"][0]["kind"] == "other-name" ? verified["notices"][0] : verified["notices"][1];
    EXPECT_EQ(other_name["declared"], "Сүлейменов Берік Қанатұлы");
    EXPECT_EQ(other_name["signatory"], "Қол қоюшы 1");
    EXPECT_THAT(irikteu({"verify", third, "--lang", "kk"}).out, AllOf(HasSubstr("тексерілмеді"), HasSubstr("басқа адамның атындағы сертификатпен")));
}

TEST(SignedProtocol, IsNotSignedInAnothersFieldByWhoHasAnOwn) {
    const std::string second = office().at("own-2.pdf"), out = office().at("own-out.pdf");
    const std::string field = office().fields[1];
    const auto told = Json::parse(irikteu({"sign", office().protocol, "--p12", office().key(1), "--field", field, "--any-order", "-o", second, "--json"}, kPassword).out);
    const std::string declared = told["declared"];
    const std::size_t key = 100;
    office().make_key(key, declared.substr(declared.rfind(": ") + 2));
    const auto too_early = irikteu({"sign", office().protocol, "--p12", office().key(key), "-o", out}, kPassword);
    EXPECT_EQ(too_early.status, 2);
    EXPECT_THAT(too_early.err, AllOf(HasSubstr(office().fields[0]), HasSubstr("whose field is " + field)));
    EXPECT_FALSE(fs::exists(out));
    const auto twice = irikteu({"sign", second, "--p12", office().key(key), "-o", out}, kPassword);
    EXPECT_EQ(twice.status, 2);
    EXPECT_THAT(twice.err, HasSubstr("is signed already"));
    EXPECT_EQ(irikteu({"sign", office().protocol, "--p12", office().key(key), "--field", office().fields[0], "-o", out}, kPassword).status, 0) << "where the field is named";
}

TEST(SignedProtocol, IsKeptAsWhatSignsTheOther) {
    const std::size_t all = office().fields.size();
    const auto added = office().add(office().signed_by(all), {"--signs", "Х/1", "--json"});
    ASSERT_EQ(added.status, 0) << added.err;
    const Json entry = Json::parse(added.out)["entries"][0];
    EXPECT_EQ(entry["labels"]["Signs"], "1");
    EXPECT_EQ(entry["labels"]["Signatory"].size(), all);
    EXPECT_EQ(entry["labels"]["Signatory-Trust"], "not checked");
    EXPECT_THAT(irikteu({"archive", "find", office().archive, "қоюшы", "2"}).out, HasSubstr("signed-document"));
    for (const auto& [label, value] : {std::pair{"Number", "5"}, {"Applicant", "«Тобыл астығы» бірлестігі"}, {"Cluster", "«Тобыл» кластері"}, {"Competition", "2015-1"},
                                       {"Title", "Конкурстық комиссияның хаттамасы"}}) {
        EXPECT_EQ(entry["labels"][label], value) << "as of what it signs";
    }
    EXPECT_FALSE(entry["labels"].contains("Place")) << "only what it is found by";
    EXPECT_THAT(irikteu({"archive", "find", office().archive, "--applicant", "Тобылдың", "--number", "5"}).out, HasSubstr("signed-document"));
    EXPECT_THAT(irikteu({"archive", "show", office().archive, "1"}).out, HasSubstr("Signs this one"));
    EXPECT_THAT(office().add(office().signed_by(all), {"--signs", "1"}).out, HasSubstr("stands")) << "the same file again";
}

TEST(SignedProtocol, IsRefusedAsWhatSignsAnother) {
    const auto size = [] { return Json::parse(irikteu({"archive", "list", office().archive, "--json"}).out)["size"]; };
    const Json before = size();
    const auto refused = [&](const std::string& file, const std::vector<std::string>& more, const char* why, int status) {
        const auto added = office().add(file, more);
        EXPECT_EQ(added.status, status) << why;
        EXPECT_THAT(added.err, HasSubstr(why));
        EXPECT_EQ(size(), before) << why;
    };
    std::ofstream(office().at("note.txt")) << "Қол қойылды";
    refused(office().protocol, {"--signs", "1"}, "the same file", 1);
    refused(office().at("note.txt"), {"--signs", "1"}, "neither a signed PDF nor a detached CMS", 1);
    EXPECT_THAT(office().add(office().at("note.txt"), {"--signs", "1", "--lang", "ru"}).err,
                HasSubstr("не подписывает запись 1: это не подписанный PDF и не отделённая подпись CMS, или прочитать её нельзя: не подпись в формате CMS SignedData. Ничего не добавлено; "));
    EXPECT_THAT(office().add(office().protocol, {"--signs", "1", "--lang", "kk"}).err, HasSubstr("1-жазбаға қойылған қол емес: бұл – сол файлдың өзі, қолтаңба қосылмаған. Ештеңе қосылған жоқ; "));
    refused(office().signed_by(1), {"--signs", "99"}, "no entry 99", 2);
    refused(office().signed_by(1), {"--label", "Signs=1"}, "its own option", 2);
    for (const char* option : {"--corrects", "--answers", "--cites"}) refused(office().at("note.txt"), {option, "99"}, "no entry 99", 2);
    refused(office().protocol, {"--corrects", "1"}, "corrects nothing", 1);
}

TEST(SignedProtocol, MayBeSignedByACmsBesideIt) {
    const std::string cms = office().at("protocol.p7s");
    must({"openssl", "pkcs12", "-in", office().key(0), "-passin", "pass:құпия", "-nodes", "-nocerts", "-out", office().at("first.pem")});
    must({"openssl", "cms", "-sign", "-binary", "-in", office().protocol, "-signer", office().certificate(0), "-inkey", office().at("first.pem"), "-outform", "DER", "-out", cms});
    const auto added = office().add(cms, {"--signs", "1", "--json"});
    ASSERT_EQ(added.status, 0) << added.err;
    const Json labels = Json::parse(added.out)["entries"][0]["labels"];
    EXPECT_EQ(labels["Signatory"], "Қол қоюшы 1");
    const auto told = irikteu({"archive", "add", office().archive, cms, "--signs", "1", "--title", "Қол", "--label", "Cluster=жоқ", "--json"});
    const Json entry = Json::parse(told.out)["entries"][0];
    EXPECT_EQ(entry["kind"], "signed-document") << "whatever signs is that, unless it is called otherwise";
    must({"openssl", "cms", "-sign", "-binary", "-in", office().certificate(1), "-signer", office().certificate(0), "-inkey", office().at("first.pem"), "-outform", "DER", "-out", cms});
    EXPECT_EQ(office().add(cms, {"--signs", "1"}).status, 1) << "a signature of something else";
}

}  // namespace irikteu::end_to_end
