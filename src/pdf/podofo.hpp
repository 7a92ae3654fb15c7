#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How PoDoFo is asked for a file: plain values and no exceptions, so that it may stand in a shared library that is loaded when it is wanted
/// (cli/program/no_podofo.cpp).
namespace irikteu::pdf {

struct PodofoEntry {
    std::string_view key, value;
};

struct PodofoInput {
    const std::string_view* objects = nullptr;  ///< Values of the objects 1, 2, …
    std::size_t object_count = 0;
    std::uint32_t catalog = 0;                  ///< Object number.
    const PodofoEntry* info = nullptr;          ///< The document information dictionary.
    std::size_t info_count = 0;
};

/// A PDF 1.7 file with a cross-reference table, as PoDoFo writes it; its /ID is PoDoFo's. False: `out` is PoDoFo's name of its failure.
bool write_podofo(const PodofoInput& input, std::string& out);

using WritePodofo = bool (*)(const PodofoInput& input, std::string& out);
/// Where write_podofo() is. Throws Error(environment) where it would have to be loaded and cannot be.
WritePodofo podofo();
inline constexpr char kPodofoEntryPoint[] = "irikteu_write_podofo";

}  // namespace irikteu::pdf
