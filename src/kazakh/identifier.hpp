#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace irikteu::kazakh {

/// Why an identifier is refused. Spaces, no-break spaces and (where people write them) hyphens are passed
/// over first.
enum class Refusal {
    none,  ///< It is in order.
    empty,
    length,     ///< Too short or too long.
    character,  ///< A character that has no place in it; Cyrillic look-alikes count.
    date,       ///< The digits of the date or month are no such date or month.
    structure,  ///< A digit or part that stands for a kind has a value that none has.
    checksum,   ///< All is in form, but the check digit doesn't fit: most likely mistyped.
    country,    ///< Well formed, but of another country.
};

/// Stable name: "none", "length", "checksum" …
std::string_view to_string(Refusal refusal);

/// БСН, business identification number: 12 digits, YYMM of registration, digit 5 kind (4 resident, 5
/// non-resident, 6 joint sole trader), digit 6 rank (0 head, 1 branch, 2 representation, 3 farm), serial,
/// check digit (decree № 406 of 22.05.2007; programme № 565 of 11.06.2003).
Refusal check_bin(std::string_view text);

/// ЖСН, individual identification number: 12 digits, YYMMDD of birth, digit 7 century and sex (1–6; 0 for
/// some foreigners, where the century is unknown), serial, check digit.
Refusal check_iin(std::string_view text);

/// Date of birth out of a ЖСН in order; nullopt for any other text and where digit 7 is 0.
std::optional<base::Date> birth_date_of_iin(std::string_view text);

/// The twelfth digit for eleven digits: weights 1…11, and where that gives 10, weights 3…11, 1, 2. nullopt
/// where both give 10 (such numbers are not issued) or the text isn't eleven digits.
std::optional<int> check_digit(std::string_view eleven_digits);

/// IBAN of Kazakhstan (ISO 13616): KZ, two check digits, three digits of the bank, thirteen letters or
/// digits; mod 97. Other countries' IBANs with a right check sum give Refusal::country.
Refusal check_iban(std::string_view text);

/// ЭҚЖЖ code of the classifier ҚР МЖ 03-2007: five digits, the fourth printed after a second dot ("03.12.0",
/// "03120"), or any shorter beginning of two digits and more ("03", "03.1", "03.12"). The first two have to
/// be a division of NACE Rev. 2. Codes have no check digit.
Refusal check_activity_code(std::string_view text);

/// The division of an activity code in order: 1…99; 0 for others.
int activity_division(std::string_view text);

/// Postcode: six digits beginning with 0, or the form of 2016 (A15E3H4: letter, two digits, letter, digit,
/// letter, digit) where `alphanumeric` is allowed.
enum class PostcodeForm { digits_only, digits_or_alphanumeric };
Refusal check_postcode(std::string_view text, PostcodeForm form = PostcodeForm::digits_or_alphanumeric);

/// Telephone of Kazakhstan: +7 or 8 and ten digits of which the first is 7, with the usual brackets, spaces
/// and hyphens; an extension behind "ішкі", "вн." or "доб." is passed over. Numbers of other countries give
/// Refusal::country.
Refusal check_phone(std::string_view text);

/// E-mail address: a practical part of RFC 5321 (one @, dot-atom, a domain with a dot; at most 254
/// characters). Cyrillic domains are allowed, Cyrillic look-alikes in a Latin one are not.
Refusal check_email(std::string_view text);

/// Address on the web: with or without http(s)://, a domain with a dot, an optional port, path, query.
Refusal check_web_address(std::string_view text);

}  // namespace irikteu::kazakh
