#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checks/messages.hpp"
#include "checks/schematron.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

/// What `irikteu validate` found in one file by anybody's schema and rules, and its faces.
namespace irikteu::report {

struct Validation {
    /// A breach, or something that could not be checked.
    struct Entry {
        enum class Kind { schema, assertion, unchecked };
        Kind kind = Kind::assertion;
        int line = 0;           ///< In the file; 0 where it is not known.
        std::string location;   ///< XPath; empty where it is not known.
        std::string rule;       ///< Id of the assertion; empty where it has none.
        std::string role, flag, see, test;
        std::string message;
        std::vector<std::string> diagnostics;
    };
    std::string file;
    std::vector<Entry> entries;            ///< Breaches of the schema, then of the rules, then what could not be checked.
    std::optional<xml::Document> svrl;     ///< Of the rules, where there were any and the file could be read.

    /// 0 valid, 1 invalid (an assert failed, a report succeeded, the schema is broken), 3 where anything could not be checked.
    int exit_status() const;
};

/// The result of rules and schema together, with SVRL where it is wanted. The document must still live. Breaches of the schema are worded as libxml2
/// does, or by `words`, where given.
Validation validation(const std::string& file, const std::vector<xml::SchemaFault>& faults, const checks::Result* result, bool with_svrl, const checks::Messages* words = nullptr);
/// Of a file that could not be read.
Validation unreadable(const std::string& file, int line, const std::string& message);

/// How a line calls what it tells.
struct Verdicts {
    std::string valid = "valid", invalid = "invalid", unchecked = "could not be checked";
};
/// A line an entry, as compilers write them: "file:line: invalid: [rule] message  (location)"; "file: valid" where there is none.
std::string validation_text(const Validation& validation, const Verdicts& verdicts = {});
/// A JSON array of an object a file: file, valid, checked, faults, unchecked. Written file by file, entry by entry.
class ValidationJson {
  public:
    explicit ValidationJson(std::ostream& out) : out_(out) {}
    void add(const Validation& validation);
    void end();

  private:
    std::ostream& out_;
    bool begun_ = false;
};

/// SVRL of one file. Breaches of the XML Schema stand in a pattern of their own, id "xml-schema".
std::string validation_svrl(const Validation& validation);
/// SARIF 2.1.0, one run for all, written file by file. Fingerprints depend on file, rule and location alone.
class ValidationSarif {
  public:
    ValidationSarif(std::ostream& out, std::string engine);
    ~ValidationSarif();
    void add(const Validation& validation);
    void end();

  private:
    struct State;
    std::ostream& out_;
    std::string engine_;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::report
