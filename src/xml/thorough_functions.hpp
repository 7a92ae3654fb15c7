#pragma once

#include <libxml/xpath.h>

#include "xml/xpath.hpp"

/// For this folder only: the functions that expressions may call where libxml2 evaluates them.
namespace irikteu::xml {

/// XSLT's generate-id(), and those of XPath's own functions that make text: their work is counted among the context's operations, and
/// concat() has an end.
void add_core_functions(xmlXPathContextPtr context);

/// Those of `library`, which may be null, and XSLT's current(), which gives what `current` is then. Both outlive the context.
void add_library(xmlXPathContextPtr context, const FunctionLibrary* library, Node& current);

/// For a context of an XsltRun, which has a current() of its own: those of `library`, which may be null, then EXSLT's and the stylesheet's.
void add_library_and_language(xmlXPathContextPtr context, const FunctionLibrary* library);

}  // namespace irikteu::xml
