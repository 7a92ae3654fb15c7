#pragma once

#include <memory>
#include <string>

#include "base/disk.hpp"
#include "xml/document.hpp"

namespace irikteu::xml {

/// What XSLT 1.0 adds to the expressions of XPath 1.0 (XSLT 1.0, 12): document(), format-number(), system-property(),
/// element-available(), function-available(), unparsed-entity-uri(); with the functions of EXSLT, and those that a
/// stylesheet declares by func:function. An XPathContext that is given one knows them all.
/// Compiled once; contexts of several threads may share it.
class XsltLanguage {
  public:
    /// `stylesheet` holds the declarations. document() reads relative to `path`, what it is given as a node relative to that
    /// node's document, from those two folders and below, never from the network, with the parser's usual limits. Throws Error(malformed) with file and line.
    static XsltLanguage compile(Document stylesheet, const base::Disk& disk, const std::string& path);

    struct State;  ///< This folder only.
    const State& state() const { return *state_; }

  private:
    std::shared_ptr<const State> state_;
};

}  // namespace irikteu::xml
