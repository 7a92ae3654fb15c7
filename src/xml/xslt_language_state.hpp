#pragma once

#include <libxslt/xsltInternals.h>

#include "xml/xslt_language.hpp"

/// For this folder only: the compiled form of an XsltLanguage.
namespace irikteu::xml {

struct XsltLanguage::State {
    xsltStylesheetPtr sheet = nullptr;
    const base::Disk* disk = nullptr;
    std::string folder;  ///< Where document() may read; "." for the present one.
    ~State();
};

}  // namespace irikteu::xml
