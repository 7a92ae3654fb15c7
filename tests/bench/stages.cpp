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

/// The protocol of tests/bench/peers with that many rows, warm; the counter says how much of the time each row takes.
void render_rows(benchmark::State& state) {
    std::string data = "<protocol number='15' date='2015-10-05' organisation='Industry'>";
    for (std::int64_t row = 1; row <= state.range(0); ++row) {
        const std::string n = std::to_string(row);
        data += "<row n='" + n + "' cluster='Cluster " + n + "' applicant='Applicant " + n + "' address='Street " + std::to_string(row % 40) + ", 12' date='2015-10-05' score='" +
                std::to_string(row * 37 % 100) + "' verdict='conforming'/>";
    }
    const xml::Document document = xml::Document::parse(data + "</protocol>", "rows.xml");
    const std::string folder = support::source_path("/tests/bench/peers/");
    const auto stylesheet = xml::Stylesheet::load(kDisk, folder + "protocol.xsl", folder);
    benchmark::DoNotOptimize(engine().render(stylesheet.apply(document, {}, {})));
    for (auto _ : state) benchmark::DoNotOptimize(engine().render(stylesheet.apply(document, {}, {})));
    state.counters["per_row"] = benchmark::Counter(static_cast<double>(state.range(0)), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(render_rows)->Arg(10)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
