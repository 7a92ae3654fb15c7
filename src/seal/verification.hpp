#pragma once

#include <string_view>
#include <vector>

#include "pdf/signed_file.hpp"
#include "sign/verify.hpp"

namespace irikteu::seal {

/// One signature of a file with everything that was found out about it.
struct SignatureReport {
    pdf::FileSignature signature;
    sign::Check coverage;  ///< The signature speaks for the whole file, or for a whole revision that was followed by what it allows only.
    sign::Verification verification;

    sign::Answer answer() const { return sign::worse(coverage.answer, verification.answer()); }
};

/// Something about the signatures together that makes none of them invalid, and that a reader of the file should know.
struct Notice {
    enum class Kind {
        out_of_order,  ///< `field` was signed before `other`, which the document declares in front of it.
        passed_over,   ///< `field` is signed; `other`, declared in front of it, is not yet.
        same_signer,   ///< `field` was signed with the certificate that signed `other`: `who`.
        other_name,    ///< `field` is there for the person `other`, and the certificate that signed it is in the name of `who`.
        filled_later,  ///< Behind `field` the form's fields `other` ("a, b") were filled, which were empty when it was signed.
    };
    Kind kind = Kind::out_of_order;
    std::string field, other, who;
};

struct FileReport {
    std::vector<SignatureReport> signatures;      ///< In the order of their revisions.
    std::vector<pdf::SignatureField> open_fields; ///< Not signed yet, in declared order.
    std::vector<Notice> notices;                  ///< In the order of the signatures that they are about.

    /// The worst of the signatures' answers; invalid where there is none.
    sign::Answer answer() const;
};

struct VerifyOptions {
    sign::TrustStore trust;
    sign::ValidationData given;        ///< Beside what the file's DSS holds.
    base::Moment now;                  ///< As of which is verified.
    sign::Network* network = nullptr;  ///< Where missing revocation answers are fetched; null: nowhere.
};

/// Verifies every signature of anybody's PDF (EN 319 142-1; ISO 32000-1, 12.8). Throws Error as pdf::read_signed_file() does where the file can't be read;
/// whatever is wrong with a signature is in its report.
FileReport verify_file(std::string_view file, const VerifyOptions& options);

}  // namespace irikteu::seal
