#include "readers/chunk_reader.hpp"

#include <string>
#include <string_view>

#include "base/ascii.hpp"
#include "base/base64.hpp"
#include "base/error.hpp"
#include "readers/format.hpp"
#include "readers/html_reader.hpp"
#include "readers/transfer_encoding.hpp"
#include "readers/word_document.hpp"
#include "readers/word_text.hpp"

namespace irikteu::readers {

namespace {

/// A header field of a MIME entity (RFC 2045), lower case, with its folded lines; empty where absent.
std::string header_field(std::string_view headers, std::string_view name) {
    const std::string folded = "\n" + base::ascii_lower(headers);
    const std::size_t at = folded.find("\n" + std::string(name) + ":");
    if (at == std::string::npos) return {};
    std::size_t end = at + 1;
    do {
        end = std::min(folded.find('\n', end + 1), folded.size());
    } while (end + 1 < folded.size() && (folded[end + 1] == ' ' || folded[end + 1] == '\t'));
    return folded.substr(at + name.size() + 2, end - at - name.size() - 2);
}

struct Entity {
    std::string_view headers;
    std::string_view body;
};

Entity split_entity(std::string_view text) {
    std::size_t end = text.find("\n\n");
    std::size_t gap = 2;
    if (const std::size_t other = text.find("\r\n\r\n"); other < end) {
        end = other;
        gap = 4;
    }
    if (end == std::string_view::npos) return {text, {}};
    return {text.substr(0, end + 1), text.substr(end + gap)};
}

std::string decoded(const Entity& entity) {
    const std::string encoding = header_field(entity.headers, "content-transfer-encoding");
    if (encoding.find("quoted-printable") != std::string::npos) return decode_quoted_printable(entity.body);
    return encoding.find("base64") != std::string::npos ? base::decode_any_base64(entity.body) : std::string(entity.body);
}

/// The web page in a MIME message (RFC 2557), its first part that is one; empty where there is none.
std::string web_page_in(std::string_view message) {
    constexpr std::size_t most_parts = 100;
    const Entity whole = split_entity(message);
    const std::string type = header_field(whole.headers, "content-type");
    if (type.find("text/html") != std::string::npos) return decoded(whole);
    const std::size_t mark = type.find("boundary=");
    if (mark == std::string::npos) return {};
    // The value keeps its case: it is taken from the header as it stands.
    const std::size_t at = base::ascii_lower(whole.headers).find("boundary=") + 9;
    std::string_view value = whole.headers.substr(at);
    value = value.starts_with('"') ? value.substr(1, value.find('"', 1) - 1) : value.substr(0, value.find_first_of(" \t\r\n;"));
    const std::string boundary = "--" + std::string(value);
    std::size_t from = whole.body.find(boundary);
    for (std::size_t i = 0; i < most_parts && from != std::string_view::npos; ++i) {
        from = std::min(whole.body.find('\n', from), whole.body.size() - 1) + 1;
        const std::size_t end = std::min(whole.body.find(boundary, from), whole.body.size());
        const Entity part = split_entity(whole.body.substr(from, end - from));
        if (header_field(part.headers, "content-type").find("text/html") != std::string::npos) return decoded(part);
        from = end < whole.body.size() ? end : std::string_view::npos;
    }
    return {};
}

void read_lines(std::string_view text, Story& story, BlockSink& sink) {
    std::string page = "<pre>";
    for (const char c : text) {
        if (c == '\n') page += "</pre><pre>";
        else if (c == '<') page += "&lt;";
        else if (c == '&') page += "&amp;";
        else page += c;
    }
    read_html(page, story, sink);
}

/// False where it is of a kind that is not read.
bool read_part(const std::string& part, Story& story, BlockSink& sink) {
    const std::string type = story.package.content_type(part);
    const std::string bytes = story.package.bytes(part);
    const Format format = detect(bytes);
    if (format == Format::docx || format == Format::docm || format == Format::flat_opc || format == Format::word_xml) {
        const bool zip = format == Format::docx || format == Format::docm;
        const Limits limits = story.package.remaining_limits();
        if (story.depth >= limits.max_chunks) return false;
        const std::string name = story.package.name() + "/" + part;
        const Package inner = zip ? Package::open_zip(bytes, name, limits) : Package::open_xml(bytes, name, limits);
        read_word_into(inner, story, sink);
        story.package.charge(inner);
        return true;
    }
    if (base::ascii_lower(std::string_view(bytes).substr(0, 2048)).find("mime-version:") != std::string::npos) {
        const std::string page = web_page_in(bytes);
        if (!page.empty()) read_html(to_utf8(page), story, sink);
        return !page.empty();
    }
    if (format == Format::html || type.starts_with("text/html") || type.starts_with("application/xhtml")) {
        read_html(to_utf8(bytes), story, sink);
        return true;
    }
    if (type.starts_with("text/plain")) {
        read_lines(to_utf8(bytes), story, sink);
        return true;
    }
    return false;
}

}  // namespace

void read_chunk(xml::Node chunk, Story& story, BlockSink& sink) {
    const std::string id(attribute(chunk, "id").value_or(""));
    const Relationship* part = story.package.relationship(story.part, id);
    std::string said("part ");
    said += id;
    if (part != nullptr) {
        said = part->target + " (" + story.package.content_type(part->target) + ")";
        try {
            if (read_part(part->target, story, sink)) return;
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::limit_exceeded) throw;
            said += ": " + error.message();
        }
    }
    story.ledger.unknown(xml::qualified_name(chunk), said, story.place());
}

}  // namespace irikteu::readers
