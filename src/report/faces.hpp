#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/messages.hpp"
#include "xml/document.hpp"

/// The faces of a report (urn:irikteu:report:1, templates/schema/report.xsd). All say the same: each is made from the
/// one report document and from nothing else. Every function may be called from several threads at once.
namespace irikteu::report {

struct TextOptions {
    enum class Colour { none, ansi };
    Colour colour = Colour::none;
    std::size_t width = 100;  ///< Columns; lines are broken at spaces. 0: no breaking.
};

/// For a terminal, in the language of `messages`: most serious first, grouped by document; UTF-8, ends with a line feed.
/// Throws Error(environment) where a message is missing.
std::string text_face(const xml::Document& report, const Messages& messages, const TextOptions& options = {});

/// One line: name, verdict and counts.
std::string summary_line(const xml::Document& report, const Messages& messages);

/// JSON as templates/schema/report.schema.json describes it, with a final line feed.
std::string json_face(const xml::Document& report);

/// JSON of many reports: {"reports": […]}, in the order given.
std::string json_face(const std::vector<const xml::Document*>& reports);

/// Schematron Validation Report Language (templates/schema/svrl.xsd); one active pattern a clause.
xml::Document svrl_face(const xml::Document& report);

/// SARIF 2.1.0 of one or more reports, one run for all; messages in the language given ("kk", "ru", "en"), else in
/// Kazakh. Fingerprints depend on rule, item and place alone, so that the same fault keeps its own from run to run.
std::string sarif_face(const std::vector<const xml::Document*>& reports, std::string_view language);

/// The same log piece by piece, for many reports: holds a few lines a rule, however many are added. The pieces joined are
/// the log. Not for several threads at once.
class SarifStream {
  public:
    explicit SarifStream(std::string language);
    SarifStream(SarifStream&&) noexcept;
    SarifStream& operator=(SarifStream&&) noexcept;
    ~SarifStream();

    std::string add(const xml::Document& report);
    std::string finish();  ///< The last piece, with the tool and its rules.

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::report
