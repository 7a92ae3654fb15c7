#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "act/act.hpp"
#include "base/disk.hpp"
#include "xml/xpath.hpp"

namespace irikteu::checks {

/// A third of a short check would go into looking for faults in rules that are those of every day. So the build looks once, and writes
/// down the proofs of the rules that have none: "proven-rules.txt" beside the templates' folder. Rules that anybody changed since
/// have another digest, and are looked at as if there were no such file; so are those that a program with other functions reads.

/// Where the proofs for a templates' folder stand; empty where it has no folder above it.
std::string proofs_path(std::string_view templates_folder);

/// The digest of a rule set: of its files' digests, by path.
std::string digest_of_rules(const base::Disk& disk, std::vector<std::string> files);

/// By what a proof is known: the digest of a rule set, the functions that its expressions may call, the version of the program that looked for faults.
std::string proof_of(std::string_view digest, const xml::FunctionLibrary& functions);

/// Whether `proofs`, a file's text, has the proof.
bool is_proven(std::string_view proofs, std::string_view proof);

/// The text of such a file for an act: a line with proof, act and stage for every rule set without fault that may be loaded as proven.
std::string prove_rules(const base::Disk& disk, const act::Act& act);

}  // namespace irikteu::checks
