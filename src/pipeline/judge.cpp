#include "pipeline/judge.hpp"

#include <future>
#include <map>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "base/installed.hpp"
#include "base/memory.hpp"
#include "pipeline/materials.hpp"

namespace irikteu::pipeline {

struct Judge::Parts {
    std::unique_ptr<act::Act> act;
    std::unique_ptr<outline::Outline> outline;
    std::unique_ptr<checks::Checker> checker;
    std::vector<std::unique_ptr<checks::Checker>> retired;  ///< Of acts read otherwise: somebody may still hold their messages.
    std::optional<xml::Schema> competition_schema;
    std::map<std::string, report::Messages> messages;
    std::optional<base::Digest> provenance;
    std::future<void> begun;  ///< Valid until somebody waited for the checker that begin() makes.
    std::jthread beginner;
    std::optional<base::Date> day;  ///< By which the edition is chosen; the latest edition where it isn't known.
};

namespace {
constexpr std::uint64_t kMaxTemplateBytes = 16u << 20;
}

std::string engine_version() { return "irikteu " IRIKTEU_VERSION; }

Judge::Judge(const base::Disk& disk, JudgeOptions options)
    : disk_(disk), options_(std::move(options)), parts_(std::make_unique<Parts>()) {}

Judge::~Judge() { rest(); }

void Judge::rest() {
    if (parts_->beginner.joinable()) parts_->beginner.join();
}

void Judge::make_act() {
    parts_->act = base::installed([&] { return std::make_unique<act::Act>(act::Act::load(disk_, options_.templates_folder, options_.act)); });
    for (const auto& [id, value] : options_.settings) parts_->act->override_setting(id, value);
    parts_->outline = std::make_unique<outline::Outline>(*parts_->act);
}

void Judge::make_checker(std::unique_ptr<checks::RuleFiles> files) {
    const auto edition = parts_->day ? parts_->act->edition(*parts_->day) : parts_->act->editions().back();
    checks::RuleBook book = checks::rule_book(*parts_->act, edition ? edition->id : std::string());
    book.engine = engine_version();
    if (!options_.severities.empty()) book.severities = checks::load_severities(disk_, options_.severities, options_.templates_folder);
    parts_->checker = base::installed([&] {
        return files ? std::make_unique<checks::Checker>(std::move(files), std::move(book)) : std::make_unique<checks::Checker>(disk_, std::move(book));
    });
}

void Judge::begin(const std::string& stage) {
    if (parts_->act || std::thread::hardware_concurrency() < 2) return;
    std::promise<void> made;
    parts_->begun = made.get_future();
    std::promise<bool> act_made;
    auto make = [this, stage, act_made = act_made.get_future(), made = std::move(made)]() mutable {
        base::prefer_large_pages();
        bool told = false;
        try {
            auto files = base::installed([&] { return std::make_unique<checks::RuleFiles>(disk_, options_.templates_folder, options_.act); });
            files->parse(stage);
            if (act_made.get()) make_checker(std::move(files));
            const checks::Checker* checker = parts_->checker.get();
            told = true;
            made.set_value();
            if (checker != nullptr) {
                checker->rules(stage);
                checker->messages(checks::MessageBook::languages().front());  // Reports say places in it.
            }
        } catch (...) {
            // Rules that cannot be compiled are asked for once more by who needs them, and the fault is told then.
            if (!told) made.set_exception(std::current_exception());
        }
    };
    try {
        parts_->beginner = std::jthread(std::move(make));
    } catch (const std::system_error&) {  // No thread to be had: all is made when it is asked for.
        parts_->begun = {};
        return;
    }
    try {
        make_act();
        act_made.set_value(true);
    } catch (...) {
        act_made.set_value(false);
        throw;
    }
}

const act::Act& Judge::act() {
    if (!parts_->act) make_act();
    return *parts_->act;
}

void Judge::read_act_plainly() {
    rest();  // What begin() began reads the act.
    if (parts_->begun.valid()) checker();
    act();
    parts_->act->take_default_settings();
    for (const auto& [id, value] : options_.settings) parts_->act->override_setting(id, value);
    parts_->day.reset();
    if (parts_->checker) parts_->retired.push_back(std::move(parts_->checker));
    act_changed();
}

void Judge::read_act_for(const Competition& competition) {
    read_act_plainly();
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
}

const outline::Outline& Judge::outline() {
    act();
    return *parts_->outline;
}

const checks::Checker& Judge::checker() {
    act();
    if (parts_->begun.valid()) parts_->begun.get();
    if (!parts_->checker) make_checker(nullptr);
    return *parts_->checker;
}

const xml::Schema& Judge::competition_schema() {
    if (!parts_->competition_schema) {
        parts_->competition_schema =
            xml::Schema::load(disk_, base::join_path(options_.templates_folder, "schema/competition.xsd"));
    }
    return *parts_->competition_schema;
}

const base::Digest& Judge::provenance() {
    if (!parts_->provenance) {
        std::string all = act().digest().hex() + '\n';
        for (const char* folder : {"style", "schema", "calendar"}) {
            const std::string path = base::join_path(options_.templates_folder, folder);
            for (const base::DirectoryEntry& entry : disk_.list(path)) {
                if (entry.kind != base::DirectoryEntry::Kind::file) continue;
                all += base::sha256(disk_.read(base::join_path(path, entry.name), kMaxTemplateBytes)).hex() + ' ' + folder + '/' + entry.name + '\n';
            }
        }
        if (!options_.severities.empty()) all += base::sha256(disk_.read(options_.severities, kMaxTemplateBytes)).hex() + " severities\n";
        all += house_digests(disk_, options_.house_style);
        all += base::sha256(disk_.read(base::join_path(options_.fonts_folder, "faces.txt"), kMaxTemplateBytes)).hex();
        parts_->provenance = base::sha256(all);
    }
    return *parts_->provenance;
}

const report::Messages& Judge::messages(const std::string& language) {
    if (parts_->begun.valid() || parts_->checker) return checker().messages(language);
    const auto found = parts_->messages.find(language);
    if (found != parts_->messages.end()) return found->second;
    return parts_->messages.emplace(language, report::Messages::load(disk_, act().messages(language), language)).first->second;
}

}  // namespace irikteu::pipeline
