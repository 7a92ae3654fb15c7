#include "checks/messages.hpp"

#include <optional>

#include "base/error.hpp"
#include "base/once.hpp"
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

struct MessageBook::Entry {
    std::string language, path;
    base::Once once;
    std::optional<Messages> messages;
};

MessageBook::MessageBook(const base::Disk& disk, const std::string& folder) {
    for (const std::string& language : languages()) {
        auto entry = std::make_unique<Entry>();
        entry->language = language;
        entry->path = base::join_path(folder, "messages/" + language + ".xml");
        files_.write(entry->path, disk.read(entry->path, kMaxBytes));
        entries_.push_back(std::move(entry));
    }
}

MessageBook::~MessageBook() = default;

const std::vector<std::string>& MessageBook::languages() {
    static const std::vector<std::string> all = {"kk", "ru", "en"};
    return all;
}

const Messages& MessageBook::in(std::string_view language) const {
    for (const auto& entry : entries_) {
        if (entry->language != language) continue;
        entry->once.call([&] { entry->messages = Messages::load(files_, entry->path, entry->language); });
        return *entry->messages;
    }
    throw base::Error(base::ErrorCode::usage, "there are no messages in " + std::string(language));
}

}  // namespace irikteu::checks
