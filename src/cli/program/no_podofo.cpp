#include <dlfcn.h>
#include <unistd.h>

#include <array>

#include "base/error.hpp"
#include "pdf/podofo.hpp"

// In the program that writes papers, this stands in the place of pdf/podofo_here.cpp: PoDoFo brings 20 libraries, which take longer to load than most
// papers take to make, so they are loaded with the first paper that needs a classic file, one to be signed.
namespace irikteu::pdf {

namespace {

WritePodofo load() {
    std::array<char, 4096> path{};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    std::string file(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    file.erase(file.rfind('/') + 1);
    file += "irikteu-podofo.so";
    void* library = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void* entry = library == nullptr ? nullptr : ::dlsym(library, kPodofoEntryPoint);
    if (entry == nullptr) throw base::Error(base::ErrorCode::environment, std::string("a paper to be signed needs PoDoFo: ") + ::dlerror() + " (is the program installed whole?)");
    return reinterpret_cast<WritePodofo>(entry);
}

}  // namespace

WritePodofo podofo() {
    static const WritePodofo write = load();
    return write;
}

}  // namespace irikteu::pdf
