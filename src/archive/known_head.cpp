#include "archive/known_head.hpp"

#include <charconv>

#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

namespace {
constexpr std::string_view kFirstLine = "irikteu-archive-checkpoint 1\n";
}

std::string to_string(const KnownHead& head) { return std::to_string(head.entries) + ':' + head.root.hex(); }

KnownHead known_head(std::string_view text, std::string source) {
    KnownHead head;
    head.source = std::move(source);
    const auto [end, reason] = std::from_chars(text.data(), text.data() + text.size(), head.entries);
    const auto used = static_cast<std::size_t>(end - text.data());
    if (reason != std::errc() || text.substr(used, 1) != ":" || text.size() != used + 65) {
        throw Error(ErrorCode::usage, "a head is written as ENTRIES:ROOT, the root in 64 hexadecimal digits", {head.source, 0, 0, {}});
    }
    head.root = Digest::from_hex(text.substr(used + 1));
    return head;
}

std::string checkpoint_text(const KnownHead& head) {
    return std::string(kFirstLine) + "entries " + std::to_string(head.entries) + "\nroot " + head.root.hex() + '\n';
}

KnownHead from_checkpoint(std::string_view text, const std::string& file) {
    KnownHead head;
    try {
        if (text.starts_with(kFirstLine)) {
            const std::string_view rest = text.substr(kFirstLine.size());
            const auto line = rest.find('\n');
            if (rest.starts_with("entries ") && line != std::string_view::npos && rest.substr(line + 1).starts_with("root ")) {
                head = known_head(std::string(rest.substr(8, line - 8)) + ':' + std::string(rest.substr(line + 6, 64)), file);
            }
        }
    } catch (const Error&) {
        head.root = Digest();
    }
    if (checkpoint_text(head) != text) throw Error(ErrorCode::malformed, "is no checkpoint of an archive", {file, 0, 0, {}});
    return head;
}

}  // namespace irikteu::archive
