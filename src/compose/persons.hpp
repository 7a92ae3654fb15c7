#pragma once

#include "xml/document.hpp"

namespace irikteu::compose {

/// Persons that a document's own data name (who signs, sat, drafted, spoke, thinks otherwise, gives points) have names that can be such. Throws Error(invalid) with
/// the file, the line and the path of the first that has not. Dossiers and reports among the data are not looked at: rules judge them.
void require_names(const xml::Document& data);

}  // namespace irikteu::compose
