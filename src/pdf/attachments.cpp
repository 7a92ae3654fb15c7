#include "pdf/attachments.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/error.hpp"
#include "pdf/syntax.hpp"
#include "pdf/trees.hpp"

namespace irikteu::pdf {

namespace {

constexpr std::string_view kNoDate = "D:20000101000000Z";
constexpr std::array<std::string_view, 5> kRelationships{"Source", "Data", "Alternative", "Supplement", "Unspecified"};

[[noreturn]] void invalid(const layout::Attachment& attachment, const char* what) {
    throw base::Error(base::ErrorCode::invalid, std::string("attachment: ") + what, {attachment.name, 0, 0, {}});
}

bool is_mime_type(std::string_view type) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == '_';
    };
    const auto slash = type.find('/');
    if (slash == 0 || slash == std::string_view::npos || slash + 1 == type.size()) return false;
    const auto tail = type.substr(slash + 1);
    return std::all_of(type.begin(), type.begin() + static_cast<std::ptrdiff_t>(slash), allowed) && std::all_of(tail.begin(), tail.end(), allowed);
}

}  // namespace

WrittenAttachments write_attachments(const layout::Pages& pages, Objects& objects, Deflater& deflater) {
    std::string date;
    append_byte_string(date, pages.metadata.date ? pages.metadata.date->pdf() : std::string(kNoDate));
    WrittenAttachments written;
    std::map<std::string, std::string> names;
    written.associated = "[";
    for (const auto& attachment : pages.attachments) {
        if (attachment.name.empty()) invalid(attachment, "no name");
        if (!is_mime_type(attachment.mime_type)) invalid(attachment, "no MIME type");
        if (std::find(kRelationships.begin(), kRelationships.end(), attachment.relationship) == kRelationships.end()) {
            invalid(attachment, "the relationship is none of ISO 19005-3");
        }
        std::string entries = "/Type/EmbeddedFile/Subtype";
        append_name(entries, attachment.mime_type);
        entries += "/Params<</ModDate" + date + "/Size " + std::to_string(attachment.bytes.size()) + ">>/Filter/FlateDecode";
        const auto file = to_string(objects.add_stream(entries, deflater.deflate(attachment.bytes)));
        std::string specification = "<</Type/Filespec/F";
        append_readable_string(specification, attachment.name);
        specification += "/UF";
        append_readable_string(specification, attachment.name);
        specification += "/Desc";
        append_readable_string(specification, attachment.description.empty() ? attachment.name : attachment.description);
        specification += "/AFRelationship";
        append_name(specification, attachment.relationship);
        specification += "/EF<</F " + file + "/UF " + file + ">>>>";
        const auto reference = to_string(objects.add(specification));
        if (!names.emplace(attachment.name, reference).second) invalid(attachment, "two attachments have this name");
        if (written.associated.size() > 1) written.associated += ' ';
        written.associated += reference;
    }
    written.associated += ']';
    written.names = write_name_tree(names, objects);
    return written;
}

}  // namespace irikteu::pdf
