#pragma once

#include <zip.h>

#include <string>
#include <type_traits>

/// For this folder only: libzip, loaded for the first entry that plain_zip.hpp leaves to it. A dossier in XML needs none, and libzip brings
/// libcrypto with it, which takes longer to load than such a dossier takes to check.
namespace irikteu::readers {

struct ZipLibrary {
    decltype(&::zip_discard) discard;
    decltype(&::zip_error_fini) error_fini;
    decltype(&::zip_error_init) error_init;
    decltype(&::zip_error_strerror) error_strerror;
    decltype(&::zip_fclose) fclose;
    decltype(&::zip_file_strerror) file_strerror;
    decltype(&::zip_fopen_index) fopen_index;
    decltype(&::zip_fread) fread;
    decltype(&::zip_open_from_source) open_from_source;
    decltype(&::zip_source_buffer_create) source_buffer_create;
    decltype(&::zip_source_free) source_free;
    decltype(&::zip_strerror) strerror;
};

/// Any thread may call it. Throws Error(environment) where libzip is not installed.
const ZipLibrary& zip_library();

}  // namespace irikteu::readers
