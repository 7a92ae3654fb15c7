#include "checks/checker.hpp"

#include "act/functions.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "checks/report_builder.hpp"

namespace irikteu::checks {

struct Checker::State {
    RuleBook book;
    xml::Schema schema;
    std::map<std::string, Schematron, std::less<>> rules;
    std::map<std::string, Coverage, std::less<>> coverage;  ///< By stage.
    std::string digest;
    std::vector<Messages> messages;  ///< Kazakh first.
};

namespace {

constexpr std::uint64_t kMaxRuleBytes = 32u << 20;
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
void require_known_rules(const SeverityOverlay& severities, const std::map<std::string, Schematron, std::less<>>& rules) {
    for (const auto& [id, change] : severities.changes) {
        bool known = false;
        for (const auto& [stage, schematron] : rules)
            for (const Labels& labels : schematron.assertions()) known = known || labels.id == id;
        if (!known) throw base::Error(base::ErrorCode::invalid, "the act has no rule " + id, {severities.path, change.line, 0, {}});
    }
}

std::string digest_of(const base::Disk& disk, const std::map<std::string, Schematron, std::less<>>& rules) {
    base::Sha256 digest;
    for (const auto& [stage, schematron] : rules) {
        for (const std::string& path : schematron.files()) {
            const std::string bytes = disk.read(path, kMaxRuleBytes);
            digest.update(base::sha256(bytes).hex());
        }
    }
    return digest.finish().hex();
}

}  // namespace

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

Checker::Checker(const base::Disk& disk, RuleBook book) : state_(std::make_unique<State>()) {
    state_->book = std::move(book);
    state_->book.functions.add(std::string(kFunctions), "setting", setting_function(state_->book));
    const std::string schemas = base::join_path(state_->book.templates_folder, "schema");
    state_->schema = xml::Schema::load(disk, base::join_path(schemas, "dossier.xsd"));
    const std::string act = base::join_path(state_->book.templates_folder, state_->book.act_id);
    const std::string folder = base::join_path(act, "rules");
    for (const std::string language : {"kk", "ru", "en"})
        state_->messages.push_back(Messages::load(disk, base::join_path(act, "messages/" + language + ".xml"), language));
    for (const std::string stage : {"1", "2", "competition"}) {
        const std::string path = base::join_path(folder, (stage == "competition" ? stage : "stage-" + stage) + ".sch");
        if (stage == "1" || disk.exists(path))
            state_->rules.emplace(stage, Schematron::load(disk, path, &state_->book.functions, MessageContext::rule));
    }
    require_known_rules(state_->book.severities, state_->rules);
    for (const auto& [stage, schematron] : state_->rules) state_->coverage[stage] = coverage_of(schematron, state_->book);
    state_->digest = digest_of(disk, state_->rules);
}

Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

const std::string& Checker::rules_digest() const { return state_->digest; }

const Schematron* Checker::rules(std::string_view stage) const {
    const auto found = state_->rules.find(stage);
    return found == state_->rules.end() ? nullptr : &found->second;
}

xml::Document Checker::check(const xml::Document& dossier, std::string_view phase) const {
    const std::string_view stage = dossier.root().attribute("stage") == "2" ? "2" : "1";
    const Schematron* schematron = rules(stage);
    ReportBuilder report(dossier, stage, state_->book, state_->digest, state_->messages);
    for (const xml::SchemaFault& fault : state_->schema.validate(dossier)) report.add(fault);
    if (schematron) report.add(schematron->run(dossier, phase));
    else report.no_rules(stage);
    const auto coverage = state_->coverage.find(stage);
    return report.finish(coverage == state_->coverage.end() ? Coverage() : coverage->second);
}

xml::Document Checker::check_competition(const xml::Document& competition) const {
    // Findings say the line of the file: that is where its writer looks.
    xml::Document placed = competition.clone();
    placed.root().set_attribute("file", "competition.xml");
    placed.root().set_attribute("name", std::string(competition.root().attribute_or("id", "")) + "/competition.xml");
    for (const xml::Node part : placed.root().elements())
        for (xml::Node entry : part.elements()) entry.set_attribute("at", "line " + std::to_string(entry.line()));
    const std::string stage = competition.root().attribute("stage") == "2" ? "2" : "1";
    ReportBuilder report(placed, stage, state_->book, state_->digest, state_->messages);
    const Schematron* schematron = rules("competition");
    if (schematron == nullptr) return report.finish({});
    report.add(schematron->run(placed, {}));
    return report.finish(state_->coverage.at("competition"));
}

}  // namespace irikteu::checks
