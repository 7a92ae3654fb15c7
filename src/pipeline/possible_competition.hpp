#pragma once

#include "pipeline/competition.hpp"

namespace irikteu::pipeline {

/// Refuses a competition whose dates or numbers cannot be, though its file is valid: a term for applications that ends
/// before it begins or before the announcement; a protocol dated before the term has ended; an arrival before acceptance
/// opened; registration numbers that are empty or stand twice; a dossier that is registered twice or has no name; a
/// sitting without a chair or with two of them, or that nobody present leads; a setting without a value or stated twice.
/// Throws Error(invalid) that names the file, the line and what contradicts what: one fault, the first in the file's order
/// of elements.
void require_possible(const Competition& competition);

}  // namespace irikteu::pipeline
