#include "checks/checker.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include "act/functions.hpp"
#include "base/error.hpp"
#include "base/installed.hpp"
#include "base/once.hpp"
#include "checks/report_builder.hpp"
#include "checks/rule_proofs.hpp"

namespace irikteu::checks {

/// A stage's rules, compiled when they are first asked for.
struct StageRules {
    std::string path;
    base::Once once;
    std::optional<Schematron> rules;
    Coverage coverage;
    std::string digest;
};

struct Checker::State {
    std::atomic<bool> has_checked{false};
    std::unique_ptr<RuleFiles> files;
    RuleBook book;
    base::Once schema_once;
    xml::Schema schema_read;
    std::map<std::string, StageRules, std::less<>> stages;

    /// Nullptr where the act has no rules for the stage. Any thread may ask.
    const StageRules* stage(std::string_view name);
    /// The dossier's schema, compiled when it is first asked for. Any thread may ask.
    const xml::Schema& schema();
};

namespace {

constexpr std::uint64_t kMaxRuleBytes = 32u << 20;
// What a dossier of ten megabytes does not reach; a hostile one is told within a second and little more than 200 MB.
constexpr std::uint64_t kMaxSteps = 40'000'000;
constexpr std::size_t kMaxReport = std::size_t{40} << 20;
constexpr std::string_view kFunctions = "urn:irikteu:functions:1";

/// f:setting('id'): a setting's value; an unknown id is an error of the rules.
xml::Function setting_function(const RuleBook& book) {
    return [&book](std::span<const xml::Value> arguments) -> xml::Value {
        if (arguments.size() != 1) throw base::Error(base::ErrorCode::invalid, "f:setting takes one argument");
        const std::string id = xml::to_string(arguments[0]);
        const auto found = book.settings.find(id);
        if (found == book.settings.end()) throw base::Error(base::ErrorCode::invalid, "the act has no setting " + id);
        return found->second;
    };
}

/// An overlay may name only rules that there are: a mistyped one would change nothing, and nobody would see it.
template <class State>
void require_known_rules(const SeverityOverlay& severities, State& state) {
    for (const auto& [id, change] : severities.changes) {
        bool known = false;
        for (const auto& [name, rules] : state.stages)
            for (const Labels& labels : state.stage(name)->rules->assertions()) known = known || labels.id == id;
        if (!known) throw base::Error(base::ErrorCode::invalid, "the act has no rule " + id, {severities.path, change.line, 0, {}});
    }
}

/// The digest of a document, by another thread while its rules are run: both only read it. Not where many dossiers are checked, for then
/// each processor has one.
std::future<base::Digest> digest_beside(const xml::Document& document, bool is_first) {
    const auto make = [&document] { return document.canonical_digest(); };
    if (is_first && std::thread::hardware_concurrency() > 1) {
        try {
            return std::async(std::launch::async, make);
        } catch (const std::system_error&) {  // No thread to be had.
        }
    }
    return std::async(std::launch::deferred, make);
}

}  // namespace

const StageRules* Checker::State::stage(std::string_view name) {
    const auto found = stages.find(name);
    if (found == stages.end()) return nullptr;
    StageRules& stage = found->second;
    stage.once.call([&] {
        std::unique_ptr<SchemaTree> tree = base::installed([&] { return files->tree(stage.path); });
        bool proven = false;
        if (tree->is_whole()) {  // All its files are known.
            stage.digest = digest_of_rules(files->disk(), tree->files());
            const std::string proofs = proofs_path(book.templates_folder);
            proven = files->disk().exists(proofs) && is_proven(files->disk().read(proofs, kMaxRuleBytes), proof_of(stage.digest, book.functions));
        }
        stage.rules = base::installed([&] { return Schematron::load(std::move(tree), &book.functions, MessageContext::rule, proven); });
        if (name != "competition") {
            stage.rules->allow(kMaxSteps);
            stage.rules->allow_report(kMaxReport);
        }
        stage.coverage = coverage_of(*stage.rules, book);
        if (stage.digest.empty()) stage.digest = digest_of_rules(files->disk(), stage.rules->files());
        if (!proven) return;
        try {  // Who compiles rules ahead of a check has time for the schema, which that asks for as well.
            schema();
        } catch (const base::Error&) {  // It is told to the check.
        }
    });
    return &stage;
}

const xml::Schema& Checker::State::schema() {
    schema_once.call([&] {
        schema_read = base::installed([&] { return xml::Schema::load(files->disk(), base::join_path(book.templates_folder, "schema/dossier.xsd"), xml::Schema::When::needed); });
    });
    return schema_read;
}

RuleBook rule_book(const act::Act& act, std::string edition) {
    RuleBook book;
    book.templates_folder = act.templates_folder();
    book.act_id = act.id();
    book.edition = std::move(edition);
    book.settings = act.settings();
    for (xml::Node setting : act.document().root().first_element("settings").elements()) {
        const std::string id(setting.attribute_or("id", "")), by_default(setting.attribute_or("default", ""));
        if (const auto read = book.settings.find(id); read != book.settings.end() && read->second != by_default) book.defaults[id] = by_default;
    }
    for (xml::Node clause : act.document().root().first_element("coverage").elements())
        if (!clause.attribute("of")) book.clauses[std::string(clause.attribute_or("id", ""))] = clause.attribute_or("mode", "");
    book.functions = act::language_functions(act);
    return book;
}

namespace {
std::unique_ptr<RuleFiles> files_of(const base::Disk& disk, const RuleBook& book) { return std::make_unique<RuleFiles>(disk, book.templates_folder, book.act_id); }
}  // namespace

Checker::Checker(const base::Disk& disk, RuleBook book) : Checker(files_of(disk, book), RuleBook(book)) {}  // Arguments are made in any order: a move might come first.

Checker::Checker(std::unique_ptr<RuleFiles> files, RuleBook book) : state_(new State{false, std::move(files), std::move(book), {}, {}, {}}) {
    state_->book.functions.add_of_texts(std::string(kFunctions), "setting", setting_function(state_->book));
    for (const std::string stage : {"1", "2", "competition"})
        if (const std::string path = state_->files->rules_of(stage); !path.empty()) state_->stages[stage].path = path;
    require_known_rules(state_->book.severities, *state_);
}

Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

const Messages& Checker::messages(std::string_view language) const { return state_->files->messages().in(language); }

const std::string& Checker::rules_digest(std::string_view stage) const {
    static const std::string none;
    const StageRules* found = state_->stage(stage);
    return found == nullptr ? none : found->digest;
}

const Schematron* Checker::rules(std::string_view stage) const {
    const StageRules* found = state_->stage(stage);
    return found == nullptr ? nullptr : &*found->rules;
}

namespace {

/// Adds what another phase found; what both have is told once.
void join(Result& result, Result more) {
    std::set<std::pair<std::string, std::string>> known;
    for (const Outcome& outcome : result.outcomes) known.emplace(outcome.labels.id, outcome.location);
    for (Outcome& outcome : more.outcomes) {
        if (known.contains({outcome.labels.id, outcome.location})) continue;
        outcome.fired += result.fired.size();
        result.outcomes.push_back(std::move(outcome));
    }
    std::move(more.fired.begin(), more.fired.end(), std::back_inserter(result.fired));
    std::move(more.unchecked.begin(), more.unchecked.end(), std::back_inserter(result.unchecked));
}

}  // namespace

xml::Document Checker::check(const xml::Document& dossier, std::string_view phase) const {
    const std::string_view stage = dossier.root().attribute("stage") == "2" ? "2" : "1";
    ReportBuilder report(dossier, stage, state_->book, state_->files->messages());
    for (const xml::SchemaFault& fault : state_->schema().validate(dossier)) report.add(fault);
    std::future<base::Digest> input = digest_beside(dossier, !state_->has_checked.exchange(true));
    // Last, for another thread may just be compiling them.
    const StageRules* rules = state_->stage(stage);
    if (rules == nullptr) {
        report.by_input(input.get());
        report.no_rules(stage);
        return report.finish({});
    }
    report.by_rules(rules->digest);
    const auto next_phase = [&phase] {
        const std::string_view first = phase.substr(0, phase.find(' '));
        phase.remove_prefix(std::min(phase.size(), first.size() + 1));
        return first;
    };
    Result result = rules->rules->run(dossier, next_phase());
    report.by_input(input.get());
    while (!phase.empty()) join(result, rules->rules->run(dossier, next_phase()));
    report.add(std::move(result));
    return report.finish(rules->coverage);
}

xml::Document Checker::check_competition(const xml::Document& competition) const {
    // Findings say the line of the file: that is where its writer looks.
    xml::Document placed = competition.clone();
    placed.root().set_attribute("file", "competition.xml");
    placed.root().set_attribute("name", std::string(competition.root().attribute_or("id", "")) + "/competition.xml");
    const auto place = [](xml::Node node) {
        if (node.line() > 0) node.set_attribute("at", "line " + std::to_string(node.line()));  // what a run adds stands in no line
    };
    for (xml::Node part : placed.root().elements()) {
        for (xml::Node entry : part.elements()) place(entry);
        place(part);
    }
    const std::string stage = competition.root().attribute("stage") == "2" ? "2" : "1";
    const StageRules* rules = state_->stage("competition");
    ReportBuilder report(placed, stage, state_->book, state_->files->messages());
    report.by_input(placed.canonical_digest());
    if (rules == nullptr) return report.finish({});
    report.by_rules(rules->digest);
    report.add(rules->rules->run(placed, {}));
    return report.finish(rules->coverage);
}

}  // namespace irikteu::checks
