#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/disk.hpp"
#include "xml/document.hpp"
#include "xml/xpath.hpp"

namespace irikteu::xml {

/// An XSLT 1.0 stylesheet, compiled once; apply() may run on several threads at once.
/// xsl:import, xsl:include and document() read only files below the folder that load() was given; nothing is written.
class Stylesheet {
  public:
    /// Throws Error(malformed) with file and line; several of them together (base::SeveralErrors).
    static Stylesheet load(const base::Disk& disk, const std::string& path, const std::string& root_folder);
    /// The same of a stylesheet's text that stands, as it were, at `path`, from which its imports are found.
    static Stylesheet parse(const base::Disk& disk, std::string_view text, const std::string& path, const std::string& root_folder);
    /// `parameters` are strings, passed as they are. Throws Error(invalid) with file and line of the instruction that
    /// failed, for xsl:message terminate="yes" with its text, and where the stylesheet takes more than five million instructions and five thousand a node
    /// of the input, or concat() makes a string of more than 64 MiB: whoever calls themselves twice never end.
    Document apply(const Document& input, const std::map<std::string, std::string>& parameters,
                   const FunctionLibrary& functions) const;
    const std::string& path() const { return path_; }

  private:
    std::shared_ptr<void> raw_;
    std::string path_;
};

/// Whether a stylesheet may call the function without a library: one of XPath 1.0 or XSLT 1.0, which have no namespace, or of EXSLT as far as
/// stylesheets have that here.
bool has_standard_function(const std::string& uri, const std::string& name);

}  // namespace irikteu::xml
