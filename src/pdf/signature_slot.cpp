#include "pdf/signature_slot.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "pdf/file_update.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMostRoom = 32767;  // The longest string of PDF/A (ISO 32000-1, annex C.2).
constexpr int kCompression = 6;
constexpr std::string_view kRangePlace = "/ByteRange[0 0000000000 0000000000 0000000000]";
constexpr const char* kSignaturesAndAppendOnly = "3";  // SigFlags

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorCode::invalid, why); }

void require_signable(const SignedFile& read, const SignatureRequest& request) {
    if (!read.damages.empty()) refuse("the file is damaged: " + read.damages.front());
    for (const FileSignature& signature : read.signatures) {
        if (signature.pending) refuse("field " + signature.field + " still awaits its CMS");
        if (signature.coverage != Coverage::whole_file && signature.coverage != Coverage::later_changes) refuse("the signature in field " + signature.field + ": " + signature.coverage_reason);
        if (signature.certification == 1) refuse("the signature in field " + signature.field + " allows no further ones");
    }
    if (request.certification != SignatureRequest::Certification::none && !read.signatures.empty()) {
        throw Error(ErrorCode::usage, "only the first signature can certify the file");
    }
    if (request.room == 0 || request.room > kMostRoom) throw Error(ErrorCode::usage, "room for a CMS must be between 1 and 32767 bytes");
}

std::string signature_dictionary(const SignatureRequest& request) {
    std::string out = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/";
    out += request.format == SignatureRequest::Format::pades ? "ETSI.CAdES.detached" : "adbe.pkcs7.detached";
    const auto text = [&](const char* key, const std::string& value) {
        if (value.empty()) return;
        out += key;
        append_readable_string(out, value);
    };
    text("/Name", request.name);
    text("/Reason", request.reason);
    text("/Location", request.location);
    text("/M", request.time ? request.time->pdf() : "");
    if (request.certification == SignatureRequest::Certification::fill_and_sign) {
        out += "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]";
    }
    out += kRangePlace;
    out += "/Contents<";
    out.append(request.room * 2, '0');
    return out + ">>>";
}

/// Writes the numbers over the placeholder, with spaces up to its end.
void fill_range(std::string& file, std::size_t place, std::size_t gap_start, std::size_t gap_end) {
    std::string range = "/ByteRange[0 ";
    append_integer(range, static_cast<std::int64_t>(gap_start));
    range += ' ';
    append_integer(range, static_cast<std::int64_t>(gap_end));
    range += ' ';
    append_integer(range, static_cast<std::int64_t>(file.size() - gap_end));
    range += ']';
    if (range.size() > kRangePlace.size()) throw Error(ErrorCode::limit_exceeded, "the file is too large to be signed");
    range.append(kRangePlace.size() - range.size(), ' ');
    file.replace(place, range.size(), range);
}

PreparedFile locate(std::string file, std::size_t update, const std::string& dictionary) {
    const auto start = file.find(dictionary, update);
    if (start == std::string::npos) refuse("the PDF writer left no signature of the expected form");
    PreparedFile prepared;
    const auto range = file.find(kRangePlace, start);
    prepared.gap_start = start + dictionary.rfind('<');
    prepared.gap_end = start + dictionary.size() - 2;
    fill_range(file, range, prepared.gap_start, prepared.gap_end);
    prepared.bytes = std::move(file);
    return prepared;
}

void mark_form(FileUpdate& update, const SignedFile& read) {
    const auto form = update.referred(update.catalog(), "AcroForm");
    if (!form) throw Error(ErrorCode::unsupported, "the file has no form of its own object");
    if (!read.form_is_marked) update.set_entry(*form, "SigFlags", kSignaturesAndAppendOnly);
}

}  // namespace

std::vector<std::string_view> PreparedFile::signed_parts() const {
    const std::string_view all = bytes;
    return {all.substr(0, gap_start), all.substr(gap_end)};
}

const SignatureField& choose_field(const SignedFile& file, const SignatureRequest& request) {
    const auto unsigned_field = [](const SignatureField& field) { return !field.is_signed; };
    const auto next = std::find_if(file.fields.begin(), file.fields.end(), unsigned_field);
    if (request.field.empty()) {
        if (next == file.fields.end()) throw Error(ErrorCode::usage, "the file has no signature field that is not signed");
        return *next;
    }
    const auto named = std::find_if(file.fields.begin(), file.fields.end(), [&](const SignatureField& field) { return field.name == request.field; });
    if (named == file.fields.end()) {
        std::string names;
        for (const SignatureField& field : file.fields) names += (names.empty() ? "" : ", ") + field.name;
        throw Error(ErrorCode::usage, "the file has no signature field \"" + request.field + "\"; it has: " + (names.empty() ? "none" : names));
    }
    if (named->is_signed) throw Error(ErrorCode::usage, "field " + request.field + " is signed already");
    if (request.order == SignatureRequest::Order::declared && named != next) {
        throw Error(ErrorCode::usage, "it is the turn of field " + next->name + ", which is declared before " + request.field);
    }
    return *named;
}

PreparedFile prepare_signature(std::string_view file, const SignedFile& read, const SignatureRequest& request, FontSession& fonts) {
    require_signable(read, request);
    const SignatureField& field = choose_field(read, request);
    FileUpdate update(file);
    mark_form(update, read);
    const std::string dictionary = signature_dictionary(request);
    const Reference signature = update.added().add(dictionary);
    const Reference widget{field.object};
    update.set_entry(widget, "V", to_string(signature));
    const auto& [left, bottom, right, top] = field.rectangle;
    if (!request.appearance.lines.empty() && right > left && top > bottom) {
        Deflater deflater(kCompression);
        const Reference appearance = write_appearance(request.appearance, {right - left}, {top - bottom}, field.name, fonts, update.added(), deflater);
        update.set_entry(widget, "AP", "<</N " + to_string(appearance) + ">>");
    }
    if (request.certification == SignatureRequest::Certification::fill_and_sign) {
        update.set_entry(update.catalog(), "Perms", "<</DocMDP " + to_string(signature) + ">>");
    }
    return locate(update.finish(), file.size(), dictionary);
}

PreparedFile reopen_prepared(std::string bytes, const SignedFile& read) {
    if (read.signatures.empty() || !read.signatures.back().pending) refuse("the file awaits no CMS: it was not prepared, or is finished");
    const FileSignature& last = read.signatures.back();
    if (last.coverage != Coverage::whole_file) {
        refuse("the prepared file was changed" + (last.coverage_reason.empty() ? "" : ": " + last.coverage_reason));
    }
    PreparedFile prepared;
    prepared.gap_start = static_cast<std::size_t>(last.byte_range[1]);
    prepared.gap_end = static_cast<std::size_t>(last.byte_range[2]);
    prepared.bytes = std::move(bytes);
    return prepared;
}

std::string embed_signature(PreparedFile prepared, std::string_view cms) {
    constexpr char kDigits[] = "0123456789abcdef";
    const std::size_t room = (prepared.gap_end - prepared.gap_start - 2) / 2;
    if (cms.size() > room) {
        throw Error(ErrorCode::limit_exceeded, "the CMS has " + std::to_string(cms.size()) + " bytes, the file leaves room for " + std::to_string(room));
    }
    std::size_t at = prepared.gap_start + 1;
    for (const char c : cms) {
        prepared.bytes[at++] = kDigits[static_cast<unsigned char>(c) >> 4];
        prepared.bytes[at++] = kDigits[static_cast<unsigned char>(c) & 15];
    }
    return std::move(prepared.bytes);
}

namespace {

/// Adds streams for what `known` lacks; their references, each with a space before it.
std::string add_streams(FileUpdate& update, Deflater& deflater, const std::vector<std::string>& items, const std::vector<std::string>& known) {
    std::string references;
    for (auto item = items.begin(); item != items.end(); ++item) {
        if (std::find(known.begin(), known.end(), *item) != known.end() || std::find(items.begin(), item, *item) != item) continue;
        references += ' ' + to_string(update.added().add_stream("/Filter/FlateDecode", deflater.deflate(*item)));
    }
    return references;
}

}  // namespace

std::string add_validation_data(std::string_view file, const SignedFile& read, const std::vector<std::string>& certificates, const std::vector<std::string>& crls,
                                const std::vector<std::string>& ocsp_answers) {
    if (!read.damages.empty()) refuse("the file is damaged: " + read.damages.front());
    FileUpdate update(file);
    Deflater deflater(kCompression);
    const auto store = update.referred(update.catalog(), "DSS");
    std::string entries;
    bool anything = false;
    const auto list = [&](const char* key, const std::vector<std::string>& items, const std::vector<std::string>& known) {
        const std::string added = add_streams(update, deflater, items, known);
        if (added.empty()) return;
        anything = true;
        if (!store) {
            entries += '/' + std::string(key) + '[' + added.substr(1) + ']';
            return;
        }
        std::string former = update.entry(*store, key).value_or("[]");
        if (!former.ends_with(']')) throw Error(ErrorCode::unsupported, "the file's validation data is not of our form");
        former.pop_back();
        update.set_entry(*store, key, former + added + ']');
    };
    list("Certs", certificates, read.certificates);
    list("CRLs", crls, read.crls);
    list("OCSPs", ocsp_answers, read.ocsp_answers);
    if (!anything) return std::string(file);
    if (!store) update.set_entry(update.catalog(), "DSS", to_string(update.added().add("<</Type/DSS" + entries + ">>")));
    return update.finish();
}

}  // namespace irikteu::pdf
