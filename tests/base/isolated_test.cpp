#include "base/isolated.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "base/error.hpp"

namespace irikteu::base {
namespace {

using std::chrono::milliseconds;

ErrorCode code_of(const std::function<std::string()>& work, IsolationLimits limits = {}) {
    try {
        run_isolated(work, limits);
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorCode::usage;
}

TEST(Isolated, gives_what_the_work_returns) {
    EXPECT_EQ(run_isolated([] { return std::string("a\0b", 3); }), std::string("a\0b", 3));
    EXPECT_EQ(run_isolated([] { return std::string(3'000'000, 'x'); }).size(), 3'000'000u);
    EXPECT_EQ(run_isolated([] { return std::string(); }), "");
}

TEST(Isolated, errors_come_through_with_code_message_and_place) {
    try {
        run_isolated([]() -> std::string { throw Error(ErrorCode::unsupported, "a: 1:2", {"file", 0, 0, "p3"}); });
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::unsupported);
        EXPECT_EQ(error.message(), "a: 1:2");
        EXPECT_EQ(error.where().file, "file");
        EXPECT_EQ(error.where().place, "p3");
    }
    EXPECT_EQ(code_of([]() -> std::string { throw std::runtime_error("odd"); }), ErrorCode::malformed);
}

TEST(Isolated, a_crash_an_endless_loop_and_a_flood_end_the_child_alone) {
    EXPECT_EQ(code_of([]() -> std::string {
                  ::signal(SIGSEGV, SIG_DFL);
                  ::raise(SIGSEGV);
                  return {};
              }),
              ErrorCode::malformed);
    EXPECT_EQ(code_of([]() -> std::string { ::_exit(0); }), ErrorCode::malformed);
    IsolationLimits hasty;
    hasty.time = milliseconds(200);
    EXPECT_EQ(code_of([]() -> std::string {
                  for (;;) std::this_thread::sleep_for(milliseconds(10));
              }, hasty),
              ErrorCode::limit_exceeded);
    IsolationLimits narrow;
    narrow.max_result_bytes = 1000;
    EXPECT_EQ(code_of([] { return std::string(2000, 'x'); }, narrow), ErrorCode::limit_exceeded);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Isolated, memory_is_limited) {
    IsolationLimits small;
    small.memory = 32u << 20;
    EXPECT_EQ(code_of([] { return std::to_string(std::vector<char>(256u << 20, 'x').back()); }, small), ErrorCode::limit_exceeded);
    EXPECT_EQ(run_isolated([] { return std::to_string(std::vector<char>(8u << 20, 'x').size()); }, small), std::to_string(8u << 20));
}
#endif

TEST(Isolated, files_cannot_be_written) {
    const std::string path = ::testing::TempDir() + "isolated-" + std::to_string(::getpid());
    const auto said = run_isolated([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        std::ofstream file(path);
        file << "x" << std::flush;
        return std::string(file ? "written" : "refused");
    });
    EXPECT_EQ(said, "refused");
    std::remove(path.c_str());
}

}  // namespace
}  // namespace irikteu::base
