#include "xml/library.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <cstdarg>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "xml/document.hpp"
#include "xml/tree_room.hpp"

namespace irikteu::xml {

namespace {

thread_local OpenScope* open_scope = nullptr;
thread_local ErrorCollector* collector = nullptr;

constexpr std::size_t kMostNotes = 200;
constexpr std::uint64_t kMaxTemplateBytes = 16u << 20;

/// The path without "." and ".." steps; empty where ".." climbs out of it.
std::string normalise(const std::string& path) {
    std::string out = path.starts_with('/') ? "/" : "";
    std::size_t at = 0;
    while (at <= path.size()) {
        std::size_t end = path.find('/', at);
        if (end == std::string::npos) end = path.size();
        const std::string step = path.substr(at, end - at);
        at = end + 1;
        if (step.empty() || step == ".") continue;
        if (step == ".." && !out.empty() && out != "/" && !out.ends_with("../")) {
            const auto slash = out.find_last_of('/', out.size() - 2);
            out.erase(slash == std::string::npos ? 0 : slash + 1);
            continue;
        }
        out += step + '/';
    }
    if (out.size() > 1 && out.ends_with('/')) out.pop_back();
    return out;
}

/// An empty root is the present folder.
bool lies_below(const std::string& path, const std::string& root) {
    if (root.empty()) return !path.empty() && path.front() != '/' && !path.starts_with("../");
    return path.starts_with(root == "/" ? root : root + '/');
}

xmlParserInputPtr open_entity(const char* url, const char*, xmlParserCtxtPtr context) {
    if (open_scope == nullptr || url == nullptr) return nullptr;
    const std::string path = normalise(url);
    if (!lies_below(path, normalise(open_scope->root_folder()))) return nullptr;
    std::string bytes;
    try {
        bytes = open_scope->disk().read(path, kMaxTemplateBytes);
    } catch (const base::Error& error) {
        if (collector != nullptr) collector->note(error.message(), path, 0, 0);
        return nullptr;
    }
    xmlParserInputBufferPtr buffer =
        xmlParserInputBufferCreateMem(bytes.data(), static_cast<int>(bytes.size()), XML_CHAR_ENCODING_NONE);
    if (buffer == nullptr) return nullptr;
    xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
    if (input != nullptr) input->filename = reinterpret_cast<char*>(xmlStrdup(BAD_CAST path.c_str()));
    return input;
}

void on_structured_error(void*, xmlErrorPtr error) {
    if (collector == nullptr || error == nullptr || error->level < XML_ERR_ERROR) return;
    collector->note(one_line(error->message), error->file ? error->file : "", error->line,
                    error->domain == XML_FROM_PARSER ? error->int2 : 0);
}

}  // namespace

void initialise() {
    static std::once_flag once;
    std::call_once(once, [] {
        use_rooms();
        xmlInitParser();
        xmlSetExternalEntityLoader(open_entity);
    });
}

void complain(void*, const char* format, ...) {
    if (collector == nullptr) return;
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    collector->note(one_line(text), {}, 0, 0);
}

void note_complaint(const std::string& message, const std::string& file, int line) {
    if (collector != nullptr) collector->note(message, file, line, 0);
}

std::optional<Document> open_document(const char* url) {
    const std::string path = normalise(url);
    try {
        const auto may_lie_below = [&](const std::string& folder) { return !folder.empty() && lies_below(path, normalise(folder)); };
        if (open_scope == nullptr || (!may_lie_below(open_scope->root_folder()) && !may_lie_below(open_scope->input_folder())))
            throw base::Error(base::ErrorCode::unreadable_file, "may not be read here", {path, 0, 0, {}});
        return Document::parse(open_scope->disk().read(path, kMaxTemplateBytes), path);
    } catch (const base::Error& error) {
        if (collector != nullptr) collector->note(error.what(), path, 0, 0);
        return std::nullopt;
    }
}

OpenScope::OpenScope(const base::Disk& disk, std::string root_folder, std::string input_folder)
    : disk_(disk), root_folder_(std::move(root_folder)), input_folder_(std::move(input_folder)), outer_(open_scope) {
    open_scope = this;
}
OpenScope::~OpenScope() { open_scope = outer_; }

ErrorCollector::ErrorCollector() : outer_(collector) {
    collector = this;
    xmlSetStructuredErrorFunc(nullptr, on_structured_error);
    xmlSetGenericErrorFunc(nullptr, complain);
}
ErrorCollector::~ErrorCollector() { collector = outer_; }

void ErrorCollector::note(const std::string& message, const std::string& file, int line, int column) {
    if (message.empty()) return;
    if (notes_.size() < kMostNotes) notes_.push_back({message, file, line});
    if (message_.empty()) {
        message_ = message;
    } else if (line_ == 0 && message_.size() < 1000) {
        message_ += "; " + message;  // libxslt splits one complaint over several calls
    }
    if (line_ == 0) {
        file_ = file;
        line_ = line;
        column_ = column;
    }
}

base::Error ErrorCollector::error(base::ErrorCode code, const std::string& otherwise, const std::string& file) const {
    return base::Error(code, message_.empty() ? otherwise : message_,
                       {file_.empty() ? file : file_, line_, column_, {}});
}

namespace {

/// libxslt says in one call where ("compilation error: file a.xsl line 7 element value-of") and in the next what.
std::optional<base::SourcePosition> compilation_place(const std::string& message) {
    constexpr std::string_view kStart = "compilation error: ", kFile = "file ", kLine = " line ", kElement = " element ";
    if (!message.starts_with(kStart)) return std::nullopt;
    base::SourcePosition where;
    const std::string rest = message.substr(kStart.size());
    const auto line = rest.rfind(kLine);
    if (!rest.starts_with(kFile)) return where;
    where.file = rest.substr(kFile.size(), std::min(line, rest.rfind(kElement)) - kFile.size());
    if (line != std::string::npos) where.line = std::atoi(rest.c_str() + line + kLine.size());
    return where;
}

}  // namespace

std::vector<base::Error> ErrorCollector::errors(base::ErrorCode code, const std::string& otherwise, const std::string& file) const {
    std::vector<base::Error> all;
    std::string before;                         // What XPath says of an expression comes ahead of its place.
    std::optional<base::SourcePosition> where;  // Of what is said next.
    for (const Note& note : notes_) {
        if (auto place = compilation_place(note.message)) {
            where = std::move(place);
        } else if (note.line > 0) {
            all.emplace_back(code, note.message, base::SourcePosition{note.file.empty() ? file : note.file, note.line, 0, {}});
        } else if (where) {
            if (where->file.empty()) where->file = file;
            all.emplace_back(code, note.message + (before.empty() ? "" : " (" + before + ')'), *std::exchange(where, std::nullopt));
            before.clear();
        } else {
            before += (before.empty() ? "" : "; ") + note.message;
        }
    }
    if (all.empty()) all.push_back(error(code, otherwise, file));
    return all;
}

std::string one_line(const char* message) {
    std::string text = message ? message : "";
    for (char& c : text) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace irikteu::xml
