#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::pdf {

/// A place for a signature, as the form declares it.
struct SignatureField {
    std::string name;     ///< Fully qualified.
    std::string tooltip;  ///< What a screen reader says; UTF-8.
    std::uint32_t object = 0;
    std::array<std::int64_t, 4> rectangle{};  ///< Left, bottom, right, top; millipoints.
    bool is_signed = false;
};

/// What was done to a file behind a signed revision.
struct LaterChanges {
    bool signatures = false;       ///< Signature fields were filled.
    bool forms = false;            ///< Other form fields were filled that were empty; another value for one that had one is forbidden.
    std::vector<std::string> filled;  ///< Their names.
    bool validation_data = false;  ///< Certificates and revocation answers were added (DSS).
    bool annotations = false;      ///< Only where the certification allows it.
    std::vector<std::string> forbidden;  ///< Everything else: "object 7: /Contents".
    bool any() const { return signatures || forms || validation_data || annotations || !forbidden.empty(); }
};

/// How much of the file a signature speaks for.
enum class Coverage {
    whole_file,      ///< To the last byte.
    later_changes,   ///< A whole revision; behind it only what it allows: LaterChanges tells.
    changed,         ///< A whole revision, and behind it something that it does not allow.
    broken,          ///< ByteRange is not exactly a whole revision but for the signature itself, or the file is damaged.
    not_known,       ///< Can't be told; the reason says why.
};

struct FileSignature {
    enum class Kind { signature, document_timestamp };
    Kind kind = Kind::signature;
    std::string field;
    std::string sub_filter;   ///< "ETSI.CAdES.detached", "adbe.pkcs7.detached", "ETSI.RFC3161" …
    std::string contents;     ///< The CMS or token, with the zeros behind it.
    std::array<std::int64_t, 4> byte_range{};
    std::string name, reason, location;  ///< As the signature claims; UTF-8.
    std::string claimed_time;  ///< /M as it stands.
    int certification = 0;     ///< DocMDP: 1 no changes, 2 filling and signing, 3 annotations as well; 0: no certification.
    bool pending = false;      ///< Prepared only: the place of the signature is all zeros.
    Coverage coverage = Coverage::broken;
    std::string coverage_reason;  ///< In English; empty where it is the whole file.
    LaterChanges changes;

    /// The two parts of the file that are signed; empty where ByteRange doesn't fit it.
    std::vector<std::string_view> signed_parts(std::string_view file) const;
};

struct SignedFile {
    std::vector<SignatureField> fields;      ///< As declared by the form.
    std::vector<FileSignature> signatures;   ///< In the order of their revisions.
    std::vector<std::string> certificates, crls, ocsp_answers;  ///< Of the DSS (ISO 32000-2, 12.8.4.3), as they stand.
    bool form_is_marked = false;             ///< SigFlags says that there are signatures and that updates must be appended.
    std::vector<std::string> damages;        ///< What had to be passed over to read the file.
};

/// Reads anybody's PDF: with libqpdf, which is made for that. Throws Error: malformed where it is no PDF or too
/// damaged to be read, unsupported where it is encrypted, limit_exceeded above 512 MB, 8 million objects or 1000 signatures.
SignedFile read_signed_file(std::string_view bytes);

/// What the file holds beside an earlier revision of it, whose bytes it begins with: judged as if that had been signed, with filling and signing allowed.
/// Throws Error as read_signed_file() does, for either.
LaterChanges changes_since(std::string_view earlier, std::string_view file);

}  // namespace irikteu::pdf
