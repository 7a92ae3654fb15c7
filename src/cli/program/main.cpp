#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>

#include "cli/program.hpp"
#include "cli/program/no_xslt.hpp"

namespace {

/// Goes on as another part of the program, which stands beside this one. Comes back only if it cannot.
int become(const char* part, char** argv) {
    std::array<char, 4096> path{};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    std::string program(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    program.erase(program.rfind('/') + 1);
    program += part;
    ::execv(program.c_str(), argv);
    std::cerr << "irikteu: " << program << ": " << std::strerror(errno) << " (is the program installed whole?)\n";
    return 4;
}

}  // namespace

int main(int argc, char** argv) {
    using irikteu::cli::Part;
    const Part part = irikteu::cli::part_for(argc, argv);
    if (part == Part::papers) return become("irikteu-papers", argv);
    if (part == Part::seal) return become("irikteu-seal", argv);
    if (part == Part::whole) return become("irikteu-whole", argv);
    try {
        return irikteu::cli::run_judge(argc, argv);
    } catch (const irikteu::cli::XsltNeeded&) {
        return become("irikteu-whole", argv);
    }
}
