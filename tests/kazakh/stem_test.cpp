#include "kazakh/stem.hpp"

#include <gtest/gtest.h>

#include "kazakh/key.hpp"
#include "kazakh/suffix.hpp"

namespace irikteu::kazakh {

TEST(Stem, IsTheBeginningOfEveryFormOfItsWord) {
    for (const char* word : {"кластер", "өтінім", "хаттама", "министрлік", "әкімдік", "тармақ", "қағида", "комиссия", "конкурс", "ұйымдастырушы", "тұжырымдама", "стратегия", "астық", "хат", "облыс", "шешім"}) {
        const std::string key = matching_key(word).folded;
        std::vector<std::string> forms{word, plural(word), with_possessive(word), with_possessive(plural(word))};
        for (const Case form : {Case::genitive, Case::dative, Case::accusative, Case::locative, Case::ablative, Case::instrumental}) {
            forms.push_back(with_case(word, form));
            forms.push_back(with_case(plural(word), form));
            forms.push_back(with_case(with_possessive(word), form, Ending::possessive));
        }
        for (const std::string& a : forms) {
            const std::string stem = search_stem(matching_key(a).folded);
            for (const std::string& b : forms) EXPECT_TRUE(matching_key(b).folded.starts_with(stem)) << a << " (" << stem << ") for " << b;
        }
    }
}

TEST(Stem, LeavesWhatIsTooShortAndWhatIsNoWord) {
    EXPECT_EQ(search_stem(""), "");
    EXPECT_EQ(search_stem("2015"), "2015");
    EXPECT_EQ(search_stem("\xD0"), "\xD0");
    EXPECT_EQ(search_stem(matching_key("ол").folded), matching_key("ол").folded);
}

}  // namespace irikteu::kazakh
