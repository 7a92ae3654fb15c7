#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/disk.hpp"
#include "xml/document.hpp"
#include "xml/xpath.hpp"

namespace irikteu::checks {

/// A piece of a message (ISO/IEC 19757-3, 5.4.1, 5.4.5, 5.4.11): text, or text set apart by dir, emph or span, or a
/// node of the document copied by xsl:copy-of.
struct TextRun {
    enum class Kind { text, dir, emph, span, copy };
    Kind kind = Kind::text;
    std::string text;
    std::string attribute;  ///< dir/@value, span/@class.
    xml::Node node;         ///< For copy.
};

/// A message as it came out for one node.
struct Text {
    std::string id;    ///< Of the diagnostic or property; empty for an assertion's own text.
    std::string lang;  ///< The nearest xml:lang; empty where there is none.
    std::string role, scheme, see, icon, fpi;
    std::vector<TextRun> runs;
    /// The text without mark-up, white space folded.
    std::string plain() const;
};

/// Attributes that rules and assertions share (ISO/IEC 19757-3, 5.4: rich and linkable attributes).
struct Labels {
    std::string id, role, flag, severity, see, icon, fpi, lang;
};

/// An active pattern (or group) of a run.
struct ActivePattern {
    Labels labels;
    std::string title;
    std::string documents;  ///< The documents attribute as written; the document's name where there is none.
    bool group = false;     ///< A group lets every matching rule fire; a pattern only the first.
};

/// A rule that matched a node.
struct FiredRule {
    std::size_t pattern = 0;          ///< Index into Result::patterns.
    const Labels* labels = nullptr;   ///< Kept alive by Result.
    const std::string* context = nullptr;
    xml::Node node;                   ///< In the document that was run, or in a subordinate one.
    std::size_t document = 0;         ///< Index into Result::documents.
};

/// A failed assert or a successful report: a fault in the document.
struct Outcome {
    enum class Kind { failed_assert, successful_report };
    Kind kind = Kind::failed_assert;
    std::size_t fired = 0;   ///< Index into Result::fired.
    Labels labels;           ///< role and flag come from the rule where the assertion has none; "$name" is resolved.
    std::string test;
    std::string location;    ///< XPath of the node; see locate().
    xml::Node node;          ///< The subject where one is named, else the rule's context node.
    Text text;
    std::vector<Text> diagnostics;
    std::vector<Text> properties;
};

/// Something that a run-time error kept from being checked: never a pass.
struct Unchecked {
    std::string pattern, rule, assertion;  ///< Ids; empty where there is none.
    std::string expression;                ///< What failed.
    std::string location;                  ///< Of the first node on which it failed.
    xml::Node node;
    std::string message;
    std::size_t times = 1;                 ///< On how many nodes it failed in the same way.
};

/// In which context the expressions of a message are evaluated where the assertion or its rule names a subject: that
/// node (edition of 2025), or the rule's context node (earlier editions, and the implementations on XSLT).
enum class MessageContext { subject, rule };

/// What a run found. Its Nodes live as long as the document that was run.
struct Result {
    std::string title, schema_version, phase, lang;
    std::vector<Text> paragraphs;  ///< The schema's own p elements.
    std::vector<std::pair<std::string, std::string>> namespaces;  ///< Of the ns elements, in order.
    std::vector<std::string> documents;                           ///< The document's name, then subordinate ones.
    std::vector<ActivePattern> patterns;
    std::vector<FiredRule> fired;      ///< By pattern, then in document order.
    std::vector<Outcome> outcomes;     ///< In the order of `fired`, then of the rule's assertions.
    std::vector<Unchecked> unchecked;
    std::shared_ptr<const void> schema;                  ///< Keeps what FiredRule points to.
    std::vector<std::shared_ptr<xml::Document>> owned;   ///< Subordinate documents.
    bool passed() const { return outcomes.empty() && unchecked.empty(); }
};

/// An ISO/IEC 19757-3 schema with the query language binding "xslt" (XPath 1.0 expressions, XSLT 1.0 match patterns as
/// contexts), compiled once; run() may be called from several threads at once.
/// Of the editions after 2016: group, library, rules, severity, visit-each, defaults of params, phase/@when, phase/@from.
/// A name's path gives the value of its expression (5.4.10, annex C); a run-time error is never a pass, and whatever the
/// schema itself shows to be wrong is an Error of load().
class SchemaTree;

class Schematron {
  public:
    /// Reads a subordinate document (pattern/@documents) by the name that the expression gave, as written.
    using DocumentSource = std::function<xml::Document(const std::string& name)>;

    /// Loads the schema and what it includes, relative to each file. `disk` and `functions`, which may be null, must
    /// outlive the Schematron. `messages` counts where the schema names no edition (schematronEdition).
    /// Throws Error: unreadable_file, malformed (with file, line and element: elements out of place, references to what
    /// does not exist, variables and prefixes that nobody declares), unsupported (another query language).
    static Schematron load(const base::Disk& disk, const std::string& path, const xml::FunctionLibrary* functions,
                           MessageContext messages = MessageContext::subject);
    /// The same of a tree that was opened before. Where the rules are `proven`, nothing is looked for that could be wrong with
    /// them, and messages are compiled when they are first said.
    static Schematron load(std::unique_ptr<SchemaTree> tree, const xml::FunctionLibrary* functions, MessageContext messages, bool proven = false);

    /// `phase`: "" or "#DEFAULT" for the schema's default phase, "#ALL", "#ANY" (the first phase whose `when` holds), or a
    /// phase's id. Throws Error(usage) where the schema has no such phase; everything else that goes wrong is an
    /// Unchecked of the result.
    Result run(const xml::Document& document, std::string_view phase) const;
    Result run(const xml::Document& document, std::string_view phase, const DocumentSource& subordinates) const;

    /// How much work a run may do, about the number of nodes visited; one rule or assertion a quarter of it. What takes more is
    /// not asked to the end: an Unchecked that names it with file and line. By default two thousand million, some ten seconds.
    void allow(std::uint64_t work) { work_ = work; }
    /// How large the report of a run may grow, about, in bytes: what goes beyond is not asked either, and an Unchecked says so. By
    /// default 256 MiB, a million outcomes without a message.
    void allow_report(std::size_t bytes) { report_ = bytes; }

    /// Every file that was read, the schema itself first: for a digest of the rules.
    const std::vector<std::string>& files() const;
    /// All assertions and reports that a run can reach, by pattern and rule, each with role, flag and see as a finding
    /// of it would have them: for a map of what is checked.
    std::vector<Labels> assertions() const;
    /// Whether, known to be without fault, it may be loaded as proven: no pattern borrows variables of others, and nothing needs more
    /// than XPath.
    bool is_provable() const;
    /// Ids of the phases, in the schema's order.
    std::vector<std::string> phases() const;

  private:
    std::shared_ptr<const struct CompiledSchema> schema_;
    std::uint64_t work_ = 2'000'000'000;
    std::size_t report_ = std::size_t{256} << 20;
};

/// An XPath 1.0 expression that gives exactly this node of its document, without prefixes: "/", "/a[1]/b[2]",
/// "/*[local-name()='a' and namespace-uri()='urn:x'][1]/@c", ".../text()[1]".
std::string locate(xml::Node node);

}  // namespace irikteu::checks
