#include "compose/sheet_texts.hpp"

#include <cctype>
#include <filesystem>
#include <set>

#include "xml/document.hpp"

namespace irikteu::compose {

namespace {

constexpr std::uint64_t kMaxFileBytes = 16u << 20;
constexpr std::string_view kXsl = "http://www.w3.org/1999/XSL/Transform";

void collect(const base::Disk& disk, const std::string& path, std::set<std::string>& seen, std::string& texts) {
    if (!seen.insert(path).second) return;
    const std::string text = disk.read(path, kMaxFileBytes);
    texts += text;
    texts += '\n';
    const xml::Document sheet = xml::Document::parse(text, path);
    for (const xml::Node child : sheet.root().elements()) {
        if (child.namespace_uri() != kXsl || (child.name() != "import" && child.name() != "include")) continue;
        const std::filesystem::path href(std::string(child.attribute_or("href", "")));
        collect(disk, (std::filesystem::path(path).parent_path() / href).lexically_normal().string(), seen, texts);
    }
}

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.'; }

}  // namespace

std::string sheet_texts(const base::Disk& disk, const std::string& path) {
    std::set<std::string> seen;
    std::string texts;
    collect(disk, std::filesystem::path(path).lexically_normal().string(), seen, texts);
    return texts;
}

bool may_look_at(const std::string& texts, const std::string& parent, const std::string& name) {
    for (const char* whatever : {"/*", "//", "/node()", "/child::"}) {
        if (texts.find(parent + whatever) != std::string::npos) return true;
    }
    for (std::size_t at = texts.find(name); at != std::string::npos; at = texts.find(name, at + 1)) {
        const char before = at > 0 ? texts[at - 1] : ' ', after = at + name.size() < texts.size() ? texts[at + name.size()] : ' ';
        if ((before == ':' || before == '\'' || before == '"') && !is_name(after)) return true;
    }
    return false;
}

}  // namespace irikteu::compose
