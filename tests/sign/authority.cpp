#include "authority.hpp"

#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <stdexcept>

#include "base/disk.hpp"
#include "programs.hpp"
#include "support/folders.hpp"

namespace irikteu::sign_test {

namespace {

constexpr std::uint64_t kMost = 1 << 24;

/// `copy_extensions` is off; the database keeps what was issued, for CRLs and OCSP.
constexpr const char* kConfig = R"([ca]
default_ca = issuing
[issuing]
dir = .
database = DIR/index.txt
new_certs_dir = DIR
certificate = DIR/issuing.pem
private_key = DIR/issuing.key
serial = DIR/serial
crlnumber = DIR/crlnumber
default_md = sha256
default_days = 365
default_crl_days = 30
policy = anything
string_mask = utf8only
unique_subject = no
[root]
dir = .
database = DIR/root-index.txt
new_certs_dir = DIR
certificate = DIR/root.pem
private_key = DIR/root.key
serial = DIR/root-serial
crlnumber = DIR/root-crlnumber
default_md = sha256
default_days = 3650
default_crl_days = 30
policy = anything
string_mask = utf8only
unique_subject = no
[anything]
countryName = optional
commonName = supplied
serialNumber = optional
organizationName = optional
[req]
distinguished_name = dn
string_mask = utf8only
prompt = no
[dn]
CN = unused
[ca_ext]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer_ext]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa_ext]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
default_tsa = tsa1
[tsa1]
dir = .
serial = DIR/tsa-serial
crypto_device = builtin
signer_cert = DIR/tsa.pem
certs = DIR/issuing.pem
signer_key = DIR/tsa.key
signer_digest = sha256
default_policy = 1.2.398.1.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
)";

/// An hour ago, as `openssl ca -startdate` wants it (YYMMDDHHMMSSZ): a test may step back from now and still find every certificate valid.
std::string an_hour_ago() {
    const std::time_t then = std::time(nullptr) - 3600;
    std::tm utc{};
    ::gmtime_r(&then, &utc);
    char text[16];
    return {text, std::strftime(text, sizeof text, "%y%m%d%H%M%SZ", &utc)};
}

void write(const std::string& path, const std::string& bytes) { base::RealDisk().write(path, bytes); }

}  // namespace

std::string openssl(const std::vector<std::string>& arguments) {
    std::vector<std::string> all{"openssl"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto result = pdf_test::run(all);
    if (result.status != 0) {
        std::string line;
        for (const auto& argument : all) line += argument + ' ';
        throw std::runtime_error(line + ": " + result.output);
    }
    return result.output;
}

const std::vector<std::string>& Authority::names() {
    static const std::vector<std::string> names{"ӘБІШЕВА ҒАЛИЯ ҚҰРМАНҒАЛИҚЫЗЫ", "ҢҮРЖАНОВ ӨТЕГЕН", "Ұлықбеков Һәкім", "Ісләмова Ү. Ә.", "Қожахметов Нұрлан"};
    return names;
}

const Authority& Authority::shared() {
    static const Authority authority;
    return authority;
}

Authority::Authority() : folder_(support::build_path("/tests/sign-output/authority-") + std::to_string(::getpid())) {
    std::filesystem::remove_all(folder_);
    base::RealDisk().make_folders(folder_);
    make_config();
    make_root();
    make_issuing();
    make_timestamping();
    for (int i = 0; i < kSignatories; ++i) make_signatory(i);
}

void Authority::make_config() const {
    std::string config = kConfig;
    for (std::size_t at = 0; (at = config.find("DIR", at)) != std::string::npos;) config.replace(at, 3, folder_);
    write(path("ca.cnf"), config);
    for (const char* empty : {"index.txt", "root-index.txt"}) write(path(empty), "");
    for (const char* number : {"serial", "root-serial", "crlnumber", "root-crlnumber", "tsa-serial"}) write(path(number), "1000\n");
}

void Authority::make_root() const {
    openssl({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path("root.key")});
    openssl({"req", "-new", "-utf8", "-key", path("root.key"), "-config", path("ca.cnf"), "-subj", "/C=KZ/CN=Сынақ түбірі", "-out", path("root.csr")});
    openssl({"ca", "-batch", "-utf8", "-selfsign", "-config", path("ca.cnf"), "-name", "root", "-extensions", "ca_ext", "-startdate", an_hour_ago(), "-days", "7300", "-notext",
             "-in", path("root.csr"), "-out", path("root.pem")});
}

void Authority::make_issuing() const {
    openssl({"genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", path("issuing.key")});
    openssl({"req", "-new", "-utf8", "-key", path("issuing.key"), "-config", path("ca.cnf"), "-subj", "/C=KZ/CN=Сынақ куәландырушы орталығы", "-out", path("issuing.csr")});
    openssl({"ca", "-batch", "-utf8", "-config", path("ca.cnf"), "-name", "root", "-extensions", "ca_ext", "-startdate", an_hour_ago(), "-notext",
             "-in", path("issuing.csr"), "-out", path("issuing.pem")});
}

void Authority::issue(const std::string& name, const std::string& subject, const std::string& extensions) const {
    openssl({"req", "-new", "-utf8", "-key", path(name + ".key"), "-config", path("ca.cnf"), "-subj", subject, "-out", path(name + ".csr")});
    openssl({"ca", "-batch", "-utf8", "-config", path("ca.cnf"), "-name", "issuing", "-extensions", extensions, "-startdate", an_hour_ago(), "-notext",
             "-in", path(name + ".csr"), "-out", path(name + ".pem")});
}

void Authority::make_signatory(int signatory) const {
    const std::string name = "signatory-" + std::to_string(signatory);
    if (signatory % 2 == 0) {
        openssl({"genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", path(name + ".key")});
    } else {
        openssl({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path(name + ".key")});
    }
    issue(name, "/C=KZ/CN=" + names()[static_cast<std::size_t>(signatory)], "signer_ext");
    write(path("password"), std::string(kPassword) + "\n");
    openssl({"pkcs12", "-export", "-inkey", path(name + ".key"), "-in", path(name + ".pem"), "-certfile", path("issuing.pem"), "-passout", "file:" + path("password"), "-out",
             path(name + ".p12")});
}

void Authority::make_timestamping() const {
    openssl({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path("tsa.key")});
    issue("tsa", "/C=KZ/CN=Сынақ уақыт белгісі", "tsa_ext");
}

std::string Authority::read(const std::string& name) const { return base::RealDisk().read(path(name), kMost); }

sign::SigningKey Authority::key(int signatory) const {
    const std::string name = "signatory-" + std::to_string(signatory) + ".p12";
    return sign::SigningKey::from_pkcs12(read(name), kPassword, name);
}

sign::TrustStore Authority::trust() const {
    sign::TrustStore trust;
    trust.add(base::RealDisk(), path("root.pem"));
    return trust;
}

std::string Authority::answer_timestamp(const std::string& request) const {
    write(path("request.tsq"), request);
    openssl({"ts", "-reply", "-config", path("ca.cnf"), "-section", "tsa1", "-queryfile", path("request.tsq"), "-out", path("answer.tsr")});
    return read("answer.tsr");
}

std::string Authority::crl(const std::vector<int>& revoked) const {
    const std::string kept = read("index.txt");
    for (const int signatory : revoked) {
        openssl({"ca", "-config", path("ca.cnf"), "-name", "issuing", "-revoke", path("signatory-" + std::to_string(signatory) + ".pem")});
    }
    openssl({"ca", "-config", path("ca.cnf"), "-name", "issuing", "-gencrl", "-out", path("issuing.crl.pem")});
    openssl({"crl", "-in", path("issuing.crl.pem"), "-outform", "DER", "-out", path("issuing.crl")});
    write(path("index.txt"), kept);
    return read("issuing.crl");
}

std::string Authority::root_crl() const {
    openssl({"ca", "-config", path("ca.cnf"), "-name", "root", "-gencrl", "-out", path("root.crl.pem")});
    openssl({"crl", "-in", path("root.crl.pem"), "-outform", "DER", "-out", path("root.crl")});
    return read("root.crl");
}

std::string Authority::answer_ocsp(const std::string& request) const {
    write(path("request.ocsp"), request);
    openssl({"ocsp", "-index", path("index.txt"), "-CA", path("issuing.pem"), "-rsigner", path("issuing.pem"), "-rkey", path("issuing.key"), "-reqin", path("request.ocsp"),
             "-ndays", "7", "-respout", path("answer.ocsp")});
    return read("answer.ocsp");
}

}  // namespace irikteu::sign_test
