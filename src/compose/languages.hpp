#pragma once

#include <vector>

#include "act/act.hpp"
#include "base/disk.hpp"
#include "compose/inspection.hpp"

namespace irikteu::compose {

/// What is wrong with the language of an act's templates, messages and act.xml: xml:lang of no language of ours, or another one than the text below it is in;
/// Russian words in Kazakh text, Kazakh letters in Russian text; documents that don't say their title, language and date; parameters that are given
/// nothing. Whether a word is Russian is judged by what the act itself says in both languages, and by endings that Kazakh lacks; names in quotation
/// marks « » are left alone. Files that are no XML are passed over: inspect_templates() names them.
std::vector<TemplateFault> inspect_languages(const base::Disk& disk, const act::Act& act);

}  // namespace irikteu::compose
