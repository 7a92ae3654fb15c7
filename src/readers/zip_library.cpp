#include "readers/zip_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

namespace irikteu::readers {

namespace {

constexpr const char* kFile = "libzip.so.4";  // The ABI that <zip.h> of libzip 1.x declares.

ZipLibrary load() {
    void* library = ::dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
    const auto symbol = [library](const char* name) {
        void* address = library == nullptr ? nullptr : ::dlsym(library, name);
        if (address == nullptr) {
            throw base::Error(base::ErrorCode::environment, std::string("libzip is needed to open a zip, and it is not installed: ") + ::dlerror(),
                              {kFile, 0, 0, {}});
        }
        return address;
    };
    ZipLibrary zip{};
    const auto set = [&symbol](auto& function, const char* name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(symbol(name));
    };
    set(zip.discard, "zip_discard");
    set(zip.error_fini, "zip_error_fini");
    set(zip.error_init, "zip_error_init");
    set(zip.error_strerror, "zip_error_strerror");
    set(zip.fclose, "zip_fclose");
    set(zip.file_strerror, "zip_file_strerror");
    set(zip.fopen_index, "zip_fopen_index");
    set(zip.fread, "zip_fread");
    set(zip.open_from_source, "zip_open_from_source");
    set(zip.source_buffer_create, "zip_source_buffer_create");
    set(zip.source_free, "zip_source_free");
    set(zip.strerror, "zip_strerror");
    return zip;
}

}  // namespace

const ZipLibrary& zip_library() {
    static const ZipLibrary zip = load();
    return zip;
}

}  // namespace irikteu::readers
