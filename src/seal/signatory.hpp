#pragma once

#include <string>
#include <string_view>

#include "sign/certificate.hpp"

namespace irikteu::seal {

/// The person whom a signature field names, as our documents do: what stands behind the last ": " of its tooltip ("Төраға: Сүлейменов Берік
/// Қанатұлы"). Empty where it names nobody.
std::string declared_signatory(std::string_view tooltip);

/// Whether a certificate may be that person's, by name alone: two words of the common name (or its only one) stand in the declared name, one of them
/// in full, the other at least as an initial, and so does the surname where the certificate has it apart. In Kazakhstan's certificates GIVENNAME is
/// the patronymic: it has to agree in its first letters where the field has one (Қанатұлы, Канатович). Case, Kazakh letters typed as Russian ones and
/// spacing don't count.
bool may_be_of(const sign::Certificate& certificate, std::string_view declared);

/// The certificate's name as people know it: the common name, and behind it what GIVENNAME adds.
std::string full_name(const sign::Certificate& certificate);

}  // namespace irikteu::seal
