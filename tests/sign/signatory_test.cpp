// Whose certificate it is, by name, beside whom the signature field names.
#include <gtest/gtest.h>

#include "authority.hpp"
#include "base/disk.hpp"
#include "seal/signatory.hpp"

namespace irikteu::sign_test {

namespace {

/// A certificate with that subject, as openssl writes it.
sign::Certificate certificate(const std::string& subject) {
    const std::string path = Authority::shared().path("named.pem");
    openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", Authority::shared().path("named.key"), "-out", path, "-utf8", "-subj", subject});
    return sign::Certificate::read(base::RealDisk().read(path, 1 << 20), path).front();
}

}  // namespace

TEST(Signatory, IsWhomTheFieldNames) {
    EXPECT_EQ(seal::declared_signatory("Төраға: Сүлейменов Берік Қанатұлы"), "Сүлейменов Берік Қанатұлы");
    EXPECT_EQ(seal::declared_signatory("Басшының қолы"), "");
    for (const char* tooltip : {"", "Signature: please sign here", "Қолы: ____________", "Төраға: "}) EXPECT_EQ(seal::declared_signatory(tooltip), "") << tooltip;
    EXPECT_EQ(seal::declared_signatory("Қолы, Ұлттық экономика министрлігі: Б. Қ. Сүлейменов"), "Б. Қ. Сүлейменов");
}

TEST(Signatory, MayBeTheCertificatesHolder) {
    const auto berik = certificate("/CN=СҮЛЕЙМЕНОВ БЕРІК/SN=СҮЛЕЙМЕНОВ/GN=ҚАНАТҰЛЫ/serialNumber=IIN800101300123");
    for (const char* name : {"Сүлейменов Берік Қанатұлы", "Б. Қ. Сүлейменов", "Сүлейменов Б.", "Сүлейменов", "Сулейменов Берик Канатович"}) EXPECT_TRUE(seal::may_be_of(berik, name)) << name;
    for (const char* name : {"Сүлейменов Ерік Қанатұлы", "Ізбасаров Берік Қанатұлы", "Сүлейменов Берік Талғатұлы", "Е. Сүлейменов", "Ізбасаров"}) EXPECT_FALSE(seal::may_be_of(berik, name)) << name;
    EXPECT_EQ(seal::full_name(berik), "СҮЛЕЙМЕНОВ БЕРІК ҚАНАТҰЛЫ");
    const auto typed = certificate("/CN=Сулейменов Берик Канатович/GN=Берик");
    EXPECT_TRUE(seal::may_be_of(typed, "Сүлейменов Берік Қанатұлы")) << "where GIVENNAME is the given name";
    EXPECT_FALSE(seal::may_be_of(typed, "Сүлейменов Берік Талғатұлы")) << "another father's name";
    EXPECT_EQ(seal::full_name(typed), "Сулейменов Берик Канатович");
    EXPECT_FALSE(seal::may_be_of(certificate("/CN=Тест/O=Тест"), "Сүлейменов Берік Қанатұлы"));
    EXPECT_FALSE(seal::may_be_of(certificate("/O=Берік Сүлейменов"), "Ізбасаров Ерік"));
}

}  // namespace irikteu::sign_test
