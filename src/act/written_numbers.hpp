#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace irikteu::act {

/// The first identifier in running text whose check digits are wrong, with the word before it as written ("БСН 150740000015");
/// empty where there is none. Looked at are 12 digits, or nearly so many, behind one of the words of either list (a business or
/// a person's number; behind words of both lists one that is right as either is right), and what begins like an IBAN of
/// Kazakhstan. Any thread.
std::string wrong_number_in(std::string_view text, const std::vector<std::string>& business_words, const std::vector<std::string>& person_words);

}  // namespace irikteu::act
