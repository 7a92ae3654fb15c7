#pragma once

#include <map>
#include <memory>
#include <string>

#include "act/act.hpp"
#include "base/digest.hpp"
#include "base/disk.hpp"
#include "checks/checker.hpp"
#include "compose/composer.hpp"
#include "layout/pages.hpp"
#include "pdf/font_library.hpp"
#include "pipeline/competition.hpp"
#include "report/messages.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::pipeline {

/// What an engine is made of: where the act's data and the fonts are.
struct EngineOptions {
    std::string templates_folder;  ///< "share/irikteu/templates"
    std::string fonts_folder;      ///< "share/irikteu/fonts"
    std::string act = "kz-535-2015";
    std::string house_style;  ///< Stylesheet over the house style of templates/style; empty: none.
    std::map<std::string, std::string> settings;  ///< Readings of the act where it is ambiguous, over its defaults.
    pdf::FontTrust font_trust = pdf::FontTrust::verify;
};

/// What a document that doesn't say so itself is rendered with.
struct RenderHints {
    std::string title;  ///< Where it states none: every file needs one (ISO 14289-1, 7.1).
    std::vector<std::string> image_folders;  ///< Where relative names of images are looked up, in this order; empty: beside the house style.
    unsigned threads = 0;  ///< 0: as many as there are cores. The bytes do not depend on it.
};

/// Version of this program, as it stands in reports and documents: "irikteu 0.1.0".
std::string engine_version();

/// Everything that is compiled once and then only read: the act, its rules and templates, the fonts. Each part is made
/// at its first use, so that a command pays only for what it needs. One engine serves one thread.
class Engine {
  public:
    Engine(const base::Disk& disk, EngineOptions options);
    ~Engine();

    const base::Disk& disk() const { return disk_; }
    const EngineOptions& options() const { return options_; }
    const act::Act& act();
    const checks::Checker& checker();
    const compose::Composer& composer();
    const pdf::FontLibrary& fonts();
    const xml::Schema& competition_schema();
    /// Reads the act as that competition says: its settings over those of the options, the edition in force when it was
    /// announced. Call it before anything is checked. Throws Error(invalid) with the line of a setting that the act does
    /// not know or whose value it does not understand.
    void read_act_for(const Competition& competition);
    /// SHA-256 over everything but the data that a document is made of: the act's folder, house style, schemas, calendar
    /// and the fonts' manifest. Known once the act is loaded.
    const base::Digest& provenance();
    const report::Messages& messages(const std::string& language);

    /// Formats an FO document and writes it as PDF/A-3a and PDF/UA-1, with the attachments and metadata given on top
    /// of those that the document states itself.
    std::string render(const xml::Document& fo, std::vector<layout::Attachment> attachments = {},
                       std::optional<base::Moment> date = {}, const RenderHints& hints = {});

  private:
    struct Parts;
    const base::Disk& disk_;
    EngineOptions options_;
    std::unique_ptr<Parts> parts_;
};

}  // namespace irikteu::pipeline
