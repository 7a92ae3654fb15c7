#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compose/composer.hpp"
#include "layout/formatter.hpp"
#include "layout/pages.hpp"
#include "pdf/font_library.hpp"
#include "pipeline/judge.hpp"
#include "xml/document.hpp"

namespace irikteu::pipeline {

/// What an engine is made of: a judge's options, and what is thought of the fonts.
struct EngineOptions : JudgeOptions {
    pdf::FontTrust font_trust = pdf::FontTrust::verify;
    /// What does not fit its place on a page: it is there all the same. Any thread may call it.
    layout::ReportOverflow overflow;
};

/// What a document that doesn't say so itself is rendered with.
struct RenderHints {
    std::string title;  ///< Where it states none: every file needs one (ISO 14289-1, 7.1).
    std::vector<std::string> image_folders;  ///< Where relative names of images are looked up, in this order; empty: beside the house style.
    bool of_others = false;  ///< What can't be shown as it says is a warning: in a paper of the procedure it is an error.
    unsigned threads = 0;  ///< 0: as many as there are cores. The bytes do not depend on it.
};

/// A judge that writes papers too: templates and fonts, made at their first use. One engine serves one thread.
class Engine : public Judge {
  public:
    Engine(const base::Disk& disk, EngineOptions options);
    ~Engine() override;

    const compose::Composer& composer();
    const pdf::FontLibrary& fonts();

    /// Formats an FO document and writes it as PDF/A-3a and PDF/UA-1, with the attachments and metadata given on top
    /// of those that the document states itself.
    std::string render(const xml::Document& fo, std::vector<layout::Attachment> attachments = {},
                       std::optional<base::Moment> date = {}, const RenderHints& hints = {});

  private:
    void act_changed() override;

    struct Parts;
    pdf::FontTrust font_trust_;
    layout::ReportOverflow overflow_;
    std::unique_ptr<Parts> parts_;
};

}  // namespace irikteu::pipeline
