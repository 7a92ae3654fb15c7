#include "checks/messages.hpp"

#include "base/error.hpp"
#include "xml/document.hpp"

namespace irikteu::checks {

namespace {
constexpr std::string_view kNamespace = "urn:irikteu:messages:1";
constexpr std::uint64_t kMaxBytes = 4u << 20;
}  // namespace

Messages Messages::load(const base::Disk& disk, const std::string& path, std::string_view language) {
    const xml::Document document = xml::Document::parse(disk.read(path, kMaxBytes), path);
    const xml::Node root = document.root();
    if (!root.is_element("messages", kNamespace) || root.attribute("lang", "http://www.w3.org/XML/1998/namespace") != language)
        throw base::Error(base::ErrorCode::invalid, "holds no messages in \"" + std::string(language) + "\"", {path, root.line(), 0, {}});
    Messages result;
    result.path_ = path;
    result.language_ = language;
    for (xml::Node message : root.elements()) {
        const auto key = message.attribute("key");
        if (!key || !result.texts_.emplace(*key, xml::normalize_space(message.text())).second)
            throw base::Error(base::ErrorCode::invalid, "a message has no key, or one that stands twice", {path, message.line(), 0, {}});
    }
    return result;
}

std::string Messages::say(std::string_view key, std::initializer_list<std::string_view> arguments) const {
    const auto found = texts_.find(key);
    if (found == texts_.end())
        throw base::Error(base::ErrorCode::environment, "has no message \"" + std::string(key) + "\"", {path_, 0, 0, {}});
    const std::string& text = found->second;
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9') {
            const auto index = static_cast<std::size_t>(text[i + 1] - '0');
            if (index < arguments.size()) result += arguments.begin()[index];
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

}  // namespace irikteu::checks
