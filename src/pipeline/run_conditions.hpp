#pragma once

#include "pipeline/competition.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/run.hpp"

namespace irikteu::pipeline {

/// In the out folder: the id of the competition whose results it holds.
inline constexpr const char* kWhose = ".competition";

/// Where a run keeps what it issues: as asked, else in the out folder.
std::string archive_folder(const RunRequest& request);

/// Refuses what this run could not do rightly, before anything is written.
void require_fit(const base::Disk& disk, const Competition& competition, const Engine& engine, const RunRequest& request);

/// Documents speak of nothing that came after them. Where no moment is stated, they are of the whole day of the sitting.
void require_arrived(const Competition& competition, const RunRequest& request, base::Moment moment);

/// When the documents count as issued: as asked, else as competition.xml fixes it, else the day of the sitting, so
/// that a repeated run gives the same documents.
base::Moment moment_of(const Competition& competition, const RunRequest& request);

}  // namespace irikteu::pipeline
