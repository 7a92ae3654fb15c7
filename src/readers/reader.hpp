#pragma once

#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "readers/format.hpp"
#include "readers/limits.hpp"
#include "xml/document.hpp"

namespace irikteu::readers {

/// What a submission came in: one file, or a folder or zip of files (by content, whatever it is called).
enum class Carrier { file, container };

/// Reads a whole submission into the canonical dossier (templates/schema/dossier.xsd): a folder, a zip of such a
/// folder, one XML file with everything, one text document alone, or a PDF blank of ours that was filled in.
///
/// The result has the dossier's `name`, the parts that came as XML, and documents/document for each file, in the order
/// of the paths: file, format, sha256, bytes, and its text and content ledger, or the error that kept it from being
/// read. One bad file never stops the others. dossier.xml gives root attributes and parts; further XML dossiers add
/// parts that are still absent.
///
/// Throws base::Error only where nothing can be read at all: the path is absent, the zip itself is broken or exceeds
/// `limits`, dossier.xml or a single XML file is malformed or no dossier. Any thread; nothing is kept between calls.
/// `carrier`, where given, is told what it came in.
xml::Document read_dossier(const base::Disk& disk, const std::string& path, const Limits& limits = {}, Carrier* carrier = nullptr);

/// Reads one document into a dossier that has nothing else: its name is `name` without extension, its only
/// documents/document what `bytes` hold. An XML dossier gives itself; XML
/// whose root is one part of a dossier (concept, application …) gives that part, and the document says its kind. Throws Error as read_dossier(), and for a document
/// that cannot be read: malformed, limit_exceeded, or unsupported with the kind and the cure.
xml::Document read_document(std::string_view bytes, const std::string& name, const Limits& limits = {});

}  // namespace irikteu::readers
