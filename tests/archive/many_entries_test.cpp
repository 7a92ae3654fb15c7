// Many entries: 3,000, so that it takes a second or two, or as many as IRIKTEU_ENTRIES says; 1,000,000 by hand:
//   IRIKTEU_ENTRIES=1000000 IRIKTEU_ENTRIES_FOLDER=/some/disk/million build/release/tests/test_archive --gtest_filter='Many*'
// What it measures is printed; full verification is compared with sha256sum by tests/archive/measure-verify.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "archive/archive.hpp"
#include "archive/proof.hpp"
#include "archive/verify.hpp"
#include "scratch.hpp"

namespace irikteu::archive {

namespace {

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The median of so many runs, in milliseconds.
double milliseconds_of(int runs, const std::function<void(int run)>& work) {
    std::vector<double> all;
    for (int run = 0; run < runs; ++run) all.push_back(1000 * seconds_of([&] { work(run); }));
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

NewEntry generated(std::int64_t n) {
    const std::string number = std::to_string(n);
    NewEntry entry{"document", "2015-" + std::to_string(n % 40) + "/dossiers/" + number + "/return-1.pdf", "application/pdf", "2015-10-09T10:00:00+06:00", "return-1:" + base::sha256(number).hex(), {}, {}, {}};
    entry.labels = {{"Competition", "2015-" + std::to_string(n % 40)}, {"Applicant", "«Өтініш беруші " + number + "» ЖШС"}, {"Number", "КІ-" + number},
                    {"Title", "Өтінімді қайтару туралы хабарлама"}, {"Engine", "irikteu"}};
    entry.bytes = "Хабарлама № " + number + '\n';
    return entry;
}

}  // namespace

TEST(Many, EntriesAreAddedFoundProvedAndVerifiedInTime) {
    const char* wanted = std::getenv("IRIKTEU_ENTRIES");
    const char* place = std::getenv("IRIKTEU_ENTRIES_FOLDER");
    const std::int64_t count = wanted ? std::atoll(wanted) : 3000, batch = 10'000;
    const std::string folder = place ? place : archive_test::scratch("many");
    std::filesystem::remove_all(folder);
    const double adding = seconds_of([&] {
        Archive archive = Archive::open_or_create(folder);
        for (std::int64_t first = 1; first <= count; first += batch) {
            std::vector<NewEntry> entries;
            for (std::int64_t n = first; n < std::min(first + batch, count + 1); ++n) entries.push_back(generated(n));
            EXPECT_EQ(archive.add(entries).added, entries.size());
        }
    });
    const double opening = milliseconds_of(9, [&](int) { EXPECT_EQ(Archive::open(folder).size(), static_cast<std::size_t>(count)); });
    Archive archive = Archive::open(folder);
    const auto some = [count](int run) { return 1 + (run * 7919 + 4242) % count; };
    const double by_entry = milliseconds_of(101, [&](int run) { EXPECT_EQ(archive.by_number(some(run))->number, some(run)); });
    const double by_number = milliseconds_of(101, [&](int run) {
        Query query;
        query.document_number = "КІ-" + std::to_string(some(run));
        const auto found = archive.list(query);
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].number, some(run));
    });
    const double by_text = milliseconds_of(11, [&](int run) {
        Query query;
        query.text = "хабарламалар " + std::to_string(some(run));
        query.applicant = "өтініш берушінің";
        EXPECT_EQ(archive.list(query).size(), 1u);
    });
    const double by_name = milliseconds_of(101, [&](int run) {
        const NewEntry one = generated(some(run));
        EXPECT_EQ(archive.last_named("document", one.name, "Competition", one.labels[0].second)->number, some(run));
    });
    const double proving = milliseconds_of(101, [&](int run) { EXPECT_TRUE(holds(proof_of(archive, some(run)))); });
    VerifyOptions quick;
    quick.depth = VerifyOptions::Depth::quick;
    const double checking = seconds_of([&] { EXPECT_TRUE(verify(folder, quick).faults.empty()); });
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::cout << count << " entries: add " << static_cast<double>(count) / adding << "/s, open " << opening << " ms, find by entry " << by_entry
              << " ms, by document's number " << by_number << " ms, by name " << by_name << " ms, by words " << by_text << " ms, proof " << proving << " ms, quick verify " << checking
              << " s, peak " << usage.ru_maxrss / 1024 << " MB\n";
    if (!place) std::filesystem::remove_all(folder);
}

}  // namespace irikteu::archive
