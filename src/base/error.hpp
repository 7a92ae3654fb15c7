#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace irikteu::base {

/// Kinds of failure of the world around us. Faults in an applicant's papers are findings, never errors.
enum class ErrorCode {
    usage,               ///< The caller asked for something that makes no sense.
    unreadable_file,     ///< A file is absent, is no regular file, or may not be read.
    malformed,           ///< The bytes break the rules of their own format (XML, ZIP, OOXML …).
    invalid,             ///< Well formed, but not what its schema allows.
    unsupported,         ///< A kind of file, object or property that we don't handle.
    limit_exceeded,      ///< Too large, too deep, too many, too slow: refused before harm is done.
    missing_glyph,       ///< No face has the character.
    missing_font,        ///< A face is absent or its digest is unknown.
    environment,         ///< The disk is full, a folder can't be written, a template is absent.
    damaged_archive,     ///< The archive contradicts itself.
};

/// Stable name of a code, as it stands in JSON answers: "unreadable-file", "malformed" …
std::string_view to_string(ErrorCode code);

/// Where in which file. Everything may be empty or zero: then it is not known.
struct SourcePosition {
    std::string file;   ///< As the user named it, or "archive.zip/inner/name.docx" for a member.
    int line = 0;       ///< From 1.
    int column = 0;     ///< From 1.
    std::string place;  ///< What a person would look for: a part, a paragraph, an XPath.
};

/// "file:line:column: place", leaving out what is not known.
std::string to_string(const SourcePosition& where);

/// One failure, with its place. what() is "place: message".
class Error : public std::exception {
  public:
    Error(ErrorCode code, std::string message, SourcePosition where = {});

    ErrorCode code() const { return code_; }
    const std::string& message() const { return message_; }
    const SourcePosition& where() const { return where_; }
    const char* what() const noexcept override { return what_.c_str(); }

    /// The process exit status of this failure: 2 usage, 4 environment and fonts, else 3 "could not be checked".
    int exit_status() const;

  private:
    ErrorCode code_;
    std::string message_;
    SourcePosition where_;
    std::string what_;
};

}  // namespace irikteu::base
