#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "xml/document.hpp"

struct _xmlDoc;
struct _xmlError;

/// For this folder only: libxml2's global state, set up once, with every way out of the process closed.
namespace irikteu::xml {

/// Makes libxml2 ready; cheap after the first call; any thread may call it.
void initialise();
/// The same for libxslt, libxml2 included. Apart, because a program that only judges is linked without it.
void initialise_xslt();
/// Before a stylesheet is compiled: loads libexslt where the stylesheet names a namespace of EXSLT. What it imports is looked through by itself.
void prepare_extensions(const _xmlDoc* stylesheet);

/// The elements of XSLT's namespace that XSLT 1.0 does not have, where version="1.0" allows no other (XSLT 1.0, 2.5): "unknown element
/// xsl:valu-of", with their lines. libxslt would leave them out in silence.
struct UnknownElement {
    std::string message;
    int line = 0;
};
std::vector<UnknownElement> unknown_xslt_elements(const _xmlDoc* stylesheet);

/// While it lives, libxml2 on this thread may open files below `root_folder` of that disk, and no others; documents that
/// document() names may lie below `input_folder` too, where one is given.
/// Without one nothing can be opened.
class OpenScope {
  public:
    OpenScope(const base::Disk& disk, std::string root_folder, std::string input_folder = {});
    ~OpenScope();
    OpenScope(const OpenScope&) = delete;
    OpenScope& operator=(const OpenScope&) = delete;

    const base::Disk& disk() const { return disk_; }
    const std::string& root_folder() const { return root_folder_; }
    const std::string& input_folder() const { return input_folder_; }

  private:
    const base::Disk& disk_;
    std::string root_folder_, input_folder_;
    OpenScope* outer_;
};

/// While it lives, collects what libxml2 and libxslt complain of on this thread.
class ErrorCollector {
  public:
    ErrorCollector();
    ~ErrorCollector();
    ErrorCollector(const ErrorCollector&) = delete;
    ErrorCollector& operator=(const ErrorCollector&) = delete;

    bool empty() const { return message_.empty(); }
    /// The first complaint as an Error, in one line.
    base::Error error(base::ErrorCode code, const std::string& otherwise, const std::string& file) const;
    /// Each complaint of a stylesheet's compilation as an Error, with its own file and line; one at least.
    std::vector<base::Error> errors(base::ErrorCode code, const std::string& otherwise, const std::string& file) const;
    void note(const std::string& message, const std::string& file, int line, int column);

  private:
    struct Note {
        std::string message, file;
        int line = 0;
    };
    std::vector<Note> notes_;  ///< In their order, the first of very many.
    std::string message_;
    std::string file_;
    int line_ = 0;
    int column_ = 0;
    ErrorCollector* outer_;
};

/// Takes a complaint as printf() would, for the ErrorCollector of this thread (libxml2's generic error function).
void complain(void*, const char* format, ...) __attribute__((format(printf, 2, 3)));

/// The same with its place.
void note_complaint(const std::string& message, const std::string& file, int line);

/// A document that document() names, through the one hardened parser. nullopt where the OpenScope doesn't allow it or it
/// cannot be read; the reason goes to the ErrorCollector.
std::optional<Document> open_document(const char* url);

/// libxml2's message in one line, without the final line feed.
std::string one_line(const char* message);

}  // namespace irikteu::xml
