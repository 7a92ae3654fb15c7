#include "pdf/signed_file.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "pdf/later_changes.hpp"
#include "pdf/qpdf_reading.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMostSignatures = 1000;
constexpr std::size_t kMostValidationItems = 10'000;
constexpr std::int64_t kMostContents = 16 << 20;
constexpr int kFillAndSign = 2;

std::int64_t millipoints(QPDFObjectHandle number) {
    return number.isNumber() ? static_cast<std::int64_t>(number.getNumericValue() * 1000 + (number.getNumericValue() < 0 ? -0.5 : 0.5)) : 0;
}

/// Where a revision ends: behind %%EOF and at most one line end.
bool ends_a_revision(std::string_view bytes) {
    if (bytes.ends_with("\r\n")) {
        bytes.remove_suffix(2);
    } else if (bytes.ends_with('\n') || bytes.ends_with('\r')) {
        bytes.remove_suffix(1);
    }
    return bytes.ends_with("%%EOF");
}

/// ISO 32000-1, 12.8.1: the range is the whole revision but for the value of Contents with its angle brackets, which stand exactly where
/// the reader found that value. Empty where all is well.
std::string range_fault(const FileSignature& signature, QPDFObjectHandle value, std::string_view file) {
    const auto& [start, first, second, rest] = signature.byte_range;
    const auto size = static_cast<std::int64_t>(file.size());
    if (get(value, "/ByteRange").getArrayNItems() != 4) return "ByteRange has not four numbers";
    if (start != 0 || first <= 0 || second <= first || rest <= 0 || first > size || second > size || rest > size - second) return "ByteRange does not fit the file";
    const std::string_view gap = file.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(second - first));
    if (gap.size() < 2 || gap.front() != '<' || gap.back() != '>' || !std::all_of(gap.begin() + 1, gap.end() - 1, [](char c) { return base::hexadecimal(c) >= 0; })) {
        return "what ByteRange leaves out is not exactly one hexadecimal string";
    }
    if (get(value, "/Contents").getParsedOffset() != first) return "what ByteRange leaves out is not the signature's Contents";
    if (!ends_a_revision(file.substr(0, static_cast<std::size_t>(second + rest)))) return "ByteRange does not end where a revision ends";
    return {};
}

int certification_of(QPDFObjectHandle value) {
    QPDFObjectHandle references = get(value, "/Reference");
    for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
        QPDFObjectHandle reference = references.getArrayItem(i);
        if (!get(reference, "/TransformMethod").isNameAndEquals("/DocMDP")) continue;
        QPDFObjectHandle permission = get(get(reference, "/TransformParams"), "/P");
        const auto level = permission.isInteger() ? permission.getIntValue() : kFillAndSign;
        return level >= 1 && level <= 3 ? static_cast<int>(level) : 1;
    }
    return 0;
}

/// Whether the signature restricts single fields, which is not judged here.
bool restricts_fields(QPDFObjectHandle value) {
    QPDFObjectHandle references = get(value, "/Reference");
    for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
        QPDFObjectHandle method = get(references.getArrayItem(i), "/TransformMethod");
        if (method.isName() && !method.isNameAndEquals("/DocMDP")) return true;
    }
    return false;
}

struct Found {
    FileSignature signature;
    QPDFObjectHandle value;
    bool restricts_fields = false;
};

Found read_signature(const FormField& field, std::string_view file) {
    Found found{{}, field.value, restricts_fields(field.value)};
    FileSignature& signature = found.signature;
    signature.field = field.name;
    QPDFObjectHandle sub_filter = get(field.value, "/SubFilter"), type = get(field.value, "/Type");
    if (sub_filter.isName()) signature.sub_filter = sub_filter.getName().substr(1);
    if (type.isNameAndEquals("/DocTimeStamp") || signature.sub_filter == "ETSI.RFC3161") signature.kind = FileSignature::Kind::document_timestamp;
    signature.contents = get(field.value, "/Contents").getStringValue();
    if (static_cast<std::int64_t>(signature.contents.size()) > kMostContents) throw Error(ErrorCode::limit_exceeded, "a signature is larger than 16 MB");
    QPDFObjectHandle range = get(field.value, "/ByteRange");
    for (int i = 0; i < 4 && i < range.getArrayNItems(); ++i) {
        if (range.getArrayItem(i).isInteger()) signature.byte_range[static_cast<std::size_t>(i)] = range.getArrayItem(i).getIntValue();
    }
    signature.name = text_of(get(field.value, "/Name"));
    signature.reason = text_of(get(field.value, "/Reason"));
    signature.location = text_of(get(field.value, "/Location"));
    signature.claimed_time = text_of(get(field.value, "/M"));
    signature.certification = certification_of(field.value);
    signature.pending = signature.contents.find_first_not_of('\0') == std::string::npos;
    signature.coverage_reason = range_fault(signature, field.value, file);
    return found;
}

std::string listed(const LaterChanges& changes) {
    std::string text;
    const auto name = [&](bool present, const char* what) {
        if (present) text += (text.empty() ? "" : ", ") + std::string(what);
    };
    name(changes.signatures, "signatures");
    name(changes.forms, "form fields");
    name(changes.validation_data, "validation data");
    name(changes.annotations, "annotations");
    return text.empty() ? "nothing that shows" : text;
}

std::string first_few(const std::vector<std::string>& list) {
    constexpr std::size_t kShown = 3;
    std::string text;
    for (std::size_t i = 0; i < list.size() && i < kShown; ++i) text += (i > 0 ? "; " : "") + list[i];
    return list.size() > kShown ? text + " and " + std::to_string(list.size() - kShown) + " more" : text;
}

/// Judges what follows the signature's revision.
void judge_coverage(Found& found, QPDF& pdf, std::string_view file, int permission) {
    FileSignature& signature = found.signature;
    if (!signature.coverage_reason.empty()) return;  // broken
    const auto end = static_cast<std::size_t>(signature.byte_range[2] + signature.byte_range[3]);
    if (end == file.size()) {
        signature.coverage = Coverage::whole_file;
        return;
    }
    const auto revision = open_pdf(file.substr(0, end));
    signature.changes = compare_revisions(*revision, pdf, static_cast<std::int64_t>(end), permission);
    if (revision->anyWarnings()) {
        signature.coverage_reason = "the signed revision is damaged";
    } else if (!signature.changes.forbidden.empty()) {
        signature.coverage = Coverage::changed;
        signature.coverage_reason = "changed after signing: " + first_few(signature.changes.forbidden);
    } else if (found.restricts_fields && signature.changes.forms) {
        signature.coverage = Coverage::not_known;
        signature.coverage_reason = "fields were filled after signing, and the signature's restrictions on fields are not understood";
    } else {
        signature.coverage = Coverage::later_changes;
        signature.coverage_reason = "followed by " + listed(signature.changes);
    }
}

void read_list(QPDFObjectHandle list, std::vector<std::string>& into) {
    if (!list.isArray()) return;
    for (QPDFObjectHandle item : list.getArrayAsVector()) {
        if (into.size() >= kMostValidationItems) throw Error(ErrorCode::limit_exceeded, "the file holds too many certificates or revocation answers");
        if (!item.isStream()) continue;
        const auto data = item.getStreamData(qpdf_dl_generalized);
        into.emplace_back(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    }
}

SignatureField field_of(const FormField& field) {
    SignatureField result;
    result.name = field.name;
    result.tooltip = text_of(get(field.field, "/TU"));
    result.object = static_cast<std::uint32_t>(field.field.getObjectID());
    result.is_signed = is_signature(field.value);
    QPDFObjectHandle rectangle = field.widgets.empty() ? QPDFObjectHandle::newNull() : get(field.widgets.front(), "/Rect");
    for (int i = 0; rectangle.isArray() && i < 4 && i < rectangle.getArrayNItems(); ++i) {
        result.rectangle[static_cast<std::size_t>(i)] = millipoints(rectangle.getArrayItem(i));
    }
    return result;
}

/// The strictest certification that holds for what follows a revision: its own, or that of one before it.
int permission_for(const std::vector<Found>& all, std::size_t index) {
    int permission = 0;
    for (std::size_t i = 0; i <= index; ++i) {
        const int level = all[i].signature.certification;
        if (level != 0 && (permission == 0 || level < permission)) permission = level;
    }
    return permission == 0 ? kFillAndSign : permission;
}

SignedFile read(std::string_view bytes) {
    const auto pdf = open_pdf(bytes);
    SignedFile result;
    std::vector<Found> found;
    for (const FormField& field : form_fields(*pdf)) {
        if (field.type != "/Sig") continue;
        result.fields.push_back(field_of(field));
        if (!result.fields.back().is_signed) continue;
        if (found.size() >= kMostSignatures) throw Error(ErrorCode::limit_exceeded, "the file has too many signatures");
        found.push_back(read_signature(field, bytes));
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.signature.byte_range[2] + a.signature.byte_range[3] < b.signature.byte_range[2] + b.signature.byte_range[3];
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
        judge_coverage(found[i], *pdf, bytes, permission_for(found, i));
        result.signatures.push_back(std::move(found[i].signature));
    }
    QPDFObjectHandle store = get(pdf->getRoot(), "/DSS");
    read_list(get(store, "/Certs"), result.certificates);
    read_list(get(store, "/CRLs"), result.crls);
    read_list(get(store, "/OCSPs"), result.ocsp_answers);
    QPDFObjectHandle flags = get(get(pdf->getRoot(), "/AcroForm"), "/SigFlags");
    result.form_is_marked = flags.isInteger() && (flags.getIntValue() & 3) == 3;
    for (const QPDFExc& warning : pdf->getWarnings()) result.damages.push_back(warning.getMessageDetail());
    if (!result.damages.empty()) {
        for (FileSignature& signature : result.signatures) {
            if (signature.coverage == Coverage::broken) continue;
            signature.coverage = Coverage::broken;
            signature.coverage_reason = "the file is damaged: " + result.damages.front();
        }
    }
    return result;
}

LaterChanges compare(std::string_view earlier, std::string_view file) {
    const auto before = open_pdf(earlier), after = open_pdf(file);
    LaterChanges changes = compare_revisions(*before, *after, static_cast<std::int64_t>(earlier.size()), kFillAndSign);
    for (const auto& pdf : {before, after}) {
        if (pdf->anyWarnings()) changes.forbidden.push_back("the file is damaged: " + pdf->getWarnings().front().getMessageDetail());
    }
    return changes;
}

/// Gives what `work` gives; what libqpdf throws becomes an Error.
template <class Work>
auto guarded(Work work) {
    try {
        return work();
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {  // QPDFExc and what libqpdf throws for impossible numbers
        throw Error(ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what());
    }
}

}  // namespace

std::vector<std::string_view> FileSignature::signed_parts(std::string_view file) const {
    const auto size = static_cast<std::int64_t>(file.size());
    const auto fits = [&](std::int64_t start, std::int64_t length) { return start >= 0 && length >= 0 && start <= size && length <= size - start; };
    if (!fits(byte_range[0], byte_range[1]) || !fits(byte_range[2], byte_range[3]) || byte_range[0] + byte_range[1] > byte_range[2]) return {};
    return {file.substr(static_cast<std::size_t>(byte_range[0]), static_cast<std::size_t>(byte_range[1])),
            file.substr(static_cast<std::size_t>(byte_range[2]), static_cast<std::size_t>(byte_range[3]))};
}

SignedFile read_signed_file(std::string_view bytes) {
    return guarded([&] { return read(bytes); });
}

LaterChanges changes_since(std::string_view earlier, std::string_view file) {
    return guarded([&] { return compare(earlier, file); });
}

}  // namespace irikteu::pdf
