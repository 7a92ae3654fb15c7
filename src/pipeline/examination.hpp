#pragma once

#include <string>

#include "base/error.hpp"
#include "pipeline/competition.hpp"
#include "pipeline/judge.hpp"
#include "readers/reader.hpp"
#include "xml/document.hpp"

namespace irikteu::pipeline {

/// What came of one dossier: the canonical dossier with its outlines, and the report on it.
struct Examination {
    xml::Document dossier;
    xml::Document report;
};

/// Reads a dossier (folder, .zip, .xml or one .docx), aligns it with the act and checks it. What can't be read at all
/// becomes a dossier that says so, and its report's verdict is "undetermined"; so this throws only what is not the
/// dossier's fault (templates, fonts, our own errors).
/// `name` is the dossier's name in reports; with a competition its intake record is taken from the register.
Examination examine(Judge& judge, const std::string& path, const std::string& name, const Competition* competition);

/// What the reader sees of a submission; of one that cannot be read, a dossier with nothing but the reason.
/// Throws only what is not the submission's fault.
xml::Document read_or_say_why(const Judge& judge, const std::string& path, const std::string& shown_name, readers::Carrier* carrier = nullptr);
/// Aligns and checks a dossier that was read already.
Examination examine_read(Judge& judge, xml::Document dossier, const std::string& name, const Competition* competition);

/// What is said of a dossier that cannot be read, is not there, or cannot be printed: a dossier with nothing but the
/// reason, whose report is "undetermined".
Examination examine_unreadable(Judge& judge, const base::Error& reason, const std::string& name, const std::string& shown_name,
                               const Competition* competition);

/// Equal for dossiers of the same applicant for the same cluster, however they are spelt; empty where one of them is not known.
std::string twin_key(const std::string& applicant, const std::string& cluster);
/// The dossier without running text and outlines: what documents are composed from.
xml::Document without_texts(const xml::Document& dossier);
/// The dossier with its intake and its files alone, for a dossier whose own parts break the schema.
xml::Document without_parts(const xml::Document& dossier);

/// A dossier's name as it may stand in reports, documents and the archive: at most about 120 bytes of UTF-8 whose
/// characters every face has; others become "_".
std::string shown_name(const std::string& name);

/// "conforming", "non-conforming" or "undetermined".
std::string verdict_of(const xml::Document& report);
/// 0, 1 or 3 for the verdict (product: exit statuses).
int exit_status_of(const std::string& verdict);

}  // namespace irikteu::pipeline
