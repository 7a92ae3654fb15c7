/// For the build: writes which rules of an act have no fault (checks/rule_proofs.hpp).
///     prove_rules TEMPLATES ACT FILE
#include <iostream>

#include "act/act.hpp"
#include "base/disk.hpp"
#include "base/error.hpp"
#include "checks/rule_proofs.hpp"

int main(int count, char** arguments) {
    using namespace irikteu;
    if (count != 4) return 2;
    base::RealDisk disk;
    std::string proofs;
    try {
        proofs = checks::prove_rules(disk, act::Act::load(disk, arguments[1], arguments[2]));
    } catch (const base::Error& error) {  // Programs say it when they read the act; until then nothing is proven.
        std::cerr << error.what() << '\n';
    }
    disk.write(arguments[3], proofs);
    return 0;
}
