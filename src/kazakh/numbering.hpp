#pragma once

#include <string_view>

namespace irikteu::kazakh {

/// A line, cut behind its number.
struct NumberedText {
    std::string_view number;  ///< As written, without spaces around: "1)", "2.1.", "1 4 .", "–"; empty where
                              ///< there is none.
    std::string_view rest;  ///< The text after it, without spaces before.
};

/// Cuts off a numbering prefix: "1)", "1.", "1 4 .", "2.1.", "2.1 Мақсаты", "(3)", "I.", "ІІІ.", "а)", "–",
/// "•", "§ 3", "3-бөлім.", "1 Кластердің". Left alone: "2015 ж.", "16.07.2015", "3-қосымша", "20-25 парақ",
/// "1,5 млн", "К. Мәсімов". One prefix a call. Views point into `utf8`.
NumberedText split_numbering(std::string_view utf8);

/// The ordinal that stands in words in a numbering prefix ("Бірінші бөлім.", "Раздел второй"), up to 30; 0 where there is none.
int spelled_ordinal(std::string_view utf8);

}  // namespace irikteu::kazakh
