#include "sign/network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/error.hpp"
#include "loopback_server.hpp"

namespace irikteu::sign_test {

namespace {

base::ErrorCode failure(const std::string& address, sign::NetworkLimits limits = {}) {
    try {
        sign::HttpNetwork(limits).get(address);
    } catch (const base::Error& error) {
        return error.code();
    }
    ADD_FAILURE() << address << " answered";
    return base::ErrorCode::usage;
}

LoopbackServer::Handler saying(const std::string& answer) {
    return [answer](const std::string&, const std::string&) { return answer; };
}

}  // namespace

TEST(Network, GetsAndPosts) {
    const LoopbackServer server([](const std::string& path, const std::string& body) { return ok(path + '|' + body); });
    sign::HttpNetwork network;
    EXPECT_EQ(network.get(server.address("/a?b=c")), "/a?b=c|");
    EXPECT_EQ(network.post(server.address("/p"), "text/plain", "hello"), "/p|hello");
    EXPECT_EQ(network.get(server.address("")), "/|");
}

TEST(Network, ReadsChunkedAnswers) {
    const LoopbackServer server(saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"));
    EXPECT_EQ(sign::HttpNetwork().get(server.address("/")), "abcde");
}

TEST(Network, RefusesWhatIsNoCompleteAnswer) {
    for (const char* answer : {"", "garbage", "HTTP/1.1 404 No\r\n\r\n", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n",
                               "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nabc",
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc"}) {
        const LoopbackServer server(saying(answer));
        EXPECT_EQ(failure(server.address("/")), base::ErrorCode::environment) << answer;
    }
}

TEST(Network, KeepsToItsLimits) {
    const LoopbackServer large(saying(ok(std::string(100'000, 'x'))));
    EXPECT_EQ(failure(large.address("/"), {std::chrono::seconds(5), 50'000}), base::ErrorCode::limit_exceeded);
    const LoopbackServer slow([](const std::string&, const std::string&) {
        ::usleep(700'000);
        return ok("late");
    });
    EXPECT_EQ(failure(slow.address("/"), {std::chrono::milliseconds(200), 1000}), base::ErrorCode::environment) << "it would have answered";
}

TEST(Network, AsksPlainHttpOnly) {
    for (const char* address : {"https://example.org/", "ftp://x", "file:///etc/passwd", "http://", "http://user@host/", "http://host/a b", "http://host/\r\nX: y", ""}) {
        EXPECT_EQ(failure(address), base::ErrorCode::unsupported) << address;
    }
    EXPECT_EQ(failure("http://127.0.0.1:1/"), base::ErrorCode::environment) << "nobody listens there";
}

}  // namespace irikteu::sign_test
