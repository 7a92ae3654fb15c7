#include "checks/rule_proofs.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "checks/checker.hpp"

namespace irikteu::checks {

namespace {
constexpr std::uint64_t kMaxRuleBytes = 32u << 20;
}

std::string proofs_path(std::string_view templates_folder) {
    while (templates_folder.ends_with('/')) templates_folder.remove_suffix(1);
    const std::size_t slash = templates_folder.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(templates_folder.substr(0, slash + 1)) + "proven-rules.txt";
}

std::string digest_of_rules(const base::Disk& disk, std::vector<std::string> files) {
    base::Sha256 digest;
    std::sort(files.begin(), files.end());  // They may have been read in any order.
    for (const std::string& path : files) digest.update(base::sha256(disk.read(path, kMaxRuleBytes)).hex());
    return digest.finish().hex();
}

std::string proof_of(std::string_view digest, const xml::FunctionLibrary& functions) {
    base::Sha256 proof;
    const auto add = [&proof](std::string_view part) { proof.update(std::to_string(part.size()) + ':' + std::string(part)); };
    add(digest);
    add(IRIKTEU_VERSION);
    for (const auto& [name, function] : functions.functions()) {
        add(name.first);
        add(name.second);
    }
    return proof.finish().hex();
}

bool is_proven(std::string_view proofs, std::string_view proof) {
    for (std::size_t at = proofs.find(proof); at != std::string_view::npos; at = proofs.find(proof, at + 1)) {
        const std::size_t end = at + proof.size();
        if ((at == 0 || proofs[at - 1] == '\n') && end < proofs.size() && proofs[end] == ' ') return true;
    }
    return false;
}

std::string prove_rules(const base::Disk& disk, const act::Act& act) {
    std::string result;
    const RuleBook book = rule_book(act);
    const Checker checker(disk, book);
    for (const std::string stage : {"1", "2", "competition"}) {
        try {
            const Schematron* rules = checker.rules(stage);
            if (rules != nullptr && rules->is_provable()) result += proof_of(checker.rules_digest(stage), book.functions) + ' ' + act.id() + ' ' + stage + '\n';
        } catch (const base::Error&) {  // Who checks by them is told.
        }
    }
    return result;
}

}  // namespace irikteu::checks
