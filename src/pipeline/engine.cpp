#include "pipeline/engine.hpp"

#include <sched.h>

#include <algorithm>

#include "base/disk.hpp"
#include "base/installed.hpp"
#include "layout/formatter.hpp"
#include "pdf/font_session.hpp"
#include "pdf/writer.hpp"
#include "pipeline/images.hpp"

namespace irikteu::pipeline {

struct Engine::Parts {
    std::unique_ptr<compose::Composer> composer;
    std::unique_ptr<pdf::FontLibrary> fonts;
    std::unique_ptr<pdf::FontSession> session;
};

namespace {

constexpr unsigned kMostThreads = 8;  ///< More than these only wait for one another.

/// The processors that this process may run on. (std::thread::hardware_concurrency() reads a file of the system's: longer than a page takes.)
unsigned processors() {
    static const unsigned count = [] {
        cpu_set_t allowed;
        return ::sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? static_cast<unsigned>(CPU_COUNT(&allowed)) : 1u;
    }();
    return std::clamp(count, 1u, kMostThreads);
}

}  // namespace

Engine::Engine(const base::Disk& disk, EngineOptions options)
    : Judge(disk, options), font_trust_(options.font_trust == pdf::FontTrust::verify ? pdf::FontTrust::verify_meanwhile : options.font_trust), overflow_(std::move(options.overflow)), parts_(std::make_unique<Parts>()) {}
Engine::~Engine() = default;

void Engine::act_changed() { parts_->composer.reset(); }

const compose::Composer& Engine::composer() {
    if (const std::string& house = options().house_style; !parts_->composer && !house.empty() && !disk().exists(house)) {
        throw base::Error(base::ErrorCode::environment, "the house style cannot be read: there is no such file", {house, 0, 0, {}});
    }
    if (!parts_->composer) parts_->composer = base::installed([&] { return std::make_unique<compose::Composer>(disk(), act(), options().house_style); });
    return *parts_->composer;
}

const pdf::FontLibrary& Engine::fonts() {
    if (!parts_->fonts) {
        parts_->fonts = base::installed([&] { return std::make_unique<pdf::FontLibrary>(options().fonts_folder, font_trust_); });
    }
    return *parts_->fonts;
}

std::string Engine::render(const xml::Document& fo, std::vector<layout::Attachment> attachments,
                           std::optional<base::Moment> date, const RenderHints& hints) {
    if (!parts_->session) parts_->session = std::make_unique<pdf::FontSession>(fonts());
    auto folders = hints.image_folders;
    if (folders.empty()) folders.push_back(options().house_style.empty() ? base::join_path(options().templates_folder, "style") : base::folder_of(options().house_style));
    pdf::WriteOptions options_of_file;
    options_of_file.producer = engine_version();
    options_of_file.threads = hints.threads > 0 ? hints.threads : processors();
    const layout::ReportOverflow report = [&](const layout::Overflow& said) {
        if (said.is_passed_over() && !hints.of_others) throw base::Error(base::ErrorCode::invalid, said.what + " (in a paper of the procedure that is an error)", said.where);
        if (overflow_) overflow_(said);
    };
    layout::Pages pages;
    pdf::Writing writing(*parts_->session, options_of_file);
    try {
        layout::format(fo, *parts_->session, {image_loader(disk(), folders), report, [&](layout::Pages&, std::uint32_t page) { writing.take(pages, page); }, attachment_loader(disk(), folders)}, pages);
    } catch (const base::Error&) {
        fonts().require_verified();  // A font that is not the one we know is the cause, whatever came of it.
        throw;
    }
    if (pages.metadata.title.empty()) pages.metadata.title = hints.title.empty() ? engine_version() : hints.title;
    for (layout::Attachment& attachment : attachments) pages.attachments.push_back(std::move(attachment));
    if (!pages.metadata.date) pages.metadata.date = date;
    std::string file = writing.finish(pages);
    fonts().require_verified();
    return file;
}

}  // namespace irikteu::pipeline
