// The real program from start to exit, as a user meets it: wall time, and the peak of its memory as a counter.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "support/folders.hpp"
#include "support/process.hpp"

namespace {

namespace fs = std::filesystem;
namespace support = irikteu::support;

const std::string kProgram = support::build_path("/irikteu");
const std::string kInbox = support::source_path("/samples/kz-535-2015/competition-1/inbox/");
const std::string kScratch = (fs::temp_directory_path() / "irikteu-benchmark").string();

void whole_process(benchmark::State& state, const std::vector<std::string>& command, int expected_status) {
    fs::create_directories(kScratch);
    long peak = 0;
    for (auto _ : state) {
        const auto finished = support::run(command);
        if (finished.status != expected_status) {
            state.SkipWithError(("exit status " + std::to_string(finished.status) + ": " + finished.err).c_str());
            return;
        }
        state.SetIterationTime(finished.seconds);
        peak = std::max(peak, finished.peak_kilobytes);
    }
    state.counters["peak_MB"] = static_cast<double>(peak) / 1024;
}

void bench(const char* name, const std::vector<std::string>& command, int expected_status = 0) {
    benchmark::RegisterBenchmark(name, [=](benchmark::State& state) { whole_process(state, command, expected_status); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

const int registered = [] {
    bench("process/version", {kProgram, "--version"});
    const std::string data = support::source_path("/tests/compose/data/application-1-full.xml");
    const std::string templates = support::build_path("/share/irikteu/templates/kz-535-2015/documents/");
    bench("process/render_one_line", {kProgram, "render", support::source_path("/tests/bench/data/form.fo"), "-o", kScratch + "/line.pdf"});
    bench("process/form_1_page", {kProgram, "render", "--template", templates + "application-1.xsl", data, "-o", kScratch + "/form.pdf"});
    bench("process/check_100KB_dossier", {kProgram, "check", kInbox + "01-turkistan-textile.xml"});
    bench("process/read_25_page_docx", {kProgram, "read", kInbox + "02-almaty-it/concept.docx"});
    return 0;
}();

}  // namespace
