#pragma once

#include <optional>
#include <string>

#include "act/act.hpp"
#include "outline/form_reader.hpp"

namespace irikteu::outline {

/// Where the signature of appendix 3 stands, by the form.
struct SignaturePlace {
    std::string caption;      ///< Below it: "(Т.А.Ә., қолы)".
    std::string institution;  ///< What is printed behind the institution's name.
    std::string organ;        ///< The institution's name, as it was read.
    std::size_t organ_line = std::string::npos;  ///< Of the form, where that body is named; npos where it is not.
    std::size_t from;         ///< The first line behind the confirmation.
};

/// Name and signature; nullopt where nothing is like one. "… мемлекеттік мекемесі «X» Асанов А. Б. ______ (Т.А.Ә., қолы)": behind the
/// institution stand name and signature, parted by commas, rules or wide gaps.
std::optional<Signed> read_conclusion_signature(FormReader& reader, const act::Act& act, const SignaturePlace& place);

}  // namespace irikteu::outline
