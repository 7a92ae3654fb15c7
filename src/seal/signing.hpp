#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdf/signature_slot.hpp"
#include "sign/network.hpp"
#include "sign/signing_key.hpp"
#include "sign/validation_data.hpp"

/// Where a PDF's signature field and a CMS meet: `pdf` knows nothing of keys, `sign` nothing of PDF.
namespace irikteu::seal {

struct SignOptions {
    /// PAdES baseline levels (ETSI EN 319 142-1, 6): B-B; B-T with a time stamp; B-LT with validation data as well.
    enum class Level { basic, timestamp, long_term };

    pdf::SignatureRequest request;      ///< Its room for the CMS is chosen by sign_file().
    Level level = Level::basic;
    std::string timestamp_authority;    ///< http address; needed above basic.
    sign::ValidationData given;         ///< For long_term: certificates and revocation answers at hand.
    enum class Missing { refuse, fetch } missing = Missing::refuse;  ///< For long_term: what is not at hand.
    base::Moment now;                   ///< By which revocation is judged where there is no time stamp.
};

/// What was signed, to be told to whoever signs.
struct Signed {
    pdf::SignatureField field;
    std::vector<pdf::SignatureField> open;  ///< Still to be signed, in declared order.
    std::string signatory;                  ///< By the certificate; empty where it is not known.
    std::string other_name;                 ///< The person whom the field names, where the certificate is not in that name; empty: it may be.
    std::string same_signer;                ///< A field that the same certificate had signed before; empty: none.
};

/// Signs the next, or the named, signature field. Throws Error as pdf::prepare_signature(), sign::request_timestamp() and
/// sign::collect_validation_data() do; nothing is signed then.
std::string sign_file(std::string_view file, const sign::SigningKey& key, const SignOptions& options, pdf::FontSession& fonts, sign::Network& network, Signed* told = nullptr);

/// Puts a CMS made elsewhere (DER) into a prepared file, and adds what the level asks for. Refuses, as Error(invalid), a CMS that is not about this
/// file, or whose signature or signing-certificate-v2 is wrong; what can't be checked, as of an algorithm that is not known here, is let through.
std::string finish_file(std::string prepared, std::string cms, const SignOptions& options, sign::Network& network, Signed* told = nullptr);

}  // namespace irikteu::seal
