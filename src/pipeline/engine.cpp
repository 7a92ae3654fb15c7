#include "pipeline/engine.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <thread>

#include "base/error.hpp"
#include "layout/formatter.hpp"
#include "pdf/font_session.hpp"
#include "pdf/writer.hpp"
#include "pipeline/images.hpp"

namespace irikteu::pipeline {

struct Engine::Parts {
    std::unique_ptr<act::Act> act;
    std::unique_ptr<checks::Checker> checker;
    std::unique_ptr<compose::Composer> composer;
    std::unique_ptr<pdf::FontLibrary> fonts;
    std::unique_ptr<pdf::FontSession> session;
    std::optional<xml::Schema> competition_schema;
    std::map<std::string, report::Messages> messages;
    std::optional<base::Digest> provenance;
    std::optional<base::Date> day;  ///< By which the edition is chosen; the latest edition where it isn't known.
};

namespace {

constexpr std::uint64_t kMaxTemplateBytes = 16u << 20;
constexpr unsigned kMostThreads = 8;  ///< More than these only wait for one another.

/// Makes a part; a file of our own that is absent is a fault of the installation, not of what is checked.
template <class Make>
auto made(const Make& make) {
    try {
        return make();
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::unreadable_file) throw;
        throw base::Error(base::ErrorCode::environment, error.message() + " (is the program installed whole?)", error.where());
    }
}

}  // namespace

std::string engine_version() { return "irikteu " IRIKTEU_VERSION; }

Engine::Engine(const base::Disk& disk, EngineOptions options)
    : disk_(disk), options_(std::move(options)), parts_(std::make_unique<Parts>()) {}
Engine::~Engine() = default;

const act::Act& Engine::act() {
    if (!parts_->act) {
        parts_->act = made([&] { return std::make_unique<act::Act>(act::Act::load(disk_, options_.templates_folder, options_.act)); });
        for (const auto& [id, value] : options_.settings) parts_->act->override_setting(id, value);
    }
    return *parts_->act;
}

void Engine::read_act_for(const Competition& competition) {
    act();
    if (competition.settings()) {
        for (xml::Node setting : competition.settings().elements()) {
            try {
                parts_->act->override_setting(setting.attribute_or("name", ""), std::string(setting.attribute_or("value", "")));
            } catch (const base::Error& error) {
                competition.refuse(setting, error.message());
            }
        }
    }
    parts_->day = competition.announced();
    parts_->checker.reset();
    parts_->composer.reset();
}

const checks::Checker& Engine::checker() {
    if (!parts_->checker) {
        const auto edition = parts_->day ? act().edition(*parts_->day) : act().editions().back();
        checks::RuleBook book = checks::rule_book(act(), edition ? edition->id : std::string());
        book.engine = engine_version();
        parts_->checker = made([&] { return std::make_unique<checks::Checker>(disk_, std::move(book)); });
    }
    return *parts_->checker;
}

const compose::Composer& Engine::composer() {
    if (!parts_->composer) parts_->composer = made([&] { return std::make_unique<compose::Composer>(disk_, act(), options_.house_style); });
    return *parts_->composer;
}

const pdf::FontLibrary& Engine::fonts() {
    if (!parts_->fonts) {
        parts_->fonts = made([&] { return std::make_unique<pdf::FontLibrary>(options_.fonts_folder, options_.font_trust); });
    }
    return *parts_->fonts;
}

const xml::Schema& Engine::competition_schema() {
    if (!parts_->competition_schema) {
        parts_->competition_schema =
            xml::Schema::load(disk_, base::join_path(options_.templates_folder, "schema/competition.xsd"));
    }
    return *parts_->competition_schema;
}

const base::Digest& Engine::provenance() {
    if (!parts_->provenance) {
        std::string all = act().digest().hex() + '\n';
        for (const char* folder : {"style", "schema", "calendar"}) {
            const std::string path = base::join_path(options_.templates_folder, folder);
            for (const base::DirectoryEntry& entry : disk_.list(path)) {
                if (entry.kind != base::DirectoryEntry::Kind::file) continue;
                all += base::sha256(disk_.read(base::join_path(path, entry.name), kMaxTemplateBytes)).hex() + ' ' + folder + '/' + entry.name + '\n';
            }
        }
        if (!options_.house_style.empty()) all += base::sha256(disk_.read(options_.house_style, kMaxTemplateBytes)).hex() + " house\n";
        all += base::sha256(disk_.read(base::join_path(options_.fonts_folder, "faces.txt"), kMaxTemplateBytes)).hex();
        parts_->provenance = base::sha256(all);
    }
    return *parts_->provenance;
}

const report::Messages& Engine::messages(const std::string& language) {
    const auto found = parts_->messages.find(language);
    if (found != parts_->messages.end()) return found->second;
    return parts_->messages.emplace(language, report::Messages::load(disk_, act().messages(language), language)).first->second;
}

std::string Engine::render(const xml::Document& fo, std::vector<layout::Attachment> attachments,
                           std::optional<base::Moment> date, const RenderHints& hints) {
    if (!parts_->session) parts_->session = std::make_unique<pdf::FontSession>(fonts());
    auto folders = hints.image_folders;
    if (folders.empty()) folders.push_back(options_.house_style.empty() ? base::join_path(options_.templates_folder, "style") : folder_of(options_.house_style));
    layout::Pages pages = layout::format(fo, *parts_->session, {image_loader(disk_, std::move(folders))});
    if (pages.metadata.title.empty()) pages.metadata.title = hints.title.empty() ? engine_version() : hints.title;
    for (layout::Attachment& attachment : attachments) pages.attachments.push_back(std::move(attachment));
    if (!pages.metadata.date) pages.metadata.date = date;
    pdf::WriteOptions options;
    options.producer = engine_version();
    options.threads = hints.threads > 0 ? hints.threads : std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
    return pdf::write(pages, *parts_->session, options);
}

}  // namespace irikteu::pipeline
