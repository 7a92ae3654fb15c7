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

struct FileReport {
    std::vector<SignatureReport> signatures;      ///< In the order of their revisions.
    std::vector<pdf::SignatureField> open_fields; ///< Not signed yet, in declared order.

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
