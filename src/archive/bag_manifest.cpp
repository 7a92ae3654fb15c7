#include "archive/bag_manifest.hpp"

#include <algorithm>

#include "archive/bag_text.hpp"
#include "base/ascii.hpp"
#include "base/message_digest.hpp"

namespace irikteu::archive {

using Severity = BagFinding::Severity;
using base::MessageDigest;

namespace {

/// Reads the lines of one manifest.
class ManifestReader {
  public:
    ManifestReader(BagManifest& manifest, BagRules rules, const BagTree& tree, std::vector<BagFinding>& findings)
        : manifest_(manifest), rules_(rules), tree_(tree), findings_(findings) {
        if (manifest.checkable) digits_ = MessageDigest(manifest.name.algorithm).hex_digits();
    }

    void read(std::string_view text) {
        for (const std::string_view line : lines_of(text)) {
            ++number_;
            if (line.find_first_not_of(" \t") != std::string_view::npos) take(line);
        }
    }

  private:
    void say(Severity severity, std::string code, std::string what, std::string clause = "2.1.3") {
        findings_.push_back({severity, std::move(code), manifest_.path, number_, std::move(what), std::move(clause)});
    }
    Severity strict() const { return rules_ == BagRules::rfc ? Severity::error : Severity::warning; }

    void take(std::string_view line) {
        std::size_t end = 0;
        while (end < line.size() && base::hexadecimal(line[end]) >= 0) ++end;
        const std::size_t name = line.find_first_not_of(" \t", end);
        if (end == 0 || name == end || name == std::string_view::npos) {
            return say(Severity::error, "malformed-line", "This line is not a checksum, white space and a path.");
        }
        if (digits_ != 0 && end != digits_) {
            return say(Severity::error, "malformed-checksum", "This checksum has " + std::to_string(end) + " digits, not " +
                                                                  std::to_string(digits_) + ", as " + manifest_.name.algorithm + " has.");
        }
        take_path(base::ascii_lower(line.substr(0, end)), line.substr(name));
    }

    void take_path(const std::string& checksum, std::string_view written) {
        if (written.front() == '*') {
            say(Severity::warning, "asterisk", "The asterisk before the path is that of md5sum and its like, and not part of the format.");
            written.remove_prefix(1);
        }
        const std::string decoded = decode_path(written, PercentSign::encoded);
        if (const std::string_view fault = path_fault(decoded); !fault.empty()) {
            return say(Severity::error, "unsafe-path", "\"" + decoded + "\" " + std::string(fault) + '.', "5.1");
        }
        const std::string plain = without_dot_steps(written);
        if (plain != written) say(Severity::warning, "dot-step", "The path \"" + std::string(written) + "\" has needless \".\" steps.");
        const bool payload = plain.starts_with("data/");
        if (manifest_.name.kind == ManifestName::Kind::payload && !payload) {
            return say(Severity::error, "not-payload", "\"" + decoded + "\" does not lie in data/, so it is no payload.");
        }
        if (manifest_.name.kind == ManifestName::Kind::tag) require_tag_file(plain, payload);
        place(checksum, find_file(plain, rules_, tree_));
    }

    void require_tag_file(const std::string& path, bool payload) {
        if (payload) say(strict(), "payload-in-tag-manifest", "\"" + path + "\" is payload, and has no place in a tag manifest.", "2.2.1");
        const auto named = manifest_name(path);
        if (named && named->kind == ManifestName::Kind::tag) {
            say(strict(), "tag-manifest-in-tag-manifest", "A tag manifest may not list a tag manifest.", "2.2.1");
        }
    }

    void place(const std::string& checksum, const FoundFile& file) {
        if (!file.exists) {
            manifest_.missing.emplace(file.path, number_);
            return;
        }
        if (file.other_form) {
            say(Severity::warning, "normalization", "\"" + file.path + "\" is written in another normal form of Unicode than on the disk.", "5.2.3");
        }
        if (file.percent_plain) say(Severity::warning, "percent-sign", "The percent sign in \"" + file.path + "\" should be written as %25.");
        const auto [there, added] = manifest_.files.try_emplace(file.path, BagManifest::Line{checksum, number_});
        if (added) return;
        const std::string twice = "\"" + file.path + "\" is listed in line " + std::to_string(there->second.number) + " already, ";
        if (there->second.checksum != checksum) {
            say(Severity::error, "listed-twice", twice + "with another checksum.");
        } else {
            say(file.other_form ? Severity::warning : strict(), "listed-twice", twice + "with the same checksum.");
        }
    }

    BagManifest& manifest_;
    BagRules rules_;
    const BagTree& tree_;
    std::vector<BagFinding>& findings_;
    std::size_t digits_ = 0;
    int number_ = 0;
};

}  // namespace

std::optional<ManifestName> manifest_name(const std::string& file_name) {
    ManifestName name;
    std::string_view rest = file_name;
    if (rest.starts_with("tagmanifest-")) {
        name.kind = ManifestName::Kind::tag;
        rest.remove_prefix(12);
    } else if (rest.starts_with("manifest-")) {
        rest.remove_prefix(9);
    } else {
        return std::nullopt;
    }
    if (!rest.ends_with(".txt") || rest.size() == 4 || rest.find('/') != std::string_view::npos) return std::nullopt;
    rest.remove_suffix(4);
    for (char c : base::ascii_lower(rest)) {
        if (c != '-' && c != '_') name.algorithm += c;
    }
    return name;
}

std::string_view path_fault(std::string_view path) {
    if (path.find('\0') != std::string_view::npos) return "holds a zero byte";
    if (path.empty()) return "is empty";
    if (path.front() == '/') return "is an absolute path";
    if (path.front() == '~') return "begins with a home folder's tilde";
    if (path.front() == '\\') return "is an absolute or network path of Windows";
    if (path.size() > 1 && base::is_ascii_letter(path[0]) && path[1] == ':') return "begins with a drive of Windows";
    if (path.front() == '%' && path.find('%', 1) != std::string_view::npos && path.find('\\') != std::string_view::npos) {
        return "begins with a variable of Windows";
    }
    if (path.back() == '/') return "is a folder";
    std::string_view rest = path;
    while (!rest.empty()) {
        const auto end = rest.find_first_of("/\\");
        if (rest.substr(0, end) == "..") return "climbs out with \"..\"";
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return {};
}

std::string without_dot_steps(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const auto end = path.find('/');
        const std::string_view step = path.substr(0, end);
        if (!step.empty() && step != ".") {
            if (!out.empty()) out += '/';
            out += step;
        }
        if (end == std::string_view::npos) break;
        path.remove_prefix(end + 1);
    }
    return out;
}

FoundFile find_file(std::string_view written, BagRules rules, const BagTree& tree) {
    const std::string literal(written);
    const std::string decoded = decode_path(written, PercentSign::encoded);
    const std::string breaks = decode_path(written, PercentSign::literal);
    const std::string first = rules == BagRules::rfc ? decoded : literal;
    for (const std::string& path : {first, decoded, breaks, literal}) {
        if (tree.has(path)) return {path, true, false, rules == BagRules::rfc && path != decoded};
    }
    for (const std::string& path : {first, decoded, breaks, literal}) {
        if (const auto other = tree.otherwise_composed(path)) return {*other, true, true, false};
    }
    return {decoded, false, false, false};
}

BagManifest read_manifest(const std::string& path, const ManifestName& name, std::string_view text, BagRules rules,
                          const BagTree& tree, std::vector<BagFinding>& findings) {
    BagManifest manifest;
    manifest.path = path;
    manifest.name = name;
    manifest.checkable = MessageDigest::knows(name.algorithm);
    ManifestReader(manifest, rules, tree, findings).read(text);
    return manifest;
}

}  // namespace irikteu::archive
