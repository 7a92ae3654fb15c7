#include "pipeline/judge.hpp"

#include <atomic>
#include <future>
#include <map>
#include <optional>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "pipeline/made.hpp"
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
    std::future<void> act_begun, checker_begun;  ///< Valid until somebody waited for what begin() makes.
    std::promise<std::string> stage;  ///< What the beginner waits for at last; empty: nothing.
    std::atomic<bool> stage_told = true;
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
    expect({});
    if (parts_->beginner.joinable()) parts_->beginner.join();
}

void Judge::make_act() {
    parts_->act = made([&] { return std::make_unique<act::Act>(act::Act::load(disk_, options_.templates_folder, options_.act)); });
    for (const auto& [id, value] : options_.settings) parts_->act->override_setting(id, value);
    parts_->outline = std::make_unique<outline::Outline>(*parts_->act);
}

void Judge::make_checker() {
    const auto edition = parts_->day ? parts_->act->edition(*parts_->day) : parts_->act->editions().back();
    checks::RuleBook book = checks::rule_book(*parts_->act, edition ? edition->id : std::string());
    book.engine = engine_version();
    if (!options_.severities.empty()) book.severities = checks::load_severities(disk_, options_.severities, options_.templates_folder);
    parts_->checker = made([&] { return std::make_unique<checks::Checker>(disk_, std::move(book)); });
}

void Judge::begin() {
    if (parts_->act || std::thread::hardware_concurrency() < 2) return;
    parts_->stage_told = false;
    std::promise<void> act_made, checker_made;
    parts_->act_begun = act_made.get_future();
    parts_->checker_begun = checker_made.get_future();
    parts_->beginner = std::jthread([this, stage = parts_->stage.get_future(), act_made = std::move(act_made), checker_made = std::move(checker_made)]() mutable {
        std::promise<void>* next = &act_made;
        try {
            make_act();
            act_made.set_value();
            next = &checker_made;
            make_checker();
            const checks::Checker& checker = *parts_->checker;
            checker_made.set_value();
            next = nullptr;
            if (const std::string expected = stage.get(); !expected.empty()) checker.rules(expected);
        } catch (...) {
            // Rules that cannot be compiled are asked for once more by who needs them, and the fault is told then.
            if (next == &act_made) checker_made.set_exception(std::current_exception());
            if (next != nullptr) next->set_exception(std::current_exception());
        }
    });
}

void Judge::expect(const std::string& stage) {
    if (!parts_->stage_told.exchange(true)) parts_->stage.set_value(stage);
}

const act::Act& Judge::act() {
    if (parts_->act_begun.valid()) parts_->act_begun.get();
    if (!parts_->act) make_act();
    return *parts_->act;
}

void Judge::read_act_for(const Competition& competition) {
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
    rest();
    if (parts_->checker_begun.valid()) checker();
    parts_->day = competition.announced();
    if (parts_->checker) parts_->retired.push_back(std::move(parts_->checker));
    act_changed();
}

const outline::Outline& Judge::outline() {
    act();
    return *parts_->outline;
}

const checks::Checker& Judge::checker() {
    act();
    if (parts_->checker_begun.valid()) parts_->checker_begun.get();
    if (!parts_->checker) make_checker();
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
    if (parts_->checker_begun.valid() || parts_->checker) return checker().messages(language);
    const auto found = parts_->messages.find(language);
    if (found != parts_->messages.end()) return found->second;
    return parts_->messages.emplace(language, report::Messages::load(disk_, act().messages(language), language)).first->second;
}

}  // namespace irikteu::pipeline
