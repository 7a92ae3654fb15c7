#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/messages.hpp"
#include "checks/schema_words.hpp"
#include "support/folders.hpp"

using testing::HasSubstr;

namespace irikteu::checks {
namespace {

const Messages& in(const std::string& language) {
    static const MessageBook book(base::RealDisk(), support::source_path("/templates/kz-535-2015"));
    return book.in(language);
}

const std::string kRaw = "Element 'a': raw words.";

xml::SchemaFault fault(std::string_view kind, std::string attribute, std::vector<std::string> values) { return {kRaw, 1, {}, kind, "a", std::move(attribute), std::move(values)}; }

TEST(SchemaWords, KeepNamesAndValues) {
    EXPECT_EQ(schema_words(fault("not-listed", "n", {"7", "'1', '2'"}), in("en")), "Attribute “n” of element “a”: “7” is not one of the values that it may have: '1', '2'.");
    EXPECT_EQ(schema_words(fault("unexpected-but", "", {"b, c"}), in("en")), "Element “a”: it may not stand here; expected: b, c.");
    EXPECT_EQ(schema_words(fault("type", "", {"x", "xs:positiveInteger"}), in("en")), "Element “a”: “x” is not a value that it may have: it has to be a whole number above 0.");
    EXPECT_EQ(schema_words(fault("type", "", {"x", "small"}), in("en")), "Element “a”: “x” is not a value that it may have: it has to be a value of the type small.");
}

TEST(SchemaWords, AreOfEachLanguage) {
    for (const std::string language : {"kk", "ru"}) {
        for (const std::string_view kind : {"unexpected", "unexpected-but", "missing", "attribute-not-allowed", "attribute-missing", "not-listed", "value", "type", "pattern", "less", "greater", "not-above", "not-below",
                                            "digits", "fraction-digits", "length", "min-length", "max-length", "fixed", "attributes", "elements-in-text", "text-among-elements", "text-in-empty", "elements-in-empty", "root", "key-duplicate", "key-unmatched", "key-incomplete"}) {
            const std::string said = schema_words(fault(kind, "", {"1", "2"}), in(language));
            EXPECT_NE(said, schema_words(fault(kind, "", {"1", "2"}), in("en"))) << kind;
            EXPECT_EQ(said.find(kRaw), std::string::npos) << language << ' ' << kind;
        }
    }
}

TEST(SchemaWords, QuoteWhatIsToldInEnglishOnly) {
    for (const std::string language : {"kk", "ru"}) {
        EXPECT_THAT(schema_words(fault("", "", {}), in(language)), HasSubstr(kRaw));
        EXPECT_NE(schema_words(fault("", "", {}), in(language)), kRaw);
    }
    EXPECT_EQ(schema_words(fault("", "", {}), in("en")), kRaw);
}

}  // namespace
}  // namespace irikteu::checks
