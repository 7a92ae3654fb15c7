#pragma once

#include <cstdint>
#include <string>

namespace irikteu::kazakh {

/// The number in words: 5 "бес", 100 "жүз", 1000 "мың", 1 000 000 "бір миллион", -3 "минус үш". Every int64.
/// Our own rules: ICU 72 has wrong ordinals and no form for sums.
std::string in_words(std::int64_t number);

/// The same for sums of money, where nothing may be written in before it: 1000 "бір мың", 100 "бір жүз".
std::string in_words_of_money(std::int64_t number);

/// The ordinal in words: 1 "бірінші", 20 "жиырмасыншы", 40 "қырқыншы", 2015 "екі мың он бесінші".
std::string ordinal_in_words(std::int64_t number);

/// The ordinal in digits: "1-ші", "6-шы", "50-ші". The acts of the time write a bare hyphen instead
/// ("6-тармақ").
std::string ordinal(std::int64_t number);

/// Digits in groups of three with U+00A0 between them: "1 234 567"; a minus is U+002D.
std::string grouped(std::int64_t number);

}  // namespace irikteu::kazakh
