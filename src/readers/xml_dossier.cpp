#include "readers/xml_dossier.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/error.hpp"

namespace irikteu::readers {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view dossier_namespace = "urn:irikteu:dossier:1";

/// Elements that the schema gives no place: they hold others, or attributes.
bool has_place(xml::Node element) {
    static constexpr std::array<std::string_view, 8> without = {"applicant", "responsible", "eqjj",    "indicators",
                                                               "year",      "volumes",     "attachments", "carriers"};
    const std::string_view name = element.name();
    if (name == "address") return element.parent().name() != "company";
    return std::find(without.begin(), without.end(), name) == without.end();
}

void refuse(xml::Node element, const std::string& source, const std::string& why) {
    throw Error(ErrorCode::invalid, why, {source, element.line(), 0, {}});
}

/// `left`: how many elements there may still be.
void place(xml::Node element, const std::string& source, std::uint64_t& left) {
    if (left-- == 0) throw Error(ErrorCode::limit_exceeded, "has more elements than a dossier may", {source, element.line(), 0, {}});
    if (element.name() == "outline") {
        refuse(element, source, "outline is written by the program, not submitted: leave it out");
    }
    if (element.attribute("file")) element.remove_attribute("file");
    if (has_place(element)) element.set_attribute("at", "line " + std::to_string(element.line()));
    for (const xml::Node child : element.elements()) place(child, source, left);
}

/// A part that stands alone, in the dossier that it belongs to; nullopt where the root is none.
std::optional<xml::Document> around_part(xml::Node root) {
    static constexpr std::array<std::string_view, 7> parts = {"inventory", "application", "concept", "strategy", "road_map",
                                                             "local_conclusion", "authorised_conclusion"};
    if (root.namespace_uri() != dossier_namespace || std::find(parts.begin(), parts.end(), root.name()) == parts.end()) return std::nullopt;
    xml::Document dossier = xml::Document::create("dossier", dossier_namespace);
    dossier.root().append_copy(root);
    return dossier;
}

}  // namespace

XmlDossier read_xml_dossier(std::string_view bytes, const std::string& source, const std::string& file,
                            const Limits& limits) {
    XmlDossier read{xml::Document::parse(bytes, source, limits.for_dossier()), {}};
    xml::Document& document = read.document;
    if (auto whole = around_part(document.root())) {
        read.part = document.root().name();
        document = std::move(*whole);
    }
    const xml::Node root = document.root();
    if (!root.is_element("dossier", dossier_namespace)) {
        if (root.name() == "dossier") {
            const std::string other(root.namespace_uri());
            refuse(root, source, "root element is dossier " + (other.empty() ? "without a namespace" : "of another namespace, \"" + other + '"') +
                                     ": write <dossier xmlns=\"" + std::string(dossier_namespace) + "\">");
        }
        refuse(root, source,
               "root element is " + std::string(root.name()) + " of namespace \"" + std::string(root.namespace_uri()) +
                   "\"; a dossier has to be dossier of urn:irikteu:dossier:1");
    }
    std::uint64_t left = limits.max_dossier_elements;
    for (xml::Node part : root.elements()) {
        if (part.name() == "documents") {
            refuse(part, source, "documents is written by the program, not submitted: leave it out");
        }
        if (part.name() == "intake") continue;
        place(part, source, left);
        if (part.name() == "attachments") {
            for (xml::Node attachment : part.elements()) attachment.set_attribute("file", file);
        } else {
            part.set_attribute("file", file);
        }
    }
    return read;
}

}  // namespace irikteu::readers
