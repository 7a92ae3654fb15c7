#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>

#include "cli/program.hpp"
#include "cli/program/no_xslt.hpp"

namespace {

/// Goes on as irikteu-papers, which stands beside this program and can do everything. Comes back only if it cannot.
int become_papers(char** argv) {
    std::array<char, 4096> path{};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    std::string program(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    program.erase(program.rfind('/') + 1);
    program += "irikteu-papers";
    ::execv(program.c_str(), argv);
    std::cerr << "irikteu: " << program << ": " << std::strerror(errno) << " (is the program installed whole?)\n";
    return 4;
}

}  // namespace

int main(int argc, char** argv) {
    if (!irikteu::cli::is_for_judge(argc, argv)) return become_papers(argv);
    try {
        return irikteu::cli::run_judge(argc, argv);
    } catch (const irikteu::cli::XsltNeeded&) {
        return become_papers(argv);
    }
}
