#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "xml/document.hpp"

/// Small forms for tests: paragraphs and tables of a file, read as a dossier.
namespace irikteu::outline::testing {

/// A dossier with one document whose text is this XML, after align(); it has to follow the schema.
xml::Document aligned(const std::string& text, const std::string& file = "a.docx");
std::string paragraphs(const std::vector<std::string>& lines);
std::string table(std::initializer_list<std::initializer_list<std::string>> rows);
/// What the document was taken for.
std::string kind_of(const xml::Document& dossier);

}  // namespace irikteu::outline::testing
