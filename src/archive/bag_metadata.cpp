#include "archive/bag_metadata.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "archive/bag_text.hpp"
#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "kazakh/normalize.hpp"

namespace irikteu::archive {

using Severity = BagFinding::Severity;

namespace {

constexpr std::string_view kVersionLabel = "BagIt-Version: ";
constexpr std::string_view kEncodingLabel = "Tag-File-Character-Encoding: ";
constexpr std::array<std::string_view, 8> kVersions = {"0.93", "0.94", "0.95", "0.96", "0.97", "0.98", "0.99", "1.0"};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, reason] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || reason != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A scheme, a colon and something behind it (RFC 3986, 4.3); http and ftp need a host.
bool is_absolute_url(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 >= text.size() || !base::is_ascii_letter(text.front())) return false;
    if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) { return base::is_ascii_letter(c) || base::is_ascii_digit(c) || c == '+' || c == '-' || c == '.'; })) return false;
    const std::string scheme = kazakh::composed_and_folded(std::string(text.substr(0, colon)));
    if (scheme != "http" && scheme != "https" && scheme != "ftp") return true;
    const std::string_view rest = text.substr(colon + 1);
    return rest.size() > 2 && rest.starts_with("//") && rest[2] != '/';
}

bool is_version(std::string_view text) {
    const auto dot = text.find('.');
    return dot != std::string_view::npos && number_of(text.substr(0, dot)) && number_of(text.substr(dot + 1));
}

/// What stands behind the label, or a finding that says how the line should be.
std::string labelled(const std::vector<std::string_view>& lines, std::size_t at, std::string_view label, std::vector<BagFinding>& findings) {
    const int number = static_cast<int>(at) + 1;
    const std::string wanted = "Line " + std::to_string(number) + " should be \"" + std::string(label) + "...\"";
    if (at >= lines.size()) {
        findings.push_back({Severity::error, "bad-declaration", "bagit.txt", number, wanted + ", but is missing.", "2.1.1"});
        return {};
    }
    const std::string_view line = lines[at];
    if (!line.starts_with(label) || line.size() == label.size() || is_blank(line[label.size()])) {
        findings.push_back({Severity::error, "bad-declaration", "bagit.txt", number, wanted + ", with no other white space.", "2.1.1"});
        return {};
    }
    if (is_blank(line.back())) {
        findings.push_back({Severity::warning, "trailing-space", "bagit.txt", number, "White space stands at the end of the line.", "2.1.1"});
    }
    return std::string(trimmed(line.substr(label.size())));
}

}  // namespace

BagDeclaration read_declaration(std::string_view bytes, std::vector<BagFinding>& findings) {
    const auto say = [&findings](std::string code, int line, std::string what, Severity severity = Severity::error) {
        findings.push_back({severity, std::move(code), "bagit.txt", line, std::move(what), "2.1.1"});
    };
    BagDeclaration declaration;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        say("byte-order-mark", 1, "The file begins with a byte order mark, which it may not have.");
        bytes.remove_prefix(3);
    }
    if (!base::is_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
        say("not-utf-8", 0, "The file is not in UTF-8.");
        return declaration;
    }
    const std::vector<std::string_view> lines = lines_of(bytes);
    declaration.version = labelled(lines, 0, kVersionLabel, findings);
    declaration.encoding = labelled(lines, 1, kEncodingLabel, findings);
    if (!declaration.version.empty()) {
        if (!is_version(declaration.version)) {
            say("bad-version", 1, "\"" + declaration.version + "\" is no version: two numbers with a dot between them.");
        } else if (std::find(kVersions.begin(), kVersions.end(), declaration.version) == kVersions.end()) {
            say("unknown-version", 1, "The version " + declaration.version + " is not one of 0.93 to 1.0.");
        }
    }
    if (declaration.version == "1.0") declaration.rules = BagRules::rfc;
    if (!declaration.encoding.empty() && !is_known_encoding(declaration.encoding)) {
        say("unknown-encoding", 2, "The character encoding \"" + declaration.encoding + "\" is not known.");
        declaration.encoding.clear();
    }
    for (std::size_t i = 2; i < lines.size(); ++i) {
        const bool fault = declaration.rules == BagRules::rfc && !trimmed(lines[i]).empty();
        say("extra-line", static_cast<int>(i) + 1, "The file has more than its two lines.", fault ? Severity::error : Severity::warning);
    }
    return declaration;
}

std::vector<BagInfoItem> read_bag_info(const std::string& path, std::string_view text, BagRules rules,
                                       std::vector<BagFinding>& findings) {
    std::vector<BagInfoItem> items;
    int number = 0;
    const auto say = [&](Severity severity, std::string code, std::string what) {
        findings.push_back({severity, std::move(code), path, number, std::move(what), "2.2.2"});
    };
    const Severity strict = rules == BagRules::rfc ? Severity::error : Severity::warning;
    for (const std::string_view line : lines_of(text)) {
        ++number;
        if (trimmed(line).empty()) {
            if (!line.empty() || rules == BagRules::rfc) say(Severity::warning, "empty-line", "This line is empty.");
            continue;
        }
        if (is_blank(line.front())) {
            if (items.empty()) say(strict, "bad-metadata", "The first line continues nothing.");
            else items.back().value.append(" ").append(trimmed(line));
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            say(strict, "bad-metadata", "This line is not a label, a colon and a value.");
            continue;
        }
        const std::string_view label = line.substr(0, colon), value = line.substr(colon + 1);
        if (is_blank(label.back())) say(strict, "bad-metadata", "White space stands between the label and its colon.");
        if (!value.empty() && !is_blank(value.front())) say(strict, "bad-metadata", "A space is missing behind the colon.");
        items.push_back({std::string(trimmed(label)), std::string(trimmed(value)), number});
    }
    return items;
}

void check_payload_oxum(const std::string& path, const std::vector<BagInfoItem>& items, std::uint64_t bytes,
                        std::uint64_t files, BagRules rules, std::vector<BagFinding>& findings) {
    const Severity strict = rules == BagRules::rfc ? Severity::error : Severity::warning;
    const std::string is = std::to_string(bytes) + '.' + std::to_string(files);
    int seen = 0;
    for (const BagInfoItem& item : items) {
        if (kazakh::composed_and_folded(item.label) != "payload-oxum") continue;
        const auto say = [&](Severity severity, std::string code, std::string what) {
            findings.push_back({severity, std::move(code), path, item.line, std::move(what), "2.2.2"});
        };
        if (++seen > 1) say(strict, "repeated-oxum", "Payload-Oxum may stand but once.");
        if (!is_version(item.value)) {
            say(strict, "bad-oxum", "\"" + item.value + "\" is not octets, a dot and files.");
        } else if (item.value != is) {
            say(Severity::error, "wrong-oxum", "Payload-Oxum says " + item.value + ", but the payload is " + is + " (octets.files).");
        }
    }
}

std::vector<FetchItem> read_fetch(std::string_view text, BagRules rules, const BagTree& tree, std::vector<BagFinding>& findings) {
    std::vector<FetchItem> items;
    int number = 0;
    const auto say = [&](Severity severity, std::string code, std::string what, std::string clause = "2.2.3") {
        findings.push_back({severity, std::move(code), "fetch.txt", number, std::move(what), std::move(clause)});
    };
    for (std::string_view line : lines_of(text)) {
        ++number;
        if (trimmed(line).empty()) continue;
        std::array<std::string_view, 2> words;
        for (std::string_view& word : words) {
            const auto end = std::min(line.find_first_of(" \t"), line.size());
            word = line.substr(0, end);
            line.remove_prefix(end);
            line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        }
        const auto length = number_of(words[1]);
        if (line.empty() || words[0].empty() || (!length && words[1] != "-")) {
            say(Severity::error, "malformed-line", "This line is not a URL, a length (or \"-\") and a path.");
            continue;
        }
        const std::string decoded = decode_path(line, PercentSign::encoded);
        if (const std::string_view fault = path_fault(decoded); !fault.empty()) {
            say(Severity::error, "unsafe-path", "\"" + decoded + "\" " + std::string(fault) + '.', "5.1");
            continue;
        }
        const std::string plain = without_dot_steps(line);
        if (!plain.starts_with("data/")) {
            // Drafts before 1.0 were written to without the folder: then nothing is missing that the manifests want.
            say(rules == BagRules::rfc ? Severity::error : Severity::warning, "not-payload", "\"" + decoded + "\" does not lie in data/, so it is no payload.");
            continue;
        }
        if (!is_absolute_url(words[0])) say(Severity::error, "bad-url", "\"" + std::string(words[0]) + "\" is no absolute URL.");
        items.push_back({std::string(words[0]), find_file(plain, rules, tree).path, length, number});
    }
    return items;
}

}  // namespace irikteu::archive
