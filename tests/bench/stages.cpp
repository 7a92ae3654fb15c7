// Each stage warm, in one process: rules, templates and fonts are compiled once.
#include <benchmark/benchmark.h>

#include <string>

#include "base/disk.hpp"
#include "outline/align.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/examination.hpp"
#include "readers/reader.hpp"
#include "support/folders.hpp"
#include "xml/stylesheet.hpp"

namespace {

using namespace irikteu;

const std::string kInbox = support::source_path("/samples/kz-535-2015/competition-1/inbox/");
const std::string kDossier = kInbox + "01-turkistan-textile.xml";
const base::RealDisk kDisk;

pipeline::Engine& engine() {
    static pipeline::Engine one(kDisk, [] {
        pipeline::EngineOptions options;
        options.templates_folder = support::build_path("/share/irikteu/templates");
        options.fonts_folder = support::build_path("/share/irikteu/fonts");
        return options;
    }());
    return one;
}

void read_xml_dossier(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(readers::read_dossier(kDisk, kDossier));
}
BENCHMARK(read_xml_dossier)->Unit(benchmark::kMillisecond);

void read_docx(benchmark::State& state) {
    const std::string bytes = kDisk.read(kInbox + "02-almaty-it/concept.docx", 1u << 30);
    for (auto _ : state) benchmark::DoNotOptimize(readers::read_document(bytes, "concept.docx"));
}
BENCHMARK(read_docx)->Unit(benchmark::kMillisecond);

void align_outline(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        xml::Document dossier = readers::read_dossier(kDisk, kDossier);
        state.ResumeTiming();
        engine().outline().align(dossier);
    }
}
BENCHMARK(align_outline)->Unit(benchmark::kMillisecond);

void check_rules(benchmark::State& state) {
    const auto examination = pipeline::examine(engine(), kDossier, "01-turkistan-textile.xml", nullptr);
    for (auto _ : state) benchmark::DoNotOptimize(engine().checker().check(examination.dossier));
}
BENCHMARK(check_rules)->Unit(benchmark::kMillisecond);

void whole_check(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(pipeline::examine(engine(), kDossier, "01-turkistan-textile.xml", nullptr));
}
BENCHMARK(whole_check)->Unit(benchmark::kMillisecond);

void compose_and_render(benchmark::State& state, const char* kind, const char* sample) {
    const std::string path = support::source_path("/tests/compose/data/") + sample + ".xml";
    const xml::Document data = xml::Document::parse(kDisk.read(path, 1u << 24), path);
    for (auto _ : state) benchmark::DoNotOptimize(engine().render(engine().composer().compose(kind, data)));
}
BENCHMARK_CAPTURE(compose_and_render, application_1, "application-1", "application-1-full")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compose_and_render, return_1, "return-1", "return-1-usual")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compose_and_render, protocol_15, "protocol-15", "protocol-15-usual")->Unit(benchmark::kMillisecond);

// From formatting objects that are there to the file: the second render of an engine has its fonts open and its words shaped.
void render_only(benchmark::State& state, const char* kind, const char* sample) {
    const std::string path = support::source_path("/tests/compose/data/") + sample + ".xml";
    const xml::Document fo = engine().composer().compose(kind, xml::Document::parse(kDisk.read(path, 1u << 24), path));
    benchmark::DoNotOptimize(engine().render(fo));
    for (auto _ : state) benchmark::DoNotOptimize(engine().render(fo));
}
BENCHMARK_CAPTURE(render_only, application_1, "application-1", "application-1-full")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(render_only, return_1, "return-1", "return-1-usual")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(render_only, protocol_15, "protocol-15", "protocol-15-usual")->Unit(benchmark::kMillisecond);

/// The protocol of tests/bench/peers with that many rows and the values that compare.py gives them, warm: 10 rows are one page, 30 rows two.
/// The counter says how much of the time each row takes.
void render_rows(benchmark::State& state) {
    static constexpr const char* kClusters[] = {"Оңтүстік мақта-тоқыма", "Тобыл астығы",         "Атырау мұнай-химия", "Ертіс машина жасау",
                                                "Сарыарқа металл өңдеу", "Каспий теңіз сервисі", "Жетісу алмасы",      "Сыр күріші"};
    static constexpr const char* kPlaces[] = {"Шымкент қаласы, Тәуке хан даңғылы, 12", "Қостанай қаласы, Әл-Фараби даңғылы, 65", "Атырау қаласы, Сәтбаев көшесі, 3",
                                              "Өскемен қаласы, Қабанбай батыр көшесі, 40"};
    static constexpr const char* kVerdicts[] = {"сәйкес", "сәйкес емес", "анықталмады"};
    std::string data = "<protocol number='15' date='2015-10-05' organisation='Қазақстан Республикасының Инвестициялар және даму министрлігі'>";
    for (std::int64_t row = 0; row < state.range(0); ++row) {
        const std::string n = std::to_string(row + 1);
        data += "<row n='" + n + "' cluster='«" + kClusters[row % 8] + "» аумақтық кластері № " + n + "' applicant='«" + kClusters[row * 3 % 8] + "» кәсіпкерлер палатасы' address='" +
                kPlaces[row % 4] + "' date='2015-10-" + (row % 28 < 9 ? "0" : "") + std::to_string(1 + row % 28) + "' score='" + std::to_string(row * 37 % 100) + "," +
                std::to_string(row % 10) + "' verdict='" + kVerdicts[row % 3] + "'/>";
    }
    const xml::Document document = xml::Document::parse(data + "</protocol>", "rows.xml");
    const std::string folder = support::source_path("/tests/bench/peers/");
    const auto stylesheet = xml::Stylesheet::load(kDisk, folder + "protocol.xsl", folder);
    benchmark::DoNotOptimize(engine().render(stylesheet.apply(document, {}, {})));
    for (auto _ : state) benchmark::DoNotOptimize(engine().render(stylesheet.apply(document, {}, {})));
    state.counters["per_row"] = benchmark::Counter(static_cast<double>(state.range(0)), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(render_rows)->Arg(10)->Arg(30)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
