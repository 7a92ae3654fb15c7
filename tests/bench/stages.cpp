// Each stage warm, in one process: rules, templates and fonts are compiled once.
#include <benchmark/benchmark.h>

#include <string>

#include "base/disk.hpp"
#include "outline/align.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/examination.hpp"
#include "readers/reader.hpp"
#include "support/folders.hpp"

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

}  // namespace
