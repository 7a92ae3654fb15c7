#pragma once

#include <libxml/parser.h>

#include <cstdint>
#include <map>
#include <string>

#include "base/error.hpp"
#include "xml/document.hpp"

/// For this folder only: what watches a parse by libxml2.
namespace irikteu::xml {

/// What a parse has cost so far, and why it was stopped. It is the parser context's _private.
struct ParseGuard {
    const Limits* limits = nullptr;
    std::uint64_t nodes = 0;
    std::string reason;
    base::ErrorCode code = base::ErrorCode::limit_exceeded;
    /// The first slip, where the text is not well-formed: libxml2 goes on, and keeps the last, which often only follows from it.
    std::string slip;
    int slip_line = 0, slip_column = 0;
    /// Bytes that entities and declared attributes have added, and what they may.
    std::uint64_t added = 0, may_add = 0;
    std::map<const xmlEntity*, std::uint64_t> sizes;  ///< Of entities, with all that they refer to.
    std::map<std::string, std::size_t> declared;      ///< Attributes, by element.

    static ParseGuard& of(xmlParserCtxtPtr context) { return *static_cast<ParseGuard*>(context->_private); }
};

/// Ends the parse; the first reason counts.
void stop(xmlParserCtxtPtr context, base::ErrorCode code, std::string reason);

/// Lets the file have a document type, within limits; where it may not have any, lets it be refused. What its internal subset
/// declares counts; another file is never read.
void guard_document_type(xmlParserCtxtPtr context, std::size_t bytes);
/// Counts what declared attributes add to an element.
void count_defaults(xmlParserCtxtPtr context, int attribute_count, int defaulted, const xmlChar** attributes);
/// Takes the document type out of the tree that is walked; the document keeps it for what asks of IDs and entities. Throws Error:
/// limit_exceeded, where the tree with what entities held is beyond the limits.
void set_document_type_aside(xmlDocPtr document, const Limits& limits, const std::string& source);

}  // namespace irikteu::xml
