#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "pipeline/competition.hpp"

namespace irikteu::pipeline {

/// A dossier to be dealt with.
struct Arrival {
    std::string name;
    enum class State { readable, special, absent } state = State::readable;
};

/// What an inbox holds.
struct Arrivals {
    std::vector<Arrival> dossiers;          ///< In the order in which they are dealt with.
    std::vector<std::string> unregistered;  ///< What no entry of a register that has entries names: never an application.
    std::vector<std::string> passed_over;   ///< What systems and editors leave behind.
};

/// What there is to deal with: the dossiers as registered, whether they are there or not; where nothing is registered at all, what is there, by name.
/// Throws Error: limit_exceeded; usage where there is nothing.
Arrivals arrivals_of(const base::Disk& disk, const Competition& competition);

/// The folder of each dossier's results, relative to the out folder: its stem, or its whole name, or that with a
/// number, whichever no other dossier has.
std::map<std::string, std::string> folders_of(const std::vector<Arrival>& arrivals);

}  // namespace irikteu::pipeline
