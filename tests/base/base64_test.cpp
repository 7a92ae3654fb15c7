#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace irikteu::base {
namespace {

TEST(Base64, decodes_what_rfc_4648_encodes) {
    const std::pair<const char*, const char*> vectors[] = {{"", ""}, {"Zg==", "f"}, {"Zm8=", "fo"}, {"Zm9v", "foo"}, {"Zm9vYg==", "foob"}, {"Zm9vYmE=", "fooba"}, {"Zm9vYmFy", "foobar"}};
    for (const auto& [encoded, plain] : vectors) {
        EXPECT_EQ(decode_base64(encoded), plain);
        EXPECT_EQ(decode_any_base64(encoded), plain);
    }
    EXPECT_EQ(decode_base64("+/+/"), "\xFB\xFF\xBF");
    EXPECT_EQ(decode_base64(" Z\tm9\r\nv "), "foo");
    EXPECT_EQ(decode_base64("Zg"), "f") << "padding may be left out";
}

TEST(Base64, refuses_what_is_none) {
    EXPECT_FALSE(decode_base64("Zm9v!"));
    EXPECT_FALSE(decode_base64("Zm-_"));
    EXPECT_FALSE(decode_base64("Zg==Zg==")) << "nothing but padding follows padding";
}

TEST(Base64, of_others_passes_over_what_is_none) {
    EXPECT_EQ(decode_any_base64("a G\nk"), "hi");
    EXPECT_EQ(decode_any_base64("!Zm-9v=?"), "foo");
    EXPECT_EQ(decode_any_base64("?"), "");
}

}  // namespace
}  // namespace irikteu::base
