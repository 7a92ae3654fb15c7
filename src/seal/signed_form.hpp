#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "sign/check.hpp"

namespace irikteu::seal {

/// What a file is to the bytes that it is said to sign.
struct SignedForm {
    sign::Check check;                     ///< Valid only where each signature that it adds holds and is about exactly these bytes.
    std::vector<std::string> signatories;  ///< Names by the certificates, in the order of signing; of nobody's trust.
    std::vector<std::string> filled;       ///< Form fields that were empty in the original and were filled in before it was signed.
};

/// Whether `file` signs `original`: a PDF that is the original's very bytes followed by updates that add signatures and what they need, or that fill in
/// empty form fields before the first of these signatures, nothing else;
/// or a detached CMS (DER, PEM, Base64) about the original. Says whose keys signed, not whether their certificates are trusted: that is asked for by
/// verify_file(), of a moment and a trust store. Never throws for what is wrong with the file.
SignedForm signed_form(std::string_view file, std::string_view original, base::Moment now);

}  // namespace irikteu::seal
