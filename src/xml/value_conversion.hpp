#pragma once

#include <libxml/xpath.h>

#include "xml/xpath.hpp"

/// For this folder only: between libxml2's XPath objects and Value.
namespace irikteu::xml {

/// Node-sets come in document order; namespace nodes are left out.
Value to_value(xmlXPathObjectPtr object);
/// A new object that the caller owns.
xmlXPathObjectPtr to_object(const Value& value);
/// Pops the arguments of an extension function, calls it, pushes the result; an Error becomes an XPath error whose
/// message is kept for the ErrorCollector of this thread.
void call_function(xmlXPathParserContextPtr context, int argument_count, const Function& function);

}  // namespace irikteu::xml
