#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "pdf/font_session.hpp"
#include "pdf/signature_appearance.hpp"
#include "pdf/signed_file.hpp"

namespace irikteu::pdf {

/// What goes into a signature field beside the CMS.
struct SignatureRequest {
    enum class Format { pades, pkcs7 };               ///< SubFilter ETSI.CAdES.detached (EN 319 142-1), or adbe.pkcs7.detached.
    enum class Certification { none, fill_and_sign }; ///< The latter: DocMDP, P 2; for the file's first signature only.
    enum class Order { declared, any };               ///< Whether fields must be signed in the order in which the form declares them.

    std::string field;            ///< Name; empty: the first one that is not signed.
    Format format = Format::pades;
    Certification certification = Certification::none;
    Order order = Order::declared;
    std::optional<base::Moment> time;  ///< /M: the claimed time.
    std::string name, reason, location;
    std::size_t room = 16384;     ///< Bytes for the CMS, at most 32767 (ISO 19005-3 by way of ISO 32000-1, annex C).
    SignatureAppearance appearance;  ///< No lines: the box shows what it showed.
};

/// A file whose signature field awaits its CMS.
struct PreparedFile {
    std::string bytes;
    std::size_t gap_start = 0, gap_end = 0;  ///< The value of Contents with its angle brackets.

    /// What is to be signed: everything but the gap, in two parts.
    std::vector<std::string_view> signed_parts() const;
};

/// The field that a request is about. Throws Error(usage) where there is none such, it is signed already, or it is not its turn.
const SignatureField& choose_field(const SignedFile& file, const SignatureRequest& request);

/// Appends an update that fills the field (ISO 32000-1, 12.8.1). `read` is what read_signed_file() said of the same bytes.
/// Refuses, as Error(invalid), a file that is damaged or was changed behind a signature, awaits a CMS already, or forbids signing; Error(usage) as choose_field() does.
PreparedFile prepare_signature(std::string_view file, const SignedFile& read, const SignatureRequest& request, FontSession& fonts);

/// Finds again what prepare_signature() left open. Throws Error(invalid) where the file's last update is not such a one.
PreparedFile reopen_prepared(std::string bytes, const SignedFile& read);

/// The signed file. Throws Error(limit_exceeded) where the CMS is larger than the room left for it.
std::string embed_signature(PreparedFile prepared, std::string_view cms);

/// Appends certificates, CRLs and OCSP answers (each in DER) to the file's DSS (ISO 32000-2, 12.8.4.3; EN 319 142-1, 5.4). What is there already is not
/// added again; the same bytes come back where nothing is new.
std::string add_validation_data(std::string_view file, const SignedFile& read, const std::vector<std::string>& certificates, const std::vector<std::string>& crls,
                                const std::vector<std::string>& ocsp_answers);

}  // namespace irikteu::pdf
